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

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

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
from coach.domain.text import MAX_TEXT, clean_text

KIND = "coach-voorbereiding"
VERSION = 2
MAX_IDS = 100
"""Ids in one list; there are fewer to choose from."""

_Word = TypeVar("_Word", bound=StrEnum)
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


class WrongFormError(Exception):
    """What is wrong, and at which key; never the value that stands there."""


def unique_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs of a JSON object as a dict; raises WrongFormError for a key that stands twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise WrongFormError("een sleutel staat er twee keer in")
    return found


def _keys(item: Mapping[str, Any], allowed: Iterable[str], where: str) -> None:
    if not set(item) <= set(allowed):
        # The unknown key itself is not shown: it may be a text that ended up in the wrong place.
        raise WrongFormError(f"{where} heeft een onbekende sleutel (bekend: {', '.join(allowed)})")


def _text(item: Mapping[str, Any], key: str, where: str = "") -> str:
    value = item.get(key, "")
    name = f"{where}{key}"
    if not isinstance(value, str):
        raise WrongFormError(f'bij "{name}" hoort een tekst')
    if len(value) > MAX_TEXT:
        raise WrongFormError(f'de tekst bij "{name}" is te lang (hoogstens {MAX_TEXT} tekens)')
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
    raise WrongFormError(f'bij "{where}{key}" hoort een datum als 2026-11-12, of null')


def _word(
    item: Mapping[str, Any], key: str, words: type[_Word], default: _Word | None, where: str = ""
) -> _Word:
    value = item.get(key, default)
    for word in words:
        if value == word.value:
            return word
    raise WrongFormError(f'bij "{where}{key}" hoort een van: {", ".join(words)}')


def _items(
    data: Mapping[str, Any], key: str, inside: tuple[str, ...], limit: int | None = None
) -> list[tuple[dict[str, Any], str]]:
    """The items of a list, each with its place in words: "feiten 2, "."""
    value = _list(data, key, limit)
    found = []
    for number, item in enumerate(value, start=1):
        if not isinstance(item, dict):
            raise WrongFormError(f'bij "{key} {number}" hoort een object met {", ".join(inside)}')
        _keys(item, inside, f'"{key} {number}"')
        found.append((item, f"{key} {number}, "))
    return found


def _number(item: Mapping[str, Any], key: str, most: int) -> int | None:
    value = item.get(key)
    if value is None:
        return None
    if type(value) is not int or not 0 <= value <= most:
        raise WrongFormError(f'bij "{key}" hoort een getal van 0 tot en met {most}, of null')
    return value


def _list(data: Mapping[str, Any], key: str, limit: int | None) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise WrongFormError(f'bij "{key}" hoort een lijst')
    if limit is not None and len(value) > limit:
        raise WrongFormError(f'bij "{key}" passen er hoogstens {limit}')
    return value


