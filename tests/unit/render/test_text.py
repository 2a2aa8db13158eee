from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coach.domain.preparation import Preparation
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
    questions_on_paper,
)
from coach.domain.text import one_line
from coach.render.cells import cell_width
from coach.render.text import sheet_as_text
from tests.unit.samples import AGREED, AGREEMENTS, HARD, TO_AGREE, TYPICAL, preparations, sheet_of

SQUEEZED = str.maketrans("", "", " -\n")


def squeezed(text: str) -> str:
    """The text without what a break may add or take."""
    return text.translate(SQUEEZED)


@pytest.mark.parametrize("width", [40, 80, 120])
@given(preparation=preparations(), empty=st.booleans())
def test_any_preparation_fits_the_width(width: int, preparation: Preparation, empty: bool) -> None:
    text = sheet_as_text(sheet_of(preparation, empty=empty), width)
    for line in text.split("\n"):
        assert cell_width(line) <= width
        assert cell_len(line) <= width
    assert text == "".join(char for char in text if char == "\n" or char.isprintable() or ord(char) > 0x9F)
    assert text.endswith("\n") and not text.endswith("\n\n")


@pytest.mark.parametrize("width", [40, 80, 120])
@given(preparation=preparations())
def test_nothing_that_was_filled_in_is_lost(width: int, preparation: Preparation) -> None:
    shown = squeezed(sheet_as_text(sheet_of(preparation), width))
    texts = [preparation.moment, preparation.place, preparation.opening]
    texts += [fact.what for fact in preparation.facts] + [
        asked.text for asked in questions_on_paper(preparation.questions)
    ]
    assert all(squeezed(one_line(text)) in shown for text in texts)


def test_any_block_of_any_text() -> None:
    for text in HARD:
        blocks: tuple[Block, ...] = (
            Heading(text),
            Paragraph(text),
            *(Listing((text, text), mark) for mark in Mark),
            Pairs(((text, text), (text * 3, "kort"))),
            BlankTable((text, text, text), 2),
            BlankTable((text,), 1),
            BlankTable((text, "kort"), 1),
            BlankLines(2, text),
            BlankLines(0, text),
        )
        for width in (40, 60, 80, 120):
            shown = sheet_as_text(Sheet(text, blocks, text, text), width)
            assert max(map(cell_width, shown.split("\n"))) <= width


def test_marks_are_words_or_plain_signs() -> None:
    sheet = Sheet("T", tuple(Listing(("iets",), mark) for mark in Mark), "")
    lines = sheet_as_text(sheet, 40).split("\n")
    assert {"- iets", "[ ] iets", "x niet: iets"} <= set(lines)


def test_a_narrow_table_becomes_lines() -> None:
    sheet = Sheet("T", (BlankTable(("Wie", "Doet wat"), 2),), "")
    narrow, wide = sheet_as_text(sheet, 40), sheet_as_text(sheet, 80)
    assert narrow.count("Wie: ____") == narrow.count("Doet wat: ____") == 2
    assert wide.count("Wie") == 1
    assert len({len(line) for line in wide.split("\n") if line.startswith(("|", "+"))}) == 1


def test_labels_stand_in_a_column_where_there_is_room() -> None:
    wide = sheet_as_text(sheet_of(TYPICAL), 80)
    assert "Moment  donderdag 19 november, 10.00 uur" in wide
    assert "- Moment: donderdag 19 november, 10.00\n  uur" in sheet_as_text(sheet_of(TYPICAL), 40)


def test_narrower_than_forty_counts_as_forty() -> None:
    assert sheet_as_text(sheet_of(TYPICAL), 10) == sheet_as_text(sheet_of(TYPICAL), 40)


def test_lines_to_write_on() -> None:
    text = sheet_as_text(Sheet("T", (BlankLines(2, "Plek"), BlankLines(1)), ""), 40)
    assert "Plek: " + "_" * 34 + "\n\n" + "_" * 40 in text
    assert text.count("_" * 34) == 3


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_what_was_agreed_is_there_and_the_empty_one_has_room(width: int) -> None:
    shown, empty = sheet_as_text(AGREED, width), sheet_as_text(TO_AGREE, width)
    for text in (shown, empty):
        assert max(map(cell_width, text.split("\n"))) <= width
        assert "030-1234567" in text
    for agreement in AGREEMENTS.agreements:
        assert squeezed(agreement.what) in squeezed(shown).replace("-", "")
    assert ("Nummer 6" in empty) == (width < 60)
