"""The toy checkout that the tests of the set-up share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packaging.toy import Toy


@pytest.fixture
def toy(tmp_path: Path) -> Toy:
    """A toy checkout with a uv that succeeds."""
    made = Toy(tmp_path)
    made.uv()
    return made
