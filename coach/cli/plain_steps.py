"""The steps of preparing as questions, one function for each kind of step."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coach.cli.dialogue import Dialogue
from coach.cli.plain_judge import judged
from coach.cli.verdicts import quoted
from coach.domain.dates import DateNotUnderstood, long_date, parse_date
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.preparation import MAX_FACTS, MAX_PLANS, MAX_QUESTIONS, Fact, Plan, Preparation
from coach.flows.prepare import SICK_NOTICE, Step, StepKind, openings_for, questions_for
from coach.library.load import Library

_REMOVE = re.compile(r"weg\s+(\d{1,3})", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,3}(?:[\s,]+(?:en\s+)?\d{1,3})*")
EMPTY = "-"
WEEK = timedelta(days=7)
FACT = (
    'Schrijf wat je zag of hoorde, zonder klacht of reden. Zoals: "Begon om tien uur, de dienst is om acht."'
)
PLACE = 'Schrijf alleen de tijd of de plek. Zoals: "Donderdag om tien uur, een half uur" of "Kamer 3".'
NOT_A_DATE = "Die datum snap ik niet. Typ hem zoals 12-11, 12 november of gisteren."


@dataclass(slots=True)
class Draft:
    """What is being filled in; `preparation` is replaced at each answer. `today` is the day of preparing."""

    preparation: Preparation
    today: date


def fill_in(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    """Ask what a step asks and put it in the draft. Raises what `Dialogue.ask` raises."""
    steps: dict[StepKind, Callable[[Dialogue, Library, Draft, Step], None]] = {
        StepKind.START: _start,
        StepKind.FACTS: _facts,
        StepKind.PLACE: _place,
        StepKind.PLANS: _plans,
        StepKind.OPENING: _opening,
        StepKind.QUESTIONS: _questions,
        StepKind.CLOSING: _closing,
    }
    steps[where.kind](dialogue, library, draft, where)


def _set(draft: Draft, **changes: object) -> None:
    draft.preparation = replace(draft.preparation, **changes)  # type: ignore[arg-type]


def _without(answer: str, count: int) -> int | None:
    """Which of `count` items "weg 2" names, counted from 0; None when the answer is something else."""
    found = _REMOVE.fullmatch(answer)
    return int(found[1]) - 1 if found and 1 <= int(found[1]) <= count else None


def _listed(dialogue: Dialogue, head: str, texts: Sequence[str]) -> None:
    if not texts:
        return
    dialogue.say(head)
    for number, text in enumerate(texts, start=1):
        dialogue.say(text, f"{number}. ")
    dialogue.say("Iets weghalen? Typ weg en het nummer, zoals: weg 1")


def _start(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    statuses, addresses = list(Status), list(Address)
    now = statuses.index(draft.preparation.status)
    chosen = dialogue.choose(
        f"Kies (alleen Enter: {now + 1}):", ("Mijn medewerker werkt.", "Mijn medewerker is ziek gemeld."), now
    )
    _set(draft, status=statuses[chosen])
    if draft.preparation.status is Status.ZIEK:
        dialogue.say(SICK_NOTICE)
    now = addresses.index(draft.preparation.address)
    dialogue.say("Zeg je je of u?")
    chosen = dialogue.choose(f"Kies (alleen Enter: {now + 1}):", ("Ik zeg je.", "Ik zeg u."), now)
    _set(draft, address=addresses[chosen])


def _facts(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    dialogue.say(
        "Typ eerst de datum, zoals 12-11 of gisteren. Daarna wat je zag. Geen datum? Typ een streepje."
    )
    while True:
        facts = draft.preparation.facts
        _listed(dialogue, "Wat je opschreef:", [_fact_line(fact) for fact in facts])
        if len(facts) >= MAX_FACTS:
            dialogue.say(f"Je hebt {MAX_FACTS} feiten. Meer past niet op het blad.")
        more = "Nog een datum" if facts else "Datum"
        answer = dialogue.ask(f"{more}, of alleen Enter om verder te gaan:")
        if not answer:
            return
        if (gone := _without(answer, len(facts))) is not None:
            draft.preparation = draft.preparation.with_facts(facts[:gone] + facts[gone + 1 :])
            continue
        if len(facts) >= MAX_FACTS:
            continue
        try:
            when = None if answer == EMPTY else parse_date(answer, draft.today, past=True)
        except DateNotUnderstood:
            dialogue.say(NOT_A_DATE)
            continue
        if when is not None and when > draft.today:
            dialogue.say("Die dag moet nog komen. Schrijf op wat je al zag.")
            continue
        if when is not None:
            dialogue.say(f"Dat is {long_date(when)}.")
        question = "Wat zag of hoorde je toen?"
        status = draft.preparation.status
        what = judged(dialogue, library, dialogue.ask(question), where.role, status, question, FACT)
        draft.preparation = draft.preparation.with_facts((*facts, Fact(what, when)))


def _fact_line(fact: Fact) -> str:
    return f"{long_date(fact.when) if fact.when else 'zonder datum'}: {fact.what}"


def _one_text(
    dialogue: Dialogue, library: Library, draft: Draft, where: Step, question: str, now: str
) -> str:
    """Ask for one text; Enter keeps what there is, a dash makes it empty."""
    if now:
        dialogue.say(f"Er staat: {quoted(now)} Enter laat dit staan, een streepje maakt het leeg.")
    answer = dialogue.ask(question)
    if not answer:
        return now
    if answer == EMPTY:
        return ""
    return judged(dialogue, library, answer, where.role, draft.preparation.status, question, PLACE)


def _place(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    moment = _one_text(
        dialogue, library, draft, where, "Wanneer praten jullie, en hoe lang?", draft.preparation.moment
    )
    _set(draft, moment=moment)
    place = _one_text(dialogue, library, draft, where, "Waar?", draft.preparation.place)
    _set(draft, place=place)


def _bare(text: str, word: str) -> str:
    """The text without `word` before it, since the sheet puts that there itself."""
    first, _, rest = text.partition(" ")
    return rest.strip() if first.lower() == word and rest.strip() else text


def _plans(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    pitfalls = library.pitfalls
    dialogue.say("Dit gebeurt vaker:")
    for number, pitfall in enumerate(pitfalls, start=1):
        dialogue.say(pitfall.text, f"{number}. ")
    while True:
        plans = draft.preparation.plans
        _listed(dialogue, "Jouw plannen:", [f"Als {plan.when}, dan {plan.then}" for plan in plans])
        if len(plans) >= MAX_PLANS:
            dialogue.say(f"Je hebt {MAX_PLANS} plannen. Meer past niet op het blad.")
        answer = dialogue.ask("Typ een nummer, of zelf wat er gebeurt. Alleen Enter om verder te gaan:")
        if not answer:
            return
        if (gone := _without(answer, len(plans))) is not None:
            draft.preparation = draft.preparation.with_plans(plans[:gone] + plans[gone + 1 :])
            continue
        if len(plans) >= MAX_PLANS:
            continue
        if answer.isascii() and answer.isdigit():
            if not 1 <= int(answer[:9]) <= len(pitfalls):
                dialogue.say(f"Typ een getal van 1 tot en met {len(pitfalls)}, of een zin.")
                continue
            chosen = pitfalls[int(answer) - 1]
            dialogue.say("Welk plan past bij jou?")
            options = [f"Als {plan.when}, dan {plan.then}" for plan in chosen.plans]
            plan = chosen.plans[dialogue.choose("Kies:", options)]
            new = Plan(plan.when, plan.then, chosen.id)
        else:
            status = draft.preparation.status
            when = judged(dialogue, library, _bare(answer, "als"), where.role, status, "Als ...")
            question = "Wat doe je dan? Dan ..."
            typed = _bare(dialogue.ask(question), "dan")
            then = judged(dialogue, library, typed, where.role, status, question)
            new = Plan(when, then)
        draft.preparation = draft.preparation.with_plans((*plans, new))


def _opening(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    prepared = draft.preparation
    lines = [line.text(prepared.address) for line in openings_for(library, prepared.status)]
    for number, line in enumerate(lines, start=1):
        dialogue.say(line, f"{number}. ")
    if prepared.opening:
        dialogue.say(f"Je hebt: {quoted(prepared.opening)} Enter laat dit staan, een streepje maakt leeg.")
    while True:
        answer = dialogue.ask("Typ een nummer, of je eigen zin. Alleen Enter om verder te gaan:")
        if not answer:
            return
        if answer == EMPTY:
            _set(draft, opening="")
            return
        if answer.isascii() and answer.isdigit():
            if not 1 <= int(answer[:9]) <= len(lines):
                dialogue.say(f"Typ een getal van 1 tot en met {len(lines)}, of een zin.")
                continue
            line = lines[int(answer) - 1]
            dialogue.say(line)
            dialogue.say("Dit is een voorbeeld. Typ de zin met wat jij zag, of Enter om hem zo te laten.")
            answer = dialogue.ask("Jouw zin:")
            if not answer:
                _set(draft, opening=line)
                return
        again = "Typ je openingszin:"
        opening = judged(dialogue, library, answer, where.role, prepared.status, again)
        _set(draft, opening=opening)
        return


def _questions(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    prepared = draft.preparation
    questions = questions_for(library, where.part, prepared.status)
    offered = [question.text(prepared.address) for question in questions]
    for number, text in enumerate(offered, start=1):
        dialogue.say(text, f"{number}. ")
    while True:
        chosen = draft.preparation.asked_in(where.part)
        _listed(dialogue, "Jij vraagt:", chosen)
        answer = dialogue.ask("Typ nummers (1, 3) of zelf een vraag. Alleen Enter om verder te gaan:")
        if not answer:
            return
        if (gone := _without(answer, len(chosen))) is not None:
            left = chosen[:gone] + chosen[gone + 1 :]
            draft.preparation = draft.preparation.with_questions(where.part, left)
            continue
        new = _picked(dialogue, answer, offered)
        if new is None:
            again = "Typ je vraag:"
            new = [judged(dialogue, library, answer, where.role, prepared.status, again)]
        _add_questions(dialogue, draft, where, new)


def _picked(dialogue: Dialogue, answer: str, offered: Sequence[str]) -> list[str] | None:
    """Return the questions whose numbers were typed; None when the answer is a question by itself."""
    if not _NUMBERS.fullmatch(answer):
        return None
    numbers = [int(number) for number in re.findall(r"\d+", answer)]
    if wrong := [number for number in numbers if not 1 <= number <= len(offered)]:
        dialogue.say(f"{wrong[0]} staat er niet bij. Typ getallen van 1 tot en met {len(offered)}.")
    return [offered[number - 1] for number in numbers if 1 <= number <= len(offered)]


def _add_questions(dialogue: Dialogue, draft: Draft, where: Step, new: Sequence[str]) -> None:
    for text in new:
        prepared = draft.preparation
        if not text or text in prepared.asked_in(where.part):
            continue
        if len(prepared.questions) >= MAX_QUESTIONS:
            dialogue.say(f"Je hebt {MAX_QUESTIONS} vragen. Meer past niet op het blad.")
            return
        draft.preparation = prepared.with_questions(where.part, (*prepared.asked_in(where.part), text))


def _closing(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    _questions(dialogue, library, draft, where)
    now = draft.preparation.next_date
    while True:
        if now is not None:
            dialogue.say(f"Er staat: {long_date(now)}. Enter laat dit staan, een streepje maakt het leeg.")
        answer = dialogue.ask("Wanneer spreken jullie elkaar weer? Typ een datum, of alleen Enter:")
        if not answer:
            return
        if answer == EMPTY:
            _set(draft, next_date=None)
            return
        try:
            day = parse_date(answer, draft.today, past=False)
        except DateNotUnderstood:
            dialogue.say(NOT_A_DATE.replace("gisteren", "vrijdag"))
            continue
        if day < draft.today:
            dialogue.say("Die dag is al geweest. Kies een dag die nog komt.")
            continue
        dialogue.say(f"Dat is {long_date(day)}.")
        if day - draft.today > WEEK:
            dialogue.say("Dat duurt langer dan een week. Eerder even kijken hoe het gaat, helpt.")
        _set(draft, next_date=day)
        return
