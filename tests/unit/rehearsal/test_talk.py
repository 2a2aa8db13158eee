"""Going back, saying it differently, and what counts."""

from __future__ import annotations

import pytest

from coach.domain.errors import UsageError
from coach.domain.guard.labels import Act, Category
from coach.domain.rehearsal.engine import take_turn
from coach.domain.rehearsal.selection import Repertoire
from coach.domain.rehearsal.talk import MAX_TRIES, MAX_TURNS, Talk, TooManyTries
from tests.unit.rehearsal.samples import CAST, analysis, state

REPERTOIRE = Repertoire(CAST)


def _say(talk: Talk, text: str, *acts: Act, found: tuple[Category, ...] = ()) -> Talk:
    known = talk.known(text)
    if known is not None:
        return known
    turn = take_turn(REPERTOIRE, talk.state, text, analysis(text, *acts, found=found), seed=3, uses={})
    return talk.with_turn(turn)


@pytest.fixture
def talk() -> Talk:
    begun = Talk(state())
    for text in ("Hoe gaat het?", "Wat merk je?", "Waar loop je tegenaan?"):
        begun = _say(begun, text, Act.OPEN_VRAAG)
    return begun


def test_the_same_words_again_give_the_same_answer_on_the_same_branch(talk: Talk) -> None:
    again = _say(talk.rewind(2), "wat merk je", Act.OPEN_VRAAG)
    assert again.turns[-1] is talk.turns[1]
    assert len(again.branches) == 1


def test_other_words_make_a_branch_and_the_first_time_stays(talk: Talk) -> None:
    other = _say(talk.rewind(2), "Je bent lui", found=(Category.OORDEEL,))
    assert [len(branch.turns) for branch in other.branches] == [3, 2]
    assert other.branches[1].shared == 1
    assert other.first == talk.first
    assert other.turns[0] is talk.turns[0]
    back = other.go(0)
    assert back.turns == talk.turns
    # From the branch back before its beginning: what follows hangs on the first branch again.
    third = _say(other.rewind(1), "Dag", Act.GESLOTEN_VRAAG)
    assert third.branches[2].parent == 0
    assert third.branches[2].shared == 0


def test_a_moment_can_be_tried_three_times(talk: Talk) -> None:
    tried = talk
    for number in range(MAX_TRIES - 1):
        tried = _say(tried.rewind(2) if tried.at >= 2 else tried, f"Iets anders {number}", Act.OPEN_VRAAG)
    assert len(tried.branches) == MAX_TRIES
    stuck = tried.rewind(2)
    assert stuck.tries_left() == 0
    with pytest.raises(TooManyTries):
        _say(stuck, "Nog iets anders", Act.OPEN_VRAAG)
    # What was said there before may be said again, and another moment is free.
    assert _say(stuck, "Wat merk je?").turns[-1] is talk.turns[1]
    assert talk.rewind(3).tries_left() == MAX_TRIES - 1


def test_luck_does_not_depend_on_the_branch(talk: Talk) -> None:
    other = _say(talk.rewind(3), "Iets anders", Act.OPEN_VRAAG)
    straight = _say(
        _say(_say(Talk(state()), "Hoe gaat het?", Act.OPEN_VRAAG), "Wat merk je?", Act.OPEN_VRAAG),
        "Iets anders",
        Act.OPEN_VRAAG,
    )
    assert other.turns[-1] == straight.turns[-1]


def test_what_cannot_be(talk: Talk) -> None:
    for turn in (0, 4, -1):
        with pytest.raises(UsageError):
            talk.rewind(turn)
    with pytest.raises(UsageError):
        talk.go(7)


def test_a_talk_ends_at_its_longest() -> None:
    long = Talk(state())
    for number in range(MAX_TURNS):
        long = _say(long, f"Zin {number}", Act.GESLOTEN_VRAAG)
    assert long.is_over
    with pytest.raises(UsageError):
        _say(long, "Nog een")
