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

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from coach.domain.conversation import Part
from coach.domain.errors import InputError
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.preparation import MAX_FACTS, MAX_PLANS, Fact, Plan, Preparation
from coach.storage.json_form import (
    Form,
    WrongFormError,
    as_day,
    as_text,
    check_keys,
    checked_version,
    cleaned,
    date_at,
    items_at,
    read_form,
    text_at,
    word_at,
    write_form,
)

VERSION = 1
FORM = Form("coach-voorbereiding", VERSION, "voorbereiding", "coach prep --export")

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


def _preparation(data: Mapping[str, Any]) -> Preparation:
    check_keys(data, _KEYS, "het bestand")
    facts = [
        Fact(text_at(item, "wat", where), date_at(item, "datum", where))
        for item, where in items_at(data, "feiten", ("wat", "datum"), MAX_FACTS)
    ]
    plans = [
        Plan(text_at(item, "als", where), text_at(item, "dan", where), text_at(item, "valkuil", where))
        for item, where in items_at(data, "plannen", ("als", "dan", "valkuil"), MAX_PLANS)
    ]
    asked = [
        (word_at(item, "deel", Part, None, where), text_at(item, "tekst", where))
        for item, where in items_at(data, "vragen", ("deel", "tekst"))
    ]
    preparation = Preparation(
        label=text_at(data, "naam"),
        status=word_at(data, "status", Status, Status.WERKT),
        address=word_at(data, "aanspreken", Address, Address.JE),
        moment=text_at(data, "moment"),
        place=text_at(data, "plek"),
        opening=text_at(data, "opening"),
        next_date=date_at(data, "volgende_datum"),
    )
    for part in Part:
        preparation = preparation.with_questions(part, [text for where, text in asked if where is part])
    return preparation.with_facts(facts).with_plans(plans)


def read_preparation(path: Path) -> Preparation:
    """Return the preparation in a file; raises InputError as `json_form.read_form` says."""
    return read_form(path, FORM, _preparation)


def from_data(data: object) -> Preparation:
    """Return the preparation in the file form above, as it comes out of JSON; raises InputError."""
    try:
        return _preparation(checked_version(data, FORM))
    except WrongFormError as error:
        raise InputError(f"Deze voorbereiding klopt niet: {error}.") from None


def as_data(preparation: Preparation) -> dict[str, Any]:
    """Return the file form of a preparation, ready to become JSON."""
    data: dict[str, Any] = {
        "soort": FORM.kind,
        "versie": VERSION,
        "naam": preparation.label,
        "status": preparation.status.value,
        "aanspreken": preparation.address.value,
        "feiten": [{"wat": fact.what, "datum": as_day(fact.when)} for fact in preparation.facts],
        "moment": preparation.moment,
        "plek": preparation.place,
        "plannen": [
            {"als": plan.when, "dan": plan.then, "valkuil": plan.pitfall} for plan in preparation.plans
        ],
        "opening": preparation.opening,
        "vragen": [{"deel": asked.part.value, "tekst": asked.text} for asked in preparation.questions],
        "volgende_datum": as_day(preparation.next_date),
    }
    form: dict[str, Any] = cleaned(data)
    return form


def as_json(preparation: Preparation) -> str:
    """Return the file form of a preparation, with its line feed at the end."""
    return as_text(as_data(preparation))


def write_preparation(path: Path, preparation: Preparation) -> None:
    """Write a preparation to the file that the user named; what is read back is equal to it.

    Raises InputError when it cannot be written, or when it would be too large to be read again.
    """
    write_form(path, as_json(preparation), FORM, _preparation)
