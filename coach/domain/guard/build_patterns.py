"""Build side: patterns as people write them to regular expressions over code strings.

A pattern is a row of steps: `woord` (that lemma or form), `KLASSE`, `a|B` (one of these), `*3` (up to
three words, no pause between), `**3` (the same, pauses too), a step with `?` behind it (may be absent),
`,` (a pause), `^` and `$` (start and end of the sentence). Gaps are bounded and nothing is nested, so a
match costs a bounded amount of work for each word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from coach.domain.guard.build_errors import GuardContentError
from coach.domain.guard.tokens import normal

_GAP = re.compile(r"(\*\*?)([1-9])\Z")
_STEP = re.compile(r"[^\W_][\w'-]*(?:\|[^\W_][\w'-]*)*\??\Z")
MAX_GAPS = 4


def literals(pattern: str) -> Iterable[str]:
    """The plain words that a pattern names."""
    for step in pattern.split():
        if _STEP.match(step):
            for part in step.rstrip("?").split("|"):
                if not part.isupper():
                    yield part


class PatternCompiler:
    """Turns patterns into regular expressions, given the characters of each class and literal."""

    def __init__(self, of_class: Mapping[str, str], of_literal: Mapping[str, str]) -> None:
        self._of_class = of_class
        self._of_literal = of_literal

    def compile(self, path: str, item: str, pattern: str) -> tuple[str, list[str]]:
        """The regular expression, and of each step that may not be absent the characters that it takes, the
        rarest step first.
        """
        parts: list[str] = []
        needed: set[str] = set()
        gaps = 0
        fixed = False
        for step in pattern.split():
            gap = _GAP.match(step)
            if gap:
                gaps += 1
                parts.append(("[^,]" if gap[1] == "*" else ".") + "{0," + gap[2] + "}")
            elif step in ("^", "$"):
                parts.append(step)
            elif step == ",":
                parts.append(",")
                needed.add(",")
            elif _STEP.match(step):
                chars = self._chars(path, item, step.rstrip("?"))
                if step.endswith("?"):
                    parts.append(_char_class(chars) + "?")
                else:
                    parts.append(_char_class(chars))
                    needed.add(chars)
                    fixed = True
            else:
                raise GuardContentError(path, item, f"Deze stap van een patroon is onbekend: {step}.")
        if gaps > MAX_GAPS:
            raise GuardContentError(
                path, item, f"Een patroon heeft hoogstens {MAX_GAPS} sprongen: {pattern}."
            )
        if not fixed:
            raise GuardContentError(
                path, item, f"Een patroon heeft minstens één vast woord of één klasse: {pattern}."
            )
        return "".join(parts), sorted(needed, key=lambda step: (len(step), step))

    def _chars(self, path: str, item: str, step: str) -> str:
        chars: set[str] = set()
        for part in step.split("|"):
            if not part.isupper():
                chars.update(self._of_literal[normal(part)])
            elif part in self._of_class:
                chars.update(self._of_class[part])
            else:
                raise GuardContentError(path, item, f"De klasse {part} staat niet in het lexicon.")
        if not chars:
            raise GuardContentError(path, item, f"De klasse {step} heeft geen woorden.")
        return "".join(sorted(chars))


def _char_class(chars: str) -> str:
    """A class of these characters, in order, with runs written as ranges, so that it compiles quickly."""
    codes = list(map(ord, chars))
    runs: list[list[int]] = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    if len(codes) == 1:
        return chr(codes[0])
    inside = "".join(
        chr(a) if a == b else f"{chr(a)}-{chr(b)}" if b > a + 1 else chr(a) + chr(b) for a, b in runs
    )
    return f"[{inside}]"
