"""What a line is in this talk, beyond what the guard can hear in the line alone."""

from __future__ import annotations

import pytest

from coach.domain.guard.labels import Act, Category
from coach.domain.rehearsal.effects import WORST_GUESS, land
from coach.domain.rehearsal.engine import take_turn
from coach.domain.rehearsal.heard import LOOSE
from coach.domain.rehearsal.ladder import ASKED_ON, opens
from coach.domain.rehearsal.moves import Own
from coach.domain.rehearsal.selection import Repertoire
from coach.domain.rehearsal.state import Slip
from coach.domain.rehearsal.wording import asks_to_confirm, questions_in, statements
from tests.unit.rehearsal.samples import CAST, analysis, heard, state

TOLD = ("Het rooster schuift elke dag en de lijsten kloppen niet.",)
OPEN = {"trust": 70.0, "tension": 30.0, "turn": 5}


def test_given_back_with_a_question_whether_it_is_so_is_a_summary() -> None:
    at = state(recent=TOLD)
    line = "Het rooster schuift en de lijsten kloppen niet. Heb ik dat goed?"
    assert heard(at, line, Act.GESLOTEN_VRAAG).move == Act.SAMENVATTEN
    assert heard(at, line.lower().replace(".", "").replace("?", "")).move == Act.SAMENVATTEN
    about_nothing = "De zon schijnt weer eens. Heb ik dat goed?"
    assert Act.SAMENVATTEN not in heard(at, about_nothing, Act.GESLOTEN_VRAAG).acts
    judged = heard(at, line, Act.GESLOTEN_VRAAG, found=(Category.OORDEEL,))
    assert Act.SAMENVATTEN not in judged.acts


def test_a_line_that_only_says_how_it_is_for_the_other_is_one_too() -> None:
    at = state(recent=TOLD)
    assert heard(at, "Dat rooster en die nachtlijn, dat is veel voor één mens.").move == Act.SAMENVATTEN
    for own in ("Maar dat rooster en die nachtlijn zijn zo.", "Ik maak dat rooster en die nachtlijn."):
        assert heard(at, own).move == Own.ONBEKEND


def test_what_was_seen_names_something() -> None:
    at = state()
    assert Act.OBSERVATIE not in heard(at, "Ik hoor je en ik zie je.", Act.OBSERVATIE).acts
    assert Act.OBSERVATIE in heard(at, "Ik zag dat je dinsdag later begon.", Act.OBSERVATIE).acts
    dated = heard(at, "Woensdag de elfde was je er niet.", Act.OBSERVATIE, Act.AFSPRAAK)
    assert dated.move == Act.OBSERVATIE


@pytest.mark.parametrize(
    "line",
    [
        "Wat merk je? Waar loop je vast? Wat heb je nodig?",
        "Fijn, wat merk je, waar zit het vast en wat is er nodig?",
        "oke dus het rooster klopt dat en hoe gaat het en wat heb je nodig",
    ],
)
def test_three_questions_at_once_are_too_many(line: str) -> None:
    at = state(**OPEN, flags=frozenset([Act.OBSERVATIE.value]))
    said = heard(at, line, Act.OPEN_VRAAG, Act.BEHOEFTE)
    assert said.piled
    assert said.move == Own.KRUISVERHOOR
    assert opens(CAST, at, said) is None
    once = heard(at, "Wat heb je nodig?", Act.OPEN_VRAAG, Act.BEHOEFTE)
    assert land(CAST, at, said).trust < land(CAST, at, once).trust / 2


def test_a_plain_line_asks_once_at_most() -> None:
    assert questions_in("Er komt steeds wat tussen, en jij bepaalt wat je zegt en hoe je het doet.") == 0
    assert questions_in("Hoe is dat voor je?") == 1


def test_what_is_given_back_before_a_question_makes_it_no_bare_one() -> None:
    at = state(recent=TOLD, bare=1)
    assert not heard(at, "Ik zie dat het rooster je raakt. Wanneer begint het?", Act.OPEN_VRAAG).bare
    assert heard(at, "Wanneer begint het?", Act.OPEN_VRAAG).bare
    assert statements("Wanneer begint het?") == ()
    assert not asks_to_confirm("Klopt dat?")


def test_asking_on_names_the_subject_in_the_end() -> None:
    at = state(**OPEN, rung=2, climbed=1)
    line = "Hoe gaat dat met het rooster?"
    assert opens(CAST, at, heard(at, line, Act.OPEN_VRAAG)) is None
    asked = state(**OPEN, rung=2, climbed=1, asked=ASKED_ON)
    assert opens(CAST, asked, heard(asked, line, Act.OPEN_VRAAG)) == 3
    raised = state(**OPEN, rung=2, climbed=1, raised=frozenset(["lijn"]))
    assert opens(CAST, raised, heard(raised, line, Act.OPEN_VRAAG)) == 3
    own = heard(asked, "Wat wil je zelf oppakken?", Act.EIGEN_REGIE)
    assert own.echo <= LOOSE
    assert opens(CAST, asked, own) is None


def test_a_guess_never_costs_much_and_calls_nobody_a_bully() -> None:
    at = state()
    guess = heard(at, "Zo heb ik je nog niet meegemaakt.", found=(Category.DREIGEN,), sure=False)
    assert guess.move == Own.ONBEKEND
    assert land(CAST, at, guess).trust == WORST_GUESS.trust
    assert heard(at, "Dan ben je weg.", found=(Category.DREIGEN,)).move == Category.DREIGEN


def test_an_apology_is_no_opinion_unless_a_but_follows() -> None:
    at = state(slips=(Slip("advies", 1, 4.0),), turn=1)
    assert heard(at, "Sorry, dat was te snel.", found=(Category.MENING,)).move == Own.EXCUUS
    but = heard(at, "Sorry, maar volgens mij overdrijf je.", found=(Category.MENING,))
    assert but.move == Category.MENING


def test_who_names_the_day_gets_a_yes_and_no_other_day() -> None:
    at = state(**OPEN, rung=4, climbed=1)
    line = "Jij maakt een lijst, en vrijdag kijken we hoe het gaat."
    turn = take_turn(Repertoire(CAST), at, line, analysis(line, Act.AFSPRAAK), seed=1, uses={})
    assert (turn.after.rung, turn.reply.fact) == (5, "")
    open_plan = "Zullen we daar iets over afspreken?"
    other = take_turn(Repertoire(CAST), at, open_plan, analysis(open_plan, Act.AFSPRAAK), seed=1, uses={})
    assert other.reply.fact.startswith("feit5")


def test_interest_alone_opens_the_first_rung_but_not_at_the_door() -> None:
    interest = frozenset([Act.BELANGSTELLING.value])
    line = "Hoe gaat het nu met je?"
    door = state(trust=60.0, tension=30.0, turn=1, flags=interest)
    assert opens(CAST, door, heard(door, line, Act.BELANGSTELLING)) is None
    later = state(trust=60.0, tension=30.0, turn=4, flags=interest)
    assert opens(CAST, later, heard(later, line, Act.BELANGSTELLING)) == 1
