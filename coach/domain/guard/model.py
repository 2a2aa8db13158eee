"""The linear model: a feature holds all its weights in one big integer, so that scoring is a row of
additions.

A weight takes a lane of 32 bits; lanes are added at once, and a bias per lane keeps every sum positive
while it is read. The first lane sums how rare the features are; the row is scaled by its root, as in
training, so that a long text weighs no more than a short one. In the artefact a feature's weights are a
short text: a rarity, then pairs of a lane and a weight.
"""

from __future__ import annotations

from math import exp, sqrt
from struct import Struct

from coach.domain.guard.features import Gathered, of_word
from coach.domain.guard.lexicon import Cache, Word

LANE = 32
_BASE = 48
_MIDDLE = 45
_BIAS = 1 << 30


def encode(rarity: int, weights: list[tuple[int, int]]) -> str:
    """A feature as text: its rarity (1 to 88), then pairs of lane and weight (-44 to 44)."""
    return _char(rarity) + "".join(_char(lane) + _char(weight + _MIDDLE) for lane, weight in weights)


def _char(number: int) -> str:
    code = number + _BASE
    return chr(code + 1 if code >= 92 else code)  # the backslash is stepped over: JSON would double it


def _number(char: str) -> int:
    code = ord(char)
    return (code - 1 if code > 92 else code) - _BASE


class Model:
    """Scores texts; `lanes` names the outputs, `steps` says what one step of a weight is worth there."""

    def __init__(self, table: dict[str, object]) -> None:
        self.lanes: list[str] = table["lanes"]  # type: ignore[assignment]
        self.steps: list[float] = table["steps"]  # type: ignore[assignment]
        self.biases: list[float] = table["biases"]  # type: ignore[assignment]
        self._weights: dict[str, str] = dict(
            zip(table["features"].split(" "), table["weights"].split(" "), strict=True)  # type: ignore[attr-defined]
        )
        self._known = frozenset(self._weights)
        self._packed: dict[str, int] = Cache(self._pack)
        self._start = sum(_BIAS << (LANE * lane) for lane in range(len(self.lanes) + 1))
        self._size = (len(self.lanes) + 1) * (LANE // 8)
        self._unpack = Struct(f"<{len(self.lanes) + 1}I").unpack
        self._asked = Cache(lambda word: self._of_word(word, "?")).__getitem__
        self._told = Cache(lambda word: self._of_word(word, ".")).__getitem__

    def scores(self, gathered: Gathered) -> list[float]:
        """One log-odds or softmax input per lane, in the order of `lanes`."""
        total = sum(map(self._packed.__getitem__, gathered.names & self._known), self._start)
        total = sum(map(self._asked, gathered.asked), total)
        total = sum(map(self._told, gathered.told), total)
        rare, *lanes = self._unpack(total.to_bytes(self._size, "little"))
        scale = 1.0 / sqrt(max(1, rare - _BIAS))
        middle = _BIAS * scale
        return [
            bias + step * (lane * scale - middle)
            for bias, step, lane in zip(self.biases, self.steps, lanes)  # noqa: B905
        ]

    def _of_word(self, word: Word, kind: str) -> int:
        """The weights of a word's features."""
        known = self._known
        return sum([self._packed[name] for name in of_word(word, kind) if name in known])

    def _pack(self, name: str) -> int:
        """All weights of one feature in one number."""
        text = self._weights[name]
        number = _number(text[0])
        for place in range(1, len(text), 2):
            number += (_number(text[place + 1]) - _MIDDLE) << (LANE * (_number(text[place]) + 1))
        return number


def softmax(scores: list[float]) -> list[float]:
    """Scores to shares that add up to one."""
    top = max(scores)
    parts = [exp(score - top) for score in scores]
    total = sum(parts)
    return [part / total for part in parts]
