"""The state of the simulated employee: how he feels, what he has told, and what he remembers."""

from __future__ import annotations

from coach.domain.rehearsal.moves import Band
from coach.domain.rehearsal.script import Cast
from coach.domain.values import value

CLOSED_BELOW = 35.0
OPEN_ABOVE = 52.0
ESCALATED_FROM = 70.0
CALM = 40.0
"""Tension up to which it costs no openness."""

_LEVELS = {1: (46.0, 35.0), 2: (34.0, 41.0), 3: (30.0, 47.0)}
"""Trust and tension at the start of each level (research note, section 5)."""
LEVELS = tuple(_LEVELS)


@value(frozen=True, slots=True)
class Told:
    """A fact that was told: in which turn (from 1), and in which words."""

    fact: str
    turn: int
    text: str


@value(frozen=True, slots=True)
class Slip:
    """Something that hurt: its category, the turn, and the trust that it cost.

    `repaired` says that it was made good, `taken_back` that the manager said sorry for it.
    """

    category: str
    turn: int
    cost: float
    repaired: bool = False
    taken_back: bool = False
    recalled: bool = False


@value(frozen=True, slots=True)
class Promise:
    """Something the manager promised, by the label that held it, and whether he was reminded of it."""

    kind: str
    turn: int
    recalled: bool = False


@value(frozen=True, slots=True)
class State:
    """The employee after a number of turns; `trust`, `tension` and `energy` are 0-100.

    `rung` is the highest rung that was reached and `climbed` the turn of the last step up; `flags` are the
    acts that have been used; `topics` the topics that came up; `recent` the last replies; `used` every line
    said so far; `acts` those of the last turns, the newest last; `heard` the manager's lines in short form;
    `asked` the open questions about the talk since the last rung, and `raised` the topics that the manager
    brought up.
    """

    trust: float
    tension: float
    energy: float
    rest: float
    turn: int = 0
    rung: int = 0
    climbed: int = -2
    flags: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    told: tuple[Told, ...] = ()
    slips: tuple[Slip, ...] = ()
    promises: tuple[Promise, ...] = ()
    recent: tuple[str, ...] = ()
    used: frozenset[str] = frozenset()
    acts: tuple[frozenset[str], ...] = ()
    heard: frozenset[str] = frozenset()
    previous: str = ""
    bare: int = 0
    asked: int = 0
    raised: frozenset[str] = frozenset()
    silent: int = 0
    found_at: int = -9
    gestured: int = -9
    recalled: int = -9
    disclosed: int = 0
    ended: bool = False

    @property
    def openness(self) -> float:
        """How open the employee is, 0-100: trust, less half of the tension above calm."""
        return max(0.0, self.trust - 0.5 * max(0.0, self.tension - CALM))

    @property
    def band(self) -> Band:
        """The band of openness; high tension decides before all else."""
        if self.tension >= ESCALATED_FROM:
            return Band.ESCALATIE
        if self.openness < CLOSED_BELOW:
            return Band.DICHT
        return Band.OPEN if self.openness > OPEN_ABOVE else Band.TWIJFEL

    @property
    def facts(self) -> frozenset[str]:
        """The ids of the facts that were told."""
        return frozenset(told.fact for told in self.told)


def begin(cast: Cast) -> State:
    """Return the employee as he sits down: the scenario's own start, moved to the level that is played."""
    start, (trust, tension) = cast.scenario.start, _LEVELS[cast.level]
    own_trust, own_tension = _LEVELS[cast.scenario.level]
    tension = start.tension + tension - own_tension
    return State(start.trust + trust - own_trust, tension, start.energy, rest=tension)
