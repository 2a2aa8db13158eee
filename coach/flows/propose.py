"""What the coach proposes from what was filled in: an opening line, advice on signals, places, readiness."""

from __future__ import annotations

from coach.domain.guard import Guard
from coach.domain.guard.labels import Role, Status, Verdict
from coach.domain.knowledge import Spoken, Tip
from coach.domain.opening import proposals
from coach.domain.preparation import Preparation
from coach.domain.preparing import Place, ReadyPoint, Signal
from coach.domain.signals import advice
from coach.flows.facts import is_unfinished
from coach.flows.judge import may_be_printed
from coach.flows.prepare import openings_for
from coach.flows.sift import FACTS, sift
from coach.library.load import Library


def composed_openings(library: Library, guard: Guard, preparation: Preparation) -> tuple[Spoken, ...]:
    """Return opening lines made of the facts, in je and u; only those that the guard calls good.

    None for someone who is ill: with him it is no talk about signals.
    """
    if preparation.status is Status.ZIEK:
        return ()
    return tuple(
        line
        for line in _proposals(library, guard, preparation)
        if all(_is_good(guard, text, preparation.status) for text in (line.je, line.u))
    )


def _proposals(library: Library, guard: Guard, preparation: Preparation) -> tuple[Spoken, ...]:
    refused = {refusal.text for refusal in sift(library, guard, preparation)[1] if refusal.step == FACTS}
    facts = [fact for fact in preparation.facts if fact.what not in refused and not is_unfinished(fact.what)]
    return proposals(library.opening_patterns, library.visible_signals, facts)


def _is_good(guard: Guard, text: str, status: Status) -> bool:
    said = guard.analyse(text, role=Role.ZEGT, status=status).verdict
    return said is Verdict.GOED and may_be_printed(guard, text, Role.ZEGT, status) is None


def offered_openings(library: Library, guard: Guard, preparation: Preparation) -> tuple[Spoken, ...]:
    """Return every opening line on offer: those made of the facts first, then the examples."""
    return (
        *composed_openings(library, guard, preparation),
        *openings_for(library, preparation.status),
    )


def signal_advice(library: Library, preparation: Preparation) -> Tip:
    """Return what to do with what was seen: nothing, ask in passing, or plan the talk this week."""
    return library.advice[advice(preparation, library.visible_signals)]


def ticked_signals(library: Library, preparation: Preparation) -> tuple[Signal, ...]:
    """Return the ticked signals that this content knows, in the order of its lists."""
    return tuple(signal for signal in library.visible_signals.values() if signal.id in preparation.signals)


def waiting_signals(library: Library, preparation: Preparation) -> tuple[Signal, ...]:
    """Return the ticked signals for which no fact was written yet."""
    written = {fact.signal for fact in preparation.facts}
    return tuple(signal for signal in ticked_signals(library, preparation) if signal.id not in written)


def chosen_place(library: Library, preparation: Preparation) -> Place | None:
    """Return the kind of place that was chosen, None for none (or one that this content does not know)."""
    return next((place for place in library.places if place.id == preparation.setting), None)


def still_to_do(library: Library, preparation: Preparation) -> tuple[ReadyPoint, ...]:
    """Return the points of the readiness check that are not ticked."""
    return tuple(point for point in library.ready_points if point.id not in preparation.ready)
