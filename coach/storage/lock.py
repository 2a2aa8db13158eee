"""One copy of coach at a time has the store open."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from coach.domain.errors import StoreInUseError
from coach.storage.atomic import PRIVATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class _Locker(Protocol):
        def __call__(self, descriptor: int) -> None: ...


_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK}
_LOCK_AT = 4096
"""On Windows a locked byte cannot be read by others, so the one that is locked lies behind the number."""


def _locker() -> _Locker:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        def lock_byte(descriptor: int) -> None:
            os.lseek(descriptor, _LOCK_AT, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

        return lock_byte

    def lock_file(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    return lock_file


class StoreLock:
    """The lock on a store; the system lets go of it when the process ends, however that ends.

    Where a file system knows no locks (some network disks) SQLite's own lock is all there is.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> None:
        """Take the lock. Raises StoreInUseError when another has it, OSError when the file cannot be made."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, PRIVATE)
        try:
            _locker()(descriptor)
        except OSError as error:
            holder = _holder(descriptor)
            os.close(descriptor)
            if error.errno in _TAKEN:
                raise StoreInUseError(in_use(holder)) from None
            return
        with contextlib.suppress(OSError):  # a full disk: the number is a help, not the lock
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, str(os.getpid()).encode("ascii"))
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go of the lock; twice is once."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


def _holder(descriptor: int) -> str:
    """The number of the process that has the lock, "" when it does not say."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        number = os.read(descriptor, 20).decode("ascii", "replace").strip()
    except OSError:
        return ""
    return number if number.isdigit() else ""


def in_use(holder: str = "") -> str:
    """Return the sentence for a store that another copy has open."""
    which = f" (proces {holder})" if holder else ""
    return f"Je kluis is al open in een ander venster van coach{which}. Sluit coach daar eerst."
