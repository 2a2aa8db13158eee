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

from coach.domain.guard import features
from coach.domain.guard.features import Gathered
from coach.domain.guard.lexicon import Cache, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

LANE = 32
_BASE = 48
_MIDDLE = 45
_BIAS = 1 << 30
UNSEEN = 80
"""Rarity of a word the model has no weights for: a text full of such words is judged with reserve."""


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
        self._weights: dict[str, str] = table["weights"]  # type: ignore[assignment]
        self._packed: dict[str, int] = Cache(self._pack)
        self._start = sum(_BIAS << (LANE * lane) for lane in range(len(self.lanes) + 1))
        self._size = (len(self.lanes) + 1) * (LANE // 8)
        self._unpack = Struct(f"<{len(self.lanes) + 1}I").unpack
        self._word = Cache(self._of_word).__getitem__
        self._pair = self._sums(features.of_pair)
        self._asked = self._sums(features.of_asked)
        self._told = self._sums(features.of_told)
        self._phrase = self._sums(features.of_phrase)
        self._opening = self._sums(features.of_opening)

    def scores(self, gathered: Gathered) -> list[float]:
        """One log-odds or softmax input per lane, in the order of `lanes`."""
        total = sum(map(self._packed.__getitem__, gathered.whole), self._start)
        total = sum(map(self._word, gathered.words), total)
        total = sum(map(self._pair, gathered.pairs), total)
        total = sum(map(self._asked, gathered.asked), total)
        total = sum(map(self._told, gathered.told), total)
        total = sum(map(self._phrase, gathered.phrases), total)
        total = sum(map(self._opening, gathered.openings), total)
        rare, *lanes = self._unpack(total.to_bytes(self._size, "little"))
        scale = 1.0 / sqrt(max(1, rare - _BIAS))
        middle = _BIAS * scale
        return [
            bias + step * (lane * scale - middle)
            for bias, step, lane in zip(self.biases, self.steps, lanes)  # noqa: B905
        ]

    def _of_word(self, word: Word) -> int:
        """The weights of a word's features; one that is not known only makes the text rarer."""
        known = self._weights
        found = sum([self._packed[name] for name in features.of_word(word) if name in known])
        return found if word.lemma in known or not features.is_word(word.lemma) else found + UNSEEN

    def _sums(self, make: Callable[[Any], list[str]]) -> Callable[[Any], int]:
        """A cache from a key to the weights of all its features."""
        packed = self._packed
        known = self._weights
        return Cache(lambda key: sum([packed[name] for name in make(key) if name in known])).__getitem__

    def _pack(self, name: str) -> int:
        """All weights of one feature in one number; nothing when it has none."""
        text = self._weights.get(name)
        if text is None:
            return 0
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
