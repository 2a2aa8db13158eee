"""The steps of preparing in lines that are about the work: signals, work, energy, agreements, readiness."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from coach.cli.dialogue import Dialogue
from coach.cli.plain_draft import EMPTY, Draft, put
from coach.cli.plain_judge import judged
from coach.cli.verdicts import quoted
from coach.domain.dates import DateNotUnderstood, parse_dates, short_date
from coach.domain.preparation import MAX_DATES, MAX_TIMES, Energy, toggled
from coach.flows.prepare import Step
from coach.flows.propose import signal_advice, still_to_do, ticked_signals
from coach.library.load import Library

WORK = 'Schrijf alleen werk. Zoals: "Elke vrijdag de planning, klaar om vier uur."'
_RECOGNISE = "Dit zie je misschien ook. Vraag er niet naar en schrijf het niet op: het is niet jouw terrein."
_NUMBERS = re.compile(r"\d{1,3}(?:[\s,]+(?:en\s+)?\d{1,3})*")
_WEIGHED = re.compile(r"(\d{1,3})\s*(geeft|kost|[gk+-])(?:\s*energie)?", re.IGNORECASE)
_NO_REASON = "Typ alleen datums. De reden van afwezig zijn gaat over gezondheid: die schrijf je niet op."


def _picked(dialogue: Dialogue, answer: str, count: int) -> list[int]:
    """Return which numbers were typed, from 0; what is no number that is there is said and left out."""
    if not _NUMBERS.fullmatch(answer):
        dialogue.say(f"Typ getallen van 1 tot en met {count}.")
        return []
    numbers = [int(number) for number in re.findall(r"\d+", answer)]
    if wrong := [number for number in numbers if not 1 <= number <= count]:
        dialogue.say(f"{wrong[0]} staat er niet bij. Typ getallen van 1 tot en met {count}.")
    return [number - 1 for number in numbers if 1 <= number <= count]


def _tick(
    dialogue: Dialogue, names: Sequence[str], ticked: Callable[[], list[int]], toggle: Callable[[int], None]
) -> None:
    """Let numbers be typed until there are no more; a number that is ticked is taken away."""
    while True:
        now = ticked()
        if now:
            dialogue.say("Aangevinkt: " + ", ".join(f"{number + 1}" for number in now))
        answer = dialogue.ask("Typ nummers (1, 3). Nog een keer haalt weg. Alleen Enter om verder te gaan:")
        if not answer:
            return
        for number in _picked(dialogue, answer, len(names)):
            toggle(number)


def ask_signals(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    """Ask which signals were seen, and say what to do with them. Raises what `Dialogue.ask` raises."""
    signals = list(library.visible_signals.values())
    number = 0
    for kind in library.signals:
        dialogue.say(kind.title)
        for signal in kind.visible:
            number += 1
            dialogue.say(signal.text + (" (ernstig)" if signal.serious else ""), f"{number}. ")
    dialogue.say(_RECOGNISE)
    for kind in library.signals:
        dialogue.say(" ".join(tip.text for tip in kind.recognise_only), "- ")

    def ticked() -> list[int]:
        return [at for at, signal in enumerate(signals) if signal.id in draft.preparation.signals]

    def toggle(at: int) -> None:
        ids = toggled(draft.preparation.signals, signals[at].id)
        draft.preparation = draft.preparation.with_signals(ids)

    try:
        _tick(dialogue, [signal.text for signal in signals], ticked, toggle)
    finally:
        dialogue.say(signal_advice(library, draft.preparation).text)


def signal_of_fact(dialogue: Dialogue, library: Library, draft: Draft) -> str:
    """Ask of which ticked signal a fact is an example; "" when none was ticked or none fits."""
    signals = ticked_signals(library, draft.preparation)
    if not signals:
        return ""
    dialogue.say("Waar is dit een voorbeeld van?")
    names = [*(signal.text for signal in signals), "Iets anders."]
    chosen = dialogue.choose(f"Kies (alleen Enter: {len(names)}):", names, len(names) - 1)
    return signals[chosen].id if chosen < len(signals) else ""


def ask_work(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    """Ask for the work that was agreed and done, and for earlier absence. Raises what `Dialogue.ask` does."""
    asked = _text(dialogue, library, draft, where, "Welk werk was afgesproken?", draft.preparation.asked)
    put(draft, asked=asked)
    done = _text(dialogue, library, draft, where, "Welk werk is er gedaan?", draft.preparation.delivered)
    put(draft, delivered=done)
    dialogue.say(_NO_REASON)
    _times(dialogue, draft)
    _days(dialogue, draft)


def _text(dialogue: Dialogue, library: Library, draft: Draft, where: Step, question: str, now: str) -> str:
    if now:
        dialogue.say(f"Er staat: {quoted(now)} Enter laat dit staan, een streepje maakt het leeg.")
    answer = dialogue.ask(question)
    if not answer or answer == EMPTY:
        return now if not answer else ""
    return judged(dialogue, library, draft, answer, where.role, question, example=WORK)


def _times(dialogue: Dialogue, draft: Draft) -> None:
    absence = draft.preparation.absence
    while True:
        if absence.times is not None:
            dialogue.say(
                f"Er staat: {absence.times} keer. Enter laat dit staan, een streepje maakt het leeg."
            )
        answer = dialogue.ask("Hoe vaak was iemand dit jaar afwezig? Typ een getal, of alleen Enter:")
        if not answer:
            return
        if answer == EMPTY:
            put(draft, absence=replace(absence, times=None))
            return
        if answer.isascii() and answer.isdigit() and int(answer[:9]) <= MAX_TIMES:
            put(draft, absence=replace(absence, times=int(answer)))
            return
        dialogue.say(f"Typ een getal van 0 tot en met {MAX_TIMES}.")


def _days(dialogue: Dialogue, draft: Draft) -> None:
    absence = draft.preparation.absence
    if absence.dates:
        shown = ", ".join(short_date(day) for day in absence.dates)
        dialogue.say(f"Er staat: {shown}. Enter laat dit staan, een streepje maakt het leeg.")
    while True:
        answer = dialogue.ask("Op welke dagen? Typ datums met een komma ertussen, of alleen Enter:")
        if not answer:
            return
        if answer == EMPTY:
            put(draft, absence=replace(absence, dates=()))
            return
        try:
            days = parse_dates(answer, draft.today, past=True)
        except DateNotUnderstood:
            dialogue.say(f"Dat snap ik niet. {_NO_REASON} Zoals: 12-11, 3 oktober.")
            continue
        if len(days) > MAX_DATES:
            dialogue.say(f"Er passen hoogstens {MAX_DATES} dagen.")
            continue
        put(draft, absence=replace(absence, dates=days))
        dialogue.say("Dat is: " + ", ".join(short_date(day) for day in days))
        return


def ask_factors(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    """Ask what in the work gives or costs energy, group by group. Raises what `Dialogue.ask` raises."""
    dialogue.say(
        "Typ een nummer met g als het energie geeft, of met k als het energie kost. Zoals: 3g of 3g 5k. "
        "Hetzelfde nog een keer haalt weg. Jij denkt dit nu; in het gesprek vraag je het."
    )
    for group in library.factor_groups:
        dialogue.say(group.title)
        for number, factor in enumerate(group.factors, start=1):
            dialogue.say(f"{factor.title}. {factor.question}", f"{number}. ")
        while True:
            said = draft.preparation
            weighed = [
                f"{factor.title}: {energy.value} energie"
                for factor in group.factors
                if (energy := said.energy_of(factor.id)) is not None
            ]
            if weighed:
                dialogue.say("Jij denkt: " + "; ".join(weighed) + ".")
            answer = dialogue.ask("Typ nummers met g of k. Alleen Enter om verder te gaan:")
            if not answer:
                break
            found = _WEIGHED.findall(answer)
            if not found or _WEIGHED.sub("", answer).strip(" ,"):
                dialogue.say("Typ een nummer met g of k erachter, zoals 3g.")
                continue
            for number, sign in found:
                if not 1 <= int(number) <= len(group.factors):
                    dialogue.say(f"{number} staat er niet bij.")
                    continue
                name = group.factors[int(number) - 1].id
                energy = Energy.GIVES if sign.lower() in ("+", "g", "geeft") else Energy.COSTS
                same = draft.preparation.energy_of(name) is energy
                draft.preparation = draft.preparation.weigh(name, None if same else energy)


def ask_goals(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    """Ask what must be agreed at the end. Raises what `Dialogue.ask` raises."""
    subjects = library.subjects
    for number, subject in enumerate(subjects, start=1):
        dialogue.say(f"{subject.title}. {subject.text}", f"{number}. ")

    def ticked() -> list[int]:
        return [at for at, subject in enumerate(subjects) if subject.id in draft.preparation.subjects]

    def toggle(at: int) -> None:
        put(draft, subjects=toggled(draft.preparation.subjects, subjects[at].id))

    _tick(dialogue, [subject.title for subject in subjects], ticked, toggle)
    question = "Wat moet er zeker zijn afgesproken? In je eigen woorden, of alleen Enter:"
    put(draft, goal=_text(dialogue, library, draft, where, question, draft.preparation.goal))


def ask_ready(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    """Ask whether one is ready, and say what can still be done. Raises what `Dialogue.ask` raises."""
    points = library.ready_points
    for number, point in enumerate(points, start=1):
        dialogue.say(point.text, f"{number}. ")

    def ticked() -> list[int]:
        return [at for at, point in enumerate(points) if point.id in draft.preparation.ready]

    def toggle(at: int) -> None:
        put(draft, ready=toggled(draft.preparation.ready, points[at].id))

    _tick(dialogue, [point.text for point in points], ticked, toggle)
    left = still_to_do(library, draft.preparation)
    if left:
        lines = [point.otherwise for point in left] + [tip.text for tip in library.not_ready[1:]]
        dialogue.say(library.not_ready[0].text)
        for line in lines:
            dialogue.say(line, "- ")
    else:
        dialogue.say("Je bent er klaar voor.")
