from __future__ import annotations

from datetime import date

import pytest

from coach.domain.guard.labels import Role, Verdict
from coach.domain.knowledge import Address
from coach.domain.opening import MAX_LINE, proposals, said_fact
from coach.domain.preparation import Fact, Preparation
from coach.domain.preparing import OpeningPattern, Signal
from coach.flows.fit import in_address
from coach.flows.propose import composed_openings
from coach.library.load import load_library

DAY = date(2026, 11, 12)
LATE = Signal("later", "Begint later.", "Begon om ...", "je later begon", "u later begon", "eigen")
PATTERNS = (
    OpeningPattern("a", False, "Ik help je.", "Ik help u.", "Herken je dat?", "Herkent u dat?", "eigen"),
    OpeningPattern("b", True, "Ik help je.", "Ik help u.", "Hoe zie jij het?", "Hoe ziet u het?", "eigen"),
)


@pytest.mark.parametrize(
    ("what", "je"),
    [
        (
            "Begon om tien uur, de dienst is om acht",
            "Op 12 november begon je om tien uur, de dienst is om acht.",
        ),
        ("kwam om 9.40 uur binnen.", "Op 12 november kwam je om 9.40 uur binnen."),
        ("Hij miste het overleg", "Op 12 november miste je het overleg."),
        ("Je zei niets", "Op 12 november zei je niets."),
        ("Twee rapporten zijn niet af", "Op 12 november zag ik dit: twee rapporten zijn niet af."),
        ("KPN belde over de storing", "Op 12 november zag ik dit: KPN belde over de storing."),
        ("Was", "Op 12 november zag ik dit: Was."),
    ],
)
def test_a_fact_is_said_in_ones_own_words(what: str, je: str) -> None:
    assert said_fact(Fact(what, DAY), None, Address.JE) == je


def test_a_fact_in_other_words_is_said_as_its_signal() -> None:
    assert (
        said_fact(Fact("10:00", DAY, "later"), LATE, Address.JE)
        == "Ik zag op 12 november dat je later begon."
    )
    assert said_fact(Fact("10:00", None, "later"), LATE, Address.U) == "Ik zag dat u later begon."
    assert said_fact(Fact("Kwam later"), None, Address.U) == "Laatst kwam u later."


def test_an_opening_line_has_fact_care_and_question_in_both_forms() -> None:
    first, second = proposals(PATTERNS, {}, [Fact("Kwam later", DAY), Fact("Zei niets", date(2026, 11, 16))])
    assert first.je == "Ik help je. Op 16 november zei je niets. Herken je dat?"
    assert first.u == "Ik help u. Op 16 november zei u niets. Herkent u dat?"
    assert second.je == "Op 12 november kwam je later. Ik help je. Hoe zie jij het?"


def test_without_a_fact_or_with_a_whole_story_nothing_is_proposed() -> None:
    assert proposals(PATTERNS, {}, []) == ()
    assert proposals(PATTERNS, {}, [Fact("Zei " + "heel veel " * MAX_LINE)]) == ()


def test_every_signal_gives_three_openings_that_may_be_said_and_printed() -> None:
    library = load_library()
    for signal in library.visible_signals.values():
        for when in (DAY, None):
            made = Preparation(signals=(signal.id,), facts=(Fact("zie het rooster", when, signal.id),))
            lines = composed_openings(library, library.guard, made)
            assert len(lines) >= 3, signal.id
            for text in (text for line in lines for text in (line.je, line.u)):
                assert library.guard.analyse(text, role=Role.NOTITIE).verdict is Verdict.MAG


def test_an_opening_of_the_facts_follows_the_address_and_a_forbidden_one_is_not_proposed() -> None:
    library = load_library()
    made = Preparation(facts=(Fact("Kwam om 9.40 uur binnen.", DAY),))
    line = composed_openings(library, library.guard, made)[0]
    chosen = Preparation(facts=made.facts, opening=line.je)
    polite = in_address(library, chosen, Address.U)
    assert polite.opening == line.u
    assert in_address(library, polite, Address.JE) == chosen
    ill = Preparation(facts=(Fact("Had een burn-out", DAY),))
    assert composed_openings(library, library.guard, ill) == ()
    unfinished = Preparation(facts=(Fact("Begon om ... uur", DAY),))
    assert composed_openings(library, library.guard, unfinished) == ()
