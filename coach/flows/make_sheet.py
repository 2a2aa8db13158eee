"""From a preparation to the sheets on paper: what may not be printed is left out, and named."""

from __future__ import annotations

from enum import StrEnum
from itertools import islice

from coach.domain.agreement_copy import ROLES, AgreementCopy, AgreementRow, agreement_sheet
from coach.domain.conversation import Part
from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis, Role, Status
from coach.domain.knowledge import HardMoment
from coach.domain.pocket_card import pocket_card
from coach.domain.preparation import Chosen, Fact, Plan, Preparation
from coach.domain.sheet import Paper, Sheet, build_sheet, questions_on_paper
from coach.domain.values import replace, value
from coach.flows.fit import unsuited
from coach.flows.judge import may_be_printed
from coach.library.load import Library

MAX_RATHER_NOT = 4
MAX_MOMENTS = 3


AGREEMENTS_STEP = "afspraken"
"""Stands as the step of a refused agreement, which belongs to no step of preparing."""


class Variant(StrEnum):
    """The sheets that can be made of a preparation."""

    SHEET = "blad"
    LARGE = "groot"
    EMPTY = "leeg"
    AGREEMENTS = "afspraken"
    CARDS = "kaartjes"


@value(frozen=True, slots=True)
class Refusal:
    """A text that does not come on the sheet: the step where it was typed, and why not."""

    step: str
    text: str
    analysis: Analysis


@value(frozen=True, slots=True)
class SheetResult:
    """The sheet, and what was left out of it.

    `refused` is what may not be printed, `too_many` are the questions that there was no room for.
    """

    sheet: Sheet
    refused: tuple[Refusal, ...] = ()
    too_many: tuple[Chosen, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out."""
        return not self.refused and not self.too_many


class _Sieve:
    """Lets through what may be printed and remembers what may not.

    The coach's own texts pass unread: they were checked when the content was (`coach content check`), and a
    sentence such as "Je hoeft niet te zeggen wat je hebt" must not be refused on paper. But one that was
    chosen for someone who works is not for someone who is ill, nor the other way round.
    """

    def __init__(self, library: Library, guard: Guard, status: Status) -> None:
        self.library = library
        self.guard = guard
        self.status = status
        self.refused: list[Refusal] = []

    def passes(self, step: str, text: str, role: Role) -> bool:
        if not text:
            return True
        if text in self.library.spoken_texts:
            analysis = unsuited(self.library, text, self.status)
        else:
            analysis = may_be_printed(self.guard, text, role, self.status)
        if analysis is not None:
            self.refused.append(Refusal(step, text, analysis))
        return analysis is None

    def keep(self, step: str, text: str, role: Role) -> str:
        return text if self.passes(step, text, role) else ""

    def fact(self, fact: Fact) -> bool:
        return self.passes("feiten", fact.what, Role.NOTITIE)

    def plan(self, plan: Plan) -> bool:
        return self.passes("valkuilen", plan.when, Role.ZEGT) and self.passes(
            "valkuilen", plan.then, Role.ZEGT
        )

    def question(self, chosen: Chosen) -> bool:
        return self.passes(chosen.part.value, chosen.text, Role.ZEGT)


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


def printable(
    library: Library, guard: Guard, preparation: Preparation
) -> tuple[Preparation, tuple[Refusal, ...]]:
    """Return what of `preparation` may be read by others, on paper or on a screen, and what was left out."""
    sieve = _Sieve(library, guard, preparation.status)
    ready = replace(
        preparation,
        facts=tuple(fact for fact in preparation.facts if sieve.fact(fact)),
        moment=sieve.keep("plek", preparation.moment, Role.NOTITIE),
        place=sieve.keep("plek", preparation.place, Role.NOTITIE),
        plans=tuple(plan for plan in preparation.plans if sieve.plan(plan)),
        opening=sieve.keep("opening", preparation.opening, Role.ZEGT),
        questions=tuple(chosen for chosen in preparation.questions if sieve.question(chosen)),
    )
    return ready, tuple(sieve.refused)


def make_sheet(
    library: Library, guard: Guard, preparation: Preparation, *, empty: bool = False
) -> SheetResult:
    """Return the sheet of `preparation`, with all that the guard refuses left out and listed.

    `empty` gives room to write where nothing was filled in.
    """
    ready, refused = printable(library, guard, preparation)
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
    return SheetResult(sheet, refused, too_many)


def make_agreement_sheet(
    library: Library, guard: Guard, agreed: AgreementCopy, status: Status = Status.WERKT
) -> SheetResult:
    """Return the employee's copy of what was agreed, with all that the guard refuses to write left out.

    An agreement of which a part is refused is left out whole.
    """
    sieve = _Sieve(library, guard, status)

    def passes(text: str) -> bool:
        return text in ROLES or sieve.passes(AGREEMENTS_STEP, text, Role.NOTITIE)

    def row_passes(row: AgreementRow) -> bool:
        # A list, so that every text that is refused is named.
        return all([passes(text) for text in (row.who, row.what, row.due, row.review)])

    printable = replace(
        agreed,
        present=sieve.keep(AGREEMENTS_STEP, agreed.present, Role.NOTITIE),
        subjects=tuple(filter(passes, agreed.subjects)),
        rows=tuple(filter(row_passes, agreed.rows)),
        contact=sieve.keep(AGREEMENTS_STEP, agreed.contact, Role.NOTITIE),
        team=sieve.keep(AGREEMENTS_STEP, agreed.team, Role.NOTITIE),
    )
    sheet = agreement_sheet(printable, help_card=library.help_card)
    return SheetResult(sheet, tuple(sieve.refused))


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
            agreed = AgreementCopy(next_date=preparation.next_date)
            return make_agreement_sheet(library, guard, agreed, preparation.status)
        case Variant.CARDS:
            return SheetResult(pocket_card(library.mnemonics, library.emergency, library.help_card))


def in_large_print(result: SheetResult) -> SheetResult:
    """Return the same sheet in large print."""
    return replace(result, sheet=replace(result.sheet, paper=Paper.LARGE))
