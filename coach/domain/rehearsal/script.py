"""What the simulated employee can say, as written by authors: voices, scenarios, blocks of lines."""

from __future__ import annotations

from collections.abc import Mapping

from coach.domain.conversation import Part
from coach.domain.rehearsal.moves import Band, Effect
from coach.domain.values import value

Uses = Mapping[str, tuple[int, int]]
"""Of each line that was ever said: how often, and when last (any number that grows)."""
ANY = "zeg"
"""Stands as the band of lines that fit every band but escalation."""
RUNGS = 5


@value(frozen=True, slots=True)
class When:
    """On which conditions a block of lines may be used; what is None does not matter.

    `rung` is the lowest and the highest rung; `tension` and `energy` are pairs of ("<" or ">=", number);
    `slip` is "" for any slip or a category.
    """

    rung: tuple[int, int] | None = None
    fact: str | None = None
    topic: str | None = None
    previous: str | None = None
    echo: bool | None = None
    tension: tuple[str, float] | None = None
    energy: tuple[str, float] | None = None
    promise: bool | None = None
    slip: str | None = None


@value(frozen=True, slots=True)
class Block:
    """Lines that answer one of `moves`: `lines` by band, or by `ANY`."""

    moves: frozenset[str]
    when: When
    lines: Mapping[str, tuple[str, ...]]
    effect: Effect | None = None
    hint: str = ""

    def pool(self, band: Band) -> tuple[str, ...]:
        """Return the lines that fit `band`."""
        general = () if band is Band.ESCALATIE else self.lines.get(ANY, ())
        return (*self.lines.get(band, ()), *general)


@value(frozen=True, slots=True)
class Voice:
    """A style of person: how someone talks who waves it all away, weeps, or distrusts."""

    id: str
    title: str
    sound: str
    blocks: tuple[Block, ...]
    lead_ins: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]
    gestures: Mapping[str, tuple[str, ...]]
    inner: tuple[Block, ...] = ()
    slips: tuple[Block, ...] = ()
    promises: tuple[Block, ...] = ()


@value(frozen=True, slots=True)
class Fact:
    """Something the employee can tell; `wordings` all say the same."""

    id: str
    rung: int
    wordings: tuple[str, ...]


@value(frozen=True, slots=True)
class Rung:
    """A rung of the ladder of disclosure: its facts, and how open the employee must be (0-100)."""

    number: int
    openness: float
    facts: tuple[Fact, ...]


@value(frozen=True, slots=True)
class Signal:
    """What was seen, and when, as the manager can say it."""

    when: str
    what: str


@value(frozen=True, slots=True)
class Disclosure:
    """What the employee says about himself unasked, from `rung` on, and how he answers what comes next."""

    rung: int
    lines: tuple[str, ...]
    after: tuple[Block, ...]


@value(frozen=True, slots=True)
class Crisis:
    """A remark that points to danger; it only comes after a yes to `question` beforehand."""

    rung: int
    question: str
    lines: tuple[str, ...]


@value(frozen=True, slots=True)
class Start:
    """Where trust, tension and energy begin, 0-100, at the scenario's own level."""

    trust: float
    tension: float
    energy: float


@value(frozen=True, slots=True)
class Scenario:
    """One employee in one situation; `voice` is the style that he talks in by himself.

    `words` fill the placeholders of voices, `topics` are the words by which the manager is on a topic,
    `sensitive` are factors on the effect of a move, `callbacks` are by fact, `picks` are lines to pick.
    """

    id: str
    title: str
    level: int
    sector: str
    name: str
    age: str
    role: str
    voice: str
    card: str
    pitfall: str
    signals: tuple[Signal, ...]
    start: Start
    sensitive: Mapping[str, float]
    words: Mapping[str, str]
    topics: Mapping[str, frozenset[str]]
    ladder: tuple[Rung, ...]
    callbacks: Mapping[str, tuple[str, ...]]
    blocks: tuple[Block, ...]
    repairs: tuple[str, ...]
    picks: Mapping[Part, tuple[str, ...]]
    disclosure: Disclosure | None = None
    crisis: Crisis | None = None
    own: bool = False

    @property
    def who(self) -> str:
        """Return who it is, on one line."""
        return ", ".join(filter(None, (self.name, self.age and f"{self.age} jaar", self.role)))

    @property
    def facts(self) -> dict[str, Fact]:
        """Return every fact by id."""
        return {fact.id: fact for rung in self.ladder for fact in rung.facts}


@value(frozen=True, slots=True)
class Cast:
    """All that one rehearsal draws from: a scenario, the style it is played in, and the shared voice."""

    scenario: Scenario
    style: Voice
    shared: Voice
    level: int

    @property
    def voices(self) -> tuple[Voice, Voice]:
        """Return the voices, the person's own first."""
        return self.style, self.shared
