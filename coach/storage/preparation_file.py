"""The file form of a preparation: JSON with Dutch keys, to be carried over, kept and written by hand.

    {
      "soort": "coach-voorbereiding",
      "versie": 1,
      "naam": "",                        the user's own label
      "status": "werkt",                 or "ziek"
      "aanspreken": "je",                or "u"
      "feiten": [{"wat": "...", "datum": "2026-11-12"}],          datum may be null; at most 8
      "moment": "",
      "plek": "",
      "plannen": [{"als": "...", "dan": "...", "valkuil": ""}],   valkuil: id of a pitfall; at most 6
      "opening": "",
      "vragen": [{"deel": "benoemen", "tekst": "..."}],           deel: id of a part of the conversation
      "volgende_datum": null             or "2026-11-26"
    }

"soort" and "versie" are required; any other key may be left out and is then empty. A key that is not named
here is an error, so that a typing mistake is not lost unseen. A text is at most 20,000 characters, the file
1 MB. Facts are put in order of date, questions in order of part, empty ones left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from coach.domain.conversation import Part
from coach.domain.errors import InputError
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.preparation import MAX_FACTS, MAX_PLANS, Fact, Plan, Preparation
from coach.domain.text import MAX_TEXT, clean_text
from coach.storage.output import shown_name, write_output

KIND = "coach-voorbereiding"
VERSION = 1
MAX_BYTES = 1_000_000

_Word = TypeVar("_Word", bound=StrEnum)
_KEYS = (
    "soort",
    "versie",
    "naam",
    "status",
    "aanspreken",
    "feiten",
    "moment",
    "plek",
    "plannen",
    "opening",
    "vragen",
    "volgende_datum",
)


class _WrongError(Exception):
    """What is wrong, and at which key; never the value that stands there."""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _WrongError("een sleutel staat er twee keer in")
    return found


def _keys(item: Mapping[str, Any], allowed: Iterable[str], where: str) -> None:
    if not set(item) <= set(allowed):
        # The unknown key itself is not shown: it may be a text that ended up in the wrong place.
        raise _WrongError(f"{where} heeft een onbekende sleutel (bekend: {', '.join(allowed)})")


def _text(item: Mapping[str, Any], key: str, where: str = "") -> str:
    value = item.get(key, "")
    name = f"{where}{key}"
    if not isinstance(value, str):
        raise _WrongError(f'bij "{name}" hoort een tekst')
    if len(value) > MAX_TEXT:
        raise _WrongError(f'de tekst bij "{name}" is te lang (hoogstens {MAX_TEXT} tekens)')
    return clean_text(value)


def _date(item: Mapping[str, Any], key: str, where: str = "") -> date | None:
    value = item.get(key)
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
        if day.isoformat() == value:
            return day
    except (TypeError, ValueError):
        pass
    raise _WrongError(f'bij "{where}{key}" hoort een datum als 2026-11-12, of null')


def _word(
    item: Mapping[str, Any], key: str, words: type[_Word], default: _Word | None, where: str = ""
) -> _Word:
    value = item.get(key, default)
    for word in words:
        if value == word.value:
            return word
    raise _WrongError(f'bij "{where}{key}" hoort een van: {", ".join(words)}')


def _items(
    data: Mapping[str, Any], key: str, inside: tuple[str, ...], limit: int | None = None
) -> list[tuple[dict[str, Any], str]]:
    """The items of a list, each with its place in words: "feiten 2, "."""
    value = data.get(key, [])
    if not isinstance(value, list):
        raise _WrongError(f'bij "{key}" hoort een lijst')
    if limit is not None and len(value) > limit:
        raise _WrongError(f'bij "{key}" passen er hoogstens {limit}')
    found = []
    for number, item in enumerate(value, start=1):
        if not isinstance(item, dict):
            raise _WrongError(f'bij "{key} {number}" hoort een object met {", ".join(inside)}')
        _keys(item, inside, f'"{key} {number}"')
        found.append((item, f"{key} {number}, "))
    return found


def _version(data: object) -> dict[str, Any]:
    if not isinstance(data, dict) or data.get("soort") != KIND:
        raise _WrongError(f'het is geen voorbereiding ("soort" moet "{KIND}" zijn)')
    version = data.get("versie")
    if type(version) is not int or version < 1:
        raise _WrongError(f'bij "versie" hoort het getal {VERSION}')
    if version > VERSION:
        raise _WrongError("het is gemaakt met een nieuwere coach; werk coach eerst bij")
    return data


def _preparation(data: Mapping[str, Any]) -> Preparation:
    _keys(data, _KEYS, "het bestand")
    facts = [
        Fact(_text(item, "wat", where), _date(item, "datum", where))
        for item, where in _items(data, "feiten", ("wat", "datum"), MAX_FACTS)
    ]
    plans = [
        Plan(_text(item, "als", where), _text(item, "dan", where), _text(item, "valkuil", where))
        for item, where in _items(data, "plannen", ("als", "dan", "valkuil"), MAX_PLANS)
    ]
    asked = [
        (_word(item, "deel", Part, None, where), _text(item, "tekst", where))
        for item, where in _items(data, "vragen", ("deel", "tekst"))
    ]
    preparation = Preparation(
        label=_text(data, "naam"),
        status=_word(data, "status", Status, Status.WERKT),
        address=_word(data, "aanspreken", Address, Address.JE),
        moment=_text(data, "moment"),
        place=_text(data, "plek"),
        opening=_text(data, "opening"),
        next_date=_date(data, "volgende_datum"),
    )
    for part in Part:
        preparation = preparation.with_questions(part, [text for where, text in asked if where is part])
    return preparation.with_facts(facts).with_plans(plans)


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
    larger than 1 MB, no UTF-8, no JSON, or not of the form above.
    """
    name = shown_name(path)
    try:
        text = _read(path, name).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{name} is geen UTF-8. Sla het bestand op als UTF-8.") from None
    try:
        return _preparation(_version(json.loads(text, object_pairs_hook=_pairs)))
    except (ValueError, RecursionError):
        raise InputError(f"{name} is geen JSON. Maak het opnieuw met coach prep --export.") from None
    except _WrongError as error:
        raise InputError(f"{name} klopt niet: {error}.") from None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def from_data(data: object) -> Preparation:
    """Return the preparation in the file form above, as it comes out of JSON; raises InputError."""
    try:
        return _preparation(_version(data))
    except _WrongError as error:
        raise InputError(f"Deze voorbereiding klopt niet: {error}.") from None


