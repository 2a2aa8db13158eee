"""A dialog that does something which may take a while or fail: beside the screen, and failures in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual import work
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.screen import ScreenResultType
from textual.widgets import Button

from coach.domain.errors import CoachError
from coach.tui.base import CoachDialog
from coach.tui.texts import plain
from coach.tui.widgets.plain_text import PlainText

_BUSY = "Even geduld ..."
Result = TypeVar("Result")


class WorkingDialog(CoachDialog[ScreenResultType]):
    """Has a line for what is said (`say`), and does work in a thread (`do`); while it works it stays open."""

    CSS_PATH = "working.tcss"
    _busy = False

    def compose_foot(self, does: str) -> ComposeResult:
        """Yield the line for what is said, and two buttons: back, and the one that does it."""
        yield PlainText(id="bericht")
        with HorizontalGroup(classes="buttons"):
            yield Button("Terug (Esc)", id="terug")
            yield Button(plain(does), id="doen", variant="primary")

    def say(self, text: str) -> None:
        """Show one sentence; it stays until the next."""
        self.query_one("#bericht", PlainText).show(text)

    def name_button(self, does: str) -> None:
        """Say on the button what it does now; Textual would keep it as wide as it was."""
        button = self.query_one("#doen", Button)
        button.label = plain(does)
        button.refresh(layout=True)

    @property
    def busy(self) -> bool:
        """Whether work is under way; then nothing else is begun."""
        return self._busy

    def do(self, act: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do something in a thread and then, on the screen's own, something with the result.

        An expected error is said in the dialog and `then` is left out.
        """
        if not self._busy:
            self._busy = True
            self.say(_BUSY)
            self._work(act, then)

    @work(thread=True, group="dialog", exit_on_error=True)
    def _work(self, act: Callable[[], Result], then: Callable[[Result], None]) -> None:
        try:
            result = act()
        except CoachError as error:
            self.app.call_from_thread(self._failed, error)
        else:
            self.app.call_from_thread(self._done, lambda: then(result))

    def _failed(self, error: CoachError) -> None:
        self._busy = False
        if self.is_attached:
            self.failed(error)

    def failed(self, error: CoachError) -> None:
        """Say what went wrong."""
        self.say(str(error))

    def _done(self, then: Callable[[], None]) -> None:
        self._busy = False
        if self.is_attached:
            self.say("")
            then()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Go back; the other buttons are those of the dialog itself."""
        if event.button.id == "terug":
            event.stop()
            self.action_close()

    def action_close(self) -> None:
        """Close, but not while work is under way."""
        if not self._busy:
            super().action_close()
