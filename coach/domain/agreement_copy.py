"""The second sheet: the agreements on one A4, for the employee to keep.

Filled in from what was agreed, or empty to fill in together with a pen. It is the employee's own sheet:
there is nothing on it about what he told, only what was agreed about work (domain, 1.10 and 1.11).
"""

from __future__ import annotations

from datetime import date

from coach.domain.dates import long_date
from coach.domain.knowledge import HelpCard
from coach.domain.sheet import (
    AGREEMENT_COLUMNS,
    NEXT_TALK,
    BlankLines,
    BlankTable,
    Block,
    Heading,
    Listing,
    Pairs,
    Sheet,
    help_line,
)
from coach.domain.values import value

ROLES = ("Medewerker", "Leidinggevende", "Samen")
"""Who can have an agreement, in words that say nothing of a person."""


@value(frozen=True, slots=True)
class AgreementRow:
    """One agreement as it is printed: who does what, when it is done, when they look at it again.

    `who` is one of `ROLES`, or a text of the user's own.
    """

    who: str
    what: str
    due: str = ""
    review: str = ""


@value(frozen=True, slots=True)
class AgreementCopy:
    """What was agreed, ready to be printed; what is empty becomes room to write on.

    `present` is who was there, `subjects` what was talked about in words of work, `contact` how they keep in
    touch, `team` what the team may know in the words of the employee, `next_date` when they speak again.
    """

    talk: date | None = None
    present: str = ""
    subjects: tuple[str, ...] = ()
    rows: tuple[AgreementRow, ...] = ()
    contact: str = ""
    team: str = ""
    next_date: date | None = None


TITLE = "Onze afspraken"
FOOTER = (
    "Dit blad is voor jou. Er staan alleen afspraken over werk op. Klopt er iets niet, of verandert er iets? "
    "Zeg het, dan passen we het samen aan."
)
ROWS = 6
"""Agreements that there is room for; more than this is too much for one talk."""


def _line(label: str, text: str, lines: int = 1) -> list[Block]:
    return [Pairs(((label, text),))] if text else [BlankLines(lines, label)]


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def agreement_sheet(copy: AgreementCopy, *, help_card: HelpCard | None = None) -> Sheet:
    """Return the employee's sheet of what was agreed; every agreement of `copy` stands on it."""
    rows = tuple((row.who, row.what, row.due, row.review) for row in copy.rows)
    blocks: list[Block] = [
        *_line("Datum van het gesprek", _day(copy.talk)),
        *_line("Wie erbij waren", copy.present),
    ]
    if copy.subjects:
        blocks += [Heading("Waar we over spraken"), Listing(copy.subjects)]
    blocks += [
        Heading("Wie doet wat"),
        BlankTable(AGREEMENT_COLUMNS, max(0, ROWS - len(rows)), rows),
        Heading("Zo gaan we verder"),
        *_line(NEXT_TALK, _day(copy.next_date)),
        *_line("Zo houden we contact", copy.contact, 2),
        *_line("Dit mag het team weten", copy.team, 2),
    ]
    return Sheet(TITLE, tuple(blocks), FOOTER, help=help_line(help_card))
