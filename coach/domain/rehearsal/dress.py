"""How a line is said: a lead-in, a tail, now and then what one sees the other do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from coach.domain.rehearsal.choosing import pick
from coach.domain.rehearsal.moves import Band, Own
from coach.domain.rehearsal.script import Cast, Voice
from coach.domain.rehearsal.state import State
from coach.domain.rehearsal.wording import words_of

GESTURE_EVERY = 4
"""Turns between two stage directions, at least."""
_LEAD_IN_IN, _TAIL_IN, _GESTURE_IN = 5, 9, 2
_FEW = 3
_UNDRESSED = frozenset(Own) - {Own.ONBEKEND, Own.AFSPRAAK_VROEG}
"""Moves whose answers stand by themselves."""
_LEADS = frozenset("ja nee klopt oké ok goed kijk sorry tja nou ach eerlijk luister weet eh hm zo".split())
"""Words with which a line leads itself in."""
_TIRED = 30.0

Pools = Mapping[str, tuple[str, ...]]


def filled(cast: Cast, text: str) -> str:
    """Return a line with the words of the scenario in place of its placeholders."""
    if "{" not in text:
        return text
    for name, word in cast.scenario.words.items():
        text = text.replace("{" + name + "}", word)
    return text


def gesture(cast: Cast, state: State, band: Band, luck: str) -> str | None:
    """Return what one sees the other do, as the author wrote it; None when all was seen."""
    fresh = _fresh(cast, lambda voice: voice.gestures, band, state.used)
    return fresh[pick(luck, "gebaar", len(fresh))] if fresh else None


def _fresh(cast: Cast, pools: Callable[[Voice], Pools], band: Band, used: Iterable[str]) -> list[str]:
    seen = frozenset(used)
    for voice in cast.voices:
        if fresh := [text for text in pools(voice).get(band, ()) if text not in seen]:
            return fresh
    return []


def dressed(
    cast: Cast, state: State, band: Band, core: str, luck: str, *, move: str, bare: bool
) -> tuple[str, str | None]:
    """Return what is said, and the stage direction that was put before it, if any.

    `core` is the line that answers `move`; with `bare` it stays without tail, as where something follows it.
    """
    text = filled(cast, core)
    short = len(words_of(text)) < _FEW or move in _UNDRESSED
    led = words_of(text)[:1] and words_of(text)[0] in _LEADS
    if (
        not short
        and not led
        and not text.startswith(("(", "..."))
        and pick(luck, "aanloop?", _LEAD_IN_IN) == 0
    ):
        text = _led_in(cast, state, band, text, luck)
    if (
        not (bare or short or text.endswith(("?", ")")))
        and state.energy >= _TIRED
        and pick(luck, "staart?", _TAIL_IN) == 0
    ):
        said = " ".join([*state.recent, text]).casefold()
        tails = [
            tail
            for tail in _fresh(cast, lambda voice: voice.tails, band, ())
            if tail.casefold().rstrip(".") not in said
        ]
        if tails:
            tail = tails[pick(luck, "staart", len(tails))]
            text = f"{text} {tail[0].upper()}{tail[1:]}"
    shown = None
    due = state.turn - state.gestured >= GESTURE_EVERY and "(" not in text
    if due and pick(luck, "gebaar?", _GESTURE_IN) == 0:
        shown = gesture(cast, state, band, luck)
        if shown:
            text = f"({shown}) {text}"
    return text, shown


def _led_in(cast: Cast, state: State, band: Band, text: str, luck: str) -> str:
    recent = " ".join(state.recent).casefold()
    pool = [
        lead for lead in _fresh(cast, lambda voice: voice.lead_ins, band, ()) if lead.casefold() not in recent
    ]
    pool = [lead for lead in pool if words_of(lead) and words_of(lead)[0] != (words_of(text) or [""])[0]]
    if not pool:
        return text
    lead = pool[pick(luck, "aanloop", len(pool))]
    if (
        lead.endswith((",", "..."))
        and text[0].isupper()
        and words_of(text)[0] != cast.scenario.name.casefold()
    ):
        text = text[0].lower() + text[1:]
    return f"{lead} {text}"
