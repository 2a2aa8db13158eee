"""Rules, masks and danger words at work: which patterns hold in a sentence, and where."""

from __future__ import annotations

import re

from coach.domain.guard.reading import Reading

ANY, QUESTION, STATEMENT = 0, 1, 2


class Pattern:
    """One pattern: owner (index of the rule), expression, sentence kind; compiled when first needed."""

    __slots__ = ("_search", "expression", "kind", "owner")

    def __init__(self, owner: int, expression: str, kind: int) -> None:
        self.owner = owner
        self.expression = expression
        self.kind = kind
        self._search = None

    def search(self, code: str):  # type: ignore[no-untyped-def]
        """The first match in a code string, or None."""
        if self._search is None:
            self._search = re.compile(self.expression).search  # type: ignore[assignment]
        return self._search(code)  # type: ignore[misc]


class PatternSet:
    """Patterns found by anchor: a pattern is tried only where one of its anchor words stands."""

    def __init__(self, table: dict[str, object]) -> None:
        self._patterns = [Pattern(owner, expression, kind) for owner, expression, kind in table["patterns"]]  # type: ignore[attr-defined]
        self._anchors: dict[str, list[int]] = table["anchors"]  # type: ignore[assignment]

    def hits(self, reading: Reading) -> list[tuple[int, int, int]]:
        """(owner, first word, word after the last) of every pattern that holds in this sentence."""
        code = reading.code
        anchors = self._anchors
        found: list[tuple[int, int, int]] = []
        tried: set[int] = set()
        for char in set(code):
            places = anchors.get(char)
            if places:
                tried.update(places)
        wrong = STATEMENT if reading.question else QUESTION
        patterns = self._patterns
        for place in sorted(tried):
            pattern = patterns[place]
            if pattern.kind != wrong:
                match = pattern.search(code)
                if match is not None:
                    found.append((pattern.owner, match.start(), match.end()))
        return found


class Signal:
    """A rule without order: all of these groups stand in the sentence, none of those."""

    __slots__ = ("absent", "groups", "kind", "owner", "span")

    def __init__(self, owner: int, groups: list[int], absent: int, span: int, kind: int) -> None:
        self.owner = owner
        self.groups = groups
        self.absent = absent
        self.span = span
        self.kind = kind

    def hit(self, reading: Reading) -> tuple[int, int] | None:
        """First and after-last word of what the rule rests on, or None."""
        bits = reading.bits
        if bits & self.absent or self.kind == (STATEMENT if reading.question else QUESTION):
            return None
        for group in self.groups:
            if not bits & group:
                return None
        places = [place for place, word in enumerate(reading.words) if word.bits & self.span]
        if not places:
            return (0, len(reading.words))
        return (places[0], places[-1] + 1)


def mask_bits(names: list[str], bit_of: dict[str, int]) -> int:
    """One number for a group of class names."""
    bits = 0
    for name in names:
        bits |= bit_of[name]
    return bits
