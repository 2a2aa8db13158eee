"""The ladder of disclosure: what must have happened before the employee tells more (research note, 5).

A rung opens when he is open enough, the subject has been named (now or earlier), this turn is one of
listening, nothing hurt in this turn or the one before, and two turns have passed since the last rung.
"""

from __future__ import annotations

from coach.domain.guard.labels import Act
from coach.domain.rehearsal.choosing import pick
from coach.domain.rehearsal.heard import NOT, Heard
from coach.domain.rehearsal.moves import LISTENING, Band, Own
from coach.domain.rehearsal.script import RUNGS, Cast, Fact, Uses
from coach.domain.rehearsal.state import State

DWELL = 2
"""Turns between two rungs, at least."""

NAMED: dict[int, frozenset[str]] = {
    1: frozenset([Act.OBSERVATIE]),
    2: frozenset([Act.WERKINVLOED]),
    3: frozenset([Act.KNELPUNT]),
    4: frozenset([Act.BEHOEFTE, Act.KWALITEIT]),
    5: frozenset([Act.AFSPRAAK]),
}
"""The acts of which one must have been used before a rung opens.

The note lets interest open the first rung as well. Here only once the talk is under way: nobody answers "hoe
is het?" at the door with the very thing that his manager noticed.
"""
UNDER_WAY = 3
"""Turns from which interest alone opens the first rung."""
ASKED_ON = 2
"""Questions about the talk itself, since the last rung, that count as naming its subject: who keeps
asking on gets there too, without the one word that the guard would know it by."""
_BOTTLENECK_RUNG = 3
_BY_ASKING, _BY_TOPIC = (2, 3), (2, 3)
OPENNESS: dict[int, float] = {1: 30.0, 2: 40.0, 3: 48.0, 4: 54.0, 5: 58.0}
"""How open the employee must be for each rung, where the scenario has no number of its own."""
_ASKING: dict[str, int] = {Act.OPEN_VRAAG: 0, Act.WERKINVLOED: 2, Act.KNELPUNT: 3, Act.BEHOEFTE: 4}
"""Moves that ask for a fact, and the rung of what answers them; 0 is the lowest with something left."""


def listens(heard: Heard, state: State) -> bool:
    """Whether this is a turn of listening, to what was said and not to itself."""
    if heard.hurts or heard.repeated or heard.danger or heard.piled:
        return False
    if heard.silent:
        return state.silent == 0 and state.band in (Band.TWIJFEL, Band.OPEN)
    if heard.move == Own.NAAST:
        return False
    acts = heard.acts & LISTENING
    return bool(acts - {Act.SAMENVATTEN}) or (Act.SAMENVATTEN in acts and heard.echo != NOT)


def opens(cast: Cast, state: State, heard: Heard) -> int | None:
    """Return the rung that this turn opens, None for none; `state` has this turn's feelings and flags."""
    rung = state.rung + 1
    if heard.move == Act.EIGEN_REGIE and rung <= _BOTTLENECK_RUNG:
        # "Wat wil je zelf oppakken?" is not answered with what goes wrong.
        return None
    if rung > RUNGS or state.turn - state.climbed < DWELL or state.turn - state.found_at <= 1:
        return None
    own = heard.acts & NAMED[rung]
    # An observation asks for recognition, an agreement for a yes: those turns open their own rung too.
    if not listens(heard, state) and not (own and not (heard.hurts or heard.repeated or heard.piled)):
        return None
    if not _named(cast, state, rung) or state.band is Band.ESCALATIE:
        return None
    return rung if state.openness >= cast.scenario.ladder[rung - 1].openness else None


def _named(cast: Cast, state: State, rung: int) -> bool:
    """Whether the subject of a rung came up: by its act, by what it is about, or by asking on."""
    if state.flags & NAMED[rung] or (rung in _BY_ASKING and state.asked >= ASKED_ON):
        return True
    if rung == 1 and Act.BELANGSTELLING in state.flags and state.turn >= UNDER_WAY:
        return True
    about = {fact.id for fact in cast.scenario.ladder[rung - 1].facts}
    return rung in _BY_TOPIC and bool(about & state.raised)


def asks_on(heard: Heard, state: State) -> bool:
    """Whether this is an open question about what this talk is about, to someone who does talk."""
    asking = bool(heard.acts & {Act.OPEN_VRAAG, Act.DOORVRAGEN})
    return asking and heard.echo > NOT and listens(heard, state) and state.band in (Band.TWIJFEL, Band.OPEN)


def next_fact(
    cast: Cast, state: State, heard: Heard, luck: str, *, uses: Uses, opened: bool
) -> tuple[Fact, str] | None:
    """Return a fact to tell in this turn and its words, None for none; never from above the rung reached.

    When a rung has just opened one of its facts is told. Later the others come when they are asked for, not
    in two turns running unless it is what was asked about. Words that were not heard in an earlier rehearsal
    (`uses`) go first.
    """
    rungs = cast.scenario.ladder[: state.rung]
    left = [fact for rung in rungs for fact in rung.facts if fact.id not in state.facts]
    if opened:
        left = [fact for fact in left if fact.rung == state.rung]
    asked = [fact for fact in left if fact.id in heard.topics]
    if not opened:
        # What is agreed is agreed once.
        left = [fact for fact in left if fact.rung < RUNGS]
        asked = [fact for fact in asked if fact.rung < RUNGS]
        if not listens(heard, state) or state.band not in (Band.TWIJFEL, Band.OPEN):
            return None
        left = asked or _wanted(left, state, heard)
    elif asked:
        left = asked
    if not left:
        return None
    # When a rung opens something must be told; else a fact that was heard too often waits for another time.
    told = [(fact, wording) for fact in left for wording in fact.wordings]
    fresh = [pair for pair in told if pair[1] not in uses]
    if not fresh and not opened and not asked:
        return None
    least = min(uses.get(wording, (0, 0)) for _, wording in told)
    equals = fresh or [pair for pair in told if uses.get(pair[1], (0, 0)) == least]
    return equals[pick(luck, "feit", len(equals))]


def _wanted(left: list[Fact], state: State, heard: Heard) -> list[Fact]:
    """The facts that answer what was asked, where no subject was named."""
    if heard.move == Act.DOORVRAGEN:
        # Asking on is about what was told last.
        last = max((fact.rung for fact in left), default=0)
        return [fact for fact in left if fact.rung == last]
    just_told = bool(state.told) and state.told[-1].turn >= state.turn - 1
    if just_told or heard.move not in _ASKING:
        return []
    rung = _ASKING[heard.move] or min((fact.rung for fact in left), default=0)
    return [fact for fact in left if fact.rung == rung]
