"""The store: all that the user wants kept, in one encrypted file that one coach at a time has open."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from coach.domain.errors import StoreFullError
from coach.domain.kept import Document, Due, Kept, Kind, Listed, Receipt, Summary
from coach.domain.retention import Clock, clock
from coach.storage import records, system_keyring
from coach.storage.database import change, in_dutch
from coach.storage.forget import forget_in
from coach.storage.keys import PASSPHRASE_COST, Cost, Keys, write_keys
from coach.storage.lock import StoreLock
from coach.storage.place import StorePlace
from coach.storage.reserve import give_back, set_aside

if TYPE_CHECKING:
    from coach.storage.database import Connection

_Result = TypeVar("_Result")


class Store:
    """An open store; made by `opening.create` and the other functions there, ended by `close`.

    Every method may be called from any thread, one at a time. What changes something is on the disk when it
    returns; when it raises a StoreError nothing has changed. `clock` says whether the day can be right.
    """

    def __init__(
        self, place: StorePlace, lock: StoreLock, connection: Connection, key: bytes, keys: Keys
    ) -> None:
        self.place = place
        self._lock = lock
        self._connection = connection
        self._key = key
        self._keys = keys
        self._one = threading.RLock()
        self.clock = Clock.GOOD
        self.backup: Path | None = None
        """The backup that was made when an older form was brought up to date at this opening."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store and let other copies of coach in; twice is once."""
        with self._one:
            with contextlib.suppress(Exception):
                self._connection.close()
            self._lock.release()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._one, in_dutch(self.place.folder):
            yield self._connection

    @contextlib.contextmanager
    def _changing(self) -> Iterator[Connection]:
        with self._reading() as connection, change(connection):
            yield connection

    def see(self, today: date) -> date:
        """Compare the clock with the last time, remember today, and return the latest day that was seen.

        Called at opening. A full disk is no reason not to open: then today is not remembered.
        """
        with self._reading() as connection:
            seen = records.last_seen(connection)
        self.clock = clock(today, seen)
        if seen is None or today > seen:
            with contextlib.suppress(StoreFullError), self._changing() as connection:
                records.see(connection, today)
        return max(today, seen or today)

    def trust_clock(self, today: date) -> None:
        """Take `today` for the right day after all, as the user said when asked."""
        with self._changing() as connection:
            records.see(connection, today)
        self.clock = Clock.GOOD

    @property
    def last_seen(self) -> date | None:
        """The last day on which the store was open."""
        with self._reading() as connection:
            return records.last_seen(connection)

    # What is kept.

    def save(self, document: Document, today: date, *, replaces: int | None = None) -> int:
        """Keep a document and return its id; with `replaces` in the place of what has that id.

        Raises UsageError for a label that is empty or too long, LabelInUseError when another document of
        its kind has the label, NotKeptError when nothing has the id `replaces`, or a StoreError.
        """
        with self._changing() as connection:
            return records.put(connection, document, today, replaces)

    def find(self, kind: Kind, label: str) -> int | None:
        """Return the id of what is kept under a label, whatever its capitals; None when there is none."""
        with self._reading() as connection:
            return records.find(connection, kind, label)

    def load(self, record: int, today: date) -> Kept:
        """Return all there is about what has this id; raises NotKeptError."""
        with self._reading() as connection:
            return records.load(connection, record, today)

    def summaries(
        self, kind: Kind, today: date, *, limit: int | None = None, after: int | None = None
    ) -> list[Summary]:
        """Return what is kept of a kind, the last changed first.

        At most `limit`, beginning behind the one with the id `after`: a page takes as long whatever there
        is. `today` decides which day comes next.
        """
        with self._reading() as connection:
            return records.summaries(connection, kind, today, limit, after)

    def listed(self, kind: Kind) -> list[Listed]:
        """Return a line for all that is kept of a kind, the last changed first, with its earliest day."""
        with self._reading() as connection:
            return records.listed(connection, kind)

    def find_in_body(self, kind: Kind, key: str, text: str) -> int | None:
        """Return the id of a document with this text under a key of its body, None when there is none."""
        with self._reading() as connection:
            return records.find_in_body(connection, kind, key, text)

    def amount(self, kind: Kind) -> int:
        """Return how much is kept of a kind."""
        with self._reading() as connection:
            return records.amount(connection, kind)

    def due(self, until: date, today: date) -> list[tuple[Summary, Due]]:
        """Return what is due up to and including `until`, what is overdue included, the earliest first."""
        with self._reading() as connection:
            return records.due(connection, until, today)

    def everything(self, today: date) -> list[Kept]:
        """Return all that is kept, in the order of making."""
        with self._reading() as connection:
            return [records.load(connection, record, today) for record in records.records(connection)]

    # How long it is kept.

    def expired(self, today: date) -> list[Summary]:
        """Return what may be offered for deletion, the oldest first; nothing as long as the clock is off."""
        if self.clock is not Clock.GOOD:
            return []
        with self._reading() as connection:
            return records.expired(connection, today)

    def keep_until(self, record: int, day: date) -> None:
        """Keep something longer, as the user answered when asked; raises NotKeptError."""
        with self._changing() as connection:
            records.keep_until(connection, record, day)

    def forget(self, record: int) -> Receipt:
        """Forget what has this id, in every place that coach knows of, and return what became of each.

        Raises NotKeptError when there is nothing with this id. On a full disk the room that was set aside
        is given back first: forgetting needs a little.
        """
        return self._with_room(lambda: forget_in(self.place, self._connection, record))

    def discard(self, record: int) -> None:
        """Take away what another record has taken the place of, as a draft that was saved; no receipt."""
        with self._changing() as connection:
            records.drop(connection, record)

    def _with_room(self, act: Callable[[], _Result]) -> _Result:
        with self._one:
            try:
                with in_dutch(self.place.folder):
                    return act()
            except StoreFullError:
                if not give_back(self.place):
                    raise
            try:
                with in_dutch(self.place.folder):
                    return act()
            finally:
                set_aside(self.place)

    # What else is kept.

    def note_output(self, record: int, path: Path) -> None:
        """Remember that the user had a file made of this, so that forgetting can tell of it."""
        with self._changing() as connection:
            records.note_output(connection, record, str(path))

    # How it opens.

    @property
    def in_keyring(self) -> bool:
        """Whether the keyring of the system opens it too."""
        return self._keys.in_keyring

    def change_passphrase(self, passphrase: str, cost: Cost = PASSPHRASE_COST) -> None:
        """Let another passphrase open the store from now on; the recovery code stays the same."""
        self._write_keys(self._keys.with_passphrase(self._key, passphrase, cost))

    def use_keyring(self, wanted: bool) -> bool:
        """Let the keyring of the system open the store too, or no longer; False when that did not work."""
        name = self._keys.salt.hex()
        done = system_keyring.remember(name, self._key) if wanted else system_keyring.drop(name)
        if done or not wanted:
            self._write_keys(self._keys.with_keyring(wanted))
        return done

    def _write_keys(self, keys: Keys) -> None:
        with self._one, in_dutch(self.place.folder):
            write_keys(keys, (self.place.keys, self.place.keys_copy))
            self._keys = keys

    def settings(self) -> dict[str, Any]:
        """Return how the connection stands, for `coach doctor` and the tests."""
        names = ("cipher_version", "journal_mode", "synchronous", "secure_delete", "user_version")
        with self._reading() as connection:
            return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
