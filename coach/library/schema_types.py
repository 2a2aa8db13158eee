"""The kinds of value that files of content are made of, and what to tell an author whose value is another."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from coach.domain.agreements import Subject, Who
from coach.library.citation import OWN, split_source

MAX_TEXT = 400
"""Characters of one text: what can be read at a glance in a talk, and fits a card."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIRST_NAME = re.compile(r"[^\W\d_A-Z]+(?:-[^\W\d_A-Z]+)?")
_NUMBER = re.compile(r"\d(?:[\d -]*\d)?")


def fail(expected: str) -> PydanticCustomError:
    """Return the error of a value; `expected` is the Dutch sentence for its author."""
    return PydanticCustomError("content", "{expected}", {"expected": expected})


def _text(value: str) -> str:
    if not any(character.isalnum() for character in value):
        raise fail("Hier hoort een tekst te staan, met woorden erin.")
    if len(value) > MAX_TEXT:
        raise fail(f"Deze tekst is te lang. Schrijf hooguit {MAX_TEXT} tekens.")
    if "[" in value or "]" in value:
        raise fail("Gebruik geen rechte haken [ ] in een tekst.")
    return value


def matching(pattern: re.Pattern[str], expected: str) -> AfterValidator:
    """Return the check that a text matches `pattern` whole; `expected` is the sentence for its author."""

    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise fail(expected)
        return value

    return AfterValidator(check)


def _source(value: str) -> str:
    try:
        name, place = split_source(value)
    except ValueError:
        name, place = "", ""
    if not name or (not place and name != OWN):
        raise fail('Schrijf de bron als "id, plaats", zoals "han, handvat 2". Of "eigen" voor eigen tekst.')
    return _text(value)


def _day(value: str) -> str:
    try:
        exact = date.fromisoformat(value).isoformat() == value
    except ValueError:
        exact = False
    if not exact:
        raise fail('Schrijf de dag als jaar, maand en dag, zoals "2026-11-22".')
    return value


def _once(values: list[str]) -> list[str]:
    if len(set(values)) < len(values):
        raise fail("Hier staat iets dubbel. Laat er een van staan.")
    return values


Text = Annotated[str, AfterValidator(_text)]
Id = Annotated[str, matching(_ID, "Schrijf een id met kleine letters, cijfers en streepjes.")]
Source = Annotated[str, AfterValidator(_source)]
Day = Annotated[str, AfterValidator(_day)]
Year = Annotated[str, matching(re.compile(r"\d{4}"), 'Schrijf een jaar met vier cijfers, zoals "2021".')]
Phone = Annotated[str, matching(_NUMBER, 'Schrijf een nummer met cijfers en streepjes, zoals "0800-0113".')]
PartId = Literal["voorbereiding", "benoemen", "invloed", "knelpunten", "nodig", "afronding"]
ListId = Literal["psychisch", "lichamelijk", "functioneren"]
ChecklistId = Literal["C0", "C1", "C2", "C3", "C4"]
SubjectId = Annotated[Subject, Field(strict=False)]
WhoId = Annotated[Who, Field(strict=False)]
Statuses = Annotated[list[Literal["werkt", "ziek"]], AfterValidator(_once)] | None
Ids = Annotated[list[Id], AfterValidator(_once)]
FirstName = Annotated[str, matching(_FIRST_NAME, "Schrijf een voornaam in kleine letters, zoals: anna")]
Texts = list[Text]


class Shape(BaseModel):
    """No conversion, no unknown key, and no text of the file in a message of the library."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)


class Sourced(Shape):
    """Something that names the source it rests on."""

    bron: Source


class Line(Sourced):
    """One sentence, and for whom it is (None: for everyone)."""

    tekst: Text
    status: Statuses = None
