"""Which printer a sheet would come out of, and whether others may see it there."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

WINDOWS = "win32"
PATIENCE = 10
"""Seconds that the printing system may take to say which printers there are."""

_NEAR = ("usb", "parallel", "serial", "hp", "hal", "direct", "centronics", "scsi")
"""Schemes of a printer that hangs on this computer, as CUPS writes them before its address."""
_FILE = ("cups-pdf", "file")
_NO_DEFAULT = "no system default destination"


class Reach(StrEnum):
    """Who can be at the printer: only who is near, others too, nobody (it writes a file), or not known."""

    NEAR = "near"
    SHARED = "shared"
    FILE = "file"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer; `name` is "" where the printing system keeps to itself which one it is."""

    name: str
    reach: Reach


def print_command() -> str | None:
    """Return the command that prints, `lp` or else `lpr`; None where there is neither."""
    return next((name for name in ("lp", "lpr") if shutil.which(name)), None)


def _said(*command: str) -> str:
    """What a command of the printing system says, in English; "" when it fails or takes too long."""
    try:
        done = subprocess.run(
            command,
            env={**os.environ, "LC_ALL": "C", "LANGUAGE": ""},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _reach(name: str) -> Reach:
    """How far the printer `name` is, by the address of its device."""
    device = unquote(_said("lpstat", "-v", name).partition(f"device for {name}: ")[2].lower())
    scheme, _, address = device.partition(":")
    if scheme in _FILE or device.startswith("/"):
        return Reach.FILE
    if not address:
        return Reach.UNKNOWN
    # What hangs on this computer may be spoken to as if it were far: over a name in the network of its own.
    here = address.startswith("//localhost") or "(usb)" in address
    near = scheme in _NEAR and not address.startswith("/net/")
    return Reach.NEAR if near or here else Reach.SHARED


def _of_cups() -> Printer | None:
    if print_command() is None:
        return None
    if shutil.which("lpstat") is None:
        return Printer("", Reach.UNKNOWN)
    answer = _said("lpstat", "-d")
    name = "" if _NO_DEFAULT in answer else answer.rpartition(": ")[2]
    if not name:
        # Without a default one, the only one is meant.
        names = _said("lpstat", "-e").split("\n")
        name = names[0] if len(names) == 1 else ""
    return Printer(name, _reach(name)) if name else None


def _of_windows() -> Printer | None:
    """The default printer as Windows keeps it: "name,driver,port"."""
    winreg = importlib.import_module("winreg")
    place = r"Software\Microsoft\Windows NT\CurrentVersion\Windows"
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as key:
            value = str(winreg.QueryValueEx(key, "Device")[0])
    except OSError:
        return None
    name, _, rest = value.partition(",")
    if not name:
        return None
    port = rest.rpartition(",")[2].upper()
    if name.startswith("\\\\") or port.startswith(("IP_", "WSD", "\\\\")):
        return Printer(name, Reach.SHARED)
    if port.startswith(("PORTPROMPT", "FILE", "NUL")):
        return Printer(name, Reach.FILE)
    return Printer(name, Reach.NEAR if port.startswith(("USB", "LPT", "DOT4")) else Reach.UNKNOWN)


def default_printer() -> Printer | None:
    """Return the printer that is used when none is named, None where there is none.

    Asks CUPS (Linux, macOS) or Windows; may take `PATIENCE` seconds for each of three questions.
    """
    return _of_windows() if sys.platform == WINDOWS else _of_cups()
