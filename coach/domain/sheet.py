"""A sheet as blocks, and the prep sheet: what stands on it in which order, whatever it is printed as.

The other sheets of coach, made of the same blocks, stand in `record_sheet.py` and `pocket_card.py`.
Nothing is refused here: the flow that builds a sheet leaves out what the guard refuses first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from coach.domain.conversation import Part
from coach.domain.dates import long_date, short_date
from coach.domain.guard.labels import Status
from coach.domain.knowledge import EmergencyCard, HardMoment, HelpCard, HelpNumber
from coach.domain.preparation import MAX_QUESTIONS, Chosen, Plan, Preparation
from coach.domain.values import value


class Mark(StrEnum):
    """What stands before each line of a list."""

    DOT = "dot"
    BOX = "box"
    CROSS = "cross"


@value(frozen=True, slots=True)
class Heading:
    """A heading above the blocks that follow it."""

    text: str


@value(frozen=True, slots=True)
class Paragraph:
    """Running text; `strong` where it is to be read out or seen first."""

    text: str
    strong: bool = False


@value(frozen=True, slots=True)
class Listing:
    """Lines that belong together, each behind the same mark."""

    items: tuple[str, ...]
    mark: Mark = Mark.DOT


@value(frozen=True, slots=True)
class Pairs:
    """Two things a line: a short label (a date, a part of the talk, a moment) and what belongs to it."""

    rows: tuple[tuple[str, str], ...]


@value(frozen=True, slots=True)
class BlankTable:
    """A table to fill in by hand: its columns, and how many empty rows."""

    columns: tuple[str, ...]
    rows: int


@value(frozen=True, slots=True)
class BlankLines:
    """Lines to write on; the label, when there is one, stands before the first of them."""

    count: int
    label: str = ""


Block = Heading | Paragraph | Listing | Pairs | BlankTable | BlankLines


class Paper(StrEnum):
    """What a sheet is printed on: one A4, two in large print, or an A4 that is cut into four A6 cards."""

    A4 = "a4"
    LARGE = "large"
    CARDS = "cards"


@value(frozen=True, slots=True)
class Sheet:
    """A title, blocks from top to bottom, and lines at the foot, each of which may be "".

    `emergency` is what to call when a life may be in danger, `help` where an organisation's own help is
    found, `footer` what to do with the sheet.
    """

    title: str
    blocks: tuple[Block, ...]
    footer: str
    emergency: str = ""
    help: str = ""
    paper: Paper = Paper.A4


TITLE = {Status.WERKT: "Mijn gesprek", Status.ZIEK: "Mijn contactgesprek"}
FOOTER = "Dit blad is alleen voor jou. Vernietig het na het gesprek."
AGREEMENT_COLUMNS = ("Wie", "Doet wat", "Klaar op", "Terugkijken op")
FACT_COLUMNS = ("Datum", "Wat ik zag of hoorde")
NEXT_TALK = "We spreken elkaar weer op"
NO_DATE = "zonder datum"
NO_HELP = "Hulp bij ons (bedrijfsarts, HR)"
PART_HEADS = {
    Part.VOORBEREIDING: "Vooraf",
    Part.BENOEMEN: "Benoemen",
    Part.INVLOED: "Invloed op werk",
    Part.KNELPUNTEN: "Knelpunten",
    Part.NODIG: "Wat is nodig",
    Part.AFRONDING: "Afronden",
}
_ASKED = tuple(part for part in Part if part is not Part.VOORBEREIDING)


def _where(preparation: Preparation, *, empty: bool) -> list[Block]:
    given = {"Moment": preparation.moment, "Plek": preparation.place}
    rows = tuple((label, text) for label, text in given.items() if text)
    blank: list[Block] = [BlankLines(1, label) for label, text in given.items() if not text] if empty else []
    return [*([Pairs(rows)] if rows else []), *blank]


def _opening(preparation: Preparation, *, empty: bool) -> list[Block]:
    if preparation.opening:
        return [Heading("Zo begin ik"), Paragraph(preparation.opening, strong=True)]
    return [Heading("Zo begin ik"), BlankLines(2)] if empty else []


def _facts(preparation: Preparation, *, empty: bool) -> list[Block]:
    if preparation.facts:
        rows = tuple((short_date(f.when) if f.when else NO_DATE, f.what) for f in preparation.facts)
        return [Heading("Wat ik zag"), Pairs(rows)]
    return [Heading("Wat ik zag"), BlankTable(FACT_COLUMNS, 3)] if empty else []


def questions_on_paper(questions: Sequence[Chosen]) -> tuple[Chosen, ...]:
    """Return the questions that a sheet has room for, in their order: at most `MAX_QUESTIONS`.

    Where there are more, each part keeps its first before any gets a second: the talk ends with what is
    needed and what is agreed, however much is asked before.
    """
    asked: dict[Part, int] = {}
    turns = []
    for question in questions:
        turns.append(asked.setdefault(question.part, 0))
        asked[question.part] += 1
    first = sorted(range(len(questions)), key=turns.__getitem__)[:MAX_QUESTIONS]
    return tuple(questions[at] for at in sorted(first))


def _questions(preparation: Preparation, *, empty: bool) -> list[Block]:
    if preparation.questions:
        asked = questions_on_paper(preparation.questions)
        rows = tuple((PART_HEADS[question.part], question.text) for question in asked)
        return [Heading("Mijn vragen"), Pairs(rows)]
    return [Heading("Mijn vragen"), *(BlankLines(1, PART_HEADS[part]) for part in _ASKED)] if empty else []


def _without(word: str, text: str) -> str:
    """`text` without `word` at its start: people often type the "als" that stands before the field."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if first.lower() == word else text.strip()


