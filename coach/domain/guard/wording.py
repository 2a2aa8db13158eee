"""Which better wording suits this sentence: by what it is about, by its kind, and by je or u."""

from __future__ import annotations

from zlib import crc32

from coach.domain.guard.matching import QUESTION, STATEMENT
from coach.domain.guard.reading import Reading

_FORMAL = frozenset({"u", "uw", "uwe", "uzelf"})


class Wordings:
    """Better wordings per category that suit some sentences more than others, and the u-form of each.

    `turns` has per category (text, kind, groups), a group being the classes and lemmas of which one must
    stand in the sentence; `formal` gives the u-form of a wording in je.
    """

    def __init__(self, table: dict[str, object]) -> None:
        self._turns: dict[str, list[tuple[str, int, list[list[str]]]]] = table["turns"]  # type: ignore[assignment]
        self._formal: dict[str, str] = table["formal"]  # type: ignore[assignment]

    def choose(self, category: str, usual: list[str], reading: Reading) -> str:
        """The wording for this sentence, always the same for it; `usual` serves where none suits."""
        names = _names(reading)
        absent = names.isdisjoint
        wrong = STATEMENT if reading.question else QUESTION
        most = 0
        suited = usual
        for text, kind, groups in self._turns.get(category, ()):
            if kind == wrong:
                continue
            fit = 2 * len(groups) + (kind > 0)
            if fit < most:
                continue
            for group in groups:
                if absent(group):
                    break
            else:
                if fit > most:
                    most, suited = fit, [text]
                elif fit:
                    suited = [*suited, text]
        chosen = suited[crc32(" ".join(reading.lemmas).encode()) % len(suited)]
        if not _FORMAL.isdisjoint([word.lower() for word in reading.sentence.words]):
            return self._formal.get(chosen, chosen)
        return chosen


def _names(reading: Reading) -> set[str]:
    """The lemmas of a sentence, in small letters, and in capitals the classes of its words and expressions."""
    return {*reading.lemmas, *reading.phrases, *[name for word in reading.words for name in word.classes]}
