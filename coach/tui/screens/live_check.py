"""May I ask this? The check field, over the talk."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button

from coach.domain.guard.labels import Role, Status
from coach.tui.base import CoachDialog
from coach.tui.widgets.judged_field import JudgedField


class LiveCheckDialog(CoachDialog[None]):
    """One field; closing it forgets what was typed."""

    CSS_PATH = "live_dialogs.tcss"
    HEADING = "Mag ik dit vragen?"
    AUTO_FOCUS = "TextField"

    def __init__(self, status: Status) -> None:
        """Make it for an employee who works, or is ill."""
        super().__init__()
        self._status = status

    def compose_body(self) -> ComposeResult:
        """Yield the field with its verdict, and the way back."""
        with VerticalScroll(can_focus=False):
            yield JudgedField("", Role.ZEGT, lines=1, status=self._status, calm=True)
        yield Button("Terug naar je gesprek (Esc)", compact=True, id="close")

    def on_button_pressed(self) -> None:
        """Close by mouse."""
        self.action_close()
