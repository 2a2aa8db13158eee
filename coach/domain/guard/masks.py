"""Masks: what takes the sting out of dangerous words, such as "je hoeft niet te vertellen wat je hebt"."""

from __future__ import annotations

from coach.domain.guard.matching import PatternSet
from coach.domain.guard.reading import Reading

AFTER = 2
"""More words than this behind the end of a mask, and something else is being said there."""


class Mask:
    """One mask: its name, the categories it silences, whether over the whole utterance, the words that end
    it.
    """

    __slots__ = ("name", "silences", "stop", "whole")

    def __init__(self, item: dict[str, object]) -> None:
        self.name = str(item["id"])
        self.silences: frozenset[str] = frozenset(item["silences"])  # type: ignore[call-overload]
        self.whole = bool(item["whole"])
        self.stop: frozenset[str] = frozenset(item["stop"])  # type: ignore[call-overload]


class MaskSet:
    """All masks; a hit is (mask, sentence, first word, word after the last one it covers)."""

    def __init__(self, table: dict[str, object]) -> None:
        self._masks = [Mask(item) for item in table["items"]]  # type: ignore[attr-defined]
        self._found = PatternSet(table["found"])  # type: ignore[arg-type]
        self._not = PatternSet(table["not"])  # type: ignore[arg-type]

    def hits(self, readings: list[Reading]) -> list[tuple[int, int, int, int]]:
        """Every mask that holds, with the words it covers: up to a stop word or the end of the sentence."""
        found: list[tuple[int, int, int, int]] = []
        for number, reading in enumerate(readings):
            own = self._found.hits(reading)
            if not own:
                continue
            spared = {owner for owner, _, _ in self._not.hits(reading)}
            for owner, start, end in own:
                if owner in spared:
                    continue
                stop = self._masks[owner].stop
                reach = end
                code = reading.code
                while reach < len(code) and code[reach] not in stop:
                    reach += 1
                found.append((owner, number, start, reach))
        return found

    def names(self, hits: list[tuple[int, int, int, int]], readings: list[Reading]) -> tuple[str, ...]:
        """Features of the masks that hold, with a "!" where the sentence goes on after the mask has ended."""
        if not hits:
            return ()
        return tuple(
            sorted({
                "m:" + self._masks[owner].name + ("!" if len(readings[number].words) - reach > AFTER else "")
                for owner, number, _, reach in hits
            })
        )  # fmt: skip

    def silenced(
        self, category: str, sentence: int, start: int, hits: list[tuple[int, int, int, int]]
    ) -> bool:
        """Whether a finding of this category that begins at this word is covered by a mask."""
        for owner, number, first, reach in hits:
            mask = self._masks[owner]
            if category in mask.silences and (mask.whole or (number == sentence and first <= start < reach)):
                return True
        return False
