"""Looking back in lines of text: first one's own judgement, then what happened, then a plan."""

from __future__ import annotations

from pathlib import Path

from coach.cli.dialogue import Dialogue, Ended
from coach.cli.rehearse_words import NO_RESULT, NOTHING_SAID, label_words, show_debrief
from coach.cli.verdicts import explanation, sentence
from coach.domain.errors import CoachError
from coach.domain.guard.labels import Role
from coach.domain.rehearsal.debrief import Debrief
from coach.domain.rehearsal.debrief_sheet import guess_words
from coach.flows.debrief_paper import save_debrief
from coach.flows.judge import judge
from coach.flows.rehearse import Rehearsal, contest, labels, look_back
from coach.flows.save import named_path
from coach.library.load import Library

GUESS = "Wanneer merkte je dat de ander opener of stiller werd? Typ het nummer van de beurt, of Enter:"
CONTEST = "Klopt een label volgens jou niet? Typ het nummer, en het telt niet mee. Alleen Enter: verder."
PLAN = "Maak je plan voor de volgende keer. Als ..., dan zeg ik ... (Enter: overslaan)"
NOTE = "Wat schrijf je op over dit gesprek? Coach kijkt of het mag. (Enter: overslaan)"
SAVE = "Wil je dit bewaren? Typ een naam die eindigt op .pdf, .html, .md of .txt. Alleen Enter: klaar."


def plain_debrief(
    dialogue: Dialogue, library: Library, rehearsal: Rehearsal, target: str | None
) -> tuple[Rehearsal, Debrief | None]:
    """Walk through the debrief and return it, None where there is none, with what was contested.

    The end of the input skips what would still be asked.
    """
    result = look_back(library, rehearsal)
    if result is None:
        dialogue.say(NO_RESULT if rehearsal.talk.in_danger else NOTHING_SAID)
        return rehearsal, None
    guess, plan = 0, ""
    try:
        dialogue.say()
        guess = _guess(dialogue, len(result.curve) - 1)
    except Ended:
        pass
    if guess:
        dialogue.say(guess_words(guess, result.turning))
    show_debrief(dialogue.output, rehearsal, result)
    try:
        rehearsal, result = _contested(dialogue, library, rehearsal, result)
        dialogue.say()
        plan = dialogue.raw_answer(PLAN)
        _note(dialogue, library)
        if target is None:
            _save(dialogue, library, rehearsal, result, guess, plan)
    except Ended:
        pass
    if target is not None:
        save_debrief(library.guard, rehearsal, result, Path(target), guess=guess, plan=plan)
        dialogue.say(f"De nabespreking staat in {target}.")
    return rehearsal, result


def _guess(dialogue: Dialogue, turns: int) -> int:
    while answer := dialogue.raw_answer(GUESS):
        if answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= turns:
            return int(answer)
        dialogue.say(f"Typ een getal van 1 tot en met {turns}.")
    return 0


def _contested(
    dialogue: Dialogue, library: Library, rehearsal: Rehearsal, result: Debrief
) -> tuple[Rehearsal, Debrief]:
    found = labels(rehearsal)
    if not found:
        return rehearsal, result
    while True:
        dialogue.say()
        for number, (turn, category) in enumerate(found, start=1):
            off = ", telt niet mee" if (turn, category) in rehearsal.contested else ""
            dialogue.say(label_words(turn, category) + off, f"{number}. ")
        answer = dialogue.raw_answer(CONTEST)
        if not answer:
            return rehearsal, result
        if not (answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(found)):
            dialogue.say(f"Typ een getal van 1 tot en met {len(found)}.")
            continue
        rehearsal = contest(rehearsal, *found[int(answer) - 1])
        result = look_back(library, rehearsal) or result
        show_debrief(dialogue.output, rehearsal, result)


def _note(dialogue: Dialogue, library: Library) -> None:
    while typed := dialogue.raw_answer(NOTE):
        analysis = judge(library.guard, typed, Role.NOTITIE).analysis
        dialogue.say(sentence(analysis.verdict, Role.NOTITIE))
        if not analysis.findings:
            return
        dialogue.output.lines(explanation(analysis, Role.NOTITIE, dialogue.width))


def _save(
    dialogue: Dialogue, library: Library, rehearsal: Rehearsal, result: Debrief, guess: int, plan: str
) -> None:
    dialogue.say()
    dialogue.say(SAVE)
    while name := dialogue.raw_answer("Bestand:"):
        try:
            save_debrief(library.guard, rehearsal, result, named_path(name), guess=guess, plan=plan)
        except CoachError as error:
            dialogue.say(str(error))
        else:
            dialogue.say("Bewaard. Nog een bestand? Anders alleen Enter.")
