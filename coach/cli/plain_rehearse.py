"""Rehearsing in lines of text: choose, talk, look back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.cli.diagnostics import ExitCode
from coach.cli.dialogue import Dialogue, Ended
from coach.cli.environment import Environment
from coach.cli.keep_counts import offer_counts
from coach.cli.nood import short_card, whole_card
from coach.cli.plain_debrief import plain_debrief
from coach.cli.rehearse_words import SILENCE, show_card
from coach.cli.verdicts import quoted
from coach.domain.conversation import station_of
from coach.domain.errors import UsageError
from coach.domain.rehearsal.in_words import LEVEL, REAL_NAMES
from coach.domain.rehearsal.script import Scenario
from coach.flows.rehearse import (
    Mode,
    Rehearsal,
    Rephrase,
    fictional,
    go_to,
    hint,
    picks,
    rewind,
    say,
    start,
)
from coach.library.load import Library

COMMANDS = (
    "Typ wat je zegt. Alleen Enter is een stilte. Op een eigen regel: t 3 terug naar beurt 3, p zinnen om "
    "te kiezen, w wisselen van poging, ? uitleg, ! noodkaart, k klaar."
)
HELP = (
    "Je praat over het werk. Noem wat je zag, vraag wat het doet met het werk, waar het vastloopt en wat "
    "nodig is. Geef terug wat je hoort. Sluit af met een afspraak en een dag. "
    "Een moment probeer je hooguit drie keer."
)
PAUSED = (
    "Het oefenen staat stil. Was dit echt? Doe dan wat op de kaart staat. Oefen je? Ga dan gewoon verder."
)
_REWIND = re.compile(r"t(?:\s*(\d{1,3}))?", re.IGNORECASE)


def plain_rehearse(
    environment: Environment,
    dialogue: Dialogue,
    library: Library,
    scenario: Scenario | None,
    *,
    level: int | None,
    seed: int,
    target: str | None,
    rephrase: Rephrase | None = None,
) -> ExitCode:
    """Rehearse from the choice of a scenario up to the debrief; the end of the input ends it."""
    try:
        chosen = scenario if scenario is not None else _choose(dialogue, library)
        rehearsal = _begin(dialogue, library, chosen, level, seed)
        try:
            rehearsal = _talk(dialogue, library, rehearsal, rephrase)
        except _Stopped as stopped:
            rehearsal = stopped.rehearsal
        rehearsal, result = plain_debrief(dialogue, library, rehearsal, target)
        if result is not None:
            offer_counts(environment, dialogue, library, rehearsal, result)
    except Ended:
        dialogue.say()
        dialogue.say("Er is niets bewaard.")
    dialogue.output.flush()
    return ExitCode.OK


class _Stopped(Exception):
    """The input ended in the middle of the talk; the debrief still comes."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__()
        self.rehearsal = rehearsal


def _number(dialogue: Dialogue, question: str, count: int, default: int) -> int:
    while True:
        answer = dialogue.raw_answer(question)
        if not answer:
            return default
        if answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= count:
            return int(answer)
        dialogue.say(f"Typ een getal van 1 tot en met {count}.")


def _choose(dialogue: Dialogue, library: Library) -> Scenario:
    known = fictional(library)
    dialogue.say("Met wie wil je oefenen?")
    for number, scenario in enumerate(known, start=1):
        voice = library.voices[scenario.voice]
        told = f"{scenario.who}. {scenario.sector}, niveau {scenario.level}. {voice.title}."
        dialogue.say(told, f"{number}. ")
    return known[_number(dialogue, "Kies een nummer (Enter: 1):", len(known), 1) - 1]


def _begin(
    dialogue: Dialogue, library: Library, scenario: Scenario, level: int | None, seed: int
) -> Rehearsal:
    dialogue.say()
    show_card(dialogue.output, scenario)
    dialogue.say()
    if level is None:
        for number, word in LEVEL.items():
            dialogue.say(word, f"{number}. ")
        level = _number(dialogue, f"Welk niveau? (Enter: {scenario.level})", len(LEVEL), scenario.level)
    dialogue.say("oefenen, met af en toe een stille hint", "1. ")
    dialogue.say("generale, zonder hints", "2. ")
    mode = (Mode.PRACTICE, Mode.DRESS)[_number(dialogue, "Hoe wil je oefenen? (Enter: 1)", 2, 1) - 1]
    crisis = False
    if scenario.crisis is not None:
        crisis = dialogue.raw_answer(f"{scenario.crisis.question} j of n (Enter: n):").lower() == "j"
    dialogue.say()
    dialogue.say(REAL_NAMES)
    dialogue.say(COMMANDS)
    return start(library, scenario, seed=seed, level=level, mode=mode, crisis=crisis)


