"""A talk that was interrupted, as a small value for JSON: where one was, never what was said.

    {"versie": 1, "onderdeel": "nodig", "stap": 0, "gekozen": [["nodig", 0, "nodig-week"]],
     "seconden": [720.0, 200.0, 400.0], "spreekt": "medewerker", "tijd": true, "einde": null}

`seconden` are those of the talk, of the manager and of the employee; `einde` is null, "geen" or a date.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import Any

from coach.domain.conversation import Part
from coach.domain.live import Ending, Live, View
from coach.domain.live_clock import Speaker, Stopwatch
from coach.domain.live_script import Script, Step

VERSION = 1
NOTHING_AGREED = "geen"


def as_draft(live: Live, now: float) -> dict[str, Any]:
    """Return `live` as plain values; time up to `now` is counted in."""
    clock = live.clock.settled(now)
    ending = live.ending
    return {
        "versie": VERSION,
        "onderdeel": live.step.part.value,
        "stap": live.step.number,
        "gekozen": [
            [step.part.value, step.number, live.prompt_at(step).id] for step in sorted(live.chosen, key=str)
        ],
        "seconden": [round(seconds, 1) for seconds in (clock.total, clock.manager, clock.employee)],
        "spreekt": clock.speaker.value if clock.speaker else None,
        "tijd": live.shows_time,
        "einde": None
        if ending is None
        else NOTHING_AGREED
        if ending.next_date is None
        else ending.next_date.isoformat(),
    }


def from_draft(script: Script, draft: object, now: float) -> Live:
    """Return the talk that `draft` tells of, on `script`; its clock goes on from `now`.

    The time between is not counted, and nobody is taken to speak. What cannot be read, or is not in the
    script (any more), counts as not there: the least that comes out is a talk at its beginning.
    """
    if not isinstance(draft, dict) or draft.get("versie") != VERSION:
        return Live(script)
    live = Live(script, shows_time=draft.get("tijd") is not False)
    chosen = draft.get("gekozen")
    for item in chosen if isinstance(chosen, list) else []:
        live = _with_chosen(live, item)
    total, manager, employee = _seconds(draft.get("seconden"))
    speaker = next((who for who in Speaker if who == draft.get("spreekt")), None)
    clock = Stopwatch(total, manager, employee, speaker)
    here = _step(script, draft.get("onderdeel"), draft.get("stap"))
    live = replace(live, at=script.steps.index(here) if here else 0)
    ending = _ending(draft.get("einde"))
    if ending is not None:
        return replace(live, clock=clock, ending=ending, view=View.DONE)
    return replace(live, clock=replace(clock, speaker=None).started(now) if live.at or total else clock)


def _step(script: Script, part: object, number: object) -> Step | None:
    return next((step for step in script.steps if (step.part, step.number) == (part, number)), None)


def _with_chosen(live: Live, item: object) -> Live:
    if not (isinstance(item, list) and len(item) == 3):  # noqa: PLR2004
        return live
    part, number, name = item
    step = _step(live.script, part, number)
    if step is None:
        return live
    ids = [prompt.id for prompt in live.script.deck(Part(step.part)).prompts]
    at = replace(live, at=live.script.steps.index(step))
    if name not in ids or ids.index(name) not in at.others():
        return live
    return replace(live, chosen={**live.chosen, step: ids.index(name)})


def _seconds(given: object) -> tuple[float, float, float]:
    if isinstance(given, list) and len(given) == 3:  # noqa: PLR2004
        found = [item for item in given if isinstance(item, int | float) and not isinstance(item, bool)]
        if len(found) == 3 and all(math.isfinite(item) and item >= 0 for item in found):  # noqa: PLR2004
            return float(found[0]), float(found[1]), float(found[2])
    return 0.0, 0.0, 0.0


def _ending(given: object) -> Ending | None:
    if given == NOTHING_AGREED:
        return Ending(None)
    try:
        return Ending(date.fromisoformat(given)) if isinstance(given, str) else None
    except ValueError:
        return None
