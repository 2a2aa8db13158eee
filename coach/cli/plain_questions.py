"""The steps of preparing in which questions are chosen, and the last one with the next date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from coach.cli.dialogue import Dialogue
from coach.cli.plain_days import ask_day
from coach.cli.plain_draft import Draft, put, removed, show_list
from coach.cli.plain_judge import judged
from coach.domain.preparation import MAX_QUESTIONS
from coach.flows.prepare import Step, questions_for
from coach.library.load import Library

_NUMBERS = re.compile(r"\d{1,3}(?:[\s,]+(?:en\s+)?\d{1,3})*")
WEEK = timedelta(days=7)


def ask_questions(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    """Ask which questions of a part will be asked, or for an own one. Raises what `Dialogue.ask` raises."""
    prepared = draft.preparation
    questions = questions_for(library, where.part, prepared.status)
    offered = [question.text(prepared.address) for question in questions]
    for number, text in enumerate(offered, start=1):
        dialogue.say(text, f"{number}. ")
    while True:
        chosen = draft.preparation.asked_in(where.part)
        show_list(dialogue, "Jij vraagt:", chosen)
        answer = dialogue.ask("Typ nummers (1, 3) of zelf een vraag. Alleen Enter om verder te gaan:")
        if not answer:
            return
        if (left := removed(dialogue, answer, chosen)) is not None:
            draft.preparation = draft.preparation.with_questions(where.part, left)
            continue
        new = _picked(dialogue, answer, offered)
        if new is None:
            again = "Typ je vraag:"
            new = [judged(dialogue, library, draft, answer, where.role, again)]
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


def ask_closing(dialogue: Dialogue, library: Library, draft: Draft, where: Step) -> None:
    """Ask how to round off, and when they meet again. Raises what `Dialogue.ask` raises."""
    ask_questions(dialogue, library, draft, where)
    now = draft.preparation.next_date
    day = ask_day(
        dialogue,
        "Wanneer spreken jullie elkaar weer? Typ een dag, of alleen Enter:",
        draft.today,
        now=now,
    )
    if day is not None and day != now and day - draft.today > WEEK:
        dialogue.say("Dat duurt langer dan een week. Eerder even kijken hoe het gaat, helpt.")
    put(draft, next_date=day)
