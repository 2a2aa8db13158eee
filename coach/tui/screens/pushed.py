"""A screen that another one opens on top of itself, and that goes away again."""

from __future__ import annotations

from coach.tui.base import CoachScreen


class PushedScreen(CoachScreen):
    """Closes once, however often and however fast a key is pressed."""

    def leave(self) -> None:
        """Close, unless it is closing already or something stands on top."""
        if self.is_active:
            self.dismiss()

    def action_back(self) -> None:
        """Close; what was filled in was told already."""
        self.leave()
