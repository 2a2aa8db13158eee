"""The commands of coach to choose from, with a field to search in them."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from coach.tui import bindings
from coach.tui.base import CoachDialog
from coach.tui.texts import plain
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText

_NOTHING = "Niets gevonden. Maak het zoekveld leeg om alles te zien."


class CommandsDialog(CoachDialog[None]):
    """Runs the command that is chosen, after it has closed itself."""

    CSS_PATH = "commands.tcss"
    HEADING = "Wat wil je doen?"
    BINDINGS: ClassVar[list[BindingType]] = [bindings.LIST_DOWN, bindings.LIST_UP]

    def __init__(self, commands: list[SystemCommand]) -> None:
        """Make it for these commands, in this order."""
        super().__init__()
        self._commands = commands
        self._shown: list[SystemCommand] = []

    def compose_body(self) -> ComposeResult:
        """Yield the search field, the list, and what is said when nothing is found."""
        yield LineField(placeholder="Typ om te zoeken")
        yield OptionList()
        yield PlainText(_NOTHING, classes="nothing")

    def on_mount(self) -> None:
        """Show all commands."""
        self._show("")

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, words: str) -> None:
        wanted = words.lower().split()
        self._shown = [
            command
            for command in self._commands
            if all(word in f"{command.title} {command.help}".lower() for word in wanted)
        ]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(Content.assemble(plain(command.title).stylize("bold"), "  ", plain(command.help)))
            for command in self._shown
        )
        options.highlighted = 0 if self._shown else None
        self.set_class(not self._shown, "-niets")

    @on(Input.Submitted)
    def _take_highlighted(self) -> None:
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self._run(self._shown[highlighted])

    @on(OptionList.OptionSelected)
    def _take_selected(self, event: OptionList.OptionSelected) -> None:
        self._run(self._shown[event.option_index])

    def _run(self, command: SystemCommand) -> None:
        if self.answer(None):
            self.app.call_later(command.callback)

    def action_list_down(self) -> None:
        """Move down in the list while the cursor stays in the search field."""
        self.query_one(OptionList).action_cursor_down()

    def action_list_up(self) -> None:
        """Move up in the list while the cursor stays in the search field."""
        self.query_one(OptionList).action_cursor_up()
