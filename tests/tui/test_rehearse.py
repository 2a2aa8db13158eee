"""Rehearsing on the screen: choosing, talking, going back, looking back, and foreign text."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Footer, OptionList

from coach.domain.preparation import Fact, Preparation
from coach.domain.rehearsal.in_words import BLOCK
from coach.domain.rehearsal.measures import Standing
from coach.domain.rehearsal.progress import Rehearsed
from coach.flows.keeper import Keeper
from coach.flows.kept_rehearsals import keep_counts, kept_counts
from coach.library.load import Library
from coach.storage.place import StorePlace
from coach.tui.app import CoachApp
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.dialogs.emergency import EmergencyDialog
from coach.tui.screens.rehearse import RehearseScreen
from coach.tui.screens.rehearse_debrief import DebriefScreen
from coach.tui.screens.rehearse_talk import TalkScreen
from coach.tui.widgets.choice_list import ChoiceList
from coach.tui.widgets.text_field import TextField
from coach.tui.widgets.trust_curve import curve_lines
from tests.tui.helpers import SMALL, TODAY, WIDE, in_sight, make_app, screen_text, settle
from tests.tui.hostile import BRACKETS, ESCAPES
from tests.unit.storage.stores import CHEAP, CODE, PASSPHRASE

SEEN = "Ik zag dat je dinsdag drie kwartier later inlogde. Herken je dat?"
ADVICE = "Je moet gewoon pauze nemen."


class Talking:
    """An app with a talk that was begun, and short ways to do what a user does."""

    def __init__(self, app: CoachApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def talk(self) -> TalkScreen:
        """The screen of the talk."""
        assert isinstance(self.app.screen, TalkScreen)
        return self.app.screen

    async def say(self, *lines: str) -> None:
        """Say something, turn after turn."""
        for line in lines:
            self.app.screen.query_one("#line", TextField).load_text(line)
            await self.press("enter")

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all was handled."""
        await self.pilot.press(*keys)
        await settle(self.pilot)


@asynccontextmanager
async def talking(
    library: Library, name: str = "planner-transport", size: tuple[int, int] = SMALL
) -> AsyncIterator[Talking]:
    """Open the app in a talk with `name`."""
    app = make_app(library, start="rehearse")
    app.session.rehearse = (name, "1", "3", "")
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield Talking(app, pilot)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_from_the_first_line_to_the_plan(library: Library, size: tuple[int, int]) -> None:
    async with talking(library, size=size) as at:
        assert in_sight("Jij begint", at.app)
        assert in_sight("Met F3 kies je een zin", at.app)
        await at.say(SEEN)
        assert in_sight("inlogde", at.app)
        assert at.talk.query_one(TextField).text == ""
        await at.say("", ADVICE)
        assert in_sight("(je zegt niets)", at.app)
        assert in_sight("Kies liever", at.app)
        assert in_sight("2 Benoemen", at.app)
        assert len(at.talk.query_one(Footer).query("FooterKey")) <= 5
        assert at.app.screen.max_scroll_x == 0
        await at.press("f8")
        assert isinstance(at.app.screen, DebriefScreen)
        assert in_sight("Wanneer merkte je", at.app)
        assert not in_sight("Dit was sterk", at.app)
        await at.press("down", "down", "enter")
        assert in_sight("Jij dacht aan beurt 3", at.app)
        assert in_sight("Vertrouwen per beurt", at.app)
        assert in_sight("jouw gok", at.app)
        await at.press("f5", "end")
        assert in_sight("dan zeg ik", at.app)
        at.app.screen.query_one("#plan", TextField).load_text("Als ik advies wil geven, dan vraag ik eerst.")
        await at.press("f8")
        assert isinstance(at.app.screen, RehearseScreen)
        assert in_sight("Je oefende 1 keer: Marit 1 keer.", at.app)
        assert at.app.session.plan.startswith("Als ik advies")
        assert at.app.session.uses


async def test_going_back_keeps_what_was_said_and_offers_three_tries(library: Library) -> None:
    async with talking(library) as at:
        await at.say(SEEN, ADVICE)
        first = at.talk.rehearsal.talk.turns
        for again in ("Hoe is dat voor je?", "Dat klinkt zwaar."):
            await at.press("f2", "enter")
            await at.say(again)
        assert len(at.talk.rehearsal.talk.branches) == 3
        assert at.talk.rehearsal.talk.first.turns == first
        await at.press("f2", "enter")
        assert in_sight("Nog 0 keer", at.app)
        await at.say("Iets heel anders?")
        assert in_sight("3 keer geprobeerd", at.app)
        assert at.talk.query_one(TextField).text == "Iets heel anders?"
        await at.press("f6")
        assert in_sight("Anders vanaf beurt 2", at.app)
        await at.press("up", "up", "up", "enter")
        assert at.talk.rehearsal.talk.on == 0
        # The letter works where nothing is typed.
        at.talk.query_one("#talk").focus()
        await at.press("t")
        assert in_sight("Naar welke beurt", at.app)


async def test_lines_to_pick_count_apart(library: Library) -> None:
    async with talking(library) as at:
        await at.press("f3")
        assert at.app.screen.query_one(ChoiceList).items
        await at.press("enter")
        turn = at.talk.rehearsal.talk.turns[0]
        assert turn.picked
        assert turn.text in at.talk.rehearsal.cast.scenario.picks[at.talk.rehearsal.part]
        await at.press("f5")
        assert in_sight("Dit zag je", at.app)


