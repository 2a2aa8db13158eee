"""Asking for a day in lines of text: as people say it, shown in full, asked back when it is not clear."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from coach.cli.dialogue import Dialogue
from coach.cli.plain_draft import EMPTY
from coach.domain.agreement_rules import Lack
from coach.domain.dates import long_date
from coach.domain.dates_said import read_day

OTHER = "Een andere dag"


def no_lack(day: date | None) -> Lack | None:
    """Any day will do."""
    return None


def ask_day(
    dialogue: Dialogue,
    question: str,
    today: date,
    *,
    now: date | None = None,
    lack: Callable[[date | None], Lack | None] = no_lack,
) -> date | None:
    """Return the day that is typed; Enter keeps `now`, a dash is no day.

    `lack` says what is wrong with a day, in which case it is asked again. Raises what `Dialogue.ask` raises.
    """
    if now is not None:
        dialogue.say(f"Er staat: {long_date(now)}. Enter laat dit staan, een streepje haalt het weg.")
    while True:
        answer = dialogue.ask(question)
        day = now if not answer else None if answer == EMPTY else day_typed(dialogue, answer, today)
        if answer and answer != EMPTY and day is None:
            continue
        wrong = lack(day)
        if wrong is None:
            return day
        dialogue.say(wrong.sentence)


def day_typed(dialogue: Dialogue, answer: str, today: date) -> date | None:
    """Return the day that an answer means, None when it has to be asked again; unclear ones are asked back.

    Raises what `Dialogue.ask` raises.
    """
    reading = read_day(answer, today)
    day = reading.day
    if day is None:
        dialogue.say(reading.sentence)
        if not reading.choices:
            return None
        options = [*map(long_date, reading.choices), OTHER]
        at = dialogue.choose("Kies:", options)
        if at == len(reading.choices):
            return None
        day = reading.choices[at]
    dialogue.say(f"Dat is {long_date(day)}.")
    return day
