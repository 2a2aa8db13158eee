"""Which day a phrase means, once its words are known; each function takes today and the words of the phrase.

What can mean more than one day becomes a reading with those days. Words are in the form of `dates_words`.
Functions raise ValueError or OverflowError for a day that does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from coach.domain.dates import MONTHS, WEEKDAYS
from coach.domain.dates_calendar import FRIDAY, first_coming, in_month, last, later, monday_of, on

WHICH = "Welke dag bedoel je?"
NAME_A_DAY = "Noem een dag, zoals vrijdag of 12 december."
PAST = "Die dag is al geweest. Kies een dag die nog komt."
NOT_THAT_DAY = "Die dag en die datum horen niet bij elkaar. Welke dag bedoel je?"
FAR = timedelta(days=183)
"""A day without a year that was less than this ago is asked back: it may be a slip."""
_CENTURY = 2000
_NEAR = {"vandaag": 0, "morgen": 1, "overmorgen": 2}
_OF_WEEK = {"begin": 0, "midden": 2, "eind": FRIDAY}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a phrase: one `day`; or none, with `sentence` for the user and days to choose from."""

    day: date | None = None
    choices: tuple[date, ...] = ()
    sentence: str = ""


def ask(*days: date) -> Reading:
    """Ask back which of these days; without any, ask for a day."""
    return Reading(choices=tuple(sorted(set(days))), sentence=WHICH if days else NAME_A_DAY)


def one_or_ask(*days: date) -> Reading:
    """Take it for the first of `days` when they are all the same, else ask back."""
    return Reading(day=days[0]) if len(set(days)) == 1 else ask(*days)


def weekdays(monday: date) -> Reading:
    """Ask back which day of the working week."""
    return ask(*(monday + timedelta(days=at) for at in range(5)))


def near(today: date, word: str) -> Reading:
    """Vandaag, morgen, overmorgen."""
    return Reading(day=today + timedelta(days=_NEAR[word]))


def after_day(today: date, word: str, count: str, unit: str) -> Reading:
    """ "Maandag over twee weken": counted from the coming Monday, or the Monday of the week in two weeks."""
    if word in WEEKDAYS:
        counted = later(first_coming(word, today), int(count), unit)
        of_week = monday_of(later(today, int(count), unit)) + timedelta(days=WEEKDAYS.index(word))
        return one_or_ask(counted, of_week)
    return Reading(day=later(today + timedelta(days=_NEAR[word]), int(count), unit))


def after(today: date, count: str, unit: str) -> Reading:
    """Over twee weken."""
    return Reading(day=later(today, int(count), unit))


def one_and_a_half(today: date, unit: str) -> Reading:
    """Over anderhalve week."""
    if unit == "week":
        return ask(today + timedelta(days=10), today + timedelta(days=11))
    if unit == "jaar":
        return Reading(day=later(today, 18, "maand"))
    return ask(later(today, 1, "maand") + timedelta(days=14), later(today, 1, "maand") + timedelta(days=15))


def weekday(today: date, word: str) -> Reading:
    """Donderdag; on a Thursday that may be today or in a week."""
    if WEEKDAYS[today.weekday()] == word:
        return ask(today, today + timedelta(days=7))
    return Reading(day=first_coming(word, today))


def coming_weekday(today: date, word: str) -> Reading:
    """Komende donderdag."""
    return Reading(day=first_coming(word, today))


def this_week(today: date, word: str) -> Reading:
    """Deze vrijdag."""
    return Reading(day=monday_of(today) + timedelta(days=WEEKDAYS.index(word)))


def next_week(today: date, word: str) -> Reading:
    """Volgende week donderdag."""
    return Reading(day=monday_of(today) + timedelta(days=7 + WEEKDAYS.index(word)))


def next_weekday(today: date, word: str) -> Reading:
    """ "Volgende vrijdag" is to some the first one, to others the one of next week."""
    following = next_week(today, word).day
    assert following is not None
    return one_or_ask(first_coming(word, today), following)


def edge(today: date, edge: str, which: str | None, unit: str) -> Reading:
    """ "Eind volgende week", "begin van de maand"."""
    step = 1 if which in ("volgende", "komende") else 0
    if unit == "week":
        monday = monday_of(today) + timedelta(days=7 * step)
        return Reading(day=monday + timedelta(days=_OF_WEEK[edge]))
    if unit == "jaar":
        year = today.year + step
        return Reading(
            day={"begin": date(year, 1, 1), "midden": date(year, 7, 1), "eind": date(year, 12, 31)}[edge]
        )
    if unit == "kwartaal":
        start = later(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * step, "maand")
        end = later(start, 2, "maand")
        return Reading(day={"begin": start, "midden": in_month(start.year, start.month + 1)["midden"],
                            "eind": last(end.year, end.month)}[edge])  # fmt: skip
    first = later(today.replace(day=1), step, "maand")
    return Reading(day=in_month(first.year, first.month)[edge])


def year_of(month: str, year: str | None, today: date) -> tuple[int, int]:
    """Return year and month of a named month, the first one to come without a year."""
    number = MONTHS.index(month) + 1
    return (int(year) if year else today.year + (number < today.month)), number


def edge_of_month(today: date, edge: str, month: str, year: str | None) -> Reading:
    """Eind november."""
    return Reading(day=in_month(*year_of(month, year, today))[edge])


