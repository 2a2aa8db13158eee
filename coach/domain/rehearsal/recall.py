"""Coming back to what was said: to a fact, to a promise of the manager, to something that hurt."""

from __future__ import annotations

from coach.domain.guard.labels import Act
from coach.domain.rehearsal.choosing import pick
from coach.domain.rehearsal.heard import Heard
from coach.domain.rehearsal.moves import Band
from coach.domain.rehearsal.script import Block
from coach.domain.rehearsal.selection import Repertoire
from coach.domain.rehearsal.state import State
from coach.domain.values import replace, value

SLIP_AFTER = 6
"""Turns after which something that hurt and was not made good comes up again."""
PROMISE_AFTER = 4
FACT_AFTER = 3
BETWEEN = 4
"""Turns between two times that he comes back to something, at least."""
FACT_IN = 3
"""One in so many turns in which it could be."""
_AT = frozenset([Act.DOORVRAGEN, Act.OPEN_VRAAG, Act.KNELPUNT, Act.WERKINVLOED, Act.BEHOEFTE, Act.ERKENNEN])
"""Moves after which there is room to come back to something."""


@value(frozen=True, slots=True)
class Recall:
    """The sentence that he adds, and the state in which that has been done."""

    text: str
    state: State


def recall(repertoire: Repertoire, state: State, heard: Heard, luck: str) -> Recall | None:
    """Return what the employee comes back to in this turn, None for nothing."""
    if state.turn - state.recalled < BETWEEN or heard.move not in _AT or heard.found:
        return None
    if state.band is Band.ESCALATIE:
        return None
    return (
        _slip(repertoire, state, luck) or _promise(repertoire, state, luck) or _fact(repertoire, state, luck)
    )


def _from(blocks: tuple[Block, ...], kind: str, state: State, luck: str) -> str | None:
    band = state.band
    found = [
        text for block in blocks if kind in block.moves for text in block.pool(band) if text not in state.used
    ]
    return found[pick(luck, f"terug {kind}", len(found))] if found else None


def _slip(repertoire: Repertoire, state: State, luck: str) -> Recall | None:
    for at, slip in enumerate(state.slips):
        if slip.repaired or slip.recalled or state.turn - slip.turn < SLIP_AFTER:
            continue
        blocks = (*repertoire.cast.style.slips, *repertoire.cast.shared.slips)
        text = _from(blocks, slip.category, state, luck)
        slips = (*state.slips[:at], replace(slip, recalled=True), *state.slips[at + 1 :])
        return Recall(text, replace(state, slips=slips)) if text else None
    return None


def _promise(repertoire: Repertoire, state: State, luck: str) -> Recall | None:
    for at, promise in enumerate(state.promises):
        if promise.recalled or state.turn - promise.turn < PROMISE_AFTER:
            continue
        blocks = (*repertoire.cast.style.promises, *repertoire.cast.shared.promises)
        text = _from(blocks, promise.kind, state, luck)
        promises = (*state.promises[:at], replace(promise, recalled=True), *state.promises[at + 1 :])
        return Recall(text, replace(state, promises=promises)) if text else None
    return None


def _fact(repertoire: Repertoire, state: State, luck: str) -> Recall | None:
    if pick(luck, "terug feit?", FACT_IN):
        return None
    known = repertoire.cast.scenario.callbacks
    found = [
        text
        for told in state.told
        if state.turn - told.turn >= FACT_AFTER
        for text in known.get(told.fact, ())
        if text not in state.used
    ]
    return Recall(found[pick(luck, "terug feit", len(found))], state) if found else None
