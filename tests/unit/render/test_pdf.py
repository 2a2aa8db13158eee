from __future__ import annotations

import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings

from coach.domain.errors import InputError
from coach.domain.preparation import Chosen, Fact, Preparation
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
from coach.render import pdf
from coach.render.pdf import MISSING, NoTypesetterError, printable_characters, sheet_as_pdf, sheet_data
from tests.unit.render.pdf_reading import A4, MARGIN, instructions, opened, read_words, tags, words_of
from tests.unit.samples import (
    AGREED,
    ASKED,
    FULLEST,
    HARD,
    LONGEST,
    TYPICAL,
    preparations,
    sheet_of,
)

FOLDER = Path(pdf.__file__).parent

SHEETS = {
    "empty": sheet_of(Preparation(), empty=True),
    "bare": sheet_of(Preparation()),
    "typical": sheet_of(TYPICAL),
    "typical with room": sheet_of(replace(TYPICAL, plans=(), place=""), empty=True),
    "fullest": sheet_of(FULLEST),
    "longest": sheet_of(LONGEST),
    "agreed": AGREED,
}


@pytest.mark.parametrize("name", SHEETS)
def test_one_a4_tagged_titled_and_embedded(name: str) -> None:
    document = opened(sheet_as_pdf(SHEETS[name]))
    assert len(document.pages) == 1
    box = [float(value) for value in document.pages[0].MediaBox]
    assert (round(box[2]), round(box[3])) == A4
    assert document.Root.MarkInfo.Marked
    assert str(document.Root.Lang) in ("nl", "nl-NL")
    assert document.Root.ViewerPreferences.DisplayDocTitle
    with document.open_metadata() as metadata:
        assert metadata["dc:title"] == SHEETS[name].title
        assert metadata["pdfuaid:part"] == "1"
    fonts = [font for page in document.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())
        assert "NotoSans" in str(font.BaseFont)


def test_headings_lists_and_tables_are_tagged() -> None:
    found = tags(opened(sheet_as_pdf(SHEETS["typical"])))
    assert found["/Title"] + found["/H1"] >= 1
    assert sum(found[f"/H{level}"] for level in range(1, 4)) >= 7
    assert found["/Table"] == 1
    assert found["/TH"] == 4
    assert found["/LI"] == 2 + 3 + 6 + 2 + 4 + 3 + 1
    assert "/Figure" not in found


def test_black_and_white() -> None:
    """Every colour operator of the page sets grey, or red, green and blue alike."""
    document = opened(sheet_as_pdf(SHEETS["typical"]))
    for operator, operands in instructions(document):
        if operator in ("rg", "RG", "sc", "SC", "scn", "SCN"):
            assert len({float(value) for value in operands if not isinstance(value, pikepdf.Name)}) <= 1
        assert operator not in ("k", "K", "sh", "Do")


@pytest.mark.parametrize("name", SHEETS)
def test_body_is_never_smaller_than_eleven_and_a_half_points(name: str) -> None:
    document = opened(sheet_as_pdf(SHEETS[name]))
    sizes = [float(operands[1]) for operator, operands in instructions(document) if operator == "Tf"]
    scales = {
        abs(float(operands[0])) for operator, operands in instructions(document) if operator in ("Tm", "cm")
    }
    assert scales == {1.0}
    assert min(sizes) >= 11.5


def test_same_sheet_same_bytes() -> None:
    assert sheet_as_pdf(SHEETS["typical"]) == sheet_as_pdf(SHEETS["typical"])


def test_same_bytes_in_another_process_and_folder(tmp_path: Path, checkout: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(checkout)!r})\n"
        "from tests.unit.samples import TYPICAL, sheet_of\n"
        "from coach.render.pdf import sheet_as_pdf\n"
        "sys.stdout.buffer.write(sheet_as_pdf(sheet_of(TYPICAL)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
    assert run.stdout == sheet_as_pdf(SHEETS["typical"])


@pytest.mark.needs("pdftotext")
def test_all_text_is_in_it_in_reading_order(tmp_path: Path) -> None:
    words = words_of(sheet_as_pdf(SHEETS["typical"]), tmp_path)
    order = [TYPICAL.opening, "Herken je dat? Hoe kijk", "Wat is nodig", "Onze afspraken", "Bij nood: 112"]
    places = [words.index(text) for text in order]
    assert places == sorted(places)
    assert words.index("di 10 nov 2026") < words.index("ma 16 nov 2026")


@pytest.mark.needs("pdftotext")
def test_what_does_not_fit_goes_on_and_says_so(tmp_path: Path) -> None:
    sentence = "Je kwam drie keer later dan tien uur op het overleg en Mees nam het over. "
    long = replace(FULLEST, facts=tuple(Fact(f"{sentence * 3}Einde{number}.") for number in range(8)))
    data = sheet_as_pdf(sheet_of(long))
    assert len(opened(data).pages) == 2
    words = words_of(data, tmp_path)
    assert words.index("Lees verder op bladzijde 2") < words.index("Zo begin ik")
    assert words.index("Bij nood: 112") < words.index("Zo begin ik")
    assert "Bladzijde 1 van 2" in words and "Bladzijde 2 van 2" in words
    assert [words.count(f"Einde{number}.") for number in range(8)] == [1] * 8
    assert words.count("Vernietig het na het gesprek") == 1


