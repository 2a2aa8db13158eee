"""Counting with days: later by weeks, months or working days, the edges of a month, the days of a week."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from coach.domain.dates import WEEKDAYS

FRIDAY = 4


def later(day: date, count: int, unit: str) -> date:
    """Return the day so many of a unit (dag, werkdag, week, maand, jaar) later; short months end sooner.

    A working day is Monday to Friday. Raises OverflowError or ValueError beyond the calendar.
    """
    match unit:
        case "dag":
            return day + timedelta(days=count)
        case "week":
            return day + timedelta(weeks=count)
        case "werkdag":
            for _ in range(count):
                day += timedelta(days=3 if day.weekday() == FRIDAY else 2 if day.weekday() > FRIDAY else 1)
            return day
    months = day.month - 1 + count * (12 if unit == "jaar" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def monday_of(day: date) -> date:
    """Return the Monday of the week in which `day` lies."""
    return day - timedelta(days=day.weekday())


def first_coming(weekday: str, today: date) -> date:
    """Return the first day with this name after today."""
    return today + timedelta(days=(WEEKDAYS.index(weekday) - today.weekday()) % 7 or 7)


def last(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def on(year: int, month: int, day: int) -> date | None:
    """Return the day, None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_month(year: int, month: int) -> dict[str, date]:
    """Return which day begin, midden and eind of a month are."""
    return {"begin": date(year, month, 1), "midden": date(year, month, 15), "eind": last(year, month)}