def as_data(preparation: Preparation) -> dict[str, Any]:
    """Return the file form of a preparation, ready to become JSON."""
    data: dict[str, Any] = {
        "soort": KIND,
        "versie": VERSION,
        "naam": preparation.label,
        "status": preparation.status.value,
        "aanspreken": preparation.address.value,
        "feiten": [{"wat": fact.what, "datum": _day(fact.when)} for fact in preparation.facts],
        "moment": preparation.moment,
        "plek": preparation.place,
        "plannen": [
            {"als": plan.when, "dan": plan.then, "valkuil": plan.pitfall} for plan in preparation.plans
        ],
        "opening": preparation.opening,
        "vragen": [{"deel": asked.part.value, "tekst": asked.text} for asked in preparation.questions],
        "volgende_datum": _day(preparation.next_date),
    }
    cleaned: dict[str, Any] = _map_texts(data, clean_text)
    return cleaned


def as_json(preparation: Preparation) -> str:
    """Return the file form of a preparation, with its line feed at the end."""
    return json.dumps(as_data(preparation), ensure_ascii=False, indent=2) + "\n"


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_map_texts(item, change) for item in value]
    if isinstance(value, dict):
        return {key: _map_texts(item, change) for key, item in value.items()}
    return value


def write_preparation(path: Path, preparation: Preparation) -> None:
    """Write a preparation to the file that the user named; what is read back is equal to it.

    Raises InputError when it cannot be written, or when it would be too large to be read again.
    """
    text = as_json(preparation)
    data = text.encode("utf-8")
    try:
        _preparation(json.loads(text))
    except _WrongError as error:
        raise InputError(f"Deze voorbereiding kan niet in een bestand: {error}.") from None
    if len(data) > MAX_BYTES:
        raise InputError("Deze voorbereiding is te groot voor een bestand. Maak de teksten korter.")
    write_output(path, data)
