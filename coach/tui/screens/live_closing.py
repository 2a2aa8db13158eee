"""The end of the talk: the next date, or the explicit word that there is no agreement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widgets import Button

from coach.domain.live import Ending
from coach.flows.live import BEFORE_CLOSING, CLOSING_HINT, WITHOUT
from coach.tui.base import CoachDialog
from coach.tui.screens.live_view import prefilled
from coach.tui.widgets.date_field import DateField
from coach.tui.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from coach.tui.screens.live import LiveScreen

_NO_DAY = "Vul een dag in, of kies geen afspraak."
_PAST = "Deze dag is al geweest. Kies een dag die nog komt."


def close_together(screen: LiveScreen) -> None:
    """Lead from the last sentence to the agreements; the one place where the talk reaches them.

    Whatever stands here hands `screen.closed` a talk that was closed with an `Ending`, or the talk as it was.
    """
    session = screen.session

    def closed(ending: Ending | None) -> None:
        now = session.clock()
        if ending is None:
            screen.closed(screen.live.returned(now))
            return
        if ending.next_date is not None:
            session.preparation = replace(session.preparation, next_date=ending.next_date)
        screen.closed(screen.live.closed(ending, now))

    day = prefilled(session.preparation, session.today())
    screen.app.push_screen(ClosingDialog(session.today, day), closed)


class ClosingDialog(CoachDialog[Ending]):
    """Asks for the next date; gives an `Ending`, or None when the talk goes on."""

    CSS_PATH = "live_dialogs.tcss"
    HEADING = BEFORE_CLOSING
    AUTO_FOCUS = "LineField"

    def __init__(self, today: Callable[[], date], day: date | None) -> None:
        """Make it with the day that was prepared, if there was one."""
        super().__init__()
        self._today = today
        self._day = day

    def compose_body(self) -> ComposeResult:
        """Yield the date and both ways to close."""
        yield PlainText(CLOSING_HINT, classes="uitleg")
        yield DateField("Dag", self._today, past=False, value=self._day)
        yield PlainText(id="slot-let-op")
        with HorizontalGroup(classes="buttons"):
            yield Button("Klaar (Enter)", compact=True, id="met")
            yield Button(WITHOUT, compact=True, id="zonder")
        yield PlainText("Esc: terug naar je gesprek", classes="muted")

    @on(DateField.Submitted)
    @on(Button.Pressed, "#met")
    def _with_day(self) -> None:
        day = self.query_one(DateField).when
        if day is None:
            self._complain(_NO_DAY)
        elif day < self._today():
            self._complain(_PAST)
        else:
            self.answer(Ending(day))

    def _complain(self, text: str) -> None:
        self.query_one("#slot-let-op", PlainText).show(text)
        self.query_one(DateField).query_one("LineField").focus()

    @on(DateField.Changed)
    def _changed(self) -> None:
        self.query_one("#slot-let-op", PlainText).show("")

    @on(Button.Pressed, "#zonder")
    def _without_day(self) -> None:
        self.answer(Ending(None))
