"""A choice between a few words, on one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import HorizontalGroup
from textual.message import Message

from coach.tui import bindings
from coach.tui.widgets.plain_text import PlainText

_CHOSEN, _FREE = "(•)", "( )"


class _Option(PlainText):
    """One word of a choice."""

    @dataclass
    class Taken(Message):
        """The word was clicked."""

        number: int

    def __init__(self, number: int, text: str) -> None:
        super().__init__(classes="option")
        self._number = number
        self._text = text

    def mark(self, *, chosen: bool) -> None:
        """Show whether it is the chosen one."""
        self.show(f"{_CHOSEN if chosen else _FREE} {self._text}")
        self.set_class(chosen, "-gekozen")

    def on_click(self, event: events.Click) -> None:
        """Choose by mouse."""
        event.stop()
        self.post_message(self.Taken(self._number))


class Choice(HorizontalGroup, can_focus=True):
    """A label with a few words, one of which is chosen; left, right, space and the mouse change it.

    `options` are pairs of a value and its word.
    """

    DEFAULT_CSS = """
    Choice { height: 1; padding: 0 1; }
    Choice:focus { background: $primary 20%; }
    Choice:focus .label { text-style: bold underline; }
    Choice .label { width: auto; margin-right: 1; }
    Choice .option { width: auto; min-width: 6; margin-right: 2; }
    Choice .option.-gekozen { text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [bindings.CHOOSE_PREVIOUS, bindings.CHOOSE_NEXT]

    @dataclass
    class Changed(Message):
        """Another word was chosen."""

        choice: Choice
        value: str

        @property
        def control(self) -> Choice:
            """The choice that sends it, for `@on` with a selector."""
            return self.choice

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str]],
        value: str,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Make it with `value` chosen; raises ValueError for a value that is not offered."""
        super().__init__(id=id)
        self._label = label
        self._values = [option for option, _word in options]
        self._options = [_Option(number, word) for number, (_value, word) in enumerate(options)]
        self._at = self._values.index(value)

    def compose(self) -> ComposeResult:
        """Yield the label and the words."""
        yield PlainText(self._label, classes="label")
        yield from self._options

    def on_mount(self) -> None:
        """Show what is chosen."""
        self._mark()

    @property
    def value(self) -> str:
        """The chosen value; setting it tells no one."""
        return self._values[self._at]

    @value.setter
    def value(self, value: str) -> None:
        self._at = self._values.index(value)
        self._mark()

    def _mark(self) -> None:
        for number, option in enumerate(self._options):
            option.mark(chosen=number == self._at)

    def _choose(self, number: int) -> None:
        if number != self._at:
            self._at = number
            self._mark()
            self.post_message(self.Changed(self, self.value))

    @on(_Option.Taken)
    def _option_taken(self, event: _Option.Taken) -> None:
        """Choose the word that was clicked."""
        event.stop()
        self.focus()
        self._choose(event.number)

    def action_choose_next(self) -> None:
        """Choose the next word; after the last comes the first."""
        self._choose((self._at + 1) % len(self._values))

    def action_choose_previous(self) -> None:
        """Choose the word before it."""
        self._choose((self._at - 1) % len(self._values))
