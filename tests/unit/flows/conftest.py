from __future__ import annotations

import pytest

from coach.library.load import Library, load_library


@pytest.fixture(scope="session")
def library() -> Library:
    """The library of this checkout, with all of its content."""
    return load_library()
