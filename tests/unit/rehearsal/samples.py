"""A small employee to test with: two lines for each move and band, and a ladder of five rungs."""

from __future__ import annotations

from coach.domain.conversation import Part
from coach.domain.guard.labels import Act, Analysis, Category, Finding, Verdict
from coach.domain.rehearsal.heard import Heard, hear
from coach.domain.rehearsal.moves import MOVES, Band
from coach.domain.rehearsal.script import Block, Cast, Fact, Rung, Scenario, Signal, Start, Voice, When
from coach.domain.rehearsal.state import State, begin
from coach.domain.values import replace

TOPICS = {"lijn": frozenset(["nachtlijn", "telefoon"]), "rooster": frozenset(["rooster"])}
OPENNESS = (30.0, 40.0, 48.0, 54.0, 58.0)


def _voice(name: str, per_cell: int) -> Voice:
    blocks = tuple(
        Block(
            frozenset([move]),
            When(),
            {band: tuple(f"{name} {move} {band} {n}" for n in range(per_cell)) for band in Band},
        )
        for move in MOVES
    )
    inner = tuple(Block(frozenset([move]), When(), {"zeg": (f"Dacht {move}.",)}) for move in MOVES)
    return Voice(name, name, "klank", blocks, {}, {}, {}, inner)


def _ladder() -> tuple[Rung, ...]:
    return tuple(
        Rung(
            number,
            openness,
            tuple(
                Fact(name, number, tuple(f"Feit {name} op zijn {n}e manier." for n in range(3)))
                for name in (("lijn", "drie-b") if number == 3 else (f"feit{number}a", f"feit{number}b"))
            ),
        )
        for number, openness in enumerate(OPENNESS, start=1)
    )


SCENARIO = Scenario(
    id="proef",
    title="Een proef",
    level=2,
    sector="Proef",
    name="Kim",
    age="40",
    role="planner",
    voice="eigen",
    card="Een kaart.",
    pitfall="Een valkuil.",
    signals=(Signal("dinsdag", "Je begon later."),),
    start=Start(34, 41, 60),
    sensitive={},
    words={"werk": "de planning", "mensen": "de collega's", "plek": "op kantoor", "drukte": "de drukte"},
    topics=TOPICS,
    ladder=_ladder(),
    callbacks={},
    blocks=(),
    repairs=(),
    picks={part: ("Hoe gaat het?",) for part in Part if part is not Part.VOORBEREIDING},
)
CAST = Cast(SCENARIO, _voice("eigen", 2), _voice("algemeen", 2), 2)


def analysis(
    text: str, *acts: Act, found: tuple[Category, ...] = (), sure: bool = True, nood: bool = False
) -> Analysis:
    """Return an analysis with these acts and findings."""
    findings = tuple(
        Finding(f"regel-{name}", name, 0, len(text), "Omdat.", "Zeg iets anders.", "bron", sure)
        for name in found
    )
    verdict = Verdict.LIEVER_NIET if found else Verdict.GOED
    return Analysis(text, verdict, nood, findings, acts)


def state(**changes: object) -> State:
    """Return the employee as he sits down, with changes."""
    return replace(begin(CAST), **changes)  # type: ignore[arg-type]


def heard(at: State, text: str, *acts: Act, found: tuple[Category, ...] = (), sure: bool = True) -> Heard:
    """Return how a line lands."""
    return hear(SCENARIO, at, text, analysis(text, *acts, found=found, sure=sure))
