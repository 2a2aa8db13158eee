"""Which better wording suits this sentence: by what it is about, by its kind, and by je or u."""

from __future__ import annotations

from zlib import crc32

from coach.domain.guard.lexicon import Cache
from coach.domain.guard.matching import QUESTION, STATEMENT
from coach.domain.guard.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FORMAL = frozenset({"u", "uw", "uwe", "uzelf"})


class Turn:
    """One wording with what a sentence must have: a word or expression of each group, and a kind."""

    __slots__ = ("_groups", "_kind", "text")

    def __init__(self, text: str, kind: int, groups: list[tuple[str, list[str], list[str]]]) -> None:
        self.text = text
        self._kind = kind
        self._groups = groups

    def fit(self, reading: Reading) -> int:
        """How closely it suits: 0 not at all, more for each thing asked for."""
        if self._kind and self._kind != (QUESTION if reading.question else STATEMENT):
            return 0
        for codes, names, words in self._groups:
            if (
                reading.chars.isdisjoint(codes)
                and reading.phrases.isdisjoint(names)
                and not any(word in reading.lemmas for word in words)
            ):
                return 0
        return 2 * len(self._groups) + bool(self._kind)


class Wordings:
    """Better wordings per category that suit some sentences more than others, and the u-form of each.

    `turns` has per category (text, kind, groups), a group being the codes, the expressions and the lemmas of
    which one must stand in the sentence; `formal` gives the u-form of a wording in je.
    """

    def __init__(self, table: dict[str, object]) -> None:
        turns: dict[str, list[list[Any]]] = table["turns"]  # type: ignore[assignment]
        self._turns: dict[str, list[Turn]] = Cache(lambda name: [Turn(*own) for own in turns.get(name, ())])
        self._formal: dict[str, str] = table["formal"]  # type: ignore[assignment]

    def choose(self, category: str, usual: list[str], reading: Reading) -> str:
        """The wording for this sentence, always the same for it; `usual` serves where none suits."""
        most = 0
        suited = usual
        for turn in self._turns[category]:
            fit = turn.fit(reading)
            if fit > most:
                most, suited = fit, [turn.text]
            elif fit and fit == most:
                suited = [*suited, turn.text]
        chosen = suited[crc32(" ".join(reading.lemmas).encode()) % len(suited)]
        if not _FORMAL.isdisjoint([word.lower() for word in reading.sentence.words]):
            return self._formal.get(chosen, chosen)
        return chosen
