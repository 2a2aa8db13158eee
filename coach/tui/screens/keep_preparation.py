"""Keeping the preparation of the session in the store: the dialog, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coach.flows.kept_preparations import keep
from coach.tui.base import CoachAppBase
from coach.tui.dialogs.keep import KeepDialog, KeptResult

NOTHING_TO_KEEP = "Je hebt nog niets ingevuld. Er is dus nog niets om te bewaren."
LEFT_OUT = "Wat je niet mag opschrijven, is niet bewaard."


def keep_preparation(app: CoachAppBase, then: Callable[[], None]) -> None:
    """Ask for a label and keep the preparation under it, once the store is open; `then` when it is kept."""
    session = app.session
    if session.preparation.is_empty:
        app.tell(NOTHING_TO_KEEP)
        return

    def act(label: str, replaces: bool) -> KeptResult:
        named = replace(session.preparation, label=label)
        return keep(session.keeper, app.library, app.guard, named, replaces=replaces)

    def kept(result: KeptResult | None) -> None:
        if result is None:
            return
        preparation, refused = result
        session.preparation = replace(session.preparation, label=preparation.label)
        app.keeping.kept(session.preparation)
        session.mark_kept()
        rest = f" {LEFT_OUT}" if refused or session.held else ""
        app.tell(f"Bewaard in je kluis als {preparation.label}.{rest}", careful=bool(rest))
        then()

    def ask() -> None:
        app.push_screen(KeepDialog(session.preparation.label, act), kept)

    app.keeping.with_store(ask)
