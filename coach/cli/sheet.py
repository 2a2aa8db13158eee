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
    "Coach weet nog niet welke voorbereiding op het blad moet. Noem de naam waaronder je hem bewaarde, geef "
    "er een met --from BESTAND.json, of maak een leeg blad met --empty."
)
BOTH = "Noem een bewaarde voorbereiding of een bestand met --from, niet allebei."
NOT_KEPT = "Onder die naam is geen voorbereiding bewaard. Wat er wel is, zie je met: coach data export"


def _from_store(environment: Environment, name: str, target: str | None) -> Preparation:
    """The preparation that is kept under a label; the file that will be made of it is remembered."""
    from coach.cli.unlocking import keeper_here, unlock
    from coach.flows.kept_preparations import find_kept, note_output, open_kept

    keeper = keeper_here(environment)
    unlock(environment, keeper)
    try:
        record = find_kept(keeper, name)
        if record is None:
            raise UsageError(NOT_KEPT)
        preparation = open_kept(keeper, record)
        if target is not None:
            note_output(keeper, Path(target))
        return preparation
    finally:
        keeper.close()


def _preparation(environment: Environment, name: str, source: str | None, target: str | None) -> Preparation:
    if source is not None:
        from coach.storage.preparation_file import read_preparation

        return read_preparation(Path(source))
    return _from_store(environment, name, target) if name else Preparation()


def sheet(
    environment: Environment, name: str = "", *, source: str | None, target: str | None, empty: bool
) -> ExitCode:
    """Make the sheet; the exit code is FOUND when something had to be left out of it.

    What was left out is said on stderr, before the sheet.
    """
    if name and source is not None:
        raise UsageError(BOTH)
    if source is None and not name and not empty:
        raise UsageError(NEITHER)
    from coach.render.text import sheet_as_text

    library = load_library()
    preparation = _preparation(environment, name, source, target)
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
