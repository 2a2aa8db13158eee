"""Build side: the trained model to the table that `model.Model` reads.

In `model.json` the weights of a feature are a short text behind its name, so that a change can be reviewed:
a rarity, then pairs of a lane and a weight. The artefact has the number of each feature instead of its name,
in order, and apart from those all rarities, all lanes and all weights, which pack and read best.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from struct import pack
from typing import Any

from coach.domain.guard.features import key
from coach.domain.guard.model import BACKSLASH, BASE, BLOCK, MIDDLE

EMPTY_MODEL: dict[str, Any] = {"lanes": [], "steps": [], "biases": [], "weights": {}}
_BASE = 48
"""The character of nothing in `model.json`."""


def encode(rarity: int, weights: list[tuple[int, int]]) -> str:
    """A feature as text: its rarity (1 to 88), then pairs of lane and weight (-44 to 44)."""
    return _char(rarity) + "".join(_char(lane) + _char(weight + MIDDLE) for lane, weight in weights)


def _char(number: int, base: int = _BASE) -> str:
    code = number + base
    return chr(code + (code >= BACKSLASH))


def _number(char: str) -> int:
    code = ord(char)
    return code - (code > BACKSLASH) - _BASE


def _text(numbers: list[int]) -> str:
    return "".join([_char(number, BASE) for number in numbers])


def model_table(model: Mapping[str, Any]) -> dict[str, object]:
    """The artefact's model of what a training wrote.

    Of two features with the same number (see `features.key`) only the first counts.
    """
    by_key: dict[int, str] = {}
    for name, text in model["weights"].items():
        by_key.setdefault(key(name), text)
    keys = sorted(by_key)
    sizes, rarities, gaps, weights = [], [], [], []
    for number in keys:
        rarity, *pairs = map(_number, by_key[number])
        lanes = pairs[::2]
        sizes.append(len(lanes))
        rarities.append(rarity)
        gaps += [lane - before for lane, before in zip(lanes, [-1, *lanes], strict=False)]
        weights += pairs[1::2]
    starts = [0, *accumulate(sizes)]
    return {
        "lanes": model["lanes"],
        "steps": model["steps"],
        "biases": model["biases"],
        "keys": pack(f"<{len(keys)}I", *keys).hex(),
        "starts": starts[:-1:BLOCK],
        "sizes": _text(sizes),
        "rarities": _text(rarities),
        "gaps": _text(gaps),
        "weights": _text(weights),
    }
