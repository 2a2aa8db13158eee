"""What the tests of the app share: making one, reading its screen, and comparing it with a kept picture."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from textual.app import App
from textual.content import Content
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

from coach.domain.preparation import Preparation
from coach.library.load import Library
from coach.tui.app import CoachApp
from coach.tui.session import Session

SNAPSHOTS = Path(__file__).parent / "snapshots"
TODAY = date(2026, 11, 18)
MODES = ("home", "prepare", "sheet", "rehearse", "live", "records", "check", "library", "kept")
SMALL, WIDE, NARROW = (80, 24), (120, 40), (40, 12)
_ROUNDS = 4
"""What one round of waiting sets off is done in the next; no change of screen takes more of them."""


def make_app(
    library: Library, *, start: str = "home", preparation: Preparation | None = None, **more: Any
) -> CoachApp:
    """Return an app in which it is always the same day; `more` goes to its session."""
    return CoachApp(library, Session(preparation or Preparation(), today=lambda: TODAY, **more), start)


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until the app has handled all there is, also what was put off until after a repaint."""
    await pilot.pause()
    for _ in range(_ROUNDS):
        # Also when nothing seems to wait: one may be in the middle of something that goes on next.
        await pilot.pause()
        if not _is_busy(pilot.app):
            return


def _is_busy(app: App[Any]) -> bool:
    """Whether something waits to be handled: a message, a layout, a repaint, or what comes after one."""
    screen = app.screen
    if screen._callbacks or screen._dirty_widgets or screen._layout_required or screen._repaint_required:
        return True
    pumps = [app, *screen.walk_children(Widget, with_self=True)]
    return any(pump.message_queue_size or pump._next_callbacks for pump in pumps)


def screen_lines(app: App[Any]) -> list[str]:
    """Return the lines of the screen as a user sees them, without colours."""
    width, height = app.size
    console = Console(
        record=True, width=width, height=height, file=io.StringIO(), legacy_windows=False, color_system=None
    )
    console.print(app.screen._compositor.render_update(full=True))
    return [line.rstrip() for line in console.export_text(styles=False).split("\n")[:height]]


def screen_text(app: App[Any]) -> str:
    """Return the screen as one text."""
    return "\n".join(screen_lines(app))


def text_of(widget: Widget) -> str:
    """Return what `widget` has painted: the text of its own region, lines stripped at the right."""
    region: Region = widget.content_region
    lines = screen_lines(widget.app)[region.y : region.bottom]
    return "\n".join(line.ljust(region.right)[region.x : region.right].rstrip() for line in lines)


def in_sight(text: str, app: App[Any]) -> bool:
    """Whether `text` stands on the screen, however it was wrapped."""
    return squeezed(text) in squeezed(screen_text(app))


def notices(app: App[Any]) -> list[str]:
    """Return the notices that are shown at this moment."""
    return [notice.message for notice in app._notifications]


def squeezed(text: str) -> str:
    """Return `text` without white space and without the frames and bars of the screen."""
    return "".join(char for char in text if not char.isspace() and not "─" <= char <= "▟")


def assert_snapshot(app: App[Any], name: str) -> None:
    """Compare the screen with the kept picture `name`; UPDATE=1 keeps the screen as it is."""
    path = SNAPSHOTS / f"{name}.txt"
    shown = screen_text(app).rstrip("\n") + "\n"
    if os.environ.get("UPDATE"):
        path.write_text(shown, encoding="utf-8")
    assert path.exists(), f"Er is nog geen beeld {path.name}: draai deze test met UPDATE=1."
    assert shown == path.read_text(encoding="utf-8"), f"Anders dan {path.name}. Klopt het zo? UPDATE=1"


def every_text(app: App[Any]) -> Iterable[str]:
    """Yield every text on the screen, and what may come on it: hidden, tooltips, titles, keys."""
    yield screen_text(app)
    for widget in app.screen.walk_children(Widget, with_self=True):
        for value in (widget.tooltip, widget.border_title, widget.border_subtitle):
            if value:
                yield str(value)
        visual = getattr(widget, "content", None)
        if isinstance(visual, str | Content):
            yield str(visual)
        placeholder = getattr(widget, "placeholder", None)
        if placeholder:
            yield str(placeholder)
    for active in app.screen.active_bindings.values():
        if active.binding.show:
            yield active.binding.description
        yield active.tooltip
