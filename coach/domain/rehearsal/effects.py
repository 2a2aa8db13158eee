"""What a turn of the manager does to trust, tension and energy (research note, section 5).

Gains are multiplied down: for the same act again, for a finding in the same turn, for a long turn, for a
summary that is not about what was said, and the higher trust already is. Losses are only halved where the
guard is not sure. Trust goes on foot and comes on horseback: a turn costs at most 22 points and gives 7.
"""

from __future__ import annotations

from coach.domain.guard.labels import Act
from coach.domain.rehearsal.heard import LONG_TURN, REPAIR_WITHIN, Heard
from coach.domain.rehearsal.moves import (
    CROSS_EXAMINATION,
    EARLY_AGREEMENT,
    EFFECTS,
    REPEATED,
    TOO_SILENT,
    Band,
    Effect,
    Own,
)
from coach.domain.rehearsal.script import Cast
from coach.domain.rehearsal.state import Slip, State
from coach.domain.values import replace, value

WORST, BEST = -22.0, 7.0
AGAIN = (1.0, 0.8, 0.4, 0.15, 0.0)
"""Factor on an act that was used 0, 1, 2, ... times in the last four turns."""
REMEMBERED = 4
WITH_A_FINDING = 0.5
IN_A_LONG_TURN = 0.7
WHEN_PILED = 0.3
"""Factor on gains of a turn with too much in it, as for a summary beside the point."""
SECOND_ACT = 0.5
"""An act beside a better one adds half; what is piled on top adds nothing."""
LEAST_GAIN, FULL_TRUST = 0.25, 130.0
TIRING = 1.2
DRIFT = 0.08
GIVEN_BACK = 0.4
HARDER = {1: 0.75, 2: 1.0, 3: 1.1}
"""Factor on losses by level: at the first a beginner must be able to go on, and reach the second rung."""
WORST_GUESS = Effect(-4, 4)
"""What a finding that the guard is not sure of costs at most: a false accusation spoils a good talk, a missed
slip hardly does (research note, section 5)."""
SILENCES = 3
QUESTIONS_IN_A_ROW = 3
COOLING = -4.0
"""A silence when things ran high."""
_BOTTLENECK_RUNG = 3


@value(frozen=True, slots=True)
class Landing:
    """What a turn did: the change of each value, and the slips as they stand afterwards."""

    trust: float
    tension: float
    energy: float
    slips: tuple[Slip, ...]
    repaired: bool = False


def _factor(cast: Cast, move: str) -> float:
    return cast.scenario.sensitive.get(move, 1.0)


def _act_effect(cast: Cast, state: State, heard: Heard, act: Act) -> Effect:
    if act is Act.AFSPRAAK and state.rung < _BOTTLENECK_RUNG:
        return EARLY_AGREEMENT
    if act is Act.ERKENNEN and heard.unearned_thanks:
        return Effect()
    base = EFFECTS[act]
    before = sum(act in acts for acts in state.acts[-REMEMBERED:])
    factor = AGAIN[min(before, len(AGAIN) - 1)]
    if act in (Act.SAMENVATTEN, Act.DOORVRAGEN):
        factor *= heard.echo
    factor *= _factor(cast, act.value)
    easing = base.tension * factor if base.tension < 0 else base.tension
    return Effect(base.trust * factor, easing)


def _gains(cast: Cast, state: State, heard: Heard) -> tuple[float, float]:
    """The trust and tension of the acts of a turn: the best counts, the second for half."""
    if heard.repeated:
        return 0.0, 0.0
    effects = sorted(
        (_act_effect(cast, state, heard, act) for act in heard.acts),
        key=lambda effect: (-effect.trust, effect.tension),
    )
    # A closed question stands beside many a good act ("Klopt dat?") and weighs nothing there.
    trust = tension = 0.0
    for effect, share in zip(effects, (1.0, SECOND_ACT), strict=False):
        trust += effect.trust * share
        tension += effect.tension * share
    gain = max(0.0, trust)
    if heard.found:
        # "Not sure" counts half here too.
        gain *= WITH_A_FINDING if heard.hurts else (1 + WITH_A_FINDING) / 2
        tension = tension * WITH_A_FINDING if tension < 0 else tension
    if heard.words > LONG_TURN:
        gain *= IN_A_LONG_TURN
    if heard.piled:
        gain *= WHEN_PILED
        tension = max(0.0, tension)
    gain *= max(LEAST_GAIN, 1 - state.trust / FULL_TRUST)
    return gain + min(0.0, trust), tension


