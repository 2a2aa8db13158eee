"""Another sheet than the usual one, and printing: on the screen, with a printer that stands in."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from coach.domain.conversation import Part
from coach.domain.errors import InputError
from coach.domain.preparation import Chosen, Fact, Preparation
from coach.flows import print_sheet as flow
from coach.printing.printer import Printer, Reach
from coach.printing.send import Outcome
from coach.tui.screens import sheet as sheet_screen
from coach.tui.screens import sheet_print
from coach.tui.screens.sheet import SheetScreen
from coach.tui.screens.sheet_files import FileDialog
from coach.tui.screens.sheet_print import PrintDialog, VariantDialog
from coach.tui.widgets.line_field import LineField
from tests.tui.helpers import SMALL, WIDE, in_sight, settle, squeezed, text_of
from tests.tui.prepare_helpers import BAD, Prepared, assert_fits, preparing

SAID = Preparation(facts=(Fact("Begon om 9.40 uur"),), moment="donderdag")
SHARED = Printer("gang", Reach.SHARED)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A printer in the network that takes everything; the names of the threads that were at it."""
    used: list[str] = []

    def found() -> Printer:
        used.append(threading.current_thread().name)
        return SHARED

    def sent(data: bytes, printer: Printer) -> Outcome:
        used.append(threading.current_thread().name)
        assert data.startswith(b"%PDF-") and printer == SHARED
        return Outcome.SENT

    monkeypatch.setattr(sheet_print, "default_printer", found)
    monkeypatch.setattr(flow, "send_pdf", sent)
    return used


async def done(at: Prepared) -> None:
    """Wait until the printer was found, or has the sheet."""
    await at.app.workers.wait_for_complete()
    await settle(at.pilot)


def blad(at: Prepared) -> str:
    """The text of the preview, squeezed."""
    return squeezed(str(at.app.screen.query_one("#blad").render()))


async def test_another_sheet_is_shown_and_saved_under_its_own_name(here: Path) -> None:
    async with preparing(SMALL, start="sheet", preparation=SAID) as at:
        await at.click_word("ander blad")
        assert isinstance(at.app.screen, VariantDialog)
        assert_fits(at.app)
        await at.press("down", "down", "down", "down", "enter")
        assert "NIVEA" in blad(at) and "9.40" not in blad(at)
        assert in_sight("Dit zie je nu: Kaartjes met ezelsbruggen", at.app)
        await at.press("f6")
        assert at.app.screen.query_one(LineField).value == "geheugenkaartjes.pdf"
        await at.press("escape", "f3", *["up"] * 3, "enter", "f6")
        field = at.app.screen.query_one(LineField)
        field.value = "groot.txt"
        await at.press("enter")
        assert in_sight("Grote letters kunnen alleen in een .pdf of .html.", at.app)
        assert isinstance(at.app.screen, FileDialog) and list(here.iterdir()) == []
        await at.press("escape", "f3", "escape")
        assert squeezed("Begon om 9.40 uur") in blad(at)


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 16)])
async def test_printing_says_which_printer_and_goes_on_beside_the_screen(
    size: tuple[int, int], threads: list[str], here: Path
) -> None:
    async with preparing(size, start="sheet", preparation=SAID) as at:
        await at.press("f4")
        await done(at)
        assert in_sight("Je blad gaat naar printer gang.", at.app)
        assert in_sight("Anderen kunnen je blad zien.", at.app)
        assert not in_sight("Niet alles staat op je blad", at.app)
        if size != (60, 16):
            assert_fits(at.app)
        await at.press("enter")
        await done(at)
        assert isinstance(at.app.screen, SheetScreen)
        assert squeezed(text_of(at.app.screen.query_one("#bericht"))) == squeezed(
            "Je blad is naar de printer gestuurd."
        )
        assert len(threads) == 2 and threading.main_thread().name not in threads
        assert list(here.iterdir()) == []


async def test_what_is_left_out_is_said_before_and_escape_prints_nothing(threads: list[str]) -> None:
    many = tuple(Chosen(Part.NODIG, f"Wat heb je nodig op dag {day}?") for day in range(7))
    async with preparing(start="sheet", preparation=Preparation(opening=f"Een {BAD}?", questions=many)) as at:
        assert in_sight("Op een blad passen zes vragen.", at.app)
        await at.press("f4")
        await done(at)
        assert in_sight("Niet alles staat op je blad.", at.app)
        await at.press("escape")
        assert isinstance(at.app.screen, SheetScreen) and len(threads) == 1


async def test_without_a_printer_it_says_where_the_pdf_is(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_print, "default_printer", lambda: None)
    async with preparing(WIDE, start="sheet", preparation=SAID) as at:
        await at.press("f4")
        await done(at)
        assert in_sight("Er is geen printer ingesteld op deze computer.", at.app)
        await at.press("enter")
        await done(at)
        assert in_sight("Er is geen printer ingesteld.", at.app)
        assert squeezed(str(here / "gespreksblad.pdf")) in squeezed(
            text_of(at.app.screen.query_one("#bericht"))
        )
        assert (here / "gespreksblad.pdf").read_bytes().startswith(b"%PDF-")


async def test_a_printer_that_fails_is_told_on_the_sheet(
    threads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> str:
        raise InputError("Printen lukt niet.")

    monkeypatch.setattr(sheet_screen, "print_sheet", fails)
    async with preparing(start="sheet", preparation=SAID) as at:
        await at.press("f4")
        await done(at)
        assert isinstance(at.app.screen, PrintDialog)
        await at.press("enter")
        await done(at)
        assert in_sight("Printen lukt niet.", at.app)
