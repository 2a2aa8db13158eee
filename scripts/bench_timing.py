"""Whole processes by the clock, for the benchmarks."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def cold(command: list[str], runs: int) -> float:
    """Median milliseconds of a fresh process, whatever it finds."""
    return statistics.median(_once(command) for _ in range(runs))


def paired_cold(first: list[str], second: list[str], quick: bool) -> tuple[float, float]:
    """Median milliseconds of two commands, run in turn so that both meet the same machine."""
    _once(second)
    both = [(_once(first), _once(second)) for _ in range(7 if quick else 21)]
    return statistics.median(one for one, _ in both), statistics.median(two for _, two in both)


def _once(command: list[str]) -> float:
    # Installed code is byte-compiled; with this variable a start would measure the compiler.
    env = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True, cwd=ROOT, env=env)
    return (time.perf_counter() - start) * 1e3
