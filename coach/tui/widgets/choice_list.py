"""A list to choose from: one line of keys, long texts that wrap, a mark and a word for every state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalGroup
from textual.message import Message
from textual.widget import Widget

from coach.tui import step_bindings
from coach.tui.widgets.plain_text import PlainText


class Mark(StrEnum):
    """What stands before a choice; ASCII, so that every terminal shows it."""

    ON = "[x]"
    OFF = "[ ]"
    PICKED = "(x)"
    UNPICKED = "( )"
    CLOSED = "+"
    OPENED = "-"
    PARKED = "[-]"


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: its id (unique in the list), text, a short note behind it, mark, and whether it is inset."""

    id: str
    text: str
    note: str = ""
    mark: Mark = Mark.OFF
    inset: bool = False


class ChoiceRow(Widget, can_focus=False):
    """One choice on the screen; tells the list when it is clicked."""

    DEFAULT_CSS = """
    ChoiceRow { layout: horizontal; width: 100%; height: auto; }
    ChoiceRow.-inset { padding-left: 4; }
    ChoiceRow .choice-mark { width: 6; height: 1; }
    ChoiceRow .choice-text { width: 1fr; height: auto; }
    ChoiceRow .choice-note { width: auto; max-width: 30%; height: auto; padding-left: 2; color: $text-muted; }
    ChoiceRow.-on .choice-text, ChoiceRow.-on .choice-mark { text-style: bold; }
    ChoiceRow.-cursor { background: $primary 20%; }
    ChoiceRow:hover { background: $primary 10%; }
    """

    class Clicked(Message):
        """The row was clicked."""

        def __init__(self, row: ChoiceRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._mark = PlainText(classes="choice-mark")
        self._text = PlainText(choice.text, classes="choice-text")
        self._note = PlainText(classes="choice-note")
        self._shown = choice.text
        self.show(choice)

    def compose(self) -> ComposeResult:
        """Yield mark, text and note."""
        yield self._mark
        yield self._text
        yield self._note

    def show(self, choice: Choice, *, cursor: bool = False) -> None:
        """Show `choice` on this row; `cursor` when the keys act on it."""
        self.set_class(cursor, "-cursor")
        self.set_class(choice.inset, "-inset")
        self.set_class(choice.mark in (Mark.ON, Mark.PICKED), "-on")
        self._mark.show(f"{'>' if cursor else ' '} {choice.mark.value}")
        self._note.show(choice.note)
        self._note.display = bool(choice.note)
        if choice.text != self._shown:
            self._shown = choice.text
            self._text.show(choice.text)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self))


class ChoiceList(VerticalGroup, can_focus=True):
    """Choices below each other: arrows move, space or enter chooses, and so does a click.

    It never scrolls by itself: it is as high as its choices, and the form around it scrolls. What choosing
    means is up to whoever listens to `Chosen` and then calls `set_choices`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*step_bindings.CHOICE_BINDINGS]

    class Chosen(Message):
        """A choice was picked with a key or the mouse."""

        def __init__(self, source: ChoiceList, choice: Choice) -> None:
            super().__init__()
            self.source = source
            self.choice = choice

        @property
        def control(self) -> ChoiceList:
            """The list, so that `@on` can select by id."""
            return self.source

    def __init__(self, choices: Iterable[Choice] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.choices: tuple[Choice, ...] = tuple(choices)
        self.cursor = 0

    def compose(self) -> ComposeResult:
        for choice in self.choices:
            yield ChoiceRow(choice)

    @property
    def rows(self) -> Sequence[ChoiceRow]:
        """The rows, from top to bottom."""
        return [row for row in self.children if isinstance(row, ChoiceRow)]

    async def set_choices(self, choices: Iterable[Choice]) -> None:
        """Show other choices; the cursor stays on the choice with the same id where it can."""
        at = self.choices[self.cursor].id if self.choices else ""
        before = [choice.id for choice in self.choices]
        self.choices = tuple(choices)
        ids = [choice.id for choice in self.choices]
        self.cursor = ids.index(at) if at in ids else max(0, min(self.cursor, len(ids) - 1))
        if ids == before:
            self._mark_cursor()
            return
        rows = list(self.rows)
        for row, choice in zip(rows, self.choices, strict=False):
            row.show(choice)
        if len(rows) > len(self.choices):
            await self.remove_children(rows[len(self.choices) :])
        else:
            await self.mount_all(ChoiceRow(choice) for choice in self.choices[len(rows) :])
        self._mark_cursor()

    def _mark_cursor(self) -> None:
        for index, (row, choice) in enumerate(zip(self.rows, self.choices, strict=False)):
            row.show(choice, cursor=self.has_focus and index == self.cursor)

    def _see_cursor(self) -> None:
        rows = self.rows
        if self.cursor < len(rows):
            rows[self.cursor].scroll_visible(animate=False)

    def on_focus(self) -> None:
        self._mark_cursor()
        self.call_after_refresh(self._see_cursor)

    def on_blur(self) -> None:
        self._mark_cursor()

    def move_to(self, index: int) -> None:
        """Put the cursor on the choice with this index, or the nearest one there is."""
        self.cursor = max(0, min(index, len(self.choices) - 1))
        self._mark_cursor()
        self._see_cursor()

    def action_move(self, step: int) -> None:
        self.move_to(self.cursor + step)

    def action_edge(self, last: bool) -> None:
        self.move_to(len(self.choices) - 1 if last else 0)

    def action_choose(self) -> None:
        if self.choices:
            self.post_message(self.Chosen(self, self.choices[self.cursor]))

    def on_choice_row_clicked(self, event: ChoiceRow.Clicked) -> None:
        event.stop()
        rows = list(self.rows)
        if event.row in rows:
            self.cursor = rows.index(event.row)
            self._mark_cursor()
            self.action_choose()
