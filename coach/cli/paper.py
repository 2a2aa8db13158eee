"""Printing from the command line: the printer is named first, and on a terminal the user is asked."""

from __future__ import annotations

from coach.cli.diagnostics import Diagnostics
from coach.cli.environment import Environment
from coach.cli.reading import typed_line
from coach.flows.print_sheet import announcement, default_printer, print_sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from coach.domain.sheet import Sheet

QUESTION = "Druk op Enter om te printen, of typ n om te stoppen:"


def _goes_on(environment: Environment, diagnostics: Diagnostics) -> bool:
    """Whether it may be printed; asked on a terminal only, where someone can answer."""
    if not (environment.stdin_is_terminal and environment.stdout_is_terminal):
        return True
    diagnostics.say(QUESTION, end=" ")
    typed = typed_line(environment.stdin, environment.stdin_encoding)
    return typed is not None and not typed.strip()


def print_on_paper(environment: Environment, sheet: Sheet, saved: Path | None) -> None:
    """Print the sheet; `saved` is its PDF where one was written. Raises InputError with where the PDF is."""
    diagnostics = Diagnostics(environment)
    printer = default_printer()
    if printer is not None:
        for sentence in announcement(printer):
            diagnostics.say(sentence)
        if not _goes_on(environment, diagnostics):
            diagnostics.say("Er is niets geprint.")
            return
    diagnostics.say(print_sheet(sheet, printer, saved))