def _ids(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found = [
        _text({"": item}, "", f"{key} {number}") for number, item in enumerate(_list(data, key, MAX_IDS), 1)
    ]
    return tuple(dict.fromkeys(name for name in found if name))


def _dates(data: Mapping[str, Any], key: str) -> tuple[date, ...]:
    found = [
        _date({"": item}, "", f"{key} {number}") for number, item in enumerate(_list(data, key, MAX_DATES), 1)
    ]
    return tuple(sorted({day for day in found if day is not None}))


def _version(data: object) -> tuple[dict[str, Any], int]:
    if not isinstance(data, dict) or data.get("soort") != KIND:
        raise WrongFormError(f'het is geen voorbereiding ("soort" moet "{KIND}" zijn)')
    version = data.get("versie")
    if type(version) is not int or version < 1:
        raise WrongFormError(f'bij "versie" hoort het getal {VERSION}')
    if version > VERSION:
        raise WrongFormError("het is gemaakt met een nieuwere coach; werk coach eerst bij")
    return data, version


def from_data(value: object) -> Preparation:
    """Return the preparation in JSON values of any version; raises WrongFormError with what is wrong.

    A version differs from the next one by keys that it does not know; what they hold is then empty.
    """
    data, version = _version(value)
    _keys(data, _KEYS[version], "het bestand")
    facts = [
        Fact(_text(item, "wat", where), _date(item, "datum", where), _text(item, "signaal", where))
        for item, where in _items(data, "feiten", _FACT[version], MAX_FACTS)
    ]
    plans = [
        Plan(*(_text(item, key, where) for key in _PLAN[VERSION]))
        for item, where in _items(data, "plannen", _PLAN[version], MAX_PLANS)
    ]
    asked = [
        (_word(item, "deel", Part, None, where), _text(item, "tekst", where))
        for item, where in _items(data, "vragen", ("deel", "tekst"))
    ]
    weighed = {
        _text(item, "kaart", where): _word(item, "doet", Energy, None, where)
        for item, where in _items(data, "energie", ("kaart", "doet"), MAX_IDS)
    }
    asides = [
        Aside(_text(item, "tekst", where), _text(item, "regel", where))
        for item, where in _items(data, "klopt_niet", ("tekst", "regel"), MAX_IDS)
    ]
    preparation = Preparation(
        label=_text(data, "naam"),
        status=_word(data, "status", Status, Status.WERKT),
        address=_word(data, "aanspreken", Address, Address.JE),
        moment=_text(data, "moment"),
        place=_text(data, "plek"),
        setting=_text(data, "soort_plek"),
        asked=_text(data, "werk_afgesproken"),
        delivered=_text(data, "werk_gedaan"),
        absence=Absence(_number(data, "afwezig_keer", MAX_TIMES), _dates(data, "afwezig_op")),
        weighed=tuple(Weighed(factor, energy) for factor, energy in weighed.items()),
        opening=_text(data, "opening"),
        subjects=_ids(data, "onderwerpen"),
        goal=_text(data, "afspraak"),
        next_date=_date(data, "volgende_datum"),
        ready=_ids(data, "klaar"),
        asides=tuple(asides),
        at_step=_text(data, "gebleven_bij"),
    )
    for part in Part:
        preparation = preparation.with_questions(part, [text for where, text in asked if where is part])
    return preparation.with_signals(_ids(data, "signalen")).with_facts(facts).with_plans(plans).tidied()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def as_data(preparation: Preparation) -> dict[str, Any]:
    """Return the JSON values of a preparation in the newest version, every text cleaned."""
    said = preparation.tidied()
    data: dict[str, Any] = {
        "soort": KIND,
        "versie": VERSION,
        "naam": said.label,
        "status": said.status.value,
        "aanspreken": said.address.value,
        "signalen": list(said.signals),
        "feiten": [
            {"wat": fact.what, "datum": _day(fact.when), "signaal": fact.signal} for fact in said.facts
        ],
        "moment": said.moment,
        "plek": said.place,
        "soort_plek": said.setting,
        "werk_afgesproken": said.asked,
        "werk_gedaan": said.delivered,
        "afwezig_keer": said.absence.times,
        "afwezig_op": [_day(day) for day in said.absence.dates],
        "energie": [{"kaart": card.factor, "doet": card.energy.value} for card in said.weighed],
        "plannen": [
            {"als": plan.when, "dan": plan.then, "valkuil": plan.pitfall, "eigen": plan.own}
            for plan in said.plans
        ],
        "opening": said.opening,
        "vragen": [{"deel": asked.part.value, "tekst": asked.text} for asked in said.questions],
        "onderwerpen": list(said.subjects),
        "afspraak": said.goal,
        "volgende_datum": _day(said.next_date),
        "klaar": list(said.ready),
        "klopt_niet": [{"tekst": aside.text, "regel": aside.rule} for aside in said.asides],
        "gebleven_bij": said.at_step,
    }
    cleaned: dict[str, Any] = _map_texts(data, clean_text)
    return cleaned


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_map_texts(item, change) for item in value]
    if isinstance(value, dict):
        return {key: _map_texts(item, change) for key, item in value.items()}
    return value
