"""A sheet as one HTML file: no script, nothing from outside, styled for A4 paper.

Stands in for the PDF where no typesetter is installed; a browser prints it.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape
from itertools import groupby
from pathlib import Path

from coach.domain.sheet import (
    BlankLines,
    BlankTable,
    Block,
    Heading,
    Listing,
    Mark,
    Pairs,
    Paper,
    Paragraph,
    Sheet,
)
from coach.domain.text import one_line
from coach.render.room import lines_of
from coach.render.sections import Section, sections_of

_STYLE_FILE = Path(__file__).with_name("sheet.css")
_LINES = 58
"""What fits one A4 in one column, in lines as `lines_of` counts them, in the usual fonts."""
_MARK_WORDS = {Mark.DOT: "", Mark.BOX: "", Mark.CROSS: '<span class="word">Niet:</span> '}


def _text(text: str) -> str:
    """Foreign text as HTML text; `bdi` keeps its direction from reordering what stands around it."""
    return f"<bdi>{escape(one_line(text))}</bdi>"


def _blank_lines(label: str, count: int) -> list[str]:
    lead = f'<span class="label">{_text(label)}:</span>' if label else ""
    rules = ['<span class="rule"></span>'] * count
    first = f'<div class="write">{lead}{rules[0]}</div>' if rules else ""
    return [first, *(f'<div class="write">{rule}</div>' for rule in rules[1:])]


def _blank_table(columns: tuple[str, ...], count: int) -> list[str]:
    heads = "".join(f'<th scope="col">{_text(column)}</th>' for column in columns)
    rows = [f"<tr>{'<td></td>' * len(columns)}</tr>"] * count
    return [
        '<table class="blank">',
        f"<thead><tr>{heads}</tr></thead>",
        "<tbody>",
        *rows,
        "</tbody></table>",
    ]


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            raise AssertionError("a heading opens a section")
        case Paragraph(text, strong):
            return [f'<p class="strong">{_text(text)}</p>' if strong else f"<p>{_text(text)}</p>"]
        case Listing(items, mark):
            lines = [f"<li>{_MARK_WORDS[mark]}{_text(item)}</li>" for item in items]
            return [f'<ul class="{mark.value}">', *lines, "</ul>"]
        case Pairs(rows):
            lines = [
                f'<tr><th scope="row">{_text(label)}</th><td>{_text(text)}</td></tr>' for label, text in rows
            ]
            return ['<table class="pairs">', *lines, "</table>"]
        case BlankTable(columns, count):
            return _blank_table(columns, count)
        case BlankLines(count, label):
            return _blank_lines(label, count)


def _halves(sheet: Sheet) -> list[str]:
    """The sections; those that may stand in two columns on a full sheet are held together."""
    lines: list[str] = []
    for wide, run in groupby(sections_of(sheet.blocks), key=lambda section: section.wide):
        inside = [line for section in run for line in _section(section)]
        lines += inside if wide else ['<div class="halves">', *inside, "</div>"]
    return lines


def _section(section: Section) -> list[str]:
    head = [f"<h2>{_text(section.head)}</h2>"] if section.head else []
    return ["<section>", *head, *(line for block in section.blocks for line in _block(block)), "</section>"]


def _foot(sheet: Sheet) -> list[str]:
    feet = [(sheet.emergency, ' class="emergency"'), (sheet.help, ""), (sheet.footer, "")]
    return [f"<p{attribute}>{_text(text)}</p>" for text, attribute in feet if text]


def _page(sheet: Sheet) -> list[str]:
    title = f"<h1>{_text(sheet.title)}</h1>"
    return ["<main>", title, *_halves(sheet), "</main>", "<footer>", *_foot(sheet), "</footer>"]


def _cards(sheet: Sheet) -> list[str]:
    """The card four times; one who has it read aloud hears it once."""
    title = f"<h1>{_text(sheet.title)}</h1>"
    card = [title, *_halves(sheet), '<div class="foot">', *_foot(sheet), "</div>", "</div>"]
    copies = ['<div class="card" aria-hidden="true">', *card] * 3
    return ["<main>", '<div class="card">', *card, *copies, "</main>"]


def _is_full(sheet: Sheet) -> bool:
    """Whether it fits one A4 only when a part of it stands in two columns."""
    return sheet.paper is Paper.A4 and lines_of(sheet) > _LINES


def sheet_as_html(sheet: Sheet) -> str:
    """Return the sheet as a whole HTML document in UTF-8, to be written as it is.

    Its content security policy lets through the one style sheet inside (by its hash) and nothing else.
    """
    style = _STYLE_FILE.read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = escape(one_line(sheet.title))
    lines = [
        "<!DOCTYPE html>",
        '<html lang="nl">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta http-equiv="Content-Security-Policy" '
        f"content=\"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title>",
        f"<style>{style}</style>",
        "</head>",
        f'<body class="{sheet.paper.value}{" full" if _is_full(sheet) else ""}">',
        *(_cards(sheet) if sheet.paper is Paper.CARDS else _page(sheet)),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"
