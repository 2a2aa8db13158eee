"""One guard of the content as it stands, for all tests here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coach.domain.guard import Guard
from coach.domain.guard.build import build_artefact

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "scripts"))


@pytest.fixture(scope="session")
def files() -> dict[str, object]:
    """Parsed files of content/guard."""
    from guard_content import artefact_files

    return artefact_files()


@pytest.fixture(scope="session")
def artefact(files: dict[str, object]) -> dict[str, object]:
    """The compiled content."""
    return build_artefact(files)


@pytest.fixture(scope="session")
def guard(artefact: dict[str, object]) -> Guard:
    """The guard itself."""
    return Guard(artefact)
