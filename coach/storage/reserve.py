"""Room that is set aside on the disk, so that some is left when forgetting needs it (reliability, T7)."""

from __future__ import annotations

import contextlib
import os

from coach.storage.atomic import write_atomic
from coach.storage.place import StorePlace

SIZE = 256 * 1024
"""Bytes: more than the journal of forgetting the largest document takes."""


def set_aside(place: StorePlace) -> None:
    """Take the room, if it can be had; random bytes, since a file of nothing takes none on some disks."""
    with contextlib.suppress(OSError):
        if not place.reserve.exists():
            write_atomic(place.reserve, os.urandom(SIZE))


def give_back(place: StorePlace) -> bool:
    """Give the room back; False when there was none."""
    try:
        place.reserve.unlink()
    except OSError:
        return False
    return True
