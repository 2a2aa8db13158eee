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

from coach.domain.agreement_rules import first_check_lack
from coach.domain.agreements import Record
from coach.domain.errors import CoachError
from coach.domain.live import Ending
from coach.flows.agree import ending_of, new_record
from coach.flows.live import BEFORE_CLOSING, CLOSING_HINT, WITHOUT
from coach.tui.base import CoachDialog
from coach.tui.screens.agree_keep import agree_together
from coach.tui.screens.live_view import prefilled
from coach.tui.widgets.date_field import DateField
from coach.tui.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from coach.tui.screens.live import LiveScreen

_NO_DAY = "Vul een dag in, of kies geen afspraak."


def close_together(screen: LiveScreen) -> None:
    """Lead from the last sentence to the agreements; the one place where the talk reaches them.

    They agree on the screen that is turned to the employee. When that names no day and not the word that
    there is no agreement, or in the small form, the dialog asks for one of the two. `screen.closed` gets a
    talk that was closed with an `Ending`, or the talk as it was.
    """
    session = screen.session
    day = prefilled(session.preparation, session.today())

    def agreed(record: Record) -> None:
        if record != begun:
            session.agreed = record.uid
        ending = ending_of(record) if session.agreed else None
        if ending is None:
            ask()
        else:
            closed(ending)

    def closed(ending: Ending | None) -> None:
        now = session.clock()
        if ending is None:
            screen.closed(screen.live.returned(now))
            return
        if ending.next_date is not None:
            session.preparation = replace(session.preparation, next_date=ending.next_date)
        screen.closed(screen.live.closed(ending, now))

    def ask() -> None:
        screen.app.push_screen(ClosingDialog(session.today, day), closed)

    if screen.has_class("-compact"):
        ask()
        return
    begun = _record(screen, day)
    agree_together(screen.coach, begun, is_new=not session.agreed, then=agreed)


def _record(screen: LiveScreen, day: date | None) -> Record:
    """The agreements that this talk came to before, else new ones with the day that was prepared."""
    session = screen.session
    if session.agreed:
        try:
            return session.shelf.load(session.agreed)
        except CoachError:
            session.agreed = ""
    new = new_record(session.today(), session.preparation.label)
    fits = day is not None and first_check_lack(day, new.held_on) is None
    return replace(new, first_check=day if fits else None)


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
        if day is None or day < self._today():  # one that was prepared may be past by now
            self._complain("" if self.query_one(DateField).raw.strip() else _NO_DAY)
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
