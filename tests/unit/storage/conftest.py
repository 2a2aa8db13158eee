"""A folder for tests that open a store hundreds of times, and a store with something in it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.storage.stores import TODAY, document, made

_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is one: a process that is killed leaves the same there as on a disk."""
    in_memory = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    with tempfile.TemporaryDirectory(dir=_MEMORY if in_memory else None) as name:
        yield Path(name)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The home folder of a store that holds one document and is closed."""
    with made(tmp_path) as store:
        store.save(document(), TODAY)
    return tmp_path
