"""Say it in one sentence when this Python is too old for coach.

This file, start.py and test.py keep to the oldest syntax there is, so that an old Python gets as far as the
sentence.
"""

import sys

OLDEST = (3, 11)
IMPOSSIBLE = 69
"""Exit code for a machine on which coach cannot be set up, whatever we do (EX_UNAVAILABLE)."""

if sys.version_info < OLDEST:
    sys.stderr.write(
        "Coach heeft Python %d.%d of nieuwer nodig en dit is Python %d.%d: installeer een nieuwere Python "
        "(python.org, of je softwarebeheer) en geef dezelfde opdracht daarmee opnieuw.\n"
        % (OLDEST + tuple(sys.version_info[:2]))
    )
    sys.exit(IMPOSSIBLE)
