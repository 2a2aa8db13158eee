"""About how much room a sheet takes, before it is set; a guess, as only the typesetter knows its fonts."""

from __future__ import annotations

from math import ceil

from coach.domain.sheet import BlankLines, BlankTable, Block, Heading, Listing, Pairs, Paragraph, Sheet

_LETTERS = 85
"""Letters of 11.5 pt on a line over the full width of an A4; beside a label or in a table fewer."""


def _high(text: str, letters: int = _LETTERS) -> int:
    return ceil(len(text) / letters)


def _lines(block: Block) -> float:
    match block:
        case Heading():
            return 2
        case Paragraph(text):
            return _high(text, 80) + 0.8
        case Listing(items):
            return sum(_high(item) + 0.2 for item in items)
        case Pairs(rows):
            return sum(_high(text, 60) + 0.2 for _, text in rows)
        case BlankTable(_, count):
            return 1.4 + 2 * count
        case BlankLines(count):
            return 2 * count


def lines_of(sheet: Sheet) -> float:
    """Return how many lines of 11.5 pt the sheet takes in one column on A4: its title, blocks and foot."""
    foot = sum(map(_high, (sheet.emergency, sheet.help, sheet.footer)))
    return 4 + foot + sum(map(_lines, sheet.blocks))
