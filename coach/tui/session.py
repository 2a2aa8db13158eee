"""What one run of the app holds: the preparation so far, what was rehearsed, and the day it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from coach.domain.preparation import Preparation
from coach.domain.rehearsal.measures import Standing


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The counts of a rehearsal, never a word of it: where each block stood, and the rung."""

    scenario: str
    level: int
    standings: Mapping[str, Standing]
    rung: int


@dataclass(slots=True)
class Session:
    """The mutable state that all screens share; `preparation` is replaced by a new value at each answer.

    `today` gives the current date, so that tests can stand still in time. `held` are texts, by id of the
    step, that stay in their field because they may not be written down. `edition` counts how often another
    preparation was put in place, so that a screen can see that its fields belong to an older one. `wanted`
    is the id of the step that preparing is to show next, "" for the one it was at. `rehearse` is the scenario
    to begin with at once, and its level and seed where they were asked for. `uses` are the lines that were
    heard while rehearsing, so that the next time differs; `rehearsed` is what came of it; `plan` is the last
    if-then, in the user's own words. None of it outlives the app.
    """

    preparation: Preparation = field(default_factory=Preparation)
    today: Callable[[], date] = date.today
    held: dict[str, tuple[str, ...]] = field(default_factory=dict)
    edition: int = 0
    wanted: str = ""
    rehearse: tuple[str, ...] = ()
    uses: dict[str, tuple[int, int]] = field(default_factory=dict)
    rehearsed: list[Rehearsed] = field(default_factory=list)
    plan: str = ""

    def start_with(self, preparation: Preparation) -> None:
        """Put another preparation in place of all that was filled in."""
        self.preparation = preparation
        self.held.clear()
        self.edition += 1
