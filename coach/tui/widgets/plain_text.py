"""Text that is only text."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.widgets import Static

from coach.tui.texts import plain


class PlainText(Static):
    """A static text in which nothing is markup; a `str` is cleaned first, `Content` is shown as it is."""

    def __init__(self, text: str | Content = "", **kwargs: Any) -> None:
        """Make it with `text`; the other arguments are those of every widget (id, classes, ...)."""
        super().__init__(_content(text), markup=False, **kwargs)

    def show(self, text: str | Content) -> None:
        """Show another text."""
        self.update(_content(text))


def _content(text: str | Content) -> Content:
    return plain(text) if isinstance(text, str) else text
