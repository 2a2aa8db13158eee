"""Keeping the preparation in the store, under a label of the user's own."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, Input

from coach.domain.errors import CoachError, LabelInUseError
from coach.domain.preparation import Preparation
from coach.flows.sift import Refusal
from coach.tui.dialogs.working import WorkingDialog
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText

KeptResult = tuple[Preparation, tuple[Refusal, ...]]
_HOW = "Kies een naam die jij herkent. Gebruik niet de naam van een persoon, en geen klacht of reden."


class KeepDialog(WorkingDialog[KeptResult]):
    """Asks for a label and keeps under it; gives what was kept and what was left out.

    A label that is taken is used only when the user says so a second time.
    """

    HEADING = "Bewaren in je kluis"
    AUTO_FOCUS = "LineField"

    def __init__(self, label: str, act: Callable[[str, bool], KeptResult]) -> None:
        """Make it with a label to start from; `act` keeps under a label, in the place of another if True."""
        super().__init__()
        self._label = label
        self._act = act
        self._agreed = ""

    def compose_body(self) -> ComposeResult:
        """Yield the field."""
        yield PlainText(_HOW, classes="told")
        yield PlainText("Naam", classes="label")
        yield LineField(self._label, placeholder="bijvoorbeeld: gesprek over de planning", id="naam")
        yield from self.compose_foot("Bewaren")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._agreed = ""
        self.name_button("Bewaren")
        if not self.busy:
            self.say("")

    @on(Input.Submitted)
    @on(Button.Pressed, "#doen")
    def _keep(self, event: Input.Submitted | Button.Pressed) -> None:
        event.stop()
        label = self.query_one(LineField).value
        self.do(lambda: self._act(label, label == self._agreed), self._kept)

    def _kept(self, result: KeptResult) -> None:
        self.answer(result)

    def failed(self, error: CoachError) -> None:
        """Say what went wrong; for a label that is taken, how to go on."""
        if isinstance(error, LabelInUseError):
            self._agreed = self.query_one(LineField).value
            self.name_button("Vervangen")
            self.say(f"{error} Druk nog een keer om die te vervangen, of kies een andere naam.")
        else:
            super().failed(error)
