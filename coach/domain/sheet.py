"""The prep sheet as blocks: what stands on it and in which order, whatever it is printed as.

Nothing is refused here: the flow that builds the sheet leaves out what the guard refuses first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coach.domain.conversation import Part
from coach.domain.dates import long_date, short_date
from coach.domain.guard.labels import Status
from coach.domain.knowledge import EmergencyCard, HardMoment
from coach.domain.preparation import MAX_QUESTIONS, Preparation


class Mark(StrEnum):
    """What stands before each line of a list."""

    DOT = "dot"
    BOX = "box"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above the blocks that follow it."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `strong` where it is to be read out or seen first."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines that belong together, each behind the same mark."""

    items: tuple[str, ...]
    mark: Mark = Mark.DOT


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two things a line: a date and a fact, or "als" and "dan"."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BlankTable:
    """A table to fill in by hand: its columns, and how many empty rows."""

    columns: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class BlankLines:
    """Lines to write on, below an optional label."""

    count: int
    label: str = ""


Block = Heading | Paragraph | Listing | Pairs | BlankTable | BlankLines


@dataclass(frozen=True, slots=True)
class Sheet:
    """One A4: a title, blocks from top to bottom, and a footer."""

    title: str
    blocks: tuple[Block, ...]
    footer: str


TITLE = {Status.WERKT: "Mijn gesprek", Status.ZIEK: "Mijn contactgesprek"}
FOOTER = "Dit blad is voor jou. Vernietig het na het gesprek."
AGREEMENT_COLUMNS = ("Wie", "Doet wat", "Wanneer klaar", "Wanneer kijken we terug")
PART_HEADS = {
    Part.VOORBEREIDING: "Vooraf",
    Part.BENOEMEN: "Benoemen",
    Part.INVLOED: "Invloed op werk",
    Part.KNELPUNTEN: "Knelpunten",
    Part.NODIG: "Nodig om te blijven werken",
    Part.AFRONDING: "Afronden",
}


def _facts(preparation: Preparation, *, empty: bool) -> list[Block]:
    if preparation.facts:
        rows = tuple(
            (short_date(fact.when) if fact.when else "zonder datum", fact.what) for fact in preparation.facts
        )
        return [Heading("Wat ik zag"), Pairs(rows)]
    return [Heading("Wat ik zag"), BlankLines(4, "Datum en feit")] if empty else []


def _where(preparation: Preparation, *, empty: bool) -> list[Block]:
    rows = tuple(
        (label, text) for label, text in (("Moment", preparation.moment), ("Plek", preparation.place)) if text
    )
    if rows:
        return [Heading("Waar en wanneer"), Pairs(rows)]
    return [Heading("Waar en wanneer"), BlankLines(1)] if empty else []


def _opening(preparation: Preparation, *, empty: bool) -> list[Block]:
    if preparation.opening:
        return [Heading("Mijn openingszin"), Paragraph(preparation.opening, strong=True)]
    return [Heading("Mijn openingszin"), BlankLines(2)] if empty else []


def _questions(preparation: Preparation, *, empty: bool) -> list[Block]:
    chosen = preparation.questions[:MAX_QUESTIONS]
    if chosen:
        rows = tuple((PART_HEADS[question.part], question.text) for question in chosen)
        return [Heading("Mijn vragen"), Pairs(rows)]
    return [Heading("Mijn vragen"), BlankLines(6)] if empty else []


def _plans(preparation: Preparation, *, empty: bool) -> list[Block]:
    if preparation.plans:
        return [
            Heading("Als ... dan ..."),
            Pairs(tuple((f"Als {p.when}", f"dan {p.then}") for p in preparation.plans)),
        ]
    return [Heading("Als ... dan ..."), BlankLines(2)] if empty else []


def _moments(moments: Sequence[HardMoment]) -> list[Block]:
    if not moments:
        return []
    return [Heading("Als het moeilijk wordt"), Pairs(tuple((m.title, m.say[0]) for m in moments))]


def build_sheet(
    preparation: Preparation,
    *,
    rather_not: Sequence[str],
    moments: Sequence[HardMoment],
    emergency: EmergencyCard,
    empty: bool = False,
) -> Sheet:
    """Return the sheet of what was prepared.

    `rather_not` are sentences to keep away from, `moments` the hard moments that fit the chosen pitfalls.
    What was not filled in is left out, or with `empty` becomes room to write on. The table for agreements,
    the next date and the emergency numbers are always there.
    """
    blocks: list[Block] = [
        *_where(preparation, empty=empty),
        *_facts(preparation, empty=empty),
        *_opening(preparation, empty=empty),
        *_questions(preparation, empty=empty),
        *_plans(preparation, empty=empty),
    ]
    if rather_not:
        blocks += [Heading("Liever niet"), Listing(tuple(rather_not), Mark.CROSS)]
    blocks += _moments(moments)
    blocks += [Heading("Onze afspraken"), BlankTable(AGREEMENT_COLUMNS, 3)]
    next_date = long_date(preparation.next_date) if preparation.next_date else ""
    blocks += (
        [Paragraph(f"Volgende afspraak: {next_date}")]
        if next_date
        else [BlankLines(1, "Volgende afspraak (binnen een week)")]
    )
    numbers = " · ".join(f"{number.number} ({number.when})" for number in emergency.numbers)
    blocks += [Paragraph(f"Bij nood: {numbers}")]
    return Sheet(TITLE[preparation.status], tuple(blocks), FOOTER)
