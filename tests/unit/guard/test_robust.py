"""No text makes the guard fail, hang or grow with the square of its length."""

from __future__ import annotations

import random
import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.guard import Guard, Role, Status

_SEEDS = [
    "Heb je een burn-out?",
    "je ",
    "niet ",
    ", ",
    "? ",
    "wil dood ",
    "ik hoef niet ",
    "\x00",
    "\u202e",
    "é",
    "((((",
    "'n ",
    "1.",
    "\ud800",
]


@settings(deadline=None)
@given(text=st.text(max_size=200), role=st.sampled_from(list(Role)), status=st.sampled_from(list(Status)))
def test_any_text_gets_an_answer_with_spans_inside_it(
    guard: Guard, text: str, role: Role, status: Status
) -> None:
    analysis = guard.analyse(text, role, status)
    assert analysis.text == text
    for finding in analysis.findings:
        assert 0 <= finding.start < finding.end <= len(text)


def test_ten_thousand_mixed_texts(guard: Guard) -> None:
    chance = random.Random(4)
    for _ in range(10_000):
        text = "".join(chance.choices(_SEEDS, k=chance.randrange(12)))
        for finding in guard.analyse(text).findings:
            assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["?", "a", "je ", "wil ", "niet meer ", "((", "1.", "Heb je een burn-out? ", "ik hoef niet ", ", "],
)
def test_a_long_text_costs_time_in_proportion(guard: Guard, piece: str) -> None:
    small, large = piece * (20_000 // len(piece)), piece * (200_000 // len(piece))

    def took(text: str) -> float:
        best = float("inf")
        for _ in range(2):
            start = time.perf_counter()
            guard.analyse(text)
            best = min(best, time.perf_counter() - start)
        return best

    guard.analyse(small)
    assert took(large) < 30 * took(small) + 0.05


def test_patterns_are_linear_by_construction(artefact: dict[str, Any]) -> None:
    """Only single steps, optional steps and bounded gaps: no group, no star, no plus."""
    step = r"(?:\[[^\[\]]+\]|[^\[\]{}()*+?\\])"
    shape = re.compile(rf"\^?(?:(?:\[\^,\]|\.)\{{0,[1-9]\}}|{step}\??)+\$?\Z")
    nood, masks = artefact["nood"], artefact["masks"]
    for table in (artefact["rules"], nood["found"], nood["not"], masks["found"], masks["not"]):
        for _, expression, *_ in table["patterns"]:
            assert shape.match(expression), expression
            assert expression.count("{0,") <= 4


def test_a_line_of_a_megabyte_is_read_to_its_end(guard: Guard) -> None:
    for piece in ("Heb je een burn-out? ", "woord ", "?", "([{\"'", "a"):
        text = piece * (1_000_000 // len(piece))
        start = time.perf_counter()
        guard.analyse(text)
        assert time.perf_counter() - start < 60


@pytest.mark.long
def test_a_hundred_thousand_texts(guard: Guard) -> None:
    """Words of the language, signs and odd characters in any order, in every role."""
    chance = random.Random(11)
    words = ["heb", "je", "burn-out", "niet", "meer", "dood", "hoeft", "slik", "thuis", "’s", "n't", "1e"]
    roles = list(Role)
    for number in range(100_000):
        parts = [
            chance.choice(words) if chance.random() < 0.6 else chr(chance.randrange(1, 0x3000))
            for _ in range(chance.randrange(14))
        ]
        text = chance.choice(["", " "]).join([*parts, chance.choice(_SEEDS)])
        for finding in guard.analyse(text, roles[number % len(roles)]).findings:
            assert 0 <= finding.start < finding.end <= len(text)