@pytest.mark.needs("pdftotext")
def test_one_page_has_no_notice(tmp_path: Path) -> None:
    for name, sheet in SHEETS.items():
        assert "bladzijde" not in words_of(sheet_as_pdf(sheet), tmp_path).lower(), name


def test_the_longest_texts_there_can_be_are_made_in_time() -> None:
    text = "woord " * 3_333
    preparation = Preparation(
        opening=text,
        facts=(Fact(text),) * 8,
        questions=tuple(Chosen(part, text) for part in ASKED),
    )
    start = time.perf_counter()
    assert len(opened(sheet_as_pdf(sheet_of(preparation))).pages) > 20
    assert time.perf_counter() - start < 60


@settings(max_examples=25)
@given(preparations())
def test_any_preparation_can_be_set(preparation: Preparation) -> None:
    assert sheet_as_pdf(sheet_of(preparation)).startswith(b"%PDF-")


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_texts_in_every_block(text: str) -> None:
    blocks: tuple[Block, ...] = (
        Paragraph(text),
        Heading(text),
        Paragraph(text, strong=True),
        *(Listing((text, text), mark) for mark in Mark),
        Pairs(((text, text), (text, text))),
        BlankTable((text, text, text), 1),
        BlankTable((text,), 1),
        BlankTable((text, text), 1),
        BlankLines(2, text),
        BlankLines(0, text),
        Pairs(()),
        Listing(()),
    )
    assert sheet_as_pdf(Sheet(one_line(text) or "Titel", blocks, text, text)).startswith(b"%PDF-")


@pytest.mark.needs("pdftotext")
def test_a_text_is_never_typst_markup(tmp_path: Path) -> None:
    text = "#panic(1) $x^2$ *vet* _schuin_ @ref <label> `code` = kop \\ // weg https://a.nl #import x"
    words = words_of(sheet_as_pdf(sheet_of(Preparation(opening=text))), tmp_path)
    assert text.replace(" ", "") in words.replace(" ", "")


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize(
    "word", ["a" * 400, "hottentottententententoonstelling" * 4, "w" * 27, "W" * 40, "é" * 60]
)
def test_long_words_stay_on_the_paper(word: str, tmp_path: Path) -> None:
    """No word stands in the margin of 14 mm at either side, whatever the layout."""
    crowded = replace(FULLEST, facts=(Fact(f"{word} en dan nog een lange zin. " * 2),) * 8, opening=word)
    for preparation in (Preparation(opening=word, facts=(Fact(word),), moment=word), crowded):
        boxes = read_words(sheet_as_pdf(sheet_of(preparation)), tmp_path, "-bbox")
        left = [float(edge) for edge in re.findall(r'xMin="([\d.]+)"', boxes)]
        right = [float(edge) for edge in re.findall(r'xMax="([\d.]+)"', boxes)]
        assert len(left) > 30
        assert min(left) >= MARGIN
        assert max(right) <= A4[0] - MARGIN + 1


def test_a_character_that_cannot_be_printed_is_shown_and_named() -> None:
    data = sheet_data(Sheet("Titel", (Paragraph("👩\u200d👧 en שלום e\u0301"),), ""))
    assert data["sections"][0]["blocks"][0]["text"] == f"{MISSING} en {MISSING * 4} é"
    assert MISSING in data["notice"]
    assert sheet_data(SHEETS["typical"])["notice"] == ""


def test_the_fonts_have_every_character_that_they_promise() -> None:
    """With PDF/UA-1 typst refuses a character that no font has; all are set, regular and bold."""
    visible = sorted(char for char in printable_characters() if char.isprintable() and not char.isspace())
    assert len(visible) > 1_000
    rows = [" ".join(visible[at : at + 40]) for at in range(0, len(visible), 40)]
    sheet = Sheet("Tekens", tuple(Paragraph(row, strong) for row in rows for strong in (True, False)), "")
    assert sheet_as_pdf(sheet).startswith(b"%PDF-")
    assert set("€→←□☐✓×•…“”‘’–—ëéïĳŁőğ") <= printable_characters()


def test_without_typst_it_says_what_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoTypesetterError, match="HTML") as caught:
        sheet_as_pdf(SHEETS["typical"])
    assert isinstance(caught.value, InputError)


def test_a_failing_typesetter_tells_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "printable_characters", lambda: frozenset("SENTINL👍 "))
    with pytest.raises(NoTypesetterError) as caught:
        sheet_as_pdf(Sheet("SENTINEL", (Paragraph("SENTINEL 👍"),), ""))
    assert "SENTINEL" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_typst_is_imported_when_it_is_needed(checkout: Path) -> None:
    code = "import sys, coach.render.pdf; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=checkout, check=False).returncode == 0


def test_the_licence_travels_with_the_fonts() -> None:
    text = (FOLDER / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text
    for font in (FOLDER / "fonts").glob("*.ttf"):
        assert font.name in text
        assert font.stat().st_size < 130_000
