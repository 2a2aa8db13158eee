"""Preparing step by step: which steps there are, what each asks, and how far one is.

Both front ends walk these same steps; an answer gives a new `Preparation`.
"""

from __future__ import annotations

from enum import StrEnum

from coach.domain.conversation import STATIONS, Part, Route, Station
from coach.domain.guard.labels import Role, Status
from coach.domain.knowledge import BOTH, Avoid, Mnemonic, PartGuide, Question, Spoken
from coach.domain.preparation import Preparation, Progress
from coach.domain.values import value
from coach.library.load import Library


class StepKind(StrEnum):
    """What is filled in at a step, and so which form it gets."""

    START = "start"
    SIGNALS = "signalen"
    FACTS = "feiten"
    PLACE = "plek"
    WORK = "werk"
    FACTORS = "oorzaken"
    PLANS = "valkuilen"
    OPENING = "opening"
    QUESTIONS = "vragen"
    GOALS = "afspraken"
    CLOSING = "afronding"
    READY = "klaar"


@value(frozen=True, slots=True)
class Step:
    """One step of preparing: one thing to fill in, within a part of the conversation.

    `short` is its title where there is little room, `role` is how the guard reads what is typed here,
    `statuses` are those of the employee for which the step is there at all.
    """

    id: str
    part: Part
    kind: StepKind
    title: str
    short: str
    ask: str
    role: Role
    statuses: tuple[Status, ...] = BOTH


_WORKS = (Status.WERKT,)
_CHOOSE = "Kies de vragen die bij jou passen, of schrijf er zelf een."
STEPS: tuple[Step, ...] = (
    Step("start", Part.VOORBEREIDING, StepKind.START, "Begin", "Begin",
         "Werkt je medewerker, of is hij ziek gemeld? En zeg je je of u?", Role.NOTITIE),
    Step("signalen", Part.VOORBEREIDING, StepKind.SIGNALS, "Wat valt je op?", "Signalen",
         "Vink aan wat je zelf zag op het werk. Daarna maak je er feiten van.", Role.NOTITIE,
         _WORKS),
    Step("feiten", Part.VOORBEREIDING, StepKind.FACTS, "Wat zag je?", "Feiten",
         "Schrijf op wat je zelf zag of hoorde op het werk, met de datum erbij.", Role.NOTITIE),
    Step("plek", Part.VOORBEREIDING, StepKind.PLACE, "Waar en wanneer?", "Plek en moment",
         "Kies een rustig moment en een plek waar niemand meeluistert.", Role.NOTITIE),
    Step("werk", Part.VOORBEREIDING, StepKind.WORK, "Hoe gaat het werk?", "Werk",
         "Welk werk was afgesproken, en welk werk is er gedaan? Schrijf alleen wat je zeker weet.",
         Role.NOTITIE, _WORKS),
    Step("oorzaken", Part.VOORBEREIDING, StepKind.FACTORS, "Wat speelt er in het werk?", "Energie in werk",
         "Wat geeft energie, en wat kost energie? Jij gokt, je medewerker weet het.", Role.NOTITIE,
         _WORKS),
    Step("valkuilen", Part.VOORBEREIDING, StepKind.PLANS, "Jouw valkuilen", "Valkuilen",
         "Wat gebeurt er met jou als het spannend wordt? Maak er een plan voor.", Role.ZEGT),
    Step("opening", Part.BENOEMEN, StepKind.OPENING, "Je openingszin", "Openingszin",
         "Hoe begin je? Zeg wat je zag, dat je het goed bedoelt, en stel een vraag.", Role.ZEGT),
    Step("benoemen", Part.BENOEMEN, StepKind.QUESTIONS, "Vragen bij benoemen", "Vragen", _CHOOSE, Role.ZEGT),
    Step("invloed", Part.INVLOED, StepKind.QUESTIONS, "Vragen over het werk", "Vragen", _CHOOSE, Role.ZEGT),
    Step("knelpunten", Part.KNELPUNTEN, StepKind.QUESTIONS, "Vragen over knelpunten", "Vragen: knelpunten",
         _CHOOSE, Role.ZEGT),
    Step("nodig", Part.NODIG, StepKind.QUESTIONS, "Vragen over wat nodig is", "Vragen: nodig", _CHOOSE,
         Role.ZEGT),
    Step("afspraken", Part.AFRONDING, StepKind.GOALS, "Wat wil je afspreken?", "Afspraken",
         "Waarover moet er aan het eind iets zijn afgesproken? Je medewerker kiest mee.", Role.NOTITIE,
         _WORKS),
    Step("afronding", Part.AFRONDING, StepKind.CLOSING, "Afronden", "Afronden",
         "Kies hoe je afrondt, en wanneer jullie elkaar weer spreken: liefst binnen een week.", Role.ZEGT),
    Step("klaar", Part.AFRONDING, StepKind.READY, "Ben je er klaar voor?", "Klaar?",
         "Vink aan wat klopt. Alleen voor jou: niemand anders ziet dit.", Role.NOTITIE),
)  # fmt: skip

