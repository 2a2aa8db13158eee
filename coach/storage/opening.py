"""Making a store, and opening one: by passphrase, by recovery code, or with the key of the system's keyring.

Nothing is decided here about when: the clock comes in as `today`. Whatever goes wrong, the files stay as they
are and the lock is let go.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date

from coach.domain.errors import DamagedStoreError, NoStoreError, StoreError, WrongPassphraseError
from coach.storage import recovery_code, system_keyring
from coach.storage.atomic import sync_folder
from coach.storage.database import DAMAGED, connect, in_dutch, is_whole
from coach.storage.keys import (
    PASSPHRASE_COST,
    WRONG_CODE,
    Cost,
    Keys,
    new_keys,
    one_is_stale,
    read_keys,
    write_keys,
)
from coach.storage.lock import StoreLock
from coach.storage.place import StorePlace
from coach.storage.reserve import set_aside
from coach.storage.schema import PRESENT, Format, bring_up_to_date, create, old_backups, version_of
from coach.storage.store import Store

NO_STORE = "Er is hier nog niets bewaard: je hebt nog geen kluis."
ALREADY = "Er is hier al een kluis. Open die, of wis hem eerst met: coach data forget"


@contextlib.contextmanager
def _locked(place: StorePlace) -> Iterator[StoreLock]:
    """Take the lock; it is kept when all inside goes well."""
    lock = StoreLock(place.lock)
    with in_dutch(place.folder):
        lock.take()
    try:
        with in_dutch(place.folder):
            yield lock
    except BaseException:
        lock.release()
        raise


def make(
    place: StorePlace,
    passphrase: str,
    code: str,
    today: date,
    *,
    cost: Cost = PASSPHRASE_COST,
    form: Format = PRESENT,
) -> Store:
    """Make a store that opens with `passphrase` and with the recovery code `code`, and return it open.

    `code` comes from `new_code`, so that it can be shown before anything is written. The database gets its
    name last: what was broken off half-way is no store. Raises a StoreError when there is a store already.
    """
    place.make_folder()
    with _locked(place) as lock:
        if place.exists:
            raise StoreError(ALREADY)
        for path in place.leftovers():
            path.unlink()
        key, keys = new_keys(passphrase, recovery_code.secret_of(code), cost)
        connection = connect(place.unfinished, key, keys.salt)
        try:
            create(connection, form)
        finally:
            connection.close()
        write_keys(keys, (place.keys, place.keys_copy))
        place.unfinished.rename(place.database)
        sync_folder(place.folder)
        set_aside(place)
        store = _open(place, lock, key, keys, today, form)
    return store


def new_code() -> str:
    """Return a new recovery code."""
    return recovery_code.as_code(recovery_code.new_secret())


def _opened(place: StorePlace, find_key: Callable[[Keys], bytes], today: date, form: Format) -> Store:
    if not place.exists:
        raise NoStoreError(NO_STORE)
    with _locked(place) as lock:
        keys = read_keys((place.keys, place.keys_copy))
        return _open(place, lock, find_key(keys), keys, today, form)


def open_with_passphrase(place: StorePlace, passphrase: str, today: date, *, form: Format = PRESENT) -> Store:
    """Open the store with its passphrase.

    Raises, each a StoreError with one Dutch sentence: NoStoreError, StoreInUseError, WrongPassphraseError,
    DamagedStoreError, NewerStoreError, StoreFullError, ReadOnlyStoreError, NoEncryptionError.
    """
    return _opened(place, lambda keys: keys.by_passphrase(passphrase), today, form)


def open_with_code(place: StorePlace, code: str, today: date, *, form: Format = PRESENT) -> Store:
    """Open the store with its recovery code; raises the same, WrongPassphraseError for a wrong code."""
    secret = recovery_code.secret_of(code)
    return _opened(place, lambda keys: keys.by_code(secret), today, form)


def open_with_keyring(place: StorePlace, today: date, *, form: Format = PRESENT) -> Store | None:
    """Open the store with the key in the system's keyring; None when that has none that opens it.

    Raises what `open_with_passphrase` raises for all else.
    """

    def find(keys: Keys) -> bytes:
        key = system_keyring.recall(keys.salt.hex()) if keys.in_keyring else None
        if key is None or len(key) != len(keys.passphrase.covered):
            raise WrongPassphraseError(WRONG_CODE)
        return key

    try:
        return _opened(place, find, today, form)
    except (WrongPassphraseError, DamagedStoreError):
        # A wrong key looks like damage. Which of the two it is, the passphrase will tell.
        return None


def _open(place: StorePlace, lock: StoreLock, key: bytes, keys: Keys, today: date, form: Format) -> Store:
    place.make_private()
    connection = connect(place.database, key, keys.salt)
    try:
        version_of(connection)
        if not is_whole(connection):
            raise DamagedStoreError(DAMAGED)
        store = Store(place, lock, connection, key, keys)
        store.backup = bring_up_to_date(connection, place, today, form)
        _tidy(place, keys, store.see(today))
    except BaseException:
        connection.close()
        raise
    return store


def _tidy(place: StorePlace, keys: Keys, today: date) -> None:
    """Mend and clear what can wait: a full disk or a missing right is no reason not to open."""
    with contextlib.suppress(OSError):
        for path in (*place.leftovers(), *old_backups(place, today)):
            path.unlink()
    paths = place.keys, place.keys_copy
    if one_is_stale(keys, paths):
        with contextlib.suppress(OSError):
            write_keys(keys, paths)
    set_aside(place)
