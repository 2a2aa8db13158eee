"""Writing a file that the user named, with one clear sentence when that fails."""

from __future__ import annotations

import errno
from pathlib import Path

from coach.domain.errors import InputError
from coach.domain.text import one_line
from coach.storage.atomic import FULL, NotAFileError, write_atomic

_READ_ONLY = {errno.EROFS}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.ELOOP}


def _reason(error: OSError, path: Path, name: str) -> str:
    if isinstance(error, NotAFileError | IsADirectoryError):
        return f"{name} is een map of een apparaat. Noem een bestand."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"De map van {name} bestaat niet. Maak die map eerst, of kies een andere plek."
    if isinstance(error, PermissionError):
        return f"Je mag {name} niet schrijven. Kies een andere plek of een andere naam."
    if error.errno in FULL:
        return f"{name} past niet meer op de schijf. Maak ruimte of kies een andere plek."
    if error.errno in _READ_ONLY:
        return f"{name} staat op een schijf waar je alleen van kunt lezen. Kies een andere plek."
    if error.errno in _BAD_NAME:
        return f"De naam {name} kan hier niet. Kies een kortere, eenvoudige naam."
    return f"{name} schrijven lukt niet. Kies een andere plek en probeer het opnieuw."


def shown_name(path: Path) -> str:
    """Return the name of a file as it may be shown: cleaned, and not longer than a line."""
    name = one_line(str(path))
    return name if len(name) <= 80 else f"...{name[-77:]}"  # noqa: PLR2004


def write_output(path: Path, data: bytes) -> None:
    """Write `data` to the file that the user named: whole or not at all, mode 0600 when it is new.

    Raises InputError with what stands in the way; then nothing has changed.
    """
    try:
        write_atomic(path, data)
    except OSError as error:
        raise InputError(_reason(error, path, shown_name(path))) from None
    except ValueError:  # a name with a NUL
        raise InputError("Deze bestandsnaam kan niet. Kies een andere naam.") from None
