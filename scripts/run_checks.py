"""The checks of scripts/test.py, one after the other, so that each has the cores for itself."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from launch import call, ensure_content
from setup_failures import SetupError
from setup_venv import ROOT, Kit, child_env, ensure

HELP = """\
Alle controles: python3 scripts/test.py [--long] [PYTEST-ARGUMENTEN...]

Zonder argumenten: ruff, mypy, de importcontracten, de inhoud en alle tests. Elke controle geeft één regel
met hoe het ging en hoe lang het duurde. Alles draait, ook als er iets fout is; dan is de exitcode 1.

Met argumenten draait alleen pytest, met precies die argumenten:
    python3 scripts/test.py tests/cli -k nood -x

--long        ook de stormen: veel willekeurige tekst, afgebroken processen, wilde toetsen
-h, --help    deze tekst
"""
LONG = "--long"
WORKERS = str((os.cpu_count() or 2) + 1)
_LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"


def main(args: Sequence[str]) -> int:
    """Run all checks, or with arguments besides --long pytest alone; returns the exit code."""
    if set(args) & {"-h", "--help"}:
        print(HELP, end="")
        return 0
    python = str(ensure(Kit.DEV))
    long = [LONG] if LONG in args else []
    chosen = [arg for arg in args if arg != LONG]
    if chosen:
        ensure_content(Path(python))
        return call([python, "-P", "-m", "pytest", *long, *chosen], cwd=ROOT)
    run = [python, "-P", "-m"]
    checks: list[tuple[str, Callable[[], bool]]] = [
        ("ruff", lambda: _quiet([*run, "ruff", "check", "--quiet", "."])),
        ("mypy", lambda: _quiet([*run, "mypy", "--no-error-summary"])),
        ("importcontracten", lambda: _quiet([python, "-c", _LINT_IMPORTS, "--no-logo"])),
        ("inhoud klaarzetten", lambda: _compiles(Path(python))),
        ("inhoud", lambda: _quiet([*run, "coach", "content", "check"])),
        # Last and straight to the terminal: what it skips and its closing line stand where the eye ends.
        # One worker more than cores: tests on a terminal mostly wait.
        # loadgroup: tests that share something dear (the built wheel) name a group and stay on one worker.
        ("pytest", lambda: not call([*run, "pytest", "-n", WORKERS, "--dist", "loadgroup", *long], cwd=ROOT)),
    ]
    failed = [name for name, check in checks if not _timed(name, check)]
    print(f"Niet goed: {', '.join(failed)}." if failed else "Alle controles zijn goed.", flush=True)
    return 1 if failed else 0


def _timed(name: str, check: Callable[[], bool]) -> bool:
    started = time.monotonic()
    good = check()
    print(f"{name:<20}{'goed' if good else 'FOUT'} {time.monotonic() - started:7.1f} s", flush=True)
    return good


def _quiet(command: Sequence[str]) -> bool:
    """Run `command`; show what it said only when it failed."""
    result = subprocess.run(
        command,
        cwd=ROOT,
        env=child_env(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if result.returncode:
        print(result.stdout.rstrip(), flush=True)
    return result.returncode == 0


def _compiles(python: Path) -> bool:
    try:
        ensure_content(python)
    except SetupError as error:
        if str(error):
            print(error, file=sys.stderr, flush=True)
        return False
    return True
