from __future__ import annotations

from dataclasses import replace

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.preparation import Chosen, Fact, Plan, Preparation
from coach.flows.fit import in_address, unsuited
from coach.flows.keep import LABEL_STEP, keepable
from coach.flows.prepare import openings_for
from coach.library.load import Library
from tests.unit.flows.stand_in import WordGuard, as_guard
from tests.unit.samples import TYPICAL

BAD = "GEENNOTITIE"


def test_own_sentences_follow_the_address_and_back(library: Library) -> None:
    opening = next(line for line in library.openings if line.je != line.u)
    question = next(q for q in library.part(Part.NODIG).questions if q.je != q.u)
    je = Preparation(
        opening=opening.je, questions=(Chosen(Part.NODIG, question.je), Chosen(Part.NODIG, "Wat?"))
    )
    u = in_address(library, je, Address.U)
    assert (u.address, u.opening) == (Address.U, opening.u)
    assert u.asked_in(Part.NODIG) == (question.u, "Wat?")
    assert in_address(library, u, Address.JE) == je


def test_own_words_are_not_touched(library: Library) -> None:
    assert in_address(library, TYPICAL, TYPICAL.address) == replace(TYPICAL)
    mine = Preparation(opening="Mag ik jou iets vragen over jouw week?")
    assert in_address(library, mine, Address.U).opening == mine.opening


def test_a_sentence_for_the_other_status_does_not_fit(library: Library) -> None:
    line = next(line for line in library.openings if Status.ZIEK not in line.statuses)
    for text in (line.je, line.u):
        analysis = unsuited(library, text, Status.ZIEK)
        assert analysis is not None
        better = analysis.findings[0].instead
        assert better in {text for fit in openings_for(library, Status.ZIEK) for text in (fit.je, fit.u)}
        assert unsuited(library, text, Status.WERKT) is None
    assert unsuited(library, "Mijn eigen zin.", Status.ZIEK) is None


def test_what_may_not_be_printed_is_not_kept(library: Library) -> None:
    filled = Preparation(
        label=f"naam {BAD}",
        facts=(Fact("goed"), Fact(f"feit {BAD}")),
        moment="donderdag",
        place=f"plek {BAD}",
        asked=f"werk {BAD}",
        delivered="af",
        goal=f"doel {BAD}",
        plans=(Plan("goed", "ja", own=f"eigen {BAD}"), Plan(f"als {BAD}", "ja")),
        opening=f"opening {BAD}",
        questions=(Chosen(Part.NODIG, "vraag"), Chosen(Part.NODIG, f"vraag {BAD}")),
    )
    kept, refused = keepable(library, as_guard(WordGuard()), filled)
    assert BAD not in repr(kept)
    assert kept.facts == filled.facts[:1]
    assert (kept.moment, kept.plans, kept.questions) == (
        "donderdag",
        (Plan("goed", "ja"),),
        filled.questions[:1],
    )
    assert (kept.asked, kept.delivered, kept.goal) == ("", "af", "")
    steps = {refusal.step for refusal in refused}
    assert steps == {LABEL_STEP, "feiten", "plek", "werk", "valkuilen", "opening", "nodig", "afspraken"}


def test_what_may_be_kept_is_kept_whole(library: Library) -> None:
    assert keepable(library, as_guard(WordGuard()), TYPICAL) == (TYPICAL, ())


def test_an_own_sentence_stays_for_when_the_status_changes(library: Library) -> None:
    line = next(line for line in library.openings if Status.ZIEK not in line.statuses)
    ill = Preparation(status=Status.ZIEK, opening=line.je)
    assert keepable(library, as_guard(WordGuard()), ill) == (ill, ())
