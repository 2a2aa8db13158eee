"""A field of one short line, for what is not judged: a date, a search word, the name of a file."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from coach.domain.text import clean_text
from coach.tui.texts import plain

MAX_LINE = 500
"""Characters in such a field; more is refused."""


class LineField(Input):
    """An input that takes in one cleaned line."""

    DEFAULT_CSS = """
    LineField { border: round $border-blurred; height: 3; min-width: 10; background: $surface; }
    LineField:focus { border: round $border; }
    """

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        """Make it with a value; `placeholder` says what belongs in it."""
        super().__init__(
            value=_one_line(value)[:MAX_LINE],
            placeholder=str(plain(placeholder)),
            max_length=MAX_LINE,
            select_on_focus=False,
            id=id,
        )

    def validate_value(self, value: str) -> str:
        """Clean whatever comes in, from wherever."""
        return _one_line(value)

    def _on_paste(self, event: events.Paste) -> None:
        """Paste all of it as one line, as far as it fits; Textual would take the first line only."""
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        room = MAX_LINE - len(self.value) + (end - start)
        self.replace(_one_line(event.text[: MAX_LINE * 2])[:room], start, end)


def _one_line(text: str) -> str:
    """Clean, without touching the spaces: one may be about to type a word behind them."""
    return clean_text(text).replace("\n", " ").replace("\t", " ")
