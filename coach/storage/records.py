"""The rows of the store: documents under a label, days on which they are due, files made of them, counts.

Every function takes an open connection; those that change something are called within `database.change`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from coach.domain.errors import DamagedStoreError, LabelInUseError, NotKeptError, StoreError, UsageError
from coach.domain.kept import Document, Due, Kept, Kind, Listed, Summary
from coach.domain.text import one_line
from coach.storage.database import DAMAGED, rows

if TYPE_CHECKING:
    from coach.storage.database import Connection

MAX_LABEL = 60
MAX_BODY = 1_000_000
"""Bytes of one document; what people type in a preparation or in agreements is far less."""
_LAST_SEEN, _TURN = "laatst-gezien", "beurt"
_NOT_KEPT = "Onder die naam is niets bewaard."
_IN_USE = "Onder die naam is al iets bewaard. Kies een andere naam."
_NO_LABEL = "Geef het een naam die jij herkent."
_LONG_LABEL = f"Die naam is te lang. Gebruik ten hoogste {MAX_LABEL} tekens."
_TOO_LARGE = "Dit is te groot om te bewaren. Maak de teksten korter."


def label_of(typed: str) -> str:
    """Return a label as it is kept: one cleaned line. Raises UsageError when it is empty or too long."""
    label = one_line(typed)
    if not label:
        raise UsageError(_NO_LABEL)
    if len(label) > MAX_LABEL:
        raise UsageError(_LONG_LABEL)
    return label


def _key(label: str) -> str:
    return label.casefold()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _setting(connection: Connection, name: str) -> str | None:
    found = rows(connection, "SELECT value FROM setting WHERE name = ?", name)
    return str(found[0][0]) if found else None


def _set(connection: Connection, name: str, value: str) -> None:
    query = "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    connection.execute(query, (name, value))


def last_seen(connection: Connection) -> date | None:
    """Return the last day on which the store was open."""
    return _day(_setting(connection, _LAST_SEEN))


def see(connection: Connection, today: date) -> None:
    """Remember that the store was open on this day."""
    _set(connection, _LAST_SEEN, today.isoformat())


def _next_turn(connection: Connection) -> int:
    turn = int(_setting(connection, _TURN) or 0) + 1
    _set(connection, _TURN, str(turn))
    return turn


def find(connection: Connection, kind: Kind, label: str) -> int | None:
    """Return the id of what is kept under a label, None when there is none."""
    found = rows(
        connection, "SELECT id FROM record WHERE kind = ? AND label_key = ?", kind, _key(one_line(label))
    )
    return found[0][0] if found else None


def put(connection: Connection, document: Document, today: date, replaces: int | None) -> int:
    """Keep a document and return its id; `replaces` is the id of what it comes in the place of.

    Raises UsageError for a label that cannot be, LabelInUseError when the label belongs to something else,
    NotKeptError when there is nothing with the id `replaces`, StoreError for a body that is too large. The
    body must be able to be JSON.
    """
    label = label_of(document.label) if document.kind is not Kind.DRAFT else document.label
    body = json.dumps(document.body, separators=(",", ":"))
    if len(body) > MAX_BODY:
        raise StoreError(_TOO_LARGE)
    there = find(connection, document.kind, label)
    if there is not None and there != replaces:
        raise LabelInUseError(_IN_USE)
    until = document.keep_until.isoformat() if document.keep_until else None
    shared = (label, _key(label), today.isoformat(), until, _next_turn(connection))
    if replaces is None:
        query = (
            "INSERT INTO record (label, label_key, changed_on, keep_until, turn, kind, made_on) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id"
        )
        ((record,),) = rows(connection, query, *shared, document.kind, today.isoformat())
    else:
        record = replaces
        query = (
            "UPDATE record SET label = ?, label_key = ?, changed_on = ?, keep_until = ?, turn = ? "
            "WHERE id = ? AND kind = ?"
        )
        if connection.execute(query, (*shared, record, document.kind)).rowcount != 1:
            raise NotKeptError(_NOT_KEPT)
    connection.execute("REPLACE INTO document VALUES (?, ?, ?)", (record, document.version, body))
    connection.execute("DELETE FROM due WHERE record = ?", (record,))
    for due in dict.fromkeys(document.due):
        connection.execute("INSERT INTO due VALUES (?, ?, ?)", (record, due.day.isoformat(), due.what))
    return int(record)


_SUMMARY = (
    "SELECT id, kind, label, made_on, changed_on, keep_until, "
    "(SELECT min(day) FROM due WHERE record = record.id AND day >= ?), turn FROM record "
)


def _summary(row: tuple[Any, ...]) -> Summary:
    record, kind, label, made, changed, until, due, _turn = row
    return Summary(
        record,
        Kind(kind),
        label,
        date.fromisoformat(made),
        date.fromisoformat(changed),
        _day(until),
        _day(due),
    )


def summaries(
    connection: Connection, kind: Kind, today: date, limit: int | None, after: int | None
) -> list[Summary]:
    """Return what is kept of a kind, the last changed first: at most `limit`, from behind the id `after`."""
    behind = ""
    values: list[Any] = [today.isoformat(), kind]
    if after is not None:
        behind = "AND turn < (SELECT turn FROM record WHERE id = ?) "
        values.append(after)
    query = f"{_SUMMARY}WHERE kind = ? {behind}ORDER BY turn DESC LIMIT ?"
    return [_summary(row) for row in rows(connection, query, *values, -1 if limit is None else limit)]


def listed(connection: Connection, kind: Kind) -> list[Listed]:
    """Return a line for all that is kept of a kind, the last changed first; the documents stay closed."""
    # SQLite takes a bare column beside min() from the row with the minimum.
    query = (
        "SELECT id, label, min(day), what FROM record LEFT JOIN due ON record = id "
        "WHERE kind = ? GROUP BY id ORDER BY turn DESC"
    )
    return [
        Listed(record, label, Due(date.fromisoformat(day), what) if day else None)
        for record, label, day, what in rows(connection, query, kind)
    ]


def find_in_body(connection: Connection, kind: Kind, key: str, text: str) -> int | None:
    """Return the id of a document with this text under a key of its body, None when there is none."""
    query = (
        "SELECT id FROM record JOIN document ON record = id "
        "WHERE kind = ? AND json_extract(body, '$.' || ?) = ?"
    )
    found = rows(connection, query, kind, key, text)
    return found[0][0] if found else None


def amount(connection: Connection, kind: Kind) -> int:
    """Return how much is kept of a kind; without counting."""
    found = rows(connection, "SELECT amount FROM amount WHERE kind = ?", kind)
    return found[0][0] if found else 0


def load(connection: Connection, record: int, today: date) -> Kept:
    """Return all of a record; raises NotKeptError, or DamagedStoreError for a body that is no JSON."""
    found = rows(connection, f"{_SUMMARY}WHERE id = ?", today.isoformat(), record)
    body = rows(connection, "SELECT version, body FROM document WHERE record = ?", record)
    if not found or not body:
        raise NotKeptError(_NOT_KEPT)
    summary = _summary(found[0])
    version, text = body[0]
    try:
        content = json.loads(text)
    except ValueError:
        raise DamagedStoreError(DAMAGED) from None
    days = rows(connection, "SELECT day, what FROM due WHERE record = ? ORDER BY day, what", record)
    due = tuple(Due(date.fromisoformat(day), what) for day, what in days)
    document = Document(summary.kind, summary.label, version, content, summary.keep_until, due)
    return Kept(summary, document, outputs(connection, record))


def due(connection: Connection, until: date, today: date) -> list[tuple[Summary, Due]]:
    """Return what is due up to and including `until`, the earliest first, what is overdue included."""
    query = "SELECT record, day, what FROM due WHERE day <= ? ORDER BY day, record, what"
    found = []
    for record, day, what in rows(connection, query, until.isoformat()):
        (row,) = rows(connection, f"{_SUMMARY}WHERE id = ?", today.isoformat(), record)
        found.append((_summary(row), Due(date.fromisoformat(day), what)))
    return found


def expired(connection: Connection, today: date) -> list[Summary]:
    """Return what has been kept as long as it may be unasked, the oldest first."""
    query = f"{_SUMMARY}WHERE keep_until < ? ORDER BY keep_until, id"
    return [_summary(row) for row in rows(connection, query, today.isoformat(), today.isoformat())]


def keep_until(connection: Connection, record: int, day: date) -> None:
    """Keep something longer; raises NotKeptError."""
    query = "UPDATE record SET keep_until = ? WHERE id = ?"
    if connection.execute(query, (day.isoformat(), record)).rowcount != 1:
        raise NotKeptError(_NOT_KEPT)


def drop(connection: Connection, record: int) -> bool:
    """Take a record away with all that belongs to it; False when it was not there."""
    return connection.execute("DELETE FROM record WHERE id = ?", (record,)).rowcount > 0


def is_gone(connection: Connection, record: int) -> bool:
    """Whether no table holds anything of this record any more."""
    tables = ("document", "due", "output")
    queries = ["SELECT 1 FROM record WHERE id = ?"]
    queries += [f"SELECT 1 FROM {table} WHERE record = ?" for table in tables]
    return not any(rows(connection, query, record) for query in queries)


def note_output(connection: Connection, record: int, path: str) -> None:
    """Remember that a file was made of a record."""
    # As JSON: a name may hold bytes that are no text.
    connection.execute("INSERT OR IGNORE INTO output VALUES (?, ?)", (record, json.dumps(path)))


def outputs(connection: Connection, record: int) -> tuple[str, ...]:
    """Return the files that were made of a record."""
    found = rows(connection, "SELECT path FROM output WHERE record = ? ORDER BY path", record)
    return tuple(json.loads(path) for (path,) in found)


def records(connection: Connection) -> Iterable[int]:
    """Return the ids of all that is kept, in the order of making."""
    return [record for (record,) in rows(connection, "SELECT id FROM record ORDER BY id")]
