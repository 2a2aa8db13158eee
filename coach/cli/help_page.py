"""What one page of help holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The help of one command: how it is typed, what it does, its options, examples and closing remarks."""

    usage: str
    does: str
    options: tuple[tuple[str, str], ...] = ()
    examples: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


HELP_OPTION = ("-h, --help", "Toont deze uitleg.")
