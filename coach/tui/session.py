"""What one run of the app holds: the preparation so far, and the day it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from coach.domain.preparation import Preparation


@dataclass(slots=True)
class Session:
    """The mutable state that all screens share; `preparation` is replaced by a new value at each answer.

    `today` gives the current date, so that tests can stand still in time.
    """

    preparation: Preparation = field(default_factory=Preparation)
    today: Callable[[], date] = date.today
