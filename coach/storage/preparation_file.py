"""The file of a preparation: its form (see `preparation_form`) as JSON, to be carried over and kept.

The file is at most 1 MB.
"""

from __future__ import annotations

from pathlib import Path

from coach.domain.preparation import Preparation
from coach.storage.json_form import as_text, read_form, write_form
from coach.storage.preparation_form import FORM, as_data, from_data


def read_preparation(path: Path) -> Preparation:
    """Return the preparation in a file, of any version; raises InputError as `json_form.read_form` says."""
    return read_form(path, FORM, from_data)


def as_json(preparation: Preparation) -> str:
    """Return the file form of a preparation, with its line feed at the end."""
    return as_text(as_data(preparation))


def write_preparation(path: Path, preparation: Preparation) -> None:
    """Write a preparation to the file that the user named; what is read back is equal to it.

    Raises InputError when it cannot be written, or when it would be too large to be read again.
    """
    write_form(path, as_json(preparation), FORM, from_data)
