"""What is counted and what is said afterwards."""

from __future__ import annotations

import pytest

from coach.domain.guard.labels import Category
from coach.domain.rehearsal.debrief import INNER_VOICES, MAX_MARKS, Debrief
from coach.domain.rehearsal.debrief_sheet import debrief_sheet
from coach.domain.rehearsal.in_words import RUNG, bar, mark_words, measure_words, move_words
from coach.domain.rehearsal.measures import Standing
from coach.domain.rehearsal.moves import MOVES
from coach.flows.debrief_paper import NOT_WRITTEN, debrief_on_paper
from coach.flows.rehearse import Mode, Rehearsal, contest, hint, labels, look_back, say, start, used_after
from coach.library.load import Library
from coach.render.markdown import sheet_as_markdown

GOOD = (
    "Ik zag dat je dinsdag drie kwartier later inlogde. Herken je dat?",
    "Hoe is het voor je op het werk?",
    "Dat klinkt zwaar.",
    "Wat merk je in je werk?",
    "Waar loop je tegenaan?",
)


def _talk(library: Library, *lines: str, mode: Mode = Mode.PRACTICE) -> Rehearsal:
    rehearsal = start(library, library.scenarios["planner-transport"], seed=4, mode=mode)
    for line in lines:
        rehearsal = say(library.guard, rehearsal, line)
    return rehearsal


def _debrief(library: Library, rehearsal: Rehearsal) -> Debrief:
    result = look_back(library, rehearsal)
    assert result is not None
    return result


def test_what_surely_hurt_is_to_be_tried_first_and_the_turning_point_is_marked(library: Library) -> None:
    result = _debrief(library, _talk(library, *GOOD, "Je moet gewoon pauze nemen.", *GOOD[1:3]))
    assert result.attempt.turn == 6
    assert result.turning in {mark.turn for mark in result.marks}
    guess = _talk(library, "Ik zag dat je dinsdag later inlogde. Herken je dat?", "Vind je het nog leuk?")
    unsure = [found.weight for turn in guess.talk.turns for found in turn.heard.found]
    assert unsure
    assert max(unsure) < 1
    tip = library.debrief_texts.tips["geen-teruggeven"]
    assert _debrief(library, guess).attempt.why == tip.why


def test_a_label_that_is_contested_no_longer_counts(library: Library) -> None:
    rehearsal = _talk(library, *GOOD, "Heb je een burn-out?")
    before = _debrief(library, rehearsal)
    assert before.blocks.safe.standing is Standing.NOT_YET
    assert before.attempt.own == "Heb je een burn-out?"
    (turn, category), *_ = labels(rehearsal)
    assert (turn, category) == (6, Category.DIAGNOSE.value)
    contested = contest(rehearsal, turn, category)
    after = _debrief(library, contested)
    assert after.blocks.safe.standing is Standing.FIRM
    assert after.attempt.own != "Heb je een burn-out?"
    assert _debrief(library, contest(contested, turn, category)).blocks == before.blocks


def test_a_question_that_was_taken_back_is_under_way(library: Library) -> None:
    slip = (*GOOD, "Heb je een burn-out?")
    sorry = _talk(library, *slip, "Sorry, dat had ik niet moeten vragen.")
    assert _debrief(library, sorry).blocks.safe.standing is Standing.UNDER_WAY
    assert _debrief(library, _talk(library, *slip, *GOOD[2:3])).blocks.safe.standing is Standing.NOT_YET


def test_the_result_is_about_the_first_time(library: Library) -> None:
    rehearsal = _talk(library, *GOOD)
    first = _debrief(library, rehearsal)
    from coach.flows.rehearse import rewind

    again = say(library.guard, rewind(rehearsal, 3), "Je stelt je aan.")
    assert _debrief(library, again).blocks == first.blocks
    assert _debrief(library, again).curve == first.curve


def test_it_says_few_things_and_each_once(library: Library) -> None:
    result = _debrief(library, _talk(library, *GOOD, "Je moet gewoon pauze nemen.", "Wat heb je nodig?"))
    assert len(result.marks) <= MAX_MARKS
    assert [mark.turn for mark in result.marks] == sorted({mark.turn for mark in result.marks})
    assert len(result.inner) == INNER_VOICES
    assert len({inner.text for inner in result.inner}) == INNER_VOICES
    assert result.attempt.own == "Je moet gewoon pauze nemen."
    assert result.attempt.better
    assert result.strength.quote in GOOD
    assert result.turning == 6


