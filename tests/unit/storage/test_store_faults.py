"""A disk that is full, and a process that ends, at each single write of each thing the store does.

Every write of SQLite is failed in turn, on a copy of the same store; afterwards what was kept is all there,
in the old state or, for a process that ended, in the old or the new one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coach.domain.errors import StoreFullError
from coach.domain.kept import Kept
from coach.storage.place import StorePlace
from coach.storage.schema import PRESENT, Format
from coach.storage.store import Store
from tests.unit.storage.stores import (
    TODAY,
    agreement,
    content,
    copied,
    die,
    document,
    failing_disk,
    made,
    opened,
)


def _add_column(connection: object) -> None:
    connection.execute("ALTER TABLE record ADD COLUMN colour TEXT")  # type: ignore[attr-defined]
    connection.execute("UPDATE document SET version = version + 1")  # type: ignore[attr-defined]


NEXT = Format(version=2, steps={1: _add_column})
BIG = "Zwerfkeizand " * 2_000

Action = Callable[[Path], None]


def _with_store(act: Callable[[Store], object]) -> Action:
    def run(folder: Path) -> None:
        with opened(folder) as store:
            act(store)

    return run


ACTIONS: dict[str, Action] = {
    "save": _with_store(lambda store: store.save(document("nieuw"), TODAY)),
    "save much": _with_store(lambda store: store.save(document("nieuw", BIG), TODAY)),
    "replace": _with_store(
        lambda store: store.save(replace(agreement(1), label="anders"), TODAY, replaces=2)
    ),
    "forget": _with_store(lambda store: store.forget(2)),
    "keep longer": _with_store(lambda store: store.keep_until(1, TODAY)),
    "remember a file": _with_store(lambda store: store.note_output(1, Path("blad.pdf"))),
    "migrate": lambda folder: opened(folder, form=NEXT).close(),
}


@pytest.fixture(scope="module")
def start(quick_folder: Path) -> Path:
    """A store with three documents, one of them large; it is closed."""
    folder = quick_folder / "begin"
    with made(folder) as store:
        store.save(document("groot", BIG), TODAY)
        store.save(agreement(1), TODAY)
        store.save(agreement(2), TODAY)
    return folder


def _as_it_is(folder: Path) -> list[Kept]:
    """All that is kept, by whichever form the store has."""
    return content(folder, form=NEXT if _is_next(folder) else PRESENT)


def _is_next(folder: Path) -> bool:
    try:
        opened(folder).close()
    except Exception:  # noqa: BLE001
        return True
    return False


@pytest.mark.needs("posix")
@pytest.mark.parametrize("name", ACTIONS)
def test_a_full_disk_at_each_write_changes_nothing(name: str, start: Path, quick_folder: Path) -> None:
    before = content(start)
    with failing_disk() as disk:
        ACTIONS[name](copied(start, quick_folder / "proef"))
        writes = disk.writes
    assert writes > 2
    for number in range(1, writes + 1):
        folder = copied(start, quick_folder / "proef")
        with failing_disk() as disk:
            disk.fails_at = number
            with pytest.raises(StoreFullError):
                ACTIONS[name](folder)
        assert content(folder) == before, number


@pytest.mark.needs("posix")
def test_a_full_disk_while_the_store_is_made_leaves_none(quick_folder: Path) -> None:
    with failing_disk() as disk:
        made(quick_folder / "eerst").close()
        writes = disk.writes
    for number in range(1, writes + 1):
        folder = quick_folder / str(number)
        with failing_disk() as disk:
            disk.fails_at = number
            try:
                made(folder).close()
            except StoreFullError:
                assert not StorePlace(folder).exists, number
        if not StorePlace(folder).exists:
            made(folder).close()
        assert content(folder) == []


@pytest.mark.needs("posix")
@pytest.mark.parametrize("name", ["save much", "replace", "forget", "migrate"])
def test_a_process_that_ends_at_each_write_leaves_the_old_or_the_new(
    name: str, start: Path, quick_folder: Path
) -> None:
    before = content(start)
    folder = copied(start, quick_folder / "proef")
    with failing_disk() as disk:
        ACTIONS[name](folder)
        writes = disk.writes
    after = _as_it_is(folder)
    seen = set()
    for number in range(1, writes + 2):
        folder = copied(start, quick_folder / "proef")
        child = os.fork()
        if not child:
            with failing_disk() as disk:
                disk.fails_at, disk.happens = number, die
                ACTIONS[name](folder)
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert status == (9 if number <= writes else 0)
        found = _as_it_is(folder)
        assert found in (before, after), number
        seen.add(found == before)
    assert seen == {True, False} or before == after


@pytest.mark.needs("posix")
def test_without_a_journal_a_process_that_ends_would_leave_half(start: Path, quick_folder: Path) -> None:
    before, torn = content(start), 0
    for number in range(1, 12):
        folder = copied(start, quick_folder / "proef")
        child = os.fork()
        if not child:
            with failing_disk() as disk, opened(folder) as store:
                store._connection.execute("PRAGMA journal_mode = OFF")
                disk.fails_at, disk.happens = disk.writes + number, die
                store.save(document("nieuw", BIG), TODAY)
            os._exit(0)
        os.waitpid(child, 0)
        try:
            found = content(folder)
        except Exception:  # noqa: BLE001
            torn += 1
        else:
            torn += found != before and len(found) != len(before) + 1
    assert torn


@pytest.mark.needs("posix")
def test_another_passphrase_is_there_whole_or_not_at_all(start: Path, quick_folder: Path) -> None:
    """A file that cannot grow, as on a full disk; a limit of the system holds for Python's writes as well."""
    script = """
import resource, sys
from pathlib import Path
from coach.domain.errors import StoreFullError
from tests.unit.storage.stores import CHEAP, opened
folder, limit = Path(sys.argv[1]), int(sys.argv[2])
with opened(folder) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        store.change_passphrase("een ander", CHEAP)
    except StoreFullError:
        sys.exit(5)
"""
    before = content(start)
    for limit in (0, 100, 600):
        folder = copied(start, quick_folder / "proef")
        ended = subprocess.run(
            [sys.executable, "-c", script, str(folder), str(limit)],
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=False,
        )
        assert (ended.returncode, ended.stderr) == (5, b"")
        assert content(folder) == before


