"""`coach prep`: prepare a conversation, on a screen or in lines of text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from coach.cli.diagnostics import Diagnostics, ExitCode
from coach.cli.dialogue import Dialogue
from coach.cli.environment import Environment
from coach.cli.output import Output
from coach.cli.refusals import sentences
from coach.cli.terminal import need_terminal, paint
from coach.cli.unlocking import keeper_here, unlock
from coach.domain.errors import CoachError, InputError, UsageError
from coach.domain.preparation import Preparation
from coach.domain.text import one_line
from coach.flows.keep import keepable, label_refused
from coach.flows.keeper import Keeper, State
from coach.flows.kept_preparations import find_kept, note_output, open_kept
from coach.library.load import Library

NO_TERMINAL = "Gebruik coach prep --plain: dan gaat alles met gewone regels tekst."
MAX_LABEL = 60


def begin(library: Library, name: str, import_from: str | None) -> Preparation:
    """The preparation to start from; raises UsageError for a name that may not be kept."""
    from coach.storage.preparation_file import read_preparation

    begun = read_preparation(Path(import_from)) if import_from is not None else Preparation()
    label = one_line(name)
    if len(label) > MAX_LABEL:
        raise UsageError(f"Die naam is te lang. Gebruik ten hoogste {MAX_LABEL} tekens.")
    if not label:
        return begun
    named = replace(begun, label=label)
    if label_refused(library.guard, named) is not None:
        raise UsageError("Deze naam mag je niet bewaren. Kies een naam zonder klacht of reden erin.")
    return named


def _check_target(target: Path) -> None:
    """Refuse a place that cannot be written before the work begins; raises InputError or UsageError."""
    if target.suffix.lower() != ".json":
        raise UsageError("Laat de naam achter --export eindigen op .json.")
    try:
        is_folder, has_folder = target.is_dir(), target.parent.is_dir()
    except OSError:
        raise InputError("De naam achter --export kan hier niet. Kies een kortere naam.") from None
    if is_folder:
        raise InputError(f"{target} is een map. Geef een bestand.")
    if not has_folder:
        raise InputError(f"De map {target.parent} bestaat niet. Maak hem eerst, of kies een andere plek.")


def _export(environment: Environment, library: Library, preparation: Preparation, target: Path) -> ExitCode:
    """Write what may be kept; where that fails on a terminal, ask for another place: no work is lost."""
    from coach.flows.save import named_path, save_preparation

    diagnostics = Diagnostics(environment)
    if preparation.is_empty:
        diagnostics.say("Er is niets ingevuld, dus er is geen bestand gemaakt.")
        return ExitCode.OK
    kept, refused = keepable(library, library.guard, preparation)
    for sentence in sentences(refused, preparation, "in het bestand"):
        diagnostics.say(sentence)
    while True:
        try:
            save_preparation(kept, target)
        except CoachError as error:
            if not environment.stdin_is_terminal:
                raise
            diagnostics.say(str(error))
            dialogue = Dialogue(environment, Output(environment))
            other = dialogue.raw_answer("Typ een andere plek, of Enter om te stoppen:")
            if not other:
                raise
            target = named_path(other)
        else:
            diagnostics.say(f"Je voorbereiding staat in {target}.")
            return ExitCode.FOUND if refused else ExitCode.OK


def kept_or(environment: Environment, dialogue: Dialogue, keeper: Keeper, begun: Preparation) -> Preparation:
    """Return what is kept under the name that was asked for, where there is something, else `begun`."""
    if keeper.wanted and keeper.state is State.CLOSED:
        unlock(environment, keeper)
        record = find_kept(keeper, keeper.wanted)
        if record is not None:
            begun = open_kept(keeper, record)
            dialogue.say(f"Je gaat verder met {begun.label}.")
    return begun


def _in_lines(
    environment: Environment, library: Library, begun: Preparation, keeper: Keeper, target: Path | None
) -> Preparation:
    """Prepare in lines of text; goes on with what is kept under the name, where there is something."""
    from coach.cli.keep_lines import StoreLines
    from coach.cli.plain_draft import Draft
    from coach.cli.plain_prep import plain_prep

    dialogue = Dialogue(environment, Output(environment))
    begun = kept_or(environment, dialogue, keeper, begun)
    store = StoreLines(environment, dialogue, library, keeper)
    draft = Draft(begun, environment.today())
    preparation = plain_prep(dialogue, library, draft, store, save_after=target is not None)
    if target is not None:
        note_output(keeper, target)
    return preparation


def prep(
    environment: Environment, name: str, *, plain: bool, import_from: str | None, export_to: str | None
) -> ExitCode:
    """Prepare a conversation; the exit code is FOUND when something was left out of the exported file."""
    target = Path(export_to) if export_to is not None else None
    if target is not None:
        _check_target(target)
    in_lines = plain or environment.accessible
    if not in_lines:
        need_terminal(environment, NO_TERMINAL)
    library = environment.library()
    begun = begin(library, name, import_from)
    keeper = keeper_here(environment)
    if import_from is None:
        keeper.wanted = begun.label
    try:
        if in_lines:
            preparation, status = _in_lines(environment, library, begun, keeper, target), 0
        else:
            status, preparation = paint(
                environment, library, begun, "prepare", keeper, kept_after=target is not None
            )
    finally:
        keeper.close()
    code = ExitCode(status)
    if target is not None:
        exported = _export(environment, library, preparation, target)
        code = code or exported
    return code
