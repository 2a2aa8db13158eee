"""`coach record`: agreements that were made together: make, list, read, look back, take along, forget."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from coach.cli.data import show_receipt
from coach.cli.diagnostics import Diagnostics, ExitCode
from coach.cli.dialogue import Dialogue, Ended, Leave
from coach.cli.environment import Environment
from coach.cli.output import Output
from coach.cli.record_places import Place, asked_place, keep_record, opened, shelf_of
from coach.cli.terminal import need_terminal, paint
from coach.cli.unlocking import keeper_here, unlock
from coach.domain.dates import short_date
from coach.domain.errors import UsageError
from coach.domain.guard.labels import Status
from coach.domain.kept import Receipt
from coach.domain.preparation import Preparation
from coach.domain.text import one_line
from coach.flows.agree import copy_of, keepable, new_record, refused_note
from coach.flows.keeper import State
from coach.flows.record_files import copy_form, export_record, open_record
from coach.flows.record_shelf import Entry, entry_of
from coach.library.load import Library, load_library

MAX_LABEL = 60
NO_TERMINAL = "Gebruik coach record new --plain: dan gaat alles met gewone regels tekst."
NOTHING = (
    "Er zijn nog geen afspraken bewaard. Maak ze met coach record new, en bewaar ze in je kluis of in een "
    "bestand."
)
NO_TARGET = "Zeg met -o waar de kopie komt, zoals -o afspraken.pdf."
DATA_ONLY = "Laat de naam achter --export eindigen op .json."
FILES_IN_LINES = (
    "Met --from of --export hoort --plain. Op het scherm open je een bestand met F8, en bewaar je met F6."
)
SURE = "Weet je het zeker? Dit komt niet terug. Typ ja:"
NOT_FORGOTTEN = "Er is niets weggegooid."


def _now(environment: Environment) -> datetime:
    """The moment of writing: today by the environment, with the time of the clock."""
    return datetime.combine(environment.today(), datetime.now(UTC).time().replace(microsecond=0), tzinfo=UTC)


def record_home(environment: Environment) -> ExitCode:
    """Open the screen with the agreements; in lines of text the list."""
    if environment.accessible:
        return record_list(environment, [])
    need_terminal(environment, NO_TERMINAL)
    return _painted(environment, load_library(environment.own_content), Preparation(), "records")


def _painted(environment: Environment, library: Library, preparation: Preparation, start: str) -> ExitCode:
    keeper = keeper_here(environment)
    try:
        status, _ = paint(environment, library, preparation, start, keeper)
    finally:
        keeper.close()
    return ExitCode(status)


def record_list(environment: Environment, files: list[str]) -> ExitCode:
    """List what is kept, or what is in the files named: the next day and the label, nothing else."""
    entries = [entry_of(name, open_record(Path(name))) for name in files] or _in_store(environment)
    if not entries:
        Diagnostics(environment).say(NOTHING)
        return ExitCode.OK
    output = Output(environment)
    for entry in entries:
        when = f"{short_date(entry.next.day)}  {entry.next.what}" if entry.next else "geen datum"
        output.line(f"{when}  {entry.label}")
    output.flush()
    return ExitCode.OK


def _in_store(environment: Environment) -> list[Entry]:
    keeper = keeper_here(environment)
    if keeper.state in (State.NONE, State.NOWHERE):
        return []
    unlock(environment, keeper)
    try:
        return list(shelf_of(load_library(environment.own_content), keeper).entries())
    finally:
        keeper.close()


def record_show(environment: Environment, name: str) -> ExitCode:
    """Show all there is about the agreements; FOUND when something may not be shown on paper."""
    from coach.render.text import sheet_as_text

    with opened(environment, name) as kept:
        record = kept.record
    sheet, refused = copy_of(load_library(environment.own_content).guard, record)
    for left_out in refused:
        Diagnostics(environment).say(left_out.sentence)
    output = Output(environment)
    output.line(sheet_as_text(sheet, output.width).rstrip("\n"))
    output.flush()
    return ExitCode.FOUND if refused else ExitCode.OK


def record_export(environment: Environment, name: str, target: str | None) -> ExitCode:
    """Write a copy in the form of the ending of `target`; FOUND when something was left out of it."""
    if target is None:
        raise UsageError(NO_TARGET)
    path = Path(target)
    copy_form(path)
    guard = load_library(environment.own_content).guard
    with opened(environment, name) as kept:
        refused = export_record(guard, kept.record, path, _now(environment))
        kept.note(path)
    diagnostics = Diagnostics(environment)
    for left_out in refused:
        diagnostics.say(left_out.sentence)
    diagnostics.say(f"De afspraken staan in {target}.")
    return ExitCode.FOUND if refused else ExitCode.OK


def record_forget(environment: Environment, name: str, *, sure: bool) -> ExitCode:
    """Forget agreements, after asking; say of each place what became of it."""
    with opened(environment, name) as kept:
        return _forget(environment, kept, sure=sure)


def _forget(environment: Environment, kept: Place, *, sure: bool) -> ExitCode:
    """Forget a record, after asking; FOUND when something is left in a place that coach knows of."""
    diagnostics = Diagnostics(environment)
    if not sure and not _agrees(environment):
        diagnostics.say(NOT_FORGOTTEN)
        return ExitCode.OK
    gone = kept.forget()
    if isinstance(gone, Receipt):
        show_receipt(environment, gone)
        return ExitCode.OK if gone.all_gone else ExitCode.FOUND
    for sentence in gone:
        diagnostics.say(sentence)
    return ExitCode.OK


def _agrees(environment: Environment) -> bool:
    try:
        return Dialogue(environment, Output(environment)).raw_answer(SURE).lower() in ("ja", "j")
    except Ended:
        return False


def _label(library: Library, name: str) -> str:
    """A label as it may be kept; raises UsageError for one that may not."""
    label = one_line(name)
    if len(label) > MAX_LABEL:
        raise UsageError(f"Die naam is te lang. Gebruik ten hoogste {MAX_LABEL} tekens.")
    if refused_note(library.guard, label) is not None:
        raise UsageError("Deze naam mag je niet bewaren. Kies een naam zonder klacht of reden erin.")
    return label


def record_new(
    environment: Environment, name: str, *, source: str | None, target: str | None, sick: bool, plain: bool
) -> ExitCode:
    """Make agreements together, or go on with those in a file; `target` is where they are written."""
    path = Path(target) if target is not None else None
    if path is not None and path.suffix.lower() != ".json":
        raise UsageError(DATA_ONLY)
    library = load_library(environment.own_content)
    label, status = _label(library, name), Status.ZIEK if sick else Status.WERKT
    if plain or environment.accessible:
        return _new_in_lines(environment, library, label, status, source, path)
    need_terminal(environment, NO_TERMINAL)
    if source is not None or path is not None:
        raise UsageError(FILES_IN_LINES)
    return _painted(environment, library, Preparation(label=label, status=status), "agree")


def _new_in_lines(
    environment: Environment,
    library: Library,
    label: str,
    status: Status,
    source: str | None,
    path: Path | None,
) -> ExitCode:
    from coach.cli.plain_agree import Agreeing, plain_agree

    today = environment.today()
    begun = new_record(today, label) if source is None else open_record(Path(source))
    draft = Agreeing(replace(begun, label=label) if label else begun, status, today)
    dialogue = Dialogue(environment, Output(environment))
    whole = plain_agree(dialogue, library, draft)
    made = draft.record.revised() if source is not None and draft.record != begun else draft.record
    if path is None and whole:
        path = asked_place(dialogue)
    dialogue.output.flush()
    if path is None:
        Diagnostics(environment).say("Er is niets bewaard.")
        return ExitCode.OK
    keeper = keeper_here(environment)
    try:
        return keep_record(environment, library, keeper, made, path)
    finally:
        keeper.close()


def record_review(environment: Environment, name: str) -> ExitCode:
    """Look back together on agreements, and put them back with the next date, or forget them."""
    from coach.cli.plain_look_back import plain_look_back

    with opened(environment, name) as kept:
        library = load_library(environment.own_content)
        dialogue = Dialogue(environment, Output(environment))
        diagnostics = Diagnostics(environment)
        try:
            after = plain_look_back(dialogue, library, kept.record, environment.today())
        except (Leave, Ended):
            dialogue.output.flush()
            diagnostics.say("Gestopt. Er is niets veranderd.")
            return ExitCode.OK
        dialogue.output.flush()
        if after is None:
            return _forget(environment, kept, sure=False)
        to_keep, refused = keepable(library.guard, after.revised())
        for left_out in refused:
            diagnostics.say(left_out.sentence)
        kept.save(to_keep)
    diagnostics.say("Bewaard. Zet de nieuwe datum ook in je agenda, met coach record export.")
    return ExitCode.FOUND if refused else ExitCode.OK
