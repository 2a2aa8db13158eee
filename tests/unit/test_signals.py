from __future__ import annotations

import pytest

from coach.domain.preparation import Fact, Preparation
from coach.domain.preparing import Advice, Signal
from coach.domain.signals import advice, seen

SIGNALS = {
    "later": Signal("later", "Later", "", "", "", "eigen"),
    "fouten": Signal("fouten", "Fouten", "", "", "", "eigen"),
    "onveilig": Signal("onveilig", "Onveilig", "", "", "", "eigen", serious=True),
}


@pytest.mark.parametrize(
    ("signals", "facts", "expected"),
    [
        ([], [], Advice.NOTHING),
        (["later"], [], Advice.IN_PASSING),
        (["later"], [Fact("a", None, "later")], Advice.IN_PASSING),
        ([], [Fact("a")], Advice.IN_PASSING),
        (["weg"], [], Advice.IN_PASSING),
        (["later", "fouten"], [], Advice.THIS_WEEK),
        (["later"], [Fact("a", None, "later"), Fact("b", None, "later")], Advice.THIS_WEEK),
        (["later"], [Fact("a")], Advice.THIS_WEEK),
        (["onveilig"], [], Advice.SERIOUS),
        (["onveilig", "later"], [], Advice.THIS_WEEK),
    ],
)
def test_one_is_none_and_several_or_a_serious_one_are(
    signals: list[str], facts: list[Fact], expected: Advice
) -> None:
    assert advice(Preparation().with_signals(signals).with_facts(facts), SIGNALS) is expected


def test_a_fact_of_a_ticked_signal_is_not_counted_twice() -> None:
    filled = Preparation().with_signals(["later", "fouten"]).with_facts([Fact("a", None, "later"), Fact("b")])
    assert seen(filled) == 3
