"""The sheet as Markdown (CommonMark, with the tables of GitHub): what was typed stays text.

Nothing that a user typed is read as a heading, list, link, emphasis, code, table or HTML.
"""

from __future__ import annotations

import re

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

_ALWAYS = re.compile(r"([\\`*_{}\[\]<>|~&@$^]|://|(?<=\w)\.(?=[^\W\d]))")
"""Signs that mean something anywhere; "://" and a dot within a word are what a bare address is known by."""
_AT_START = re.compile(r"\A([-+=#:]|\d+(?=[.)](?:\s|\Z)))")
"""Signs that mean something at the start of a line."""
_MARKS = {Mark.DOT: "- ", Mark.BOX: "- \\[ \\] ", Mark.CROSS: "- niet: "}
_LINE = "\\_" * 30


def escape_markdown(text: str) -> str:
    """Return `text` on one line, such that every Markdown reader shows it as it is."""
    escaped = _ALWAYS.sub(lambda match: "\\" + match[0], one_line(text))
    if start := _AT_START.match(escaped):
        sign = start[0]
        rest = escaped[len(sign) :]
        return f"{sign}\\{rest}" if sign[0].isdigit() else f"\\{sign}{rest}"
    return escaped


def _block(block: Block) -> list[str]:
    match block:
        case Heading(text):
            return [f"## {escape_markdown(text)}"]
        case Paragraph(text, strong):
            words = escape_markdown(text)
            return [f"**{words}**" if strong and words else words]
        case Listing(items, mark):
            return [f"{_MARKS[mark]}{escape_markdown(item)}" for item in items]
        case Pairs(rows):
            return [f"- **{escape_markdown(label)}:** {escape_markdown(text)}" for label, text in rows]
        case BlankTable(columns, count):
            heads = " | ".join(escape_markdown(column) for column in columns)
            rules = " | ".join("---" for _ in columns)
            empty = " | ".join("&nbsp;" for _ in columns)
            return [f"| {line} |" for line in (heads, rules, *[empty] * count)]
        case BlankLines(count, label):
            lead = f"{escape_markdown(label)}: " if label else ""
            lines = [f"{lead}{_LINE}", *([_LINE] * (count - 1))]
            return [line for line in lines for line in (line, "")][:-1]


def sheet_as_markdown(sheet: Sheet) -> str:
    """Return the sheet as Markdown; ends in one line feed."""
    parts = [[f"# {escape_markdown(sheet.title)}"], *map(_block, sheet.blocks), ["---"]]
    parts += [[escape_markdown(text)] for text in (sheet.emergency, sheet.help, sheet.footer) if text]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"
