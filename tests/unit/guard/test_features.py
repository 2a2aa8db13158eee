"""Features by number are those that training knows by name."""

from __future__ import annotations

from typing import Any

import pytest

from coach.domain.guard import Guard
from coach.domain.guard.features import Gathered, key, numbers, spelled
from coach.domain.guard.lexicon import Lexicon
from coach.domain.guard.model import Model
from coach.domain.guard.reading import Reading
from coach.domain.guard.tokens import sentences

TEXTS = (
    "",
    "Burn-out?",
    "Ja, en dan?",
    "Hoe gaat het met je? Je hoeft niet te vertellen wat je hebt, maar slik je iets.",
    "ik loop op mijn tandvlees en jij ook wat heb je nodig",
    "Ik zag je drie keer te laat. Klopt dat! Dat dat dat dat?",
)


@pytest.mark.parametrize("text", TEXTS)
def test_the_number_of_every_feature_follows_from_its_name(text: str, artefact: dict[str, Any]) -> None:
    lexicon = Lexicon(artefact["lexicon"])
    readings = [Reading(sentence, lexicon) for sentence in sentences(text)]
    named = Gathered(readings, ("m:niet-vertellen",), spelled()).names
    assert Gathered(readings, ("m:niet-vertellen",), numbers()).names == {key(name) for name in named}
    assert len({key(name) for name in named}) == len(named)


def test_the_order_of_words_makes_another_number() -> None:
    names = (
        "a_b",
        "b_a",
        "a_b_c",
        "b_a_c",
        "a~b",
        "o:a",
        "o:a_",
        "o:a_b",
        "o:a_b_",
        "o:a__",
        "a",
        "p:a",
        "ab",
    )
    assert len({key(name) for name in names}) == len(names)
    assert all(0 <= key(name) < 2**32 for name in names)


def test_a_text_of_many_words_overflows_no_weight(artefact: dict[str, Any]) -> None:
    """What is added up at once and in parts gives the same scores."""
    lexicon, model = Lexicon(artefact["lexicon"]), Model(artefact["model"])
    readings = [Reading(sentence, lexicon) for sentence in sentences(TEXTS[3])]
    gathered = model.gathered(readings)
    whole = model.scores(gathered)
    model._widest = 100
    assert model.scores(gathered) == whole


def test_the_first_texts_are_scored_as_later_ones(artefact: dict[str, Any], guard: Guard) -> None:
    """Before and after the table of features is made."""
    fresh = Guard(artefact)
    for _ in range(120):
        for text in TEXTS:
            assert fresh.analyse(text) == guard.analyse(text)
