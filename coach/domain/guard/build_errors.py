"""Build side: what is said when content is not as it should be, and the small checks that say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class GuardContentError(ValueError):
    """Content of the guard is wrong: in which file, at which item, what was expected (in Dutch)."""

    def __init__(self, path: str, item: str, expected: str) -> None:
        super().__init__(f"{path}: {item}: {expected}")
        self.path = path
        self.item = item
        self.expected = expected


def mapping(path: str, item: str, value: object) -> Mapping[str, Any]:
    """`value` when it is a mapping; else GuardContentError."""
    if not isinstance(value, Mapping):
        raise GuardContentError(path, item, "Verwacht is een lijst van namen met een waarde.")
    return value


def text(path: str, item: str, value: object) -> str:
    """`value` when it is a text that is not empty; else GuardContentError."""
    if not isinstance(value, str) or not value.strip():
        raise GuardContentError(path, item, "Verwacht is een tekst die niet leeg is.")
    return value


def texts(path: str, item: str, value: object) -> list[str]:
    """`value` when it is a list of texts; else GuardContentError."""
    if not isinstance(value, list):
        raise GuardContentError(path, item, "Verwacht is een lijst van teksten.")
    return [text(path, item, part) for part in value]
