"""How long the talk lasts and who speaks; a moment is the seconds of any clock that only goes forward."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Speaker(StrEnum):
    """Who speaks."""

    MANAGER = "leidinggevende"
    EMPLOYEE = "medewerker"


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Seconds that were counted, and since when it counts (None: it stands still).

    `manager` and `employee` count only while it is noted who speaks, so they may be less than `total`.
    """

    total: float = 0.0
    manager: float = 0.0
    employee: float = 0.0
    speaker: Speaker | None = None
    since: float | None = None

    @property
    def runs(self) -> bool:
        """Whether it counts."""
        return self.since is not None

    def settled(self, now: float) -> Stopwatch:
        """Return it with all time up to `now` counted; a clock that was set back counts for nothing."""
        if self.since is None:
            return self
        passed = max(0.0, now - self.since)
        return replace(
            self,
            total=self.total + passed,
            manager=self.manager + passed * (self.speaker is Speaker.MANAGER),
            employee=self.employee + passed * (self.speaker is Speaker.EMPLOYEE),
            since=now,
        )

    def started(self, now: float) -> Stopwatch:
        """Return it counting; one that counts already goes on."""
        return self if self.runs else replace(self, since=now)

    def stopped(self, now: float) -> Stopwatch:
        """Return it standing still."""
        return replace(self.settled(now), since=None)

    def heard(self, speaker: Speaker, now: float) -> Stopwatch:
        """Return it counting for `speaker` from now on."""
        return replace(self.settled(now).started(now), speaker=speaker)
