"""From a preparation to the sheets on paper: what may not be printed is left out, and named."""

from __future__ import annotations

from enum import StrEnum
from itertools import islice

from coach.domain.conversation import Part
from coach.domain.guard import Guard
from coach.domain.knowledge import HardMoment
from coach.domain.pocket_card import pocket_card
from coach.domain.preparation import Chosen, Preparation
from coach.domain.record_sheet import empty_record_sheet
from coach.domain.sheet import Paper, Sheet, build_sheet, questions_on_paper
from coach.domain.values import replace, value
from coach.flows.sift import GOAL, WORK, Refusal, sift, texts_of
from coach.library.load import Library

MAX_RATHER_NOT = 4
MAX_MOMENTS = 3

_NEVER_ON_IT = (WORK, GOAL)
"""Steps of which nothing stands on the sheet, so that nothing of them can be left out of it."""


class Variant(StrEnum):
    """The sheets that can be made of a preparation."""

    SHEET = "blad"
    LARGE = "groot"
    EMPTY = "leeg"
    AGREEMENTS = "afspraken"
    CARDS = "kaartjes"


@value(frozen=True, slots=True)
class SheetResult:
    """The sheet, and what was left out of it.

    `refused` is what may not be printed, `too_many` are the questions that there was no room for. `names` are
    first names that stand on it: who else could read the sheet is to be thought of before it is printed.
    """

    sheet: Sheet
    refused: tuple[Refusal, ...] = ()
    too_many: tuple[Chosen, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out."""
        return not self.refused and not self.too_many


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
    ready, refused = sift(library, guard, preparation)
    sheet = build_sheet(
        ready,
        rather_not=_rather_not(library, preparation),
        moments=_moments(library, preparation),
        emergency=library.emergency,
        help_card=library.help_card,
        empty=empty,
    )
    on_paper = questions_on_paper(ready.questions)
    too_many = tuple(chosen for chosen in ready.questions if chosen not in on_paper)
    left_out = tuple(refusal for refusal in refused if refusal.step not in _NEVER_ON_IT)
    return SheetResult(sheet, left_out, too_many, _names(library, ready))


def _names(library: Library, printed: Preparation) -> tuple[str, ...]:
    """The first names in what the user typed; a sentence of the coach's own holds none."""
    own = (found.text for found in texts_of(printed) if found.step not in _NEVER_ON_IT)
    return library.first_names.in_texts(text for text in own if text not in library.spoken_texts)


def names_on_it(names: tuple[str, ...], *, shown: bool = True) -> str:
    """Return the sentence that asks to think about names on a sheet, with or without those names."""
    told = f": {', '.join(names)}" if shown else ""
    if len(names) == 1:
        return f"Er staat een naam op je blad{told}. Laat die liever weg, of schrijf: een collega."
    return f"Er staan namen op je blad{told}. Laat die liever weg, of schrijf: een collega."


def make_variant(library: Library, guard: Guard, preparation: Preparation, variant: Variant) -> SheetResult:
    """Return one of the sheets that can be made of `preparation`.

    Of a preparation in which nothing was filled in the sheet has room to write.
    """
    match variant:
        case Variant.SHEET:
            return make_sheet(library, guard, preparation, empty=preparation.is_empty)
        case Variant.LARGE:
            return in_large_print(make_sheet(library, guard, preparation, empty=preparation.is_empty))
        case Variant.EMPTY:
            return make_sheet(library, guard, Preparation(status=preparation.status), empty=True)
        case Variant.AGREEMENTS:
            return SheetResult(empty_record_sheet(preparation.next_date, library.help_card))
        case Variant.CARDS:
            return SheetResult(pocket_card(library.mnemonics, library.emergency, library.help_card))


def in_large_print(result: SheetResult) -> SheetResult:
    """Return the same sheet in large print."""
    return replace(result, sheet=replace(result.sheet, paper=Paper.LARGE))
