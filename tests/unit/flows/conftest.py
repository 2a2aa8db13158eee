from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.domain.guard import Guard
from coach.flows.keeper import Keeper
from coach.library.load import Library, load_library
from coach.storage.place import StorePlace
from tests.unit.flows.keepers import PASSPHRASE, Calendar
from tests.unit.flows.stand_in import WordGuard, as_guard
from tests.unit.storage.stores import CHEAP, CODE


@pytest.fixture(scope="session")
def library() -> Library:
    """The library of this checkout, with all of its content."""
    return load_library()


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def keeper(tmp_path: Path, calendar: Calendar) -> Iterator[Keeper]:
    keeper = Keeper(StorePlace(tmp_path), calendar, cost=CHEAP)
    keeper.set_up(PASSPHRASE, CODE)
    yield keeper
    keeper.close()


@pytest.fixture
def guard() -> Guard:
    return as_guard(WordGuard())
