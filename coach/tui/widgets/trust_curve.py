"""Trust over the turns of a talk, as a picture of columns with the number of each below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_EIGHTHS = " ▁▂▃▄▅▆▇█"
HEIGHT = 6
COLUMN = 4
"""Cells of one turn: three for its number and one between."""
LABEL = 8
UP, DOWN, STEP, GUESS = "▲", "▼", "●", "◆"
LEGEND = "▲ opener · ▼ stiller · ● vertelde meer · ◆ jouw gok"


def curve_lines(
    curve: Sequence[float], marks: Mapping[int, str], width: int, height: int = HEIGHT
) -> list[str]:
    """Return the picture as lines of at most `width` cells; a talk that is too long goes on below itself.

    `curve` is trust (0-100) before the first turn and after each; `marks` are signs by number of the turn.
    """
    room = max(1, (width - LABEL) // COLUMN)
    lines: list[str] = []
    for first in range(0, len(curve), room):
        part = curve[first : first + room]
        if lines:
            lines.append("")
        for row in range(height, 0, -1):
            lines.append((" " * LABEL + "".join(_cell(trust, row, height) for trust in part)).rstrip())
        lines.append(_row("punten", [str(round(trust)) for trust in part]))
        lines.append(_row("beurt", [str(turn) if turn else "-" for turn in range(first, first + len(part))]))
        signs = [marks.get(turn, "") for turn in range(first, first + len(part))]
        if any(signs):
            lines.append(_row("", signs))
    return lines


def _row(label: str, texts: Sequence[str]) -> str:
    return (f"{label:<{LABEL}}" + "".join(f"{text:>3} " for text in texts)).rstrip()


def _cell(trust: float, row: int, height: int) -> str:
    eighths = round(trust / 100 * height * 8)
    full = max(0, min(8, eighths - (row - 1) * 8))
    return f" {_EIGHTHS[full] * 2} "
