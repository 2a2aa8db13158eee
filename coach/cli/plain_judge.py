"""A typed sentence in the line mode: judged at once, with a better wording to take over and a way past."""

from __future__ import annotations

from dataclasses import replace

from coach.cli.dialogue import Dialogue
from coach.cli.nood import short_card
from coach.cli.plain_draft import Draft
from coach.cli.verdicts import explanation, quoted, sentence
from coach.domain.guard.labels import Role, Verdict
from coach.flows.sentence import ON_PAPER, Sentence, Use, read_sentence
from coach.library.load import Library

TAKE, KEEP, AGAIN, DROP, NOT_SO = (
    "Neem de betere zin over",
    "Laat mijn zin staan",
    "Typ de zin opnieuw",
    "Laat dit weg",
    "Dit klopt niet: zet het oordeel opzij voor deze zin",
)
NOT_PRINTED = "Je mag dit wel zeggen, maar het komt niet op je blad: anderen kunnen dat lezen."
FORBIDDEN_KEPT = "Deze zin komt niet op je blad."
SET_ASIDE = "Opzij gezet, alleen voor deze zin."
HEALTH = "Met {} erin komt dit nooit op papier: het gaat over gezondheid of iets anders dat privé is."


def judged(
    dialogue: Dialogue,
    library: Library,
    draft: Draft,
    typed: str,
    role: Role,
    again: str,
    *,
    example: str = "",
    praise: bool = True,
    use: Use = ON_PAPER,
) -> str:
    """Return the text to keep of what was typed, "" when it is left out.

    A note that may not be written down is not kept; what is to be said may stay as it is. `again` is the
    question for another try. `example` shows how a note is written here; the guard's better wording speaks of
    agreements, and taken over as a fact it would not be true. Without `praise` nothing is said of a text in
    which nothing was found. What the user sets aside is kept in the draft. Raises what `Dialogue.ask` raises.
    """
    warned = ""
    while typed:
        said = draft.preparation
        found = read_sentence(library, library.guard, typed, role, said.status, said.asides, use)
        analysis = found.judgement.analysis
        if analysis.nood and typed != warned:
            warned = typed
            dialogue.say()
            short_card(dialogue.output, library.emergency)
        if analysis.verdict.severity > 0 or (praise and found.off_paper is None):
            dialogue.say(sentence(analysis.verdict, role))
        if analysis.verdict.severity == 0 and found.off_paper is None:
            return typed
        _explain(dialogue, found, role, example)
        offer = bool(found.judgement.better) and not example
        match _choice(dialogue, found, offer=offer):
            case chosen if chosen == TAKE:
                better = found.judgement.better or ""
                dialogue.say(f"Overgenomen: {quoted(better)}")
                return better
            case chosen if chosen == KEEP:
                if analysis.verdict is Verdict.VERBODEN:
                    dialogue.say(FORBIDDEN_KEPT)
                return typed
            case chosen if chosen == NOT_SO:
                aside = found.set_aside()
                if aside is not None:
                    draft.preparation = replace(said, asides=(*said.asides, aside))
                dialogue.say(SET_ASIDE)
                continue
            case chosen if chosen == DROP:
                return ""
        dialogue.say(f"Je typte: {quoted(typed)}")
        typed = dialogue.ask(again)
    return typed


def _explain(dialogue: Dialogue, found: Sentence, role: Role, example: str) -> None:
    """Say why a sentence is not good as it is, and what stands in the way of setting that aside."""
    analysis = found.judgement.analysis
    dialogue.output.lines(explanation(analysis, role, dialogue.width, with_better=not example))
    if found.off_paper is not None:
        dialogue.say(NOT_PRINTED)
        for finding in found.off_paper.findings[:1]:
            dialogue.say(f"Waarom: {finding.why}")
    if found.health is not None:
        dialogue.say(HEALTH.format(quoted(found.health)))
    if example and analysis.findings:
        dialogue.say(example)


def _choice(dialogue: Dialogue, found: Sentence, *, offer: bool) -> str:
    """Ask what is to be done with a sentence in which something was found."""
    choices = [AGAIN, DROP] if found.verdict is Verdict.MAG_NIET else [KEEP, AGAIN]
    if offer:
        choices.insert(0, TAKE)
    if found.doubtful is not None:
        choices.append(NOT_SO)
    return choices[dialogue.choose("Kies:", choices)]
