"""The talk as a state machine: on, back, other sentences, stations, time, what lies over it, and its end."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.conversation import Part
from coach.domain.live import BREATHS, SECONDS_PER_BREATH, Ending, Live, View
from coach.domain.live_clock import Speaker
from coach.domain.live_draft import as_draft, from_draft
from coach.domain.live_script import Deck, Prompt, Script

DAY = date(2026, 11, 26)


def _deck(part: Part, count: int, steps: int) -> Deck:
    return Deck(part, tuple(Prompt(f"{part}-{n}", f"{part} {n}?") for n in range(count)), steps)


SCRIPT = Script(tuple(_deck(part, 4, 2 if part is Part.NODIG else 1) for part in Part))
OTHER = Script(tuple(_deck(part, 2, 1) for part in Part))


def at(part: Part, number: int = 0) -> Live:
    """A talk at a step."""
    names = [(step.part, step.number) for step in SCRIPT.steps]
    return Live(SCRIPT, at=names.index((part, number)))


def test_it_walks_along_all_six_parts_and_ends_at_the_agreements() -> None:
    live, seen = Live(SCRIPT), []
    while live.view is View.TALK:
        seen.append(live.step.part)
        live = live.onward(0)
    assert list(dict.fromkeys(seen)) == list(Part)
    assert seen.count(Part.NODIG) == 2
    assert live.view is View.CLOSING
    assert live.back(0).step.part is Part.AFRONDING


def test_back_stays_at_the_first_and_undoes_a_step() -> None:
    assert Live(SCRIPT).back(0).at == 0
    assert at(Part.INVLOED).onward(0).back(0).step.part is Part.INVLOED


def test_what_comes_next_is_told_and_the_last_one_has_nothing_after_it() -> None:
    assert at(Part.INVLOED).coming == Prompt("knelpunten-0", "knelpunten 0?")
    assert at(Part.AFRONDING).coming is None


def test_another_sentence_is_of_the_same_part_and_stands_nowhere_else() -> None:
    live = at(Part.NODIG)
    seen = []
    for _ in range(3):
        live = live.other(1, 0)
        seen.append(live.prompt.id)
    assert seen == ["nodig-2", "nodig-3", "nodig-0"], "nodig-1 stands at the second step"
    assert live.other(-1, 0).prompt.id == "nodig-3"
    assert live.other(1, 0).onward(0).back(0).prompt.id == "nodig-2", "and it is still there afterwards"


def test_a_part_with_one_sentence_keeps_it() -> None:
    one = Script(tuple(_deck(part, 1, 1) for part in Part))
    assert Live(one).other(1, 0).prompt == Live(one).prompt


def test_a_number_goes_to_its_station_and_again_to_the_next_part_of_it() -> None:
    live = Live(SCRIPT).to_station(4, 0)
    assert live.step.part is Part.KNELPUNTEN
    assert live.to_station(4, 0).step.part is Part.NODIG
    assert live.to_station(4, 0).to_station(4, 0).step.part is Part.KNELPUNTEN
    assert [Live(SCRIPT).to_station(n, 0).step.station.number for n in range(1, 6)] == [1, 2, 3, 4, 5]


def test_the_clock_starts_with_the_first_step_and_stands_still_in_a_pause() -> None:
    live = Live(SCRIPT)
    assert live.clock.settled(100).total == 0
    live = live.onward(100).paused(160)
    assert live.clock.settled(1000).total == 60
    live = live.returned(1000)
    assert live.clock.settled(1030).total == 90
    assert live.paused(1030).paused(2000).clock.settled(2001).total == 91


def test_a_pause_before_the_beginning_starts_nothing() -> None:
    assert not Live(SCRIPT).paused(0).returned(10).clock.runs


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    live = Live(SCRIPT).onward(100)
    assert live.clock.settled(50).settled(60).total == 10


def test_who_speaks_is_counted_from_the_turn_on() -> None:
    live = Live(SCRIPT).onward(0).turned(10)
    assert live.clock.speaker is Speaker.EMPLOYEE
    clock = live.turned(50).clock.settled(60)
    assert (clock.total, clock.employee, clock.manager) == (60, 40, 10)


def test_a_silence_counts_ten_breaths_and_then_waits() -> None:
    live = at(Part.INVLOED).silent(100)
    assert live.breaths(100) == 0
    assert live.breaths(100 + 3 * SECONDS_PER_BREATH) == 3
    assert live.breaths(9999) == BREATHS
    assert live.view is View.SILENCE
    assert live.onward(9999).step.part is Part.INVLOED, "the first key only leads back"


@pytest.mark.parametrize("over", ["silent", "paused", "blanked", "balanced"])
def test_what_lies_over_the_talk_goes_with_its_own_key_and_with_any(over: str) -> None:
    talk = at(Part.KNELPUNTEN).other(1, 0)
    shown = getattr(talk, over)(5)
    assert shown.view is not View.TALK
    for back in (
        getattr(shown, over)(6),
        shown.onward(6),
        shown.back(6),
        shown.other(1, 6),
        shown.returned(6),
    ):
        assert (back.view, back.step, back.prompt) == (View.TALK, talk.step, talk.prompt)


def test_time_can_be_hidden() -> None:
    assert Live(SCRIPT).shows_time
    assert not Live(SCRIPT).timed().shows_time


def test_it_ends_only_with_an_ending_and_can_be_opened_again() -> None:
    closing = at(Part.AFRONDING).onward(0)
    assert closing.ending is None
    closed = closing.closed(Ending(None), 60)
    assert (closed.view, closed.clock.settled(999).total) == (View.DONE, 60)
    for act in (closed.onward, closed.back, closed.silent, closed.paused, closed.turned, closed.balanced):
        assert act(70).view is View.DONE
    assert closed.to_station(2, 70).view is View.DONE
    assert closed.blanked(70).view is View.BLANK
    assert closed.blanked(70).returned(71).view is View.DONE
    again = closed.reopened(100)
    assert (again.view, again.ending) == (View.CLOSING, None)


def test_another_script_keeps_the_part_and_the_sentences_it_has() -> None:
    live = at(Part.NODIG, 1).to_station(2, 0).other(1, 0)
    assert live.following(OTHER).prompt.id == "benoemen-1"
    assert at(Part.NODIG, 1).following(OTHER).step.part is Part.NODIG
    gone = at(Part.INVLOED).other(-1, 0)
    assert gone.prompt.id == "invloed-3"
    assert gone.following(OTHER).prompt.id == "invloed-0"


def test_a_draft_holds_where_one_was_and_nothing_that_was_said() -> None:
    live = Live(SCRIPT).to_station(4, 0).other(1, 0).timed().turned(30)
    draft = as_draft(live, 90)
    text = json.dumps(draft)
    assert "?" not in text, "no sentence stands in it"
    again = from_draft(SCRIPT, json.loads(text), 5000)
    assert (again.step, again.prompt, again.shows_time) == (live.step, live.prompt, False)
    clock = again.clock.settled(5010)
    assert (clock.total, clock.employee, clock.speaker) == (100, 60, None)


@pytest.mark.parametrize("ending", [Ending(None), Ending(DAY)])
def test_a_draft_of_a_closed_talk_is_closed(ending: Ending) -> None:
    closed = at(Part.AFRONDING).onward(0).closed(ending, 60)
    again = from_draft(SCRIPT, as_draft(closed, 100), 0)
    assert (again.view, again.ending, again.clock.settled(50).total) == (View.DONE, ending, 60)


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
_KEYS = ("onderdeel", "stap", "gekozen", "seconden", "spreekt", "tijd", "einde")


@given(st.fixed_dictionaries({"versie": st.just(1)}, optional=dict.fromkeys(_KEYS, _JSON)) | _JSON)
def test_a_damaged_draft_gives_a_talk_all_the_same(draft: object) -> None:
    live = from_draft(SCRIPT, draft, 0)
    assert live.prompt.text
    assert live.clock.settled(10).total >= 0
    assert live.following(OTHER).prompt.text