def _losses(cast: Cast, heard: Heard) -> tuple[float, float, list[tuple[str, float]]]:
    """The trust and tension of what was found, and what each finding cost."""
    trust = tension = 0.0
    costs = []
    for found in heard.found:
        effect = EFFECTS[found.category]
        factor = found.weight * _factor(cast, found.category.value) * HARDER[cast.level]
        cost, strain = effect.trust * factor, effect.tension * factor
        if found.weight < 1:
            cost, strain = max(cost, WORST_GUESS.trust), min(strain, WORST_GUESS.tension)
        trust, tension = trust + cost, tension + strain
        costs.append((found.category.value, -cost))
    return trust, tension, costs


def _silence(state: State) -> tuple[float, float]:
    if state.silent + 1 >= SILENCES:
        return TOO_SILENT.trust, TOO_SILENT.tension
    base = EFFECTS[Own.STILTE]
    cooling = COOLING if state.band is Band.ESCALATIE else base.tension
    factor = AGAIN[min(sum(Own.STILTE in acts for acts in state.acts[-REMEMBERED:]), len(AGAIN) - 1)]
    return base.trust * factor * max(LEAST_GAIN, 1 - state.trust / FULL_TRUST), cooling * factor


def land(cast: Cast, state: State, heard: Heard) -> Landing:
    """Return what a turn does to the employee."""
    if heard.danger:
        return Landing(0.0, 0.0, 0.0, state.slips)
    if heard.silent:
        trust, tension = _silence(state)
        return Landing(trust, tension + _drift(state), -TIRING, state.slips)
    gain, gain_tension = _gains(cast, state, heard)
    loss, loss_tension, costs = _losses(cast, heard)
    trust, tension, energy = gain + loss, gain_tension + loss_tension, -TIRING
    third = heard.bare and state.bare + 1 >= QUESTIONS_IN_A_ROW
    if third:
        trust += CROSS_EXAMINATION.trust
        tension += CROSS_EXAMINATION.tension
    if heard.repeated:
        trust += REPEATED.trust
        tension += REPEATED.tension
    if third or heard.words > LONG_TURN:
        energy -= 1
    slips, back = _repair(state, heard)
    trust = max(WORST, min(BEST, trust + back))
    number = state.turn + 1
    # What the guard was not sure of is not thrown in anyone's face later.
    unsure = {found.category.value for found in heard.found if found.weight < 1}
    slips += tuple(
        Slip(category, number, cost, recalled=category in unsure) for category, cost in costs if cost > 0
    )
    return Landing(trust, tension + _drift(state), energy, slips, back > 0)


def _drift(state: State) -> float:
    return (state.rest - state.tension) * DRIFT


def _repair(state: State, heard: Heard) -> tuple[tuple[Slip, ...], float]:
    """An apology, understanding or safety soon after a slip gives a part of the loss back, once."""
    soothing = heard.apology or heard.acts & {Act.ERKENNEN, Act.VEILIGHEID}
    if not soothing or heard.found or heard.repeated:
        return state.slips, 0.0
    # An apology reaches as far back as the other remembers; kind words only just now.
    since = state.turn - (REPAIR_WITHIN * 3 if heard.apology else REPAIR_WITHIN) + 1
    back = 0.0
    slips = []
    for slip in state.slips:
        if slip.repaired and heard.apology and slip.turn >= since:
            slip = replace(slip, taken_back=True)
        elif not slip.repaired and slip.turn >= since:
            back += slip.cost * GIVEN_BACK
            slip = replace(slip, repaired=True, taken_back=heard.apology)
        slips.append(slip)
    return tuple(slips), back


def clamped(number: float) -> float:
    """Return a number within 0-100, rounded so that it reads the same on every machine."""
    return round(max(0.0, min(100.0, number)), 4)
