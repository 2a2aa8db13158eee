from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.dates_calendar import later
from coach.domain.kept import Kind
from coach.domain.retention import (
    UNASKED,
    Clock,
    agreements_until,
    clock,
    preparation_until,
    prolonged,
)

SAVED = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("talk", "until"),
    [
        (None, date(2026, 12, 22)),
        (date(2026, 11, 26), date(2026, 11, 27)),
        (SAVED, date(2026, 11, 23)),
        (date(2026, 11, 1), date(2026, 11, 23)),
        (date(2027, 3, 1), date(2026, 12, 22)),
    ],
)
def test_a_preparation_stays_until_the_day_after_the_talk_and_at_most_thirty_days(
    talk: date | None, until: date
) -> None:
    assert preparation_until(SAVED, talk) == until


@pytest.mark.parametrize(
    ("evaluations", "until"),
    [
        ((), date(2027, 5, 22)),
        ((date(2027, 1, 5), date(2026, 12, 1)), date(2027, 7, 5)),
        ((date(2026, 8, 31),), date(2027, 5, 22)),
        ((date(2027, 8, 31),), date(2028, 2, 29)),
        ((date(9999, 8, 1),), date.max),
    ],
)
def test_agreements_stay_six_months_after_the_last_evaluation(
    evaluations: tuple[date, ...], until: date
) -> None:
    assert agreements_until(SAVED, evaluations) == until


@given(day=st.dates(max_value=date(9900, 1, 1)), months=st.integers(0, 600))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int) -> None:
    found = later(day, months, "maand")
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found + timedelta(days=1)).day == 1


@given(saved=st.dates(), talk=st.none() | st.dates())
def test_a_preparation_is_never_kept_longer_unasked(saved: date, talk: date | None) -> None:
    until = preparation_until(saved, talk)
    assert saved <= until
    assert (until - saved) <= UNASKED


def test_what_one_wants_to_keep_is_asked_again_later() -> None:
    assert prolonged(Kind.PREPARATION, SAVED) == prolonged(Kind.DRAFT, SAVED) == date(2026, 12, 22)
    assert prolonged(Kind.AGREEMENTS, SAVED) == date(2027, 5, 22)


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (None, Clock.GOOD),
        (SAVED, Clock.GOOD),
        (date(2000, 1, 1), Clock.GOOD),
        (date(2026, 11, 23), Clock.SET_BACK),
    ],
)
def test_a_clock_that_goes_back_is_seen(seen: date | None, found: Clock) -> None:
    assert clock(SAVED, seen) is found
