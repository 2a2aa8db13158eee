"""What came of rehearsals, as counts only: what may be kept of them, and how they stand beside each other.

Three blocks, small and in a row, each with its word; no points, no streaks, no ranking (research note, 9).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.rehearsal.debrief import Debrief
from coach.domain.rehearsal.in_words import BLOCK, STANDING
from coach.domain.rehearsal.measures import Standing
from coach.domain.rehearsal.script import RUNGS, Cast
from coach.domain.values import value

SHOWN = 20
"""Rehearsals in one picture; of more the last are shown."""
_COLUMNS = {Standing.NOT_YET: "▂", Standing.UNDER_WAY: "▅", Standing.FIRM: "█"}
LEGEND = " · ".join(f"{_COLUMNS[standing]} {word}" for standing, word in STANDING.items())
_RUNG = "Trede, van 0 tot 5"
_WIDTH = max(map(len, [*BLOCK.values(), _RUNG])) + 2


@value(frozen=True, slots=True)
class Rehearsed:
    """The counts of a rehearsal, never a word of it: where each block stood, and the rung (0-5)."""

    scenario: str
    level: int
    standings: Mapping[str, Standing]
    rung: int


def rehearsed(cast: Cast, result: Debrief) -> Rehearsed:
    """Return the counts of a rehearsal; of more tries the first one counts."""
    standings = {block.id: block.standing for block in result.blocks.all}
    return Rehearsed(cast.scenario.id, cast.level, standings, result.first_rung)


def as_data(one: Rehearsed) -> dict[str, Any]:
    """Return the form that is kept and exported."""
    standings = {block: standing.value for block, standing in one.standings.items()}
    return {"scenario": one.scenario, "niveau": one.level, "trede": one.rung, **standings}


def from_data(data: Mapping[str, Any]) -> Rehearsed:
    """Return the counts that `as_data` wrote; raises KeyError, TypeError or ValueError for anything else."""
    level, rung = int(data["niveau"]), int(data["trede"])
    if not 0 <= rung <= RUNGS:
        raise ValueError(rung)
    standings = {block: Standing(data[block]) for block in BLOCK}
    return Rehearsed(str(data["scenario"]), level, standings, rung)


def met(done: Sequence[Rehearsed], names: Mapping[str, str]) -> tuple[str, str]:
    """Return a sentence about whom one rehearsed with, and one about who is left ("" when nobody is).

    `names` has the name of each scenario by id, the easiest first.
    """
    times = Counter(one.scenario for one in done)
    spoken = [f"{names[name]} {times[name]} keer" for name in names if times[name]]
    others = sum(count for name, count in times.items() if name not in names)
    if others:
        spoken.append(f"je eigen situatie {others} keer")
    left = [name for key, name in names.items() if not times[key]]
    told = f"Je oefende {len(done)} keer: {', '.join(spoken)}."
    return told, f"Nog niet gesproken: {', '.join(left)}." if left and spoken else ""


def pictures(done: Sequence[Rehearsed]) -> list[str]:
    """Return a row for each block and for the rung: a column per rehearsal, the last one in words."""
    last = done[-SHOWN:]
    if not last:
        return []
    rows = [
        f"{title:<{_WIDTH}}{''.join(_COLUMNS[one.standings[block]] for one in last)}  "
        f"{STANDING[last[-1].standings[block]]}"
        for block, title in BLOCK.items()
    ]
    return [*rows, f"{_RUNG:<{_WIDTH}}{''.join(str(one.rung) for one in last)}", LEGEND]


def in_lines(done: Sequence[Rehearsed]) -> list[str]:
    """Return the same in words alone, for who reads no pictures."""
    last = done[-SHOWN:]
    rows = [
        f"{title}: {', '.join(STANDING[one.standings[block]] for one in last)}."
        for block, title in BLOCK.items()
    ]
    return [*rows, f"{_RUNG}: {', '.join(str(one.rung) for one in last)}."] if last else []
