"""scripts/test.py: one .venv with scripts/start.py, all checks run, and what they say comes through."""

from __future__ import annotations

import os
import re

import pytest

from tests.packaging.toy import Toy

pytestmark = pytest.mark.needs("posix")

TOOL = """
import sys
if __name__ == "__main__":
    print("{name} says", sys.argv[1:])
    sys.exit({code})
"""
LINTER = "def lint_imports_command():\n    return {code}\n"
CHECKS = ["ruff", "mypy", "importcontracten", "inhoud klaarzetten", "inhoud", "pytest"]


def tools(ruff: int = 0, linter: int = 0, pytest_code: int = 0) -> dict[str, str]:
    """Return stand-ins for the tools that the development requirements install."""
    return {
        "ruff.py": TOOL.format(name="ruff", code=ruff),
        "mypy.py": TOOL.format(name="mypy", code=0),
        "pytest.py": TOOL.format(name="pytest", code=pytest_code),
        "importlinter/cli.py": LINTER.format(code=linter),
    }


def verdicts(out: str) -> dict[str, str]:
    """Return check -> verdict from the lines that report one, each with its time."""
    return dict(re.findall(r"^(\w[\w ]+?) +(goed|FOUT) +\d+\.\d s$", out, re.MULTILINE))


def test_all_checks_run_each_with_its_line(toy: Toy) -> None:
    toy.uv(modules=tools())
    result = toy.run(script="test.py")
    assert result.returncode == 0, result.stdout + result.stderr
    assert verdicts(result.stdout) == dict.fromkeys(CHECKS, "goed")
    assert list(verdicts(result.stdout)) == CHECKS
    assert result.stdout.endswith("Alle controles zijn goed.\n")
    assert f"pytest says ['-n', '{(os.cpu_count() or 2) + 1}', '--dist', 'loadgroup']" in result.stdout
    assert "ruff says" not in result.stdout


def test_what_fails_is_shown_and_the_others_still_run(toy: Toy) -> None:
    toy.uv(modules=tools(ruff=3, linter=1))
    toy.write("content/item.yaml", "tekst: fout\n")
    result = toy.run(script="test.py")
    assert result.returncode == 1
    wrong = ["ruff", "importcontracten", "inhoud klaarzetten"]
    assert verdicts(result.stdout) == {name: "FOUT" if name in wrong else "goed" for name in CHECKS}
    assert "ruff says" in result.stdout
    assert "content/item.yaml, regel 1: fout" in result.stderr
    assert result.stdout.endswith(f"Niet goed: {', '.join(wrong)}.\n")


def test_failing_tests_fail_all(toy: Toy) -> None:
    toy.uv(modules=tools(pytest_code=1))
    result = toy.run(script="test.py")
    assert result.returncode == 1
    assert result.stdout.endswith("Niet goed: pytest.\n")


def test_arguments_go_to_pytest_alone(toy: Toy) -> None:
    toy.uv(modules=tools(pytest_code=5))
    result = toy.run("tests/x.py", "-k", "a b", script="test.py")
    assert result.returncode == 5
    assert result.stdout == "pytest says ['tests/x.py', '-k', 'a b']\n"


def test_long_is_no_choice_of_tests(toy: Toy) -> None:
    toy.uv(modules=tools())
    result = toy.run("--long", script="test.py")
    assert list(verdicts(result.stdout)) == CHECKS
    assert "'loadgroup', '--long']" in result.stdout
    assert toy.run("--long", "-x", script="test.py").stdout == "pytest says ['--long', '-x']\n"


def test_help_sets_nothing_up(toy: Toy) -> None:
    result = toy.run("--help", script="test.py")
    assert result.returncode == 0
    assert result.stdout.startswith("Alle controles: python3 scripts/test.py [--long]")
    assert not (toy.root / ".venv").exists()


def test_start_after_test_starts_at_once(toy: Toy) -> None:
    toy.uv(modules=tools())
    toy.run("-x", script="test.py")
    calls = toy.calls
    toy.uv(code=1)
    assert toy.run("nood").stderr == ""
    assert toy.calls == calls


def test_test_after_start_adds_to_what_is_there(toy: Toy) -> None:
    toy.run()
    kept = toy.root / ".venv" / "kept"
    kept.touch()
    toy.uv(modules=tools())
    assert toy.run("-x", script="test.py").returncode == 0
    assert kept.exists()
    assert toy.run("-x", script="test.py").stderr == ""


def test_start_is_not_held_up_by_tools_that_failed_to_install(toy: Toy) -> None:
    toy.run()
    toy.uv(code=2, says="No space left on device")
    assert toy.run(script="test.py").returncode == 69
    calls = toy.calls
    assert toy.run("nood").stderr == ""
    assert toy.calls == calls
    toy.uv(modules=tools())
    kept = toy.root / ".venv" / "kept"
    kept.touch()
    assert toy.run("-x", script="test.py").returncode == 0
    assert not kept.exists()  # half-installed tools are not built upon
