"""Parts of the machine that some tests need, how to see that they are there, and what installs them."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """`is_there` looks for the part; `install` says, in Dutch, how to get it."""

    is_there: Callable[[], bool]
    install: str


def _any_command(*names: str) -> Callable[[], bool]:
    return lambda: any(map(shutil.which, names))


def _all_commands(*names: str) -> Callable[[], bool]:
    # The daemons live in sbin, which is not on every user's PATH.
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))
    return lambda: all(shutil.which(name, path=path) for name in names)


def _module(name: str) -> Callable[[], bool]:
    return lambda: importlib.util.find_spec(name) is not None


def _own_mounts() -> bool:
    """Whether a process here may mount a small disk that only it sees."""
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return (
        bool(shutil.which("unshare"))
        and not subprocess.run(command, capture_output=True, check=False).returncode
    )


PARTS = {
    "chromium": Part(
        _any_command("chromium", "chromium-browser", "google-chrome"), "sudo apt install chromium"
    ),
    "cups": Part(
        _all_commands("lp", "lpadmin", "cupsd"), "sudo apt install cups cups-client printer-driver-cups-pdf"
    ),
    "git": Part(_any_command("git"), "sudo apt install git"),
    "npm": Part(_all_commands("node", "npm"), "sudo apt install nodejs npm"),
    "pdftotext": Part(_any_command("pdftotext"), "sudo apt install poppler-utils"),
    "pipx": Part(_module("pipx"), "python3 scripts/test.py"),
    "posix": Part(lambda: os.name == "posix", "draai de tests op Linux of macOS"),
    "pty": Part(_module("pty"), "draai de tests op Linux of macOS"),
    "tmpfs": Part(_own_mounts, "sta user namespaces toe, of draai de tests als root op Linux"),
    "tmux": Part(_any_command("tmux"), "sudo apt install tmux"),
    "uv": Part(_any_command("uv"), "pip install uv"),
}


def missing(name: str) -> str | None:
    """Return None when part `name` is here, else why the test is skipped and what installs the part.

    Raises KeyError for a part that is not in `PARTS`, so that a misspelt name cannot skip a test.
    """
    part = PARTS[name]
    return None if part.is_there() else f"{name} is hier niet; zo komt het er: {part.install}"
