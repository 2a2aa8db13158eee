"""The sheet as a PDF on one A4, set by typst: tagged (PDF/UA-1 as checked by typst), same bytes every time.

Source of the choice and of the traps: the measured comparison of typesetters in the design of coach.
"""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from coach.domain.errors import InputError
from coach.domain.sheet import BlankLines, BlankTable, Block, Heading, Listing, Pairs, Paragraph, Sheet
from coach.domain.text import one_line
from coach.render.cells import clusters

_FOLDER = Path(__file__).resolve().parent
_TEMPLATE = _FOLDER / "sheet.typ"
_FONTS = _FOLDER / "fonts"

MISSING = "\u25a1"
"""Printed for a character that no font of the sheet has."""
MISSING_NOTICE = f"{MISSING} staat voor een teken dat hier niet gedrukt kan worden."
_LONG_WORD = 28
"""Width, in usual letters, from which a word may be broken anywhere: it might not fit half the sheet."""
_BROAD = frozenset("WwMm@%—…") | {MISSING}
_PIECE = 8
_SOFT_HYPHEN = "\u00ad"
_SURELY_LONG = 6_000
"""Characters that no layout gets onto one A4 at 11.5 pt; trying them would take seconds."""


class NoTypesetterError(InputError):
    """A PDF was asked for where typst is not installed, or cannot make it."""


def _typesetter() -> ModuleType:
    try:
        import typst
    except ImportError:
        raise NoTypesetterError(
            "Zonder typst kan coach geen PDF maken. Maak het blad als HTML (naam op .html) en print dat."
        ) from None
    return typst


@lru_cache(maxsize=1)
def printable_characters() -> frozenset[str]:
    """Return every character that the fonts of the sheet have."""
    lines = (_FONTS / "coverage.txt").read_text(encoding="ascii").split()
    bounds = ((int(line[:4], 16), int(line[5:], 16)) for line in lines)
    return frozenset(chr(code) for first, last in bounds for code in range(first, last + 1))


def _letters(cluster: str) -> float:
    """How many usual letters a cluster is wide, rounded up."""
    if cluster[0] in _BROAD:
        return 1.7
    return 1.25 if cluster[0].isupper() else 1.0


class _Words:
    """Makes foreign text ready to be set, and remembers whether a character was missing."""

    def __init__(self) -> None:
        self.printable = printable_characters()
        self.missing = False
        self.length = 0

    def _character(self, cluster: str) -> str:
        if all(char in self.printable for char in cluster):
            return cluster
        self.missing = True
        return MISSING

    def _word(self, word: str) -> str:
        pieces = [self._character(cluster) for cluster in clusters(word)]
        if sum(map(_letters, pieces)) < _LONG_WORD:
            return "".join(pieces)
        rest = iter(pieces)
        return _SOFT_HYPHEN.join(iter(lambda: "".join(islice(rest, _PIECE)), ""))

    def __call__(self, text: str) -> str:
        """Return `text` on one line, composed, with only characters that can be printed."""
        text = unicodedata.normalize("NFC", one_line(text))
        self.length += len(text)
        return " ".join(map(self._word, text.split(" ")))


def _block(block: Block, words: _Words) -> dict[str, Any]:
    match block:
        case Paragraph(text, strong):
            return {"kind": "paragraph", "text": words(text), "strong": strong}
        case Listing(items, mark):
            return {"kind": "list", "items": [words(item) for item in items], "mark": mark.value}
        case Pairs(rows):
            return {"kind": "pairs", "rows": [[words(label), words(text)] for label, text in rows]}
        case BlankTable(columns, rows):
            return {"kind": "table", "columns": [words(column) for column in columns], "rows": rows}
        case BlankLines(count, label):
            return {"kind": "lines", "labels": [words(f"{label}:" if label else ""), *[""] * (count - 1)]}
        case Heading():
            raise AssertionError("a heading opens a section")


def _joined(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines to write on that follow each other become one block, so that they begin below each other."""
    joined: list[dict[str, Any]] = []
    for block in blocks:
        if joined and block["kind"] == joined[-1]["kind"] == "lines":
            joined[-1]["labels"] += block["labels"]
        else:
            joined.append(block)
    return joined


def _sections(blocks: tuple[Block, ...], words: _Words) -> list[dict[str, Any]]:
    """The blocks under each heading; those before the first one stand under none."""
    sections: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Heading):
            sections.append((words(block.text), []))
        else:
            sections[-1][1].append(block)
    return [
        {
            "head": head,
            "wide": not head or any(isinstance(b, BlankTable | BlankLines | Paragraph) for b in inside),
            "list": bool(inside) and all(isinstance(b, Listing) for b in inside),
            "blocks": _joined([_block(block, words) for block in inside]),
        }
        for head, inside in sections
        if head or inside
    ]


def sheet_data(sheet: Sheet) -> dict[str, Any]:
    """Return what the template `sheet.typ` is given: plain JSON values, every text ready to be set."""
    words = _Words()
    data: dict[str, Any] = {
        "title": words(sheet.title),
        "sections": _sections(sheet.blocks, words),
        "emergency": words(sheet.emergency),
        "footer": words(sheet.footer),
    }
    return data | {"notice": MISSING_NOTICE if words.missing else "", "long": words.length > _SURELY_LONG}


def sheet_as_pdf(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF: one A4, or more with a notice on the first where it truly cannot fit one.

    Body text is never smaller than 11.5 pt and nothing is cut. The same sheet gives the same bytes on every
    machine. Raises NoTypesetterError where typst is missing or fails.
    """
    typst = _typesetter()
    try:
        made = typst.compile(
            str(_TEMPLATE),
            root=str(_FOLDER),
            font_paths=[str(_FONTS)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": json.dumps(sheet_data(sheet))},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    except typst.TypstError:
        # Without its cause: the message of typst can hold what the user typed.
        raise NoTypesetterError(
            "De PDF van dit blad lukt niet. Maak het blad als HTML (naam op .html) en print dat."
        ) from None
    return bytes(made)