SMALL_DISK = """
import os, sys
from pathlib import Path
from coach.domain.errors import StoreFullError
from coach.storage.place import StorePlace
from tests.unit.storage.stores import TODAY, content, document, made
home = Path(sys.argv[1])
with made(home) as store:
    saved = [store.save(document(str(number), "Zwerfkeizand " * 2000), TODAY) for number in range(4)]
    if sys.argv[2] == "without":
        store.place.reserve.unlink()
    with (home / "vol").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            pass
    try:
        store.save(document("past niet", "Zwerfkeizand " * 9000), TODAY)
        sys.exit("het paste")
    except StoreFullError:
        pass
    try:
        receipt = store.forget(saved[0])
    except StoreFullError:
        print("vol")
    else:
        print("vergeten", receipt.all_gone, store.place.reserve.exists())
print(len(content(home)))
"""


@pytest.mark.needs("tmpfs")
@pytest.mark.parametrize(("room", "told"), [("with", b"vergeten True True\n3\n"), ("without", b"vol\n4\n")])
def test_on_a_disk_that_is_really_full_forgetting_still_works(tmp_path: Path, room: str, told: bytes) -> None:
    """The second case shows what the room that is set aside is for."""
    mount = f'mount -t tmpfs -o size=1500k none {tmp_path} && exec {sys.executable} -c "$0" {tmp_path} {room}'
    ended = subprocess.run(
        ["unshare", "-rm", "sh", "-c", mount, SMALL_DISK],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, told, b"")
    assert shutil.disk_usage(tmp_path).free
