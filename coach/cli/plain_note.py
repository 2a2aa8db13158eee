"""A line of an agreement in lines of text: it passes the note guard before it is kept."""

from __future__ import annotations

from coach.cli.dialogue import Dialogue
from coach.cli.nood import short_card
from coach.cli.plain_draft import EMPTY
from coach.cli.verdicts import explanation, quoted, sentence
from coach.domain.guard.labels import Role, Status, Verdict
from coach.flows.sentence import read_sentence
from coach.library.load import Library

TAKE, AGAIN, DROP = "Neem de betere zin over", "Typ de zin opnieuw", "Laat dit weg"


def ask_note(
    dialogue: Dialogue, library: Library, question: str, status: Status = Status.WERKT, now: str = ""
) -> str:
    """Return a line that may be written down; Enter keeps `now`, a dash makes it empty.

    Raises what `Dialogue.ask` raises.
    """
    if now:
        dialogue.say(f"Er staat: {quoted(now)} Enter laat dit staan, een streepje maakt het leeg.")
    answer = dialogue.ask(question)
    return (
        now
        if not answer
        else ""
        if answer == EMPTY
        else may_stand(dialogue, library, answer, question, status)
    )


def may_stand(
    dialogue: Dialogue, library: Library, typed: str, again: str, status: Status = Status.WERKT
) -> str:
    """Return what may be written down of what was typed, "" when left out; `again` asks for another try."""
    while typed:
        judgement = read_sentence(library, library.guard, typed, Role.NOTITIE, status).judgement
        if judgement.analysis.nood:
            dialogue.say()
            short_card(dialogue.output, library.emergency)
        if judgement.verdict is not Verdict.MAG_NIET:
            return typed
        dialogue.say(sentence(judgement.verdict, Role.NOTITIE))
        dialogue.output.lines(explanation(judgement.analysis, Role.NOTITIE, dialogue.width))
        choices = [*([TAKE] if judgement.better else []), AGAIN, DROP]
        chosen = choices[dialogue.choose("Kies:", choices)]
        if chosen == TAKE:
            dialogue.say(f"Overgenomen: {quoted(judgement.better or '')}")
            return judgement.better or ""
        if chosen == DROP:
            return ""
        typed = dialogue.ask(again)
    return typed
