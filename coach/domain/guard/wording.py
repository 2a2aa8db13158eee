"""Which better wording suits this sentence: by what it is about, by its kind, and by je or u."""

from __future__ import annotations

from zlib import crc32

from coach.domain.guard.lexicon import Cache
from coach.domain.guard.matching import ANY, QUESTION, STATEMENT
from coach.domain.guard.reading import Reading

_FORMAL = frozenset({"u", "uw", "uwe", "uzelf"})


class Turns:
    """The wordings of one category, each a bit: which a name makes possible, and which suit most closely."""

    __slots__ = ("_by_name", "_kinds", "_levels", "_texts", "_without")

    def __init__(self, rows: list[tuple[str, int, list[list[str]]]]) -> None:
        self._texts = [text for text, _, _ in rows]
        self._kinds = [0, 0, 0]
        self._without = [0, 0]
        self._by_name: tuple[dict[str, int], dict[str, int]] = ({}, {})
        levels: dict[int, int] = {}
        for place, (_, kind, groups) in enumerate(rows):
            bit = 1 << place
            self._kinds[kind] |= bit
            fit = 2 * len(groups) + bool(kind)
            levels[fit] = levels.get(fit, 0) | bit
            for number, by_name in enumerate(self._by_name):
                if number < len(groups):
                    for name in groups[number]:
                        by_name[name] = by_name.get(name, 0) | bit
                else:
                    self._without[number] |= bit
        self._levels = [levels[fit] for fit in sorted(levels, reverse=True)]

    def suited(self, names: set[str], question: bool) -> list[str]:
        """The texts that suit best a sentence with these names; none where no text suits."""
        left = self._kinds[ANY] | self._kinds[QUESTION if question else STATEMENT]
        for by_name, without in zip(self._by_name, self._without, strict=True):
            possible = without
            for name in by_name.keys() & names:
                possible |= by_name[name]
            left &= possible
        for level in self._levels:
            best = left & level
            if best:
                return [text for place, text in enumerate(self._texts) if best >> place & 1]
        return []


class Wordings:
    """Better wordings per category that suit some sentences more than others, and the u-form of each.

    `turns` has per category (text, kind, groups): at most two groups, of each of which one class or lemma
    must stand in the sentence. What asks for more suits more closely. `formal` gives the u-form of a wording
    in je.
    """

    def __init__(self, table: dict[str, object]) -> None:
        turns: dict[str, list[tuple[str, int, list[list[str]]]]] = table["turns"]  # type: ignore[assignment]
        self._turns: dict[str, Turns] = Cache(lambda name: Turns(turns.get(name, [])))
        self._formal: dict[str, str] = table["formal"]  # type: ignore[assignment]

    def choose(self, category: str, usual: list[str], reading: Reading) -> str:
        """The wording for this sentence, always the same for it; `usual` serves where none suits."""
        suited = self._turns[category].suited(_names(reading), reading.question) or usual
        chosen = suited[crc32(" ".join(reading.lemmas).encode()) % len(suited)]
        if not _FORMAL.isdisjoint([word.lower() for word in reading.sentence.words]):
            return self._formal.get(chosen, chosen)
        return chosen


def _names(reading: Reading) -> set[str]:
    """The lemmas of a sentence in small letters, and in capitals the classes of what stands in it."""
    return {*reading.lemmas, *reading.phrases, *[name for word in reading.words for name in word.classes]}
