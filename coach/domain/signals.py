"""How much was seen, and so what to do: one signal is none, the sum of several is (domain, T35)."""

from __future__ import annotations

from collections.abc import Mapping

from coach.domain.preparation import Preparation
from coach.domain.preparing import Advice, Signal


def seen(preparation: Preparation) -> int:
    """Return how many things were seen: each fact is one, and so is a ticked signal without a fact yet."""
    with_fact = {fact.signal for fact in preparation.facts}
    return len(preparation.facts) + sum(signal not in with_fact for signal in preparation.signals)


def advice(preparation: Preparation, signals: Mapping[str, Signal]) -> Advice:
    """Return what to do: nothing yet, ask in passing, or plan the talk this week.

    `signals` are those that can be ticked, by id; a ticked one that is not among them counts as usual.
    """
    ticked = {*preparation.signals, *(fact.signal for fact in preparation.facts)}
    count = seen(preparation)
    if count > 1:
        return Advice.THIS_WEEK
    if any(signals[name].serious for name in ticked if name in signals):
        return Advice.SERIOUS
    return Advice.IN_PASSING if count else Advice.NOTHING
