"""Rules, masks and danger words at work: which patterns hold in a sentence, and where."""

from __future__ import annotations

import re

from coach.domain.guard.reading import Reading

ANY, QUESTION, STATEMENT = 0, 1, 2
_STEP = re.compile(r"\[(\^?)([^\]]*)\](\??(?:\{0,\d\})?)|(\.\{0,\d\})|([^\^$])(\??)")


class Pattern:
    """One pattern: owner (index of the rule), expression, sentence kind; compiled when first needed."""

    __slots__ = ("_needed", "_search", "expression", "kind", "owner")

    def __init__(self, owner: int, expression: str, kind: int) -> None:
        self.owner = owner
        self.expression = expression
        self.kind = kind
        self._search = None
        self._needed: list[frozenset[str]] = []

    def search(self, code: str, chars: frozenset[str]):  # type: ignore[no-untyped-def]
        """The first match in a code string with these characters, or None."""
        if self._search is None:
            self._search = re.compile(self.expression).search  # type: ignore[assignment]
            self._needed = needed(self.expression)
        for step in self._needed:
            if step.isdisjoint(chars):
                return None
        return self._search(code)  # type: ignore[misc]


def needed(expression: str) -> list[frozenset[str]]:
    """Of each step that may not be absent the characters it takes, the rarest step first."""
    steps = []
    for outside, inside, after, _, single, optional in _STEP.findall(expression):
        if single and not optional:
            steps.append(frozenset(single))
        elif inside and not outside and not after:
            steps.append(frozenset(_characters(inside)))
    return sorted(set(steps), key=lambda step: (len(step), sorted(step)))


def _characters(inside: str) -> str:
    """The characters between the brackets of a class, ranges written out."""
    found = ""
    place = 0
    while place < len(inside):
        if inside[place + 1 : place + 2] == "-":
            found += "".join(map(chr, range(ord(inside[place]), ord(inside[place + 2]) + 1)))
            place += 3
        else:
            found += inside[place]
            place += 1
    return found


class PatternSet:
    """Patterns found by anchor: a pattern is tried only where one of its anchor words stands."""

    def __init__(self, table: dict[str, object]) -> None:
        self._patterns = [Pattern(owner, expression, kind) for owner, expression, kind in table["patterns"]]  # type: ignore[attr-defined]
        self._anchors: dict[str, list[int]] = table["anchors"]  # type: ignore[assignment]
        self._starts = frozenset(self._anchors)

    def hits(self, reading: Reading, owners: frozenset[int] | None = None) -> list[tuple[int, int, int]]:
        """(owner, first word, word after the last) of every pattern that holds in this sentence.

        With `owners` only theirs are tried.
        """
        code = reading.code
        if self._starts.isdisjoint(code):
            return []
        chars = reading.chars
        anchors = self._anchors
        tried: set[int] = set()
        for char in self._starts & chars:
            tried.update(anchors[char])
        found: list[tuple[int, int, int]] = []
        wrong = STATEMENT if reading.question else QUESTION
        patterns = self._patterns
        for place in sorted(tried):
            pattern = patterns[place]
            if pattern.kind == wrong or (owners is not None and pattern.owner not in owners):
                continue
            match = pattern.search(code, chars)
            if match is not None:
                found.append((pattern.owner, match.start(), match.end()))
        return found
