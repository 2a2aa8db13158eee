"""The shape of every file of content, and what to tell an author whose file has another one.

All values are texts, lists and mappings of them (see `yaml_source`); the keys are the Dutch ones that the
compiled files and `read.py` use too. How many there must be, and which ids exist, is for `references.py`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

from coach.domain.conversation import Part
from coach.library.citation import OWN, split_source
from coach.library.expected import expected
from coach.library.problems import Problem
from coach.library.yaml_source import Document

MAX_TEXT = 400
"""Characters of one text: what can be read at a glance in a talk, and fits a card."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"\d(?:[\d -]*\d)?")


def _fail(expected: str) -> PydanticCustomError:
    return PydanticCustomError("content", "{expected}", {"expected": expected})


def _text(value: str) -> str:
    if not any(character.isalnum() for character in value):
        raise _fail("Hier hoort een tekst te staan, met woorden erin.")
    if len(value) > MAX_TEXT:
        raise _fail(f"Deze tekst is te lang. Schrijf hooguit {MAX_TEXT} tekens.")
    if "[" in value or "]" in value:
        raise _fail("Gebruik geen rechte haken [ ] in een tekst.")
    return value


def _matching(pattern: re.Pattern[str], expected: str) -> AfterValidator:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise _fail(expected)
        return value

    return AfterValidator(check)


def _source(value: str) -> str:
    try:
        name, place = split_source(value)
    except ValueError:
        name, place = "", ""
    if not name or (not place and name != OWN):
        raise _fail('Schrijf de bron als "id, plaats", zoals "han, handvat 2". Of "eigen" voor eigen tekst.')
    return _text(value)


def _day(value: str) -> str:
    try:
        exact = date.fromisoformat(value).isoformat() == value
    except ValueError:
        exact = False
    if not exact:
        raise _fail('Schrijf de dag als jaar, maand en dag, zoals "2026-11-22".')
    return value


def _once(values: list[str]) -> list[str]:
    if len(set(values)) < len(values):
        raise _fail("Hier staat iets dubbel. Laat er een van staan.")
    return values


Text = Annotated[str, AfterValidator(_text)]
Id = Annotated[str, _matching(_ID, "Schrijf een id met kleine letters, cijfers en streepjes.")]
Source = Annotated[str, AfterValidator(_source)]
Day = Annotated[str, AfterValidator(_day)]
Year = Annotated[str, _matching(re.compile(r"\d{4}"), 'Schrijf een jaar met vier cijfers, zoals "2021".')]
Phone = Annotated[str, _matching(_NUMBER, 'Schrijf een nummer met cijfers en streepjes, zoals "0800-0113".')]
PartId = Literal["voorbereiding", "benoemen", "invloed", "knelpunten", "nodig", "afronding"]
ListId = Literal["psychisch", "lichamelijk", "functioneren"]
ChecklistId = Literal["C0", "C1", "C2", "C3", "C4"]
Statuses = Annotated[list[Literal["werkt", "ziek"]], AfterValidator(_once)] | None
Ids = Annotated[list[Id], AfterValidator(_once)]
Texts = list[Text]


