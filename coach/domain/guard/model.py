"""The linear model: each feature holds all its weights in one big integer, so that scoring is a row of additions.

A weight takes a lane of 32 bits; lanes are added at once, and a bias per lane keeps every sum positive while it is read.
In the artefact a feature's weights are a short text: pairs of a lane character and a weight character.
"""

from __future__ import annotations

from math import exp
from struct import Struct

LANE = 32
_BASE = 48
_MIDDLE = 45
_BIAS = 1 << 30


def encode(weights: list[tuple[int, int]]) -> str:
    """Pairs (lane, weight from -44 to 44) as text; the backslash is stepped over so that JSON stays short."""
    return "".join(_char(lane) + _char(weight + _MIDDLE) for lane, weight in weights)


def _char(number: int) -> str:
    code = number + _BASE
    return chr(code + 1 if code >= 92 else code)


def _number(char: str) -> int:
    code = ord(char)
    return (code - 1 if code > 92 else code) - _BASE


class Model:
    """Scores features; `lanes` names the outputs, `scales` says what one step of a weight is worth in each."""

    def __init__(self, table: dict[str, object]) -> None:
        self.lanes: list[str] = table["lanes"]  # type: ignore[assignment]
        self.steps: list[float] = table["steps"]  # type: ignore[assignment]
        self.biases: list[float] = table["biases"]  # type: ignore[assignment]
        self._weights: dict[str, str] = table["weights"]  # type: ignore[assignment]
        self._packed: dict[str, int] = {}
        self._start = sum(_BIAS << (LANE * lane) for lane in range(len(self.lanes)))
        self._size = len(self.lanes) * (LANE // 8)
        self._unpack = Struct(f"<{len(self.lanes)}I").unpack

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
        return [
            bias + step * (lane - _BIAS) for bias, step, lane in zip(self.biases, self.steps, lanes, strict=True)
        ]

    def weight(self, feature: str, lane: int) -> float:
        """What one feature adds to one lane."""
        text = self._weights.get(feature, "")
        for place in range(0, len(text), 2):
            if _number(text[place]) == lane:
                return (_number(text[place + 1]) - _MIDDLE) * self.steps[lane]
        return 0.0

    @staticmethod
    def _pack(text: str) -> int:
        number = 0
        for place in range(0, len(text), 2):
            number += (_number(text[place + 1]) - _MIDDLE) << (LANE * _number(text[place]))
        return number


def softmax(scores: list[float]) -> list[float]:
    """Scores to shares that add up to one."""
    top = max(scores)
    parts = [exp(score - top) for score in scores]
    total = sum(parts)
    return [part / total for part in parts]


def logistic(score: float) -> float:
    """Log-odds to a chance."""
    if score < -60.0:
        return 0.0
    return 1.0 / (1.0 + exp(-score))
