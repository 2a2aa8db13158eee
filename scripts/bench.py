"""How fast the guard and the store are, as ratios measured in one run.

    python scripts/bench.py [--quick]

Prints, for the guard, the time per utterance and per keystroke beside a fixed loop, utterances per second,
time against length, size of the artefact, and a cold start with one check beside `python3 -c pass`; for the
store, listing ten thousand agreements beside ten. Exits 1 when a limit is passed.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "scripts"))

from bench_store import measure  # noqa: E402
from guard_content import artefact_files, corpus  # noqa: E402

from coach.domain.guard import Guard  # noqa: E402
from coach.domain.guard.build import build_artefact  # noqa: E402

LIMITS = {"p99": 250.0, "key": 250.0, "cold": 4.0, "size": 600_000, "page": 3.0, "list": 3.0}
COLD = """
import json, sys
sys.path.insert(0, sys.argv[1])
from coach.domain.guard import Guard
with open(sys.argv[2], encoding="utf-8") as file:
    guard = Guard(json.load(file))
print(guard.analyse("Heb je een burn-out?").verdict.value)
"""


def loop() -> float:
    """Microseconds of a fixed piece of pure Python, to compare machines by."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        total = 0
        for number in range(1_000):
            total += number * number
        best = min(best, time.perf_counter() - start)
    return best * 1e6


def row(guard: Guard, texts: list[str]) -> list[float]:
    """Microseconds per text, in order."""
    found = []
    clock = time.perf_counter
    for text in texts:
        start = clock()
        guard.analyse(text)
        found.append((clock() - start) * 1e6)
    return found


def best(rounds: list[list[float]]) -> list[float]:
    """Per text the shortest of its rounds, sorted: what the machine did meanwhile falls out."""
    return sorted(min(own) for own in zip(*rounds, strict=True))


def share(sorted_times: list[float], part: float) -> float:
    """The time under which this part of all times lies."""
    return sorted_times[min(len(sorted_times) - 1, int(len(sorted_times) * part))]


def cold(command: list[str], runs: int) -> float:
    """Median milliseconds of a fresh process."""
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        found.append((time.perf_counter() - start) * 1e3)
    return statistics.median(found)


def main() -> int:
    """Measure, print, and say which limits are passed."""
    quick = "--quick" in sys.argv
    artefact = build_artefact(artefact_files())
    data = json.dumps(artefact, ensure_ascii=False, separators=(",", ":"))
    guard = Guard(json.loads(data))
    unit = loop()
    texts = [row["text"] for row in corpus() if 10 <= len(row["text"].split()) <= 20]
    texts = texts[: 500 if quick else 2_000]
    row(guard, texts)
    warm = best([row(guard, texts) for _ in range(5)])
    prefixes = [text[:place] for text in texts[:100] for place in range(1, len(text) + 1)]
    keyed = []
    for _ in range(3):
        fresh = Guard(json.loads(data))
        row(fresh, texts)
        keyed.append(row(fresh, prefixes))
    keys = best(keyed)
    measured = {"p99": share(warm, 0.99), "key": share(keys, 0.99), "size": float(len(data.encode()))}
    print(f"vaste lus: {unit:.0f} us")
    for name, own_times in (("uiting", warm), ("toetsaanslag", keys)):
        half, most = share(own_times, 0.5), share(own_times, 0.99)
        print(
            f"{name:13} p50 {half:7.1f} us ({half / unit:5.2f} lus), "
            f"p99 {most:7.1f} us ({most / unit:5.2f} lus)"
        )
    print(f"uitingen per seconde: {len(warm) / sum(warm) * 1e6:,.0f}")
    for words in (10, 100, 1_000, 10_000):
        text = " ".join((texts[0] + " ").split() * (words // 10))[: words * 8]
        start = time.perf_counter()
        guard.analyse(text)
        took = (time.perf_counter() - start) * 1e6
        count = len(text.split())
        print(f"{count:6} woorden: {took:10.0f} us, {took / count:6.1f} us per woord")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "guard.json"
        path.write_text(data, encoding="utf-8")
        runs = 5 if quick else 15
        base = cold([sys.executable, "-c", "pass"], runs)
        own = cold([sys.executable, "-c", COLD, str(ROOT), str(path)], runs)
    measured["cold"] = own / base
    print(f"koude start: {own:.0f} ms, {own / base:.2f} maal `python3 -c pass` ({base:.0f} ms)")
    measured |= measure(quick)
    print(f"artefact: {measured['size']:,.0f} bytes")
    passed = [
        f"{name}: {measured[name]:.1f} > {limit}" for name, limit in LIMITS.items() if measured[name] > limit
    ]
    print("\n".join(["Over de grens:", *passed]) if passed else "Alles binnen de grenzen.")
    return 1 if passed else 0


if __name__ == "__main__":
    sys.exit(main())
