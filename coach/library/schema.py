"""The shape of every file of content, and what to tell an author whose file has another one.

All values are texts, lists and mappings of them (see `yaml_source`); the keys are the Dutch ones that the
compiled files and `read.py` use too. How many there must be, and which ids exist, is for `references.py`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ValidationError

from coach.domain.conversation import Part
from coach.library.expected import expected
from coach.library.organisation import HULP
from coach.library.problems import Problem
from coach.library.schema_agreements import Werkaanpassingen
from coach.library.schema_organisation import own_shape
from coach.library.schema_prepare import (
    Klaar,
    Onderwerpen,
    Openingsdelen,
    Plekken,
    Signalen,
    Voornamen,
    Werkfactoren,
)
from coach.library.schema_rehearsal import Nabespreken, ScenarioBestand, Stem
from coach.library.schema_types import (
    ChecklistId,
    Day,
    Id,
    Ids,
    Line,
    PartId,
    Phone,
    Shape,
    Sourced,
    Statuses,
    Text,
    Texts,
    Year,
    fail,
)
from coach.library.yaml_source import Document

MAX_HELP_NUMBERS = 6
"""Numbers on an organisation's hulpkaart: what can stand at the foot of a sheet."""


def _help_numbers(values: list[Any]) -> list[Any]:
    if not 1 <= len(values) <= MAX_HELP_NUMBERS:
        raise fail(f"Een hulpkaart heeft 1 tot {MAX_HELP_NUMBERS} nummers: meer past niet op het blad.")
    return values


class _Reference(Shape):
    id: Id
    titel: Text
    kort: Text | None = None
    auteur: Text
    jaar: Year | None = None
    gecontroleerd: Day
    noot: Text | None = None


class Bronnen(Shape):
    """bronnen.yaml."""

    bronnen: list[_Reference]


class _Zin(Line):
    id: Id
    u: Text


class _Vraag(_Zin):
    toon: Literal["zacht", "open", "zakelijk", "direct"]
    voorbeeld: Literal["ja"] | None = None


class _LieverNiet(Sourced):
    tekst: Text
    waarom: Text
    liever: Text


class Onderdeel(Sourced):
    """gesprek/onderdelen/<part>.yaml."""

    id: PartId
    titel: Text
    vraag: Text
    doel: Text
    ezelsbruggen: Ids
    tips: list[Line]
    vragen: list[_Vraag]
    liever_niet: list[_LieverNiet]


class _Ezelsbrug(Sourced):
    id: Id
    letters: Text
    betekenis: Text
    geheugenzin: Text
    valkuil: Text
    liever: Text


class Ezelsbruggen(Shape):
    """gesprek/ezelsbruggen.yaml."""

    ezelsbruggen: list[_Ezelsbrug]


class Basistips(Shape):
    """gesprek/basistips.yaml."""

    basistips: list[Line]


class _Checklist(Sourced):
    id: ChecklistId
    titel: Text
    punten: list[Line]


class Checklists(Shape):
    """gesprek/checklists.yaml."""

    checklists: list[_Checklist]


class _Plan(Shape):
    als: Text
    dan: Text


class _Valkuil(Sourced):
    id: Id
    soort: Literal["overtuiging"] | None = None
    tekst: Text
    plannen: list[_Plan]
    momenten: Ids


class Valkuilen(Shape):
    """gesprek/valkuilen.yaml."""

    valkuilen: list[_Valkuil]


class Openingszinnen(Shape):
    """gesprek/openingszinnen.yaml."""

    openingszinnen: list[_Zin]


class Tijdens(Shape):
    """gesprek/tijdens.yaml."""

    begin: list[_Zin]
    pauze: list[_Zin]


class _Moment(Sourced):
    id: Id
    titel: Text
    gebeurt: Text
    zeg: Texts
    liever_niet: Texts
    daarna: Texts
    status: Statuses = None


class Momenten(Shape):
    """kaarten/moeilijke-momenten.yaml."""

    momenten: list[_Moment]


class _Stap(Shape):
    kop: Text
    tekst: Text


class _Nummer(Shape):
    nummer: Phone
    naam: Text
    wanneer: Text


class Nood(Sourced):
    """kaarten/nood.yaml."""

    titel: Text
    gecontroleerd: Day
    stappen: list[_Stap]
    nummers: list[_Nummer]
    liever_niet: Texts


class Hulp(Shape):
    """kaarten/hulp.yaml, which only an organisation's own folder has."""

    titel: Text
    gecontroleerd: Day
    nummers: Annotated[list[_Nummer], AfterValidator(_help_numbers)]


NABESPREKEN = "oefenen/nabespreken.yaml"
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
    "gesprek/werkaanpassingen.yaml": Werkaanpassingen,
    "gesprek/tijdens.yaml": Tijdens,
    "gesprek/openingsdelen.yaml": Openingsdelen,
    "gesprek/plekken.yaml": Plekken,
    "gesprek/werkfactoren.yaml": Werkfactoren,
    "gesprek/onderwerpen.yaml": Onderwerpen,
    "gesprek/klaar.yaml": Klaar,
    "gesprek/voornamen.yaml": Voornamen,
    "kaarten/moeilijke-momenten.yaml": Momenten,
    "kaarten/nood.yaml": Nood,
    NABESPREKEN: Nabespreken,
    HULP: Hulp,
}
"""The shape of each file that content may hold, by its name relative to the folder."""

STEMMEN, SCENARIOS = "stemmen/", "scenarios/"
"""Folders of which each file has the same shape; an author adds a file to add a voice or a scenario."""


def shape_of(name: str) -> type[BaseModel] | None:
    """Return the shape of a file of content, by its name relative to the folder; None for an unknown file."""
    folder, _, file = name.rpartition("/")
    if file.endswith(".yaml") and f"{folder}/" in (STEMMEN, SCENARIOS):
        return Stem if f"{folder}/" == STEMMEN else ScenarioBestand
    return SHAPES.get(name)


def shape_problems(document: Document, *, complete: bool = True) -> list[Problem]:
    """Return everything that is wrong with the shape of a file, each with its line.

    With `complete` False (an organisation's own folder, which adds to what there is) the fields at the top of
    a file may be left out, but for the id of a part. What only such a folder has, adds to no file of the
    coach: of its hulpkaart, its words and rules, a voice and a scenario nothing may be left out.
    """
    shape = shape_of(document.file) or own_shape(document.file)
    assert shape is not None  # `sources` reads no other
    try:
        shape.model_validate(document.value)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
    else:
        return []
    return sorted(
        document.problem(error["loc"], expected(error["type"], error["loc"], error.get("ctx", {}), shape))
        for error in found
        if complete
        or document.file not in SHAPES
        or document.file == HULP
        or error["type"] != "missing"
        or len(error["loc"]) > 1
        or error["loc"] == ("id",)
    )