STEP_IDS: tuple[str, ...] = tuple(step.id for step in STEPS)
_BY_ID = {step.id: step for step in STEPS}

READY = frozenset(("rust", "tijd", "feiten", "luisteren", "oplossen", "moeilijk", "los", "hulp"))
"""The ids of the readiness check (the content has exactly these)."""
SICK_NOTICE = (
    "Je medewerker is ziek gemeld. Dan voer je geen signalerend gesprek, maar een kort contactgesprek. "
    "Wat iemand nog kan, loopt via de bedrijfsarts."
)


def step(step_id: str) -> Step:
    """Return the step with this id; raises KeyError for an id that does not exist."""
    return _BY_ID[step_id]


def steps_for(status: Status) -> tuple[Step, ...]:
    """Return the steps for an employee with this status, in order."""
    return tuple(where for where in STEPS if status in where.statuses)


def route_of(preparation: Preparation) -> Route:
    """Return the route along the steps of a preparation, standing where it was left (or at the start)."""
    steps = tuple(where.id for where in steps_for(preparation.status))
    return Route(steps, steps.index(preparation.at_step) if preparation.at_step in steps else 0)


def number_of(step_id: str, status: Status) -> int:
    """Return the number of a step for this status, counted from 1; 0 for one that is not there."""
    ids = [where.id for where in steps_for(status)]
    return ids.index(step_id) + 1 if step_id in ids else 0


def next_open(preparation: Preparation, at: str) -> str | None:
    """Return the next step in which something is still empty, after step `at` and then from the start.

    None when all is filled in.
    """
    open_steps = progress(preparation).open_steps
    ids = [where.id for where in steps_for(preparation.status)]
    later = [name for name in open_steps if at in ids and ids.index(name) > ids.index(at)]
    return next(iter((*later, *open_steps)), None)


def stations_of(preparation: Preparation) -> tuple[tuple[Station, int, int], ...]:
    """Return for each station how many of its steps are filled in, and how many there are."""
    done = progress(preparation)
    return tuple(
        (station, *done.of(where.id for where in STEPS if where.part in station.parts))
        for station in STATIONS
    )


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
        case StepKind.SIGNALS:
            return int(bool(preparation.signals or preparation.facts)), 1
        case StepKind.FACTS:
            if not preparation.signals:
                return min(len(preparation.facts), 1), 1
            written = {fact.signal for fact in preparation.facts}
            return sum(signal in written for signal in preparation.signals), len(preparation.signals)
        case StepKind.PLACE:
            return bool(preparation.moment) + bool(preparation.place), 2
        case StepKind.WORK:
            return bool(preparation.asked) + bool(preparation.delivered), 2
        case StepKind.FACTORS:
            return min(len(preparation.weighed), 1), 1
        case StepKind.PLANS:
            return min(len(preparation.plans), 1), 1
        case StepKind.OPENING:
            return int(bool(preparation.opening)), 1
        case StepKind.QUESTIONS:
            return min(len(preparation.asked_in(where.part)), 1), 1
        case StepKind.GOALS:
            return int(bool(preparation.subjects or preparation.goal)), 1
        case StepKind.READY:
            return len(READY & set(preparation.ready)), len(READY)
        case StepKind.CLOSING:
            return min(len(preparation.asked_in(where.part)), 1) + (preparation.next_date is not None), 2


def progress(preparation: Preparation) -> Progress:
    """Return how far each step is, of those that fit the status."""
    return Progress({where.id: _filled(preparation, where) for where in steps_for(preparation.status)})
