"""Fixtures for the tests of the app."""

from __future__ import annotations

import pytest

from coach.library.load import Library, load_library


@pytest.fixture(scope="session")
def library() -> Library:
    """The library of this checkout, with the real guard."""
    return load_library()
