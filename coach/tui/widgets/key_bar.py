"""The keys at the foot of a screen."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen
from textual.widgets import Footer


class KeyBar(Footer):
    """A footer that is made anew only when its keys change.

    Textual's own is made anew at every change of focus, a few times over; on a slow machine one waits for it.
    """

    def __init__(self) -> None:
        """Make it compact, without the key of the command palette."""
        super().__init__(compact=True, show_command_palette=False)
        self._keys: tuple[object, ...] | None = None

    def bindings_changed(self, screen: Screen[Any]) -> None:
        """Show the keys of `screen`, unless they are the same as those that are shown."""
        if not screen.app.app_focus or not (self.is_attached and screen is self.screen):
            return
        keys = tuple(
            (active.binding.key, active.binding.description, active.enabled)
            for active in screen.active_bindings.values()
            if active.binding.show
        )
        if keys != self._keys:
            self._keys = keys
            super().bindings_changed(screen)
