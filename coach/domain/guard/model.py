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
    """Scores features; `lanes` names the outputs, `steps` says what one step of a weight is worth there."""

    def __init__(self, table: dict[str, object]) -> None:
        self.lanes: list[str] = table["lanes"]  # type: ignore[assignment]
        self.steps: list[float] = table["steps"]  # type: ignore[assignment]
        self.biases: list[float] = table["biases"]  # type: ignore[assignment]
        self._weights: dict[str, str] = table["weights"]  # type: ignore[assignment]
        self._packed: dict[str, int] = {}
        self._start = sum(_BIAS << (LANE * lane) for lane in range(len(self.lanes) + 1))
        self._size = (len(self.lanes) + 1) * (LANE // 8)
        self._unpack = Struct(f"<{len(self.lanes) + 1}I").unpack

    def scores(self, features: set[str]) -> list[float]:
        """One log-odds or softmax input per lane, in the order of `lanes`."""
        packed = self._packed
        weights = self._weights
        total = self._start
        for feature in features:
            text = weights.get(feature)
            if text is not None:
                number = packed.get(feature)
                if number is None:
                    number = packed[feature] = self._pack(text)
                total += number
        lanes = self._unpack(total.to_bytes(self._size, "little"))
        scale = 1.0 / sqrt(max(1, lanes[0] - _BIAS))
        return [
            bias + step * scale * (lane - _BIAS)
            for bias, step, lane in zip(self.biases, self.steps, lanes[1:], strict=True)
        ]

    def weight(self, feature: str, lane: int) -> float:
        """What one feature adds to one lane, before the text's own scale."""
        text = self._weights.get(feature, "")
        for place in range(1, len(text), 2):
            if _number(text[place]) == lane:
                return (_number(text[place + 1]) - _MIDDLE) * self.steps[lane]
        return 0.0

    @staticmethod
    def _pack(text: str) -> int:
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
