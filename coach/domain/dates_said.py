"""A day that is to come, as people say it in Dutch: "volgende week donderdag", "over twee weken", "de 15e".

What can mean more than one day is asked back, with those days to choose from; what has been is refused.
A library was tried first; scripts/bench_dates.py measures both. Of tests/unit/date_phrases.tsv, which was
written first, dateparser 1.5.0 (Dutch, the future preferred) reads 22 of the 74 phrases that mean one day,
this module all of them. Of a second list, written before it was tried (date_phrases_unseen.tsv): dateparser
10 of 36, this module 32, and since then all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from coach.domain import dates_meaning as means
from coach.domain.dates import MONTHS, WEEKDAYS
from coach.domain.dates_calendar import monday_of
from coach.domain.dates_meaning import NAME_A_DAY, PAST, WHICH, Reading
from coach.domain.dates_words import in_one_form

__all__ = ["NAME_A_DAY", "NO_TIME", "PAST", "UNKNOWN", "WHICH", "Reading", "read_day"]

UNKNOWN = "Deze datum snap ik niet. Schrijf bijvoorbeeld vrijdag, over twee weken of 12 december."
NO_TIME = "Schrijf alleen de dag, zonder tijd."
_YEARS = 5

_D, _M = f"({'|'.join(WEEKDAYS)})", f"({'|'.join(MONTHS)})"
_U = "(werkdag|dag|week|maand|jaar)"
_Y = r"(?: (\d{4}))?"
_PAST_WORDS = re.compile(r"\b(?:vorige|gisteren|eergisteren|geleden)\b")
_VAGUE = re.compile(
    r"\b(?:elke|paar|of|ongeveer|wekelijks|dagelijks|maandelijks|vakantie|kerst\w*|pasen|pinksteren|zomer|"
    r"herfst|winter|voorjaar|najaar|lente|snel|gauw|binnenkort|later|ooit|straks|spoedig|asap|mogelijk|direct|meteen|nieuw|nieuwjaar)\b"
)


def _word_last(make: Callable[..., Reading]) -> Callable[..., Reading]:
    """`make` for a form in which the name of the day comes last."""
    return lambda today, *words: make(today, words[-1], *words[:-1])


_DAYS = rf"({'|'.join(WEEKDAYS)}|vandaag|morgen|overmorgen)"
_EDGE, _WHICH = "(begin|midden|eind)", "(deze|volgende|komende)"
_FORMS: Sequence[tuple[str, Callable[..., Reading]]] = (
    ("(vandaag|morgen|overmorgen)", means.near),
    (rf"{_DAYS} (?:over )?(\d{{1,3}}) {_U}", means.after_day),
    (rf"over (\d{{1,3}}) {_U} {_D}", _word_last(means.after_day)),
    (rf"(?:over |na )?(\d{{1,3}}) {_U}", means.after),
    (rf"over anderhalf {_U}", means.one_and_a_half),
    (_D, means.weekday),
    (rf"(?:komende {_D})", means.coming_weekday),
    (rf"(?:{_D} komende)", means.coming_weekday),
    (rf"deze (?:week )?{_D}", means.this_week),
    (rf"{_D} deze week", means.this_week),
    (rf"(?:volgende|komende) week {_D}", means.next_week),
    (rf"{_D} (?:volgende|komende) week", means.next_week),
    (rf"volgende {_D}", means.next_weekday),
    (rf"{_EDGE} (?:{_WHICH} )?(week|maand|jaar|kwartaal)", means.edge),
    (rf"{_EDGE} {_M}{_Y}", means.edge_of_month),
    (rf"{_M}{_Y}", means.month),
    (rf"{_WHICH} (week|maand|jaar)", means.whole),
    (rf"(?:{_WHICH} )?weekend", means.weekend),
    (rf"week (\d{{1,2}}){_Y}", means.week),
    (rf"{_D} week (\d{{1,2}}){_Y}", means.day_of_week),
    (rf"week (\d{{1,2}}){_Y} {_D}", _word_last(means.day_of_week)),
    (rf"(?:{_D} )?(\d{{1,2}})e? {_M}{_Y}(?: komende)?", means.named),
    (rf"(?:{_D} )?(\d{{1,2}})[-/. ](\d{{1,2}})(?:[-/. ](\d{{4}}|\d{{2}}))?", means.numeric),
    (r"(\d{4})-(\d{1,2})-(\d{1,2})", means.iso),
    (rf"(?:{_D} )?(\d{{1,2}})e(?: (deze|volgende) maand)?", means.ordinal),
    (r"(deze|volgende) maand (\d{1,2})e", lambda today, which, day: means.ordinal(today, None, day, which)),
    (rf"{_D} (\d{{1,2}})", lambda today, word, day: means.ordinal(today, word, day, None)),
    (rf"{_EDGE} week (\d{{1,2}}){_Y}", means.edge_of_week),
    (r"(\d{1,2})", means.bare_number),
    (rf"(laatste|\de) ({'|'.join(WEEKDAYS)}|werkdag|dag) {_M}{_Y}", means.nth_of_month),
    (rf"(laatste|\de) ({'|'.join(WEEKDAYS)}|werkdag|dag) (?:{_WHICH} )?maand", means.nth_of_this),
)  # fmt: skip
_PATTERNS = [(re.compile(form), make) for form, make in _FORMS]


def _read(said: str, today: date) -> Reading:
    for pattern, make in _PATTERNS:
        if match := pattern.fullmatch(said):
            try:
                return make(today, *match.groups())
            except (ValueError, OverflowError, StopIteration):
                return Reading(sentence=UNKNOWN)
    if _PAST_WORDS.search(said):
        return Reading(sentence=PAST)
    return Reading(sentence=NAME_A_DAY if _VAGUE.search(said) else UNKNOWN)


def _read_around(said: str, today: date) -> Reading:
    """Read it, also with "voor" or "de week van" before a day."""
    if said.startswith("voor ") and (inner := _read(said.removeprefix("voor "), today)).day:
        return means.ask(inner.day - timedelta(days=1), inner.day)
    if said.startswith("week ") and (inner := _read(said.removeprefix("week "), today)).day:
        return means.weekdays(monday_of(inner.day))
    return _read(said, today)


def read_day(text: str, today: date) -> Reading:
    """Return the day, from `today` on, that `text` says.

    Without one day the reading has a Dutch sentence: the phrase is asked back (with `choices` where it can
    only mean a few days), lies in the past, or is no day. The sentence never repeats the text. A day more
    than five years ahead is asked back too: it is rather a slip.
    """
    said, with_time = in_one_form(text)
    reading = _read_around(said, today)
    if reading.day is None:
        return Reading(
            choices=tuple(day for day in reading.choices if day >= today), sentence=reading.sentence
        )
    if reading.day < today:
        return Reading(sentence=PAST)
    if with_time:
        return Reading(choices=(reading.day,), sentence=NO_TIME)
    if reading.day.year > today.year + _YEARS:
        return Reading(choices=(reading.day,), sentence=WHICH)
    return reading
