"""The emergency card as text: whole for `coach nood`, short where a sentence points to danger."""

from __future__ import annotations

from coach.cli.diagnostics import Diagnostics, ExitCode
from coach.cli.environment import Environment
from coach.cli.output import STRONG, Output
from coach.cli.verdicts import wrapped
from coach.domain.dates import day_in_words
from coach.domain.errors import ContentError
from coach.library.load import load_library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coach.domain.knowledge import EmergencyCard

ALWAYS = "Is er direct gevaar? Bel 112."
"""Said even when the content that holds the card cannot be read."""


def _numbers(card: EmergencyCard, width: int) -> list[str]:
    lines: list[str] = []
    for number in card.numbers:
        lines += wrapped(f"{number.number} {number.name} ({number.when})", width, "  ", "    ")
    return lines


def short_card(output: Output, card: EmergencyCard) -> None:
    """Write the numbers and the steps in a few lines."""
    what = card.title.partition(": ")[2] or card.title
    output.lines(wrapped(f"NOOD. {what[:1].upper()}{what[1:]}.", output.width))
    output.lines(_numbers(card, output.width))
    steps = " ".join(step.head for step in card.steps)
    output.lines(wrapped(steps, output.width, "  ", "  "))
    output.line("  De hele kaart: coach nood")
    output.line()


def whole_card(output: Output, card: EmergencyCard) -> None:
    """Write the whole card: numbers first, then what to do, and what rather not."""
    output.line(card.title, STRONG)
    output.line()
    output.line("Bellen", STRONG)
    output.lines(_numbers(card, output.width))
    output.line()
    output.line("Wat je doet", STRONG)
    for place, step in enumerate(card.steps, start=1):
        output.lines(wrapped(f"{step.head} {step.text}", output.width, f"  {place}. "))
    if card.rather_not:
        output.line()
        output.line("Liever niet", STRONG)
        for text in card.rather_not:
            output.lines(wrapped(text, output.width, "  - "))
    output.line()
    output.lines(
        wrapped(f"Nummers nagekeken op {day_in_words(card.checked)}. Bron: {card.source}.", output.width)
    )


def emergency_card(diagnostics: Diagnostics) -> EmergencyCard:
    """Return the card; where it cannot be read, the one number that always holds is said first."""
    try:
        return load_library().emergency
    except ContentError:
        diagnostics.say(ALWAYS)
        raise


def nood(environment: Environment) -> ExitCode:
    """Write the emergency card."""
    card = emergency_card(Diagnostics(environment))
    output = Output(environment)
    whole_card(output, card)
    output.flush()
    return ExitCode.OK
