"""A keeper with a store that opens fast, a day that a test can move, and what the tests of keeping share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coach.domain.preparation import Preparation
from coach.flows.keeper import Keeper
from tests.unit.samples import TYPICAL
from tests.unit.storage.stores import CHEAP

PASSPHRASE = "vier losse woorden"

BAD = "GEENNOTITIE"


class Calendar:
    """A day that a test can move."""

    def __init__(self) -> None:
        self.day = date(2026, 11, 22)

    def __call__(self) -> date:
        return self.day


def reopened(keeper: Keeper) -> Keeper:
    """As after an end and a new start."""
    keeper.close()
    again = Keeper(keeper.place, keeper.today, cost=CHEAP)
    again.unlock(PASSPHRASE)
    return again


def named(label: str, preparation: Preparation = TYPICAL) -> Preparation:
    return replace(preparation, label=label)
