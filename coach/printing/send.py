"""Sending a PDF to a printer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from coach.domain.text import one_line
from coach.printing.printer import WINDOWS, Printer, print_command

JOB = "Blad"
"""How the job is called in the queue, where others may read it."""
PATIENCE = 20
"""Seconds that the printing system may take to accept a sheet."""
MAX_SAID = 200


class Outcome(StrEnum):
    """What became of it: the printer has it, or a program has it open from which it can be printed."""

    SENT = "sent"
    OPENED = "opened"


class NotPrinted(Exception):  # noqa: N818
    """The printer did not take it; the message is what the printing system said, "" when it said nothing."""


def needs_a_file() -> bool:
    """Return whether the PDF must stand in a file before it can be printed."""
    return sys.platform == WINDOWS


def send_pdf(data: bytes, printer: Printer) -> Outcome:
    """Send the bytes of a PDF to `printer` by lp or lpr, without a file; raises NotPrinted."""
    command = print_command()
    if command is None:
        raise NotPrinted
    options = ["-t", JOB, "-o", "media=A4"] if command == "lp" else ["-J", JOB]
    if printer.name:
        options += ["-d" if command == "lp" else "-P", printer.name]
    try:
        done = subprocess.run(
            [command, *options], input=data, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError):
        raise NotPrinted from None
    if done.returncode:
        raise NotPrinted(one_line(done.stderr.decode("utf-8", "replace"))[:MAX_SAID])
    return Outcome.SENT


def send_file(path: Path) -> Outcome:
    """Have Windows print a PDF; where the program for PDF files cannot, open it there. Raises NotPrinted.

    Edge, the program for PDF files of a new Windows, cannot print without being opened.
    """
    start: Callable[..., Any] = getattr(os, "startfile")  # noqa: B009  (Windows alone has it)
    try:
        start(str(path), "print")
    except OSError:
        try:
            start(str(path))
        except OSError:
            raise NotPrinted from None
        return Outcome.OPENED
    return Outcome.SENT
