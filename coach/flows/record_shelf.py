"""Where agreements are kept: one small door, behind which there is the store when it is open, else memory.

`open_shelf` is the only place that decides what stands behind it. A file that the user names is read and
written beside the shelf (`record_files`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from coach.domain.agreements import MomentKind, Record, moments, to_come
from coach.domain.dates import short_date
from coach.domain.errors import InputError, LabelInUseError
from coach.domain.guard import Guard
from coach.domain.kept import Document, Due, Gone, Kind, Place, Receipt
from coach.domain.retention import agreements_until
from coach.domain.text import one_line
from coach.flows.agree import keepable
from coach.flows.keeper import Keeper, State
from coach.storage.agreements_file import UID_KEY, VERSION, as_data, from_data

SOON = timedelta(days=7)
"""What comes within a week is shown at the start."""
NO_LABEL = "zonder naam"
_IN_STORE = "kluis:"
"""Before the id of an entry of the store; a uid has no colon."""
_ROOM = 54
"""Letters of a label that leave room for a number behind it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list tells of a record; `id` is known to the shelf alone, `next` is the moment to come."""

    id: str
    label: str
    next: Due | None = None


def entry_of(entry_id: str, record: Record) -> Entry:
    """Return what a list tells of a record."""
    label = one_line(record.label) or f"{NO_LABEL}, gesprek op {short_date(record.held_on)}"
    return Entry(entry_id, label, next(iter(_days(record)), None))


def _days(record: Record) -> tuple[Due, ...]:
    return tuple(Due(moment.day, moment.kind.value) for moment in to_come(record))


class Shelf(Protocol):
    """What keeps records. Each method raises a CoachError with one Dutch sentence when it cannot be done."""

    def entries(self) -> tuple[Entry, ...]:
        """Return all that is kept, the last changed first."""
        ...

    def load(self, entry_id: str) -> Record:
        """Return one record."""
        ...

    def save(self, record: Record, entry_id: str | None = None) -> str:
        """Keep a record, in the place of `entry_id` when that is given; return its id."""
        ...

    def forget(self, entry_id: str) -> Receipt:
        """Take a record away; return what became of each place that was looked at."""
        ...

    def note_output(self, entry_id: str, target: Path) -> None:
        """Remember that a file was made of a record, for when it is forgotten."""
        ...


class MemoryShelf:
    """Keeps records as long as coach runs."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}

    def entries(self) -> tuple[Entry, ...]:
        """Return all that was put in, the last changed first."""
        return tuple(entry_of(key, record) for key, record in reversed(self._records.items()))

    def load(self, entry_id: str) -> Record:
        """Return one record; raises InputError when it is not there."""
        try:
            return self._records[entry_id]
        except KeyError:
            raise InputError("Deze afspraken zijn er niet meer.") from None

    def save(self, record: Record, entry_id: str | None = None) -> str:
        """Keep a record; the uid is its id, so one that comes back takes the place of what was there."""
        if entry_id is not None:
            self._records.pop(entry_id, None)
        self._records.pop(record.uid, None)
        self._records[record.uid] = record
        return record.uid

    def forget(self, entry_id: str) -> Receipt:
        """Take a record away."""
        gone = self._records.pop(entry_id, None) is not None
        return Receipt((Place("Het geheugen van coach", Gone.WIPED if gone else Gone.NOTHING),))

    def note_output(self, entry_id: str, target: Path) -> None:
        """Nothing: what is in memory is gone before anyone asks for its files."""


