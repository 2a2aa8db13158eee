"""`coach` as a process: locales, bytes that are no text, broken pipes, signals, imports and traces."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.world import ROOT, process

ASK = "Heb je een burn-out?"
LOCALES: tuple[dict[str, str], ...] = (
    {},
    {"LANG": "C"},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"LANG": "C.UTF-8"},
    {"LANG": "nl_NL.UTF-8"},
    {"LC_ALL": "nl_NL.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
)


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_any_locale_without_a_home(locale: dict[str, str]) -> None:
    done = process(["check", "--json", "Hoe gaat het, André? ☐"], env=locale)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("latin-1" if "PYTHONIOENCODING" in locale else "utf-8"))
    for argv in (
        ["nood"],
        ["--help"],
        ["sheet", "--empty"],
        ["doctor"],
        ["check", "Heb je een burn-out, André?"],
    ):
        done = process(argv, env=locale)
        assert done.returncode in (0, 1)
        assert b"vastgelopen" not in done.stderr


def test_an_argument_that_is_no_utf8() -> None:
    done = process(["check", b"caf\xe9", "--json"], env={"LANG": "C.UTF-8"})
    assert done.returncode == 3
    assert list(json.loads(done.stdout)) == ["error"]
    done = process(
        ["check", "café is dicht".encode()],
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert done.returncode == 0


@pytest.mark.parametrize("command", ["rule", "sheet", "prep", "\xff"])
def test_bytes_that_are_no_text_anywhere(command: str) -> None:
    done = process([command, b"\xff\xfe\x1b[31m", b"--\xe9"], env={"LANG": "C.UTF-8"})
    assert done.returncode in (2, 3)
    assert b"vastgelopen" not in done.stderr
    assert b"\x1b" not in done.stderr


@pytest.mark.parametrize("argv", [["check", "--json", "-"], ["check", "-"]])
def test_a_reader_that_stops_early(argv: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "coach", *argv],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as running:
        assert running.stdin and running.stdout and running.stderr
        running.stdin.write(b"Hoe gaat het?\n")
        running.stdin.flush()
        assert running.stdout.readline()
        running.stdout.close()
        try:
            running.stdin.write(b"Hoe gaat het?\n" * 5_000)
            running.stdin.close()
        except BrokenPipeError:
            pass
        assert running.stderr.read() == b""
        assert running.wait(timeout=30) == 0


@pytest.mark.parametrize(
    "argv", [["nood"], ["--help"], ["rule"], ["sheet", "--empty"], ["--version"]], ids=" ".join
)
def test_a_reader_that_never_reads(argv: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "coach", *argv],
            stdout=write,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="alleen waar /dev/full bestaat (Linux)")
@pytest.mark.parametrize(
    "argv", [["nood"], ["check", "--json", "Hoe gaat het?"], ["sheet", "--empty"]], ids=" ".join
)
def test_a_full_disk(argv: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "coach", *argv], stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False
        )
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_at_the_start(closed: str) -> None:
    for argv, codes in (
        ("check 'Hoe gaat het?'", {0}),
        ("check -", {0}),
        ("nood", {0}),
        ("check", {2}),
        ("", {6}),
    ):
        done = subprocess.run(
            ["sh", "-c", f"exec {sys.executable} -m coach {argv} {closed}"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=ROOT,
            check=False,
            timeout=60,
        )
        assert done.returncode in codes, (argv, closed, done)
        assert b"Traceback" not in done.stderr
        assert b"vastgelopen" not in done.stderr


@pytest.mark.parametrize("argv", [["check", "-"], ["prep", "--plain"]], ids=" ".join)
def test_ctrl_c_ends_with_130_and_no_trace(argv: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "coach", *argv],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as running:
        assert running.stdin and running.stdout and running.stderr
        if argv[0] == "check":
            running.stdin.write(b"Hoe gaat het?\n")
            running.stdin.flush()
        # It has begun once something is said.
        assert running.stdout.readline()
        time.sleep(0.3)
        running.send_signal(signal.SIGINT)
        running.wait(timeout=20)
        assert running.returncode == 130
        assert b"Traceback" not in running.stderr.read()


def test_switches_of_libraries_and_interpreter_do_nothing(tmp_path: Path) -> None:
    done = process(
        ["check", ASK],
        env={
            "TEXTUAL": "devtools",
            "TEXTUAL_DEBUG": "1",
            "TEXTUAL_LOG": str(tmp_path / "log"),
            "PYTHONINSPECT": "1",
            "PYTHONFAULTHANDLER": "1",
            "_COACH_COMPLETE": "bash_source",
            "COACH_COMPLETE": "bash_source",
        },
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert list(tmp_path.iterdir()) == []


def test_new_files_are_private_and_no_core_is_left() -> None:
    code = (
        "import os, resource, sys\n"
        "from coach.cli.hardening import harden\n"
        "harden()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "(0, 0) 0o77\n"


def test_a_crash_outside_a_command_tells_nothing() -> None:
    code = "from coach.cli.hardening import harden\nharden()\ngeheim = 'GEHEIM'\nraise ValueError('GEHEIM')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "GEHEIM" not in done.stderr
    assert "ValueError" in done.stderr


def test_the_module_and_the_command_are_one() -> None:
    done = process(["--version"])
    assert done.returncode == 0
    assert done.stdout.startswith(b"coach ")
