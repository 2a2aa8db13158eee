"""The counts of rehearsals in the store, kept one by one when the user asks; never a word of a talk."""

from __future__ import annotations

from coach.domain.errors import DamagedStoreError
from coach.domain.kept import Document, Kind, Summary
from coach.domain.rehearsal.progress import Rehearsed, as_data, from_data
from coach.flows.keeper import Keeper, State

LABEL, VERSION = "Oefeningen", 1
MOST = 200
"""Rehearsals that are kept; of more the oldest go."""
_TALKS = "gesprekken"
_UNREADABLE = (
    "Wat er van je oefeningen bewaard is, kan coach niet lezen. Wissen kan: coach data forget Oefeningen"
)


def kept_counts(keeper: Keeper) -> tuple[Rehearsed, ...]:
    """Return what is kept, the oldest first; nothing as long as the store is closed. Raises StoreError."""
    if keeper.state is not State.OPEN:
        return ()
    there = keeper.store.find(Kind.REHEARSALS, LABEL)
    if there is None:
        return ()
    body = keeper.store.load(there, keeper.today()).document.body
    try:
        return tuple(map(from_data, body[_TALKS]))
    except (KeyError, TypeError, ValueError):
        raise DamagedStoreError(_UNREADABLE) from None


def kept_rehearsals(keeper: Keeper) -> list[Summary]:
    """Return what a list tells of the counts that are kept: one line at most. Raises StoreError."""
    return keeper.store.summaries(Kind.REHEARSALS, keeper.today())


def keep_counts(keeper: Keeper, counts: Rehearsed, replaces: Rehearsed | None = None) -> None:
    """Add the counts of a rehearsal, or put them in the place of the ones kept last for the same talk.

    The store must be open; raises StoreError.
    """
    done = [*kept_counts(keeper)]
    if replaces is not None and done[-1:] == [replaces]:
        done.pop()
    body = {_TALKS: [as_data(one) for one in [*done, counts][-MOST:]]}
    there = keeper.store.find(Kind.REHEARSALS, LABEL)
    keeper.store.save(Document(Kind.REHEARSALS, LABEL, VERSION, body), keeper.today(), replaces=there)
