"""What stands on the screen during the talk, made from where the talk is; nothing here decides or changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from coach.domain.conversation import STATIONS
from coach.domain.dates import long_date
from coach.domain.live import BREATHS, Live, View
from coach.domain.preparation import Preparation
from coach.flows import live as flow
from coach.library.load import Library
from coach.tui.live_bindings import shown_keys
from coach.tui.texts import plain

BEGIN = "Begin"
"""The first station, as it is called when the preparing is done."""
_SENTENCE_END = re.compile(r"(?<=[.?!…]) +")
_AWAY = "Met spatie ga je terug naar je zin."
_FULL, _EMPTY, _BAR = "■", "□", 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A heading, what stands large, what stands small under it, and what is to come."""

    heading: str
    large: Content
    small: str = ""
    coming: str = ""


def large(text: str, *, compact: bool) -> Content:
    """Return a text to say, each sentence by itself, with room between them where there is room."""
    between = Content("\n" if compact else "\n\n")
    return between.join(plain(line).stylize("bold") for line in _SENTENCE_END.split(text))


@dataclass(frozen=True, slots=True)
class Around:
    """What the view needs to know beside the talk.

    `keys` are the keys of each action, in words; `left_out` is how many prepared sentences are not prompted.
    """

    library: Library
    preparation: Preparation
    keys: dict[str, str]
    left_out: int
    compact: bool


def shown(live: Live, around: Around, now: float) -> Shown:
    """Return what is in sight."""
    preparation, keys, compact = around.preparation, around.keys, around.compact
    match live.view:
        case View.SILENCE:
            breaths = live.breaths(now)
            told = flow.SILENCE_DONE if breaths == BREATHS else flow.SILENCE
            row = " ".join(_FULL * breaths + _EMPTY * (BREATHS - breaths))
            return Shown("Stilte", large(told, compact=compact), f"{row}\n{breaths} van {BREATHS}", _AWAY)
        case View.PAUSE:
            said, *after = flow.pause_lines(around.library, preparation.status, preparation.address)
            then = f"Straks: {after[0]}" if after else ""
            return Shown("Pauze. De tijd staat stil", large(said, compact=compact), "", then)
        case View.BALANCE:
            clock = live.clock.settled(now)
            told = flow.balance(clock, keys["spreker"])
            bars = _bars(clock.manager, clock.employee)
            return Shown("Praten en luisteren", plain(told).stylize("bold"), bars, _AWAY)
        case View.DONE:
            return _done(live, keys, compact=compact)
    coming = live.coming
    return Shown(
        "" if compact and live.at else flow.title_of(around.library, live),
        large(live.prompt.text, compact=compact),
        "" if live.at else _left_out(around.left_out),
        f"Straks: {coming.text}" if coming else f"{flow.LAST}.",
    )


def _left_out(count: int) -> str:
    """What the manager should know before he begins."""
    if not count:
        return ""
    which = "Een eigen zin" if count == 1 else f"{count} eigen zinnen"
    return f"{which} uit je voorbereiding {'staat' if count == 1 else 'staan'} hier niet bij. Zie je blad."


def _done(live: Live, keys: dict[str, str], *, compact: bool) -> Shown:
    day = live.ending.next_date if live.ending else None
    told = f"Jullie spreken elkaar weer op {long_date(day)}." if day else "Jullie maken nu geen afspraak."
    small = (
        f"{keys['verder']}: naar het begin van coach\n{keys['terug']}: terug naar de afspraken\n"
        f"{keys['deel1']}: een nieuw gesprek"
    )
    return Shown("Klaar", large(told, compact=compact), small)


def _bars(manager: float, employee: float) -> str:
    whole = manager + employee
    if not whole:
        return ""
    mine = round(_BAR * manager / whole)
    return f"jij         {_bar(mine)}\nmedewerker  {_bar(_BAR - mine)}"


def _bar(filled: int) -> str:
    return _FULL * filled + _EMPTY * (_BAR - filled)


def stations(live: Live, *, wide: bool) -> Content:
    """Return the five stations with the one where one is, by name; all names where there is room."""
    parts = []
    for station in STATIONS:
        name = BEGIN if station.number == 1 else station.title
        here = station == live.step.station
        text = f"{station.number} {name}" if here or wide else str(station.number)
        parts.append(Content.styled(text, "bold underline" if here else "dim"))
    return Content("   ").join(parts)


def station_words(live: Live) -> str:
    """Return where one is, for where there is little room."""
    station = live.step.station
    return f"{station.number}/5 {BEGIN if station.number == 1 else station.title}"


def beside(live: Live, now: float) -> str:
    """Return who speaks and how long the talk lasts, as far as that is to be shown."""
    clock = live.clock.settled(now)
    said = [flow.SPEAKS[clock.speaker]] if clock.speaker and live.view is not View.DONE else []
    if live.shows_time and live.begun:
        said.append(f"{int(clock.total // 60)} min")
    return " · ".join(said)


def prefilled(preparation: Preparation, today: date) -> date | None:
    """Return the day that was prepared, unless it is past."""
    day = preparation.next_date
    return day if day is not None and day >= today else None


def key_words(given: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the keys of each action in words."""
    return {name: shown_keys(keys) for name, keys in given.items()}
