"""How long the store takes to list agreements: ten thousand beside ten, as a ratio in one run."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from coach.domain.agreements import Agreement, Record, Subject, Who  # noqa: E402
from coach.domain.guard import Guard  # noqa: E402
from coach.domain.kept import Document, Due, Kind  # noqa: E402
from coach.flows.keeper import Keeper  # noqa: E402
from coach.flows.record_shelf import open_shelf  # noqa: E402
from coach.storage import opening, records  # noqa: E402
from coach.storage.agreements_file import VERSION, as_data  # noqa: E402
from coach.storage.database import change  # noqa: E402
from coach.storage.place import StorePlace  # noqa: E402
from coach.storage.store import Store  # noqa: E402

FEW, MANY, PAGE = 10, 10_000, 10
TODAY = date(2026, 11, 22)
PASSPHRASE = "vier losse woorden hier"


def _agreement(number: int) -> Document:
    day = TODAY + timedelta(days=number % 90)
    what = f"Afspraak {number}: begint om tien uur, tot de kerst, en dan kijken we weer."
    record = Record(
        uid=f"{number:032x}",
        held_on=TODAY,
        agreements=tuple(Agreement(Subject.ROOSTER, Who.SAMEN, what, id=at) for at in range(1, 7)),
        evaluation=day,
    )
    due = Due(day, "evaluatie")
    return Document(Kind.AGREEMENTS, f"afspraken {number}", VERSION, as_data(record), TODAY, (due,))


def _filled(folder: Path, count: int) -> StorePlace:
    place = StorePlace(folder)
    with opening.make(place, PASSPHRASE, opening.new_code(), TODAY) as store, change(store._connection):
        for number in range(count):
            records.put(store._connection, _agreement(number), TODAY, None)
    return place


def _median(action: Callable[[], object], runs: int) -> float:
    """Median milliseconds of an action."""
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        found.append((time.perf_counter() - start) * 1e3)
    return statistics.median(found)


def _page(store: Store) -> None:
    store.summaries(Kind.AGREEMENTS, TODAY, limit=PAGE)


def _open_and_list(place: StorePlace) -> None:
    keeper = Keeper(place, lambda: TODAY)
    keeper.unlock(PASSPHRASE)
    open_shelf(keeper, _no_guard).entries()
    keeper.close()


def _no_guard() -> Guard:
    raise AssertionError("a list judges nothing")


def measure(quick: bool) -> dict[str, float]:
    """Print how long listing takes, and return the ratios of ten thousand to ten.

    "page" is one page from an open store; "list" is what a command does: open it with the passphrase, and
    list all there is by label and date.
    """
    runs = 3 if quick else 9
    with tempfile.TemporaryDirectory() as folder:
        places = {count: _filled(Path(folder) / str(count), count) for count in (FEW, MANY)}
        took: dict[str, dict[int, float]] = {"page": {}, "list": {}}
        for count, place in places.items():
            with opening.open_with_passphrase(place, PASSPHRASE, TODAY) as store:
                took["page"][count] = _median(partial(_page, store), runs * 20)
            took["list"][count] = _median(partial(_open_and_list, place), runs)
    ratios = {name: times[MANY] / times[FEW] for name, times in took.items()}
    for name, told in (("page", f"een bladzijde van {PAGE}"), ("list", "openen en alles noemen")):
        times = took[name]
        print(
            f"{told}: {times[FEW]:.2f} ms bij {FEW} afspraken, {times[MANY]:.2f} ms bij {MANY:,} "
            f"({ratios[name]:.2f} maal)"
        )
    return ratios
