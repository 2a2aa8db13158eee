"""Preparing step by step: which steps there are, what each asks, and how far one is.

Both front ends walk these same steps; an answer gives a new `Preparation`.
"""

from __future__ import annotations

from enum import StrEnum

from coach.domain.conversation import Part
from coach.domain.guard.labels import Role, Status
from coach.domain.knowledge import Avoid, Mnemonic, PartGuide, Question, Spoken
from coach.domain.preparation import Preparation, Progress
from coach.domain.values import value
from coach.library.load import Library


class StepKind(StrEnum):
    """What is filled in at a step, and so which form it gets."""

    START = "start"
    FACTS = "feiten"
    PLACE = "plek"
    PLANS = "valkuilen"
    OPENING = "opening"
    QUESTIONS = "vragen"
    CLOSING = "afronding"


@value(frozen=True, slots=True)
class Step:
    """One step of preparing: one thing to fill in, within a part of the conversation.

    `short` is its title where there is little room, `role` is how the guard reads what is typed here.
    """

    id: str
    part: Part
    kind: StepKind
    title: str
    short: str
    ask: str
    role: Role


STEPS: tuple[Step, ...] = (
    Step("start", Part.VOORBEREIDING, StepKind.START, "Begin", "Begin",
         "Werkt je medewerker, of is hij ziek gemeld? En zeg je je of u?", Role.NOTITIE),
    Step("feiten", Part.VOORBEREIDING, StepKind.FACTS, "Wat zag je?", "Feiten",
         "Schrijf op wat je zelf zag of hoorde op het werk, met de datum erbij.", Role.NOTITIE),
    Step("plek", Part.VOORBEREIDING, StepKind.PLACE, "Waar en wanneer?", "Plek en moment",
         "Kies een rustig moment en een plek waar niemand meeluistert.", Role.NOTITIE),
    Step("valkuilen", Part.VOORBEREIDING, StepKind.PLANS, "Jouw valkuilen", "Valkuilen",
         "Wat gebeurt er met jou als het spannend wordt? Maak er een plan voor.", Role.ZEGT),
    Step("opening", Part.BENOEMEN, StepKind.OPENING, "Je openingszin", "Openingszin",
         "Hoe begin je? Zeg wat je zag, dat je het goed bedoelt, en stel een vraag.", Role.ZEGT),
    Step("benoemen", Part.BENOEMEN, StepKind.QUESTIONS, "Vragen bij benoemen", "Vragen",
         "Kies de vragen die bij jou passen, of schrijf er zelf een.", Role.ZEGT),
    Step("invloed", Part.INVLOED, StepKind.QUESTIONS, "Vragen over het werk", "Vragen",
         "Kies de vragen die bij jou passen, of schrijf er zelf een.", Role.ZEGT),
    Step("knelpunten", Part.KNELPUNTEN, StepKind.QUESTIONS, "Vragen over knelpunten", "Vragen: knelpunten",
         "Kies de vragen die bij jou passen, of schrijf er zelf een.", Role.ZEGT),
    Step("nodig", Part.NODIG, StepKind.QUESTIONS, "Vragen over wat nodig is", "Vragen: nodig",
         "Kies de vragen die bij jou passen, of schrijf er zelf een.", Role.ZEGT),
    Step("afronding", Part.AFRONDING, StepKind.CLOSING, "Afronden", "Afronden",
         "Kies hoe je afrondt, en wanneer jullie elkaar weer spreken: liefst binnen een week.", Role.ZEGT),
)  # fmt: skip

STEP_IDS: tuple[str, ...] = tuple(step.id for step in STEPS)
_BY_ID = {step.id: step for step in STEPS}

SICK_NOTICE = (
    "Je medewerker is ziek gemeld. Dan voer je geen signalerend gesprek, maar een kort contactgesprek. "
    "Wat iemand nog kan, loopt via de bedrijfsarts."
)


def step(step_id: str) -> Step:
    """Return the step with this id; raises KeyError for an id that does not exist."""
    return _BY_ID[step_id]


@value(frozen=True, slots=True)
class Help:
    """What is shown beside a step: all of it fits the status of the employee."""

    guide: PartGuide
    tips: tuple[str, ...]
    avoid: tuple[Avoid, ...]
    mnemonics: tuple[Mnemonic, ...]


def help_for(library: Library, where: Step, status: Status) -> Help:
    """Return purpose, tips, what not to do and memory aids for a step."""
    guide = library.part(where.part)
    return Help(
        guide=guide,
        tips=tuple(tip.text for tip in guide.tips if status in tip.statuses),
        avoid=guide.avoid,
        mnemonics=tuple(library.mnemonic(name) for name in guide.mnemonics),
    )


def questions_for(library: Library, part: Part, status: Status) -> tuple[Question, ...]:
    """Return the questions that may be offered in `part` for this status."""
    return tuple(question for question in library.part(part).questions if status in question.statuses)


def openings_for(library: Library, status: Status) -> tuple[Spoken, ...]:
    """Return the opening lines that may be offered for this status."""
    return tuple(opening for opening in library.openings if status in opening.statuses)


def _filled(preparation: Preparation, where: Step) -> tuple[int, int]:
    match where.kind:
        case StepKind.START:
            return 1, 1
        case StepKind.FACTS:
            return min(len(preparation.facts), 1), 1
        case StepKind.PLACE:
            return bool(preparation.moment) + bool(preparation.place), 2
        case StepKind.PLANS:
            return min(len(preparation.plans), 1), 1
        case StepKind.OPENING:
            return int(bool(preparation.opening)), 1
        case StepKind.QUESTIONS:
            return min(len(preparation.asked_in(where.part)), 1), 1
        case StepKind.CLOSING:
            return min(len(preparation.asked_in(where.part)), 1) + (preparation.next_date is not None), 2


def progress(preparation: Preparation) -> Progress:
    """Return how far each step is."""
    return Progress({where.id: _filled(preparation, where) for where in STEPS})
