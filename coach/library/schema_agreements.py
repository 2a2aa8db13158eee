"""The shape of the catalogue of work adjustments."""

from __future__ import annotations

from typing import Literal

from coach.library.schema_types import Id, Line, Shape, Sourced, Text

SubjectId = Literal[
    "taken",
    "rooster",
    "prioriteiten",
    "werkplek",
    "samenwerking",
    "bereikbaarheid",
    "scholing",
    "contact",
    "evaluatie",
]


class _Aanpassing(Line):
    id: Id
    onderwerp: SubjectId
    wie: Literal["medewerker", "leidinggevende", "samen"]


class _Thema(Sourced):
    id: Id
    titel: Text
    vraag: Text
    aanpassingen: list[_Aanpassing]


class Werkaanpassingen(Shape):
    """gesprek/werkaanpassingen.yaml."""

    themas: list[_Thema]