class KeptShelf:
    """Keeps records in the store of `keeper` while that is open, and in memory as long as it is not.

    What the guard refuses is left out of what is kept. A record without a label gets one that names the day
    of the talk, since the store needs one; a label that is taken, a number. An entry of the store is known by
    its id there, so that a list need not open the documents, and every record by its uid as well.
    """

    def __init__(self, keeper: Keeper, guard: Callable[[], Guard]) -> None:
        self._keeper = keeper
        self._guard = guard
        self._memory = MemoryShelf()

    @property
    def in_memory(self) -> bool:
        """Whether something is kept in memory only."""
        return bool(self._memory.entries())

    def _there(self, entry_id: str) -> int | None:
        """The id in the store of an entry or of a uid, None when it is not there, or the store is not open."""
        if self._keeper.state is not State.OPEN:
            return None
        if entry_id.startswith(_IN_STORE):
            return int(entry_id.removeprefix(_IN_STORE))
        return self._keeper.store.find_in_body(Kind.AGREEMENTS, UID_KEY, entry_id)

    def entries(self) -> tuple[Entry, ...]:
        """Return what is in memory, then what is in the store, of each the last changed first."""
        if self._keeper.state is not State.OPEN:
            return self._memory.entries()
        kept = self._keeper.store.listed(Kind.AGREEMENTS)
        return (
            *self._memory.entries(),
            *(Entry(f"{_IN_STORE}{listed.id}", listed.label, listed.due) for listed in kept),
        )

    def load(self, entry_id: str) -> Record:
        """Return one record; raises InputError when it is not there, or a StoreError."""
        there = self._there(entry_id)
        if there is None:
            return self._memory.load(entry_id)
        kept = self._keeper.store.load(there, self._keeper.today())
        return replace(from_data(kept.document.body), label=kept.summary.label)

    def save(self, record: Record, entry_id: str | None = None) -> str:
        """Keep a record in the place of `entry_id`, or of one with its uid; raises a StoreError."""
        if self._keeper.state is not State.OPEN:
            return self._memory.save(record, entry_id)
        store, today = self._keeper.store, self._keeper.today()
        there = self._there(record.uid) or self._there(entry_id or "")
        ready, _ = keepable(self._guard(), record)
        first = one_line(ready.label) or f"gesprek op {short_date(ready.held_on)}"
        label, number = first, 1
        while True:
            try:
                store.save(_document(ready, label), today, replaces=there)
                break
            except LabelInUseError:
                number += 1
                label = f"{first[:_ROOM]} ({number})"
        self._memory.forget(entry_id or "")
        self._memory.forget(record.uid)
        return record.uid

    def put_away(self) -> None:
        """Put what is in memory in the store, which is open; raises a StoreError."""
        for entry in reversed(self._memory.entries()):
            self.save(self._memory.load(entry.id), entry.id)

    def forget(self, entry_id: str) -> Receipt:
        """Take a record away, wherever it is; raises a StoreError."""
        there = self._there(entry_id)
        return self._memory.forget(entry_id) if there is None else self._keeper.store.forget(there)

    def note_output(self, entry_id: str, target: Path) -> None:
        """Remember the file with the record, when that is in the store; raises a StoreError."""
        there = self._there(entry_id)
        if there is not None:
            self._keeper.store.note_output(there, Path(os.path.abspath(target)))


def _document(record: Record, label: str) -> Document:
    """A record as it is kept: until six months after its last evaluation, due on each day to come."""
    looks = [moment.day for moment in moments(record) if moment.kind is MomentKind.EVALUATION]
    until = agreements_until(record.held_on, [*looks, record.last_look])
    return Document(
        Kind.AGREEMENTS, label, VERSION, as_data(replace(record, label=label)), until, _days(record)
    )


def open_shelf(keeper: Keeper, guard: Callable[[], Guard]) -> KeptShelf:
    """Return the shelf of this run, on its store."""
    return KeptShelf(keeper, guard)


def named(shelf: Shelf, label: str) -> Entry:
    """Return the entry with this label, whatever its capitals; raises InputError when there is none."""
    wanted = one_line(label).casefold()
    for entry in shelf.entries():
        if entry.label.casefold() == wanted:
            return entry
    raise InputError(
        "Onder die naam zijn geen afspraken bewaard. Noem een bestand dat eindigt op .json, of kijk met "
        "coach record list."
    )


def due(entries: Iterable[Entry], today: date) -> tuple[Entry, ...]:
    """Return what is due within a week, what is overdue first."""
    soon = [entry for entry in entries if entry.next and entry.next.day <= today + SOON]
    return tuple(sorted(soon, key=lambda entry: entry.next.day if entry.next else date.max))


def due_line(entry: Entry, today: date) -> str:
    """Return one line about what is due: a day and a label, and nothing of what was agreed."""
    assert entry.next is not None
    when = "vandaag" if entry.next.day == today else short_date(entry.next.day)
    late = " (al geweest)" if entry.next.day < today else ""
    return f"{when}{late}: {entry.next.what}, {entry.label}"
