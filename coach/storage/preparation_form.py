"""The form of a preparation as plain JSON values, its versions, and what to tell when it is wrong.

    {
      "soort": "coach-voorbereiding",
      "versie": 2,
      "naam": "",                        the user's own label
      "status": "werkt",                 or "ziek"
      "aanspreken": "je",                or "u"
      "signalen": ["later"],             ids of signals
      "feiten": [{"wat": "...", "datum": "2026-11-12", "signaal": ""}],    datum may be null; at most 8
      "moment": "",
      "plek": "",
      "soort_plek": "",                  id of a kind of place
      "werk_afgesproken": "",
      "werk_gedaan": "",
      "afwezig_keer": null,              a number; or null
      "afwezig_op": ["2026-03-02"],      dates, at most 20; never a reason
      "energie": [{"kaart": "overwerk", "doet": "kost"}],                  doet: "geeft" or "kost"
      "plannen": [{"als": "...", "dan": "...", "valkuil": "", "eigen": ""}],
                                         valkuil: id of a pitfall; eigen: one's own pitfall; at most 6
      "opening": "",
      "vragen": [{"deel": "benoemen", "tekst": "..."}],    deel: id of a part of the conversation
      "onderwerpen": ["taken"],          ids of subjects to agree on
      "afspraak": "",                    what must be agreed, in own words
      "volgende_datum": null,            or "2026-11-26"
      "klaar": ["rust"],                 ids of the readiness check
      "klopt_niet": [{"tekst": "...", "regel": "..."}],    what was set aside for a text that is above
      "gebleven_bij": ""                 id of the step where one was
    }

"soort" and "versie" are required; any other key may be left out and is then empty. A key that is not named
here is an error, so that a typing mistake is not lost unseen. A text is at most 20,000 characters. Facts are
put in order of date, questions in order of part, empty ones left out.

Version 1 had not yet: signalen, signaal, soort_plek, werk_afgesproken, werk_gedaan, afwezig_keer, afwezig_op,
energie, eigen, onderwerpen, afspraak, klaar, klopt_niet and gebleven_bij. It is read as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.preparation import (
    MAX_DATES,
    MAX_FACTS,
    MAX_PLANS,
    MAX_TIMES,
    Absence,
    Aside,
    Energy,
    Fact,
    Plan,
    Preparation,
    Weighed,
)
from coach.storage.json_form import (
    Form,
    WrongFormError,
    as_day,
    check_keys,
    checked_version,
    cleaned,
    date_at,
    items_at,
    list_at,
    text_at,
    word_at,
)

VERSION = 2
FORM = Form("coach-voorbereiding", VERSION, "voorbereiding", "coach prep --export")
MAX_IDS = 100
"""Ids in one list; there are fewer to choose from."""

_HEAD = ("soort", "versie")
_KEYS = {
    1: (
        *_HEAD, "naam", "status", "aanspreken", "feiten", "moment", "plek", "plannen", "opening", "vragen",
        "volgende_datum",
    ),
    2: (
        *_HEAD, "naam", "status", "aanspreken", "signalen", "feiten", "moment", "plek", "soort_plek",
        "werk_afgesproken", "werk_gedaan", "afwezig_keer", "afwezig_op", "energie", "plannen", "opening",
        "vragen", "onderwerpen", "afspraak", "volgende_datum", "klaar", "klopt_niet", "gebleven_bij",
    ),
}  # fmt: skip
_FACT = {1: ("wat", "datum"), 2: ("wat", "datum", "signaal")}
_PLAN = {1: ("als", "dan", "valkuil"), 2: ("als", "dan", "valkuil", "eigen")}


def _number(item: Mapping[str, Any], key: str, most: int) -> int | None:
    value = item.get(key)
    if value is None:
        return None
    if type(value) is not int or not 0 <= value <= most:
        raise WrongFormError(f'bij "{key}" hoort een getal van 0 tot en met {most}, of null')
    return value


def _ids(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found = [
        text_at({"": item}, "", f"{key} {number}")
        for number, item in enumerate(list_at(data, key, MAX_IDS), 1)
    ]
    return tuple(dict.fromkeys(name for name in found if name))


def _dates(data: Mapping[str, Any], key: str) -> tuple[date, ...]:
    found = [
        date_at({"": item}, "", f"{key} {number}")
        for number, item in enumerate(list_at(data, key, MAX_DATES), 1)
    ]
    return tuple(sorted({day for day in found if day is not None}))


def from_data(value: object) -> Preparation:
    """Return the preparation in JSON values of any version; raises WrongFormError with what is wrong.

    A version differs from the next one by keys that it does not know; what they hold is then empty.
    """
    data = checked_version(value, FORM)
    version = data["versie"]
    check_keys(data, _KEYS[version], "het bestand")
    facts = [
        Fact(text_at(item, "wat", where), date_at(item, "datum", where), text_at(item, "signaal", where))
        for item, where in items_at(data, "feiten", _FACT[version], MAX_FACTS)
    ]
    plans = [
        Plan(*(text_at(item, key, where) for key in _PLAN[VERSION]))
        for item, where in items_at(data, "plannen", _PLAN[version], MAX_PLANS)
    ]
    asked = [
        (word_at(item, "deel", Part, None, where), text_at(item, "tekst", where))
        for item, where in items_at(data, "vragen", ("deel", "tekst"))
    ]
    weighed = {
        text_at(item, "kaart", where): word_at(item, "doet", Energy, None, where)
        for item, where in items_at(data, "energie", ("kaart", "doet"), MAX_IDS)
    }
    asides = [
        Aside(text_at(item, "tekst", where), text_at(item, "regel", where))
        for item, where in items_at(data, "klopt_niet", ("tekst", "regel"), MAX_IDS)
    ]
    preparation = Preparation(
        label=text_at(data, "naam"),
        status=word_at(data, "status", Status, Status.WERKT),
        address=word_at(data, "aanspreken", Address, Address.JE),
        moment=text_at(data, "moment"),
        place=text_at(data, "plek"),
        setting=text_at(data, "soort_plek"),
        asked=text_at(data, "werk_afgesproken"),
        delivered=text_at(data, "werk_gedaan"),
        absence=Absence(_number(data, "afwezig_keer", MAX_TIMES), _dates(data, "afwezig_op")),
        weighed=tuple(Weighed(factor, energy) for factor, energy in weighed.items()),
        opening=text_at(data, "opening"),
        subjects=_ids(data, "onderwerpen"),
        goal=text_at(data, "afspraak"),
        next_date=date_at(data, "volgende_datum"),
        ready=_ids(data, "klaar"),
        asides=tuple(asides),
        at_step=text_at(data, "gebleven_bij"),
    )
    for part in Part:
        preparation = preparation.with_questions(part, [text for where, text in asked if where is part])
    return preparation.with_signals(_ids(data, "signalen")).with_facts(facts).with_plans(plans).tidied()


def as_data(preparation: Preparation) -> dict[str, Any]:
    """Return the JSON values of a preparation in the newest version, every text cleaned."""
    said = preparation.tidied()
    data: dict[str, Any] = {
        "soort": FORM.kind,
        "versie": VERSION,
        "naam": said.label,
        "status": said.status.value,
        "aanspreken": said.address.value,
        "signalen": list(said.signals),
        "feiten": [
            {"wat": fact.what, "datum": as_day(fact.when), "signaal": fact.signal} for fact in said.facts
        ],
        "moment": said.moment,
        "plek": said.place,
        "soort_plek": said.setting,
        "werk_afgesproken": said.asked,
        "werk_gedaan": said.delivered,
        "afwezig_keer": said.absence.times,
        "afwezig_op": [as_day(day) for day in said.absence.dates],
        "energie": [{"kaart": card.factor, "doet": card.energy.value} for card in said.weighed],
        "plannen": [
            {"als": plan.when, "dan": plan.then, "valkuil": plan.pitfall, "eigen": plan.own}
            for plan in said.plans
        ],
        "opening": said.opening,
        "vragen": [{"deel": asked.part.value, "tekst": asked.text} for asked in said.questions],
        "onderwerpen": list(said.subjects),
        "afspraak": said.goal,
        "volgende_datum": as_day(said.next_date),
        "klaar": list(said.ready),
        "klopt_niet": [{"tekst": aside.text, "regel": aside.rule} for aside in said.asides],
        "gebleven_bij": said.at_step,
    }
    form: dict[str, Any] = cleaned(data)
    return form
