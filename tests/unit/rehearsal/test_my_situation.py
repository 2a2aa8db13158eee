"""Rehearsing one's own talk, from what was prepared."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain.errors import UsageError
from coach.domain.guard.labels import Status
from coach.domain.preparation import Fact, Plan, Preparation
from coach.flows.my_situation import my_situation, styles
from coach.flows.rehearse import say, start
from coach.library.load import Library

PREPARED = Preparation(
    facts=(Fact("Je leverde de offertes twee keer na de afgesproken dag in.", date(2026, 11, 10)),),
    plans=(Plan("ik een oplossing weet", "vraag ik eerst", "oplossen"),),
)


def test_the_employee_knows_what_was_seen_and_talks_in_the_chosen_style(library: Library) -> None:
    for voice in styles(library):
        scenario = my_situation(library, PREPARED, voice.id)
        assert scenario.voice == voice.id
        assert scenario.signals[0].what.startswith("Je leverde de offertes")
        rehearsal = start(library, scenario, seed=1)
        rehearsal = say(
            library.guard, rehearsal, "Ik zag dat de offertes twee keer te laat kwamen. Herken je dat?"
        )
        rehearsal = say(library.guard, rehearsal, "Dus de offertes lukken niet op tijd. Klopt dat?")
        turn = rehearsal.talk.turns[-1]
        assert turn.heard.move == "samenvatten"
        assert turn.reply.text


def test_the_own_pitfall_weighs_more(library: Library) -> None:
    plain = my_situation(library, Preparation(facts=PREPARED.facts), "zwijgen")
    own = my_situation(library, PREPARED, "zwijgen")
    assert own.sensitive["advies"] > plain.sensitive.get("advies", 1.0) - 1e-9
    assert own.sensitive["redden"] >= 1.3


@pytest.mark.parametrize(
    ("preparation", "style", "why"),
    [
        (Preparation(), "zwijgen", "Vul eerst in"),
        (Preparation(status=Status.ZIEK, facts=PREPARED.facts), "zwijgen", "ziek gemeld"),
        (PREPARED, "vrolijk", "Deze stijl ken ik niet"),
        (PREPARED, "algemeen", "Deze stijl ken ik niet"),
    ],
)
def test_what_cannot_be(library: Library, preparation: Preparation, style: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        my_situation(library, preparation, style)
