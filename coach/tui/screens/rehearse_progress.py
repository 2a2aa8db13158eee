"""How rehearsals stand beside each other: those of this run, and before them those that were kept."""

from __future__ import annotations

from coach.domain.errors import CoachError
from coach.domain.rehearsal.progress import Rehearsed, met, pictures
from coach.flows.kept_rehearsals import kept_counts
from coach.flows.rehearse import fictional
from coach.tui.base import CoachAppBase

NONE_YET = "Je hebt nog niet geoefend. Na een gesprek staat hier hoe het ging."
_PLAN = "Je plan van de vorige keer:"
_MORE = "Met F5 zie je hoe het ging."


def all_rehearsed(app: CoachAppBase) -> tuple[Rehearsed, ...]:
    """Return the counts of every rehearsal that coach knows of, the oldest first.

    What of the store cannot be read is left out here; the store says so itself where it is opened.
    """
    session = app.session
    try:
        kept = kept_counts(session.keeper)
    except CoachError:
        kept = ()
    return (*kept[: max(0, len(kept) - session.counts_kept)], *session.rehearsed)


def progress_text(app: CoachAppBase, *, short: bool = False) -> str:
    """Return the three blocks in small pictures and whom one rehearsed with, "" before the first time.

    A `short` text says only whom, and which key shows the rest.
    """
    done = all_rehearsed(app)
    if not done:
        return ""
    told, left = met(done, {scenario.id: scenario.name for scenario in fictional(app.library)})
    plan = [f"{_PLAN} {app.session.plan}"] if app.session.plan else []
    lines = [f"{told} {_MORE}", *plan] if short else [*pictures(done), "", told, *filter(None, [left]), *plan]
    return "\n".join(lines)
