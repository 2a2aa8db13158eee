"""A lock that two set-ups of one checkout share; the system frees it when its holder dies."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

WAITING = "Coach wordt in een ander venster al klaargezet; even wachten."
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_PAUSE = 0.2
"""Seconds between two looks at a lock that someone else holds."""

if sys.platform == "win32":
    import msvcrt

    def _try_lock(fd: int) -> None:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def held(path: Path) -> Iterator[int | None]:
    """Hold the lock `path`, waiting for whoever has it; yields the descriptor that carries it.

    Yields None where the file system knows no locks: then there is no protection, but coach still starts.
    Raises OSError when the file cannot be made.
    """
    fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        told = False
        while True:
            try:
                _try_lock(fd)
                break
            except OSError as error:
                if error.errno not in _BUSY:
                    yield None
                    return
            if not told:
                print(WAITING, file=sys.stderr, flush=True)
                told = True
            time.sleep(_PAUSE)
        yield fd
    finally:
        os.close(fd)
