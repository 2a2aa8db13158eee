"""A list to choose from: one line of keys, long texts that wrap, a mark and a word for every state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.widget import Widget

from coach.domain.text import one_line
from coach.render.cells import cell_width, pad, wrap
from coach.tui import step_bindings
from coach.tui.texts import plain

INSET, MARK_WIDTH, GAP, SMALLEST = 4, 3, 2, 8
"""Cells: how far an inset item stands in, a mark, between text and note, and the narrowest column of text."""


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
    GIVES = "(+)"
    COSTS = "(-)"


@dataclass(frozen=True, slots=True)
class Item:
    """One line: its id (unique in the list), text, a short note behind it, mark, and whether it is inset."""

    id: str
    text: str
    note: str = ""
    mark: Mark = Mark.OFF
    inset: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """One painted line: which item it belongs to, its two halves, and the room between them."""

    item: int
    before: str
    text: str
    after: str


class ChoiceList(Widget, can_focus=True):
    """Items below each other: arrows move, space or enter chooses, and so does a click.

    It never scrolls by itself: it is as high as its items, and the form around it scrolls. What choosing
    means is up to whoever listens to `Chosen` and then calls `set_items`. The item on which the keys act has
    a ">" before it, a long text is wrapped under its own beginning.
    """

    COMPONENT_CLASSES = {"choice--on", "choice--note", "choice--cursor"}
    DEFAULT_CSS = """
    ChoiceList { width: 100%; height: auto; min-width: 20; padding-right: 1; text-wrap: nowrap; }
    ChoiceList > .choice--on { text-style: bold; }
    ChoiceList > .choice--note { color: $text-muted; }
    ChoiceList > .choice--cursor { background: $primary 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*step_bindings.CHOICE_BINDINGS]

    class Chosen(Message):
        """An item was picked with a key or the mouse."""

        def __init__(self, source: ChoiceList, item: Item) -> None:
            super().__init__()
            self.source = source
            self.item = item

        @property
        def control(self) -> ChoiceList:
            """The list, so that `@on` can select by id."""
            return self.source

    def __init__(self, items: Iterable[Item] = (), *, id: str | None = None) -> None:  # noqa: A002
        """Make it; the cursor starts on the item that is picked, else on the first."""
        super().__init__(id=id)
        self.items: tuple[Item, ...] = tuple(items)
        picked = (at for at, item in enumerate(self.items) if item.mark is Mark.PICKED)
        self.cursor = next(picked, 0)
        self._laid_out: tuple[int, list[_Line]] = (0, [])

    def set_items(self, items: Iterable[Item]) -> None:
        """Show other items; the cursor stays on the item with the same id where it can."""
        at = self.items[self.cursor].id if self.items else ""
        self.items = tuple(items)
        ids = [item.id for item in self.items]
        self.cursor = ids.index(at) if at in ids else max(0, min(self.cursor, len(ids) - 1))
        self._laid_out = (0, [])
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[_Line]:
        """The items as lines for this width; kept until the items or the width change."""
        if self._laid_out[0] != width or not self._laid_out[1]:
            self._laid_out = (
                width,
                [line for at in range(len(self.items)) for line in self._item(at, width)],
            )
        return self._laid_out[1]

    def _item(self, at: int, width: int) -> list[_Line]:
        item = self.items[at]
        inset = " " * (INSET if item.inset else 0)
        before = f"{inset}  {item.mark.value:<{MARK_WIDTH}} "
        note = one_line(item.note)
        room = width - len(before)
        notes = wrap(note, max(SMALLEST, room // 3)) if note else []
        taken = max(map(cell_width, notes), default=-GAP) + GAP
        texts = wrap(one_line(item.text), max(SMALLEST, room - taken))
        lines = []
        for number in range(max(len(texts), len(notes))):
            text = texts[number] if number < len(texts) else ""
            after = notes[number] if number < len(notes) else ""
            lines.append(
                _Line(
                    at,
                    before if number == 0 else " " * len(before),
                    pad(text, room - cell_width(after)),
                    after,
                )
            )
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the items take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return all lines."""
        return Content("\n").join(self._painted(line) for line in self._lines(self.content_size.width))

    def _painted(self, line: _Line) -> Content:
        item = self.items[line.item]
        here = self.has_focus and line.item == self.cursor
        before = line.before
        if here and before.strip():
            at = before.index(item.mark.value) - 2
            before = f"{before[:at]}>{before[at + 1 :]}"
        main = Content.assemble(plain(before), plain(line.text))
        if item.mark in (Mark.ON, Mark.PICKED, Mark.GIVES, Mark.COSTS):
            main = main.stylize(self.get_visual_style("choice--on", partial=True))
        note = plain(line.after).stylize(self.get_visual_style("choice--note", partial=True))
        whole = Content.assemble(main, note)
        return whole.stylize(self.get_visual_style("choice--cursor", partial=True)) if here else whole

    def region_of(self, at: int) -> Region:
        """Return where the item with this index stands, within the list."""
        rows = [row for row, line in enumerate(self._lines(self.content_size.width)) if line.item == at]
        return Region(0, rows[0], self.content_size.width, len(rows)) if rows else Region()

    def see_cursor(self) -> None:
        """Scroll what is around the list, no further than needed to see the cursor, once all is laid out."""
        self.call_after_refresh(self._see_cursor)

    def _see_cursor(self) -> None:
        region = self.region_of(self.cursor).translate(self.content_offset_within)
        for ancestor in self.ancestors:
            if not isinstance(ancestor, Widget):
                return
            if ancestor.max_scroll_y > 0:
                ancestor.scroll_to_region(region, animate=False, x_axis=False)
                return
            region = region.translate(ancestor.virtual_region.offset)

    @property
    def content_offset_within(self) -> Offset:
        """Where the list begins in its container."""
        return self.virtual_region.offset + self.gutter.top_left

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()
        self.see_cursor()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def move_to(self, index: int) -> None:
        """Put the cursor on the item with this index, or the nearest one there is."""
        self.cursor = max(0, min(index, len(self.items) - 1))
        self.refresh()
        self.see_cursor()

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.move_to(self.cursor + step)

    def action_edge(self, last: bool) -> None:
        """Move the cursor to the first or the last item."""
        self.move_to(len(self.items) - 1 if last else 0)

    def action_choose(self) -> None:
        """Choose the item at the cursor."""
        if self.items:
            self.post_message(self.Chosen(self, self.items[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """Choose the item that was clicked."""
        event.stop()
        lines = self._lines(self.content_size.width)
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.y < len(lines):
            self.cursor = lines[offset.y].item
            self.refresh()
            self.action_choose()
