"""An article of the library, set to the width that there is."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.widgets import Static

from coach.flows.reference import Article, Kind, Line
from coach.tui.texts import plain

_MARKS = {Kind.ITEM: "• ", Kind.SAY: "› ", Kind.RATHER_NOT: "× ", Kind.NOTE: "  "}
_STYLES = {
    Kind.HEADING: "bold $text-primary",
    Kind.TEXT: "bold",
    Kind.NOTE: "$text-muted",
    Kind.SOURCE: "$text-muted",
}
_ROOM_ABOVE = (Kind.HEADING, Kind.SOURCE)
_WIDEST = 90
"""Longer lines than this are hard to read."""


class ArticleView(Static):
    """Shows one article; a line that wraps stays behind its mark.

    It is one widget and not one for each line: an article has up to a hundred lines, and it must keep up with
    someone who holds the arrow key down.
    """

    DEFAULT_CSS = """
    ArticleView { width: 100%; height: auto; }
    """

    def __init__(self) -> None:
        """Make it without an article."""
        super().__init__(markup=False)
        self._article: Article | None = None
        self._width = 0

    def show(self, article: Article) -> None:
        """Show another article."""
        self._article = article
        self._set()

    def on_resize(self, event: events.Resize) -> None:
        """Set the lines anew for another width."""
        if event.size.width != self._width:
            self._set()

    def _set(self) -> None:
        self._width = self.content_size.width
        width = min(self._width, _WIDEST)
        if self._article is None or width <= len(_MARKS[Kind.ITEM]):
            return
        lines = [plain(self._article.title).stylize("bold underline $text-primary"), Content("")]
        for line in self._article.lines:
            lines += _wrapped(line, width)
        self.update(Content("\n").join(lines))


def _wrapped(line: Line, width: int) -> Iterator[Content]:
    mark = _MARKS.get(line.kind, "")
    if line.kind in _ROOM_ABOVE:
        yield Content("")
    text = plain(line.text).stylize(_STYLES.get(line.kind, ""))
    for number, piece in enumerate(text.wrap(width - len(mark))):
        yield Content(mark if number == 0 else " " * len(mark)) + piece.rstrip()
