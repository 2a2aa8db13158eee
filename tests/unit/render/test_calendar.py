"""The calendar file: what RFC 5545 asks, what nobody may read in it, and two libraries that open it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject

from coach.domain.agreements import Agreement, Communication, LookBack, Moment, MomentKind, Record, moments
from coach.domain.errors import InputError
from coach.render import calendar
from coach.render.calendar import calendar_file
from tests.unit.agreements import USUAL

MADE_AT = datetime(2026, 11, 18, 14, 30, tzinfo=UTC)


def made(record: Record = USUAL, made_at: datetime = MADE_AT) -> bytes:
    """Return the calendar file of a record."""
    return calendar_file(record.uid, moments(record), record.revision, made_at)


def events(data: bytes) -> list[Any]:
    """Return the events that icalendar reads."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_lines_end_in_crlf_and_are_not_too_long() -> None:
    long = Moment("é" * 120, date(2026, 12, 1), MomentKind.EVALUATION)
    data = calendar_file("f" * 64, [long], 0, MADE_AT)
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines) and b"\r" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines), "the long one is folded"
    for line in lines:
        line.decode("utf-8")
    (event,) = events(data)
    assert event["uid"] == f"{'f' * 64}-{'é' * 120}@gesprekscoach"


def test_icalendar_reads_every_moment() -> None:
    found = events(made())
    assert [event.decoded("dtstart") for event in found] == [moment.day for moment in moments(USUAL)]
    for event in found:
        assert event.decoded("dtend") == event.decoded("dtstart") + timedelta(days=1)
        assert event.decoded("dtstamp") == MADE_AT
        assert (event["class"], event["sequence"], event["status"]) == ("PRIVATE", 0, "CONFIRMED")
        (alarm,) = event.walk("VALARM")
        assert (alarm["action"], alarm.decoded("trigger")) == ("DISPLAY", timedelta(hours=-15))
        assert event.errors == []


def test_a_second_library_reads_the_same() -> None:
    found = vobject.readOne(made().decode("utf-8"))
    assert found.prodid.value == calendar.PRODUCT
    assert found.validate(raiseException=True)
    read = [(event.uid.value, event.dtstart.value, event.summary.value) for event in found.vevent_list]
    assert read == [
        (f"{USUAL.uid}-{moment.id}@gesprekscoach", moment.day, calendar.TITLES[moment.kind])
        for moment in moments(USUAL)
    ]
    assert all(event.valarm.trigger.value == timedelta(hours=-15) for event in found.vevent_list)


def test_a_later_file_moves_instead_of_doubling() -> None:
    looked = USUAL.looked_back(LookBack(date(2026, 11, 24), next_on=date(2026, 12, 16))).revised()
    before = {event["uid"]: event for event in events(made())}
    after = {event["uid"]: event for event in events(made(looked, MADE_AT + timedelta(days=6)))}
    assert set(before) == set(after)
    moved = [uid for uid in after if after[uid].decoded("dtstart") != before[uid].decoded("dtstart")]
    assert moved == [f"{USUAL.uid}-evaluatie-1@gesprekscoach"]
    for uid, event in after.items():
        assert event["sequence"] > before[uid]["sequence"]
        assert event.decoded("dtstamp") > before[uid].decoded("dtstamp")


def test_two_talks_do_not_meet_in_a_calendar() -> None:
    other = replace(USUAL, uid="fedcba9876543210")
    assert not {event["uid"] for event in events(made())} & {event["uid"] for event in events(made(other))}


def test_nothing_of_the_agreements_is_in_it() -> None:
    secret = "Geheim"
    told = Communication(secret, words=secret)
    record = replace(
        USUAL,
        label=secret,
        communication=told,
        agreements=tuple(replace(a, what=secret, review_how=secret) for a in USUAL.agreements),
        look_backs=(LookBack(date(2026, 11, 20), secret, secret, secret),),
    )
    assert made(record) == made()
    assert isinstance(record.agreements[0], Agreement)
    words = {"afspraak", "evaluatie", "gesprek", "medewerker", "verzuim", "ziek"}
    titles = " ".join([str(event["summary"]) for event in events(made())]).lower()
    assert not words & set(titles.split())


def test_without_the_library_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(InputError, match="Zonder icalendar"):
        made()
