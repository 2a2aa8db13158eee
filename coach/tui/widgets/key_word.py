"""A key with a word: says which key does something, and does it when it is clicked."""

from __future__ import annotations

from textual import events
from textual.content import Content

from coach.tui.widgets.plain_text import PlainText


class KeyWord(PlainText):
    """Shows `key` and `word`; a click runs `action` of the screen."""

    DEFAULT_CSS = """
    KeyWord { width: auto; height: 1; padding: 0 1; color: $text-muted; }
    KeyWord:hover { background: $primary 20%; }
    """

    def __init__(self, key: str, word: str, action: str, *, id: str | None = None) -> None:  # noqa: A002
        """Make it; `action` is the name of an action of the screen (or "app." and one of the app)."""
        super().__init__(id=id)
        self._key = key
        self._action = action if "." in action else f"screen.{action}"
        self.rename(word)

    def rename(self, word: str) -> None:
        """Show another word for what the key does."""
        self.show(Content.assemble((self._key, "bold"), f" {word}"))

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        await self.run_action(self._action)
