"""Agreeing together from any screen: each change is kept at once, and the store is offered afterwards."""

from __future__ import annotations

from collections.abc import Callable

from coach.domain.agreements import Record
from coach.domain.errors import CoachError
from coach.flows.keeper import State
from coach.flows.record_shelf import KeptShelf
from coach.tui.base import CoachAppBase
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.screens.agree import AgreeScreen

_OFFER = "Wil je de afspraken bewaren in je kluis? Anders zijn ze weg als je stopt."


def keep_on_shelf(app: CoachAppBase, record: Record, entry_id: str) -> None:
    """Put a record on the shelf; what stands in the way is said, and the next change tries again."""
    try:
        app.session.shelf.save(record, entry_id)
    except CoachError as error:
        app.tell(str(error), careful=True)


def agree_together(
    app: CoachAppBase, record: Record, *, is_new: bool, then: Callable[[Record], None]
) -> None:
    """Open the screen that is turned to the employee; `then` gets the record as it was left.

    Where the agreements are in memory only and there can be a store, keeping them there is offered first.
    """
    session = app.session

    def keep(changed: Record) -> None:
        keep_on_shelf(app, changed if is_new else changed.revised(), record.uid)

    screen = AgreeScreen(record, session.preparation.status, keep)

    def left(_: None) -> None:
        shelf = session.shelf

        def finish() -> None:
            then(screen.record)

        def put_away() -> None:
            if isinstance(shelf, KeptShelf):
                try:
                    shelf.put_away()
                except CoachError as error:
                    app.tell(str(error), careful=True)

        def answered(yes: bool | None) -> None:
            finish()
            if yes:
                app.keeping.with_store(put_away)

        closed = session.keeper.state in (State.CLOSED, State.NONE)
        if closed and isinstance(shelf, KeptShelf) and shelf.in_memory:
            app.push_screen(ConfirmDialog(_OFFER, yes="Bewaren", no="Nu niet"), answered)
        else:
            finish()

    app.push_screen(screen, left)
