"""Printing systems to test with: programs that stand in for those of CUPS, and a CUPS server of our own."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

QUEUE = "Proef"
_DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")


class StandIn:
    """A folder with `lp` or `lpr` and `lpstat` that do as told; it is all there is on PATH."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        folder.mkdir()
        patch.setenv("PATH", str(folder))

    def _program(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)

    def printer(self, *, default: str = QUEUE, device: str = "usb://Maker/Model", others: str = "") -> None:
        """Let there be printers, of which one may be the default."""
        says = f"system default destination: {default}" if default else "no system default destination"
        self._program(
            "lpstat",
            f'case "$1" in\n-d) echo "{says}";;\n-e) echo "{others or default}";;\n'
            f'-v) echo "device for $2: {device}";;\nesac',
        )

    def command(self, name: str = "lp", *, code: int = 0, says: str = "") -> None:
        """Let there be a command that prints: it keeps its options and what it is sent, or fails."""
        cat = shutil.which("cat", path=os.defpath)
        keep = f'echo "$0 $@" > "{self.folder}/options"; {cat} > "{self.folder}/sent"'
        self._program(name, f'{keep}\necho "{says}" >&2\nexit {code}')

    @property
    def sent(self) -> bytes:
        """What the command was sent, nothing when it did not run."""
        file = self.folder / "sent"
        return file.read_bytes() if file.exists() else b""

    @property
    def options(self) -> str:
        """How the command was called, without its folder."""
        return (self.folder / "options").read_text("utf-8").strip().rpartition("/")[2]


def cups_is_usable() -> bool:
    """Whether a CUPS server with a PDF queue can be started: its driver is there, and we may run it."""
    return _DRIVER.exists() and os.geteuid() == 0


_SERVER = """\
Listen {place}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """\
ServerRoot {place}
RequestRoot {place}/spool
CacheDir {place}/cache
StateDir {place}/state
TempDir {place}/spool
ErrorLog {place}/errors
AccessLog {place}/access
PageLog {place}/pages
"""


@contextmanager
def cups_server(place: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run a CUPS server of our own, with one queue that makes PDF files; that of the machine is left alone.

    `place` must be a short path, as it holds the socket.
    """
    for name in ("spool", "cache", "state"):
        (place / name).mkdir()
    # The queue names its files after their job: with a high number none of the user's own is overwritten.
    (place / "cache" / "job.cache").write_text(f"NextJobId {1_000_000 + os.getpid()}\n", "ascii")
    (place / "cupsd.conf").write_text(_SERVER.format(place=place), "utf-8")
    (place / "cups-files.conf").write_text(_FILES.format(place=place), "utf-8")
    patch.setenv("CUPS_SERVER", f"{place}/cups.sock")
    patch.setenv("PATH", os.pathsep.join((os.environ["PATH"], "/usr/sbin", "/sbin")))
    command = ["cupsd", "-f", "-c", str(place / "cupsd.conf"), "-s", str(place / "cups-files.conf")]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for((place / "cups.sock").exists)
        for options in (["-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", _DRIVER], ["-d", QUEUE]):
            subprocess.run(["lpadmin", *options], check=True, capture_output=True)
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(there: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.1)


def printed(before: set[Path]) -> Path:
    """Return the PDF that the queue made since `before` (see `printouts`), once it is whole."""
    _wait_for(lambda: printouts() - before)
    (made,) = printouts() - before
    _wait_for(lambda: made.read_bytes().rstrip().endswith(b"%%EOF"))
    return made


def printouts() -> set[Path]:
    """Every PDF that the queue has made for this user so far."""
    return set((Path("~").expanduser() / "PDF").glob("*.pdf"))
