"""The file of a preparation: its form (see `preparation_form`) as JSON, to be carried over and kept.

The file is at most 1 MB.
"""

from __future__ import annotations

import json
from pathlib import Path

from coach.domain.errors import InputError
from coach.domain.preparation import Preparation
from coach.storage.output import shown_name, write_output
from coach.storage.preparation_form import WrongFormError, as_data, from_data, unique_pairs

MAX_BYTES = 1_000_000


def _read(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(f"{name} bestaat niet. Kijk of de naam klopt.") from None
    except (IsADirectoryError, NotADirectoryError):
        raise InputError(f"{name} is een map. Noem het bestand zelf.") from None
    except (OSError, ValueError):
        if path.is_dir():  # Windows says "permission denied" of a folder
            raise InputError(f"{name} is een map. Noem het bestand zelf.") from None
        raise InputError(f"{name} lezen lukt niet. Kijk of je het bestand mag openen.") from None
    if len(data) > MAX_BYTES:
        raise InputError(f"{name} is groter dan 1 MB. Dat is geen voorbereiding van coach.")
    return data


def read_preparation(path: Path) -> Preparation:
    """Return the preparation in a file.

    Raises InputError, naming the file and the key but never a value, when there is no such file, when it is
    larger than 1 MB, no UTF-8, no JSON, or not of the form of any version.
    """
    name = shown_name(path)
    try:
        text = _read(path, name).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{name} is geen UTF-8. Sla het bestand op als UTF-8.") from None
    try:
        return from_data(json.loads(text, object_pairs_hook=unique_pairs))
    except (ValueError, RecursionError):
        raise InputError(f"{name} is geen JSON. Maak het opnieuw met coach prep --export.") from None
    except WrongFormError as error:
        raise InputError(f"{name} klopt niet: {error}.") from None


def as_json(preparation: Preparation) -> str:
    """Return the file form of a preparation, with its line feed at the end."""
    return json.dumps(as_data(preparation), ensure_ascii=False, indent=2) + "\n"


def write_preparation(path: Path, preparation: Preparation) -> None:
    """Write a preparation to the file that the user named; what is read back is equal to it.

    Raises InputError when it cannot be written, or when it would be too large to be read again.
    """
    text = as_json(preparation)
    data = text.encode("utf-8")
    try:
        from_data(json.loads(text))
    except WrongFormError as error:
        raise InputError(f"Deze voorbereiding kan niet in een bestand: {error}.") from None
    if len(data) > MAX_BYTES:
        raise InputError("Deze voorbereiding is te groot voor een bestand. Maak de teksten korter.")
    write_output(path, data)
