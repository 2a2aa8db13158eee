"""What is prompted during the talk: prepared sentences first, by status and address, all of it sayable."""

from __future__ import annotations

import pytest

from coach.domain.conversation import Part
from coach.domain.guard.labels import Role, Status, Verdict
from coach.domain.knowledge import Address
from coach.domain.live import Live
from coach.domain.live_clock import Stopwatch
from coach.domain.preparation import Chosen, Preparation
from coach.flows.judge import judge
from coach.flows.live import (
    advice,
    balance,
    in_words,
    moments_for,
    pages_of,
    pause_lines,
    prompting,
    title_of,
)
from coach.library.load import Library, load_library

OPENING = "Ik zag dat je maandag om tien uur begon. Herken je dat?"
OWN = "Hoe ging het overleg van dinsdag?"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def test_without_a_preparation_there_is_something_to_say_for_every_part_and_status(library: Library) -> None:
    for status in Status:
        for address in Address:
            script = prompting(library, library.guard, Preparation(status=status, address=address)).script
            assert [deck.part for deck in script.decks] == list(Part)
            for deck in script.decks:
                assert len({prompt.id for prompt in deck.prompts}) == len(deck.prompts)
                for prompt in deck.prompts:
                    said = library.guard.analyse(prompt.text, Role.ZEGT, status)
                    assert said.verdict is Verdict.GOED, prompt.text


def test_no_fact_is_prompted_that_nobody_chose(library: Library) -> None:
    script = prompting(library, library.guard, Preparation()).script
    examples = {q.je for guide in library.parts.values() for q in guide.questions if q.example}
    assert len(examples) >= 5
    assert not examples & {prompt.text for deck in script.decks for prompt in deck.prompts}
    (chosen,) = {q.je for q in library.part(Part.BENOEMEN).questions if q.id == "benoemen-overleg"}
    prepared = Preparation(questions=(Chosen(Part.BENOEMEN, chosen),))
    assert prompting(library, library.guard, prepared).script.deck(Part.BENOEMEN).prompts[0].text == chosen


def test_what_was_prepared_comes_first_and_in_its_order(library: Library) -> None:
    known = library.part(Part.NODIG).questions[1]
    prepared = Preparation(
        opening=OPENING,
        questions=(
            Chosen(Part.BENOEMEN, OWN),
            Chosen(Part.NODIG, known.je),
            Chosen(Part.NODIG, "Wat wil je deze week houden?"),
        ),
    )
    script = prompting(library, library.guard, prepared).script
    live, said = Live(script), []
    for _ in script.steps:
        said.append(live.prompt.text)
        live = live.onward(0)
    assert said[1:3] == [OPENING, OWN]
    assert said[5:7] == [known.je, "Wat wil je deze week houden?"]
    assert [prompt.id for prompt in script.deck(Part.NODIG).prompts].count(known.id) == 1


def test_what_may_not_be_read_is_not_prompted_but_named(library: Library) -> None:
    bad = "Heb je een burn-out?"
    found = prompting(
        library, library.guard, Preparation(opening=OPENING, questions=(Chosen(Part.INVLOED, bad),))
    )
    assert bad not in [prompt.text for deck in found.script.decks for prompt in deck.prompts]
    assert [(item.step, item.text) for item in found.refused] == [("invloed", bad)]


def test_a_report_of_illness_gives_another_talk(library: Library) -> None:
    ill = Preparation(status=Status.ZIEK, address=Address.U)
    script = prompting(library, library.guard, ill).script
    for deck in script.decks[1:]:
        first = next(q for q in library.part(deck.part).questions if q.id == deck.prompts[0].id)
        assert first.statuses == (Status.ZIEK,)
        assert deck.prompts[0].text == first.u
    works = prompting(library, library.guard, Preparation(opening=OPENING)).script
    followed = Live(works).to_station(3, 0).following(script)
    assert followed.step.part is Part.INVLOED
    assert followed.prompt in script.deck(Part.INVLOED).prompts


def test_the_first_thing_is_said_aloud(library: Library) -> None:
    live = Live(prompting(library, library.guard, Preparation()).script)
    assert "geheugensteun" in live.prompt.text and "meekijken" in live.prompt.text
    assert "hardop" in title_of(library, live)
    assert title_of(library, live.onward(0)) == library.part(Part.BENOEMEN).title


def test_hard_moments_have_two_sentences_on_a_page(library: Library) -> None:
    shown = {status: moments_for(library, status) for status in Status}
    assert {moment.id for moments in shown.values() for moment in moments} == {m.id for m in library.moments}
    for moment in library.moments:
        *said, after = pages_of(moment)
        assert said and all(page.said and 1 <= len(page.lines) <= 2 for page in said)
        assert [line for page in said for line in page.lines] == list(moment.say)
        assert after.lines == moment.then and not after.said


def test_a_pause_has_words_for_every_status(library: Library) -> None:
    assert all(pause_lines(library, status, address) for status in Status for address in Address)


@pytest.mark.parametrize(
    ("manager", "employee", "words"),
    [
        (0, 0, "weet nog niet wie er praat. Druk op l"),
        (60, 120, "1 minuut, je medewerker 2 minuten. Je luistert minstens twee keer"),
        (120, 180, "Probeer twee keer zo veel te luisteren"),
        (0, 45, "0 seconden, je medewerker 45 seconden"),
    ],
)
def test_the_balance_in_words(manager: float, employee: float, words: str) -> None:
    assert words in balance(Stopwatch(500, manager, employee), "l")


def test_lengths_of_time() -> None:
    assert [in_words(s) for s in (-1, 1, 59.9, 60, 119, 3600)] == [
        "0 seconden", "1 seconde", "59 seconden", "1 minuut", "1 minuut", "60 minuten"
    ]  # fmt: skip


def test_advice_is_calm(library: Library) -> None:
    bad = advice(judge(library.guard, "Heb je een burn-out?"))
    assert (bad.word, bad.opening) == ("", "Kies liever")
    assert judge(library.guard, bad.better).verdict is Verdict.GOED
    good = advice(judge(library.guard, "Hoe gaat het op je werk?"))
    assert good.word and not good.better
