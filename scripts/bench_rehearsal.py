"""How long one turn of a rehearsal takes in this process, with the guard and without it.

In time of the processor, so that a machine with other work on it measures the same.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import quantiles

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rank_rehearsals import TALKS, talks  # noqa: E402

from coach.domain.rehearsal.engine import take_turn  # noqa: E402
from coach.flows.rehearse import fictional, say, start  # noqa: E402
from coach.library.load import load_library  # noqa: E402

SEEDS = 5


def measure(quick: bool) -> dict[str, float]:
    """Play every written talk and return the p99 of a turn in milliseconds, the judgement included."""
    library = load_library()
    whole: list[float] = []
    engine: list[float] = []
    known = {scenario.id for scenario in fictional(library)}
    for folder in ("own", "other"):
        for name, _, lines in talks(TALKS / folder):
            if name not in known:
                continue
            for seed in range(1 if quick else SEEDS):
                rehearsal = start(library, library.scenarios[name], seed=seed)
                for line in lines:
                    if rehearsal.talk.is_over:
                        break
                    before = rehearsal.talk.state
                    began = time.thread_time()
                    rehearsal = say(library.guard, rehearsal, line)
                    whole.append((time.thread_time() - began) * 1e3)
                    turn = rehearsal.talk.turns[-1]
                    began = time.thread_time()
                    take_turn(
                        rehearsal.repertoire, before, turn.text, turn.analysis, seed=seed, uses=rehearsal.uses
                    )
                    engine.append((time.thread_time() - began) * 1e3)
    for name, found in (("met de toets", whole), ("zonder de toets", engine)):
        cuts = quantiles(found, n=100)
        print(f"een beurt {name}: p50 {cuts[49]:.2f} ms, p99 {cuts[98]:.2f} ms ({len(found)} beurten)")
    return {"turn": quantiles(whole, n=100)[98]}