def _plan(plan: Plan) -> str:
    when = _without("als", plan.when).rstrip(" .,;:") or "..."
    then = _without("dan", plan.then) or "..."
    return f"Als {when}, dan {then}"


def _plans(preparation: Preparation, *, empty: bool) -> list[Block]:
    if preparation.plans:
        return [Heading("Mijn als-dan"), Listing(tuple(_plan(plan) for plan in preparation.plans))]
    return [Heading("Mijn als-dan"), BlankLines(1, "Als"), BlankLines(1, "dan")] if empty else []


def _moments(moments: Sequence[HardMoment]) -> list[Block]:
    rows = tuple((moment.title, moment.say[0]) for moment in moments if moment.say)
    return [Heading("Als het moeilijk wordt"), Pairs(rows)] if rows else []


def _next_talk(preparation: Preparation) -> Block:
    if preparation.next_date:
        return Pairs(((NEXT_TALK, long_date(preparation.next_date)),))
    return BlankLines(1, f"{NEXT_TALK} (liefst binnen een week)")


def _calls(numbers: Sequence[HelpNumber], told: Callable[[HelpNumber], str]) -> str:
    """Numbers to call on one line; those of the same service stand together, with when to call the first."""
    services: dict[str, list[HelpNumber]] = {}
    for number in numbers:
        services.setdefault(number.name, []).append(number)
    return " · ".join(
        f"{told(same[0])}{' of '.join(n.number for n in same)} ({same[0].when})" for same in services.values()
    )


def emergency_line(card: EmergencyCard) -> str:
    """Return what to call when a life may be in danger, on one line; "" for a card without numbers."""
    return f"Bij nood: {_calls(card.numbers, lambda _: '')}" if card.numbers else ""


def help_line(card: HelpCard | None) -> str:
    """Return an organisation's own help numbers, each with whose it is, on one line; "" without a card."""
    return f"{card.title}: {_calls(card.numbers, lambda number: f'{number.name} ')}" if card else ""


def build_sheet(
    preparation: Preparation,
    *,
    rather_not: Sequence[str],
    moments: Sequence[HardMoment],
    emergency: EmergencyCard,
    help_card: HelpCard | None = None,
    empty: bool = False,
) -> Sheet:
    """Return the sheet of what was prepared, in the order in which it is needed.

    First the words to start with, then what they rest on, the questions along the route, what helps when it
    gets hard, and last what is filled in together: who does what by when, and when they speak again.
    `rather_not` are sentences to keep away from, `moments` the hard moments that fit the chosen pitfalls.
    `help_card` holds an organisation's own help numbers. What was not filled in is left out, or with `empty`
    becomes room to write on. The table for agreements, the next date and the emergency numbers are always
    there. Of too many questions some are left out (`questions_on_paper`); nothing else that was filled in is.
    """
    blocks: list[Block] = [
        *_where(preparation, empty=empty),
        *_opening(preparation, empty=empty),
        *_facts(preparation, empty=empty),
        *_questions(preparation, empty=empty),
        *_plans(preparation, empty=empty),
    ]
    if rather_not:
        blocks += [Heading("Liever niet"), Listing(tuple(rather_not), Mark.CROSS)]
    blocks += _moments(moments)
    blocks += [Heading("Onze afspraken"), BlankTable(AGREEMENT_COLUMNS, 3), _next_talk(preparation)]
    if empty and help_card is None:
        blocks.append(BlankLines(1, NO_HELP))
    title = TITLE[preparation.status]
    return Sheet(title, tuple(blocks), FOOTER, emergency_line(emergency), help_line(help_card))
