"""A sheet as a PDF on A4, set by typst: tagged (PDF/UA-1 as checked by typst), same bytes every time.

Source of the choice and of the traps: the measured comparison of typesetters in the design of coach.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from coach.domain.errors import InputError
from coach.domain.sheet import (
    BlankLines,
    BlankTable,
    Block,
    Heading,
    Listing,
    Pairs,
    Paper,
    Paragraph,
    Sheet,
)
from coach.domain.text import one_line
from coach.render.cells import clusters
from coach.render.room import lines_of
from coach.render.sections import Section, sections_of

_FOLDER = Path(__file__).resolve().parent
_FONTS = _FOLDER / "fonts"

MISSING = "\u25a1"
"""Printed for a character that no font of the sheet has."""
MISSING_NOTICE = f"{MISSING} staat voor een teken dat hier niet gedrukt kan worden."
_LONG_WORD = 28
"""Width, in usual letters, from which a word may be broken anywhere: it might not fit half the sheet."""
_LONG_IN_TABLE = 17
"""The same for a word in a table, whose columns are narrower."""
_BROAD = frozenset("WwMm@%—…") | {MISSING}
_PIECE = 8
_NUMBER_BEGINS = re.compile(r" (?=\d)")
"""A telephone number stays with the word before it."""
_NO_BREAK = "\u00a0"
_SOFT_HYPHEN = "\u00ad"
_SURELY_LONG = 130
"""Lines, as `lines_of` counts them, that no layout gets onto their paper; trying them would take seconds."""
_HEIGHTS = (
    (0.0212, 0.0184, 0.0165, 0.0162, 0.0148, 0.0134, 0.0126, 0.0119),
    (0.0226, 0.0199, 0.0182, 0.0182, 0.0167, 0.0155, 0.0147, 0.0138),
)
"""How much of an A4 a line takes in each layout of `sheet.typ`: measured at sheets with few and with many
short lines (the sheets of the tests). A wrong guess costs time and nothing else."""
_LARGE_HEIGHTS = ((0.031, 0.0282, 0.0259), (0.0354, 0.0325, 0.03))
_FITTING, _OVER_PAGES = "fitting", "over pages"
_PAGE = re.compile(rb"/Type */Page\b")


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

    def _character(self, cluster: str) -> str:
        if all(char in self.printable for char in cluster):
            return cluster
        self.missing = True
        return MISSING

    def _word(self, word: str, long: int) -> str:
        pieces = [self._character(cluster) for cluster in clusters(word)]
        if sum(map(_letters, pieces)) < long:
            return "".join(pieces)
        rest = iter(pieces)
        return _SOFT_HYPHEN.join(iter(lambda: "".join(islice(rest, _PIECE)), ""))

    def __call__(self, text: str, long: int = _LONG_WORD) -> str:
        """Return `text` on one line, composed, with only characters that can be printed.

        A word of `long` usual letters or more may be broken anywhere.
        """
        text = unicodedata.normalize("NFC", one_line(text))
        return " ".join(self._word(word, long) for word in text.split(" "))


def _block(block: Block, words: _Words) -> dict[str, Any]:
    match block:
        case Paragraph(text, strong):
            return {"kind": "paragraph", "text": words(text), "strong": strong}
        case Listing(items, mark):
            return {"kind": "list", "items": [words(item) for item in items], "mark": mark.value}
        case Pairs(rows):
            return {"kind": "pairs", "rows": [[words(label), words(text)] for label, text in rows]}
        case BlankTable(columns, rows):
            return {
                "kind": "table",
                "columns": [words(column, _LONG_IN_TABLE) for column in columns],
                "rows": rows,
            }
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


def _section(section: Section, words: _Words) -> dict[str, Any]:
    return {
        "head": words(section.head),
        "wide": section.wide,
        "list": section.only_lists,
        "blocks": _joined([_block(block, words) for block in section.blocks]),
    }


def sheet_data(sheet: Sheet) -> dict[str, Any]:
    """Return what the templates are given: plain JSON values, every text ready to be set.

    What is still to be added is `layout`, which `sheet.typ` explains.
    """
    words = _Words()
    data: dict[str, Any] = {
        "title": words(sheet.title),
        "sections": [_section(section, words) for section in sections_of(sheet.blocks)],
        "emergency": _NUMBER_BEGINS.sub(_NO_BREAK, words(sheet.emergency)),
        "help": _NUMBER_BEGINS.sub(_NO_BREAK, words(sheet.help)),
        "footer": words(sheet.footer),
        "large": sheet.paper is Paper.LARGE,
    }
    return data | {"notice": MISSING_NOTICE if words.missing else ""}


def _layouts(sheet: Sheet) -> Iterator[int | str]:
    """The layouts to try, best first: a guess, a more careful guess, and then whatever fits.

    To have the typesetter find out what fits takes as long as setting a sheet twice.
    """
    lines = lines_of(sheet)
    if lines > _SURELY_LONG:
        yield _OVER_PAGES
        return
    pages, guesses = (2, _LARGE_HEIGHTS) if sheet.paper is Paper.LARGE else (1, _HEIGHTS)
    tried = None
    for heights in guesses:
        at = next((at for at, height in enumerate(heights) if lines * height <= pages), None)
        if at is not None and at != tried:
            yield at
            tried = at
    yield _FITTING


def _set(typst: ModuleType, template: str, data: dict[str, Any]) -> bytes:
    made = typst.compile(
        str(_FOLDER / template),
        root=str(_FOLDER),
        font_paths=[str(_FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    return bytes(made)


def _made(typst: ModuleType, sheet: Sheet) -> bytes:
    data = sheet_data(sheet)
    if sheet.paper is Paper.CARDS:
        return _set(typst, "cards.typ", data)
    pages = 2 if sheet.paper is Paper.LARGE else 1
    for layout in _layouts(sheet):
        made = _set(typst, "sheet.typ", data | {"layout": layout})
        if isinstance(layout, str) or len(_PAGE.findall(made)) <= pages:
            return made
    raise AssertionError("the last layout is taken as it comes out")


def sheet_as_pdf(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF: one A4, in large print two, or one with four cards.

    Where it truly cannot fit, it goes on over more pages, with a notice on the first. Body text is never
    smaller than 11.5 pt, in large print 18 pt, and nothing is cut. The same sheet gives the same bytes on
    every machine. Raises NoTypesetterError where typst is missing or fails.
    """
    typst = _typesetter()
    try:
        return _made(typst, sheet)
    except typst.TypstError:
        # Without its cause: the message of typst can hold what the user typed.
        raise NoTypesetterError(
            "De PDF van dit blad lukt niet. Maak het blad als HTML (naam op .html) en print dat."
        ) from None
