"""A rehearsal in lines of text: the card beforehand, what was said, and the debrief."""

from __future__ import annotations

from collections.abc import Sequence

from coach.cli.output import CALM, STRONG, Output
from coach.cli.verdicts import wrapped
from coach.domain.conversation import station_of
from coach.domain.rehearsal.debrief import AGAIN_AFTER, Debrief
from coach.domain.rehearsal.engine import Turn
from coach.domain.rehearsal.in_words import (
    RESULT_IS_THIS_TALK,
    STANDING,
    bar,
    mark_words,
    measure_words,
    move_words,
    standing_words,
    way_words,
)
from coach.domain.rehearsal.route import part_after
from coach.domain.rehearsal.script import Scenario
from coach.flows.rehearse import Rehearsal

SILENCE = "(je zegt niets)"
NO_RESULT = "Bij dit gesprek hoort geen nabespreking. Was het echt? Bel dan 113, of 112 bij gevaar."
NOTHING_SAID = "Er is niets gezegd, dus er is niets om na te bespreken."
BAR_WIDTH = 20


def say_wrapped(output: Output, text: str, first: str = "", style: str = "") -> None:
    """Write a text over as many lines as the width asks, `first` before it."""
    for line in wrapped(text, output.width, first):
        output.line(line, style)


def show_card(output: Output, scenario: Scenario) -> None:
    """Write what one knows before the talk begins."""
    output.line(scenario.title, STRONG)
    say_wrapped(output, f"Je praat met {scenario.who}. {scenario.sector}.")
    say_wrapped(output, scenario.card)
    output.line("Dit zag je:")
    for signal in scenario.signals:
        say_wrapped(output, f"{signal.when}: {signal.what}" if signal.when else signal.what, "- ")


def show_turn(output: Output, turn: Turn, name: str) -> None:
    """Write one turn: what the manager said, and the answer."""
    say_wrapped(output, turn.text or SILENCE, f"{turn.number}. Jij: ", CALM)
    if turn.reply.text:
        say_wrapped(output, turn.reply.text, f"{name}: ")


def show_talk(output: Output, rehearsal: Rehearsal) -> None:
    """Write all turns of the first try, with the stations of the conversation."""
    turns = rehearsal.talk.first.turns
    shown = ""
    for turn in turns:
        station = station_of(part_after(turns[: turn.number])).title
        if station != shown:
            output.line()
            output.line(station, STRONG)
            shown = station
        show_turn(output, turn, rehearsal.cast.scenario.name)
    if turns and turns[-1].after.ended:
        output.line()
        output.line(f"{rehearsal.cast.scenario.name} stopt het gesprek hier.")


def show_debrief(output: Output, rehearsal: Rehearsal, result: Debrief | None) -> None:
    """Write the debrief in the order in which it is read."""
    output.line()
    if result is None:
        in_danger = rehearsal.talk.in_danger
        say_wrapped(output, NO_RESULT if in_danger else NOTHING_SAID)
        return
    output.line("Nabespreking", STRONG)
    say_wrapped(output, way_words(result))
    show_curve(output, result)
    _listed(output, "Wat ertoe deed", [mark_words(mark) for mark in result.marks])
    _listed(output, "Wat de ander dacht", [f"Beurt {inner.turn}: {inner.text}" for inner in result.inner])
    strength, attempt = result.strength, result.attempt
    output.line()
    output.line("Dit was sterk", STRONG)
    if strength.quote:
        say_wrapped(output, f"Beurt {strength.turn}: “{strength.quote}”")
    say_wrapped(output, strength.why)
    say_wrapped(output, f"Bron: {strength.source}", style=CALM)
    output.line()
    output.line("Probeer dit eens", STRONG)
    if attempt.own:
        say_wrapped(output, f"“{attempt.own}”", f"Beurt {attempt.turn}, jij zei: ")
    if attempt.better:
        say_wrapped(output, f"“{attempt.better}”", "Liever: ")
    say_wrapped(output, attempt.rule, "Regel: ")
    say_wrapped(output, attempt.why)
    say_wrapped(output, f"Bron: {attempt.source}", style=CALM)
    if result.hints:
        _listed(output, "Kansen", [f"Beurt {turn}: {text}" for turn, text in result.hints])
    show_counts(output, result)


def show_curve(output: Output, result: Debrief) -> None:
    """Write trust per turn as bars, each with its number."""
    output.line()
    output.line("Vertrouwen per beurt (0 tot 100)", STRONG)
    turning = {mark.turn for mark in result.marks}
    for turn, trust in enumerate(result.curve):
        label = "begin" if not turn else str(turn)
        mark = " *" if turn in turning else ""
        output.line(f"{label:>5} {bar(trust, BAR_WIDTH):<{BAR_WIDTH}} {round(trust)}{mark}")


def show_counts(output: Output, result: Debrief) -> None:
    """Write the three blocks with what was counted."""
    for block in result.blocks.all:
        output.line()
        output.line(standing_words(block), STRONG)
        for measure in block.measures:
            standing = f" ({STANDING[measure.standing]})" if measure.standing else ""
            say_wrapped(output, measure_words(measure) + standing, "- ")
    output.line()
    say_wrapped(output, f"Getypt: {result.typed}. Gekozen uit een lijstje: {result.picked}.")
    say_wrapped(output, RESULT_IS_THIS_TALK, style=CALM)
    days = ", ".join(str(day) for day in AGAIN_AFTER[:-1])
    say_wrapped(output, f"Weer oefenen: over ongeveer {days} en {AGAIN_AFTER[-1]} dagen.")


def _listed(output: Output, head: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    output.line()
    output.line(head, STRONG)
    for line in lines:
        say_wrapped(output, line, "- ")


def label_words(turn: int, category: str) -> str:
    """Return a label that can be contested, on one line."""
    return f"beurt {turn}: {move_words(category)}"
