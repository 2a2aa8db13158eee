"""Kills processes that write in a store, at random moments, and looks whether anything was lost or torn.

    python tests/unit/storage/kill_writers.py FOLDER KILLS SEED [journal mode]

Each writer opens the store, and saves, replaces and forgets as fast as it can; after each act it tells what
it did. It is killed (SIGKILL) somewhere between before opening and after some acts. Then the store must
open, be whole, and hold what the writer told, give or take the one act it was at. Writes one line of JSON:
kills, acts that were told, and for each kill that was followed by loss or damage what was wrong. The journal
mode is there to show that the look can fail.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from coach.domain.kept import Kind  # noqa: E402
from tests.unit.storage.stores import TODAY, agreement, made, opened  # noqa: E402

MOST_ACTS, LONGEST = 8, 0.004
"""A writer is killed after so many acts at most, and so many seconds later at the latest: one act or two.

Counted in acts and not in seconds from the start, so that a busy machine sees as much.
"""
State = dict[str, int]


def write(folder: Path, told: int, seed: int, state: State, mode: str) -> None:
    """Act for ever; `state` is what is kept: a number in the text of each label."""
    chance = random.Random(seed)
    with opened(folder) as store:
        if mode:
            store._connection.execute(f"PRAGMA journal_mode = {mode}")
        ids = {summary.label: summary.id for summary in store.summaries(Kind.AGREEMENTS, TODAY)}
        number = max(state.values(), default=0)
        while True:
            number += 1
            label = f"afspraken {chance.randrange(12)}"
            document = agreement(int(label.split()[1]))
            body = {"nummer": number, "tekst": "x" * chance.choice((10, 3_000, 30_000))}
            if label not in ids:
                act = "put"
                ids[label] = store.save(_with(document, body), TODAY)
            elif chance.random() < 0.25:
                act = "forget"
                store.forget(ids.pop(label))
            else:
                act = "put"
                store.save(_with(document, body), TODAY, replaces=ids[label])
            os.write(told, f"{act} {number} {label}\n".encode())


def _with(document: Any, body: dict[str, Any]) -> Any:
    from dataclasses import replace

    return replace(document, body=body)


def after(state: State, line: str) -> State:
    """Return the state after an act that was told."""
    act, number, label = line.split(" ", 2)
    rest = {name: value for name, value in state.items() if name != label}
    return rest if act == "forget" else {**rest, label: int(number)}


def look(folder: Path) -> State:
    """Open the store and return what is in it; raises whatever is wrong with it."""
    with opened(folder) as store:
        found = {}
        for kept in store.everything(TODAY):
            assert len(kept.document.due) == 2, "de dagen ontbreken"
            found[kept.summary.label] = kept.document.body["nummer"]
        assert store.amount(Kind.AGREEMENTS) == len(found), "het aantal klopt niet"
        return found


def is_one_act_on(state: State, found: State, number: int) -> bool:
    """Whether `found` is `state` after one more act: one label added, changed, or gone."""
    changed = {label for label in state.keys() | found.keys() if state.get(label) != found.get(label)}
    if len(changed) != 1:
        return False
    (label,) = changed
    return label not in found or found[label] == number + 1


def main() -> None:
    """Kill, look, and tell."""
    folder, kills, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    mode = sys.argv[4] if len(sys.argv) > 4 else ""  # noqa: PLR2004
    made(folder).close()
    state: State = {}
    number = acts = 0
    wrong = []
    for kill in range(kills):
        reader, told = os.pipe()
        child = os.fork()
        if not child:
            os.close(reader)
            write(folder, told, chance.randrange(2**32) + kill, {**state, "": number}, mode)
        os.close(told)
        with os.fdopen(reader, encoding="utf-8") as stream:
            lines = [stream.readline() for _ in range(chance.randrange(MOST_ACTS))]
            time.sleep(chance.random() * LONGEST)
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            # A writer that found the store torn has ended by itself, and told no more.
            lines = [line.rstrip("\n") for line in (*lines, *stream) if line.strip()]
        for line in lines:
            state, number = after(state, line), int(line.split()[1])
        acts += len(lines)
        if not os.WIFSIGNALED(status):
            wrong.append(f"{kill}: de schrijver stopte zelf")
            break
        try:
            found = look(folder)
            if found != state and not is_one_act_on(state, found, number):
                wrong.append(f"{kill}: {state} werd {found}")
            state, number = found, max(number, *found.values(), 0)
        except Exception as error:  # noqa: BLE001
            wrong.append(f"{kill}: {type(error).__name__} {error}")
            break
    print(json.dumps({"kills": kills, "acts": acts, "wrong": wrong}))


if __name__ == "__main__":
    main()
