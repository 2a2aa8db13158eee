"""`coach sheet`: the sheet of a preparation, as text on stdout or as a file."""

from __future__ import annotations

from pathlib import Path

from coach.cli.diagnostics import Diagnostics, ExitCode
from coach.cli.environment import Environment
from coach.cli.output import Output
from coach.cli.refusals import sentences
from coach.domain.errors import UsageError
from coach.domain.preparation import Preparation
from coach.flows.make_sheet import make_sheet
from coach.library.load import load_library

NEITHER = (
    "Coach weet nog niet welke voorbereiding op het blad moet. Geef er een met --from BESTAND.json, "
    "of maak een leeg blad met --empty."
)


def sheet(environment: Environment, *, source: str | None, target: str | None, empty: bool) -> ExitCode:
    """Make the sheet; the exit code is FOUND when something had to be left out of it.

    What was left out is said on stderr, before the sheet.
    """
    if source is None and not empty:
        raise UsageError(NEITHER)
    from coach.render.text import sheet_as_text
    from coach.storage.preparation_file import read_preparation

    library = load_library()
    preparation = read_preparation(Path(source)) if source is not None else Preparation()
    result = make_sheet(library, library.guard, preparation, empty=empty)
    diagnostics, output = Diagnostics(environment), Output(environment)
    if target is not None:
        from coach.cli.saving import save_sheet

        save_sheet(result.sheet, Path(target))
    for sentence in sentences(result.refused, preparation, "op het blad"):
        diagnostics.say(sentence)
    if target is None:
        output.line(sheet_as_text(result.sheet, output.width).rstrip("\n"))
        output.flush()
    else:
        diagnostics.say(f"Het blad staat in {target}.")
    return ExitCode.FOUND if result.refused else ExitCode.OK
