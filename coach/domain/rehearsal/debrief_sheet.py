"""The debrief on paper: the same blocks as every sheet, so that the same renderers print it."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.rehearsal.debrief import AGAIN_AFTER, Debrief
from coach.domain.rehearsal.engine import Turn
from coach.domain.rehearsal.in_words import (
    LEVEL,
    RESULT_IS_THIS_TALK,
    STANDING,
    bar,
    mark_words,
    measure_words,
    standing_words,
    way_words,
)
from coach.domain.rehearsal.script import Cast
from coach.domain.sheet import Block, Heading, Listing, Pairs, Paragraph, Sheet

TITLE = "Nabespreking"
FOOTER = "Dit blad is alleen voor jou: het is oefenen, geen beoordeling. Vernietig het als je klaar bent."


def debrief_sheet(
    cast: Cast,
    result: Debrief,
    turns: Sequence[Turn],
    *,
    guess: int = 0,
    plan: str = "",
    transcript: bool = False,
) -> Sheet:
    """Return the debrief as blocks, in the order in which it is read.

    `guess` is the turn that the user picked himself (0: none), `plan` his if-then in his own words. With
    `transcript` the talk itself stands at the end.
    """
    scenario = cast.scenario
    blocks: list[Block] = [
        Paragraph(f"Geoefend met {scenario.who}. Niveau {cast.level}: {LEVEL[cast.level]}."),
        Paragraph(way_words(result)),
    ]
    blocks += [Heading("Vertrouwen per beurt"), Pairs(_curve(result))]
    if guess:
        blocks.append(Paragraph(guess_words(guess, result.turning)))
    if result.marks:
        blocks += [Heading("Wat ertoe deed"), Listing(tuple(map(mark_words, result.marks)))]
    if result.inner:
        rows = tuple((f"Beurt {inner.turn}", inner.text) for inner in result.inner)
        blocks += [Heading("Wat de ander dacht"), Pairs(rows)]
    strength, attempt = result.strength, result.attempt
    blocks.append(Heading("Dit was sterk"))
    if strength.quote:
        blocks.append(Paragraph(f"“{strength.quote}”", strong=True))
    blocks.append(Paragraph(f"{strength.why} (Bron: {strength.source})"))
    blocks.append(Heading("Probeer dit eens"))
    own = [("Jij zei", attempt.own)] if attempt.own else []
    rows = (*own, ("Liever", attempt.better), ("Regel", attempt.rule), ("Waarom", attempt.why))
    blocks += [
        Pairs(tuple((head, text) for head, text in rows if text)),
        Paragraph(f"Bron: {attempt.source}"),
    ]
    for block in result.blocks.all:
        lines = tuple(
            measure_words(m) + (f": {STANDING[m.standing]}" if m.standing else "") for m in block.measures
        )
        blocks += [Heading(standing_words(block)), Listing(lines)]
    blocks.append(Paragraph(RESULT_IS_THIS_TALK))
    if plan:
        blocks += [Heading("Mijn als-dan"), Paragraph(plan, strong=True)]
    days = ", ".join(str(day) for day in AGAIN_AFTER[:-1])
    blocks.append(Paragraph(f"Weer oefenen: over ongeveer {days} en {AGAIN_AFTER[-1]} dagen."))
    if transcript:
        rows = tuple(row for turn in turns for row in _said(turn, scenario.name))
        blocks += [Heading("Het gesprek"), Pairs(rows)]
    return Sheet(TITLE, tuple(blocks), FOOTER)


def _curve(result: Debrief) -> tuple[tuple[str, str], ...]:
    rows = [
        ("Begin", result.curve[0]),
        *((f"Beurt {n}", trust) for n, trust in enumerate(result.curve[1:], 1)),
    ]
    return tuple((label, f"{bar(trust)} {round(trust)}") for label, trust in rows)


def guess_words(guess: int, turning: int) -> str:
    """Return the turn that the user picked beside the one in which trust changed most."""
    if not turning:
        return f"Jij dacht aan beurt {guess}. Het vertrouwen bleef in dit gesprek ongeveer gelijk."
    same = "Dat klopt." if guess == turning else f"De grootste verandering was bij beurt {turning}."
    return f"Jij dacht aan beurt {guess}. {same}"


def _said(turn: Turn, name: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (f"{turn.number}. Jij", turn.text or "(stilte)"), (
        name,
        turn.reply.text or "(het gesprek stond stil)",
    )
