"""Bytes that change by themselves, and files that end too soon: seen at opening, told, and left alone."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from coach.domain.errors import DamagedStoreError
from coach.storage import opening
from coach.storage.place import StorePlace
from tests.unit.storage.stores import TODAY, agreement, content, document, made, opened


@pytest.fixture(scope="module")
def whole(quick_folder: Path) -> tuple[Path, bytes]:
    """The home folder of a store with forty documents, and the bytes of its database."""
    folder = quick_folder / "heel"
    with made(folder) as store:
        for number in range(40):
            store.save(agreement(number), TODAY)
        for number in range(0, 40, 3):
            store.forget(number + 1)
        store.save(document(), TODAY)
    return folder, StorePlace(folder).database.read_bytes()


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Flip a bit, change a stretch, cut the end off, or put something behind it."""
    at = chance.randrange(16, len(data))
    match chance.randrange(4):
        case 0:
            return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        case 1:
            stretch = chance.randbytes(chance.randrange(1, 9_000))
            return (data[:at] + stretch + data[at + len(stretch) :])[: len(data)]
        case 2:
            return data[:at]
    return data[:at] + chance.randbytes(chance.randrange(1, 5_000)) + data[at:]


def test_every_damage_is_seen_and_nothing_is_touched(whole: tuple[Path, bytes], is_long: bool) -> None:
    folder, data = whole
    database_file = StorePlace(folder).database
    try:
        for seed in range(1_000 if is_long else 100):
            changed = damaged(data, random.Random(seed))
            database_file.write_bytes(changed)
            with pytest.raises(DamagedStoreError):
                opened(folder)
            assert database_file.read_bytes() == changed, seed
    finally:
        database_file.write_bytes(data)
    assert len(content(folder)) == 27


@pytest.mark.parametrize("changed", [b"", b"x", b"SQLite format 3\0" + b"\0" * 4080, b"\0" * 8192])
def test_a_file_that_is_something_else_altogether(whole: tuple[Path, bytes], changed: bytes) -> None:
    folder, data = whole
    database_file = StorePlace(folder).database
    database_file.write_bytes(changed)
    try:
        with pytest.raises(DamagedStoreError):
            opened(folder)
        assert database_file.read_bytes() == changed
    finally:
        database_file.write_bytes(data)


def test_damage_to_the_salt_alone_costs_nothing(whole: tuple[Path, bytes]) -> None:
    folder, data = whole
    StorePlace(folder).database.write_bytes(bytes(16) + data[16:])
    try:
        assert len(content(folder)) == 27
    finally:
        StorePlace(folder).database.write_bytes(data)


def test_without_looking_through_the_file_some_damage_would_stay_unseen(
    whole: tuple[Path, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, data = whole
    monkeypatch.setattr(opening, "is_whole", lambda connection: True)
    StorePlace(folder).database.write_bytes(data[:-10] + bytes(10))
    try:
        opened(folder).close()
    finally:
        StorePlace(folder).database.write_bytes(data)


QUIET = """
import sys
from coach.domain.errors import DamagedStoreError
from tests.unit.storage.stores import opened
from pathlib import Path
try:
    opened(Path(sys.argv[1]))
except DamagedStoreError:
    sys.exit(5)
"""
LOUD = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1] + "/kluis/kluis.db")
connection.execute("PRAGMA key = 'onzin'")
try:
    connection.execute("SELECT * FROM sqlite_master")
except dbapi2.DatabaseError:
    sys.exit(5)
"""


@pytest.mark.parametrize(("script", "is_loud"), [(QUIET, False), (LOUD, True)])
def test_what_the_library_thinks_of_it_stays_inside(tmp_path: Path, script: str, is_loud: bool) -> None:
    """SQLCipher writes on stderr what it thinks of a file, unless it is told not to before anything else."""
    made(tmp_path).close()
    path = StorePlace(tmp_path).database
    path.write_bytes(path.read_bytes()[:5000])
    ended = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (5, b"")
    assert bool(ended.stderr) is is_loud
