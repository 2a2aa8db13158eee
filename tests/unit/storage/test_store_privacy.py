"""What the user wrote stands in no file that can be read without the key, nor anywhere after forgetting."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from coach.domain.kept import Due, Kind
from coach.storage import records, schema
from coach.storage.database import change, set_up
from coach.storage.place import StorePlace
from coach.storage.store import Store
from tests.unit.storage.stores import (
    CODE,
    MARKER,
    PASSPHRASE,
    TODAY,
    die,
    document,
    failing_disk,
    made,
    opened,
)

SECRETS = (MARKER, PASSPHRASE, CODE, CODE.replace("-", ""))


def with_marker(label: str = MARKER) -> object:
    return document(f"{label} label", f"{MARKER} " * 400, due=(Due(TODAY, f"{MARKER} dag"),))


def hits(folder: Path, *words: str) -> list[str]:
    """The files under `folder` that hold one of the words, in any common encoding."""
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        for word in words:
            forms = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
            if any(form in data or form.lower() in data for form in forms):
                found.append(path.name)
    return found


def fill(store: Store) -> None:
    """Put the marker in every place where a text can go."""
    record = store.save(with_marker(), TODAY)  # type: ignore[arg-type]
    store.save(document(MARKER, kind=Kind.DRAFT, body={"van": record, "tekst": MARKER}), TODAY)
    store.note_output(record, Path(f"/ergens/{MARKER}.pdf"))


@pytest.mark.needs("posix")
def test_no_file_of_the_store_can_be_read(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        fill(store)
        place = store.place
        schema.make_backup(place, 1, TODAY)
    child = os.fork()
    if not child:
        with failing_disk() as disk, opened(tmp_path) as store:
            disk.fails_at, disk.happens = disk.writes + 6, die
            for number in range(99):
                store.save(with_marker(f"{MARKER} {number}"), TODAY)  # type: ignore[arg-type]
    os.waitpid(child, 0)
    names = {path.name for path in place.folder.iterdir()}
    assert names >= {"kluis.db", "kluis.db-journal", "sleutels.json", f"reservekopie-v1-{TODAY}.db"}
    assert hits(tmp_path, *SECRETS) == []
    assert not any(MARKER.lower() in name.lower() for name in names)


def plain(path: Path, *, secure: bool = True) -> sqlite3.Connection:
    """The same tables in a file that is not encrypted, so that one can look into it."""
    connection = sqlite3.connect(path, isolation_level=None)
    set_up(connection)
    if not secure:
        connection.execute("PRAGMA secure_delete = OFF")
    schema.create(connection)
    return connection


def test_without_encryption_it_would_be_found(tmp_path: Path) -> None:
    connection = plain(tmp_path / "open.db")
    with change(connection):
        records.put(connection, with_marker(), TODAY, None)  # type: ignore[arg-type]
    connection.close()
    assert hits(tmp_path, MARKER) == ["open.db"]


@pytest.mark.parametrize("secure", [True, False])
def test_what_is_forgotten_is_gone_from_every_page(tmp_path: Path, secure: bool) -> None:
    """Also from what SQLite no longer uses; the second case shows that it would be found there."""
    connection = plain(tmp_path / "open.db", secure=secure)
    with change(connection):
        stays = records.put(connection, document("blijft", "Blijfsteen"), TODAY, None)
        for number in range(30):
            record = records.put(connection, with_marker(f"{MARKER} {number}"), TODAY, None)  # type: ignore[arg-type]
            records.note_output(connection, record, f"/{MARKER}.pdf")
    with change(connection):
        for record in records.records(connection):
            if record != stays:
                records.drop(connection, record)
    connection.close()
    assert hits(tmp_path, "Blijfsteen") == ["open.db"]
    assert bool(hits(tmp_path, MARKER)) is not secure


def test_what_is_replaced_is_gone_from_every_page(tmp_path: Path) -> None:
    connection = plain(tmp_path / "open.db")
    with change(connection):
        record = records.put(connection, with_marker(), TODAY, None)  # type: ignore[arg-type]
    with change(connection):
        records.put(connection, document("ander", "kort"), TODAY, record)
    connection.close()
    assert hits(tmp_path, MARKER) == []


def test_forgetting_leaves_no_journal_and_no_backup(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        record = store.save(document(), TODAY)
        schema.make_backup(store.place, 1, TODAY)
        receipt = store.forget(record)
        assert receipt.all_gone
        left = {path.name for path in store.place.folder.iterdir()}
    assert left == {"kluis.db", "sleutels.json", "sleutels.kopie.json", "ruimte", "slot"}
    assert StorePlace(tmp_path).backups() == []
