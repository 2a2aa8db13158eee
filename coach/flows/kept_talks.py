"""Where one was in a talk, in the store, so that a closed window loses nothing; never what was said."""

from __future__ import annotations

from typing import Any

from coach.domain.kept import Document, Kind
from coach.domain.live import Live
from coach.domain.live_draft import VERSION, as_draft
from coach.domain.retention import preparation_until
from coach.flows.keeper import Keeper, State

_NEW = "nieuw"


def _label(keeper: Keeper) -> str:
    """A talk for each kept preparation, and one for a preparation that is not kept."""
    return _NEW if keeper.current is None else str(keeper.current)


def save_talk(keeper: Keeper, live: Live, now: float) -> None:
    """Put where the talk is in the store, where that is open; one that was not begun, or is closed, goes.

    `now` is the moment by the clock of the talk. Raises a StoreError.
    """
    if keeper.state is not State.OPEN:
        return
    store, today = keeper.store, keeper.today()
    there = store.find(Kind.TALK, _label(keeper))
    if live.begun and live.ending is None:
        body = {"van": keeper.current, "gesprek": as_draft(live, now)}
        document = Document(Kind.TALK, _label(keeper), VERSION, body, preparation_until(today))
        store.save(document, today, replaces=there)
    elif there is not None:
        store.discard(there)


def find_talk(keeper: Keeper) -> Any:
    """Return the draft of the talk (see `live_draft`) with the preparation at hand, None where there is none.

    Raises a StoreError.
    """
    if keeper.state is not State.OPEN:
        return None
    there = keeper.store.find(Kind.TALK, _label(keeper))
    return None if there is None else keeper.store.load(there, keeper.today()).document.body.get("gesprek")
