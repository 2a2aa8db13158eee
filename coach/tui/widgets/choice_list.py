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
    """What stands before a item; ASCII, so that every terminal shows it."""

    ON = "[x]"
    OFF = "[ ]"
    PICKED = "(x)"
    UNPICKED = "( )"
    CLOSED = "+"
    OPENED = "-"
    PARKED = "[-]"
    JUMP = "->"


@dataclass(frozen=True, slots=True)
class Item:
    """One line: its id (unique in the list), text, a short note behind it, mark, and whether it is inset."""

    id: str
    text: str
    note: str = ""
    mark: Mark = Mark.OFF
    inset: bool = False


class ChoiceRow(Widget, can_focus=False):
    """One item on the screen; tells the list when it is clicked."""

    DEFAULT_CSS = """
    ChoiceRow { layout: horizontal; width: 100%; height: auto; }
    ChoiceRow.-inset { padding-left: 4; }
    ChoiceRow .item-mark { width: 6; height: 1; }
    ChoiceRow .item-text { width: 1fr; height: auto; }
    ChoiceRow .item-note { width: auto; max-width: 30%; height: auto; padding-left: 2; color: $text-muted; }
    ChoiceRow.-on .item-text, ChoiceRow.-on .item-mark { text-style: bold; }
    ChoiceRow.-cursor { background: $primary 20%; }
    ChoiceRow:hover { background: $primary 10%; }
    """

    class Clicked(Message):
        """The row was clicked."""

        def __init__(self, row: ChoiceRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._mark = PlainText(classes="item-mark")
        self._text = PlainText(item.text, classes="item-text")
        self._note = PlainText(classes="item-note")
        self._shown = item.text
        self.show(item)

    def compose(self) -> ComposeResult:
        """Yield mark, text and note."""
        yield self._mark
        yield self._text
        yield self._note

    def show(self, item: Item, *, cursor: bool = False) -> None:
        """Show `item` on this row; `cursor` when the keys act on it."""
        self.set_class(cursor, "-cursor")
        self.set_class(item.inset, "-inset")
        self.set_class(item.mark in (Mark.ON, Mark.PICKED), "-on")
        self._mark.show(f"{'>' if cursor else ' '} {item.mark.value}")
        self._note.show(item.note)
        self._note.display = bool(item.note)
        if item.text != self._shown:
            self._shown = item.text
            self._text.show(item.text)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self))


class ChoiceList(VerticalGroup, can_focus=True):
    """Choices below each other: arrows move, space or enter chooses, and so does a click.

    It never scrolls by itself: it is as high as its items, and the form around it scrolls. What choosing
    means is up to whoever listens to `Chosen` and then calls `set_items`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*step_bindings.CHOICE_BINDINGS]

    class Chosen(Message):
        """A item was picked with a key or the mouse."""

        def __init__(self, source: ChoiceList, item: Item) -> None:
            super().__init__()
            self.source = source
            self.item = item

        @property
        def control(self) -> ChoiceList:
            """The list, so that `@on` can select by id."""
            return self.source

    def __init__(self, items: Iterable[Item] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.items: tuple[Item, ...] = tuple(items)
        self.cursor = 0

    def compose(self) -> ComposeResult:
        for item in self.items:
            yield ChoiceRow(item)

    @property
    def rows(self) -> Sequence[ChoiceRow]:
        """The rows, from top to bottom."""
        return [row for row in self.children if isinstance(row, ChoiceRow)]

    async def set_items(self, items: Iterable[Item]) -> None:
        """Show other items; the cursor stays on the item with the same id where it can."""
        at = self.items[self.cursor].id if self.items else ""
        before = [item.id for item in self.items]
        self.items = tuple(items)
        ids = [item.id for item in self.items]
        self.cursor = ids.index(at) if at in ids else max(0, min(self.cursor, len(ids) - 1))
        if ids == before:
            self._mark_cursor()
            return
        rows = list(self.rows)
        for row, item in zip(rows, self.items, strict=False):
            row.show(item)
        if len(rows) > len(self.items):
            await self.remove_children(rows[len(self.items) :])
        else:
            await self.mount_all(ChoiceRow(item) for item in self.items[len(rows) :])
        self._mark_cursor()

    def _mark_cursor(self) -> None:
        for index, (row, item) in enumerate(zip(self.rows, self.items, strict=False)):
            row.show(item, cursor=self.has_focus and index == self.cursor)

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
        """Put the cursor on the item with this index, or the nearest one there is."""
        self.cursor = max(0, min(index, len(self.items) - 1))
        self._mark_cursor()
        self._see_cursor()

    def action_move(self, step: int) -> None:
        self.move_to(self.cursor + step)

    def action_edge(self, last: bool) -> None:
        self.move_to(len(self.items) - 1 if last else 0)

    def action_choose(self) -> None:
        if self.items:
            self.post_message(self.Chosen(self, self.items[self.cursor]))

    def on_choice_row_clicked(self, event: ChoiceRow.Clicked) -> None:
        event.stop()
        rows = list(self.rows)
        if event.row in rows:
            self.cursor = rows.index(event.row)
            self._mark_cursor()
            self.action_choose()
