"""Where agreements are on the command line: in a file that the user named, or in the store under a label."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from coach.cli.diagnostics import Diagnostics, ExitCode
from coach.cli.dialogue import Dialogue, Ended
from coach.cli.environment import Environment
from coach.cli.keep_lines import WORD, open_store
from coach.cli.output import Output
from coach.cli.unlocking import keeper_here, unlock
from coach.domain.agreements import Record
from coach.domain.errors import CoachError
from coach.domain.kept import Receipt
from coach.flows.agree import keepable
from coach.flows.keeper import Keeper
from coach.flows.record_files import forget_file, is_file_name, open_record
from coach.flows.record_shelf import KeptShelf, named, open_shelf
from coach.library.load import Library

ASKED = f"Bewaren? Typ {WORD} voor je kluis, of een naam die eindigt op .json. Alleen Enter: niet bewaren."


@dataclass(frozen=True, slots=True)
class Place:
    """A record that the user named, with ways to put it back, to forget it and to note a file made of it."""

    record: Record
    save: Callable[[Record], None]
    forget: Callable[[], Receipt | tuple[str, ...]]
    note: Callable[[Path], None]


def shelf_of(library: Library, keeper: Keeper) -> KeptShelf:
    """Return the shelf on this store."""
    return open_shelf(keeper, lambda: library.guard)


@contextmanager
def opened(environment: Environment, name: str) -> Iterator[Place]:
    """Give the record in this file, or with this label in the store, which is open meanwhile.

    Raises CoachError when there is none, or the store cannot be opened.
    """
    if is_file_name(name):
        from coach.storage.agreements_file import write_record

        path = Path(name)
        yield Place(
            open_record(path),
            lambda record: write_record(path, record),
            lambda: forget_file(path),
            lambda target: None,
        )
        return
    keeper = keeper_here(environment)
    unlock(environment, keeper)
    try:
        shelf = shelf_of(environment.library(), keeper)
        entry = named(shelf, name)

        def save(record: Record) -> None:
            shelf.save(record, entry.id)

        yield Place(
            shelf.load(entry.id),
            save,
            lambda: shelf.forget(entry.id),
            lambda target: shelf.note_output(entry.id, target),
        )
    finally:
        keeper.close()


def asked_place(dialogue: Dialogue) -> Path | None:
    """Ask where agreements are to be kept: a file, `Path(WORD)` for the store, None for nowhere."""
    dialogue.say(ASKED)
    try:
        while answer := dialogue.raw_answer("Waar:"):
            if answer.lower() == WORD:
                return Path(WORD)
            if is_file_name(answer):
                return Path(answer).expanduser()
            dialogue.say(f"Typ {WORD}, of laat de naam eindigen op .json.")
    except (Ended, RuntimeError):
        pass
    return None


def keep_record(
    environment: Environment, library: Library, keeper: Keeper, record: Record, path: Path
) -> ExitCode:
    """Keep what may be kept in the store (`Path(WORD)`) or a file; FOUND when something was left out.

    Where that fails on a terminal another place is asked: no work is lost.
    """
    from coach.storage.agreements_file import write_record

    diagnostics = Diagnostics(environment)
    kept, refused = keepable(library.guard, record)
    for left_out in refused:
        diagnostics.say(left_out.sentence)
    while True:
        dialogue = Dialogue(environment, Output(environment))
        try:
            if path == Path(WORD):
                done = _in_store(environment, dialogue, library, keeper, kept)
            else:
                write_record(path, kept)
                diagnostics.say(f"De afspraken staan in {path}.")
                diagnostics.say(f"Een kopie voor je medewerker: coach record export {path} -o afspraken.pdf")
                done = True
        except CoachError as error:
            if not environment.stdin_is_terminal:
                raise
            diagnostics.say(str(error))
            done = False
        if done:
            return ExitCode.FOUND if refused else ExitCode.OK
        other = asked_place(dialogue)
        if other is None:
            diagnostics.say("Er is niets bewaard.")
            return ExitCode.FOUND if refused else ExitCode.OK
        path = other


def _in_store(
    environment: Environment, dialogue: Dialogue, library: Library, keeper: Keeper, record: Record
) -> bool:
    """Keep a record in the store, which is opened or made first; False when the user does not want one."""
    if not open_store(environment, dialogue, keeper):
        return False
    shelf = shelf_of(library, keeper)
    label = shelf.load(shelf.save(record)).label
    diagnostics = Diagnostics(environment)
    diagnostics.say(f"Bewaard in je kluis, onder de naam {label}.")
    diagnostics.say(f'Een kopie voor je medewerker: coach record export "{label}" -o afspraken.pdf')
    return True
