"""The store on the screens: making it, opening it, drafts, what may go, and forgetting."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from coach.domain.kept import Document, Due, Gone, Kept, Kind
from coach.domain.preparation import Fact, Preparation
from coach.flows.keeper import Keeper, State
from coach.storage.place import StorePlace
from coach.storage.preparation_form import VERSION, as_data
from coach.tui.dialogs.at_start import AtStartDialog
from coach.tui.dialogs.keep import KeepDialog
from coach.tui.dialogs.receipt import ReceiptDialog
from coach.tui.dialogs.set_up import SetUpDialog
from coach.tui.dialogs.unlock import RecoverDialog, UnlockDialog
from coach.tui.screens.prepare import PrepareScreen
from coach.tui.widgets.choice_list import ChoiceList
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.secret_field import SecretField
from tests.tui.helpers import TODAY, in_sight, notices, screen_text, settle
from tests.tui.prepare_helpers import BAD, Prepared, assert_fits, preparing
from tests.unit.storage.stores import CHEAP, CODE, PASSPHRASE, content, document, made

FACT = "Kwam om 9.40 uur binnen."
SAID = Preparation(label="rooster", facts=(Fact(FACT),))


def keeper_in(home: Path) -> Keeper:
    return Keeper(StorePlace(home), lambda: TODAY, cost=CHEAP)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home folder of a store with one preparation that may go and one that may stay."""
    with made(tmp_path, today=TODAY) as store:
        for label, until in (("oud", date(2026, 11, 1)), ("rooster", date(2026, 12, 1))):
            body = as_data(Preparation(label=label, facts=(Fact(FACT),)))
            store.save(document(label, version=VERSION, body=body, keep_until=until), TODAY)
    return tmp_path


async def until(at: Prepared, happened: Callable[[], object]) -> None:
    """Wait until something happened that a thread does."""
    end = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < end, screen_text(at.app)
        await at.pilot.pause(0.02)
    await settle(at.pilot)


async def shows(at: Prepared, dialog: type[Screen[Any]]) -> None:
    """Wait until a screen or dialog of this kind is on top."""
    await until(at, lambda: isinstance(at.app.screen, dialog))


@asynccontextmanager
async def opened(
    home: Path, *, start: str = "prepare", wanted: str = "", **more: Any
) -> AsyncIterator[Prepared]:
    """Run the app with the passphrase from a file, until the store is open and nothing lies on top."""
    keeper = keeper_in(home)
    keeper.passphrase, keeper.wanted = PASSPHRASE, wanted
    async with preparing(start=start, keeper=keeper, **more) as at:
        await until(at, lambda: keeper.state is State.OPEN)
        yield at
        at.app.keeping.finish()


def drafts(found: list[Kept]) -> list[str]:
    return [json.dumps(kept.document.body) for kept in found if kept.summary.kind is Kind.DRAFT]


async def fill(at: Prepared, field: str, text: str) -> None:
    """Put a text in a field of the dialog on top."""
    at.app.screen.query_one(field, LineField).value = text
    await settle(at.pilot)


async def go_on(at: Prepared) -> None:
    """Click the button; one that was just clicked takes no other click for a fifth of a second."""
    while at.app.screen.query_one("#doen").has_class("-active"):
        await at.pilot.pause(0.05)
    await at.click("#doen")


async def test_a_store_is_made_when_one_first_keeps_something(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path / "thuis")
    async with preparing(preparation=Preparation(facts=(Fact(FACT),)), keeper=keeper) as at:
        await at.press("f8")
        assert isinstance(at.app.screen, SetUpDialog)
        assert_fits(at.app)
        await fill(at, "#eerste", PASSPHRASE)
        await fill(at, "#tweede", "typefout")
        await go_on(at)
        assert in_sight("niet gelijk", at.app)
        await fill(at, "#tweede", PASSPHRASE)
        assert PASSPHRASE not in screen_text(at.app)
        await go_on(at)
        assert_fits(at.app)
        code = str(at.app.screen.query_one("#code").render())
        assert in_sight(code, at.app)
        await fill(at, "#groep", "XXXX")
        await go_on(at)
        assert in_sight("Dat zijn ze niet", at.app)
        assert not (tmp_path / "thuis").exists()
        await fill(at, "#groep", code[-4:].lower())
        await go_on(at)
        await shows(at, KeepDialog)
        await fill(at, "#naam", "rooster")
        await at.press("enter")
        await shows(at, PrepareScreen)
        assert "Bewaard in je kluis als rooster." in notices(at.app)
        assert at.said.label == "rooster"
        at.app.keeping.finish()
    (kept,) = content(tmp_path / "thuis")
    assert (kept.summary.label, FACT in json.dumps(kept.document.body)) == ("rooster", True)


async def test_escape_at_making_a_store_leaves_nothing_behind(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path / "thuis")
    async with preparing(preparation=SAID, keeper=keeper) as at:
        await at.press("f8", "escape")
        assert isinstance(at.app.screen, PrepareScreen)
        at.app.keeping.touched()
        await at.pilot.pause(0.8)
        at.app.keeping.finish()
    assert not (tmp_path / "thuis").exists()


async def test_the_passphrase_is_asked_at_the_start_and_a_wrong_one_changes_nothing(home: Path) -> None:
    keeper = keeper_in(home)
    async with preparing(start="home", keeper=keeper) as at:
        await shows(at, UnlockDialog)
        assert_fits(at.app)
        await fill(at, "#wachtwoord", "fout")
        await at.press("enter")
        await until(at, lambda: in_sight("past niet op je kluis", at.app))
        assert at.app.screen.query_one(SecretField).value == ""
        await fill(at, "#wachtwoord", PASSPHRASE)
        await at.press("enter")
        await until(at, lambda: keeper.state is State.OPEN)
        keeper.close()
    async with preparing(start="home", keeper=keeper) as at:
        await shows(at, UnlockDialog)
        await at.press("escape")
        assert keeper.state is State.CLOSED


