"""Luck that is the same everywhere: a choice follows from the seed, the scenario, the turn and the slot.

Not `random`, whose stream shifts with every draw, and not `hash`, which differs per process. The branch is
no part of it (the research note has it so): whoever rewinds and says the same gets the same answer, and two
branches differ by what was said alone, which makes comparing them fair.
"""

from __future__ import annotations

from hashlib import sha256


def luck(seed: int, scenario: str, turn: int) -> str:
    """Return what the choices of one turn are made with."""
    return f"{seed}|{scenario}|{turn}"


def pick(luck: str, slot: str, count: int) -> int:
    """Return a number from 0 up to `count` (at least 1) for one choice in a turn."""
    return int.from_bytes(sha256(f"{luck}|{slot}".encode()).digest()[:8], "big") % count
