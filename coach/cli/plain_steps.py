"""The steps of preparing as questions, one function for each kind of step."""

from __future__ import annotations

from collections.abc import Callable

from coach.cli.dialogue import Dialogue
from coach.cli.plain_draft import EMPTY, NOT_A_DATE, Draft, put, removed, show_list
from coach.cli.plain_judge import judged
from coach.cli.plain_questions import ask_closing, ask_questions
from coach.cli.plain_work import ask_factors, ask_goals, ask_ready, ask_signals, ask_work, signal_of_fact
from coach.cli.verdicts import quoted
from coach.domain.dates import DateNotUnderstood, long_date, parse_date
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.preparation import MAX_FACTS, MAX_PLANS, Fact, Plan
from coach.flows.facts import pattern
from coach.flows.prepare import SICK_NOTICE, Step, StepKind
from coach.flows.propose import offered_openings
from coach.flows.sentence import Use
from coach.library.load import Library

PLACE = 'Schrijf alleen de tijd of de plek. Zoals: "Donderdag om tien uur, een half uur" of "Kamer 3".'


def fill_in(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    """Ask what a step asks and put it in the draft. Raises what `Dialogue.ask` raises."""
    steps: dict[StepKind, Callable[[Dialogue, Library, Draft, Step], None]] = {
        StepKind.START: _start,
        StepKind.SIGNALS: ask_signals,
        StepKind.FACTS: _facts,
        StepKind.PLACE: _place,
        StepKind.WORK: ask_work,
        StepKind.FACTORS: ask_factors,
        StepKind.PLANS: _plans,
        StepKind.OPENING: _opening,
        StepKind.QUESTIONS: ask_questions,
        StepKind.GOALS: ask_goals,
        StepKind.CLOSING: ask_closing,
        StepKind.READY: ask_ready,
    }
    steps[where.kind](dialogue, library, draft, where)


def _start(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    statuses, addresses = list(Status), list(Address)
    now = statuses.index(draft.preparation.status)
    chosen = dialogue.choose(
        f"Kies (alleen Enter: {now + 1}):", ("Mijn medewerker werkt.", "Mijn medewerker is ziek gemeld."), now
    )
    put(draft, status=statuses[chosen])
    if draft.preparation.status is Status.ZIEK:
        dialogue.say(SICK_NOTICE)
    now = addresses.index(draft.preparation.address)
    dialogue.say("Zeg je je of u?")
    chosen = dialogue.choose(f"Kies (alleen Enter: {now + 1}):", ("Ik zeg je.", "Ik zeg u."), now)
    put(draft, address=addresses[chosen])


def _facts(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    dialogue.say(
        "Typ eerst de datum, zoals 12-11 of gisteren. Daarna wat je zag. Geen datum? Typ een streepje."
    )
    while True:
        facts = draft.preparation.facts
        show_list(dialogue, "Wat je opschreef:", [_fact_line(fact) for fact in facts])
        if len(facts) >= MAX_FACTS:
            dialogue.say(f"Je hebt {MAX_FACTS} feiten. Meer past niet op het blad.")
        more = "Nog een datum" if facts else "Datum"
        answer = dialogue.ask(f"{more}, of alleen Enter om verder te gaan:")
        if not answer:
            return
        if (left := removed(dialogue, answer, facts)) is not None:
            draft.preparation = draft.preparation.with_facts(left)
            continue
        if len(facts) >= MAX_FACTS:
            continue
        try:
            when = None if answer == EMPTY else parse_date(answer, draft.today, past=True)
        except DateNotUnderstood:
            dialogue.say(NOT_A_DATE.format(example="gisteren"))
            continue
        if when is not None and when > draft.today:
            dialogue.say("Die dag moet nog komen. Schrijf op wat je al zag.")
            continue
        if when is not None:
            dialogue.say(f"Dat is {long_date(when)}.")
        signal = signal_of_fact(dialogue, library, draft)
        question = "Wat zag of hoorde je toen?"
        example = (
            f'Schrijf wat je zag of hoorde, zonder reden of oordeel. Zoals: "{pattern(library, signal)}"'
        )
        if signal:
            dialogue.say(example)
        what = judged(
            dialogue, library, draft, dialogue.ask(question), where.role, question,
            example=example, use=Use(fact=True, signal=signal),
        )  # fmt: skip
        draft.preparation = draft.preparation.with_facts((*facts, Fact(what, when, signal)))


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
    return judged(dialogue, library, draft, answer, where.role, question, example=PLACE)


def _place(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    moment = _one_text(
        dialogue, library, draft, where, "Wanneer praten jullie, en hoe lang?", draft.preparation.moment
    )
    put(draft, moment=moment)
    kinds = library.places
    dialogue.say("Wat voor plek wordt het?")
    now = next((at for at, kind in enumerate(kinds) if kind.id == draft.preparation.setting), len(kinds))
    names = [*(kind.title for kind in kinds), "Iets anders."]
    chosen = dialogue.choose(f"Kies (alleen Enter: {now + 1}):", names, now)
    kind = kinds[chosen] if chosen < len(kinds) else None
    put(draft, setting=kind.id if kind else "")
    for tip in [*(kind.advice if kind else ()), *(tip.text for tip in library.moment_tips)]:
        dialogue.say(tip, "- ")
    if kind and not draft.preparation.place:
        put(draft, place=kind.note)
    place = _one_text(dialogue, library, draft, where, "Waar?", draft.preparation.place)
    put(draft, place=place)


def _bare(text: str, word: str) -> str:
    """The text without `word` before it, since the sheet puts that there itself."""
    first, _, rest = text.partition(" ")
    return rest.strip() if first.lower() == word and rest.strip() else text


def _plans(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    pitfalls = library.pitfalls
    dialogue.say("Dit gebeurt vaker, of dit denkt men vaker:")
    for number, pitfall in enumerate(pitfalls, start=1):
        dialogue.say(pitfall.text, f"{number}. ")
    while True:
        plans = draft.preparation.plans
        show_list(dialogue, "Jouw plannen:", [_plan_named(plan) for plan in plans])
        if len(plans) >= MAX_PLANS:
            dialogue.say(f"Je hebt {MAX_PLANS} plannen. Meer past niet op het blad.")
        answer = dialogue.ask("Typ een nummer, of je eigen valkuil. Alleen Enter om verder te gaan:")
        if not answer:
            return
        if (left := removed(dialogue, answer, plans)) is not None:
            draft.preparation = draft.preparation.with_plans(left)
            continue
        if len(plans) >= MAX_PLANS:
            continue
        if answer.isascii() and answer.isdigit():
            if not 1 <= int(answer[:9]) <= len(pitfalls):
                dialogue.say(f"Typ een getal van 1 tot en met {len(pitfalls)}, of een zin.")
                continue
            chosen = pitfalls[int(answer) - 1]
            dialogue.say("Welk plan past bij jou?")
            options = [_plan_line(plan.when, plan.then) for plan in chosen.plans]
            plan = chosen.plans[dialogue.choose("Kies:", options)]
            new = Plan(plan.when, plan.then, chosen.id)
        else:
            new = _own_plan(dialogue, library, draft, where, answer)
        draft.preparation = draft.preparation.with_plans((*plans, new))


def _own_plan(dialogue: Dialogue, library: Library, draft: Draft, where: Step, typed: str) -> Plan:
    """Ask for the plan of a pitfall that was typed; what begins with "als" is its first half already."""
    when, own = _bare(typed, "als"), ""
    if when == typed:
        own = judged(dialogue, library, draft, typed, where.role, "Jouw valkuil:", praise=False)
        if not own:
            return Plan("", "")
        when = _bare(dialogue.ask("Waaraan merk je dat? Als ..."), "als")
    when = judged(dialogue, library, draft, when, where.role, "Als ...", praise=False)
    if not when:
        return Plan("", "", own=own)
    question = "Wat doe of zeg je dan? Dan ..."
    typed = _bare(dialogue.ask(question), "dan")
    then = judged(dialogue, library, draft, typed, where.role, question, praise=False)
    return Plan(when, then, own=own)


def _plan_line(when: str, then: str) -> str:
    return f"Als {when}, dan {then}" if then else f"Als {when}"


def _plan_named(plan: Plan) -> str:
    line = _plan_line(plan.when, plan.then) if plan.when or plan.then else ""
    return " ".join(filter(None, (plan.own, line)))


def _opening(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    prepared = draft.preparation
    offered = offered_openings(library, library.guard, prepared)
    lines = [line.text(prepared.address) for line in offered]
    for number, line in enumerate(lines, start=1):
        dialogue.say(line, f"{number}. ")
    if prepared.opening:
        dialogue.say(f"Je hebt: {quoted(prepared.opening)} Enter laat dit staan, een streepje maakt leeg.")
    while True:
        answer = dialogue.ask("Typ een nummer, of je eigen zin. Alleen Enter om verder te gaan:")
        if not answer:
            return
        if answer == EMPTY:
            put(draft, opening="")
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
                put(draft, opening=line)
                return
        again = "Typ je openingszin:"
        opening = judged(dialogue, library, draft, answer, where.role, again)
        put(draft, opening=opening)
        return
