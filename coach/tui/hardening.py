"""How the app ends well: crashes that say nothing of the user, signals, and a terminal that went away.

Measured threats: Textual prints local variables at a crash and then exits with 0; TERM, HUP and a closed
terminal leave the tty raw or the process spinning (reliability, T3 and T4).
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Any

from rich.text import Text
from textual.app import App

from coach.domain.errors import CoachError
from coach.tui.crash import CRASHED, crash_text, root_error

try:
    import termios
except ImportError:  # Windows has no termios, no HUP and no job control.
    termios = None  # type: ignore[assignment]

INTERRUPTED = 130
GRACE = 1.5
"""Seconds that an ordered end may take; then the process ends the hard way. Promised are two."""
LOOK_EVERY = 0.25
"""Seconds between two looks at whether the terminal and the parent are still there."""

_REPORTS = (1000, 1003, 1015, 1006, 1016, 2004, 2048, 1004)
_LEAVE = b"".join(b"\x1b[?%dl" % mode for mode in _REPORTS) + b"\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h"
"""Mouse, paste and focus reports off, keys and line wrap as before, back from the other screen, cursor on."""

_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)
)


class HardenedApp(App[int]):
    """An app whose crash shows class and place only, and which then exits with 70.

    `failure` holds an expected error (a `CoachError`, whose message is for the user) that ended the app.
    """

    failure: CoachError | None = None

    def _handle_exception(self, error: Exception) -> None:
        """End the app; called by Textual for every exception that no one caught."""
        super()._handle_exception(error)
        self._return_code = CRASHED

    def _fatal_error(self) -> None:
        """Say that it went wrong, without the local variables that Textual would print."""
        self._end_in_words(self._exception)

    def panic(self, *renderables: Any) -> None:
        """End the app; what Textual wants shown is left out, since it may hold what was typed."""
        self._return_code = CRASHED
        self._end_in_words(self._exception)

    def _end_in_words(self, error: BaseException | None) -> None:
        cause = root_error(error) if error else None
        if isinstance(cause, CoachError):
            self.failure = cause
        elif not self._exit_renderables:
            self._exit_renderables.append(Text(crash_text(cause)))
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Print the words of a crash, once, to stderr; Textual adds English advice here."""
        for renderable in self._exit_renderables[:1]:
            self.error_console.print(renderable)
        self._exit_renderables.clear()


class Lifeline:
    """Ends the app when a signal says so, when its terminal is gone or when its parent is.

    Used as a context around `App.run`, on the main thread.
    """

    def __init__(self, app: HardenedApp) -> None:
        self._app = app
        self._done = threading.Event()
        self._ending = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._attributes: Any = None
        self._parent = 0
        self._exit_code = INTERRUPTED

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take over the loop's own word on errors; called when the app runs."""
        self._loop = loop
        loop.set_exception_handler(self._loop_error)
        if hasattr(signal, "SIGURG"):
            # A loop that hears of one signal wakes up for all. Asleep it would not notice the one that comes
            # after ctrl+z, when another thread took it: the terminal stayed as it was until the next key.
            loop.add_signal_handler(signal.SIGURG, _do_nothing)

    @contextlib.contextmanager
    def guarding(self) -> Iterator[None]:
        """Guard what runs inside; everything is as before afterwards."""
        before = {number: signal.signal(number, self._on_signal) for number in _SIGNALS}
        hooks = threading.excepthook, sys.unraisablehook
        threading.excepthook = self._thread_error
        sys.unraisablehook = _say_nothing
        self._attributes = _terminal_attributes()
        self._parent = os.getppid()
        if self._attributes is not None:
            threading.Thread(target=self._watch, name="coach-watch", daemon=True).start()
        try:
            yield
        finally:
            self._done.set()
            threading.excepthook, sys.unraisablehook = hooks
            for number, handler in before.items():
                signal.signal(number, handler)

    def end(self, code: int) -> None:
        """End the app from any thread, in order if it can, and in any case within `GRACE` seconds."""
        if self._ending.is_set():
            return
        self._exit_code = code
        self._ending.set()
        threading.Thread(target=self._deadline, name="coach-deadline", daemon=True).start()
        self._soon(lambda: self._app.exit(return_code=code))

    def _soon(self, callback: Any) -> None:
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop is closed: it has ended already
                self._loop.call_soon_threadsafe(callback)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.end(INTERRUPTED)

    def _watch(self) -> None:
        while not self._done.wait(LOOK_EVERY):
            if _terminal_attributes() is None or os.getppid() != self._parent:
                self.end(INTERRUPTED)
                return

    def _deadline(self) -> None:
        if self._done.wait(GRACE):
            return
        if self._attributes is not None:
            with contextlib.suppress(termios.error, OSError):
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, self._attributes)  # type: ignore[union-attr]
        with contextlib.suppress(OSError, ValueError, AttributeError):
            descriptor = sys.__stderr__.fileno()  # type: ignore[union-attr]
            os.set_blocking(descriptor, False)
            os.write(descriptor, _LEAVE)
        os._exit(self._exit_code)

    def _crash(self, error: BaseException) -> None:
        self._app._handle_exception(error)  # type: ignore[arg-type]

    def _loop_error(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """An error in a task that no one waits for; asyncio would print its message."""
        error = context.get("exception")
        if error is not None:
            self._crash(error)

    def _thread_error(self, args: threading.ExceptHookArgs) -> None:
        """An error in a thread; Python would print it, and the app would hang on the thread's work."""
        error = args.exc_value
        if error is not None and self._loop is not None and not self._done.is_set():
            self._soon(lambda: self._crash(error))
            self.end(CRASHED)


def _terminal_attributes() -> Any:
    """Return the settings of the terminal, None when there is none (any more)."""
    if sys.__stdin__ is None:
        return None
    try:
        return termios.tcgetattr(sys.__stdin__.fileno())
    except (termios.error, OSError, ValueError):
        return None


def _do_nothing() -> None:
    """What is done with a signal that only wakes the loop."""


def _say_nothing(unraisable: object) -> None:
    """An error while an object was cleaned up: Python would print the object, with what it holds."""
