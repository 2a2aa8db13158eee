"""The check screen: verdict while typing, why, better wordings, both switches."""

from __future__ import annotations

import pytest
from textual.widgets import TextArea

from coach.domain.guard.labels import Role, Status, Verdict
from coach.domain.preparation import Preparation
from coach.library.load import Library
from coach.tui.dialogs.emergency import EmergencyDialog
from coach.tui.widgets.judged_field import JudgedField
from tests.tui.helpers import SMALL, WIDE, assert_snapshot, in_sight, make_app, settle
from tests.tui.samples import SampleLibrary

FORBIDDEN = "Heb je een burn-out?"


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_picture(size: tuple[int, int]) -> None:
    app = make_app(SampleLibrary(), start="check")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.screen.query_one(JudgedField).value = FORBIDDEN
        await settle(pilot)
        assert_snapshot(app, f"check-{size[0]}x{size[1]}")


async def test_the_verdict_follows_the_typing(library: Library) -> None:
    app = make_app(library, start="check")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert in_sight("Probeer bijvoorbeeld", app)
        await pilot.press(*"Hoe gaat het?")
        await settle(pilot)
        assert in_sight("✓ Goed.", app)
        assert not in_sight("Probeer bijvoorbeeld", app)
        await pilot.press("ctrl+u", *"Ben je ziek")
        await settle(pilot)
        for words in ("× Verboden.", "Kies liever:", "Bron:"):
            assert in_sight(words, app)
        await pilot.press("ctrl+u")
        await settle(pilot)
        assert in_sight("Probeer bijvoorbeeld", app)
        assert not in_sight("Verboden", app)


async def test_the_switches_change_the_judgement(library: Library) -> None:
    app = make_app(library, start="check")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        field = app.screen.query_one(JudgedField)
        field.value = FORBIDDEN
        await pilot.press("f5")
        await settle(pilot)
        assert field.role is Role.NOTITIE
        assert field.judgement is not None
        assert field.judgement.verdict is Verdict.MAG_NIET
        assert in_sight("× Mag niet.", app)
        assert in_sight("Wat wil je opschrijven?", app)
        await pilot.press("f6")
        await settle(pilot)
        assert field.status is Status.ZIEK
        await pilot.click("#role .option")
        await settle(pilot)
        assert field.role is Role.ZEGT


async def test_the_status_comes_from_the_preparation(library: Library) -> None:
    app = make_app(library, start="check", preparation=Preparation(status=Status.ZIEK))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        field = app.screen.query_one(JudgedField)
        assert field.status is Status.ZIEK
        await pilot.press("escape")
        app.session.preparation = Preparation(status=Status.WERKT)
        app.go("check")
        await settle(pilot)
        assert field.status is Status.WERKT


async def test_going_away_loses_nothing(library: Library) -> None:
    app = make_app(library, start="check")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press(*"Ik zag je.")
        await pilot.press("f9", "escape", "escape")
        app.go("check")
        await settle(pilot)
        assert app.screen.query_one(TextArea).text == "Ik zag je."


async def test_nood_opens_the_card_once(library: Library) -> None:
    app = make_app(library, start="check")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        field = app.screen.query_one(JudgedField)
        field.value = "Ik denk aan zelfmoord"
        await settle(pilot)
        assert isinstance(app.screen, EmergencyDialog)
        await pilot.press("escape", *" hoor")
        await settle(pilot)
        assert not isinstance(app.screen, EmergencyDialog)
        assert in_sight("Dit klinkt als nood", app)
        assert field.value.endswith(" hoor")
        field.value = "Hoe gaat het?"
        await settle(pilot)
        field.value = "Ik denk aan zelfmoord"
        await settle(pilot)
        assert isinstance(app.screen, EmergencyDialog)


async def test_without_colour_every_verdict_still_has_its_word(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(library, start="check")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert app.no_color
        app.screen.query_one(JudgedField).value = FORBIDDEN
        await settle(pilot)
        assert in_sight("× Verboden.", app)
        assert in_sight("(•) zeggen", app)
