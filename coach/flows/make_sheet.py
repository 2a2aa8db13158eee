"""From a preparation to a sheet: what may not be printed is left out, and named."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from coach.domain.conversation import Part
from coach.domain.guard import Guard
from coach.domain.knowledge import HardMoment
from coach.domain.preparation import Preparation
from coach.domain.sheet import Sheet, build_sheet
from coach.flows.sift import Refusal, sift
from coach.library.load import Library

MAX_RATHER_NOT = 4
MAX_MOMENTS = 3


@dataclass(frozen=True, slots=True)
class SheetResult:
    """The sheet, and what was left out of it."""

    sheet: Sheet
    refused: tuple[Refusal, ...] = ()


def _moments(library: Library, preparation: Preparation) -> tuple[HardMoment, ...]:
    """The hard moments of the chosen pitfalls; a pitfall that this content does not know gives none.

    (A preparation from a file may name a pitfall of another organisation's content.)
    """
    known = {pitfall.id: pitfall for pitfall in library.pitfalls}
    chosen = (known[plan.pitfall] for plan in preparation.plans if plan.pitfall in known)
    names = dict.fromkeys(name for pitfall in chosen for name in pitfall.moments)
    fitting = (moment for moment in map(library.moment, names) if preparation.status in moment.statuses)
    return tuple(islice(fitting, MAX_MOMENTS))


def _rather_not(library: Library, preparation: Preparation) -> tuple[str, ...]:
    """One sentence to keep away from for each part in which something is asked, in the order of the parts."""
    asked = dict.fromkeys(chosen.part for chosen in preparation.questions)
    parts = list(asked) or [part for part in Part if part is not Part.VOORBEREIDING]
    avoided = (avoid.text for part in parts for avoid in library.part(part).avoid[:1])
    return tuple(islice(dict.fromkeys(avoided), MAX_RATHER_NOT))


def make_sheet(
    library: Library, guard: Guard, preparation: Preparation, *, empty: bool = False
) -> SheetResult:
    """Return the sheet of `preparation`, with all that the guard refuses left out and listed.

    `empty` gives room to write where nothing was filled in.
    """
    printable, refused = sift(library, guard, preparation)
    sheet = build_sheet(
        printable,
        rather_not=_rather_not(library, preparation),
        moments=_moments(library, preparation),
        emergency=library.emergency,
        empty=empty,
    )
    return SheetResult(sheet, refused)
