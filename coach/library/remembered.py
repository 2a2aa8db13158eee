"""What was made of an organisation's folder, remembered until that folder or coach changes.

Kept light: with a memory that fits, neither the parser nor the validation is imported.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib

from coach.library.compiled import FOLDER
from coach.library.digest import DIGEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Protocol

    class Memory(Protocol):
        """Where something may be kept to be quicker next time; it may forget."""

        def read(self, name: str) -> bytes | None:
            """Return what is kept under this name, None where there is nothing to rely on."""

        def write(self, name: str, data: bytes) -> None:
            """Keep it, where that can be done."""


MOST_BYTES = 1 << 20
"""Of a larger file only so much counts: no file of content may be as large."""
_HEX = 64


def digest_of(own: str, names: Iterable[str], folder: str | os.PathLike[str] = FOLDER) -> str:
    """Return the digest (64 hexadecimal digits) of these files below `own` and of the coach in `folder`.

    A symlink, and a file that cannot be read, count by their name alone: their content is never used.
    """
    total = hashlib.sha256(_bytes_of(os.path.join(folder, DIGEST)))
    for name in names:
        path = os.path.join(own, name)
        is_link = os.path.islink(path)
        data = b"" if is_link else _bytes_of(path)
        total.update(f"\0{name}\0{is_link}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        total.update(data)
    return total.hexdigest()


def _bytes_of(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(MOST_BYTES)
    except OSError:
        return b""


def remembered(memory: Memory | None, name: str, digest: str, make: Callable[[], Any]) -> Any:
    """Return what `make` makes (values of JSON), from the memory where it holds that for this digest.

    What is damaged there or belongs to another digest is made anew and kept. Raises what `make` raises.
    """
    kept = memory.read(name) if memory is not None else None
    if kept is not None:
        found = _opened(kept, digest)
        if found is not None:
            return found[0]
    value = make()
    if memory is not None:
        memory.write(name, _closed(value, digest))
    return value


def _closed(value: Any, digest: str) -> bytes:
    # ASCII reads faster than text with the characters that stand for words in the guard.
    data = zlib.compress(json.dumps(value, separators=(",", ":")).encode("ascii"), 6)
    return _seal(digest, data) + data


def _opened(kept: bytes, digest: str) -> list[Any] | None:
    data = kept[_HEX:]
    if kept[:_HEX] != _seal(digest, data):
        return None
    try:
        return [json.loads(zlib.decompress(data).decode("ascii"))]
    except (ValueError, RecursionError, zlib.error):
        return None


def _seal(digest: str, data: bytes) -> bytes:
    """What stands before the data: right only for this digest and for data that is whole."""
    return hashlib.sha256(digest.encode("ascii") + data).hexdigest().encode("ascii")
