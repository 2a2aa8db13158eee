"""What a command does not import, seen in a fresh process: what has to be quick stays light."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.world import ROOT

HEAVY = ("textual", "rich", "typer", "click", "pydantic", "yaml", "dataclasses", "argparse", "typst")
ASK = "Heb je een burn-out?"


def _imported(*argv: str) -> set[str]:
    """The modules in memory when a command is done."""
    code = (
        "import sys, coach.cli.main as m\n"
        "try:\n m.main(sys.argv[1:])\n"
        "except SystemExit:\n pass\n"
        "sys.stderr.write('\\n'.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *argv],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split("\n"))


@pytest.mark.parametrize("argv", [["check", ASK], ["check", "--json", ASK], ["--version"]], ids=" ".join)
def test_the_light_paths_import_nothing_heavy(argv: list[str]) -> None:
    assert not _imported(*argv) & set(HEAVY)


def test_the_card_needs_no_parser_and_no_screen() -> None:
    assert not _imported("nood") & {"textual", "rich", "typer", "click", "pydantic", "yaml"}


def test_the_other_commands_do_without_the_screen() -> None:
    for argv in (["--help"], ["sheet", "--empty", "--big"], ["rule"], ["prep", "--plain"]):
        assert not _imported(*argv) & {"textual", "rich", "pydantic", "yaml"}, argv


def test_a_sheet_waits_for_no_parser(tmp_path: Path) -> None:
    imported = _imported("sheet", "--empty", "-o", str(tmp_path / "blad.pdf"))
    assert "typst" in imported
    assert not imported & {"typer", "click", "textual", "rich", "pydantic", "yaml"}


def test_the_search_for_imports_finds_them() -> None:
    assert "typer" in _imported("--help")