def month(today: date, month: str, year: str | None) -> Reading:
    """In december: which day of it?"""
    days = in_month(*year_of(month, year, today)).values()
    return ask(*(day for day in days if day >= today))


def whole(today: date, which: str, unit: str) -> Reading:
    """ "Volgende week", "deze maand": which day of it?"""
    step = 0 if which == "deze" else 1
    if unit == "week":
        monday = monday_of(today) + timedelta(days=7 * step)
        return ask(*(day for day in weekdays(monday).choices if day >= today))
    if unit == "maand":
        first = later(today.replace(day=1), step, "maand")
        return ask(*(day for day in in_month(first.year, first.month).values() if day >= today))
    return ask()


def weekend(today: date, which: str | None) -> Reading:
    """In het weekend: Saturday or Sunday?"""
    saturday = monday_of(today) + timedelta(days=5 + (7 if which == "volgende" else 0))
    return ask(*(day for day in (saturday, saturday + timedelta(days=1)) if day >= today))


def iso_monday(today: date, week: str, year: str | None) -> date:
    """Return the Monday of a numbered week."""
    if year:
        return date.fromisocalendar(int(year), int(week), 1)
    found = date.fromisocalendar(today.isocalendar().year, int(week), 1)
    return (
        found
        if found >= monday_of(today)
        else date.fromisocalendar(today.isocalendar().year + 1, int(week), 1)
    )


def week(today: date, week: str, year: str | None) -> Reading:
    """Week 50: which day of it?"""
    return weekdays(iso_monday(today, week, year))


def edge_of_week(today: date, edge: str, week: str, year: str | None) -> Reading:
    """Eind week 50."""
    return Reading(day=iso_monday(today, week, year) + timedelta(days=_OF_WEEK[edge]))


def day_of_week(today: date, word: str, week: str, year: str | None) -> Reading:
    """Maandag week 50."""
    return Reading(day=iso_monday(today, week, year) + timedelta(days=WEEKDAYS.index(word)))


def dated(today: date, weekday: str | None, day: int, month: int, year: int | None) -> Reading:
    """A day and a month, with or without a year and the name of the day."""
    if year is not None:
        found = date(year if year > 99 else _CENTURY + year, month, day)  # noqa: PLR2004
    else:
        found = next(
            candidate
            for candidate in (on(today.year + ahead, month, day) for ahead in range(9))
            if candidate is not None and candidate >= today
        )
        before = on(today.year, month, day)
        if before is not None and before < today <= before + FAR:
            return Reading(choices=(found,), sentence=PAST)
    if weekday and WEEKDAYS[found.weekday()] != weekday:
        nearest = min(
            (found + timedelta(days=step) for step in range(-3, 4)),
            key=lambda near: (WEEKDAYS[near.weekday()] != weekday, near),
        )
        days = tuple(sorted({found, nearest}))
        return Reading(choices=tuple(day for day in days if day >= today), sentence=NOT_THAT_DAY)
    return Reading(day=found)


def named(today: date, weekday: str | None, day: str, month: str, year: str | None) -> Reading:
    """Dinsdag 1 december."""
    return dated(today, weekday, int(day), MONTHS.index(month) + 1, int(year) if year else None)


def numeric(today: date, weekday: str | None, day: str, month: str, year: str | None) -> Reading:
    """Di 1-12, 1/12/2026."""
    return dated(today, weekday, int(day), int(month), int(year) if year else None)


def iso(today: date, year: str, month: str, day: str) -> Reading:
    """2026-12-01."""
    return Reading(day=date(int(year), int(month), int(day)))


def ordinal(today: date, weekday: str | None, day: str, which: str | None) -> Reading:
    """ "De 15e": of this month, or of the next one that has it."""
    first = later(today.replace(day=1), int(which == "volgende"), "maand")
    months = [later(first, ahead, "maand") for ahead in range(1 if which else 3)]
    days = (on(month.year, month.month, int(day)) for month in months)
    found = next((on for on in days if on is not None and on >= today), None)
    if found is None:
        raise ValueError
    return dated(today, weekday, found.day, found.month, found.year)


def bare_number(today: date, day: str) -> Reading:
    """Only a figure: that day of the month?"""
    found = ordinal(today, None, day, None).day
    assert found is not None
    return ask(found)


def nth_day(today: date, nth: str, word: str, where: tuple[int, int]) -> Reading:
    """Return the nth (or last) of the days with this name in a month."""
    year, month = where
    days = [date(year, month, day) for day in range(1, last(year, month).day + 1)]
    if word == "werkdag":
        days = [day for day in days if day.weekday() <= FRIDAY]
    elif word != "dag":
        days = [day for day in days if WEEKDAYS[day.weekday()] == word]
    at = -1 if nth == "laatste" else int(nth[:-1]) - 1
    if at >= len(days):
        raise ValueError
    return Reading(day=days[at])


def nth_of_month(today: date, nth: str, word: str, month: str, year: str | None) -> Reading:
    """Eerste maandag van december."""
    return nth_day(today, nth, word, year_of(month, year, today))


def nth_of_this(today: date, nth: str, word: str, which: str | None) -> Reading:
    """Laatste vrijdag van de maand."""
    first = later(today.replace(day=1), int(which in ("volgende", "komende")), "maand")
    return nth_day(today, nth, word, (first.year, first.month))
