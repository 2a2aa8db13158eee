"""The home screen."""

from __future__ import annotations

from coach.tui.base import CoachScreen


class HomeScreen(CoachScreen):
    """Home."""
