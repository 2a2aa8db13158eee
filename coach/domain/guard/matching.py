"""Rules, masks and danger words at work: which patterns hold in a sentence, and where."""

from __future__ import annotations

import re

from coach.domain.guard.lexicon import Cache
from coach.domain.guard.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

ANY, QUESTION, STATEMENT = 0, 1, 2


class PatternSet:
    """Patterns, of which only those are tried whose every step has a word in the sentence.

    That is seen for all of them at once: in one number each pattern has a bit per step, the first steps of
    all patterns together, then all second ones and so on. A word sets the bits of the steps that take it;
    what is left when the parts are laid over each other are the patterns to try.
    """

    def __init__(self, table: dict[str, object]) -> None:
        rows: list[tuple[int, str, int, list[int]]] = table["patterns"]  # type: ignore[assignment]
        self._steps: list[str] = table["steps"]  # type: ignore[assignment]
        self._rows = rows
        self._search: dict[int, Callable[[str], re.Match[str] | None]] = Cache(
            lambda place: re.compile(rows[place][1]).search
        )
        self._masks: dict[str, int] = Cache(self._mask)
        self._step_masks: list[int] = []
        self._given = 0
        self._shifts: range = range(0)
        self._kinds: tuple[int, ...] = ()

    def hits(self, reading: Reading, owners: frozenset[int] | None = None) -> list[tuple[int, int, int]]:
        """(owner, first word, word after the last) of every pattern that holds in this sentence.

        With `owners` only theirs are tried.
        """
        if not self._step_masks:
            self._lay_out()
        there = self._given
        masks = self._masks
        for char in reading.chars:
            there |= masks[char]
        left = self._kinds[reading.question] & there
        for shift in self._shifts:
            if not left:
                return []
            left &= there >> shift
        found: list[tuple[int, int, int]] = []
        code = reading.code
        while left:
            bit = left & -left
            left ^= bit
            place = bit.bit_length() - 1
            owner = self._rows[place][0]
            if owners is None or owner in owners:
                match = self._search[place](code)
                if match is not None:
                    found.append((owner, match.start(), match.end()))
        return found

    def _lay_out(self) -> None:
        """Give each step of each pattern its bit."""
        size = len(self._rows)
        most = max([len(steps) for _, _, _, steps in self._rows], default=0)
        masks = [0] * len(self._steps)
        kinds = [0, 0, 0]
        given = (1 << size * most) - 1
        for place, (_, _, kind, steps) in enumerate(self._rows):
            kinds[kind] |= 1 << place
            for number, step in enumerate(steps):
                bit = 1 << (number * size + place)
                masks[step] |= bit
                given ^= bit
        self._given = given
        self._shifts = range(size, size * most, size or 1)
        self._kinds = (kinds[ANY] | kinds[STATEMENT], kinds[ANY] | kinds[QUESTION])
        self._step_masks = masks or [0]

    def _mask(self, char: str) -> int:
        """The bits of the steps that take this word."""
        mask = 0
        for chars, own in zip(self._steps, self._step_masks, strict=False):
            if char in chars:
                mask |= own
        return mask
