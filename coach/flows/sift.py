"""What of a preparation may stand on paper or in a file: every free text read by the guard, once, here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis, Role, Status, Verdict
from coach.domain.preparation import Aside, Plan, Preparation
from coach.domain.values import replace, value
from coach.flows.aside import relieved
from coach.flows.facts import analyse_fact
from coach.flows.fit import unsuited
from coach.flows.judge import may_be_printed
from coach.library.load import Library

FACTS, PLACE, WORK, PLANS, OPENING, GOAL = "feiten", "plek", "werk", "valkuilen", "opening", "afspraken"


@value(frozen=True, slots=True)
class Refusal:
    """A text that does not come on paper: the step where it was typed, and why not."""

    step: str
    text: str
    analysis: Analysis


@value(frozen=True, slots=True)
class Text:
    """A free text, the step where it was typed, and the role in which it is read."""

    step: str
    text: str
    role: Role
    signal: str = ""


def texts_of(preparation: Preparation) -> Iterator[Text]:
    """Every free text, in the order of the steps of the talk."""
    yield from (Text(FACTS, fact.what, Role.NOTITIE, fact.signal) for fact in preparation.facts)
    yield Text(PLACE, preparation.moment, Role.NOTITIE)
    yield Text(PLACE, preparation.place, Role.NOTITIE)
    yield Text(WORK, preparation.asked, Role.NOTITIE)
    yield Text(WORK, preparation.delivered, Role.NOTITIE)
    for plan in preparation.plans:
        yield from (Text(PLANS, text, Role.ZEGT) for text in (plan.own, plan.when, plan.then))
    yield Text(OPENING, preparation.opening, Role.ZEGT)
    yield from (Text(asked.part.value, asked.text, Role.ZEGT) for asked in preparation.questions)
    yield Text(GOAL, preparation.goal, Role.NOTITIE)


def off_paper(
    library: Library,
    guard: Guard,
    text: str,
    role: Role,
    status: Status,
    asides: Iterable[Aside] = (),
) -> Analysis | None:
    """Return None when a text may stand on paper, else the analysis that refuses it.

    The coach's own texts pass unread: they were checked when the content was (`coach content check`), and a
    sentence such as "Je hoeft niet te zeggen wat je hebt" must not be refused on paper. But one that was
    chosen for someone who works is not for someone who is ill, nor the other way round. What was set aside
    is not refused.
    """
    if not text:
        return None
    if text in library.spoken_texts:
        return unsuited(library, text, status)
    return may_be_printed(guard, text, role, status, asides)


def _refusal(library: Library, guard: Guard, of: Text, preparation: Preparation) -> Analysis | None:
    status, asides = preparation.status, preparation.asides
    if of.step == FACTS:
        analysis = relieved(
            guard, analyse_fact(library, guard, of.text, status, of.signal), Role.NOTITIE, asides
        )
        return analysis if analysis.verdict is Verdict.MAG_NIET else None
    return off_paper(library, guard, of.text, of.role, status, asides)


def sift(library: Library, guard: Guard, preparation: Preparation) -> tuple[Preparation, tuple[Refusal, ...]]:
    """Return the preparation without what may not stand on paper, and what was left out."""
    refused = []
    for found in texts_of(preparation):
        if found.text and (analysis := _refusal(library, guard, found, preparation)) is not None:
            refused.append(Refusal(found.step, found.text, analysis))
    return without(preparation, refused), tuple(refused)


def without(preparation: Preparation, refused: Iterable[Refusal]) -> Preparation:
    """Return the preparation without these texts; of a plan that loses a half nothing is left."""
    out = {(refusal.step, refusal.text) for refusal in refused}

    def kept(step: str, text: str) -> str:
        return "" if (step, text) in out else text

    def whole(plan: Plan) -> bool:
        return not {(PLANS, plan.when), (PLANS, plan.then)} & out

    return replace(
        preparation,
        facts=tuple(fact for fact in preparation.facts if (FACTS, fact.what) not in out),
        moment=kept(PLACE, preparation.moment),
        place=kept(PLACE, preparation.place),
        asked=kept(WORK, preparation.asked),
        delivered=kept(WORK, preparation.delivered),
        plans=tuple(replace(plan, own=kept(PLANS, plan.own)) for plan in preparation.plans if whole(plan)),
        opening=kept(OPENING, preparation.opening),
        questions=tuple(
            asked for asked in preparation.questions if (asked.part.value, asked.text) not in out
        ),
        goal=kept(GOAL, preparation.goal),
    ).tidied()
