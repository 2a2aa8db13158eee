"""When a draft is saved while someone types: in a pause, and now and then when there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace

PAUSE = 0.5
"""Seconds after the last key; promised is within a second (design, section 4)."""
LONGEST = 5.0
"""Seconds of typing on without a pause after which it is saved all the same."""


@dataclass(frozen=True, slots=True)
class Typing:
    """The keys since the last save: when the first and the last came, on a clock that only goes forward."""

    first: float | None = None
    last: float | None = None

    def key(self, now: float) -> Typing:
        """Return it with one more change, at `now`."""
        return replace(self, first=now if self.first is None else self.first, last=now)

    @property
    def save_at(self) -> float | None:
        """The moment to save, None when nothing has changed."""
        if self.first is None or self.last is None:
            return None
        return min(self.last + PAUSE, self.first + LONGEST)

    def is_due(self, now: float) -> bool:
        """Whether that moment has come."""
        return self.save_at is not None and now >= self.save_at
