"""The shape of what is rehearsed with: voices (stemmen/) and scenarios (scenarios/)."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from coach.domain.rehearsal.moves import MOVES
from coach.library.schema_types import Id, Shape, Sourced, Text, fail, matching

PLACEHOLDERS = ("werk", "mensen", "plek", "drukte")
"""What may stand between braces in a line; a scenario says what it is there."""

_BRACES = re.compile(r"\{([^{}]*)\}")
_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"


def _line(value: str) -> str:
    names = _BRACES.findall(value)
    if _BRACES.sub("", value).strip("{}") != _BRACES.sub("", value) or set(names) - set(PLACEHOLDERS):
        known = ", ".join("{" + name + "}" for name in PLACEHOLDERS)
        raise fail(f"Tussen accolades past alleen: {known}.")
    if value.count("(") != value.count(")"):
        raise fail("Zet om wat je iemand ziet doen een haakje openen en een haakje sluiten.")
    return value


def _move(value: str) -> str:
    if value not in MOVES:
        raise fail(f"Kies uit: {', '.join(MOVES)}.")
    return value


def _moves(value: Any) -> Any:
    for move in value if isinstance(value, list) and value else [value]:
        if not isinstance(move, str):
            raise fail("Schrijf hier een soort zin, of een lijst ervan.")
        _move(move)
    return value


def _between(low: float, high: float) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(_NUMBER, value) or not low <= float(value) <= high:
            raise fail(f"Schrijf een getal van {low:g} tot en met {high:g}.")
        return value

    return AfterValidator(check)


Say = Annotated[Text, AfterValidator(_line)]
Lines = list[Say]
Word = Annotated[str, matching(re.compile(r"[^\s\[\]{}]+(?: [^\s\[\]{}]+)*"), "Schrijf een of meer woorden.")]
Name = Annotated[
    str,
    matching(re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*"), "Schrijf een naam met kleine letters en streepjes."),
]
"""The name of a fact or a topic."""
Move = Annotated[str, AfterValidator(_move)]
Level = Literal["1", "2", "3"]
RungId = Literal["1", "2", "3", "4", "5"]
Range = Annotated[
    str, matching(re.compile(r"[0-5](?:-[0-5])?"), 'Schrijf een trede van 0 tot en met 5, of zoals "1-5".')
]
Limit = Annotated[
    str, matching(re.compile(rf"(?:<|>=){_NUMBER}"), 'Schrijf een grens, zoals "<55" of ">=55".')
]
Change = Annotated[
    str, matching(re.compile(r"-?(?:10|\d)(?:\.\d)?"), "Schrijf een getal van -10 tot en met 10.")
]
Points = Annotated[str, _between(0, 100)]
Factor = Annotated[str, _between(0.3, 2)]
Gate = Annotated[str, _between(25, 65)]
Age = Annotated[str, matching(re.compile(r"\d{2}"), "Schrijf een leeftijd met twee cijfers.")]


class _Als(Shape):
    trede: Range | None = None
    weet: Name | None = None
    onderwerp: Name | None = None
    vorige: Move | None = None
    echo: Literal["ja", "nee"] | None = None
    spanning: Limit | None = None
    energie: Limit | None = None
    belofte: Literal["ja"] | None = None
    fout: Annotated[str, AfterValidator(lambda value: value if value == "ja" else _move(value))] | None = None


class _Zinnen(Shape):
    """A block of lines; `bij` is one move or a list of them."""

    bij: Annotated[Any, AfterValidator(_moves)]
    als: _Als | None = None
    zeg: Lines | None = None
    dicht: Lines | None = None
    twijfel: Lines | None = None
    open: Lines | None = None
    escalatie: Lines | None = None


class _Effect(Shape):
    vertrouwen: Change | None = None
    spanning: Change | None = None
    energie: Change | None = None


class _Regel(_Zinnen):
    effect: _Effect | None = None
    wijs: Text | None = None


class _Standen(Shape):
    dicht: Lines = Field(default_factory=list)
    twijfel: Lines = Field(default_factory=list)
    open: Lines = Field(default_factory=list)
    escalatie: Lines = Field(default_factory=list)


class Stem(Sourced):
    """stemmen/<style>.yaml."""

    id: Id
    titel: Text
    klank: Text
    zinnen: list[_Zinnen]
    aanloop: _Standen
    staart: _Standen
    gebaren: _Standen
    binnenstem: list[_Zinnen] = Field(default_factory=list)
    terug_op_fout: list[_Zinnen] = Field(default_factory=list)
    terug_op_belofte: list[_Zinnen] = Field(default_factory=list)


class _Wie(Shape):
    naam: Text
    leeftijd: Age | None = None
    rol: Text | None = None


class _Signaal(Shape):
    wanneer: Text
    wat: Text


class _Start(Shape):
    vertrouwen: Points
    spanning: Points
    energie: Points


class _Opent(Shape):
    openheid: Gate


class _Trede(Shape):
    trede: RungId
    opent: _Opent | None = None
    feiten: dict[Name, Lines]


class _TerugOpFeit(Shape):
    weet: Name
    zeg: Lines


class _Woorden(Shape):
    werk: Text
    mensen: Text
    plek: Text
    drukte: Text


class _Keuzes(Shape):
    benoemen: Lines
    invloed: Lines
    knelpunten: Lines
    nodig: Lines
    afronding: Lines


class _Onthulling(Shape):
    trede: RungId
    zeg: Lines
    daarna: list[_Regel]


class _Crisis(Shape):
    trede: RungId
    vraag: Text
    zeg: Lines


class ScenarioBestand(Sourced):
    """scenarios/<scenario>.yaml."""

    id: Id
    titel: Text
    niveau: Level
    sector: Text
    wie: _Wie
    stijl: Id
    kaart: Text
    valkuil: Text
    signalen: list[_Signaal]
    start: _Start
    gevoelig: dict[str, Factor]
    woorden: _Woorden
    onderwerpen: dict[Name, list[Word]]
    ladder: list[_Trede]
    terug_op_feit: list[_TerugOpFeit]
    regels: list[_Regel]
    herstel: Lines
    keuzes: _Keuzes
    onthulling: _Onthulling | None = None
    crisis: _Crisis | None = None


class _Kracht(Sourced):
    bij: Annotated[str, AfterValidator(lambda value: value if value == "begin" else _move(value))]
    tekst: Text


class _RegelBij(Sourced):
    bij: list[Move]
    tekst: Text
    liever: Text | None = None


class _Tip(Sourced):
    id: Annotated[str, matching(re.compile(r"[a-z]+(?:[-_][a-z]+)*"), "Schrijf een id met kleine letters.")]
    regel: Text
    liever: Text
    waarom: Text


class Nabespreken(Shape):
    """oefenen/nabespreken.yaml."""

    kracht: list[_Kracht]
    regels: list[_RegelBij]
    tips: list[_Tip]
