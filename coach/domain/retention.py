"""How long something is kept before coach asks whether it may go; nothing goes by itself (design, section 4).

Sources: a preparation until the day after the talk and at most 30 days unasked, agreements until six months
after the last evaluation (design, section 4); a clock that jumps decides nothing (reliability, T24).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum, auto

from coach.domain.dates_calendar import later
from coach.domain.kept import Kind

UNASKED = timedelta(days=30)
"""A preparation is never kept longer than this without asking."""
AGREEMENT_MONTHS = 6
BACKUP = timedelta(days=30)
"""A backup from before a migration is kept this long at most."""


def _later(day: date, span: timedelta) -> date:
    return date.max if date.max - day < span else day + span


def preparation_until(saved_on: date, talk_on: date | None = None) -> date:
    """Return the last day on which a preparation is kept unasked: the one after the talk, 30 days at most."""
    latest = _later(saved_on, UNASKED)
    return latest if talk_on is None else min(latest, _later(max(talk_on, saved_on), timedelta(days=1)))


def agreements_until(made_on: date, evaluations: Iterable[date] = ()) -> date:
    """Return the last day on which agreements are kept unasked: six months after the last evaluation.

    Without an evaluation it counts from the day on which they were made.
    """
    last = max([made_on, *evaluations])
    try:
        return later(last, AGREEMENT_MONTHS, "maand")
    except ValueError:
        return date.max


class Clock(Enum):
    """What the clock of the computer looks like beside the last day on which the store was open."""

    GOOD = auto()
    SET_BACK = auto()


def clock(today: date, last_seen: date | None) -> Clock:
    """Return whether `today` can be: a day before the last one on which the store was open cannot."""
    return Clock.SET_BACK if last_seen is not None and today < last_seen else Clock.GOOD


def prolonged(kind: Kind, today: date) -> date:
    """Return until when something stays that the user, when asked, wants to keep."""
    return agreements_until(today) if kind is Kind.AGREEMENTS else preparation_until(today)
