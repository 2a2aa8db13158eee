"""A text area that takes in nothing harmful: every text is cleaned and capped on its way in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult

from coach.domain.text import MAX_TEXT, clean_text, one_line
from coach.tui.base import CoachAppBase
from coach.tui.texts import plain

_TOO_LONG = f"Een veld houdt hoogstens {MAX_TEXT:,} tekens vast. De rest is weggelaten.".replace(",", ".")


_TAKEN = ("f6", "f7")
"""Keys of the text area (select a line, select all) that are the app's own."""


class TextField(TextArea, inherit_bindings=False):
    """The text area behind every field of coach; `lines` is its height without border.

    A field of one line wraps, but takes no newline: Enter sends `Submitted`.
    """

    DEFAULT_CSS = """
    TextField {
        height: auto; min-height: 3; max-height: 10; padding: 0 1;
        border: round $border-blurred; background: $surface;
    }
    TextField:focus { border: round $border; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in TextArea.BINDINGS if isinstance(binding, Binding) and binding.key not in _TAKEN
    ]

    @dataclass
    class Submitted(Message):
        """Enter was pressed in a field of one line."""

        field: TextField

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        lines: int = 1,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Make the field with a text in it."""
        self._one_line = lines == 1
        super().__init__(
            self._taken_in(text)[:MAX_TEXT],
            id=id,
            placeholder=plain(placeholder),
            highlight_cursor_line=False,
            show_line_numbers=False,
        )
        self.styles.min_height = lines + 2

    def on_mount(self) -> None:
        """Begin behind the text that is there: what is typed goes on from it."""
        self.move_cursor(self.document.end)

    def _taken_in(self, text: str) -> str:
        return one_line(text) if self._one_line and "\n" in clean_text(text) else clean_text(text)

    def load_text(self, text: str) -> None:
        """Show another text, with the cursor behind it and without a way back to the one before."""
        super().load_text(self._taken_in(text[:MAX_TEXT]))
        self.move_cursor(self.document.end)

    def edit(self, edit: Edit) -> EditResult:
        """Make one edit; what it brings in is cleaned, and cut off where the field is full, with a notice."""
        replaced = len(self.get_text_range(edit.from_location, edit.to_location))
        room = max(0, MAX_TEXT - len(self.text) + replaced)
        text = self._taken_in(edit.text[: MAX_TEXT + 1])
        if len(text) > room:
            app = self.app
            assert isinstance(app, CoachAppBase)
            app.tell(_TOO_LONG, careful=True)
        edit.text = text[:room]
        return super().edit(edit)

    def replace_all(self, text: str) -> None:
        """Put `text` in place of all there is, with a way back (ctrl+z), and the cursor behind it."""
        self.replace(text, self.document.start, self.document.end, maintain_selection_offset=False)
        self.move_cursor(self.document.end)

    def on_key(self, event: events.Key) -> None:
        """Take Enter before the text area does (handlers of a subclass come first)."""
        if self._one_line and event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
