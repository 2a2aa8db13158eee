"""Fixtures for the tests of the app."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from coach.library.load import Library, load_library


@pytest.fixture(scope="session", autouse=True)
def _short_waits() -> Iterator[None]:
    """Let the pilot look twice as often whether the app is idle; it waits for that at every key."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 100)
        patch.setattr("textual._wait.SLEEP_IDLE", 1 / 2000)
        yield


@pytest.fixture(scope="session")
def library() -> Library:
    """The library of this checkout, with the real guard."""
    return load_library()


@pytest.fixture(scope="session", autouse=True)
def _little_to_search(library: Library) -> None:
    """Search for garbage less often, and leave out what stays; each app makes a great many objects."""
    assert library.guard
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
