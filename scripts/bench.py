"""How fast coach is, as ratios measured in one run; a turn of a rehearsal in milliseconds.

    python scripts/bench.py [--quick] [guard] [sheet] [store] [rehearsal]

Without names everything is measured. Exits 1 when a limit is passed.
"""

from __future__ import annotations

import sys

import bench_guard
import bench_rehearsal
import bench_sheet
import bench_store

# The guard's times are in loops of 45 us: 250 us for an utterance and a keystroke, 12,000 texts a second.
LIMITS = {
    **{"p99": 5.5, "key": 5.5, "read": 1.85, "cold": 4.0, "more": 1.3, "size": 600_000},
    **{"sheet": 12.0},
    **{"page": 3.0, "list": 3.0},
    **{"turn": 5.0},
}
PARTS = {
    "guard": bench_guard.measure,
    "sheet": bench_sheet.measure,
    "store": bench_store.measure,
    "rehearsal": bench_rehearsal.measure,
}


def main(words: list[str]) -> int:
    """Measure, print, and say which limits are passed."""
    quick = "--quick" in words
    measured: dict[str, float] = {}
    for name, measure in PARTS.items():
        if name in words or not set(words) & set(PARTS):
            measured |= measure(quick)
    passed = [
        f"{name}: {found:.2f} > {LIMITS[name]}" for name, found in measured.items() if found > LIMITS[name]
    ]
    print("\n".join(["Over de grens:", *passed]) if passed else "Alles binnen de grenzen.")
    return 1 if passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
