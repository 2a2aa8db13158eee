"""The house keeps its floors: contracts on what imports what, and light commands that stay light."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
HEAVY = ("textual", "rich", "typer", "click", "pydantic", "yaml")
CHECK = """
import json, sys
sys.argv = ["coach", "check", "Hoe gaat het?"]
{before}
from coach.cli.main import main
try:
    code = main()
except SystemExit as stop:
    code = stop.code
print("\\n" + json.dumps([code or 0, sorted(sys.modules)]))
"""


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the checkout in `folder`."""
    command = [sys.executable, "-c", LINT_IMPORTS, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("coach/domain/text.py", "import rich", "Only cli and tui know a user interface library"),
        ("coach/domain/text.py", "from coach.flows import judge", "Imports only go down"),
        ("coach/render/text.py", "from coach.library import load", "Imports only go down"),
        ("coach/flows/judge.py", "import typer", "Only cli and tui know a user interface library"),
        ("coach/flows/judge.py", "import yaml", "PyYAML and pydantic only where"),
        ("coach/library/load.py", "from pydantic import BaseModel", "PyYAML and pydantic only where"),
        (
            "coach/cli/intruder.py",
            "from coach.tui import app",
            "The command line reaches the app through one",
        ),
        ("coach/flows/judge.py", "import typst", "Only render knows the typesetter"),
        ("coach/flows/judge.py", "import sqlcipher3", "Only storage knows the encrypted store"),
        ("coach/newfloor/__init__.py", "", "Imports only go down"),
    ],
)
def test_a_broken_contract_fails(
    checkout: Path, tmp_path: Path, module: str, line: str, contract: str
) -> None:
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    skipped = shutil.ignore_patterns("__pycache__", "_content")
    shutil.copytree(checkout / "coach", tmp_path / "coach", ignore=skipped)
    intruder = tmp_path / module
    intruder.parent.mkdir(exist_ok=True)
    old = intruder.read_text("utf-8") if intruder.exists() else ""
    intruder.write_text(f"{old}\n{line}\n", "utf-8")
    result = lint_imports(tmp_path)
    broken = [row for row in result.stdout.splitlines() if "BROKEN" in row]
    assert result.returncode == 1, result.stdout + result.stderr
    assert any(row.startswith(contract) for row in broken), result.stdout


def test_the_contracts_of_the_checkout_are_kept(checkout: Path) -> None:
    result = lint_imports(checkout)
    assert result.returncode == 0, result.stdout + result.stderr


def loaded_by_check(before: str, folder: Path) -> tuple[int, set[str]]:
    """Return the exit code of `coach check` in a fresh process, and the packages it loaded."""
    result = subprocess.run(
        [sys.executable, "-c", CHECK.format(before=before)],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    code, modules = json.loads(result.stdout.splitlines()[-1])
    return code, {name.partition(".")[0] for name in modules}


def test_check_loads_no_heavy_package(checkout: Path) -> None:
    code, loaded = loaded_by_check("", checkout)
    assert code == 0
    assert "coach" in loaded
    assert loaded.isdisjoint(HEAVY), loaded.intersection(HEAVY)


@pytest.mark.parametrize("package", ["textual", "rich", "typer", "pydantic", "yaml"])
def test_a_heavy_package_would_be_seen(checkout: Path, package: str) -> None:
    assert package in loaded_by_check(f"import {package}", checkout)[1]
