"""A digest of all that compiled content follows from: when it changes, the content is compiled again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from coach import __version__
from coach.library.files import content_files

DIGEST = "digest"
"""Name of the file, beside the compiled ones, that holds the digest of what they were compiled from."""

_PACKAGE = Path(__file__).resolve().parent.parent
_ENGINE = ("library", "domain")


def source_digest(source: Path) -> str:
    """Return the digest (64 hexadecimal digits) of the content in `source` and of the code that compiles it.

    A symlink counts by its name alone, as it is never read. Raises OSError for a file that cannot be read.
    """
    total = hashlib.sha256(__version__.encode())
    for name, is_link in content_files(source):
        data = b"" if is_link else (source / name).read_bytes()
        total.update(f"\0{name}\0{is_link}\0{len(data)}\0".encode())
        total.update(data)
    for folder in _ENGINE:
        for path in sorted((_PACKAGE / folder).rglob("*.py")):
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def is_fresh(source: Path, target: Path) -> bool:
    """Whether `target` holds what `source` compiles to."""
    try:
        return (target / DIGEST).read_text("ascii") == source_digest(source)
    except (OSError, UnicodeDecodeError):
        return False
