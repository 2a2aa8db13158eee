"""Commands beside a store of the tests: in a home folder, with its passphrase typed or in a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.world import Result, call, world
from tests.unit.storage.stores import CHEAP, PASSPHRASE


def run(
    home: Path, *argv: str, stdin: str = "", secrets: tuple[str, ...] | None = None, **more: str
) -> Result:
    """Run a command, on a terminal where passphrases are typed, else without."""
    terminal = secrets is not None
    into = world(stdin, terminal=terminal, secrets=secrets or ())
    return call(*argv, into=replace(into, variables={"COACH_HOME": str(home), **more}))


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another passphrase cost nothing; that of the tests never does."""
    monkeypatch.setattr("coach.flows.keeper.Keeper.__init__.__kwdefaults__", {"why_not": "", "cost": CHEAP})


@pytest.fixture
def file(tmp_path: Path) -> str:
    """The name of a file with the passphrase."""
    path = tmp_path / "wachtwoord.txt"
    path.write_text(PASSPHRASE + "\r\nniet dit\n", "utf-8")
    return str(path)
