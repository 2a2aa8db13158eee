"""Which files a folder of content has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

CORPUS = "guard/corpus"
"""What the guard was trained on: the compiler does not read it, and the package does not hold it."""
MAX_FILES = 500
"""More than this is some other folder, named by mistake."""


def content_files(folder: Path) -> Iterator[tuple[str, bool]]:
    """Give each file below `folder` in order of name, and whether it is a symlink.

    Names are relative, with forward slashes. Hidden files, notes (.md) and the guard's corpus are passed
    over; no symlink is followed.
    """
    for root, folders, files in os.walk(folder):
        here = Path(root)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in links and _name(folder, here / name) != CORPUS
        )
        for name in sorted([*files, *links]):
            path = here / name
            if not name.startswith(".") and not name.endswith(".md"):
                yield _name(folder, path), path.is_symlink()


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()
