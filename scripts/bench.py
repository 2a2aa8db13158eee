"""How fast the guard and the sheet are, as ratios to a fixed loop and to `python3 -c pass`, in one run.

    python scripts/bench.py [--quick]

Prints the time per utterance and per keystroke, utterances per second, time against length, size of the
artefact, a cold start with one check, and one with `coach sheet --from x.json -o x.pdf`. Exits 1 when a limit
is passed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "scripts"))

from guard_content import artefact_files, corpus  # noqa: E402

from coach.domain.guard import Guard  # noqa: E402
from coach.domain.guard.build import build_artefact  # noqa: E402

LIMITS = {"p99": 250.0, "key": 250.0, "cold": 4.0, "sheet": 12.0, "size": 600_000}
RUNS, FEW_RUNS = 15, 5
COLD = """
import json, sys
sys.path.insert(0, sys.argv[1])
from coach.domain.guard import Guard
with open(sys.argv[2], encoding="utf-8") as file:
    guard = Guard(json.load(file))
print(guard.analyse("Heb je een burn-out?").verdict.value)
"""


PREPARATION = {
    "soort": "coach-voorbereiding",
    "versie": 1,
    "feiten": [
        {"wat": "Je kwam drie keer later dan tien uur op het overleg.", "datum": "2026-11-10"},
        {"wat": "Twee rapporten kwamen een week later dan we hadden afgesproken.", "datum": "2026-11-16"},
        {"wat": "Je zei in het teamoverleg niets, ook niet toen ik je iets vroeg.", "datum": "2026-11-12"},
    ],
    "moment": "donderdag 19 november, 10.00 uur",
    "plek": "spreekkamer 2, telefoon uit",
    "plannen": [
        {"als": "ik meteen wil oplossen", "dan": "tel ik tot vijf", "valkuil": "oplossen"},
        {"als": "het stil valt", "dan": "wacht ik en kijk ik rustig", "valkuil": "stilte"},
    ],
    "opening": "Ik wil weten hoe het met je gaat. Ik zie dat twee rapporten later kwamen. Herken je dat?",
    "vragen": [
        {"deel": "benoemen", "tekst": "Hoe kijk jij daar zelf naar?"},
        {"deel": "invloed", "tekst": "Wat merk je ervan in je werk?"},
        {"deel": "knelpunten", "tekst": "Waar loopt je werk nu vast?"},
        {"deel": "nodig", "tekst": "Wat heb je nodig om je werk goed te blijven doen?"},
        {"deel": "afronding", "tekst": "Wat spreken we af, en wie doet wat?"},
    ],
    "volgende_datum": "2026-11-26",
}
"""A preparation of usual length, to make a sheet of."""


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


def of_sheet(folder: Path, runs: int) -> tuple[float, float]:
    """The shortest milliseconds of a process that does nothing, and of one that makes a sheet; by turns."""
    (folder / "x.json").write_text(json.dumps(PREPARATION), encoding="utf-8")
    sheet = [
        sys.executable,
        "-m",
        "coach",
        "sheet",
        "--from",
        str(folder / "x.json"),
        "-o",
        str(folder / "x.pdf"),
    ]
    # Without .pyc files the compiler is measured.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs + 1):
        for command, times in zip(([sys.executable, "-c", "pass"], sheet), found, strict=True):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=env)
            times.append((time.perf_counter() - start) * 1e3)
    return min(found[0]), min(found[1])


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
        runs = FEW_RUNS if quick else RUNS
        base = cold([sys.executable, "-c", "pass"], runs)
        own = cold([sys.executable, "-c", COLD, str(ROOT), str(path)], runs)
        base_by_turns, sheet = of_sheet(Path(folder), runs)
    measured["cold"] = own / base
    measured["sheet"] = sheet / base_by_turns
    print(f"koude start: {own:.0f} ms, {own / base:.2f} maal `python3 -c pass` ({base:.0f} ms)")
    print(
        f"blad als PDF: {sheet:.0f} ms, {measured['sheet']:.2f} maal `python3 -c pass` "
        f"({base_by_turns:.0f} ms), de kortste van {runs + 1}"
    )
    print(f"artefact: {measured['size']:,.0f} bytes")
    passed = [
        f"{name}: {measured[name]:.1f} > {limit}" for name, limit in LIMITS.items() if measured[name] > limit
    ]
    print("\n".join(["Over de grens:", *passed]) if passed else "Alles binnen de grenzen.")
    return 1 if passed else 0


if __name__ == "__main__":
    sys.exit(main())
