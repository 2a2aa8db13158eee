"""Rows that one fills in below each other; there is always one empty row to go on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button

from coach.tui.widgets.plain_text import PlainText


class EditorRow(VerticalGroup):
    """One row: a heading with a button that takes the row away, and below it the fields of the subclass."""

    DEFAULT_CSS = """
    EditorRow { margin-bottom: 1; }
    EditorRow .row-title { width: 1fr; padding: 0 1; text-style: bold; }
    """

    class Edited(Message):
        """Something in the row changed."""

        def __init__(self, row: EditorRow) -> None:
            super().__init__()
            self.row = row

    class Removed(Message):
        """The row is to go."""

        def __init__(self, row: EditorRow) -> None:
            super().__init__()
            self.row = row

    def compose(self) -> ComposeResult:
        with HorizontalGroup(classes="row-head"):
            yield PlainText(classes="row-title")
            yield Button("Weghalen", compact=True, classes="row-remove")
        yield from self.compose_fields()

    def compose_fields(self) -> ComposeResult:
        """Yield the fields of the row."""
        yield from ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed in any field of the row."""
        raise NotImplementedError

    @property
    def main_field(self) -> Widget:
        """The widget that gets the focus when the row does."""
        raise NotImplementedError

    def clear(self) -> None:
        """Empty every field of the row."""
        raise NotImplementedError

    def edited(self) -> None:
        """Tell the editor that this row changed."""
        self.post_message(self.Edited(self))

    def entitle(self, title: str) -> None:
        """Show `title` above the row; an empty row has nothing to take away."""
        self.query_one(".row-title", PlainText).show(title)
        self.query_one(".row-remove", Button).display = not self.is_blank

    @on(Button.Pressed, ".row-remove")
    def _remove(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Removed(self))


class RowsEditor(VerticalGroup):
    """Rows of one kind, at most `maximum`; `blank` makes an empty one.

    `noun` names one row ("Feit"), `full` is the sentence shown when no more rows fit. Rows stay in the order
    of typing, so that nothing moves below one's hands. The last row taken away can be put back.
    """

    DEFAULT_CSS = """
    RowsEditor .rows-full, RowsEditor .rows-back { margin: 0 1 1 1; }
    """

    class Changed(Message):
        """What the rows hold changed."""

        def __init__(self, editor: RowsEditor) -> None:
            super().__init__()
            self.editor = editor

        @property
        def control(self) -> RowsEditor:
            """The editor, so that `@on` can select by id."""
            return self.editor

    def __init__(
        self,
        rows: Sequence[EditorRow],
        blank: Callable[[], EditorRow],
        *,
        maximum: int,
        noun: str,
        full: str,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._start = list(rows)
        self._blank = blank
        self._maximum = maximum
        self._noun = noun
        self._full = full
        self._taken_away: EditorRow | None = None

    def compose(self) -> ComposeResult:
        with VerticalGroup(classes="rows"):
            yield from self._start
            if len(self._start) < self._maximum:
                yield self._blank()
        yield PlainText(self._full, classes="rows-full")
        yield Button("Zet terug wat je weghaalde", compact=True, classes="rows-back")

    def on_mount(self) -> None:
        self._entitle()

    @property
    def rows(self) -> list[EditorRow]:
        """The rows on the screen, from top to bottom, the empty one too."""
        return [row for row in self.query(EditorRow) if row.display and not row.has_class("-away")]

    def _entitle(self) -> None:
        rows = self.rows
        for number, row in enumerate(rows, start=1):
            new = row.is_blank and number == len(rows)
            row.entitle(f"Nog een {self._noun.lower()}" if new and number > 1 else f"{self._noun} {number}")
        full = len(rows) >= self._maximum and not any(row.is_blank for row in rows)
        self.query_one(".rows-full", PlainText).display = full
        self.query_one(".rows-back", Button).display = self._taken_away is not None and not full

    async def insert(self, row: EditorRow) -> None:
        """Put a row before the empty one at the end, as long as there is room."""
        rows = self.rows
        if not rows or not rows[-1].is_blank:
            if len(rows) < self._maximum:
                await self.query_one(".rows", VerticalGroup).mount(row)
        elif len(rows) < self._maximum:
            await self.query_one(".rows", VerticalGroup).mount(row, before=rows[-1])
        else:
            await self.query_one(".rows", VerticalGroup).mount(row, before=rows[-1])
            await rows[-1].remove()

    async def settle(self) -> None:
        """Put the rows in order after some came or went from outside."""
        await self._settle()

    async def _settle(self) -> None:
        """Keep exactly one empty row at the end, while there is room."""
        rows = self.rows
        if (not rows or not rows[-1].is_blank) and len(rows) < self._maximum:
            await self.query_one(".rows", VerticalGroup).mount(self._blank())
        self._entitle()
        self.post_message(self.Changed(self))

    @on(EditorRow.Edited)
    async def _edited(self, event: EditorRow.Edited) -> None:
        event.stop()
        await self._settle()

    @on(EditorRow.Removed)
    async def _removed(self, event: EditorRow.Removed) -> None:
        event.stop()
        rows = self.rows
        at = rows.index(event.row)
        if self._taken_away is not None:
            await self._taken_away.remove()
        self._taken_away = event.row
        event.row.add_class("-away")
        event.row.display = False
        await self._settle()
        rows = self.rows
        rows[min(at, len(rows) - 1)].main_field.focus()

    @on(Button.Pressed, ".rows-back")
    async def _put_back(self, event: Button.Pressed) -> None:
        event.stop()
        row, self._taken_away = self._taken_away, None
        if row is None:
            return
        row.display = True
        row.remove_class("-away")
        await self._drop_spare()
        await self._settle()
        row.main_field.focus()

    async def _drop_spare(self) -> None:
        """Make room again: a row put back may be one more than fits, and the empty one is then left out."""
        rows = self.rows
        if len(rows) > self._maximum:
            blank = next((row for row in reversed(rows) if row.is_blank), None)
            if blank is not None:
                await blank.remove()
