"""The form of the database, by version, and how an older one becomes the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from coach.domain.errors import DamagedStoreError, NewerStoreError
from coach.domain.retention import BACKUP
from coach.storage.atomic import write_atomic
from coach.storage.database import DAMAGED, change, rows
from coach.storage.keys import NEWER
from coach.storage.place import StorePlace

if TYPE_CHECKING:
    from coach.storage.database import Connection

APPLICATION = 0x636F6163
"""In the header of every store: "coac"."""

FORM = """
CREATE TABLE record (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    label_key TEXT NOT NULL,    -- the label as it is compared: without capitals
    made_on TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    keep_until TEXT,
    turn INTEGER NOT NULL,      -- the order of changes, whatever the clock said
    UNIQUE (kind, label_key)
) STRICT;
CREATE INDEX record_by_turn ON record (kind, turn);
CREATE INDEX record_by_end ON record (keep_until) WHERE keep_until IS NOT NULL;
-- Apart from the record, so that a list need not go past the documents.
CREATE TABLE document (
    record INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE due (
    record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (record, day, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_by_day ON due (day);
CREATE TABLE output (
    record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
    path TEXT NOT NULL,
    PRIMARY KEY (record, path)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE amount (kind TEXT PRIMARY KEY, amount INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER record_added AFTER INSERT ON record BEGIN
    INSERT INTO amount VALUES (NEW.kind, 1) ON CONFLICT (kind) DO UPDATE SET amount = amount + 1;
END;
CREATE TRIGGER record_gone AFTER DELETE ON record BEGIN
    UPDATE amount SET amount = amount - 1 WHERE kind = OLD.kind;
END;
"""

Step = Callable[["Connection"], None]


@dataclass(frozen=True, slots=True)
class Format:
    """The form that this coach writes; `steps[n]` takes a database of version n to version n + 1."""

    version: int = 1
    form: str = FORM
    steps: Mapping[int, Step] = field(default_factory=dict)


PRESENT = Format()


def create(connection: Connection, form: Format = PRESENT) -> None:
    """Make the tables in an empty database."""
    with change(connection):
        for statement in _statements(form.form):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {form.version}")


def _statements(script: str) -> list[str]:
    """The statements of a script; the one call that runs a script ends the transaction first."""
    found, lines = [], ""
    for line in script.splitlines(keepends=True):
        lines += line
        if sqlite3.complete_statement(lines):
            found.append(lines)
            lines = ""
    return found


def version_of(connection: Connection) -> int:
    """Return the version of a store; raises DamagedStoreError for what is none of ours."""
    ((application,),) = rows(connection, "PRAGMA application_id")
    ((version,),) = rows(connection, "PRAGMA user_version")
    if application != APPLICATION or version < 1:
        raise DamagedStoreError(DAMAGED)
    return int(version)


def bring_up_to_date(
    connection: Connection, place: StorePlace, today: date, form: Format = PRESENT
) -> Path | None:
    """Bring an older store to the present form, all or nothing, and return the backup that was made first.

    None when there was nothing to do. Raises NewerStoreError for a store of later, and DamagedStoreError
    when something got lost on the way; then the store is as it was.
    """
    found = version_of(connection)
    if found > form.version:
        raise NewerStoreError(NEWER)
    if found == form.version:
        return None
    backup = make_backup(place, found, today)
    before = _amounts(connection)
    with change(connection):
        for version in range(found, form.version):
            form.steps[version](connection)
        connection.execute(f"PRAGMA user_version = {form.version}")
        if _amounts(connection) != before or rows(connection, "PRAGMA foreign_key_check"):
            raise DamagedStoreError(DAMAGED)
    return backup


def _amounts(connection: Connection) -> list[tuple[str, int]]:
    query = (
        "SELECT kind, count(*) FROM record JOIN document ON document.record = record.id "
        "GROUP BY kind ORDER BY kind"
    )
    return [(kind, amount) for kind, amount in rows(connection, query)]


def make_backup(place: StorePlace, version: int, today: date) -> Path:
    """Copy the file as it lies there, still encrypted; no change is under way. Raises OSError."""
    target = place.folder / f"reservekopie-v{version}-{today.isoformat()}.db"
    write_atomic(target, place.database.read_bytes())
    return target


def old_backups(place: StorePlace, today: date) -> list[Path]:
    """Return the backups that have been kept long enough, and those that do not say how old they are."""
    return [path for path in place.backups() if _age(path, today) > BACKUP]


def _age(path: Path, today: date) -> timedelta:
    try:
        return today - date.fromisoformat(path.stem[-10:])
    except ValueError:
        return timedelta.max
