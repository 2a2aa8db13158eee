"""The sample content and what it compiles to, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach.library.compile import compile_content
from tests.content.sample import write_sample


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("sample") / "content", guard=True)


@pytest.fixture(scope="session")
def compiled(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("compiled") / "nieuw" / "_content"
    compile_content(source, target)
    return target


@pytest.fixture
def own_source(source: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(source, tmp_path / "eigen"))
