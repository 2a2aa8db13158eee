"""The moments of a record as a calendar file (RFC 5545): a neutral title, private, with a reminder.

Each moment keeps its UID, so a calendar that reads a later file moves it instead of adding one more.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from types import ModuleType
from typing import Any

from coach.domain.agreements import Moment, MomentKind
from coach.domain.errors import InputError

PRODUCT = "-//gesprekscoach//coach//NL"
TITLES = {
    MomentKind.FIRST_CHECK: "Kort overleg",
    MomentKind.EVALUATION: "Overleg",
    MomentKind.REVIEW: "Overleg",
}
"""What anyone who sees the calendar may read: nothing about whom or what."""
REMINDER = timedelta(hours=-15)
"""Nine in the morning of the day before, counted from the midnight at which the day begins."""


def _library() -> ModuleType:
    try:
        import icalendar
    except ImportError:
        raise InputError(
            "Zonder icalendar kan coach geen agendabestand maken. Zet de datums zelf in je agenda."
        ) from None
    return icalendar


def calendar_file(uid: str, moments: Iterable[Moment], revision: int, made_at: datetime) -> bytes:
    """Return the calendar file with an event of a whole day for each moment.

    `uid` is that of the record, `revision` becomes SEQUENCE and `made_at` (with a time zone) DTSTAMP. Lines
    end in CRLF and have at most 75 octets, and a character is never cut. Raises InputError where the library
    that writes it is missing.
    """
    ical = _library()
    calendar = ical.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for moment in moments:
        calendar.add_component(_event(ical, uid, moment, revision, made_at))
    data: bytes = calendar.to_ical()
    return data


def _event(ical: ModuleType, uid: str, moment: Moment, revision: int, made_at: datetime) -> Any:
    event = ical.Event()
    event.add("uid", f"{uid}-{moment.id}@gesprekscoach")
    event.add("dtstamp", made_at)
    event.add("sequence", revision)
    event.add("summary", TITLES[moment.kind])
    event.add("dtstart", moment.day)
    event.add("dtend", moment.day + timedelta(days=1))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED")
    alarm = ical.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", TITLES[moment.kind])
    alarm.add("trigger", REMINDER)
    event.add_component(alarm)
    return event
