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
_FREQUENT = frozenset(
    "de het een ik je niet dat is zijn hebben en of maar te van in op aan met voor er wat hoe "
    "als dan zo ook nog wel "
    "toch al eens kunnen moeten willen gaan doen worden zullen mogen komen zeggen over bij uit om om".split()
)
_WIDE = {"JE": 90, "IK": 90, "ZIJN": 90, "HEBBEN": 80, "NIET": 70, "DAT": 90, "HIJ": 60,
    "ALS": 60, "GAAN": 60,
         "KUNNEN": 50, "WATWOORD": 60, "HOE": 50, "MOETEN": 50, "ZULLEN": 50, "WERK": 40,
         "TIJD": 40}  # fmt: skip


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
        """The regular expression and the code characters of which one must stand in the sentence (the
        anchor).
        """
        steps = pattern.split()
        parts: list[str] = []
        best: tuple[int, str] | None = None
        gaps = 0
        for step in steps:
            gap = _GAP.match(step)
            if gap:
                gaps += 1
                parts.append(("[^,]" if gap[1] == "*" else ".") + "{0," + gap[2] + "}")
            elif step == "^":
                parts.append("^")
            elif step == "$":
                parts.append("$")
            elif step == ",":
                parts.append(",")
            elif _STEP.match(step):
                optional = step.endswith("?")
                chars, weight = self._chars(path, item, step.rstrip("?"))
                parts.append(_char_class(chars) + ("?" if optional else ""))
                if not optional and (best is None or weight < best[0]):
                    best = (weight, chars)
            else:
                raise GuardContentError(path, item, f"Deze stap van een patroon is onbekend: {step}.")
        if gaps > MAX_GAPS:
            raise GuardContentError(
                path, item, f"Een patroon heeft hoogstens {MAX_GAPS} sprongen: {pattern}."
            )
        if best is None:
            raise GuardContentError(
                path, item, f"Een patroon heeft minstens één vast woord of één klasse: {pattern}."
            )
        return "".join(parts), sorted(set(best[1]))

    def _chars(self, path: str, item: str, step: str) -> tuple[str, int]:
        chars = ""
        weight = 0
        for part in step.split("|"):
            if part.isupper():
                if part not in self._of_class:
                    raise GuardContentError(path, item, f"De klasse {part} staat niet in het lexicon.")
                own = self._of_class[part]
                weight += _WIDE.get(part, 10 + len(own) // 4)
            else:
                own = self._of_literal[normal(part)]
                weight += 50 if normal(part) in _FREQUENT else 1
            chars += own
        if not chars:
            raise GuardContentError(path, item, f"De klasse {step} heeft geen woorden.")
        return chars, weight


def _char_class(chars: str) -> str:
    """A character class with runs written as ranges, so that it compiles quickly."""
    codes = sorted({ord(char) for char in chars})
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
