"""What the tests of preparing and of the sheet share: a guard easy to foresee, and ways to fill in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey
from textual.widgets._toast import ToastRack

from coach.domain.guard import Guard, RuleExplanation
from coach.domain.guard.labels import Analysis, Category, Finding, Role, Status, Verdict
from coach.domain.preparation import Preparation
from coach.flows.keeper import Keeper
from coach.library.load import Library
from coach.library.locate import compiled_folder
from coach.tui.app import CoachApp
from coach.tui.screens.prepare import PrepareScreen
from coach.tui.screens.prepare_form import StepForm
from coach.tui.session import Session
from coach.tui.widgets.key_word import KeyWord
from tests.tui.helpers import SMALL, TODAY, settle

BAD = "burn-out"
BETTER = "Werkt sinds 2 november andere uren."
BETTER_SAID = "Hoe gaat het met je werk?"
NOOD = "niet meer leven"


class WordGuard(Guard):
    """Refuses one word, sees nood in a few, and lets all else pass: what the forms do is not its affair."""

    def __init__(self) -> None:
        """It needs no artefact."""

    def analyse(self, text: str, role: Role = Role.ZEGT, status: Status = Status.WERKT) -> Analysis:
        """Judge by one word."""
        nood = NOOD in text
        if BAD in text:
            note = role is Role.NOTITIE
            start = text.index(BAD)
            finding = Finding(
                "diagnose-test",
                Category.DIAGNOSE,
                start,
                start + len(BAD),
                "Welke ziekte iemand heeft, is medisch.",
                BETTER if note else BETTER_SAID,
                "eigen",
            )
            return Analysis(text, Verdict.MAG_NIET if note else Verdict.VERBODEN, nood, (finding,))
        return Analysis(text, Verdict.MAG if role is Role.NOTITIE else Verdict.GOED, nood)

    def features(self, text: str) -> list[str]:
        """Its one word is a health word."""
        return ["AANDOENING"] if BAD in text else []

    def rule(self, rule_id: str) -> RuleExplanation | None:
        """It has no rules to explain."""
        return None

    def rules(self) -> tuple[RuleExplanation, ...]:
        """It has no rules to list."""
        return ()


def word_library() -> Library:
    """Return the real content with the guard above."""
    library = Library(compiled_folder())
    library.__dict__["guard"] = WordGuard()
    return library


class Prepared:
    """An app at the prepare screen, with short ways to do what a user does."""

    def __init__(self, app: CoachApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def session(self) -> Session:
        """What is filled in."""
        return self.app.session

    @property
    def said(self) -> Preparation:
        """The preparation as it is."""
        return self.app.session.preparation

    @property
    def screen(self) -> PrepareScreen:
        """The prepare screen."""
        screen = self.app.screen
        assert isinstance(screen, PrepareScreen)
        return screen

    @property
    def form(self) -> StepForm:
        """The form that is shown."""
        (form,) = [form for form in self.screen.query(StepForm) if form.display]
        return form

    async def press(self, *keys: str) -> None:
        """Press keys and wait until all is done."""
        await self.pilot.press(*keys)
        await settle(self.pilot)

    async def type_in(self, text: str) -> None:
        """Type a text, key by key."""
        await self.press(*text)

    async def paste(self, text: str) -> None:
        """Paste a text where the focus is."""
        self.app.post_message(events.Paste(text))
        await settle(self.pilot)

    async def click(self, target: str | type[Widget] | Widget, **more: Any) -> None:
        """Click on a widget."""
        await self.pilot.click(target, **more)
        await settle(self.pilot)

    async def click_word(self, word: str) -> None:
        """Click on a key with this word."""
        (found,) = [key for key in self.app.screen.query(KeyWord) if word in str(key.render())]
        await self.click(found)

    async def go(self, step: str) -> None:
        """Show the step with this id."""
        await self.screen.go_to(step)
        await settle(self.pilot)


def assert_fits(app: CoachApp) -> None:
    """Nothing stands beyond the right edge, and nothing scrolls sideways (the footer from 80 columns on)."""
    for widget in app.screen.walk_children(Widget, with_self=True):
        if isinstance(widget, ToastRack) or not widget.region.area:
            continue
        if app.size.width < SMALL[0] and isinstance(widget, Footer | FooterKey):
            continue
        assert widget.region.right <= app.size.width, widget
        assert not widget.is_container or widget.max_scroll_x == 0, widget


@asynccontextmanager
async def preparing(
    size: tuple[int, int] = (80, 24),
    *,
    step: str = "",
    preparation: Preparation | None = None,
    library: Library | None = None,
    start: str = "prepare",
    keeper: Keeper | None = None,
) -> AsyncIterator[Prepared]:
    """Run the app at a step of preparing; every day is the same day."""
    session = Session(preparation or Preparation(), today=lambda: TODAY, keeper=keeper or Keeper())
    app = CoachApp(library or word_library(), session, start)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settle(pilot)
        prepared = Prepared(app, pilot)
        if step:
            await prepared.go(step)
        yield prepared
