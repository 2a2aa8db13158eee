"""Keeping a preparation in step with its two switches, and what of it is printed and kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status, Verdict
from coach.domain.knowledge import Address
from coach.domain.preparation import Chosen, Preparation
from coach.flows.fit import in_address, unsuited
from coach.flows.keep import keepable
from coach.flows.make_sheet import make_sheet
from coach.library.load import Library
from tests.tui.prepare_helpers import word_library


@pytest.fixture(scope="module")
def words() -> Library:
    """The real content with a guard that refuses one word."""
    return word_library()


def test_every_sentence_of_the_coach_changes_its_form_and_back(words: Library) -> None:
    for part, guide in words.parts.items():
        asked = Preparation(questions=tuple(Chosen(part, question.je) for question in guide.questions))
        polite = in_address(words, asked, Address.U)
        assert [chosen.text for chosen in polite.questions] == [question.u for question in guide.questions]
        assert in_address(words, polite, Address.JE) == asked
    for opening in words.openings:
        assert in_address(words, Preparation(opening=opening.je), Address.U).opening == opening.u


def test_ones_own_words_do_not_change(words: Library) -> None:
    own = Preparation(opening="Ik zie je.", questions=(Chosen(Part.NODIG, "Wat wil je?"),))
    assert in_address(words, own, Address.U) == replace(own, address=Address.U)


def test_only_a_sentence_for_the_other_status_is_unsuited(words: Library) -> None:
    lines = [*words.openings, *(q for guide in words.parts.values() for q in guide.questions)]
    assert any(line.statuses == (Status.WERKT,) for line in lines)
    for line in lines:
        for status in Status:
            fits = any(status in other.statuses for other in lines if line.je in (other.je, other.u))
            analysis = unsuited(words, line.je, status)
            assert (analysis is None) == fits, (line.id, status)
            if analysis is not None:
                assert analysis.verdict is Verdict.VERBODEN
                assert unsuited(words, analysis.findings[0].instead, status) is None
    assert unsuited(words, "Iets van mijzelf.", Status.ZIEK) is None


def test_what_does_not_fit_the_status_is_not_on_the_sheet_but_stays_in_the_file(words: Library) -> None:
    question = next(q for q in words.part(Part.BENOEMEN).questions if q.statuses == (Status.WERKT,))
    said = Preparation(status=Status.ZIEK, questions=(Chosen(Part.BENOEMEN, question.je),))
    result = make_sheet(words, words.guard, said)
    assert [(refusal.step, refusal.text) for refusal in result.refused] == [("benoemen", question.je)]
    assert question.je not in repr(result.sheet)
    assert "ziek" in result.refused[0].analysis.findings[0].why
    assert make_sheet(words, words.guard, replace(said, status=Status.WERKT)).refused == ()
    assert keepable(words, words.guard, said) == (said, ())