@pytest.mark.parametrize(
    ("lines", "tip"),
    [
        (("Hoe gaat het?", "Wat merk je in je werk?"), "Begin met wat je zag, met de dag erbij."),
        (
            (GOOD[0], "Als ik het goed begrijp is de maan van kaas. Klopt dat?"),
            "Geef terug met de woorden van de ander.",
        ),
        (
            (GOOD[0], "Hoe is het?", "Wat merk je in je werk?", "Waar loop je tegenaan?"),
            "Eerst teruggeven, dan pas vragen.",
        ),
    ],
)
def test_where_nothing_hurt_it_names_what_was_skipped(
    library: Library, lines: tuple[str, ...], tip: str
) -> None:
    assert _debrief(library, _talk(library, *lines)).attempt.rule == tip


def test_nothing_said_gives_nothing_to_look_back_on(library: Library) -> None:
    assert look_back(library, _talk(library)) is None
    assert look_back(library, _talk(library, "", "")) is None


def test_hints_come_in_practice_and_not_in_a_dress_rehearsal(library: Library) -> None:
    lines = (GOOD[0], "Je moet gewoon pauze nemen.")
    word = hint(library, _talk(library, *lines))
    assert word is not None
    assert word.better
    assert hint(library, _talk(library, *lines, mode=Mode.DRESS)) is None
    assert hint(library, _talk(library, GOOD[0])) is None


def test_the_crisis_remark_only_comes_after_a_yes_and_ends_the_rehearsal(library: Library) -> None:
    from tests.unit.rehearsal.policies import expert

    scenario = library.scenarios["magazijn"]
    found = {False: False, True: False}
    for wanted in found:
        for seed in range(4):
            rehearsal = start(library, scenario, seed=seed, crisis=wanted)
            for at in range(20):
                rehearsal = say(library.guard, rehearsal, expert(at, rehearsal.talk, scenario, str(seed)))
                if rehearsal.talk.in_danger:
                    found[wanted] = True
                    assert rehearsal.alarmed
                    assert rehearsal.talk.is_over
                    assert look_back(library, rehearsal) is None
                    with pytest.raises(Exception, match="spoel je niet terug"):
                        rehearsal.talk.rewind(1)
                    break
    assert found == {False: False, True: True}


def test_paper_quotes_nothing_about_health(library: Library) -> None:
    rehearsal = _talk(library, *GOOD, "Heb je een burn-out?")
    result = _debrief(library, rehearsal)
    paper = sheet_as_markdown(
        debrief_on_paper(
            library.guard, rehearsal, result, plan="Als ik wil vragen naar haar depressie, dan stop ik."
        )
    )
    assert "burn-out" not in paper
    assert "depressie" not in paper
    assert NOT_WRITTEN.split(":")[0] in paper


def test_the_sheet_holds_all_of_it(library: Library) -> None:
    rehearsal = _talk(library, *GOOD, "Je moet gewoon pauze nemen.")
    result = _debrief(library, rehearsal)
    sheet = debrief_sheet(
        rehearsal.cast,
        result,
        rehearsal.talk.first.turns,
        guess=3,
        plan="Als het stil is, wacht ik.",
        transcript=True,
    )
    paper = sheet_as_markdown(sheet)
    for words in (
        result.strength.why,
        result.attempt.better,
        "Als het stil is, wacht ik",
        "beurt 3",
        "Het gesprek",
        GOOD[1],
    ):
        assert words in paper


def test_every_word_is_dutch(library: Library) -> None:
    result = _debrief(library, _talk(library, *GOOD))
    for block in result.blocks.all:
        for measure in block.measures:
            assert "_" not in measure_words(measure)
    for mark in result.marks:
        assert "_" not in mark_words(mark)
    assert all("_" not in move_words(move) for move in MOVES)
    assert len(RUNG) == 6
    assert bar(0) == "■"
    assert len(bar(100)) == 20


def test_what_was_used_comes_later_next_time(library: Library) -> None:
    first = _talk(library, *GOOD)
    second = start(library, library.scenarios["planner-transport"], seed=4, uses=used_after(first))
    for line in GOOD:
        second = say(library.guard, second, line)
    lines = [{turn.reply.lines[0] for turn in talk.talk.turns} for talk in (first, second)]
    assert not lines[0] & lines[1]
