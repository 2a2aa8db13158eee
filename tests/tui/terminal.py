"""A real terminal for a test: a pseudo-terminal with the app on it, as a process of its own."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READY = "Niets verlaat deze computer"
START = """
import sys
from coach.library.load import load_library
from coach.tui.app import run_app
from coach.tui.session import Session
sys.exit(run_app(load_library(), Session()))
"""
PASTE = b"\x1b[200~%s\x1b[201~"
_ALTERNATE_ON, _ALTERNATE_OFF = b"\x1b[?1049h", b"\x1b[?1049l"


class Terminal:
    """Runs Python `code` on a pseudo-terminal of 80 by 24; the process leads its own session, as in a window.

    `prepare` runs in the new process before Python starts.
    """

    def __init__(
        self,
        code: str = START,
        *,
        prepare: Callable[[], object] | None = None,
        width: int = 80,
        height: int = 24,
    ) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.output = b""

        def in_child() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            if prepare is not None:
                prepare()

        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=self.slave, stdout=self.slave, stderr=self.slave,
            start_new_session=True, preexec_fn=in_child, cwd=ROOT,  # noqa: PLW1509
            env={**os.environ, "TERM": "xterm-256color", "LINES": "", "COLUMNS": ""},
        )  # fmt: skip
        self._open = True
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *error: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(10)
        self._open = False
        self._reader.join(5)
        for descriptor in (self.master, self.slave):
            with contextlib.suppress(OSError):
                os.close(descriptor)

    def _read(self) -> None:
        while self._open:
            try:
                if select.select([self.master], [], [], 0.05)[0]:
                    self.output += os.read(self.master, 65536)
            except (OSError, ValueError):
                return

    def wait_for(self, text: str | bytes, timeout: float = 30, since: int = 0) -> None:
        """Wait until `text` was written after the first `since` bytes; fails after `timeout` seconds."""
        wanted = text.encode() if isinstance(text, str) else text
        self.wait_until(lambda: wanted in self.output[since:], f"{text!r} did not come", timeout)

    def wait_until(self, happened: Callable[[], bool], otherwise: str, timeout: float = 30) -> None:
        """Wait until something happened; fails with `otherwise` after `timeout` seconds."""
        end = time.monotonic() + timeout
        while not happened():
            assert time.monotonic() < end, f"{otherwise}; last output: {self.output[-400:]!r}"
            time.sleep(0.02)

    def send(self, data: bytes) -> None:
        """Send what a terminal sends for keys; waits for the app to read, as a terminal does."""
        while data:
            data = data[os.write(self.master, data[:512]) :]

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process."""
        os.kill(self.process.pid, number)

    def ended_within(self, seconds: float) -> bool:
        """Whether the process ends within so many seconds."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        time.sleep(0.15)  # what it wrote last is still on its way through the terminal
        return True

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed or the connection drops."""
        self._open = False
        self._reader.join(5)
        os.close(self.master)
        os.close(self.slave)

    @property
    def on_other_screen(self) -> bool:
        """Whether the terminal shows the other screen, on which full-screen programs paint."""
        return self.output.rfind(_ALTERNATE_ON) > self.output.rfind(_ALTERNATE_OFF)

    @property
    def restored(self) -> bool:
        """Whether the terminal is as it was: own screen, cursor on, echo and lines on, no reports."""
        now = termios.tcgetattr(self.slave)
        cursor = self.output.rfind(b"\x1b[?25h") > self.output.rfind(b"\x1b[?25l")
        mouse = self.output.rfind(b"\x1b[?1003l") > self.output.rfind(b"\x1b[?1003h")
        return not self.on_other_screen and cursor and mouse and now[:4] == self.before[:4]
