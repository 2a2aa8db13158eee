"""Agreeing on the screen that is turned to the employee, looking back, and taking agreements along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Footer

from coach.domain.agreements import LookBack, Record, Subject, Team, Who
from coach.domain.guard.labels import Status
from coach.domain.preparation import Preparation
from coach.library.load import Library
from coach.storage.agreements_file import read_record
from coach.tui.app import CoachApp
from coach.tui.screens.agreement import AgreementScreen
from coach.tui.screens.records import PAGE
from coach.tui.widgets.choice_list import ChoiceList
from tests.tui.helpers import SMALL, TODAY, every_text, in_sight, make_app, notices, settle
from tests.tui.test_dutch import english
from tests.unit.agreements import USUAL

BAD = "Hij heeft een burn-out."


def kept(app: CoachApp) -> Record:
    """Return the one record on the shelf."""
    (entry,) = app.session.shelf.entries()
    return app.session.shelf.load(entry.id)


async def typed(pilot: Pilot[Any], text: str, *keys: str) -> None:
    """Put a text into the field that has the focus, at once, then press keys."""
    if text:
        pilot.app.post_message(events.Paste(text))
        await pilot.pause()
    await pilot.press(*keys)
    await settle(pilot)


def assert_calm(app: CoachApp) -> None:
    """Nothing is English, nothing speaks of complaints to whoever looks at it, and the keys fit the foot."""
    for footer in app.screen.query(Footer):
        assert (footer.max_scroll_x, app.screen.max_scroll_x) == (0, 0)
        assert 2 <= len(footer.query("FooterKey")) <= 5
    for text in every_text(app):
        assert english(text) == [], text
    for word in ("klacht", "ziek", "verzuim", "signalerend", "burn-out"):
        assert not in_sight(word, app), word


async def test_agreeing_together(library: Library) -> None:
    app = make_app(library, start="agree")
    async with app.run_test(size=SMALL, notifications=True, tooltips=True) as pilot:
        await settle(pilot)
        assert in_sight("Wat spreken we af?", app)
        assert_calm(app)
        await pilot.press("enter", "down", "enter", "down", "down", "enter")
        await settle(pilot)
        assert_calm(app)
        await typed(pilot, "", "tab", "right", "tab")
        await typed(pilot, "volgende week", "tab")
        assert in_sight("Welke dag bedoel je?", app)
        await typed(pilot, "", "down", "enter")
        assert in_sight("dinsdag 24 november 2026", app)
        await pilot.press("escape")
        await settle(pilot)
        (agreement,) = kept(app).agreements
        assert (agreement.subject, agreement.who) == (Subject.TAKEN, Who.SAMEN)
        assert agreement.by == date(2026, 11, 24)

        # What may not be written down stays in its field, and comes back there.
        await pilot.press("down", "enter", "enter")
        await typed(pilot, BAD)
        assert len(kept(app).agreements) == 1
        assert in_sight("Wat je typte, blijft hier staan.", app)
        assert in_sight("Schrijf liever:", app)
        assert not in_sight("medisch", app), "no reasons on a screen that the employee looks at"
        await pilot.press("escape")
        await settle(pilot)
        assert in_sight("Een afspraak die nog anders moet", app)
        assert_calm(app)
        await pilot.press("up", "up", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, AgreementScreen)
        assert in_sight("burn-out", app)
        await pilot.press("escape", "f7", "f3")
        await settle(pilot)

        await typed(pilot, "elke maandag even bellen", "tab", "down", "enter", "tab")
        await typed(pilot, "Sam doet de planning.", "f3")
        await typed(pilot, "over twee weken")
        assert in_sight("Kies een dag, uiterlijk woensdag 25 november 2026.", app)
        assert kept(app).first_check is None
        await typed(pilot, "", "ctrl+u")
        await typed(pilot, "morgen", "tab")
        await typed(pilot, "over zes weken", "f3")
        assert_calm(app)
        assert in_sight("Alles staat erin.", app)
        await typed(pilot, "planning november", "f3")
        record = kept(app)
        assert record.communication.between == "elke maandag even bellen"
        assert (record.communication.team, record.communication.words) == (
            Team.WOORDEN,
            "Sam doet de planning.",
        )
        assert (record.first_check, record.evaluation) == (date(2026, 11, 19), date(2026, 12, 30))
        assert record.label == "planning november"
        assert in_sight("do 19 nov 2026: eerste moment, planning november", app)
        await pilot.press("escape")
        await settle(pilot)
        assert in_sight("do 19 nov 2026: eerste moment, planning november", app), "at the start too"
        assert not in_sight("Sam doet", app)


async def test_keys_that_come_at_once_open_and_close_once(library: Library) -> None:
    app = make_app(library, start="agree")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        agreements = app.screen
        for _ in range(3):
            agreements.query_one(ChoiceList).action_choose()
        await settle(pilot)
        assert len(app.screen_stack) == 3
        menu = app.screen.query_one("#lijst", ChoiceList)
        for _ in range(3):
            menu.action_choose()
        await settle(pilot)
        assert len(app.screen.query("#wat")) == 1
        form = app.screen
        assert isinstance(form, AgreementScreen)
        form.action_done()
        form.action_done()
        await settle(pilot)
        assert app.screen is agreements
        await pilot.press("f3", "f3", "f3", "f3")
        await settle(pilot)
        assert app.screen is agreements and in_sight("Wat spreken we af?", app), "no end without anything"
        assert "Liever later?" in notices(app)[-1]
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert app.current_mode == "home"


async def test_agreeing_on_nothing_and_taking_away(library: Library) -> None:
    app = make_app(library, start="agree", preparation=Preparation(status=Status.ZIEK))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        assert in_sight("advies van de bedrijfsarts", app)
        await pilot.press("down", "enter", "f3", "f3", "f3")
        await settle(pilot)
        assert kept(app).none_made
        assert in_sight("We hebben nu geen afspraak gemaakt.", app)
        await pilot.press("f2", "f2", "f2", "up", "enter", "down", "enter", "down", "enter", "f3")
        await settle(pilot)
        assert [a.subject for a in kept(app).agreements] == [Subject.CONTACT]
        await pilot.press("up", "f7")
        await settle(pilot)
        assert kept(app).agreements == ()
        await pilot.press("f7")
        await settle(pilot)
        assert len(kept(app).agreements) == 1


async def test_looking_back_and_forgetting(library: Library) -> None:
    app = make_app(library, start="records")
    app.session.shelf.save(USUAL)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert in_sight("Dit spraken we af:", app)
        assert_calm(app)
        await typed(pilot, BAD, "f3")
        assert kept(app) == USUAL
        assert "Wat je typte, blijft hier staan." in notices(app)[-1]
        await typed(pilot, "", "ctrl+u")
        await typed(pilot, "De planning.", "f3")
        record = kept(app)
        assert record.look_backs == (LookBack(TODAY, "De planning."),)
        assert replace(record, look_backs=(), revision=0) == USUAL
        assert record.revision == 1
        await pilot.press("enter", "f7", "n")
        await settle(pilot)
        assert app.session.shelf.entries()
        await pilot.press("f7", "j")
        await settle(pilot)
        assert app.session.shelf.entries() == ()
        assert in_sight("Bon: dit is er gewist", app)
        await pilot.press("escape")
        await settle(pilot)
        assert in_sight("Er zijn nog geen afspraken.", app)


async def test_taking_along_and_opening(library: Library, tmp_path: Path) -> None:
    app = make_app(library, start="records")
    app.session.shelf.save(USUAL)
    target = tmp_path / "a.json"
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f6")
        await settle(pilot)
        assert_calm(app)
        await pilot.press("ctrl+u")
        await typed(pilot, str(target), "enter")
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert read_record(target) == USUAL
        await pilot.press("f7", "j")
        await settle(pilot)
        assert app.session.shelf.entries() == ()
        assert in_sight("Bon: dit is er gewist", app)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("f8")
        await settle(pilot)
        await pilot.press("ctrl+u")
        await typed(pilot, str(target), "enter")
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert kept(app) == USUAL


async def test_a_long_list_opens_page_by_page(library: Library) -> None:
    app = make_app(library, start="records")
    for number in range(PAGE + 3):
        app.session.shelf.save(replace(USUAL, uid=f"{number:032x}", label=f"nummer {number}"))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert in_sight("En nog 48.", app)
        names = app.screen.query_one("#namen", ChoiceList)
        await pilot.press("end", "f4")
        await settle(pilot)
        assert len(app.screen_stack) == 1, "there is nothing to change about the line for more"
        assert (len(names.items), names.items[-1].note) == (PAGE + 1, "nog 3")
        await pilot.press("enter")
        await settle(pilot)
        assert len(names.items) == PAGE + 3
