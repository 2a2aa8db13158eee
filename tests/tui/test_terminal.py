"""The app ends well on a real terminal: signals, a closed window, a pause (reliability, T4, M14)."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.needs("pty")
if sys.platform != "win32":
    from tests.tui.terminal import READY, START, Terminal

SOON = 2.0
"""Seconds within which the process is gone; promised in design, section 4."""

UNGUARDED = START.replace("import sys\n", "import sys\nfrom coach.tui import hardening\n").replace(
    "sys.exit(",
    "import contextlib\nhardening.Lifeline.guarding = lambda self: contextlib.nullcontext()\nsys.exit(",
)
"""The app without its lifeline."""

STUCK = START.replace(
    "sys.exit(",
    "import time\nfrom coach.tui.app import CoachApp\n"
    "CoachApp.action_emergency = lambda self: (print('x'), time.sleep(60))\nsys.exit(",
)
"""The app with an action that hangs."""

NO_HUP = START.replace(
    "sys.exit(",
    "import signal\nfrom coach.tui import hardening\n"
    "hardening._SIGNALS = ()\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\nsys.exit(",
)
"""The app deaf to signals: only the watch on its parent is left."""

SILENT = "\nimport signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)" + START


def _started(terminal: Terminal) -> Terminal:
    terminal.wait_for(READY)
    time.sleep(0.3)  # the driver asks the terminal a few things after the first paint
    return terminal


def test_it_starts_and_stops_by_key() -> None:
    with Terminal() as terminal:
        _started(terminal)
        assert terminal.on_other_screen
        terminal.send(b"\x11")  # ctrl+q
        assert terminal.ended_within(SOON * 2)
        assert terminal.process.returncode == 0
        assert terminal.restored


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"])
def test_a_signal_ends_it_and_restores_the_terminal(name: str) -> None:
    with Terminal() as terminal:
        _started(terminal)
        terminal.signal(signal.Signals[name])
        assert terminal.ended_within(SOON)
        assert terminal.process.returncode == 130
        assert terminal.restored


def test_a_signal_ends_it_while_something_hangs() -> None:
    with Terminal(STUCK) as terminal:
        _started(terminal)
        terminal.send(b"\x1b[20~")  # F9
        time.sleep(0.3)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended_within(SOON)
        assert terminal.process.returncode == 130
        assert terminal.restored


@pytest.mark.parametrize("code", [START, SILENT], ids=["gewoon", "HUP genegeerd"])
def test_a_closed_terminal_ends_it(code: str) -> None:
    with Terminal(code) as terminal:
        _started(terminal)
        terminal.hang_up()
        assert terminal.ended_within(SOON)


def test_a_parent_that_dies_ends_it(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    parent = (
        "import subprocess, sys, pathlib, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', {NO_HUP!r}])\n"
        f"pathlib.Path({str(note)!r}).write_text(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    with Terminal(parent) as terminal:
        _started(terminal)
        child = int(note.read_text())
        os.kill(terminal.process.pid, signal.SIGKILL)
        end = time.monotonic() + SOON
        while _lives(child) and time.monotonic() < end:
            time.sleep(0.05)
        assert not _lives(child)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] == "Z")


def test_stopped_and_continued_it_is_there_again() -> None:
    with Terminal() as terminal:
        _started(terminal)
        terminal.send(b"\x1a")  # ctrl+z
        _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        terminal.wait_until(lambda: terminal.restored, "the terminal was not given back", 5)
        painted = len(terminal.output)
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(READY, since=painted)
        assert terminal.on_other_screen
        terminal.send(b"\x11")
        assert terminal.ended_within(SOON * 2)
        assert terminal.restored


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_without_the_lifeline_the_terminal_is_left_broken(name: str) -> None:
    with Terminal(UNGUARDED) as terminal:
        _started(terminal)
        terminal.signal(signal.Signals[name])
        terminal.ended_within(SOON)
        assert not terminal.restored


def test_without_the_lifeline_a_closed_terminal_leaves_it_spinning() -> None:
    code = SILENT.replace(
        "sys.exit(", "import contextlib\nfrom coach.tui import hardening\n"
        "hardening.Lifeline.guarding = lambda self: contextlib.nullcontext()\nsys.exit(",
    )  # fmt: skip
    with Terminal(code) as terminal:
        _started(terminal)
        terminal.hang_up()
        assert not terminal.ended_within(SOON)


def test_a_crash_leaves_words_a_status_and_a_whole_terminal() -> None:
    code = START.replace(
        "sys.exit(",
        "from coach.tui.app import CoachApp\n"
        "def bad(self):\n    zin = 'Sentinel-Jansen'\n    raise ValueError(zin)\n"
        "CoachApp.action_emergency = bad\nsys.exit(",
    )
    with Terminal(code) as terminal:
        _started(terminal)
        terminal.send(b"\x1b[20~")
        assert terminal.ended_within(SOON * 2)
        assert terminal.process.returncode == 70
        assert terminal.restored
        assert b"ValueError in" in terminal.output
        assert b"Sentinel-Jansen" not in terminal.output


def test_a_crash_in_a_thread_ends_it_too() -> None:
    code = START.replace(
        "sys.exit(",
        "import threading\nfrom coach.tui.app import CoachApp\n"
        "def bad():\n    zin = 'Sentinel-Jansen'\n    raise ValueError(zin)\n"
        "CoachApp.action_emergency = lambda self: threading.Thread(target=bad).start()\nsys.exit(",
    )
    with Terminal(code) as terminal:
        _started(terminal)
        terminal.send(b"\x1b[20~")
        assert terminal.ended_within(SOON * 2)
        assert terminal.process.returncode == 70
        assert terminal.restored
        assert b"Sentinel-Jansen" not in terminal.output
