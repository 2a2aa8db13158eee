"""A connection to the encrypted file, set so that a change is whole or not there, and errors in Dutch.

A rollback journal and not a write-ahead log, since the log keeps what was deleted; one connection; every
change in BEGIN IMMEDIATE (reliability, findings 7 and 10, threats T6 to T9 and T11).
"""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.domain.errors import (
    DamagedStoreError,
    NoEncryptionError,
    ReadOnlyStoreError,
    StoreError,
    StoreFullError,
    StoreInUseError,
)
from coach.storage.atomic import FULL
from coach.storage.lock import in_use
from coach.storage.place import full, read_only

if TYPE_CHECKING:
    Connection = sqlite3.Connection
    """SQLCipher's module has the same classes as the one of the standard library."""

_NO_LIBRARY = (
    "Op deze computer mist het onderdeel dat versleutelt (sqlcipher3). Zonder dat bewaart coach niets. "
    "Installeer coach opnieuw, of bewaar je voorbereiding in een bestand met prep --export."
)
DAMAGED = (
    "Je kluis is beschadigd. Coach laat de bestanden staan zoals ze zijn. Zet een eigen kopie van de map "
    "terug, of begin opnieuw met: coach data forget"
)
_TROUBLE = (
    "Schrijven in je kluis lukt niet: de schijf geeft een fout. Wat er al stond, staat er nog. "
    "Kijk de schijf na en probeer het opnieuw."
)
_LOCK_WAIT = 2.0
_PROBE = b"\0" * 16_384
_CODE = 0xFF
"""The low byte of an error code says what kind it is, the rest where it happened."""


def connect(path: Path, key: bytes, salt: bytes) -> Connection:
    """Open the file with the data key and set the connection up; nothing has been read yet.

    The salt is given as well, so that a file whose first bytes are damaged can still be read. Raises
    NoEncryptionError where the library is missing or does not encrypt.
    """
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        raise NoEncryptionError(_NO_LIBRARY) from None
    connection: Connection = dbapi2.connect(
        str(path), timeout=_LOCK_WAIT, isolation_level=None, check_same_thread=False
    )
    try:
        # First of all: else the library writes on stderr what it thinks of a key, right through the screen.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
        # The plain library takes a key without a word, and then encrypts nothing.
        if not connection.execute("PRAGMA cipher_version").fetchall():
            raise NoEncryptionError(_NO_LIBRARY)
        set_up(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def encrypts() -> bool:
    """Whether the library that encrypts is here, and does."""
    try:
        connect(Path(":memory:"), bytes(32), bytes(16)).close()
    except NoEncryptionError:
        return False
    return True


def set_up(connection: Connection) -> None:
    """Set what holds for every connection: whole changes, nothing left behind, nothing in temporary files."""
    for pragma in (
        "journal_mode = DELETE",
        "synchronous = FULL",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "foreign_keys = ON",
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")


def is_whole(connection: Connection) -> bool:
    """Whether no page was changed by anything else than coach: each carries a signature.

    That the file is as long as it says is seen by SQLite itself at the first read.
    """
    return not connection.execute("PRAGMA cipher_integrity_check").fetchall()


def _database_error(error: BaseException) -> bool:
    """Whether it is an error of SQLite; SQLCipher's module has classes of its own for them."""
    return any(kind.__name__ == "DatabaseError" for kind in type(error).__mro__)


def _probe(folder: Path) -> StoreError | None:
    """Try to write in the folder, to see what stands in the way; None when nothing does."""
    try:
        with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
            file.write(_PROBE)
            os.fsync(file.fileno())
    except OSError as error:
        return StoreFullError(full(folder)) if error.errno in FULL else ReadOnlyStoreError(read_only(folder))
    return None


def translated(error: BaseException, folder: Path) -> StoreError:
    """Return the error to show for one of SQLite, by its code; its own words may hold a text."""
    match getattr(error, "sqlite_errorcode", 0) & _CODE:
        case sqlite3.SQLITE_FULL:
            return StoreFullError(full(folder))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return ReadOnlyStoreError(read_only(folder))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreInUseError(in_use())
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return DamagedStoreError(DAMAGED)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return _probe(folder) or StoreError(_TROUBLE)
    raise error


@contextlib.contextmanager
def in_dutch(folder: Path) -> Iterator[None]:
    """Turn an error of SQLite or of the system into a StoreError; a fault of ours stays what it is."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise StoreFullError(full(folder)) from None
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise ReadOnlyStoreError(read_only(folder)) from None
        raise StoreError(_TROUBLE) from None
    except Exception as error:
        if not _database_error(error):
            raise
        raise translated(error, folder) from None


@contextlib.contextmanager
def change(connection: Connection) -> Iterator[Connection]:
    """Do all that happens inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # After a full disk SQLite has gone back by itself.
        if connection.in_transaction:
            with contextlib.suppress(Exception):
                connection.execute("ROLLBACK")
        raise


def rows(connection: Connection, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """Return all rows of a query."""
    return connection.execute(query, values).fetchall()