async def test_going_away_keeps_the_talk(library: Library) -> None:
    async with talking(library) as at:
        await at.say(SEEN)
        await at.press("escape")
        assert at.app.current_mode == "home"
        at.app.go("rehearse")
        await settle(at.pilot)
        assert in_sight("inlogde", at.app)
        assert len(at.talk.rehearsal.talk.turns) == 1


async def test_from_the_debrief_back_to_the_turn(library: Library) -> None:
    async with talking(library) as at:
        await at.say(SEEN, "Heb je een burn-out?")
        await at.press("f8", "enter")
        assert in_sight("Vertrouwen per beurt", at.app)
        await at.press("f6")
        assert in_sight("vraag naar ziekte", at.app)
        await at.press("enter")
        looking = at.app.screen
        assert isinstance(looking, DebriefScreen)
        assert looking.rehearsal.contested == {(2, "diagnose")}
        await at.press("f6", "enter", "t")
        assert at.talk.rehearsal.talk.at == 1
        assert in_sight("Je staat weer voor beurt 2", at.app)


async def test_counts_are_kept_when_asked(library: Library, tmp_path: Path) -> None:
    keeper = Keeper(StorePlace(tmp_path), lambda: TODAY, cost=CHEAP)
    keeper.set_up(PASSPHRASE, CODE)
    keep_counts(keeper, Rehearsed("thuiszorg", 1, dict.fromkeys(BLOCK, Standing.FIRM), 5))
    app = make_app(library, start="rehearse", keeper=keeper)
    app.session.rehearse = ("planner-transport", "1", "3", "")
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settle(pilot)
        at = Talking(app, pilot)
        await at.say(SEEN)
        await at.press("f8", "enter")
        assert len(kept_counts(keeper)) == 1
        await at.press("f3")
        await app.workers.wait_for_complete()
        await at.press("f3")
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert [one.scenario for one in kept_counts(keeper)] == ["thuiszorg", "planner-transport"]
        await at.press("f8")
        assert in_sight("Je oefende 2 keer: Marit", app)
        await at.press("f5")
        assert in_sight("Veilig en toegestaan  ██  stevig", app)
        assert in_sight("Nog niet gesproken: Anouk", app)
        app.keeping.finish()


async def test_a_model_that_thinks_leaves_the_screen_alive(library: Library) -> None:
    asked, answer = Event(), Event()

    def slow(line: str) -> str | None:
        asked.set()
        answer.wait(10)
        return f"{line} Zo is het."

    async with talking(library) as at:
        at.app.session.rephrase = slow
        at.app.screen.query_one("#line", TextField).load_text(SEEN)
        await at.pilot.press("enter")
        await to_thread(asked.wait, 10)
        await at.pilot.pause()
        assert in_sight("Marit denkt even na.", at.app)
        answer.set()
        while not at.talk.rehearsal.talk.turns:
            await at.pilot.pause()
        await settle(at.pilot)
        assert in_sight("Zo is het.", at.app)
        assert at.talk.query_one(TextField).has_focus


async def test_danger_shows_the_card(library: Library) -> None:
    async with talking(library) as at:
        await at.say("Denk je er wel eens aan om niet meer te leven?")
        assert isinstance(at.app.screen, EmergencyDialog)
        await at.press("escape")
        assert in_sight("Het oefenen staat stil", at.app)
        await at.say(SEEN)
        assert at.talk.rehearsal.talk.turns[-1].reply.text


async def test_the_crisis_remark_asks_first(library: Library) -> None:
    app = make_app(library, start="rehearse")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        menu = app.screen.query_one("#scenarios", OptionList)
        menu.highlighted = 7
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, ConfirmDialog)
        await pilot.press("n")
        await settle(pilot)
        assert isinstance(app.screen, TalkScreen)
        assert not app.screen.rehearsal.crisis


async def test_my_situation_needs_facts(library: Library) -> None:
    app = make_app(library, start="rehearse")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        app.screen.query_one("#scenarios", OptionList).highlighted = 8
        await pilot.press("f3")
        await settle(pilot)
        assert in_sight("Vul eerst in wat je zag", app)
        app.session.preparation = Preparation(facts=(Fact("Je leverde de offerte later in."),))
        app.screen.query_one("#styles", OptionList).highlighted = 2
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, TalkScreen)
        assert in_sight("offerte", app)


async def test_foreign_text_is_only_text(library: Library) -> None:
    async with talking(library) as at:
        await at.say(*BRACKETS[3:7], *list(ESCAPES.values())[:2])
        await at.press("f2")
        shown = screen_text(at.app)
        assert "\x1b" not in shown
        await at.press("escape", "f8", "enter")
        assert at.app.is_running


def test_the_curve_fits_and_goes_on_below() -> None:
    curve = [float(n) for n in range(0, 101, 4)]
    lines = curve_lines(curve, {3: "▲", 20: "▼"}, 60)
    assert max(map(len, lines)) <= 60
    assert sum(line.startswith("punten") for line in lines) == 2
    assert "100" in lines[-3] or "100" in lines[-2]
    assert curve_lines([50.0], {}, 30)[-1].split() == ["beurt", "-"]
