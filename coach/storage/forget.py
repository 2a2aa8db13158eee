"""Forgetting, place by place, with a receipt of what became of each (reliability, section 4)."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from coach.domain.errors import CoachError, NotKeptError
from coach.domain.kept import Gone, Kind, Place, Receipt
from coach.storage import records, system_keyring
from coach.storage.database import change, in_dutch, rows
from coach.storage.keys import read_keys
from coach.storage.lock import StoreLock
from coach.storage.place import StorePlace, shown

if TYPE_CHECKING:
    from coach.storage.database import Connection

_NOT_KEPT = "Dit is niet (meer) bewaard."


def _remove(paths: Iterable[Path]) -> Gone:
    """Remove files; says whether there were any, and whether all of them are gone."""
    found = [path for path in paths if os.path.lexists(path)]
    for path in found:
        with contextlib.suppress(OSError):
            path.unlink()
    if not found:
        return Gone.NOTHING
    return Gone.LEFT if any(os.path.lexists(path) for path in found) else Gone.WIPED


def _drafts_of(connection: Connection, record: int) -> list[int]:
    """The drafts in which this record is being changed, and the talk that was held with it."""
    query = (
        "SELECT id FROM record JOIN document ON document.record = record.id "
        "WHERE kind IN (?, ?) AND json_extract(body, '$.van') = ?"
    )
    return [draft for (draft,) in rows(connection, query, Kind.DRAFT, Kind.TALK, record)]


def forget_in(place: StorePlace, connection: Connection, record: int) -> Receipt:
    """Forget a record, its drafts and every backup; raises NotKeptError, OSError or an error of SQLite."""
    made = records.outputs(connection, record)
    drafts = _drafts_of(connection, record)
    with change(connection):
        if not records.drop(connection, record):
            raise NotKeptError(_NOT_KEPT)
        for draft in drafts:
            records.drop(connection, draft)
    gone = all(records.is_gone(connection, one) for one in (record, *drafts))
    # A backup opens with the same key, so what is forgotten would still be in it.
    backups = _remove(place.backups())
    journal = Gone.LEFT if place.journal.exists() else Gone.NOTHING
    places = [
        Place("Je kluis", Gone.WIPED if gone else Gone.LEFT),
        Place("Het concept ervan", Gone.WIPED if drafts else Gone.NOTHING),
        Place("Het hulpbestand van de kluis", journal),
        Place("Reservekopieën", backups),
        *(Place(f"Bestand {shown(Path(path))}", _is_there(path)) for path in made),
    ]
    return Receipt(tuple(places))


def _is_there(path: str) -> Gone:
    """How it stands with a file that the user had made; it is his, so he throws it away himself."""
    try:
        return Gone.LEFT if os.path.lexists(path) else Gone.NOTHING
    except (OSError, ValueError):
        return Gone.LEFT


def forget_everything(place: StorePlace) -> Receipt:
    """Take the whole store away, without a passphrase, and return what became of each place.

    The keys go first: without them nobody can read what would be left if the rest fails. Raises
    StoreInUseError when another coach has the store open; then nothing has changed.
    """
    if not place.folder.is_dir():
        return Receipt((Place("Je kluis", Gone.NOTHING),))
    lock = StoreLock(place.lock)
    with in_dutch(place.folder):
        lock.take()
    try:
        in_keyring = _drop_from_keyring(place)
        places = [
            Place("De sleutels van je kluis", _remove((place.keys, place.keys_copy))),
            *([Place("De sleutelbos van deze computer", in_keyring)] if in_keyring else []),
            Place("Je kluis", _remove((place.database,))),
            Place("Het hulpbestand van de kluis", _remove((place.journal,))),
            Place("Reservekopieën", _remove(place.backups())),
            Place("Wat half klaar was", _remove([*place.leftovers(), place.reserve])),
        ]
    finally:
        lock.release()
    _remove((place.lock,))
    with contextlib.suppress(OSError):
        place.folder.rmdir()
    places.append(Place("De map van je kluis", Gone.LEFT if place.folder.exists() else Gone.WIPED))
    return Receipt(tuple(places))


def _drop_from_keyring(place: StorePlace) -> Gone | None:
    try:
        keys = read_keys((place.keys, place.keys_copy))
    except (CoachError, OSError):
        return None
    if not keys.in_keyring:
        return None
    return Gone.WIPED if system_keyring.drop(keys.salt.hex()) else Gone.LEFT
