"""The shape of the catalogue of work adjustments."""

from __future__ import annotations

from coach.library.schema_types import Id, Line, Shape, Sourced, SubjectId, Text, WhoId


class _Aanpassing(Line):
    id: Id
    onderwerp: SubjectId
    wie: WhoId


class _Thema(Sourced):
    id: Id
    titel: Text
    vraag: Text
    aanpassingen: list[_Aanpassing]


class Werkaanpassingen(Shape):
    """gesprek/werkaanpassingen.yaml."""

    themas: list[_Thema]