class _Shape(BaseModel):
    """No conversion, no unknown key, and no text of the file in a message of the library."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)


class _Sourced(_Shape):
    bron: Source


class _Line(_Sourced):
    tekst: Text
    status: Statuses = None


class _Reference(_Shape):
    id: Id
    titel: Text
    kort: Text | None = None
    auteur: Text
    jaar: Year | None = None
    gecontroleerd: Day
    noot: Text | None = None


class Bronnen(_Shape):
    """bronnen.yaml."""

    bronnen: list[_Reference]


class _Zin(_Line):
    id: Id
    u: Text


class _Vraag(_Zin):
    toon: Literal["zacht", "open", "zakelijk", "direct"]
    voorbeeld: Literal["ja"] | None = None


class _LieverNiet(_Sourced):
    tekst: Text
    waarom: Text
    liever: Text


class Onderdeel(_Sourced):
    """gesprek/onderdelen/<part>.yaml."""

    id: PartId
    titel: Text
    vraag: Text
    doel: Text
    ezelsbruggen: Ids
    tips: list[_Line]
    vragen: list[_Vraag]
    liever_niet: list[_LieverNiet]


class _Ezelsbrug(_Sourced):
    id: Id
    letters: Text
    betekenis: Text
    geheugenzin: Text
    valkuil: Text
    liever: Text


class Ezelsbruggen(_Shape):
    """gesprek/ezelsbruggen.yaml."""

    ezelsbruggen: list[_Ezelsbrug]


class Basistips(_Shape):
    """gesprek/basistips.yaml."""

    basistips: list[_Line]


class _Lijst(_Shape):
    id: ListId
    titel: Text
    zichtbaar: list[_Line]
    herkennen: list[_Line]


class Signalen(_Shape):
    """gesprek/signalen.yaml."""

    lijsten: list[_Lijst]


class _Checklist(_Sourced):
    id: ChecklistId
    titel: Text
    punten: list[_Line]


class Checklists(_Shape):
    """gesprek/checklists.yaml."""

    checklists: list[_Checklist]


class _Plan(_Shape):
    als: Text
    dan: Text


class _Valkuil(_Sourced):
    id: Id
    tekst: Text
    plannen: list[_Plan]
    momenten: Ids


class Valkuilen(_Shape):
    """gesprek/valkuilen.yaml."""

    valkuilen: list[_Valkuil]


class Openingszinnen(_Shape):
    """gesprek/openingszinnen.yaml."""

    openingszinnen: list[_Zin]


class Tijdens(_Shape):
    """gesprek/tijdens.yaml."""

    begin: list[_Zin]
    pauze: list[_Zin]


class _Moment(_Sourced):
    id: Id
    titel: Text
    gebeurt: Text
    zeg: Texts
    liever_niet: Texts
    daarna: Texts
    status: Statuses = None


class Momenten(_Shape):
    """kaarten/moeilijke-momenten.yaml."""

    momenten: list[_Moment]


class _Stap(_Shape):
    kop: Text
    tekst: Text


class _Nummer(_Shape):
    nummer: Phone
    naam: Text
    wanneer: Text


class Nood(_Sourced):
    """kaarten/nood.yaml."""

    titel: Text
    gecontroleerd: Day
    stappen: list[_Stap]
    nummers: list[_Nummer]
    liever_niet: Texts


PART_FILES: dict[str, Part] = {f"gesprek/onderdelen/{part}.yaml": part for part in Part}
SHAPES: dict[str, type[BaseModel]] = {
    "bronnen.yaml": Bronnen,
    **dict.fromkeys(PART_FILES, Onderdeel),
    "gesprek/ezelsbruggen.yaml": Ezelsbruggen,
    "gesprek/basistips.yaml": Basistips,
    "gesprek/signalen.yaml": Signalen,
    "gesprek/checklists.yaml": Checklists,
    "gesprek/valkuilen.yaml": Valkuilen,
    "gesprek/openingszinnen.yaml": Openingszinnen,
    "gesprek/tijdens.yaml": Tijdens,
    "kaarten/moeilijke-momenten.yaml": Momenten,
    "kaarten/nood.yaml": Nood,
}
"""The shape of each file that content may hold, by its name relative to the folder."""


def shape_problems(document: Document, *, complete: bool = True) -> list[Problem]:
    """Return everything that is wrong with the shape of a file, each with its line.

    With `complete` False (an organisation's own folder, which adds to what there is) the fields at the top of
    a file may be left out, but for the id of a part.
    """
    shape = SHAPES[document.file]
    try:
        shape.model_validate(document.value)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
    else:
        return []
    return sorted(
        document.problem(error["loc"], expected(error["type"], error["loc"], error.get("ctx", {}), shape))
        for error in found
        if complete or error["type"] != "missing" or len(error["loc"]) > 1 or error["loc"] == ("id",)
    )
