"""Dates as people write them in Dutch, to a date and back."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_NAMED = re.compile(r"(\d{1,2})\s+([a-zé]{3,9})\.?(?:\s+(\d{4}))?")
_WEEKDAY_BEFORE = re.compile(rf"\A(?:{'|'.join(WEEKDAYS)}|(?:ma|di|wo|do|vr|za|zo)\.?)\s(?=\d)")
_RELATIVE = {"vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1, "overmorgen": 2}
_CENTURY = 2000


class DateNotUnderstood(ValueError):
    """The text is no date that this module knows; the message never repeats it."""


def _month(word: str) -> int:
    word = "maart" if word in ("mrt", "mrt.") else word
    for number, name in enumerate(MONTHS, start=1):
        if name.startswith(word):
            return number
    raise DateNotUnderstood


def _nearest(day: int, month: int, today: date, *, past: bool) -> date:
    """The date without a year: the last one that was, or the first one to come, today included.

    29 February may lie up to eight years away; a day that no year has raises DateNotUnderstood.
    """
    years = range(today.year, today.year - 9, -1) if past else range(today.year, today.year + 9)
    for year in years:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found <= today) if past else (found >= today):
            return found
    raise DateNotUnderstood


def parse_date(text: str, today: date, *, past: bool) -> date:
    """Return the date that `text` names.

    Understands 2026-11-12, 12-11, 12-11-2026, 12/11/26, "12 november (2026)", "12 nov", each also behind a
    weekday ("do 12 nov"); names of weekdays (the last one before today if `past`, else the first one after
    it); and vandaag, gisteren, eergisteren, morgen, overmorgen. A date without a year is the last such day up
    to today if `past`, else the first one from today on.
    Raises DateNotUnderstood for anything else, also for days that do not exist.
    """
    words = " ".join(text.lower().split())
    if words in _RELATIVE:
        return today + timedelta(days=_RELATIVE[words])
    word = words.removeprefix("op ").removeprefix("afgelopen " if past else "komende ")
    if word in WEEKDAYS:
        distance = WEEKDAYS.index(word) - today.weekday()
        if past:
            return today + timedelta(days=distance - 7 if distance >= 0 else distance)
        return today + timedelta(days=distance % 7 or 7)
    words = _WEEKDAY_BEFORE.sub("", words)
    try:
        if match := _ISO.fullmatch(words):
            return date(int(match[1]), int(match[2]), int(match[3]))
        match = _NUMERIC.fullmatch(words)
        month = int(match[2]) if match else None
        if not match and (match := _NAMED.fullmatch(words)):
            month = _month(match[2])
        if not match or month is None:
            raise DateNotUnderstood
        if match[3] is None:
            return _nearest(int(match[1]), month, today, past=past)
        year = int(match[3])
        return date(year if year >= 100 else _CENTURY + year, month, int(match[1]))  # noqa: PLR2004
    except DateNotUnderstood:
        raise
    except ValueError:
        raise DateNotUnderstood from None


_BETWEEN = re.compile(r"[,;\n]|\s+en\s+")


def parse_dates(text: str, today: date, *, past: bool) -> tuple[date, ...]:
    """Return the dates in `text`, with a comma, a semicolon or "en" between them, each once and in order.

    Each is read as by `parse_date`; raises DateNotUnderstood as soon as one of them is no date.
    """
    pieces = [piece for piece in _BETWEEN.split(text) if piece.strip()]
    return tuple(sorted({parse_date(piece, today, past=past) for piece in pieces}))


def long_date(day: date) -> str:
    """Return the date in full, as in "donderdag 12 november 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return the date in short, as in "do 12 nov 2026"."""
    month = {"maart": "mrt"}.get(MONTHS[day.month - 1], MONTHS[day.month - 1][:3])
    return f"{WEEKDAYS[day.weekday()][:2]} {day.day} {month} {day.year}"


def day_in_words(text: str) -> str:
    """Return a date as content writes it ("2026-11-12") in full; as it stands when it is no date."""
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:
        return text
