"""Saving the sheet and the preparation, and opening one: every form, every thing that stands in the way."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.widgets import Button

from coach.domain.preparation import Fact, Preparation
from coach.flows.save import Form
from coach.storage.preparation_file import read_preparation, write_preparation
from coach.tui.screens.sheet import SheetScreen
from coach.tui.screens.sheet_files import BadNameError, FileDialog, path_of
from coach.tui.widgets.choice_list import ChoiceList
from coach.tui.widgets.line_field import LineField
from tests.tui.helpers import SMALL, WIDE, in_sight, settle, squeezed, text_of
from tests.tui.prepare_helpers import BAD, Prepared, assert_fits, preparing

SAID = Preparation(label="gesprek", facts=(Fact("Begon om 9.40 uur"),), moment="donderdag")
STARTS = {
    Form.PDF: b"%PDF-",
    Form.HTML: b"<!doctype html",
    Form.MARKDOWN: b"# Mijn gesprek",
    Form.TEXT: b"Mijn gesprek",
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, which is home as well."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def field(at: Prepared) -> LineField:
    """The field with the name of the file."""
    return at.app.screen.query_one(LineField)


async def done(at: Prepared) -> None:
    """Wait until the file has been written or refused."""
    await at.app.workers.wait_for_complete()
    await settle(at.pilot)


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 16)])
async def test_the_dialog_offers_a_safe_name_and_enter_saves_a_pdf(size: tuple[int, int], here: Path) -> None:
    async with preparing(size, start="sheet", preparation=SAID) as at:
        await at.press("f6")
        assert field(at).value == "gespreksblad.pdf" and field(at).has_focus
        if size != (60, 16):
            assert_fits(at.app)
        await at.press("enter")
        await done(at)
        assert isinstance(at.app.screen, SheetScreen)
        assert (here / "gespreksblad.pdf").read_bytes().startswith(STARTS[Form.PDF])
        told = text_of(at.app.screen.query_one("#bericht"))
        assert squeezed(told) == squeezed(f"Je blad staat in {here / 'gespreksblad.pdf'}")


@pytest.mark.parametrize("form", [Form.HTML, Form.MARKDOWN, Form.TEXT])
async def test_choosing_a_form_changes_the_ending_and_what_is_written(form: Form, here: Path) -> None:
    async with preparing(start="sheet", preparation=SAID) as at:
        await at.press("f6", "shift+tab", *["down"] * list(Form).index(form), "space")
        assert field(at).value == f"gespreksblad{form.value}"
        await at.click("#doen")
        await done(at)
        written = (here / f"gespreksblad{form.value}").read_bytes()
        assert written.lower().startswith(STARTS[form].lower())
        assert b"Begon om 9.40 uur" in written


async def test_a_form_is_chosen_by_mouse_and_by_typing_an_ending(here: Path) -> None:
    async with preparing(start="sheet", preparation=SAID) as at:
        await at.click_word("blad bewaren")
        forms = at.app.screen.query_one(ChoiceList)
        await at.click(forms, offset=Offset(8, 2))
        assert field(at).value == "gespreksblad.md"
        field(at).value = "mijn.blad.txt"
        await settle(at.pilot)
        assert [item.id for item in forms.items if item.mark.value == "(x)"] == [".txt"]
        field(at).value = "~/zonder ending"
        field(at).focus()
        await at.press("enter")
        await done(at)
        assert (here / "zonder ending.txt").exists()


async def test_an_existing_file_asks_first(here: Path) -> None:
    (here / "gespreksblad.txt").write_text("van mij")
    async with preparing(start="sheet", preparation=SAID) as at:
        await at.press("f6")
        field(at).value = "gespreksblad.txt"
        await at.press("enter")
        assert in_sight("Dit bestand bestaat al.", at.app)
        assert str(at.app.screen.query_one("#doen", Button).label) == "Vervangen"
        assert (here / "gespreksblad.txt").read_text() == "van mij"
        await at.press("x", "backspace")
        assert not in_sight("Dit bestand bestaat al.", at.app)
        await at.press("enter")
        assert (here / "gespreksblad.txt").read_text() == "van mij"
        await at.press("enter")
        await done(at)
        assert (here / "gespreksblad.txt").read_text().startswith("Mijn gesprek")


async def test_what_goes_wrong_is_said_and_the_name_stays(here: Path) -> None:
    (here / "map.pdf").mkdir()
    async with preparing(start="sheet", preparation=SAID) as at:
        await at.press("f6")
        for name, said in [
            ("nergens/blad.pdf", "De map van"),
            ("map.pdf", "is een map"),
            ("", "Typ eerst een naam"),
            (f"{'x' * 300}.pdf", "kan hier niet"),
        ]:
            field(at).value = name
            await at.press("enter")
            await done(at)
            assert in_sight(said, at.app), name
            assert isinstance(at.app.screen, FileDialog)
            assert field(at).value == name
        await at.press("escape")
        assert isinstance(at.app.screen, SheetScreen)
        assert list(here.iterdir()) == [here / "map.pdf"]


async def test_without_the_typesetter_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    async with preparing(start="sheet", preparation=SAID) as at:
        await at.press("f6", "enter")
        await done(at)
        assert in_sight("Zonder typst kan coach geen PDF maken.", at.app)
        assert isinstance(at.app.screen, FileDialog)
        assert list(here.iterdir()) == []


async def test_an_empty_sheet_can_be_saved(here: Path) -> None:
    async with preparing(start="sheet") as at:
        await at.press("f6")
        field(at).value = "leeg.txt"
        await at.press("enter")
        await done(at)
        assert "____" in (here / "leeg.txt").read_text()


async def test_the_preparation_is_kept_and_opened_again(here: Path) -> None:
    async with preparing(start="sheet", preparation=SAID) as at:
        await at.press("f7")
        assert field(at).value == "voorbereiding.json"
        field(at).value = "eerste"
        await at.press("enter")
        await done(at)
        assert read_preparation(here / "eerste.json") == SAID
        assert in_sight(f"Je voorbereiding staat in {here / 'eerste.json'}", at.app)
        other = Preparation(moment="vrijdag om elf")
        write_preparation(here / "tweede.json", other)
        await at.press("f8")
        assert in_sight("Wat je nu hebt ingevuld, verdwijnt", at.app)
        await at.press("n")
        assert at.said == SAID
        await at.press("f8", "j")
        field(at).value = "tweede.json"
        await at.press("enter")
        await done(at)
        assert at.said == other
        assert in_sight("Geopend:", at.app) and in_sight("vrijdag om elf", at.app)
        await at.press("f2")
        await at.go("plek")
        assert in_sight("vrijdag om elf", at.app)


async def test_an_opened_preparation_replaces_the_fields_of_the_old_one(here: Path) -> None:
    write_preparation(here / "voorbereiding.json", Preparation(facts=(Fact("Uit het bestand"),)))
    async with preparing(step="feiten") as at:
        await at.press("tab")
        await at.paste(f"Een {BAD}")
        at.app.go("sheet")
        await settle(at.pilot)
        await at.press("f8", "j", "enter")
        await done(at)
        assert at.session.held == {}
        await at.press("f2")
        await at.go("feiten")
        assert in_sight("Uit het bestand", at.app) and not in_sight(BAD, at.app)


async def test_what_may_not_be_kept_is_not_in_the_file(here: Path) -> None:
    bad = Preparation(facts=(Fact("Begon om 9.40 uur"), Fact(f"Heeft een {BAD}")), label=f"{BAD}")
    async with preparing(start="sheet", preparation=bad) as at:
        await at.press("f7", "enter")
        await done(at)
        text = (here / "voorbereiding.json").read_text()
        assert BAD not in text and "9.40" in text
        assert in_sight("In het bestand staat niet wat je niet mag bewaren.", at.app)


async def test_nothing_filled_in_is_nothing_to_keep(here: Path) -> None:
    async with preparing(start="sheet") as at:
        await at.press("f7")
        assert in_sight("Er is dus nog niets om te bewaren.", at.app)
        assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [("{", "geen JSON"), (json.dumps({"soort": "iets"}), "klopt niet"), (None, "bestaat niet")],
)
async def test_a_file_that_cannot_be_opened_says_why(content: str | None, said: str, here: Path) -> None:
    if content is not None:
        (here / "voorbereiding.json").write_text(content)
    async with preparing(start="sheet") as at:
        await at.press("f8", "enter")
        await done(at)
        assert in_sight(said, at.app)
        assert isinstance(at.app.screen, FileDialog)
        assert field(at).value == "voorbereiding.json"
        assert at.said == Preparation()


def test_a_name_becomes_a_place(here: Path) -> None:
    assert path_of("blad.pdf") == here / "blad.pdf"
    assert path_of(" ~/blad.pdf ") == here / "blad.pdf"
    assert path_of("/elders/blad.pdf") == Path("/elders/blad.pdf")
    for name in ("", "  ", "a\x1bb", "a\x00b", "~geengebruiker-van-hier/x"):
        with pytest.raises(BadNameError):
            path_of(name)
