"""How fast the guard is, as ratios to a fixed loop and to `python3 -c pass`.

Prints the time per utterance of about 20 words and per keystroke, utterances per second (texts of about 55
characters, never read before and read again), time against the length of a line, the number of lines and
twice the rules, size of the artefact, a cold `coach check`, and the cold start of peers that are on the PATH.

A time is the processor's for one utterance, the collector on: of several rounds through all of them, each in
the same order, its shortest counts, so that what the machine did meanwhile falls out. "Never read before"
takes a freshly loaded guard each round, which has read no text but those in front of it, and counts all that
it works out on the way: new words, repairs, patterns compiled.
"""

from __future__ import annotations

import gc
import json
import shutil
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "scripts"))

from bench_timing import cold, paired_cold  # noqa: E402
from guard_content import artefact_files, corpus  # noqa: E402

from coach.domain.guard import Guard  # noqa: E402
from coach.domain.guard.build import build_artefact  # noqa: E402
from coach.domain.guard.build_own import build_own  # noqa: E402
from coach.domain.guard.own_guard import OwnGuard  # noqa: E402
from coach.library.compile import deflated  # noqa: E402
from coach.library.compiled import GUARD, load_guard  # noqa: E402

PEERS: tuple[tuple[str, list[str], str], ...] = (
    ("proselint", ["check"], "pip install proselint"),
    ("alex", [], "npm install --global alex"),
)
CHECK = [sys.executable, "-P", "-m", "coach", "check", "Heb je een burn-out?"]
LINES = (10, 100, 1_000, 10_000)


def loop() -> float:
    """Microseconds of a fixed piece of pure Python, to compare machines by."""
    best = float("inf")
    for _ in range(5):
        start = time.thread_time()
        total = 0
        for number in range(1_000):
            total += number * number
        best = min(best, time.thread_time() - start)
    return best * 1e6


def row(guard: Guard, texts: list[str]) -> list[float]:
    """Microseconds per text, in order."""
    found = []
    clock = time.thread_time
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


def loaded(folder: str, artefact: dict[str, object]) -> Guard:
    """The guard of an artefact as a fresh process has it."""
    (Path(folder) / GUARD).write_bytes(deflated(artefact))
    guard = load_guard(folder)
    gc.freeze()  # `load_guard` does so only for the first guard of a process
    return guard


def peers(runs: int, own: float) -> list[str]:
    """A line per peer: a cold start of a linter for English prose on one sentence, or what installs it.

    `own` is what a cold check of ours takes, in milliseconds.
    """
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentence.txt"
        path.write_text("Are you crazy, or is it just your illness?\n", encoding="utf-8")
        for name, words, install in PEERS:
            program = shutil.which(name)
            if program is None:
                found.append(f"{name}: niet op deze computer; {install} zet het klaar")
                continue
            took = cold([program, *words, str(path)], runs)
            found.append(f"{name}: {took:.0f} ms koud, {took / own:.1f} maal `coach check`")
    return found


def doubled(artefact: dict[str, object], guard: Guard) -> Guard:
    """The guard of an organisation that adds as many rules as there are: each of the coach's once more.

    All of them decide by themselves, as an organisation's do, and find the same as the coach's: the most that
    so many rules can cost.
    """
    files = artefact_files()
    rules = [
        {
            **{field: value for field, value in rule.items() if field != "hard"},
            "id": rule["id"] + "-eigen",
            "beter": [{"zeg": text, "u": text} for text in rule["beter"]],
        }
        for path, content in files.items()
        if path.startswith("regels/")
        for rule in content["regels"]  # type: ignore[index]
    ]
    built = build_own(files, artefact, [{"id": "WERK", "woorden": ["kwibbel"]}], rules, {})
    return OwnGuard(json.loads(json.dumps(built)), lambda: guard)


def measure(quick: bool) -> dict[str, float]:
    """Print every figure; returns those that have a limit: times as a number of loops."""
    with ExitStack() as stack:
        return _measure(quick, stack)


def _measure(quick: bool, stack: ExitStack) -> dict[str, float]:
    artefact = build_artefact(artefact_files())
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    said = [row["text"] for row in corpus()]
    long = [text for text in said if 16 <= len(text.split()) <= 24][: 300 if quick else 1_500]
    usual = [text for text in said if 30 <= len(text) <= 80][: 1_000 if quick else 10_000]
    units = []
    fresh, warm, long_warm = [], [], []
    for _ in range(3 if quick else 7):
        guard = loaded(folder, artefact)
        units.append(loop())
        fresh.append(row(guard, usual))
        warm.append(row(guard, usual))
        long_warm.append(row(guard, long))
    prefixes = [text[:place] for text in long[:80] for place in range(1, len(text) + 1)]
    keyed = [row(guard, prefixes) for _ in range(3 if quick else 7)]
    unit = min(loop(), *units)
    print(f"vaste lus: {unit:.0f} us")
    times = {"uiting van 20 woorden": best(long_warm), "toetsaanslag": best(keyed)}
    for name, own in times.items():
        half, most = share(own, 0.5), share(own, 0.99)
        print(
            f"{name:22} p50 {half:6.1f} us ({half / unit:5.2f} lus), "
            f"p99 {most:6.1f} us ({most / unit:5.2f} lus)"
        )
    length = sum(map(len, usual)) / len(usual)
    for name, rounds in (("nooit eerder gelezen", fresh), ("nog eens", warm)):
        own = best(rounds)
        rate = len(own) / sum(own) * 1e6
        print(
            f"{name:22} {rate:7,.0f} uitingen per seconde van gemiddeld {length:.0f} tekens "
            f"({sum(own) / len(own) / unit:.2f} lus per uiting)"
        )
    for words in LINES:
        text = " ".join((long[0] + " ").split() * (words // 10))[: words * 8]
        count = len(text.split())
        took = min(row(guard, [text])[0] for _ in range(5))
        print(f"{count:6} woorden: {took:10.0f} us, {took / count:6.1f} us per woord")
    for count in LINES:
        lines = (usual * (count // len(usual) + 1))[:count]
        took = min(sum(row(guard, lines)) for _ in range(3))
        print(f"{count:6} regels:  {took:10.0f} us, {took / count:6.1f} us per regel")
    twice = doubled(artefact, guard)
    row(twice, usual)
    pairs = [(sum(row(twice, usual)), sum(row(guard, usual))) for _ in range(3 if quick else 7)]
    more = min(own for own, _ in pairs) / min(own for _, own in pairs)
    print(f"map van een organisatie met evenveel regels: {more:.2f} maal de tijd")
    base, own_cold = paired_cold([sys.executable, "-c", "pass"], CHECK, quick)
    print(f"koude start: {own_cold:.0f} ms, {own_cold / base:.2f} maal `python3 -c pass` ({base:.0f} ms)")
    size = len(deflated(artefact))
    print(f"artefact: {size:,} bytes")
    print("\n".join(peers(3 if quick else 7, own_cold)))
    return {
        "p99": share(times["uiting van 20 woorden"], 0.99) / unit,
        "key": share(times["toetsaanslag"], 0.99) / unit,
        "read": sum(best(fresh)) / len(fresh[0]) / unit,
        "cold": own_cold / base,
        "more": more,
        "size": float(size),
    }
