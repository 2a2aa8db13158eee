"""Rank talks by what the rehearsal makes of them: does a better talk come out better?

    python scripts/rank_rehearsals.py [FOLDER ...] [--seeds N] [--level N]

FOLDER (default tests/rehearsal_transcripts/own and .../other) holds a folder per scenario, in it a file per
talk: expert, gevorderd, beginner, slecht, gerepareerd and gamer-*.txt; a line is a turn, an empty line
a silence. Each talk is played with N seeds (default 5) and the mean counts. Prints a table, and which pairs
stand wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from coach.domain.rehearsal.debrief import Debrief  # noqa: E402
from coach.domain.rehearsal.measures import BlockResult, Standing  # noqa: E402
from coach.flows.rehearse import Rehearsal, look_back, say, start  # noqa: E402
from coach.library.load import Library, load_library  # noqa: E402

TALKS = ROOT / "tests" / "rehearsal_transcripts"
RIGHT = ("expert", "gevorderd", "beginner", "slecht")
"""The four that must stand in this order."""
_POINTS = {Standing.NOT_YET: 0.0, Standing.UNDER_WAY: 1.0, Standing.FIRM: 2.0}
_CAP = 2.0
"""The most for a talk with something that is not allowed: safe is a gate, never averaged away."""


def worth(result: Debrief) -> float:
    """Return one number for a talk, for ranking in tests only; no user sees it.

    What weighs is where each block stands, then within a block what it was measured by.
    """
    safe, listening, route = result.blocks.all
    total = 2 * _block(listening) + 2 * _block(route) + _block(safe)
    ended = 1.0 if result.ended else 0.0
    number = total + result.first_rung * 0.6 + result.curve[-1] / 50 - ended
    return min(number, _CAP + number / 10) if safe.standing is Standing.NOT_YET else number


def _block(block: BlockResult) -> float:
    measured = [_POINTS[measure.standing] for measure in block.measures if measure.standing]
    return _POINTS[block.standing] + mean(measured) / 2


def played(
    library: Library, scenario: str, lines: Sequence[str], *, seed: int, level: int | None = None
) -> Rehearsal:
    """Return the rehearsal in which these lines were said."""
    rehearsal = start(library, library.scenarios[scenario], seed=seed, level=level)
    for line in lines:
        if rehearsal.talk.is_over:
            break
        rehearsal = say(library.guard, rehearsal, line)
    return rehearsal


def talks(folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Give scenario, kind and lines of every talk below a folder."""
    for path in sorted(folder.glob("*/*.txt")):
        yield path.parent.name, path.stem, path.read_text("utf-8").removesuffix("\n").split("\n")


def wrong_pairs(worths: dict[str, float]) -> tuple[list[str], int]:
    """Return the pairs of one scenario that stand wrong, and how many there are."""
    wanted = [(better, worse) for better, worse in combinations(RIGHT, 2)]
    wanted += [("gevorderd", kind) for kind in worths if kind.startswith("gamer-")]
    wanted += [("expert", "gerepareerd"), ("gerepareerd", "beginner")]
    known = [(better, worse) for better, worse in wanted if better in worths and worse in worths]
    return [f"{better} > {worse}" for better, worse in known if worths[better] <= worths[worse]], len(known)


def main(argv: Sequence[str]) -> int:
    """Print the table; the exit code is 1 when a pair stands wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=[TALKS / "own", TALKS / "other"])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--level", type=int)
    asked = parser.parse_args(argv)
    library = load_library()
    found: dict[str, dict[str, float]] = {}
    for folder in asked.folders:
        for scenario, kind, lines in talks(folder):
            if scenario not in library.scenarios:
                print(f"{scenario}: dit scenario is er niet")
                continue
            results = [
                (rehearsal, look_back(library, rehearsal))
                for rehearsal in (
                    played(library, scenario, lines, seed=seed, level=asked.level)
                    for seed in range(asked.seeds)
                )
            ]
            known = [(rehearsal, result) for rehearsal, result in results if result is not None]
            number = mean(worth(result) for _, result in known) if known else 0.0
            found.setdefault(scenario, {})[kind] = number
            rungs = mean(result.first_rung for _, result in known) if known else 0
            trust = mean(result.curve[-1] for _, result in known) if known else 0
            last = known[-1][1] if known else None
            stands = " ".join(f"{b.id}={b.standing}" for b in last.blocks.all) if last else "-"
            print(
                f"{scenario:18} {kind:18} {number:6.2f}  trede {rungs:.1f}  vertrouwen {trust:4.0f}  {stands}"
            )
    wrong = total = 0
    for scenario, worths in found.items():
        bad, pairs = wrong_pairs(worths)
        wrong, total = wrong + len(bad), total + pairs
        for pair in bad:
            print(f"FOUT {scenario}: {pair}")
    print(f"{total - wrong} van {total} paren goed")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
