"""The pocket card: the memory aids and the emergency numbers, on A6, four to a page."""

from __future__ import annotations

from collections.abc import Iterable

from coach.domain.dates import day_in_words
from coach.domain.knowledge import EmergencyCard, HelpCard, Mnemonic
from coach.domain.sheet import Pairs, Paper, Sheet, emergency_line, help_line

TITLE = "Geheugenkaart"


def pocket_card(
    mnemonics: Iterable[Mnemonic], emergency: EmergencyCard, help_card: HelpCard | None = None
) -> Sheet:
    """Return the card: the letters of each memory aid with its sentence, and below them whom to call."""
    rows = tuple((aid.letters, f"{aid.meaning}. {aid.prompt}") for aid in mnemonics)
    return Sheet(
        TITLE,
        (Pairs(rows),),
        f"Nummers nagekeken op {day_in_words(emergency.checked)}.",
        emergency_line(emergency),
        help_line(help_card),
        Paper.CARDS,
    )
