"""The agreements as blocks: the copy for the employee, and the same sheet empty, to fill in with a pen.

There is nothing on it about what was told, only what was agreed on about work (domain, 1.11). Nothing is
refused here: the flow leaves out what the guard refuses first.
"""

from __future__ import annotations

from datetime import date

from coach.domain.agreements import Agreement, LookBack, MomentKind, Record, Team, Who, to_come
from coach.domain.dates import long_date
from coach.domain.knowledge import HelpCard
from coach.domain.sheet import (
    AGREEMENT_COLUMNS,
    NEXT_TALK,
    BlankLines,
    BlankTable,
    Block,
    Heading,
    Pairs,
    Paragraph,
    Sheet,
    help_line,
)

TITLE = "Onze afspraken"
FOOTER = (
    "Dit blad is voor jullie allebei. Er staat alleen op wat jullie over het werk afspraken. "
    "Klopt er iets niet meer? Zeg het, dan passen jullie het samen aan."
)
ROWS = 6
"""Agreements that an empty sheet has room for; more than this is too much for one talk."""
NONE_MADE = "We hebben nu geen afspraak gemaakt."
NO_DATE = "Er is geen datum gekozen om weer te kijken."
AT_ONCE, UNTIL_FURTHER, AT_EVALUATION = "meteen", "tot we iets anders afspreken", "bij de evaluatie"

_CAPITAL = {who: who.value.capitalize() for who in Who}


def _agreement(agreement: Agreement, number: int) -> list[Block]:
    how = f"{agreement.review_how}, " if agreement.review_how else ""
    when = long_date(agreement.review_on) if agreement.review_on else AT_EVALUATION
    rows = (
        ("Wie", _CAPITAL[agreement.who]),
        ("Klaar", long_date(agreement.by) if agreement.by else AT_ONCE),
        ("Geldt tot", long_date(agreement.until) if agreement.until else UNTIL_FURTHER),
        ("Terugkijken", f"{how}{when}"),
        ("Wie begint erover", _CAPITAL[agreement.lead]),
    )
    head = f"{number}. {agreement.subject.value.capitalize()}"
    return [Heading(head), Paragraph(agreement.what, strong=True), Pairs(rows)]


def team_line(record: Record) -> str:
    """Return what the team hears."""
    told = record.communication
    return told.words if told.team is Team.WOORDEN and told.words else told.team.value.capitalize()


def _further(record: Record) -> list[Block]:
    rows = []
    if record.communication.between:
        rows.append(("Zo houden we contact", record.communication.between))
    rows.append(("Dit hoort het team", team_line(record)))
    names = {
        MomentKind.FIRST_CHECK: "Eerste moment",
        MomentKind.EVALUATION: "Evaluatie",
        MomentKind.REVIEW: "Terugkijken",
    }
    coming = to_come(record)
    rows += [(names[moment.kind], long_date(moment.day)) for moment in coming]
    if coming:
        rows.append(("Wie begint erover", _CAPITAL[record.lead]))
    blocks: list[Block] = [Heading("Zo gaan we verder"), Pairs(tuple(rows))]
    return blocks if coming else [*blocks, Paragraph(NO_DATE)]


def _look_back(look_back: LookBack) -> list[Block]:
    rows = (
        ("Dit werkte", look_back.worked),
        ("Dit werkte niet", look_back.not_worked),
        ("Dit verandert", look_back.change),
    )
    filled = tuple(row for row in rows if row[1])
    head = Heading(f"Terugkijken op {long_date(look_back.held_on)}")
    return [head, Pairs(filled) if filled else Paragraph("We hebben samen teruggekeken.")]


def record_sheet(record: Record, help_card: HelpCard | None = None) -> Sheet:
    """Return everything there is about the agreements, for the employee to keep and for both to read.

    The user's own label is not on it, and nobody's name; the organisation's own help is at its foot.
    """
    present = ", ".join(role.value for role in record.present)
    head = [("Gesprek op", long_date(record.held_on))]
    if present:
        head.append(("Erbij waren", present))
    subjects = dict.fromkeys(agreement.subject.value for agreement in record.agreements)
    if subjects:
        head.append(("Waarover", ", ".join(subjects)))
    blocks: list[Block] = [Pairs(tuple(head))]
    if record.none_made:
        blocks.append(Paragraph(NONE_MADE, strong=True))
    for number, agreement in enumerate(record.agreements, start=1):
        blocks += _agreement(agreement, number)
    blocks += _further(record)
    for look_back in record.look_backs:
        blocks += _look_back(look_back)
    return Sheet(TITLE, tuple(blocks), FOOTER, help=help_line(help_card))


def empty_record_sheet(next_date: date | None = None, help_card: HelpCard | None = None) -> Sheet:
    """Return the sheet with room to write, for agreements that are made with a pen; `next_date` is known."""
    next_talk = Pairs(((NEXT_TALK, long_date(next_date)),)) if next_date else BlankLines(1, NEXT_TALK)
    blocks: tuple[Block, ...] = (
        BlankLines(1, "Gesprek op"),
        BlankLines(1, "Erbij waren"),
        Heading("Wie doet wat"),
        BlankTable(AGREEMENT_COLUMNS, ROWS),
        Heading("Zo gaan we verder"),
        next_talk,
        BlankLines(2, "Zo houden we contact"),
        BlankLines(2, "Dit hoort het team"),
    )
    return Sheet(TITLE, blocks, FOOTER, help=help_line(help_card))
