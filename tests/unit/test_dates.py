from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coach.domain.dates import (
    WEEKDAYS,
    DateNotUnderstood,
    long_date,
    parse_date,
    parse_dates,
    short_date,
)

TODAY = date(2026, 11, 22)  # a Sunday
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("2026-11-12", date(2026, 11, 12), date(2026, 11, 12)),
        ("12-11", date(2026, 11, 12), date(2027, 11, 12)),
        ("12/11/26", date(2026, 11, 12), date(2026, 11, 12)),
        ("12.11.2025", date(2025, 11, 12), date(2025, 11, 12)),
        ("12 november", date(2026, 11, 12), date(2027, 11, 12)),
        ("  12   NOV.  2026 ", date(2026, 11, 12), date(2026, 11, 12)),
        ("1 mrt", date(2026, 3, 1), date(2027, 3, 1)),
        ("1 maart", date(2026, 3, 1), date(2027, 3, 1)),
        ("do 12 nov", date(2026, 11, 12), date(2027, 11, 12)),
        ("donderdag 12-11-2026", date(2026, 11, 12), date(2026, 11, 12)),
        ("22-11", TODAY, TODAY),
        ("23-11", date(2025, 11, 23), date(2026, 11, 23)),
        ("29-2", date(2024, 2, 29), date(2028, 2, 29)),
        ("maandag", date(2026, 11, 16), date(2026, 11, 23)),
        ("op zaterdag", date(2026, 11, 21), date(2026, 11, 28)),
        ("zondag", date(2026, 11, 15), date(2026, 11, 29)),
        ("vandaag", TODAY, TODAY),
        ("Gisteren", date(2026, 11, 21), date(2026, 11, 21)),
        ("eergisteren", date(2026, 11, 20), date(2026, 11, 20)),
        ("morgen", date(2026, 11, 23), date(2026, 11, 23)),
        ("overmorgen", date(2026, 11, 24), date(2026, 11, 24)),
    ],
)
def test_dates_as_people_write_them(text: str, past: date, future: date) -> None:
    assert parse_date(text, TODAY, past=True) == past
    assert parse_date(text, TODAY, past=False) == future


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ooit",
        "31-2",
        "30 februari",
        "0-1-2026",
        "12",
        "12-13",
        "2026-13-01",
        "12 no",
        "zo",
        "12 nov 26 uur",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    for past in (True, False):
        with pytest.raises(DateNotUnderstood):
            parse_date(text, TODAY, past=past)


def test_a_past_weekday_is_no_date_to_come() -> None:
    assert parse_date("afgelopen maandag", TODAY, past=True) == date(2026, 11, 16)
    assert parse_date("komende maandag", TODAY, past=False) == date(2026, 11, 23)
    with pytest.raises(DateNotUnderstood):
        parse_date("afgelopen maandag", TODAY, past=False)
    with pytest.raises(DateNotUnderstood):
        parse_date("komende maandag", TODAY, past=True)


@given(days, days, st.booleans())
def test_what_is_printed_can_be_read_back(day: date, today: date, past: bool) -> None:
    for text in (long_date(day), short_date(day), day.isoformat(), f"{day.day}-{day.month}-{day.year}"):
        assert parse_date(text, today, past=past) == day


@given(days, days)
def test_without_a_year_it_is_the_nearest_such_day(day: date, today: date) -> None:
    assume((day.month, day.day) != (2, 29))
    text = f"{day.day}-{day.month}"
    before, after = parse_date(text, today, past=True), parse_date(text, today, past=False)
    assert today - timedelta(days=366) < before <= today <= after < today + timedelta(days=366)
    assert {(found.day, found.month) for found in (before, after)} == {(day.day, day.month)}


@given(days, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_within_a_week_and_never_today(today: date, weekday: str) -> None:
    before, after = parse_date(weekday, today, past=True), parse_date(weekday, today, past=False)
    assert 1 <= (today - before).days <= 7
    assert 1 <= (after - today).days <= 7
    assert {WEEKDAYS[day.weekday()] for day in (before, after)} == {weekday}


@given(st.text())
def test_any_text_is_a_date_or_is_refused_without_repeating_it(text: str) -> None:
    try:
        parse_date(text, TODAY, past=True)
    except DateNotUnderstood as error:
        assert str(error) == ""


def test_words_of_a_date() -> None:
    assert long_date(date(2026, 11, 12)) == "donderdag 12 november 2026"
    assert short_date(date(2026, 3, 1)) == "zo 1 mrt 2026"


def test_several_dates_are_read_in_order_and_each_once() -> None:
    today = date(2026, 11, 22)
    found = parse_dates("12-11, 3 oktober en 2 mrt; 12 november,", today, past=True)
    assert found == (date(2026, 3, 2), date(2026, 10, 3), date(2026, 11, 12))
    assert parse_dates(" , ", today, past=True) == ()
    for text in ("griep", "12-11, griep", "12-11 griep"):
        with pytest.raises(DateNotUnderstood):
            parse_dates(text, today, past=True)
