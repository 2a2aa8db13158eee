"""The environment cannot make the app write down what is typed (reliability, T13)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def test_textuals_debug_switches_are_gone_before_textual_reads_them(tmp_path: Path, checkout: Path) -> None:
    code = "import coach.tui, textual.constants as c, os; print(c.DEBUG, c.LOG_FILE, c.DRIVER)"
    switches = {
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_LOG": str(tmp_path / "x.log"),
        "TEXTUAL": "devtools",
        "TEXTUAL_DRIVER": "x:y",
    }
    said = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **switches},
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.split() == ["False", "None", "None"]
    bare = code.replace("coach.tui, ", "")
    said = subprocess.run(
        [sys.executable, "-c", bare],
        env={**os.environ, **switches},
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.split()[0] == "True", "the switches do something when nothing takes them away"
