"""Which line the employee says: the most specific one that holds, the least used first (research note, 5).

The rules are those of storylets and of saliency in Yarn Spinner and Valve's dialogue: every block whose
conditions hold takes part, the two highest values of specificity stay, what was said in this talk never comes
back, and luck decides only between equals.
"""

from __future__ import annotations

from collections.abc import Iterable

from coach.domain.rehearsal.choosing import pick
from coach.domain.rehearsal.heard import NEAR, Heard
from coach.domain.rehearsal.moves import Band, Own
from coach.domain.rehearsal.script import ANY, Block, Cast, Uses, When
from coach.domain.rehearsal.state import State
from coach.domain.values import value

_SCENARIO, _STYLE, _SHARED = 4, 2, 0
_TOPIC, _MEMORY, _ACT, _BAND, _PREVIOUS = 3, 3, 2, 1, 1
KEPT_VALUES = 2
"""Values of specificity that take part."""


@value(frozen=True, slots=True)
class Line:
    """A line that could be said now: `text` as the author wrote it, which is its key too."""

    text: str
    score: int
    block: Block


def holds(when: When, state: State, heard: Heard) -> bool:
    """Whether all conditions of a block hold."""
    checks = (
        when.rung is None or when.rung[0] <= state.rung <= when.rung[1],
        when.fact is None or when.fact in state.facts,
        when.topic is None or when.topic in heard.topics,
        when.previous is None or when.previous == state.previous,
        when.echo is None or when.echo is (heard.echo == NEAR),
        when.tension is None or _compares(state.tension, when.tension),
        when.energy is None or _compares(state.energy, when.energy),
        when.promise is None or when.promise is bool(state.promises),
        when.slip is None or any(when.slip in ("", slip.category) for slip in state.slips),
    )
    return all(checks)


def _compares(number: float, limit: tuple[str, float]) -> bool:
    return number < limit[1] if limit[0] == "<" else number >= limit[1]


def _points(when: When) -> int:
    remembers = (when.fact, when.slip, when.promise, when.echo)
    return (
        (_TOPIC if when.topic is not None else 0)
        + (_MEMORY if any(found is not None for found in remembers) else 0)
        + (_PREVIOUS if when.previous is not None else 0)
    )


class Repertoire:
    """All lines of a cast, by move; made once for a talk."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._by_move: dict[str, list[tuple[Block, int]]] = {}
        for blocks, worth in (
            (cast.scenario.blocks, _SCENARIO),
            (cast.style.blocks, _STYLE),
            (cast.shared.blocks, _SHARED),
        ):
            for block in blocks:
                score = worth + _ACT + _points(block.when)
                for move in block.moves:
                    self._by_move.setdefault(move, []).append((block, score))
        if cast.scenario.repairs:
            repair = Block(frozenset([Own.EXCUUS, Own.HERSTEL]), When(), {ANY: cast.scenario.repairs})
            for move in repair.moves:
                self._by_move.setdefault(move, []).append((repair, _SCENARIO + _ACT))

    def candidates(self, move: str, band: Band, state: State, heard: Heard) -> list[Line]:
        """Return every line that may answer `move`, said before or not."""
        return [
            line
            for block, score in self._by_move.get(move, ())
            if holds(block.when, state, heard)
            for line in _lines(block, score, band)
        ]

    def choose(
        self,
        move: str,
        band: Band,
        state: State,
        heard: Heard,
        *,
        luck: str,
        uses: Uses,
        own: Iterable[Block] = (),
    ) -> Line | None:
        """Return the line to answer `move` with, None when all that fits has been said in this talk.

        `own` are blocks of the moment, which go before all others.
        """
        special = [
            line
            for block in own
            if move in block.moves and holds(block.when, state, heard)
            for line in _lines(block, _SCENARIO + _ACT + _MEMORY, band)
        ]
        for found in (special, self.candidates(move, band, state, heard)):
            if line := _least_used(found, state, luck, move, uses):
                return line
        return None


def _lines(block: Block, score: int, band: Band) -> list[Line]:
    exact = block.lines.get(band, ())
    lines = [Line(text, score + _BAND, block) for text in exact]
    if band is not Band.ESCALATIE:
        lines += [Line(text, score, block) for text in block.lines.get(ANY, ())]
    return lines


def _least_used(found: list[Line], state: State, luck: str, slot: str, uses: Uses) -> Line | None:
    fresh = [line for line in found if line.text not in state.used]
    if not fresh:
        return None
    values = sorted({line.score for line in fresh}, reverse=True)
    kept = [line for line in fresh if line.score in values[:KEPT_VALUES]]
    never = [line for line in fresh if line.text not in uses]
    if never and not any(line.text not in uses for line in kept):
        # All that is most specific was said in an earlier rehearsal: something general is better than again.
        best = max(line.score for line in never)
        kept = [line for line in never if line.score == best]
    least = min(uses.get(line.text, (0, 0)) for line in kept)
    equals = sorted({line.text: line for line in kept if uses.get(line.text, (0, 0)) == least}.items())
    return equals[pick(luck, slot, len(equals))][1]
