"""The sheet as plain text for a terminal, a pipe or a printer without typesetting.

Every mark is a word or an ASCII sign, so that it can be read aloud and shows on every terminal.
"""

from __future__ import annotations

from collections.abc import Iterable

from coach.domain.sheet import (
    BlankLines,
    BlankTable,
    Block,
    Heading,
    Listing,
    Mark,
    Pairs,
    Paragraph,
    Sheet,
)
from coach.domain.text import one_line
from coach.render.cells import cell_width, pad, wrap

MIN_WIDTH = 40
_MARKS = {Mark.DOT: "- ", Mark.BOX: "[ ] ", Mark.CROSS: "x niet: "}
_TABLE_FROM = 60
"""Narrower than this many cells, a table to write in becomes lines to write on."""
_LABEL_SHARE = 3
"""A column of labels takes at most a third of the width; else each label starts its own line."""


def _hanging(first: str, text: str, width: int) -> list[str]:
    """`text` behind `first`, and below it indented as far."""
    indent = cell_width(first)
    lines = wrap(text, width - indent)
    return [first + lines[0], *(" " * indent + line for line in lines[1:])]


def _pairs(rows: tuple[tuple[str, str], ...], width: int) -> list[str]:
    rows = tuple((one_line(label), one_line(text)) for label, text in rows)
    column = max((cell_width(label) for label, _ in rows), default=0) + 2
    if width < _TABLE_FROM or column * _LABEL_SHARE > width:
        return [line for label, text in rows for line in _item("- ", f"{label}: {text}", width)]
    return [line for label, text in rows for line in _hanging(pad(label, column), text, width)]


def _item(mark: str, text: str, width: int) -> list[str]:
    return _hanging(mark, one_line(text), width)


def _blank_lines(label: str, count: int, width: int) -> list[str]:
    label = one_line(label)
    lead = wrap(f"{label}:", width) if label else []
    if lead and cell_width(lead[-1]) * 2 < width:
        start = lead.pop() + " "
        count -= 1
        first = [*lead, start + "_" * (width - cell_width(start))]
    else:
        first = lead
    return [*first, *(line for _ in range(count) for line in ("", "_" * width))]


def _columns(count: int, width: int) -> list[int]:
    """Widths of `count` columns that fill `width` with their borders; in the second the most is written."""
    second = 4 if count == 2 else 2  # noqa: PLR2004
    shares = [second if index == 1 else 1 for index in range(count)]
    room = width - 3 * count - 1
    sizes = [room * share // sum(shares) for share in shares]
    sizes[min(1, count - 1)] += room - sum(sizes)
    return sizes


def _table(columns: tuple[str, ...], rows: int, width: int) -> list[str]:
    heads = [one_line(column) for column in columns]
    if width < _TABLE_FROM:
        return [
            line
            for number in range(1, rows + 1)
            for line in [*([""] if number > 1 else []), f"Nummer {number}"]
            + [line for head in heads for line in _blank_lines(head, 1, width)]
        ]
    sizes = _columns(len(heads), width)
    rule = "+" + "+".join("-" * (size + 2) for size in sizes) + "+"

    def row(cells: Iterable[str]) -> str:
        return "| " + " | ".join(pad(cell, size) for cell, size in zip(cells, sizes, strict=True)) + " |"

    def high(texts: Iterable[str]) -> list[str]:
        wrapped = [wrap(one_line(text), size) for text, size in zip(texts, sizes, strict=True)]
        height = max(map(len, wrapped))
        return [row(lines[n] if n < len(lines) else "" for lines in wrapped) for n in range(height)]

    blank = [row("" for _ in heads)] * 2
    return [rule, *high(heads), rule, *(line for lines in [blank] * rows for line in (*lines, rule))]


def _block(block: Block, width: int) -> list[str]:
    match block:
        case Heading(text):
            lines = wrap(one_line(text), width)
            return [*lines, "-" * max(map(cell_width, lines))]
        case Paragraph(text):
            return wrap(one_line(text), width)
        case Listing(items, mark):
            return [line for item in items for line in _item(_MARKS[mark], item, width)]
        case Pairs(rows):
            return _pairs(rows, width)
        case BlankTable(columns, count):
            return _table(columns, count, width)
        case BlankLines(count, label):
            return _blank_lines(label, count, width)


def sheet_as_text(sheet: Sheet, width: int) -> str:
    """Return the sheet in lines of at most `width` terminal cells (fewer than 40 counts as 40).

    Nothing is cut: a word that is wider than a line is broken with "-". Only the line feed, at the end of
    every line, is a control character.
    """
    width = max(width, MIN_WIDTH)
    title = wrap(one_line(sheet.title), width)
    lines = [*title, "=" * max(map(cell_width, title)), ""]
    for before, block in zip((None, *sheet.blocks), sheet.blocks, strict=False):
        if before is not None and not isinstance(before, Heading):
            lines.append("")
        lines += _block(block, width)
    lines += ["", "-" * width]
    feet = filter(None, (sheet.emergency, sheet.help, sheet.footer))
    lines += [line for text in feet for line in wrap(one_line(text), width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"
