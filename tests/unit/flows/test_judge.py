from __future__ import annotations

import pytest

from coach.domain.guard.labels import Role, Status, Verdict
from coach.domain.text import MAX_TEXT
from coach.flows.judge import better_text, judge, may_be_printed
from tests.unit.flows.stand_in import BETTER, WordGuard, as_guard


def test_a_text_is_cleaned_and_capped_before_it_is_judged() -> None:
    guard = WordGuard()
    judgement = judge(as_guard(guard), "\x1b" + "a" * MAX_TEXT, Role.NOTITIE, Status.ZIEK)
    assert guard.seen == [("\ufffd" + "a" * (MAX_TEXT - 1), Role.NOTITIE, Status.ZIEK)]
    assert judgement.cut
    assert not judge(as_guard(guard), "a" * MAX_TEXT).cut


def test_without_a_limit_all_is_read() -> None:
    guard = WordGuard()
    judgement = judge(as_guard(guard), "a" * MAX_TEXT + " VERBODEN", limit=None)
    assert judgement.verdict is Verdict.VERBODEN
    assert not judgement.cut


def test_the_better_wording_is_that_of_the_worst_finding() -> None:
    guard = as_guard(WordGuard())
    for text, better in (("VERBODEN", BETTER), ("goed", None)):
        assert better_text(guard, judge(guard, text).analysis, Role.ZEGT, Status.WERKT) == better


@pytest.mark.parametrize(
    ("text", "role", "refused"),
    [
        ("goed", Role.ZEGT, None),
        ("LIEVERNIET", Role.ZEGT, None),
        ("VERBODEN", Role.ZEGT, Verdict.VERBODEN),
        ("VERBODEN", Role.NOTITIE, None),
        ("GEENNOTITIE", Role.NOTITIE, Verdict.MAG_NIET),
        ("GEENNOTITIE", Role.ZEGT, Verdict.MAG_NIET),
    ],
)
def test_what_may_be_printed(text: str, role: Role, refused: Verdict | None) -> None:
    analysis = may_be_printed(as_guard(WordGuard()), text, role, Status.WERKT)
    assert (analysis.verdict if analysis else None) is refused