def _talk(dialogue: Dialogue, library: Library, rehearsal: Rehearsal, rephrase: Rephrase | None) -> Rehearsal:
    name = rehearsal.cast.scenario.name
    shown = ""
    while not rehearsal.talk.is_over:
        station = station_of(rehearsal.part).title
        if station != shown:
            dialogue.say()
            dialogue.say(f"Deel van het gesprek: {station}")
            shown = station
        try:
            typed = dialogue.raw_answer(f"{rehearsal.talk.at + 1}. Jij:")
        except Ended:
            raise _Stopped(rehearsal) from None
        if typed.lower() == "k":
            break
        try:
            rehearsal, spoke = _one(dialogue, library, rehearsal, typed, rephrase)
        except UsageError as error:
            dialogue.say(str(error))
            continue
        if not spoke:
            continue
        turn = rehearsal.talk.turns[-1]
        if turn.heard.silent:
            dialogue.say(SILENCE)
        if turn.reply.text:
            dialogue.say(turn.reply.text, f"{name}: ")
        if rehearsal.alarmed:
            short_card(dialogue.output, library.emergency)
            if turn.heard.danger:
                dialogue.say(PAUSED)
        if (word := hint(library, rehearsal)) is not None:
            better = f" Kies liever: {quoted(word.better)}" if word.better else ""
            dialogue.say(f"(hint) {word.text}{better}")
    if rehearsal.talk.state.ended:
        dialogue.say(f"{name} stopt het gesprek hier.")
    return rehearsal


def _one(
    dialogue: Dialogue, library: Library, rehearsal: Rehearsal, typed: str, rephrase: Rephrase | None
) -> tuple[Rehearsal, bool]:
    """Do what was typed; also whether something was said. Raises UsageError for what cannot be."""
    match typed.lower():
        case "?":
            dialogue.say(HELP)
            dialogue.say(COMMANDS)
        case "!":
            whole_card(dialogue.output, library.emergency)
        case "p":
            return _picked(dialogue, library, rehearsal, picks(rehearsal))
        case "w":
            return _other_try(dialogue, rehearsal), False
        case low if found := _REWIND.fullmatch(low):
            back = int(found[1]) if found[1] else rehearsal.talk.at
            rehearsal = rewind(rehearsal, back)
            dialogue.say(
                f"Je staat weer voor beurt {back}. Nog {rehearsal.talk.tries_left()} keer anders te proberen."
            )
        case _:
            return say(library.guard, rehearsal, typed, rephrase=rephrase), True
    return rehearsal, False


def _picked(
    dialogue: Dialogue, library: Library, rehearsal: Rehearsal, lines: Sequence[str]
) -> tuple[Rehearsal, bool]:
    if not lines:
        dialogue.say("Hier staan geen zinnen klaar. Typ zelf wat je zegt.")
        return rehearsal, False
    for number, line in enumerate(lines, start=1):
        dialogue.say(line, f"{number}. ")
    at = _number(dialogue, "Welke zeg je? (Enter: geen)", len(lines), 0)
    return (say(library.guard, rehearsal, lines[at - 1], picked=True), True) if at else (rehearsal, False)


def _other_try(dialogue: Dialogue, rehearsal: Rehearsal) -> Rehearsal:
    branches = rehearsal.talk.branches
    if len(branches) == 1:
        dialogue.say("Er is nog maar één poging. Met t ga je terug om iets anders te proberen.")
        return rehearsal
    for branch in branches:
        told = "eerste poging" if not branch.id else f"anders vanaf beurt {branch.shared + 1}"
        dialogue.say(
            f"{told}: {len(branch.turns)} beurten, vertrouwen {round(branch.trust)}", f"{branch.id + 1}. "
        )
    at = _number(dialogue, "Naar welke poging? (Enter: blijven)", len(branches), 0)
    return go_to(rehearsal, at - 1) if at else rehearsal
