"""A question with yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.widgets import Button

from coach.tui import bindings
from coach.tui.base import CoachDialog
from coach.tui.texts import plain
from coach.tui.widgets.plain_text import PlainText


class ConfirmDialog(CoachDialog[bool]):
    """Asks `question`; gives True for yes, False for no and for Escape. The focus is on the safe answer."""

    CSS_PATH = "confirm.tcss"
    AUTO_FOCUS = "#no"
    BINDINGS: ClassVar[list[BindingType]] = [bindings.YES, bindings.NO]

    def __init__(self, question: str, *, yes: str = "Ja", no: str = "Nee") -> None:
        """Make it; `yes` and `no` say what each button does."""
        super().__init__()
        self._question = question
        self._yes = yes
        self._no = no

    def compose_body(self) -> ComposeResult:
        """Yield the question and both buttons."""
        yield PlainText(self._question, classes="question")
        with HorizontalGroup(classes="buttons"):
            yield Button(Content.assemble(plain(self._no), " (n)"), id="no")
            yield Button(Content.assemble(plain(self._yes), " (j)"), id="yes")

    @on(Button.Pressed, "#yes")
    def action_yes(self) -> None:
        """Answer yes."""
        self.answer(True)

    @on(Button.Pressed, "#no")
    def action_no(self) -> None:
        """Answer no."""
        self.answer(False)

    def action_close(self) -> None:
        """Escape is no."""
        self.action_no()
