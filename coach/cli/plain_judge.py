"""A typed sentence in the line mode: judged at once, with a better wording to take over."""

from __future__ import annotations

from coach.cli.dialogue import Dialogue
from coach.cli.nood import short_card
from coach.cli.verdicts import explanation, quoted, sentence
from coach.domain.guard.labels import Role, Status, Verdict
from coach.flows.judge import judge, may_be_printed
from coach.library.load import Library

TAKE, KEEP, AGAIN, DROP = (
    "Neem de betere zin over",
    "Laat mijn zin staan",
    "Typ de zin opnieuw",
    "Laat dit weg",
)
NOT_PRINTED = "Je mag dit wel zeggen, maar het komt niet op je blad: anderen kunnen dat lezen."
FORBIDDEN_KEPT = "Deze zin komt niet op je blad."


def judged(
    dialogue: Dialogue,
    library: Library,
    typed: str,
    role: Role,
    status: Status,
    again: str,
    *,
    example: str = "",
    praise: bool = True,
) -> str:
    """Return the text to keep of what was typed, "" when it is left out.

    A note that may not be written down is not kept; what is to be said may stay as it is. `again` is the
    question for another try. `example` shows how a note is written here; the guard's better wording speaks of
    agreements, and taken over as a fact it would not be true. Without `praise` nothing is said of a text in
    which nothing was found. Raises what `Dialogue.ask` raises.
    """
    while typed:
        judgement = judge(library.guard, typed, role, status)
        analysis = judgement.analysis
        if analysis.nood:
            dialogue.say()
            short_card(dialogue.output, library.emergency)
        found = analysis.verdict.severity > 0
        if found or praise:
            dialogue.say(sentence(analysis.verdict, role))
        if not found:
            if may_be_printed(library.guard, typed, role, status) is not None:
                dialogue.say(NOT_PRINTED)
            return typed
        dialogue.output.lines(explanation(analysis, role, dialogue.width, with_better=not example))
        if example:
            dialogue.say(example)
        match _choice(dialogue, analysis.verdict, offer=bool(judgement.better) and not example):
            case chosen if chosen == TAKE:
                better = judgement.better or ""
                dialogue.say(f"Overgenomen: {quoted(better)}")
                return better
            case chosen if chosen == KEEP:
                if analysis.verdict is Verdict.VERBODEN:
                    dialogue.say(FORBIDDEN_KEPT)
                return typed
            case chosen if chosen == DROP:
                return ""
        dialogue.say(f"Je typte: {quoted(typed)}")
        typed = dialogue.ask(again)
    return typed


def _choice(dialogue: Dialogue, verdict: Verdict, *, offer: bool) -> str:
    """Ask what is to be done with a sentence in which something was found."""
    choices = [AGAIN, DROP] if verdict is Verdict.MAG_NIET else [KEEP, AGAIN]
    if offer:
        choices.insert(0, TAKE)
    return choices[dialogue.choose("Kies:", choices)]
