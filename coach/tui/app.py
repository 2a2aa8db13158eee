"""The app: its modes, keys and looks, and how it starts and ends."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from coach.flows.record_shelf import open_shelf
from coach.library.load import Library
from coach.tui import bindings, modes, theme
from coach.tui.base import CoachAppBase
from coach.tui.crash import CRASHED, crash_text
from coach.tui.dialogs.commands import CommandsDialog
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.dialogs.emergency import EmergencyDialog
from coach.tui.dialogs.help import HelpDialog
from coach.tui.hardening import Lifeline
from coach.tui.keeping import Keeping
from coach.tui.live_bindings import keymap, shown_key
from coach.tui.session import Session
from coach.tui.stylesheet import CoachStylesheet

COPIED = "Gekopieerd, als je terminal dat toelaat."
HOW_TO_STOP = "Stoppen doe je met ctrl+q, of met Stoppen op het beginscherm."

UNSAVED = (
    "Je voorbereiding is nog niet bewaard. Stop je nu, dan is alles weg. "
    "Bewaren doe je met F8 bij het voorbereiden, of met F7 op je blad."
)


class CoachApp(CoachAppBase, inherit_bindings=False):
    """coach on the terminal; each mode keeps its own screen, so going elsewhere loses nothing."""

    TITLE = "coach"
    # Those of all screens at once: one that comes later makes Textual style all that is there again.
    CSS_PATH = [*sorted(Path(__file__).parent.rglob("*.tcss"))]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = modes.MODES
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.APP_BINDINGS]
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-breed")]
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (30, "-hoog")]
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = set()

    def __init__(self, library: Library, session: Session, start: str = "home") -> None:
        """Make the app; `start` is the mode it opens with."""
        # Textual opens with this mode: to go through the home screen first would double the time to start.
        self.DEFAULT_MODE = start  # type: ignore[misc]
        super().__init__()
        self.library = library
        self.session = session
        session.shelf = open_shelf(session.keeper, lambda: library.guard)
        self.lifeline: Lifeline | None = None
        self.keeping = Keeping(self)
        self.animation_level = "none"
        for look in theme.THEMES:
            self.register_theme(look)
        self.theme = theme.DARK.name
        self.set_keymap(keymap(session.keys))
        self.stylesheet = CoachStylesheet(variables=self.get_css_variables())

    def refresh_css(self, animate: bool = True) -> None:
        """Style the screen anew for another look; Textual asks this, twice, for each screen that is made."""
        for screen in self.screen_stack[-1:]:  # there is none while the app ends
            if not screen.children:  # being made: all that it gets will have this look
                screen._css_update_count = self._css_update_count
            if screen._css_update_count == self._css_update_count:
                return
        super().refresh_css(animate)

    def on_mount(self) -> None:
        """Read the guard while the user looks around."""
        if self.lifeline is not None:
            self.lifeline.attach(asyncio.get_running_loop())
        # Back from ctrl+z the terminal shows an empty screen, and Textual paints only what changes.
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        self.call_after_refresh(self._warm_up)
        if self.DEFAULT_MODE in modes.OPENS_STORE:
            self.call_after_refresh(self.keeping.start)

    @work(thread=True, group="warm-up", exit_on_error=True)
    def _warm_up(self) -> None:
        self.library.guard.analyse("Hoe gaat het met je werk?")

    def action_emergency(self) -> None:
        """Open the emergency card, unless it is open already."""
        if not isinstance(self.screen, EmergencyDialog):
            self.push_screen(EmergencyDialog(self.library.emergency))

    def action_help(self) -> None:
        """Explain the screen on which one is, with its keys."""
        self.push_screen(HelpDialog.of(self.screen))

    def action_command_palette(self) -> None:
        """Offer all commands."""
        self.push_screen(CommandsDialog(list(self.get_system_commands(self.screen))))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Return what can be done from everywhere; there is no screenshot, since it would write to disk."""
        for title, told, mode in modes.PLACES:
            yield SystemCommand(title, told, partial(self.go, mode))
        yield SystemCommand("Noodkaart", "Wat je doet als iemand in gevaar is", self.action_emergency)
        yield SystemCommand("Hulp", "Uitleg bij dit scherm en alle toetsen", self.action_help)
        yield SystemCommand("Licht of donker", "Wissel tussen licht en donker", self.action_switch_look)
        yield SystemCommand("Stoppen", "Stop met coach", self.stop)

    def action_switch_look(self) -> None:
        """Switch between the light and the dark look."""
        self.theme = theme.LIGHT.name if self.theme == theme.DARK.name else theme.DARK.name

    async def action_quit(self) -> None:
        """Stop by key."""
        self.stop()

    def stop(self) -> None:
        """Stop; what would be lost is asked about first."""
        if self.keeping.saves_drafts or not self.session.would_be_lost:
            self.exit()
        elif not isinstance(self.screen, ConfirmDialog):
            self.push_screen(ConfirmDialog(UNSAVED, yes="Toch stoppen", no="Terug"), self._quit_if)

    def _quit_if(self, agreed: bool | None) -> None:
        if agreed:
            self.exit()

    def action_help_quit(self) -> None:
        """Say how to stop, to whoever presses ctrl+c by habit."""
        self.tell(HOW_TO_STOP)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, and say so; only ever called for a key that the user pressed."""
        super().copy_to_clipboard(text)
        self.tell(COPIED)

    def get_key_display(self, binding: Binding) -> str:
        """Return the name of a key as it stands on a keyboard."""
        return binding.key_display or shown_key(binding.key)


def run_app(library: Library, session: Session, start: str = "home") -> int:
    """Run the app on this terminal and return the exit status: 0, 130 after a signal, 70 after a crash.

    `session` afterwards holds what was prepared. Raises CoachError for an expected error that ended the app.
    """
    app = CoachApp(library, session, start)
    app.lifeline = Lifeline(app)
    try:
        with app.lifeline.guarding():
            try:
                app.run()
            finally:
                app.keeping.finish()
    except Exception as error:  # noqa: BLE001
        print(crash_text(error), file=sys.stderr)
        return CRASHED
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
