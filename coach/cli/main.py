"""The way in: prepares the process, finds the command, ends with its exit code.

`check`, `nood`, `sheet` and `--version` are answered before the library that parses the other commands is
imported, since a filter, an emergency and a sheet to print should not wait.
"""

from __future__ import annotations

import gc
import os
import sys

from coach.cli.diagnostics import Diagnostics, ExitCode, guarded
from coach.cli.environment import Environment, of_process
from coach.cli.hardening import harden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from coach.cli.environment import Wishes
    from coach.domain.preparation import Preparation
    from coach.library.load import Library


def _open_app(
    library: Library, preparation: Preparation, start: str, wishes: Wishes
) -> tuple[int, Preparation]:
    """Paint the app; the only place where the command line reaches it."""
    from datetime import date

    from coach.flows.keeper import keeper_of
    from coach.tui.app import run_app
    from coach.tui.session import Session

    keeper = wishes.keeper or keeper_of(os.environ, date.today)
    session = Session(
        preparation=preparation,
        keeper=keeper,
        keys=wishes.keys,
        compact=wishes.compact,
        kept_after=wishes.kept_after,
        rehearse=wishes.rehearse,
        rephrase=wishes.rephrase,
    )
    status = run_app(library, session, start)
    return status, session.preparation


def _quick_sheet(words: Sequence[str], environment: Environment) -> ExitCode | None:
    # Hardly anything that a sheet is made of is garbage before it is done; looking for that takes a tenth.
    collecting = gc.isenabled()
    gc.disable()
    try:
        from coach.cli.sheet import quick_sheet

        return quick_sheet(words, environment)
    finally:
        if collecting:
            gc.enable()


def _dispatch(argv: Sequence[str], environment: Environment) -> ExitCode:
    match argv:
        case ["check", *rest]:
            from coach.cli.check import check

            return check(rest, environment)
        case ["nood"]:
            from coach.cli.nood import nood

            return nood(environment)
        case ["sheet", *rest] if (done := _quick_sheet(rest, environment)) is not None:
            return done
        case ["--version"]:
            from coach.cli.version import version

            return version(environment)
        case []:
            from coach.cli.home import home

            return home(environment)
        case _:
            from coach.cli.commands import run_command

            return run_command(argv, environment)


def run(argv: Sequence[str], environment: Environment) -> ExitCode:
    """Run one command, as given by its words without `coach`, and return its exit code."""
    return guarded(lambda: _dispatch(argv, environment), Diagnostics(environment))


def _leave(code: ExitCode) -> NoReturn:
    """End the process: nothing more is written when the reader has gone, and no interpreter prompt opens."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError):
        # Else the interpreter tries once more at the end, and complains.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if sys.flags.inspect:
        # PYTHONINSPECT was read before we could drop it: sys.exit would open a prompt on all we hold.
        os._exit(code)
    sys.exit(int(code))


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run `coach` with the words of `argv` (those of the command line when None) and exit."""
    harden()
    environment = of_process(_open_app)
    _leave(run(sys.argv[1:] if argv is None else list(argv), environment))
