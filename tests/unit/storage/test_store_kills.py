from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).with_name("kill_writers.py")


def kill(folder: Path, kills: int, *mode: str) -> dict[str, Any]:
    """Kill writers and return what was seen."""
    command = [sys.executable, str(SCRIPT), str(folder), str(kills), "20261122", *mode]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


@pytest.mark.needs("posix")
def test_nothing_that_was_saved_is_lost_or_torn(quick_folder: Path, is_long: bool) -> None:
    kills = 1_000 if is_long else 100
    found = kill(quick_folder / "gewoon", kills)
    assert (found["kills"], found["wrong"]) == (kills, [])
    assert found["acts"] > kills


@pytest.mark.needs("posix")
def test_without_a_journal_it_would_be(quick_folder: Path) -> None:
    assert kill(quick_folder / "zonder", 60, "OFF")["wrong"]
