"""Build side: a pattern costs a bounded amount of work for each word, whatever is typed.

Nothing in a pattern is nested and its gaps are bounded; here the ways in which one pattern can lie over the
words from one place on are counted, since that is how often the search may turn back there.
"""

from __future__ import annotations

import re

from coach.domain.guard.build_errors import GuardContentError

MAX_WAYS = 250
_GAP = re.compile(r"\*\*?([1-9])\Z")


def check_linear(path: str, item: str, pattern: str) -> None:
    """Raise GuardContentError for a pattern that can lie in more than MAX_WAYS ways."""
    ways = 1
    for step in pattern.split():
        gap = _GAP.match(step)
        ways *= int(gap[1]) + 1 if gap else 1 + step.endswith("?")
    if ways > MAX_WAYS:
        raise GuardContentError(
            path, item, f"Dit patroon kan te veel kanten op; maak de sprongen kleiner: {pattern}."
        )
