"""Typing lines into `coach prep --plain`."""

from __future__ import annotations

from pathlib import Path

from coach.domain.preparation import Preparation
from coach.flows.prepare import STEPS
from coach.storage.preparation_file import read_preparation
from tests.cli.world import Result, call, world

SKIP = "s"


def prepare(*lines: str, argv: tuple[str, ...] = (), terminal: bool = False) -> Result:
    """Type these lines into `coach prep --plain`, and nothing more."""
    typed = "".join(f"{line}\n" for line in lines)
    return call("prep", "--plain", *argv, into=world(typed, terminal=terminal))


def exported(tmp_path: Path, *lines: str) -> Preparation:
    """What is in the file after typing these lines."""
    path = tmp_path / "gesprek.json"
    result = prepare(*lines, argv=("--export", str(path)))
    assert result.code in (0, 1), result.err
    return read_preparation(path)


def at(step_id: str, *lines: str) -> tuple[str, ...]:
    """Lines that are typed at a step: the steps before it are skipped, those after it are not reached."""
    ids = [step.id for step in STEPS]
    return (*[SKIP] * ids.index(step_id), *lines, "k")
