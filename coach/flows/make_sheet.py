"""From a preparation to a sheet: what may not be printed is left out, and named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from coach.domain.conversation import Part
from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis, Role, Status
from coach.domain.knowledge import HardMoment
from coach.domain.preparation import Chosen, Fact, Plan, Preparation
from coach.domain.sheet import Sheet, build_sheet
from coach.flows.fit import unsuited
from coach.flows.judge import may_be_printed
from coach.library.load import Library

MAX_RATHER_NOT = 4
MAX_MOMENTS = 3


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text that does not come on the sheet: the step where it was typed, and why not."""

    step: str
    text: str
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class SheetResult:
    """The sheet, and what was left out of it."""

    sheet: Sheet
    refused: tuple[Refusal, ...] = ()


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
        empty=empty,
    )
    return SheetResult(sheet, refused)
