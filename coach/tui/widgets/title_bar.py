"""The line on top of a screen: where one is, and a short note at the right."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import HorizontalGroup

from coach.tui.texts import APP_TITLE
from coach.tui.widgets.plain_text import PlainText


class TitleBar(HorizontalGroup):
    """Shows the name of the app and of the screen; `show_note` puts a word at the right."""

    DEFAULT_CSS = """
    TitleBar { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    TitleBar .title { width: 1fr; text-style: bold; }
    TitleBar .note { width: auto; color: $text-muted; }
    """

    def __init__(self, heading: str = "", note: str = "") -> None:
        """Make it with the name of the screen and a note."""
        super().__init__()
        self._heading = heading
        self._note = note

    def compose(self) -> ComposeResult:
        """Yield both halves."""
        yield PlainText(_title(self._heading), classes="title")
        yield PlainText(self._note, classes="note")

    def show_heading(self, heading: str) -> None:
        """Show another name."""
        self.query_one(".title", PlainText).show(_title(heading))

    def show_note(self, note: str) -> None:
        """Show another note at the right."""
        self.query_one(".note", PlainText).show(note)


def _title(heading: str) -> str:
    return f"{APP_TITLE} · {heading}" if heading else APP_TITLE
