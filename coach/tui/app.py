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

from coach.library.load import Library
from coach.tui import bindings, theme
from coach.tui.base import CoachAppBase
from coach.tui.crash import CRASHED, crash_text
from coach.tui.dialogs.commands import CommandsDialog
from coach.tui.dialogs.emergency import EmergencyDialog
from coach.tui.dialogs.help import HelpDialog
from coach.tui.hardening import Lifeline
from coach.tui.session import Session

PLACES = (
    ("Begin", "Naar het beginscherm", "home"),
    ("Voorbereiden", "Stap voor stap je gesprek voorbereiden", "prepare"),
    ("Blad", "Je gespreksblad bekijken en bewaren", "sheet"),
    ("Oefenen", "Oefen je gesprek met een nagespeelde medewerker", "rehearse"),
    ("Zin toetsen", "Mag je dit vragen, of opschrijven?", "check"),
    ("Naslag", "Tips, vragen, signalen en lastige momenten", "library"),
)
COPIED = "Gekopieerd, als je terminal dat toelaat."
HOW_TO_STOP = "Stoppen doe je met ctrl+q, of met Stoppen op het beginscherm."


def _home() -> Screen[Any]:
    from coach.tui.screens.home import HomeScreen

    return HomeScreen()


def _prepare() -> Screen[Any]:
    from coach.tui.screens.prepare import PrepareScreen

    return PrepareScreen()


def _sheet() -> Screen[Any]:
    from coach.tui.screens.sheet import SheetScreen

    return SheetScreen()


def _rehearse() -> Screen[Any]:
    from coach.tui.screens.rehearse import RehearseScreen

    return RehearseScreen()


def _check() -> Screen[Any]:
    from coach.tui.screens.check import CheckScreen

    return CheckScreen()


def _library() -> Screen[Any]:
    from coach.tui.screens.library import LibraryScreen

    return LibraryScreen()


class CoachApp(CoachAppBase, inherit_bindings=False):
    """coach on the terminal; each mode keeps its own screen, so going elsewhere loses nothing."""

    TITLE = "coach"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    DEFAULT_MODE = "home"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "home": _home,
        "prepare": _prepare,
        "sheet": _sheet,
        "rehearse": _rehearse,
        "check": _check,
        "library": _library,
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.APP_BINDINGS]
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-breed")]
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (30, "-hoog")]
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = set()

    def __init__(self, library: Library, session: Session, start: str = "home") -> None:
        """Make the app; `start` is the mode it opens with."""
        super().__init__()
        self.library = library
        self.session = session
        self.lifeline: Lifeline | None = None
        self._start = start
        self.animation_level = "none"
        for look in theme.THEMES:
            self.register_theme(look)
        self.theme = theme.DARK.name

    def on_mount(self) -> None:
        """Go where the user wants to be, and read the guard while he looks around."""
        if self.lifeline is not None:
            self.lifeline.attach(asyncio.get_running_loop())
        if self._start != self.DEFAULT_MODE:
            self.switch_mode(self._start)
        # Back from ctrl+z the terminal shows an empty screen, and Textual paints only what changes.
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        self.call_after_refresh(self._warm_up)

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
        for title, told, mode in PLACES:
            yield SystemCommand(title, told, partial(self.go, mode))
        yield SystemCommand("Noodkaart", "Wat je doet als iemand in gevaar is", self.action_emergency)
        yield SystemCommand("Hulp", "Uitleg bij dit scherm en alle toetsen", self.action_help)
        yield SystemCommand("Licht of donker", "Wissel tussen licht en donker", self.action_switch_look)
        yield SystemCommand("Stoppen", "Stop met coach", self.exit)

    def action_switch_look(self) -> None:
        """Switch between the light and the dark look."""
        self.theme = theme.LIGHT.name if self.theme == theme.DARK.name else theme.DARK.name

    def action_help_quit(self) -> None:
        """Say how to stop, to whoever presses ctrl+c by habit."""
        self.tell(HOW_TO_STOP)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, and say so; only ever called for a key that the user pressed."""
        super().copy_to_clipboard(text)
        self.tell(COPIED)

    def get_key_display(self, binding: Binding) -> str:
        """Return the name of a key as it stands on a keyboard."""
        return binding.key_display or binding.key


def run_app(library: Library, session: Session, start: str = "home") -> int:
    """Run the app on this terminal and return the exit status: 0, 130 after a signal, 70 after a crash.

    `session` afterwards holds what was prepared. Raises CoachError for an expected error that ended the app.
    """
    app = CoachApp(library, session, start)
    app.lifeline = Lifeline(app)
    try:
        with app.lifeline.guarding():
            app.run()
    except Exception as error:  # noqa: BLE001
        print(crash_text(error), file=sys.stderr)
        return CRASHED
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
