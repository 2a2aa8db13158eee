"""The lock files hold what pyproject.toml asks for: exact, with hashes, without any address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^(?P<pin>[a-z0-9-]+==\S+(?: ; [^\\]+?)?) \\$", re.MULTILINE)


def pins(lock: Path) -> list[Requirement]:
    """Return every pin of a lock file."""
    return [Requirement(match["pin"]) for match in PIN.finditer(lock.read_text("utf-8"))]


@pytest.fixture(scope="module")
def project(checkout: Path) -> dict[str, Any]:
    """The project table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["project"]
    return table


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_is_a_pin_with_hashes(checkout: Path, name: str) -> None:
    text = (checkout / name).read_text("utf-8")
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(checkout / name)) > 10
    for entry in entries:
        assert re.search(r"^    --hash=sha256:[0-9a-f]{64}", entry, re.MULTILINE), entry.splitlines()[0]
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash=)", text, re.MULTILINE)


@pytest.mark.parametrize(("name", "extras"), [("requirements.lock", ()), ("requirements-dev.lock", ("dev",))])
def test_the_lock_holds_what_the_project_asks(
    checkout: Path, project: dict[str, Any], name: str, extras: tuple[str, ...]
) -> None:
    asked = list(project["dependencies"])
    for extra in extras:
        asked += project["optional-dependencies"][extra]
    locked = {canonicalize_name(pin.name): pin for pin in pins(checkout / name)}
    for line in asked:
        wanted = Requirement(line)
        (version,) = locked[canonicalize_name(wanted.name)].specifier
        assert wanted.specifier.contains(version.version), line


def test_both_locks_pin_the_same_versions(checkout: Path) -> None:
    """scripts/test.py adds its tools to the .venv that scripts/start.py made."""
    run, dev = ({(pin.name, str(pin.specifier)) for pin in pins(checkout / name)} for name in LOCKS)
    assert run <= dev


def test_the_run_time_lock_stays_small(checkout: Path) -> None:
    """Each part is one more that can break or be taken over."""
    assert len(pins(checkout / "requirements.lock")) <= 24
