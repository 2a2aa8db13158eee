"""Where agreements are kept: one small door, behind which there may be memory or a store.

`open_shelf` is the only place that decides what stands behind it. A file that the user names is read and
written beside the shelf (`record_files`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from coach.domain.agreements import Moment, Record, to_come
from coach.domain.dates import short_date
from coach.domain.errors import InputError
from coach.domain.text import one_line

SOON = timedelta(days=7)
"""What comes within a week is shown at the start."""
NO_LABEL = "zonder naam"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list tells of a record; `id` is known to the shelf alone, `next` is the moment to come."""

    id: str
    label: str
    held_on: date
    next: Moment | None = None

    @property
    def shown_label(self) -> str:
        """The label as it is shown."""
        return one_line(self.label) or f"{NO_LABEL}, gesprek op {short_date(self.held_on)}"


def entry_of(entry_id: str, record: Record) -> Entry:
    """Return what a list tells of a record."""
    return Entry(entry_id, record.label, record.held_on, next(iter(to_come(record)), None))


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

    def forget(self, entry_id: str) -> tuple[str, ...]:
        """Take a record away; return a sentence for each place that was looked at."""
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

    def forget(self, entry_id: str) -> tuple[str, ...]:
        """Take a record away."""
        self._records.pop(entry_id, None)
        return ("Uit het geheugen van coach: weg.",)


def open_shelf() -> Shelf:
    """Return the shelf of this run: memory, as long as there is no store."""
    return MemoryShelf()


def named(shelf: Shelf, label: str) -> Entry:
    """Return the entry with this label, whatever its capitals; raises InputError when there is none."""
    wanted = one_line(label).casefold()
    for entry in shelf.entries():
        if one_line(entry.label).casefold() == wanted:
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
    return f"{when}{late}: {entry.next.kind.value}, {entry.shown_label}"
