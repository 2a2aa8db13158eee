"""Days as people say them: two lists of phrases, and any text at all."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.dates import long_date, short_date
from coach.domain.dates_said import NAME_A_DAY, NO_TIME, PAST, UNKNOWN, WHICH, read_day

TODAY = date(2026, 11, 18)  # a Wednesday
LISTS = ("date_phrases.tsv", "date_phrases_unseen.tsv")


def phrases() -> list[tuple[str, str]]:
    """Return every phrase of both lists with what it means."""
    found = []
    for name in LISTS:
        text = Path(__file__).with_name(name).read_text("utf-8")
        for line in text.splitlines():
            if line and not line.startswith("#"):
                phrase, meaning = line.split("\t")
                found.append((phrase, meaning))
    return found


PHRASES = phrases()


def test_the_lists_are_as_long_as_was_measured() -> None:
    assert sum(meaning[0].isdigit() for _, meaning in PHRASES) == 74 + 36
    assert len(PHRASES) == 104 + 59


@pytest.mark.parametrize(("phrase", "meaning"), PHRASES)
def test_a_phrase_means_its_day(phrase: str, meaning: str) -> None:
    reading = read_day(phrase, TODAY)
    said, *choices = meaning.split()
    if said == "?":
        assert (reading.day, [day.isoformat() for day in reading.choices]) == (None, choices)
        assert reading.sentence not in ("", UNKNOWN)
    elif said in "<-":
        assert (reading.day, reading.choices) == (None, ())
        assert reading.sentence == {"<": PAST, "-": UNKNOWN}[said]
    else:
        assert reading.day == date.fromisoformat(said)
        assert (reading.choices, reading.sentence) == ((), "")


def test_the_sentence_says_what_is_wrong() -> None:
    assert read_day("volgende week", TODAY).sentence == WHICH
    assert read_day("na de vakantie", TODAY).sentence == NAME_A_DAY
    assert read_day("vrijdag om 10 uur", TODAY).sentence == NO_TIME
    assert read_day("10 november", TODAY).sentence == PAST


@given(st.dates(date(2020, 1, 1), date(2090, 12, 31)), st.integers(0, 1800))
def test_what_is_shown_is_read_back(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    for text in (long_date(day), short_date(day), day.isoformat()):
        assert read_day(text, today).day == day


words = st.lists(
    st.sampled_from(
        "over 2 99 week wk eind begin volgende deze do ma voor 15e 31e 1 december maand om 3 uur half een "
        "laatste vrijdag 12-3 - / 9999 werkdagen jaar a.s. paar na".split()
    ),
    max_size=6,
).map(" ".join)


@given(st.one_of(words, st.text(max_size=80)), st.dates())
def test_any_text_gives_a_day_to_come_or_a_sentence(text: str, today: date) -> None:
    reading = read_day(text, today)
    if reading.day is not None:
        assert reading.day >= today
        assert (reading.choices, reading.sentence) == ((), "")
    else:
        assert reading.sentence
        assert all(day >= today for day in reading.choices)


def test_a_long_text_ends() -> None:
    for text in ("voor " * 50_000, "9" * 20_000, "maandag " * 5_000, "week " * 20_000):
        assert read_day(text, TODAY).day is None
