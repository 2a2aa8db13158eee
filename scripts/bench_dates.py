"""How many phrases for a day are read right: .venv/bin/python scripts/bench_dates.py

Reads the two lists of the tests, in which the phrases that mean one day are counted. Where dateparser is
installed (it is no part of the project) it is measured beside: that figure is why coach reads days itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from coach.domain.dates_said import read_day  # noqa: E402

TODAY = date(2026, 11, 18)
LISTS = ("date_phrases.tsv", "date_phrases_unseen.tsv")


def phrases(name: str) -> list[tuple[str, date]]:
    """Return the phrases of a list that mean one day, with that day."""
    lines = (ROOT / "tests" / "unit" / name).read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(phrase, date.fromisoformat(meaning)) for phrase, meaning in pairs if meaning[0].isdigit()]


def _own(phrase: str) -> date | None:
    return read_day(phrase, TODAY).day


def _dateparser() -> Callable[[str], date | None] | None:
    try:
        import dateparser  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        return None
    now = datetime.combine(TODAY, datetime.min.time())
    settings = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": now, "DATE_ORDER": "DMY"}

    def read(phrase: str) -> date | None:
        found: datetime | None = dateparser.parse(phrase, languages=["nl"], settings=settings)
        return found.date() if found else None

    return read


def main() -> None:
    """Print how many of each list are read right, by coach and by dateparser."""
    readers = {"coach": _own, "dateparser": _dateparser()}
    for name in LISTS:
        known = phrases(name)
        for reader, read in readers.items():
            if read is None:
                print(f"{name}: {reader} is niet geïnstalleerd (pip install dateparser)")
            else:
                print(
                    f"{name}: {reader} {sum(read(phrase) == day for phrase, day in known)} van {len(known)}"
                )


if __name__ == "__main__":
    main()
