"""What the tests of the store share: one that opens fast, documents, and a disk that fails when told to."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach.domain.errors import CoachError, StoreError
from coach.domain.kept import Document, Due, Kept, Kind
from coach.storage import opening
from coach.storage.keys import Cost
from coach.storage.place import StorePlace
from coach.storage.recovery_code import as_code
from coach.storage.schema import PRESENT, Format
from coach.storage.store import Store

TODAY = date(2026, 11, 22)
PASSPHRASE = "vier losse woorden hier"
CHEAP = Cost(2**4, 1, 1)
MARKER = "Zwerfkeizand"
"""A word that stands nowhere else, to look for in files."""
CODE, OTHER_CODE = as_code(bytes(range(16))), as_code(bytes(16))


def made(folder: Path, *, form: Format = PRESENT, today: date = TODAY) -> Store:
    """Return a new open store in `folder`; a guess at its passphrase costs nearly nothing."""
    return opening.make(StorePlace(folder), PASSPHRASE, CODE, today, cost=CHEAP, form=form)


def opened(folder: Path, *, today: date = TODAY, form: Format = PRESENT) -> Store:
    """Return the store in `folder`, open."""
    return opening.open_with_passphrase(StorePlace(folder), PASSPHRASE, today, form=form)


def document(label: str = "gesprek", text: str = MARKER, **more: Any) -> Document:
    """Return a document with a text in it."""
    return Document(
        **{"kind": Kind.PREPARATION, "label": label, "version": 1, "body": {"tekst": text}, **more}
    )


def agreement(number: int) -> Document:
    """Return agreements with two days on which they are due."""
    due = (Due(date(2026, 12, 1), "eerste controle"), Due(date(2027, 1, 5), "evaluatie"))
    body = {"regels": [f"Afspraak {number}: begint om tien uur, tot de kerst." * 8]}
    return Document(Kind.AGREEMENTS, f"afspraken {number}", 1, body, date(2027, 7, 5), due)


def content(folder: Path, *, form: Format = PRESENT) -> list[Kept]:
    """Open the store in `folder` and return all that is in it."""
    with opened(folder, form=form) as store:
        return store.everything(TODAY)


def copied(source: Path, target: Path) -> Path:
    """Return a copy of a store that is closed."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target


STABLE = {"kluis.db", "sleutels.json", "sleutels.kopie.json", "ruimte"}


def prints(folder: Path) -> dict[str, str]:
    """A fingerprint of every file that may not change by itself (the lock says who had it last)."""
    files = (path for path in StorePlace(folder).folder.iterdir() if path.name in STABLE)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def refused(folder: Path, kind: type[CoachError], passphrase: str = PASSPHRASE) -> str:
    """Open the store, which must fail with this error and change nothing; return what is said."""
    before = prints(folder)
    with pytest.raises(StoreError) as caught:
        opening.open_with_passphrase(StorePlace(folder), passphrase, TODAY)
    assert type(caught.value) is kind
    assert prints(folder) == before
    said = str(caught.value)
    assert said.endswith(".") or "coach data forget" in said
    assert not passphrase or passphrase not in said
    return said


class _Vfs(ctypes.Structure):
    """The file layer of SQLite, version 3 (sqlite3.h, struct sqlite3_vfs)."""

    _fields_ = [
        ("version", ctypes.c_int),
        ("size", ctypes.c_int),
        ("longest", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        *((f"method{number}", ctypes.c_void_p) for number in range(13)),
        ("set_system_call", ctypes.c_void_p),
    ]


_SET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
_WRITE = ctypes.CFUNCTYPE(
    ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, use_errno=True
)


@dataclass(slots=True)
class Disk:
    """A disk for SQLite: the `writes` so far, and what `happens` from write `fails_at` on (0: never)."""

    fails_at: int = 0
    writes: int = 0
    happens: Callable[[], int] = lambda: errno.ENOSPC

    def write(self, real: Callable[..., int], *call: int) -> int:
        """Write, or fail."""
        self.writes += 1
        if self.fails_at and self.writes >= self.fails_at:
            ctypes.set_errno(self.happens())
            return -1
        return real(call[0], ctypes.c_void_p(call[1]), ctypes.c_size_t(call[2]), ctypes.c_int64(call[3]))


@contextlib.contextmanager
def failing_disk() -> Iterator[Disk]:
    """Put a `Disk` between SQLCipher and the real one, for as long as it takes."""
    from sqlcipher3 import _sqlite3

    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.c_void_p
    library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    vfs = _Vfs.from_address(library.sqlite3_vfs_find(None))
    set_call = _SET(vfs.set_system_call)
    real = ctypes.CDLL(None, use_errno=True).pwrite
    real.restype = ctypes.c_ssize_t
    disk = Disk()
    call = _WRITE(lambda *args: disk.write(real, *args))
    names = (b"pwrite", b"pwrite64")
    for name in names:
        set_call(ctypes.addressof(vfs), name, ctypes.cast(call, ctypes.c_void_p))
    try:
        yield disk
    finally:
        for name in names:
            set_call(ctypes.addressof(vfs), name, None)


def die() -> int:
    """End this process at once, as a power cut would."""
    os._exit(9)
