"""Words for what does not come on paper or in a file: where it stands and why, never the text itself."""

from __future__ import annotations

from collections.abc import Iterable

from coach.domain.guard.labels import Verdict
from coach.domain.preparation import MAX_QUESTIONS, Preparation
from coach.flows.keep import LABEL_STEP
from coach.flows.make_sheet import SheetResult, names_on_it
from coach.flows.prepare import STEP_IDS, step
from coach.flows.sift import Refusal


def _title(step_id: str) -> str:
    return (step(step_id).title if step_id in STEP_IDS else step_id).rstrip("?")


def _place(refusal: Refusal, preparation: Preparation) -> str:
    """Where the user finds the text: the step, and which one of several."""
    match refusal.step:
        case step_id if step_id == LABEL_STEP:
            return "De naam van je voorbereiding"
        case "feiten":
            texts, kind = [fact.what for fact in preparation.facts], "feit"
        case "plek":
            return "Waar en wanneer, " + ("je moment" if refusal.text == preparation.moment else "je plek")
        case "werk":
            return "Het werk, " + ("afgesproken" if refusal.text == preparation.asked else "gedaan")
        case "valkuilen":
            halves = [(plan.own, plan.when, plan.then) for plan in preparation.plans]
            texts = [refusal.text if refusal.text in half else "" for half in halves]
            kind = "plan"
        case "opening":
            return "Je openingszin"
        case part:
            texts, kind = [q.text for q in preparation.questions if q.part.value == part], "vraag"
    title = _title(refusal.step)
    number = texts.index(refusal.text) + 1 if refusal.text in texts else 0
    return f"{title}, {kind} {number}" if number else title


def sentences(refused: Iterable[Refusal], preparation: Preparation, left_out_of: str) -> list[str]:
    """Return a sentence for each refusal: the place, why, and what may stand there in its stead."""
    lines = []
    for refusal in refused:
        line = f"{_place(refusal, preparation)}: dit komt niet {left_out_of}."
        if refusal.analysis.findings:
            worst = refusal.analysis.findings[0]
            line += f" {worst.why}"
            # What a note says instead is about agreements; it does not fit the place of a question or a fact.
            if worst.instead and refusal.analysis.verdict is Verdict.VERBODEN:
                line += f' Liever: "{worst.instead}"'
        lines.append(line)
    return lines


def left_out(result: SheetResult, preparation: Preparation) -> list[str]:
    """Return a sentence for everything that is not on a sheet: what may not be, and what had no room."""
    lines = sentences(result.refused, preparation, "op het blad")
    for chosen in result.too_many:
        same_part = [question.text for question in preparation.questions if question.part is chosen.part]
        place = f"{_title(chosen.part.value)}, vraag {same_part.index(chosen.text) + 1}"
        lines.append(f"{place}: dit komt niet op het blad. Er passen {MAX_QUESTIONS} vragen op.")
    if result.names:
        lines.append(names_on_it(result.names, shown=False))
    return lines
