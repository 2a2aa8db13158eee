"""Lines from stdin or a file, as bytes that may or may not be text."""

from __future__ import annotations

import os

from coach.domain.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

MAX_LINE = 1_000_000
"""Bytes of one line that are read; an utterance is never that long, and memory is not endless."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class NotText(Exception):
    """Bytes that are no UTF-8, or a line that is too long; the message is Dutch and without the text."""


NOT_UTF8 = "Deze regel is geen UTF-8. Bewaar de tekst als UTF-8 en probeer het opnieuw."
TOO_LONG = "Deze regel is te lang om te lezen. Zet elke zin op een eigen regel."


def raw_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield each line without its newline as soon as it is there; None for a line that is too long."""
    first = True
    while line := stream.readline(MAX_LINE + 1):
        if first:
            line, first = line.removeprefix(_BYTE_ORDER_MARK), False
        if len(line) <= MAX_LINE or line.endswith(b"\n"):
            yield line.removesuffix(b"\n").removesuffix(b"\r")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE)
        yield None


def decoded(line: bytes | None) -> str:
    """Return the text of a line; raises NotText when it is none."""
    if line is None:
        raise NotText(TOO_LONG)
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        raise NotText(NOT_UTF8) from None


def argument_lines(argument: str) -> list[bytes | None]:
    """Return the lines of a text on the command line, as the bytes that were typed."""
    raw = os.fsencode(argument) if _has_escapes(argument) else argument.encode("utf-8", "surrogatepass")
    lines = raw.removesuffix(b"\n").split(b"\n")
    return [line.removesuffix(b"\r") if len(line) <= MAX_LINE else None for line in lines]


def _has_escapes(argument: str) -> bool:
    """Whether Python could not read some bytes in the terminal's encoding and kept them as they were."""
    return any("\udc80" <= character <= "\udcff" for character in argument)


def typed_line(stream: BinaryIO, encoding: str) -> str | None:
    """Return a line that someone typed, None at the end; what is no UTF-8 is read in `encoding`."""
    line = stream.readline(MAX_LINE)
    if not line:
        return None
    line = line.removesuffix(b"\n").removesuffix(b"\r")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(encoding, "replace")


def opened(name: str) -> BinaryIO:
    """Open a file that the user named; raises InputError with what is wrong with it."""
    try:
        return open(name, "rb")
    except FileNotFoundError:
        raise InputError(f"Het bestand {name} bestaat niet. Kijk de naam na.") from None
    except IsADirectoryError:
        raise InputError(f"{name} is een map. Geef een bestand.") from None
    except PermissionError:
        raise InputError(f"Je mag het bestand {name} niet lezen.") from None
    except (OSError, ValueError):
        raise InputError(f"Het bestand {name} is niet te lezen.") from None
