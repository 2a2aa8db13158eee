"""What one run of the app holds: the preparation so far, the store, what was rehearsed, and the day it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from time import monotonic

from coach.domain.live import Live
from coach.domain.preparation import Preparation
from coach.domain.rehearsal.progress import Rehearsed
from coach.flows.keeper import Keeper
from coach.flows.record_shelf import MemoryShelf, Shelf


@dataclass(slots=True)
class Session:
    """The mutable state that all screens share; `preparation` is replaced by a new value at each answer.

    `today` gives the current date, so that tests can stand still in time. `held` are texts, by id of the
    step, that stay in their field because they may not be written down. `edition` counts how often another
    preparation was put in place, so that a screen can see that its fields belong to an older one. `wanted`
    is the id of the step that preparing is to show next, "" for the one it was at. `keeper` has the store,
    `shelf` keeps the agreements; the app puts that of the store in its place. `kept_after` says that whoever
    runs the app keeps the preparation when it ends.

    `live` is the talk as it goes, None before it is first opened; `clock` gives its seconds. `keys` are the
    keys that the user gave to it in place of its own, by name (see `domain/live_keys.py`), and `compact` asks
    for its small form at any size. `agreed` is the id of its agreements on the shelf, "" for none.

    `rehearse` is the scenario to begin with at once, and its level, seed and style ("" for none). `uses`
    are the lines that were heard while rehearsing, so that the next time differs; `rehearsed` is what came of
    it, and `counts_kept` how many of those are in the store; `plan` is the last if-then, in the user's own
    words. None of it outlives the app but the counts that the user had kept. `rephrase` says a line of the
    employee in other words, where the user asked for that.
    """

    preparation: Preparation = field(default_factory=Preparation)
    today: Callable[[], date] = date.today
    held: dict[str, tuple[str, ...]] = field(default_factory=dict)
    edition: int = 0
    wanted: str = ""
    shelf: Shelf = field(default_factory=MemoryShelf)
    live: Live | None = None
    clock: Callable[[], float] = monotonic
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    compact: bool = False
    agreed: str = ""
    keeper: Keeper = field(default_factory=Keeper)
    kept_after: bool = False
    rehearse: tuple[str, ...] = ()
    uses: dict[str, tuple[int, int]] = field(default_factory=dict)
    rehearsed: list[Rehearsed] = field(default_factory=list)
    counts_kept: int = 0
    rephrase: Callable[[str], str | None] | None = None
    plan: str = ""
    _kept: Preparation = field(default_factory=Preparation)
    _kept_held: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """What the run begins with came from somewhere, and can be had again."""
        self.mark_kept()

    def mark_kept(self) -> None:
        """Remember that all that was filled in is in a file or in the store (or is known to be left out)."""
        self._kept, self._kept_held = self.preparation, dict(self.held)

    @property
    def would_be_lost(self) -> bool:
        """Whether something was filled in that is nowhere but here; the draft in the store does not count."""
        if self.kept_after or (self.preparation.is_empty and not self.held):
            return False
        return self.preparation.filled != self._kept.filled or self.held != self._kept_held

    def start_with(self, preparation: Preparation, *, of: int | None = None) -> None:
        """Put another preparation in place of all that was filled in; `of` is its id in the store."""
        self.preparation = preparation
        self.keeper.current = of
        self.held.clear()
        self.live = None
        self.agreed = ""
        self.edition += 1
        self.mark_kept()
