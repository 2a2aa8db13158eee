"""The PDF on every paper: nothing runs off it, large print is large, cards are four to a page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from coach.domain.preparation import Preparation
from coach.domain.sheet import Sheet, build_sheet
from coach.render import pdf
from coach.render.pdf import sheet_as_pdf
from tests.unit.render.pdf_reading import A4, instructions, opened, read_words, tags, words_of
from tests.unit.samples import (
    AGREED,
    CARDS,
    EMERGENCY,
    FULLEST,
    HELP,
    LONGEST,
    TYPICAL,
    WORD,
    in_large_print,
    sheet_of,
)


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("sheet", [sheet_of(LONGEST), in_large_print(sheet_of(LONGEST)), AGREED, CARDS])
def test_nothing_runs_off_the_paper_and_no_word_is_lost(sheet: Sheet, tmp_path: Path) -> None:
    data = sheet_as_pdf(sheet)
    boxes = read_words(data, tmp_path, "-bbox")
    for axis, most in (("x", A4[0]), ("y", A4[1])):
        assert min(map(float, re.findall(rf'{axis}Min="([\d.]+)"', boxes))) >= 15
        assert max(map(float, re.findall(rf'{axis}Max="([\d.]+)"', boxes))) <= most - 11
    found = re.sub(r"[\s\u00ad\u2010-]", "", words_of(data, tmp_path))
    for block in sheet.blocks:
        for text in re.findall(r"[\w.,:“”€’]+", repr(block)):
            if text in (WORD, "9.40", "“te", "€", "ë", "ï.", "Niet", "Neemt", "betekenis"):
                assert text in found, text


@pytest.mark.parametrize(
    ("sheet", "pages"),
    [
        (sheet_of(TYPICAL), 2),
        (sheet_of(Preparation(), empty=True), 2),
        (sheet_of(Preparation()), 1),
        (sheet_of(LONGEST), 3),
    ],
)
def test_large_print_is_eighteen_points_on_two_pages(sheet: Sheet, pages: int) -> None:
    """What has little on it takes one, what has most takes more; the numbers of the pages are smaller."""
    document = opened(sheet_as_pdf(in_large_print(sheet)))
    assert len(document.pages) == pages
    sizes = Counter(float(operands[1]) for operator, operands in instructions(document) if operator == "Tf")
    assert sizes.most_common(1)[0][0] == 18
    assert {size for size in sizes if size < 18} <= {14}


@pytest.mark.needs("pdftotext")
def test_four_cards_of_which_a_reader_hears_one(tmp_path: Path) -> None:
    data = sheet_as_pdf(CARDS)
    document = opened(data)
    assert len(document.pages) == 1
    words = words_of(data, tmp_path)
    assert words.count("NIVEA") == words.count("0800-0113") == words.count("030-1234567") == 4
    assert tags(document)["/LI"] == 5
    sizes = {float(operands[1]) for operator, operands in instructions(document) if operator == "Tf"}
    assert sizes == {11.5, 15}


def test_a_card_with_too_much_on_it_takes_more_room() -> None:
    much = replace(CARDS, help="Hulp bij ons: " + "nog iemand die je helpt 030-1234567 · " * 40)
    assert len(opened(sheet_as_pdf(much)).pages) == 2


def test_a_guess_that_is_wrong_costs_time_and_no_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is guessed, the sheet comes out on one page."""
    for heights in ((0.0,) * 8, (1.0,) * 8):
        monkeypatch.setattr(pdf, "_HEIGHTS", (heights,))
        assert len(opened(sheet_as_pdf(sheet_of(FULLEST))).pages) == 1


@pytest.mark.needs("pdftotext")
def test_own_help_numbers_stand_at_the_foot(tmp_path: Path) -> None:
    own = build_sheet(TYPICAL, rather_not=(), moments=(), emergency=EMERGENCY, help_card=HELP)
    words = words_of(sheet_as_pdf(own), tmp_path)
    assert words.index("Bij nood") < words.index("Hulp bij ons: Bedrijfsarts") < words.index("Vernietig")
    assert "06-12345678 (ook ’s avonds)" in words
