"""A turn of a rehearsal as it is shown: what was said, and the answer."""

from __future__ import annotations

from textual.containers import HorizontalGroup, VerticalGroup

from coach.domain.rehearsal.engine import Turn
from coach.tui.widgets.plain_text import PlainText

SILENCE = "(je zegt niets)"
LABEL, OTHER = 8, "Ander"
"""Cells for the name before a line, and what stands there where a name is longer."""


def shown_turn(turn: Turn, employee: str) -> VerticalGroup:
    """Return the lines of a turn, each with who says it."""
    lines = [_line(f"{turn.number} Jij", turn.text or SILENCE, "mine")]
    if turn.reply.text:
        lines.append(_line(employee if len(employee) <= LABEL else OTHER, turn.reply.text, "theirs"))
    return VerticalGroup(*lines, classes="turn")


def _line(label: str, text: str, whose: str) -> HorizontalGroup:
    return HorizontalGroup(PlainText(label, classes=f"who {whose}"), PlainText(text, classes="said"))
