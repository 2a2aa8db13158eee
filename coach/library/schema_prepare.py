"""The shape of the content that is only used before the talk."""

from __future__ import annotations

from typing import Literal

from coach.library.schema_types import FirstName, Id, Line, ListId, Shape, Sourced, SubjectId, Text, Texts

AdviceId = Literal["geen", "terloops", "deze-week", "ernstig"]
FactTextId = Literal["patroon", "oordeel", "invullen"]
GroupId = Literal["energiebronnen", "stressoren", "factoren"]
ReadyId = Literal["rust", "tijd", "feiten", "luisteren", "oplossen", "moeilijk", "los", "hulp"]


class _Advies(Sourced):
    id: AdviceId
    tekst: Text


class _Feit(Sourced):
    id: FactTextId
    tekst: Text


class _Signaal(Sourced):
    id: Id
    tekst: Text
    feit: Text
    je: Text
    u: Text
    ernstig: Literal["ja"] | None = None


class _Lijst(Shape):
    id: ListId
    titel: Text
    zichtbaar: list[_Signaal]
    herkennen: list[Line]


class Signalen(Shape):
    """gesprek/signalen.yaml."""

    advies: list[_Advies]
    feiten: list[_Feit]
    lijsten: list[_Lijst]


class _Voorstel(Sourced):
    id: Id
    eerst: Literal["feit", "zorg"]
    zorg: Text
    zorg_u: Text
    vraag: Text
    vraag_u: Text


class Openingsdelen(Shape):
    """gesprek/openingsdelen.yaml."""

    voorstellen: list[_Voorstel]


class _Plek(Sourced):
    id: Id
    titel: Text
    plek: Text
    advies: Texts


class Plekken(Shape):
    """gesprek/plekken.yaml."""

    plekken: list[_Plek]
    momenten: list[Line]


class _Kaart(Sourced):
    id: Id
    titel: Text
    vraag: Text


class _Groep(Shape):
    id: GroupId
    titel: Text
    kaarten: list[_Kaart]


class Werkfactoren(Shape):
    """gesprek/werkfactoren.yaml."""

    groepen: list[_Groep]


class _Onderwerp(Sourced):
    id: SubjectId
    titel: Text
    tekst: Text


class Onderwerpen(Shape):
    """gesprek/onderwerpen.yaml."""

    onderwerpen: list[_Onderwerp]


class _Punt(Sourced):
    id: ReadyId
    tekst: Text
    anders: Text


class Voornamen(Sourced):
    """gesprek/voornamen.yaml."""

    namen: list[FirstName]
    ook_woord: list[FirstName]


class Klaar(Shape):
    """gesprek/klaar.yaml."""

    punten: list[_Punt]
    niet_klaar: list[Line]
