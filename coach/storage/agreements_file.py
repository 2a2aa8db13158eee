"""The file form of agreements: JSON with Dutch keys, to be carried over, kept and written by hand.

    {
      "soort": "coach-afspraken",
      "versie": 1,
      "kenmerk": "6f1c...",              random letters and figures; calendars know the moments by it
      "revisie": 0,                      how often it was changed
      "naam": "",                        the user's own label
      "gesprek": "2026-11-26",           the day of the talk
      "aanwezig": ["medewerker", "leidinggevende"],
      "geen_afspraak": false,            true: agreed in so many words to agree on nothing now
      "afspraken": [{
        "nummer": 1, "onderwerp": "taken", "wie": "samen", "wat": "...",
        "klaar": "2026-12-04",           null: at once
        "tot": "2027-01-08",             null: until they agree otherwise
        "terugkijken": null,             null: at the evaluation
        "hoe": "...", "initiatief": "leidinggevende"
      }],                                at most 12
      "contact": "",                     how the two keep in touch
      "team": "alleen wat in het werk verandert",
      "team_woorden": "",
      "eerste_moment": "2026-12-01",     or null
      "evaluatie": "2027-01-07",         or null
      "initiatief": "leidinggevende",
      "teruggekeken": [{
        "datum": "2026-12-01", "werkte": "...", "werkte_niet": "...", "verandert": "...", "volgende": null
      }]                                 at most 60
    }

"soort", "versie", "kenmerk" and "gesprek" are required, and "onderwerp", "wie" and "wat" of an agreement and
"datum" of a look back; any other key may be left out. A key that is not named here is an error. A text is at
most 20,000 characters, the file 1 MB.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from coach.domain.agreements import (
    MAX_AGREEMENTS,
    Agreement,
    Communication,
    LookBack,
    Present,
    Record,
    Subject,
    Team,
    Who,
)
from coach.domain.errors import InputError
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
    list_at,
    needed_date_at,
    number_at,
    read_form,
    text_at,
    truth_at,
    word_at,
    word_of,
    write_form,
)

VERSION = 1
UID_KEY = "kenmerk"
"""The key of the uid of a record."""
FORM = Form("coach-afspraken", VERSION, "lijst met afspraken", "coach record")
MAX_LOOK_BACKS = 60

_UID = re.compile(r"[0-9a-z-]{8,64}")
_KEYS = (
    "soort versie kenmerk revisie naam gesprek aanwezig geen_afspraak afspraken contact team team_woorden "
    "eerste_moment evaluatie initiatief teruggekeken"
).split()
_AGREEMENT = ("nummer", "onderwerp", "wie", "wat", "klaar", "tot", "terugkijken", "hoe", "initiatief")
_LOOK_BACK = ("datum", "werkte", "werkte_niet", "verandert", "volgende")


def _agreement(item: Mapping[str, Any], where: str, number: int) -> Agreement:
    return Agreement(
        subject=word_at(item, "onderwerp", Subject, None, where),
        who=word_at(item, "wie", Who, None, where),
        what=text_at(item, "wat", where),
        by=date_at(item, "klaar", where),
        until=date_at(item, "tot", where),
        review_on=date_at(item, "terugkijken", where),
        review_how=text_at(item, "hoe", where),
        lead=word_at(item, "initiatief", Who, Who.LEIDINGGEVENDE, where),
        id=number_at(item, "nummer", where, number),
    )


def _look_back(item: Mapping[str, Any], where: str) -> LookBack:
    return LookBack(
        needed_date_at(item, "datum", where),
        text_at(item, "werkte", where),
        text_at(item, "werkte_niet", where),
        text_at(item, "verandert", where),
        date_at(item, "volgende", where),
    )


def _uid(data: Mapping[str, Any]) -> str:
    uid = text_at(data, UID_KEY)
    if not _UID.fullmatch(uid):
        raise WrongFormError('bij "kenmerk" horen 8 tot 64 kleine letters, cijfers en streepjes')
    return uid


def _record(data: Mapping[str, Any]) -> Record:
    check_keys(data, _KEYS, "het bestand")
    agreements = [
        _agreement(item, where, number)
        for number, (item, where) in enumerate(items_at(data, "afspraken", _AGREEMENT, MAX_AGREEMENTS), 1)
    ]
    ids = [agreement.id for agreement in agreements]
    if len(set(ids)) < len(ids) or 0 in ids:
        raise WrongFormError('elke afspraak heeft een eigen "nummer", vanaf 1')
    none_made = truth_at(data, "geen_afspraak")
    if none_made and agreements:
        raise WrongFormError('bij "geen_afspraak" kunnen geen afspraken staan')
    record = Record(
        uid=_uid(data),
        held_on=needed_date_at(data, "gesprek"),
        label=text_at(data, "naam"),
        agreements=tuple(agreements),
        none_made=none_made,
        communication=Communication(
            text_at(data, "contact"), word_at(data, "team", Team, Team.WERK), text_at(data, "team_woorden")
        ),
        first_check=date_at(data, "eerste_moment"),
        evaluation=date_at(data, "evaluatie"),
        lead=word_at(data, "initiatief", Who, Who.LEIDINGGEVENDE),
        look_backs=tuple(
            _look_back(item, where)
            for item, where in items_at(data, "teruggekeken", _LOOK_BACK, MAX_LOOK_BACKS)
        ),
        revision=number_at(data, "revisie"),
    )
    if "aanwezig" not in data:
        return record
    return record.with_present(word_of(role, Present, "aanwezig") for role in list_at(data, "aanwezig"))


def from_data(data: object) -> Record:
    """Return the record in the file form above, as it comes out of JSON; raises InputError."""
    try:
        return _record(checked_version(data, FORM))
    except WrongFormError as error:
        raise InputError(f"Deze afspraken kloppen niet: {error}.") from None


def as_data(record: Record) -> dict[str, Any]:
    """Return the file form of a record, ready to become JSON."""
    told = record.communication
    data = {
        "soort": FORM.kind,
        "versie": VERSION,
        UID_KEY: record.uid,
        "revisie": record.revision,
        "naam": record.label,
        "gesprek": as_day(record.held_on),
        "aanwezig": [role.value for role in record.present],
        "geen_afspraak": record.none_made,
        "afspraken": [
            {
                "nummer": agreement.id,
                "onderwerp": agreement.subject.value,
                "wie": agreement.who.value,
                "wat": agreement.what,
                "klaar": as_day(agreement.by),
                "tot": as_day(agreement.until),
                "terugkijken": as_day(agreement.review_on),
                "hoe": agreement.review_how,
                "initiatief": agreement.lead.value,
            }
            for agreement in record.agreements
        ],
        "contact": told.between,
        "team": told.team.value,
        "team_woorden": told.words,
        "eerste_moment": as_day(record.first_check),
        "evaluatie": as_day(record.evaluation),
        "initiatief": record.lead.value,
        "teruggekeken": [
            {
                "datum": as_day(look_back.held_on),
                "werkte": look_back.worked,
                "werkte_niet": look_back.not_worked,
                "verandert": look_back.change,
                "volgende": as_day(look_back.next_on),
            }
            for look_back in record.look_backs
        ],
    }
    form: dict[str, Any] = cleaned(data)
    return form


def read_record(path: Path) -> Record:
    """Return the agreements in a file; raises InputError as `json_form.read_form` says."""
    return read_form(path, FORM, _record)


def write_record(path: Path, record: Record) -> None:
    """Write agreements to the file that the user named; what is read back is equal to it.

    Raises InputError when it cannot be written, or when it would be too large to be read again.
    """
    write_form(path, as_text(as_data(record)), FORM, _record)
