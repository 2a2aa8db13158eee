"""The world a command runs in: streams, variables, the day, and the door to the app.

Commands get it as an argument and never look at `sys` or the clock themselves, so a test can give them
another world. Kept light: `coach check` imports it.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable, Mapping

from coach.domain.values import value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import BinaryIO, TextIO

    from coach.domain.preparation import Preparation
    from coach.flows.keeper import Keeper
    from coach.library.load import Library

    OpenApp = Callable[[Library, Preparation, str, "Wishes"], tuple[int, Preparation]]

NARROWEST, WIDEST, USUAL = 40, 100, 80
"""Columns: what everything is laid out for at least, at most (longer lines read badly), and when unknown."""


def _today() -> date:
    from datetime import date

    return date.today()


def _ask_secret(question: str) -> str:
    """Ask on the terminal, without showing what is typed."""
    from getpass import getpass

    return getpass(question)


@value(frozen=True, slots=True)
class Wishes:
    """How the app is to be: the small form of the talk, its keys by name (`read_keys`), and the store.

    `rehearse` is the scenario to begin with at once, with its level, seed and style ("" where none was
    asked for);
    `rephrase` says a line in other words.

    `keeper` None is for the store of this environment. `kept_after` says that the preparation is kept when
    the app ends.
    """

    compact: bool
    keys: Mapping[str, tuple[str, ...]]
    keeper: Keeper | None = None
    kept_after: bool = False
    rehearse: tuple[str, ...] = ()
    rephrase: Callable[[str], str | None] | None = None


@value(frozen=True, slots=True)
class Environment:
    """What a command may know of the world.

    `stdin` gives bytes, since not all input is text. `stdout` and `stderr` are None when they were closed
    before the start. `window` is the number of columns of the terminal, None without one. `open_app` paints
    the app on the terminal: it takes the library, a preparation, the name of the first screen and wishes, and
    gives back the exit status and the preparation as the user left it. `clock` gives seconds that only go
    forward. `ask_secret` asks something on the terminal without showing what is typed.
    """

    stdin: BinaryIO
    stdout: TextIO | None
    stderr: TextIO | None
    variables: Mapping[str, str]
    open_app: OpenApp
    stdin_is_terminal: bool = False
    stdout_is_terminal: bool = False
    stdin_encoding: str = "utf-8"
    window: int | None = None
    today: Callable[[], date] = _today
    clock: Callable[[], float] = time.monotonic
    ask_secret: Callable[[str], str] = _ask_secret

    @property
    def can_paint(self) -> bool:
        """Whether there is a terminal that a screen can be painted on."""
        dumb = self.variables.get("TERM", "") == "dumb"
        return self.stdin_is_terminal and self.stdout_is_terminal and not dumb

    @property
    def accessible(self) -> bool:
        """Whether the user asked for lines of text in place of screens, for every command."""
        return self.variables.get("ACCESSIBLE", "") not in ("", "0")

    @property
    def own_content(self) -> str | None:
        """The folder with an organisation's own content, None where none is named."""
        return self.variables.get("COACH_CONTENT") or None

    def library(self) -> Library:
        """Return all content, with what an organisation adds; raises what `library_here` raises."""
        from coach.flows.own_content import library_here

        return library_here(self.own_content, self.variables)

    @property
    def debugging(self) -> bool:
        """Whether a crash may show its path through the code (never what was typed)."""
        return self.variables.get("COACH_DEBUG", "") not in ("", "0")

    @property
    def colours(self) -> bool:
        """Whether text on stdout may have colours."""
        plain = self.variables.get("NO_COLOR") or self.variables.get("TERM") == "dumb"
        return self.stdout_is_terminal and not plain and not self.accessible

    @property
    def width(self) -> int:
        """The columns to lay text out for: COLUMNS, else the terminal's, within what reads well."""
        return self.columns(WIDEST)

    def columns(self, widest: int) -> int:
        """The columns to lay something out for that may be wider or narrower than running text."""
        asked = self.variables.get("COLUMNS", "")
        columns = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0  # noqa: PLR2004
        return max(NARROWEST, min(widest, columns or self.window or USUAL))


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _window(stream: TextIO | None) -> int | None:
    if stream is None or not _is_terminal(stream):
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None


def of_process(open_app: OpenApp) -> Environment:
    """Return the environment of this process."""
    stdin: TextIO | None = sys.stdin
    return Environment(
        stdin=stdin.buffer if stdin is not None else io.BytesIO(),
        stdout=sys.stdout,
        stderr=sys.stderr,
        variables=os.environ,
        open_app=open_app,
        stdin_is_terminal=_is_terminal(stdin),
        stdout_is_terminal=_is_terminal(sys.stdout),
        stdin_encoding=(stdin.encoding if stdin is not None else None) or "utf-8",
        window=_window(sys.stdout),
    )
