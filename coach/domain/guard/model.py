"""The linear model: a feature holds all its weights in one big integer, so that scoring is a row of
additions.

A weight takes a lane of 16 bits, which keeps the numbers small; lanes are added at once, and a bias per lane
keeps every sum positive while it is read. Above the lanes stands how rare the features are; the row is scaled
by the root of that, as in training, so that a long text weighs no more than a short one.
"""

from __future__ import annotations

from bisect import bisect_left
from math import sqrt
from struct import Struct, pack, unpack

from coach.domain.guard.features import Gathered, key, numbers, of_word
from coach.domain.guard.lexicon import Cache, Word
from coach.domain.guard.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, KeysView

BASE = 35
"""The character of nothing in the artefact; that of each next number is the next one, all of them ASCII."""
MIDDLE = 45
"""Added to a weight, so that it is no less than nothing."""
BLOCK = 64
"""Where the weights of a feature start is told once for so many features."""
FEW = 200
"""After so many searches of features a table of them is made, which takes as long as a few hundred."""
BACKSLASH = 92
"""Stepped over, as JSON would double it."""
LANE = 16
_BIAS = 1 << (LANE - 1)
_ROOM = _BIAS // MIDDLE
"""So many features can be added up without a lane running over."""
_NUMBERS = bytes([max(0, code - BASE - (code > BACKSLASH)) for code in range(256)])


class Model:
    """Scores texts; `lanes` names the outputs, `steps` says what one step of a weight is worth there."""

    def __init__(self, table: dict[str, object]) -> None:
        self.lanes: list[str] = table["lanes"]  # type: ignore[assignment]
        self.steps: list[float] = table["steps"]  # type: ignore[assignment]
        self.biases: list[float] = table["biases"]  # type: ignore[assignment]
        self._keys = _numbers(bytes.fromhex(table["keys"]))  # type: ignore[arg-type]
        self._known: KeysView[int] | None = None
        self._looked = 0
        self._starts: list[int] = table["starts"]  # type: ignore[assignment]
        self._sizes, self._rarities, self._gaps, self._weights = [
            str(table[name]).encode("ascii") for name in ("sizes", "rarities", "gaps", "weights")
        ]
        self._parts = numbers()
        self._packed: dict[int, int] = Cache(self._pack)
        self._start = sum(_BIAS << (LANE * lane) for lane in range(len(self.lanes)))
        self._layout = Struct(f"<{len(self.lanes)}HI")
        self._widest = 1
        self._asked = Cache(lambda word: self._of_word(word, "?")).__getitem__
        self._told = Cache(lambda word: self._of_word(word, ".")).__getitem__

    def gathered(self, readings: list[Reading], masks: tuple[str, ...] = ()) -> Gathered:
        """What holds in these sentences, as this model weighs it; `masks` are names that hold besides."""
        return Gathered(readings, masks, self._parts)

    def scores(self, gathered: Gathered) -> list[float]:
        """One log-odds or softmax input per lane, in the order of `lanes`."""
        names = list(map(self._packed.__getitem__, self._kept(gathered.names)))
        words = [*map(self._asked, gathered.asked), *map(self._told, gathered.told)]
        if len(names) + self._widest * len(words) > _ROOM:
            lanes, rare = self._many(names + words)
        else:
            total = sum(words, sum(names, self._start))
            *lanes, rare = self._layout.unpack(total.to_bytes(self._layout.size, "little"))
        scale = 1.0 / sqrt(max(1, rare))
        middle = _BIAS * scale
        return [
            bias + step * (lane * scale - middle)
            for bias, step, lane in zip(self.biases, self.steps, lanes)  # noqa: B905
        ]

    def _kept(self, numbers: Iterable[int]) -> Collection[int]:
        """Those of some features that have weights.

        They are searched for where they lie, until so many texts and words are read that a table pays.
        """
        if self._known is None:
            self._looked += 1
            if self._looked < FEW:
                keys = self._keys
                size = len(keys)
                places = [(number, bisect_left(keys, number)) for number in numbers]
                return [number for number, place in places if place < size and keys[place] == number]
            self._known = dict.fromkeys(self._keys).keys()
        return self._known & numbers

    def _many(self, numbers: list[int]) -> tuple[list[int], int]:
        """The lanes of more numbers than can be added up at once, and how rare they are."""
        lanes, rare = [_BIAS] * len(self.lanes), 0
        size = _ROOM // self._widest
        for place in range(0, len(numbers), size):
            total = sum(numbers[place : place + size], self._start)
            *more, also = self._layout.unpack(total.to_bytes(self._layout.size, "little"))
            lanes = [lane + one - _BIAS for lane, one in zip(lanes, more, strict=True)]
            rare += also
        return lanes, rare

    def _of_word(self, word: Word, kind: str) -> int:
        """The weights of a word's features."""
        numbers = self._kept(map(key, of_word(word, kind)))
        self._widest = max(self._widest, len(numbers))
        return sum(map(self._packed.__getitem__, numbers))

    def _pack(self, number: int) -> int:
        """All weights of one feature in one number."""
        place = bisect_left(self._keys, number)
        block = place // BLOCK
        sizes = self._sizes[block * BLOCK : place + 1].translate(_NUMBERS)
        end = self._starts[block] + sum(sizes)
        start = end - sizes[-1]
        total = _NUMBERS[self._rarities[place]] << LANE * len(self.lanes)
        shift = -LANE
        for gap, weight in zip(
            self._gaps[start:end].translate(_NUMBERS),
            self._weights[start:end].translate(_NUMBERS),
            strict=True,
        ):
            shift += gap * LANE
            total += (weight - MIDDLE) << shift
        return total


def _numbers(data: bytes) -> memoryview:
    """Numbers of 32 bits as they are written, the lowest byte first."""
    if pack("=H", 1) != pack("<H", 1):  # this machine writes the highest byte first
        size = len(data) // 4
        data = pack(f"={size}I", *unpack(f"<{size}I", data))
    return memoryview(data).cast("I")
