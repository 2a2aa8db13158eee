"""What the line mode shows on request: the help of a step, and how far one is."""

from __future__ import annotations

from coach.cli.dialogue import Dialogue
from coach.cli.verdicts import quoted
from coach.domain.guard.labels import Status
from coach.domain.preparation import Preparation
from coach.flows.prepare import Step, StepKind, help_for, progress, stations_of, steps_for
from coach.library.load import Library


def show_help(dialogue: Dialogue, library: Library, where: Step, preparation: Preparation) -> None:
    """Show purpose, tips, what rather not, and the memory aids of a step."""
    found = help_for(library, where, preparation.status)
    dialogue.say()
    dialogue.say(f"Uitleg bij: {found.guide.title}")
    dialogue.say(found.guide.purpose)
    if found.tips:
        dialogue.say("Tips:")
        for tip in found.tips:
            dialogue.say(tip, "- ")
    if found.avoid:
        dialogue.say("Liever niet:")
        for avoid in found.avoid:
            dialogue.say(f"{quoted(avoid.text)} {avoid.why} Liever: {quoted(avoid.instead)}", "- ")
    if found.mnemonics:
        dialogue.say("Ezelsbruggen:")
        for aid in found.mnemonics:
            dialogue.say(f"{aid.letters}: {aid.meaning}. {aid.prompt}", "- ")
    dialogue.say(f"Je bent weer bij: {where.title} {where.ask}")
    dialogue.say()


def show_overview(dialogue: Dialogue, preparation: Preparation) -> None:
    """Show each step with how far it is, under its station with how many steps of it are filled in."""
    filled = progress(preparation).steps
    heads = {part: head for head in stations_of(preparation) for part in head[0].parts}
    shown = None
    dialogue.say()
    dialogue.say("Overzicht")
    for number, where in enumerate(steps_for(preparation.status), start=1):
        station, done, total = heads[where.part]
        if station is not shown:
            dialogue.say(f"{station.title}: {done} van {total} klaar")
            shown = station
        how_far = _how_far(where, filled[where.id], preparation)
        dialogue.say(f"{where.title.rstrip('?')}: {how_far}", f"{number}. ")


def _how_far(where: Step, filled: tuple[int, int], preparation: Preparation) -> str:
    done, total = filled
    match where.kind:
        case StepKind.START:
            status = "ziek gemeld" if preparation.status is Status.ZIEK else "werkt"
            return f"{status}, je zegt {preparation.address}"
        case StepKind.FACTS:
            return _amount(len(preparation.facts), "feit", "feiten")
        case StepKind.SIGNALS:
            return _amount(len(preparation.signals), "signaal", "signalen")
        case StepKind.FACTORS:
            return _amount(len(preparation.weighed), "kaart", "kaarten")
        case StepKind.READY:
            return f"{done} van {total}"
        case StepKind.PLANS:
            return _amount(len(preparation.plans), "plan", "plannen")
        case StepKind.QUESTIONS:
            return _amount(len(preparation.asked_in(where.part)), "vraag", "vragen")
    return "ingevuld" if done == total else "deels ingevuld" if done else "nog leeg"


def _amount(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else "nog leeg"
