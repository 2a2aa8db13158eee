"""Reading and writing files of JSON with Dutch keys: what every file form of coach has in common.

What is wrong is said with the key at which it stands, never with the value: that may be what someone typed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from coach.domain.errors import InputError
from coach.domain.text import MAX_TEXT, clean_text
from coach.storage.output import shown_name, write_output

MAX_BYTES = 1_000_000

_Word = TypeVar("_Word", bound=StrEnum)
_Made = TypeVar("_Made")


class WrongFormError(Exception):
    """What is wrong, and at which key; never the value that stands there."""


@dataclass(frozen=True, slots=True)
class Form:
    """A file form: its name ("soort"), newest version, what it is called in a sentence, and who makes it."""

    kind: str
    version: int
    called: str
    made_with: str


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise WrongFormError("een sleutel staat er twee keer in")
    return found


def check_keys(item: Mapping[str, Any], allowed: Iterable[str], where: str) -> None:
    """Raise WrongFormError for a key that is not known, so that a typing mistake is not lost unseen."""
    if not set(item) <= set(allowed):
        # The unknown key itself is not shown: it may be a text that ended up in the wrong place.
        raise WrongFormError(f"{where} heeft een onbekende sleutel (bekend: {', '.join(allowed)})")


def text_at(item: Mapping[str, Any], key: str, where: str = "") -> str:
    """Return the text at a key, cleaned; "" when it is not there."""
    value = item.get(key, "")
    name = f"{where}{key}"
    if not isinstance(value, str):
        raise WrongFormError(f'bij "{name}" hoort een tekst')
    if len(value) > MAX_TEXT:
        raise WrongFormError(f'de tekst bij "{name}" is te lang (hoogstens {MAX_TEXT} tekens)')
    return clean_text(value)


def date_at(item: Mapping[str, Any], key: str, where: str = "") -> date | None:
    """Return the date at a key, None for null or when it is not there."""
    value = item.get(key)
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
        if day.isoformat() == value:
            return day
    except (TypeError, ValueError):
        pass
    raise WrongFormError(f'bij "{where}{key}" hoort een datum als 2026-11-12, of null')


def needed_date_at(item: Mapping[str, Any], key: str, where: str = "") -> date:
    """Return the date at a key that must have one."""
    day = date_at(item, key, where)
    if day is None:
        raise WrongFormError(f'bij "{where}{key}" hoort een datum als 2026-11-12')
    return day


def number_at(item: Mapping[str, Any], key: str, where: str = "", default: int = 0) -> int:
    """Return the whole number of 0 or more at a key."""
    value = item.get(key, default)
    if type(value) is not int or value < 0:
        raise WrongFormError(f'bij "{where}{key}" hoort een getal')
    return value


def truth_at(item: Mapping[str, Any], key: str) -> bool:
    """Return the true or false at a key; false when it is not there."""
    value = item.get(key, False)
    if not isinstance(value, bool):
        raise WrongFormError(f'bij "{key}" hoort true of false')
    return value


def word_of(value: object, words: type[_Word], name: str) -> _Word:
    """Return which of the words a value is."""
    for word in words:
        if value == word.value:
            return word
    raise WrongFormError(f'bij "{name}" hoort een van: {", ".join(words)}')


def word_at(
    item: Mapping[str, Any], key: str, words: type[_Word], default: _Word | None, where: str = ""
) -> _Word:
    """Return which of the words stands at a key."""
    return word_of(item.get(key, default), words, f"{where}{key}")


def list_at(data: Mapping[str, Any], key: str, limit: int | None = None) -> list[Any]:
    """Return the list at a key, empty when it is not there."""
    value = data.get(key, [])
    if not isinstance(value, list):
        raise WrongFormError(f'bij "{key}" hoort een lijst')
    if limit is not None and len(value) > limit:
        raise WrongFormError(f'bij "{key}" passen er hoogstens {limit}')
    return value


def items_at(
    data: Mapping[str, Any], key: str, inside: tuple[str, ...], limit: int | None = None
) -> list[tuple[dict[str, Any], str]]:
    """Return the items of a list, each with its place in words: "feiten 2, "."""
    found = []
    for number, item in enumerate(list_at(data, key, limit), start=1):
        if not isinstance(item, dict):
            raise WrongFormError(f'bij "{key} {number}" hoort een object met {", ".join(inside)}')
        check_keys(item, inside, f'"{key} {number}"')
        found.append((item, f"{key} {number}, "))
    return found


def checked_version(data: object, form: Form) -> dict[str, Any]:
    """Return `data` when it is of this form, in a version that is known here."""
    if not isinstance(data, dict) or data.get("soort") != form.kind:
        raise WrongFormError(f'het is geen {form.called} ("soort" moet "{form.kind}" zijn)')
    version = data.get("versie")
    if type(version) is not int or version < 1:
        raise WrongFormError(f'bij "versie" hoort het getal {form.version}')
    if version > form.version:
        raise WrongFormError("het is gemaakt met een nieuwere coach; werk coach eerst bij")
    return data


def _read(path: Path, name: str, called: str) -> bytes:
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
        raise InputError(f"{name} is groter dan 1 MB. Dat is geen {called} van coach.")
    return data


def read_form(path: Path, form: Form, make: Callable[[dict[str, Any]], _Made]) -> _Made:
    """Return what `make` makes of the JSON in a file, once its kind and version are checked.

    Raises InputError, naming the file and the key but never a value, when there is no such file, when it is
    larger than 1 MB, no UTF-8, no JSON, of another form, or when `make` raises WrongFormError.
    """
    name = shown_name(path)
    try:
        text = _read(path, name, form.called).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{name} is geen UTF-8. Sla het bestand op als UTF-8.") from None
    try:
        return make(checked_version(json.loads(text, object_pairs_hook=_unique), form))
    except (ValueError, RecursionError):
        raise InputError(f"{name} is geen JSON. Maak het opnieuw met {form.made_with}.") from None
    except WrongFormError as error:
        raise InputError(f"{name} klopt niet: {error}.") from None


def write_form(path: Path, text: str, form: Form, make: Callable[[dict[str, Any]], object]) -> None:
    """Write a form to the file that the user named; `make` must be able to read it back.

    Raises InputError when it cannot be written, or when it would be too large to be read again.
    """
    data = text.encode("utf-8")
    try:
        make(json.loads(text))
    except WrongFormError as error:
        raise InputError(f"Deze {form.called} kan niet in een bestand: {error}.") from None
    if len(data) > MAX_BYTES:
        raise InputError(f"Deze {form.called} is te groot voor een bestand. Maak de teksten korter.")
    write_output(path, data)


def as_text(data: Mapping[str, Any]) -> str:
    """Return the file form as text, with its line feed at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_day(day: date | None) -> str | None:
    """Return a date as it stands in a file."""
    return day.isoformat() if day else None


def cleaned(value: Any) -> Any:
    """Return `value` with every text in it cleaned, so that what is read back is equal to it."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    if isinstance(value, dict):
        return {key: cleaned(item) for key, item in value.items()}
    return value
