"""`coach sheet`: the sheet of a preparation, as text on stdout, as a file or on paper."""

from __future__ import annotations

from pathlib import Path

from coach.cli.diagnostics import Diagnostics, ExitCode
from coach.cli.environment import Environment
from coach.cli.light_options import quick_options
from coach.cli.output import Output
from coach.domain.errors import UsageError
from coach.domain.preparation import Preparation
from coach.flows.make_sheet import SheetResult, Variant, in_large_print, make_sheet, make_variant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

FLAGS = {
    "--print": "on_paper",
    "--big": "big",
    "--empty": "empty",
    "--agreements": "agreements",
    "--card": "card",
}
VALUES = {"--from": "source", "-o": "target", "--output": "target"}
WIDEST = 120
"""Columns of a sheet on stdout at most: a table to write in may be wider than running text."""
NEITHER = (
    "Coach weet nog niet welke voorbereiding op het blad moet. Noem de naam waaronder je hem bewaarde, geef "
    "er een met --from BESTAND.json, of maak een leeg blad met --empty."
)
BOTH = "Noem een bewaarde voorbereiding of een bestand met --from, niet allebei."
NOT_KEPT = "Onder die naam is geen voorbereiding bewaard. Wat er wel is, zie je met: coach data export"
ONE_KIND = "Kies --agreements of --card, niet allebei, en zonder --big of --empty."
BIG_ON_PAPER = "Met --big hoort een bestand om te printen, zoals -o blad.pdf of -o blad.html, of --print."
NO_SOURCE = "Op de geheugenkaartjes komt niets van je voorbereiding. Laat --from weg."
_ON_PAPER = (".pdf", ".html")


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


def _variant(*, big: bool, empty: bool, agreements: bool, card: bool) -> Variant:
    """Which sheet is asked for; raises UsageError for what does not go together."""
    if agreements + card + (big or empty) > 1:
        raise UsageError(ONE_KIND)
    if agreements:
        return Variant.AGREEMENTS
    return Variant.CARDS if card else Variant.LARGE if big else Variant.SHEET


def _made(
    environment: Environment, variant: Variant, preparation: Preparation, *, empty: bool
) -> SheetResult:
    library = environment.library()
    if variant in (Variant.AGREEMENTS, Variant.CARDS):
        return make_variant(library, library.guard, preparation, variant)
    result = make_sheet(library, library.guard, preparation, empty=empty)
    return in_large_print(result) if variant is Variant.LARGE else result


def sheet(
    environment: Environment,
    name: str = "",
    *,
    source: str | None = None,
    target: str | None = None,
    on_paper: bool = False,
    big: bool = False,
    empty: bool = False,
    agreements: bool = False,
    card: bool = False,
) -> ExitCode:
    """Make the sheet; the exit code is FOUND when something had to be left out of it.

    What was left out is said on stderr, before anything is written or printed.
    """
    from coach.flows.save import form_of, save_sheet

    variant = _variant(big=big, empty=empty, agreements=agreements, card=card)
    if name and source is not None:
        raise UsageError(BOTH)
    if source is None and not (name or empty or agreements or card):
        raise UsageError(NEITHER)
    if card and (name or source is not None):
        raise UsageError(NO_SOURCE)
    file = Path(target) if target is not None else None
    form = form_of(file) if file is not None else None
    if big and not on_paper and form not in _ON_PAPER:
        raise UsageError(BIG_ON_PAPER)
    preparation = _preparation(environment, name, source, target)
    result = _made(environment, variant, preparation, empty=empty)
    diagnostics = Diagnostics(environment)
    if not result.is_whole or result.names:
        from coach.cli.refusals import left_out

        for sentence in left_out(result, preparation):
            diagnostics.say(sentence)
    if file is not None:
        save_sheet(result.sheet, file)
        diagnostics.say(f"Het blad staat in {target}.")
    elif not on_paper:
        from coach.render.text import sheet_as_text

        output = Output(environment)
        output.line(sheet_as_text(result.sheet, environment.columns(WIDEST)).rstrip("\n"))
        output.flush()
    if on_paper:
        from coach.cli.paper import print_on_paper

        print_on_paper(environment, result.sheet, file if form == ".pdf" else None)
    return ExitCode.OK if result.is_whole else ExitCode.FOUND


def quick_sheet(argv: Sequence[str], environment: Environment) -> ExitCode | None:
    """Do what the words after `coach sheet` ask; None when they are not plainly right, or ask for help."""
    options = quick_options(argv, FLAGS, VALUES)
    return sheet(environment, **options) if options is not None else None  # type: ignore[arg-type]
