"""The screen for the talk: large and calm, every key, nothing lost, and no end without an agreement."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.live import Ending, View
from coach.domain.live_keys import LIVE_KEYS, read_keys
from coach.domain.preparation import Chosen, Preparation
from coach.library.load import Library
from coach.tui.app import CoachApp
from coach.tui.dialogs.emergency import EmergencyDialog
from coach.tui.screens.live import LiveScreen
from coach.tui.session import Session
from tests.tui.helpers import (
    NARROW,
    SMALL,
    TODAY,
    WIDE,
    assert_snapshot,
    in_sight,
    notices,
    screen_text,
    settle,
)
from tests.tui.prepare_helpers import BAD, BETTER_SAID, word_library
from tests.tui.samples import SampleLibrary

OPENING = (
    "Ik wil graag weten hoe het met je gaat. Ik zag dat je deze maand vier keer later begon. Herken je dat?"
)
ASKED = "Wat merk je hiervan in je werk?"
PREPARED = Preparation(opening=OPENING, questions=(Chosen(Part.INVLOED, ASKED),))


class Talk:
    """An app at the talk, on a clock that a test moves."""

    def __init__(self, app: CoachApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot
        self.seconds = 0.0
        app.session.clock = lambda: self.seconds

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all is done."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def after(self, seconds: float) -> None:
        """Let time pass, and let the screen look at the clock."""
        self.seconds += seconds
        screen = self.app.screen
        assert isinstance(screen, LiveScreen)
        screen._look_at_clock()
        await self.pilot.pause()

    def sees(self, text: str) -> bool:
        """Whether a text stands on the screen."""
        return in_sight(text, self.app)

    @property
    def view(self) -> View:
        """What is in sight."""
        assert self.app.session.live is not None
        return self.app.session.live.view


@asynccontextmanager
async def talking(
    size: tuple[int, int] = SMALL,
    preparation: Preparation = PREPARED,
    *,
    library: Library | None = None,
    keys: str = "",
    compact: bool = False,
) -> AsyncIterator[Talk]:
    """Run the app straight at the talk."""
    kind = type("CoachAppHere", (CoachApp,), {"DEFAULT_MODE": "live", "__module__": CoachApp.__module__})
    session = Session(preparation, today=lambda: TODAY, keys=read_keys(keys), compact=compact)
    app: CoachApp = kind(library or word_library(), session, "live")
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settle(pilot)
        yield Talk(app, pilot)


@pytest.mark.parametrize("size", [SMALL, WIDE, NARROW], ids=["80x24", "120x40", "40x12"])
async def test_pictures(size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with talking(size, library=SampleLibrary()) as talk:
        await talk.press("space")
        assert_snapshot(talk.app, f"live-{name}")
        await talk.press("m", "enter")
        assert_snapshot(talk.app, f"live-moment-{name}")


async def test_it_begins_aloud_and_walks_with_one_key_to_the_agreements() -> None:
    async with talking() as talk:
        assert talk.sees("Zeg dit hardop") and talk.sees("Je mag meekijken.")
        await talk.press("space")
        assert talk.sees(OPENING) and talk.sees(f"Straks: {ASKED}")
        await talk.press("right", "left", "down", "4", "4")
        assert talk.sees("Nodig om te blijven werken")
        await talk.press("5", "space")
        assert talk.sees("Wat spreken we af?")
        await talk.press("escape")
        assert talk.sees("Wanneer praten jullie weer?")
        await talk.press("enter")
        assert talk.sees("Vul een dag in, of kies geen afspraak.")
        await talk.press(*"gisteren", "enter")
        assert talk.sees("Die dag is al geweest.") and talk.view is View.CLOSING
        await talk.press("escape")
        assert talk.view is View.TALK and talk.app.session.live.step.part is Part.AFRONDING
        await talk.press("space")
        await talk.press("escape")
        await talk.press(*"donderdag", "enter")
        assert talk.view is View.DONE
        assert talk.sees("donderdag 19 november 2026")
        assert talk.app.session.preparation.next_date is not None
        assert notices(talk.app) == []
        await talk.press("left")
        await talk.press("escape")
        await talk.press("tab", "tab", "enter")
        assert talk.app.session.live.ending == Ending(None)
        assert talk.sees("Jullie maken nu geen afspraak.")
        await talk.press("1")
        assert talk.view is View.TALK and talk.sees("Zeg dit hardop")


async def test_nothing_moves_by_itself_but_the_minute_and_the_breath() -> None:
    async with talking() as talk:
        await talk.press("space")
        before = screen_text(talk.app)
        await talk.after(59)
        assert screen_text(talk.app) == before
        await talk.after(601)
        assert screen_text(talk.app) == before.replace(" 0 min", "11 min")
        await talk.press("t")
        assert not talk.sees("11 min")
        await talk.press("s")
        assert talk.sees("0 van 10")
        await talk.after(16)
        assert talk.sees("3 van 10")
        await talk.after(600)
        assert talk.sees("10 van 10") and talk.view is View.SILENCE
        await talk.press("space")
        assert talk.sees(OPENING)


async def test_keys_over_the_talk() -> None:
    async with talking() as talk:
        await talk.press("space", "b")
        assert screen_text(talk.app).strip() == ""
        await talk.press("exclamation_mark")
        assert isinstance(talk.app.screen, EmergencyDialog)
        await talk.press("escape", "z")
        assert talk.sees(OPENING), "any key ends the blank and does nothing else"
        await talk.press("p")
        assert talk.sees("De tijd staat stil") and talk.sees("pauze nemen?")
        await talk.press("p", "v")
        assert talk.sees("weet nog niet wie er praat")
        await talk.press("v", "l")
        assert talk.sees("je luistert") and not talk.sees("Jij praatte"), "the balance only when asked"
        talk.seconds += 120
        await talk.press("l")
        talk.seconds += 60
        await talk.press("v")
        assert talk.sees("Jij praatte 1 minuut, je medewerker 2 minuten")
        await talk.press("escape", "w")
        assert talk.app.session.preparation.status is Status.ZIEK and talk.sees("ziek gemeld")
        assert not talk.sees(OPENING) and talk.sees("Je hoeft niet te zeggen wat je hebt.")
        await talk.press("w", "u")
        assert talk.sees("je zegt u") and talk.sees("Herkent u dat?")
        dark = talk.app.theme
        await talk.press("d")
        assert talk.app.theme != dark


async def test_may_i_ask_this_and_back_where_one_was() -> None:
    async with talking(NARROW) as talk:
        await talk.press("3", "question_mark", *f"Heb je een {BAD}?")
        assert talk.sees(f"Kies liever: {BETTER_SAID}") and not talk.sees("Verboden")
        await talk.press("escape")
        assert talk.sees(ASKED)


async def test_a_hard_moment_page_by_page() -> None:
    async with talking() as talk:
        await talk.press("2", "m", "enter")
        moment = talk.app.library.moments[0]
        assert all(talk.sees(line) for line in moment.say[:2])
        await talk.press("space", "space")
        assert talk.sees("Daarna") and talk.sees(moment.then[0])
        await talk.press("space", "left", "left", "left")
        assert talk.sees("Wat gebeurt er?")
        await talk.press("m")
        assert talk.sees(OPENING)


async def test_going_elsewhere_and_another_size_lose_nothing() -> None:
    async with talking() as talk:
        await talk.press("space", "space", "down")
        shown = talk.app.session.live.prompt.text  # type: ignore[union-attr]
        await talk.press("escape")
        assert talk.app.current_mode == "home" and talk.sees("Verder met je gesprek")
        talk.app.go("live")
        await settle(talk.pilot)
        assert talk.sees(shown)
        for size in ((20, 5), SMALL):
            await talk.pilot.resize_terminal(*size)
        await settle(talk.pilot)
        assert talk.sees(shown)
        talk.app.go("home")
        talk.app.session.preparation = Preparation(questions=(Chosen(Part.INVLOED, "Hoe loopt het?"),))
        talk.app.go("live")
        await settle(talk.pilot)
        assert talk.app.session.live.step.part is Part.INVLOED  # type: ignore[union-attr]


async def test_a_long_sentence_is_read_to_its_end_first() -> None:
    long = "Ik zag dat je later begon. " * 12 + "Herken je dat?"
    async with talking(NARROW, Preparation(opening=long)) as talk:
        await talk.press("space")
        assert not talk.sees("Herken je dat?")
        presses = 0
        while not talk.sees("Herken je dat?"):
            await talk.press("space")
            presses += 1
            assert presses < 10
        assert talk.app.session.live.step.part is Part.BENOEMEN  # type: ignore[union-attr]


async def test_the_small_form_can_be_asked_for_and_all_fits_in_it() -> None:
    async with talking(SMALL, compact=True) as talk:
        await talk.press("space")
        assert "coach · Gesprek" not in screen_text(talk.app)
        assert all(line.strip() == "" for line in screen_text(talk.app).splitlines()[14:])
    async with talking(NARROW) as talk:
        for _ in range(6):
            assert (
                talk.sees("h toetsen") and talk.app.screen.max_scroll_x == talk.app.screen.max_scroll_y == 0
            )
            await talk.press("space")
        assert talk.sees("Geen afspraak") and talk.sees("Klaar")
        await talk.press("escape", "exclamation_mark")
        assert talk.sees("Bel 112")


async def test_own_keys_work_and_stand_in_the_help() -> None:
    async with talking(keys="verder=n, leeg=x f8, hulp=?, vraag=h") as talk:
        await talk.press("space")
        assert talk.sees("Zeg dit hardop")
        await talk.press("n")
        assert talk.sees(OPENING)
        await talk.press("f8")
        assert talk.view is View.BLANK
        await talk.press("n", "question_mark")
        text = "".join(str(widget.render()) for widget in talk.app.screen.query(".keys PlainText"))
        assert all(key.told in text for key in LIVE_KEYS)
        assert "nNaar de volgende zin" in text and "x of f8Leeg scherm" in text
