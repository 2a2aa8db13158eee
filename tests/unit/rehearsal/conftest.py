"""The library of this checkout, and its guard with every judgement remembered."""

from __future__ import annotations

import pytest

from coach.domain.guard import Guard
from coach.library.load import Library, load_library
from tests.unit.rehearsal.policies import Remembering


@pytest.fixture(scope="session")
def library() -> Library:
    """The library, with all voices and scenarios."""
    return load_library()


@pytest.fixture(scope="session")
def guard(library: Library) -> Guard:
    """The guard."""
    return Remembering(library.guard)