async def test_the_recovery_code_gives_a_way_in(home: Path) -> None:
    keeper = keeper_in(home)
    async with preparing(start="kept", keeper=keeper) as at:
        await shows(at, UnlockDialog)
        await at.click("#vergeten")
        assert isinstance(at.app.screen, RecoverDialog)
        assert_fits(at.app)
        for name, text in (
            ("#code", "onzin"),
            ("#eerste", "nieuw wachtwoord"),
            ("#tweede", "nieuw wachtwoord"),
        ):
            await fill(at, name, text)
        await at.click("#doen")
        await until(at, lambda: in_sight("zeven groepjes", at.app))
        await fill(at, "#code", CODE)
        await at.click("#doen")
        await until(at, lambda: keeper.state is State.OPEN)
        keeper.close()
    keeper.unlock("nieuw wachtwoord")
    keeper.close()


async def test_what_is_typed_is_in_the_store_within_a_second(home: Path) -> None:
    async with opened(home, wanted="rooster") as at:
        await shows(at, AtStartDialog)
        await at.press("escape")
        assert at.said.filled == SAID.filled
        assert at.app.session.keeper.current is not None
        await at.go("plek")
        await at.paste(f"kamer 3 {BAD}")
        await at.press("tab")
        await at.paste("kamer 4")
        typed = time.monotonic()
        store = at.app.session.keeper.store
        await until(at, lambda: "kamer 4" in "".join(drafts(store.everything(TODAY))))
        waited = time.monotonic() - typed
        assert BAD not in "".join(drafts(store.everything(TODAY)))
        # How long it takes is not judged here: the machine may be busy. That it comes by itself is.
        assert waited < 20
    assert len(drafts(content(home))) == 1


async def test_a_draft_comes_back_after_a_sudden_end(home: Path) -> None:
    async with opened(home) as at:
        await shows(at, AtStartDialog)
        await at.press("escape")
        at.app.session.preparation = Preparation(place="kamer 3")
        at.app.keeping.finish()  # as at a signal: what no pause saved yet is saved at the end
    async with opened(home) as at:
        await shows(at, AtStartDialog)
        await at.press("escape")
        assert at.said.filled == Preparation(place="kamer 3")
        await at.go("plek")
        assert in_sight("kamer 3", at.app)


async def test_what_is_due_and_what_may_go_is_told_at_the_start(home: Path) -> None:
    keeper = keeper_in(home)
    keeper.unlock(PASSPHRASE)
    due = (Due(TODAY, "eerste controle"),)
    keeper.store.save(Document(Kind.AGREEMENTS, "najaar", 1, {"tekst": FACT}, due=due), TODAY)
    keeper.close()
    async with opened(home, start="home", wanted="oud") as at:
        await shows(at, AtStartDialog)
        assert_fits(at.app)
        assert in_sight("najaar: eerste controle", at.app)
        assert FACT not in screen_text(at.app)
        assert at.said.label == "oud"
        await at.press("space")
        await at.click("#doen")
        await shows(at, ReceiptDialog)
        assert_fits(at.app)
        assert in_sight("gewist", at.app)
        # What was forgotten may not come back from the screen.
        assert at.said == Preparation()
    assert [kept.summary.label for kept in content(home)] == ["rooster", "najaar"]


async def test_going_on_with_what_is_kept_and_forgetting_it(home: Path, tmp_path: Path) -> None:
    async with opened(home, start="kept") as at:
        await shows(at, AtStartDialog)
        await at.press("escape")
        await until(at, lambda: in_sight("rooster", at.app))
        assert_fits(at.app)
        await at.press("enter")
        assert isinstance(at.app.screen, PrepareScreen)
        assert at.said.filled == SAID.filled
        at.app.keeping.note(tmp_path / "blad.pdf")
        (tmp_path / "blad.pdf").write_text("x")
        await at.app.workers.wait_for_complete()
        at.app.go("kept")
        await settle(at.pilot)
        assert in_sight("nu open", at.app)
        await at.press("f8", "j")
        await shows(at, ReceiptDialog)
        assert in_sight(Gone.LEFT, at.app)
        await at.press("escape")
        assert at.said == Preparation()
        assert not in_sight("rooster", at.app)
    assert [kept.summary.label for kept in content(home)] == ["oud"]


async def test_the_whole_store_can_be_wiped_without_its_passphrase(home: Path) -> None:
    keeper = keeper_in(home)
    async with preparing(start="kept", keeper=keeper) as at:
        await shows(at, UnlockDialog)
        await at.press("escape")
        menu = at.app.screen.query_one("#kluis", ChoiceList)
        menu.focus()
        await at.press("end", "enter", "j")
        await shows(at, ReceiptDialog)
        await at.press("escape")
        assert in_sight("Maak een kluis", at.app)
    assert list(home.iterdir()) == []


async def test_a_store_in_use_elsewhere_is_told_and_coach_goes_on(home: Path) -> None:
    with made(home / "ander", today=TODAY):
        keeper = keeper_in(home / "ander")
        keeper.passphrase = PASSPHRASE
        async with preparing(keeper=keeper) as at:
            await until(at, lambda: notices(at.app))
            assert "al open in een ander venster" in notices(at.app)[0]
            assert isinstance(at.app.screen, PrepareScreen)
