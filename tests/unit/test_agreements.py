"""What agreements are: their rules, their moments, and looking back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain import agreement_rules as rules
from coach.domain.agreements import (
    FIRST_CHECK_WITHIN,
    MAX_AGREEMENTS,
    LookBack,
    MomentKind,
    Present,
    Record,
    Subject,
    Team,
    moments,
    subjects_for,
    to_come,
)
from coach.domain.guard.labels import Status
from tests.unit.agreements import HELD_ON, LATER, PLANNING, UID, USUAL, records

EMPTY = Record(UID, HELD_ON)


def fields(record: Record) -> list[str]:
    """Return the fields in which something is wrong."""
    return [lack.field for lack in rules.record_lacks(record)]


def test_a_usual_record_is_whole() -> None:
    assert rules.record_lacks(USUAL) == ()


def test_there_is_no_end_without_a_next_date_or_the_explicit_none() -> None:
    assert fields(EMPTY) == ["afspraken", "eerste", "evaluatie"]
    assert fields(replace(USUAL, evaluation=None)) == ["evaluatie"]
    assert fields(EMPTY.agreeing_on_nothing()) == []
    assert fields(replace(EMPTY.agreeing_on_nothing(), first_check=HELD_ON)) == ["eerste"]
    assert EMPTY.agreeing_on_nothing().with_agreement(LATER).none_made is False


def test_the_first_look_is_within_a_week_and_the_evaluation_behind_it() -> None:
    for days, wrong in ((-1, True), (0, True), (1, False), (7, False), (8, True)):
        day = HELD_ON + timedelta(days=days)
        assert (rules.first_check_lack(day, HELD_ON) is not None) is wrong, days
    lack = rules.first_check_lack(HELD_ON + timedelta(days=8), HELD_ON)
    assert lack is not None
    assert "woensdag 25 november 2026" in lack.sentence
    assert rules.evaluation_lack(USUAL.first_check, USUAL.first_check, HELD_ON) is not None
    assert rules.evaluation_lack(USUAL.evaluation, USUAL.first_check, HELD_ON) is None
    assert rules.evaluation_lack(None, None, HELD_ON) is not None


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_the_usual_evaluation_is_a_working_day_after_six_weeks(day: date) -> None:
    usual = rules.usual_evaluation(day)
    assert usual.weekday() < 5
    assert timedelta(days=42) <= usual - day <= timedelta(days=44)
    assert rules.evaluation_lack(usual, day + FIRST_CHECK_WITHIN, day) is None
    assert rules.remark(usual, day) == ""


def test_remarks_refuse_nothing() -> None:
    assert rules.remark(date(2026, 11, 21), HELD_ON) == rules.IN_WEEKEND
    assert rules.remark(date(2027, 6, 1), HELD_ON) == rules.FAR_AWAY


def test_days_of_an_agreement() -> None:
    yesterday, tomorrow = HELD_ON - timedelta(days=1), HELD_ON + timedelta(days=1)
    wrong = replace(LATER, what=" ", by=yesterday, until=yesterday, review_on=yesterday)
    assert [lack.field for lack in rules.agreement_lacks(wrong, HELD_ON)] == [
        "wat",
        "klaar",
        "tot",
        "terugkijken",
    ]
    (lack,) = rules.agreement_lacks(replace(LATER, by=tomorrow, until=HELD_ON), HELD_ON)
    assert lack.sentence == rules.UNTIL_BEFORE_BY


def test_words_for_the_team_are_needed_where_they_were_chosen() -> None:
    told = replace(USUAL.communication, words="")
    assert fields(replace(USUAL, communication=told)) == ["team"]
    assert Record(UID, HELD_ON).communication.team is Team.WERK


def test_agreements_keep_their_place_and_their_number() -> None:
    first, second = USUAL.agreements
    assert (first.id, second.id) == (1, 2)
    changed = USUAL.with_agreement(replace(first, what="Anders."))
    assert [a.what for a in changed.agreements] == ["Anders.", second.what]
    left = USUAL.without_agreement(1)
    assert left.with_agreement(LATER).agreements[-1].id == 3
    full = EMPTY
    for _ in range(MAX_AGREEMENTS):
        full = full.with_agreement(PLANNING)
    with pytest.raises(ValueError):
        full.with_agreement(PLANNING)
    assert full.with_agreement(replace(full.agreements[3], what="Anders.")).agreements[3].what == "Anders."


def test_moments_stand_in_order_each_day_once() -> None:
    assert [(m.id, m.kind) for m in moments(USUAL)] == [
        ("eerste", MomentKind.FIRST_CHECK),
        ("afspraak-2", MomentKind.REVIEW),
        ("evaluatie-1", MomentKind.EVALUATION),
    ]
    same_day = replace(PLANNING, id=2, review_on=USUAL.evaluation)
    assert len(moments(USUAL.with_agreement(same_day))) == 2


def test_looking_back_moves_the_evaluation_that_was_planned() -> None:
    looked = USUAL.looked_back(LookBack(date(2026, 11, 24), "dit", "dat", "zus", date(2026, 12, 15)))
    assert looked.evaluation == date(2026, 12, 15)
    assert [m.id for m in to_come(looked)] == ["afspraak-2", "evaluatie-1"]
    later = looked.looked_back(LookBack(date(2026, 12, 15), next_on=date(2027, 1, 20)))
    assert [(m.id, m.day) for m in to_come(later)] == [("evaluatie-3", date(2027, 1, 20))]
    moved = later.looked_back(LookBack(date(2026, 12, 20), next_on=date(2027, 2, 1)))
    assert [(m.id, m.day) for m in to_come(moved)] == [("evaluatie-3", date(2027, 2, 1))]


def test_looking_back_leaves_a_day_that_was_planned() -> None:
    looked = USUAL.looked_back(LookBack(date(2026, 11, 20), next_on=USUAL.first_check))
    assert (looked.first_check, looked.evaluation) == (USUAL.first_check, USUAL.evaluation)
    assert looked.look_backs[-1].next_on is None
    assert to_come(looked)[0].kind is MomentKind.FIRST_CHECK


def test_there_always_is_a_next_time() -> None:
    assert rules.next_lack(None, HELD_ON) is not None
    assert rules.next_lack(HELD_ON, HELD_ON) is not None
    assert rules.next_lack(HELD_ON + timedelta(days=1), HELD_ON) is None


@given(records(), st.dates(), st.dates())
def test_after_looking_back_something_is_to_come(record: Record, today: date, next_on: date) -> None:
    if not record.last_look <= today < next_on:
        return
    after = record.looked_back(LookBack(today, next_on=next_on))
    assert next_on in {moment.day for moment in to_come(after)}
    assert len({moment.id for moment in moments(after)}) == len(moments(after))


def test_with_someone_who_is_ill_only_contact() -> None:
    assert Subject.TAKEN not in subjects_for(Status.ZIEK)
    assert Subject.CONTACT in subjects_for(Status.ZIEK)
    assert set(subjects_for(Status.WERKT)) == set(Subject)


def test_who_was_there_are_roles_in_one_order() -> None:
    assert EMPTY.with_present([Present.HR, Present.MEDEWERKER]).present == (Present.MEDEWERKER, Present.HR)
