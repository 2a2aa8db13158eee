"""The shape of what an organisation adds to the guard: words in guard/lexicon/, rules in guard/regels/.

What the words may be, and what a rule promises, is for `own_rules.py`; here is only what stands where.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel

from coach.library.schema_types import Id, Shape, Sourced, Text, Texts, fail, matching

FEWEST = 6
"""Sentences that a rule must find at least, and near misses that it must not (as for the coach's own)."""
MOST_RULES = 200
"""Rules in one file; more would make every sentence wait."""

CategoryId = Literal[
    "diagnose", "klachten", "oorzaak", "behandeling", "voorgeschiedenis", "bijzonder", "druk", "prive",
    "beperkingen", "oordeel", "mening", "advies", "invullen", "bagatelliseren", "suggestief", "redden",
    "dreigen", "geheim_beloven",
]  # fmt: skip


def _some(values: list[Any]) -> list[Any]:
    if not values:
        raise fail("Zet hier minstens een regel bij.")
    return values


def _rules(values: list[Any]) -> list[Any]:
    if len(values) > MOST_RULES:
        raise fail(f"Een bestand heeft hooguit {MOST_RULES} regels.")
    return _some(values)


def _examples(values: list[str]) -> list[str]:
    if len(set(values)) < FEWEST:
        raise fail(f"Hier horen minstens {FEWEST} verschillende zinnen te staan.")
    return values


_IN_CAPITALS = "Schrijf de naam van een klasse in hoofdletters, zoals KLACHT."

ClassName = Annotated[str, matching(re.compile(r"[A-Z][A-Z_]+"), _IN_CAPITALS)]
_Examples = Annotated[list[Text], AfterValidator(_examples)]


class _Klasse(Shape):
    id: ClassName
    uitleg: Text | None = None
    woorden: Texts | None = None
    uitdrukkingen: Texts | None = None


class Lexicon(Shape):
    """guard/lexicon/<naam>.yaml."""

    klassen: Annotated[list[_Klasse], AfterValidator(_some)]


class _Beter(Shape):
    zeg: Text
    u: Text


class _Regel(Sourced):
    id: Id
    categorie: CategoryId
    titel: Text
    waarom: Text
    beter: Annotated[list[_Beter], AfterValidator(_some)]
    zin: Literal["elk", "vraag", "mededeling"] | None = None
    status: Literal["werkt", "ziek"] | None = None
    patronen: Annotated[Texts, AfterValidator(_some)]
    fout: _Examples
    goed: _Examples


class Regels(Shape):
    """guard/regels/<naam>.yaml."""

    regels: Annotated[list[_Regel], AfterValidator(_rules)]


LEXICON_FOLDER, RULES_FOLDER = "guard/lexicon/", "guard/regels/"
OWN_SHAPES: dict[str, type[BaseModel]] = {LEXICON_FOLDER: Lexicon, RULES_FOLDER: Regels}
"""The shape of each file of YAML in these folders of an organisation."""


def own_shape(name: str) -> type[BaseModel] | None:
    """Return the shape of a file in one of those folders, by its name relative to the organisation's."""
    folder, _, file = name.rpartition("/")
    return OWN_SHAPES.get(f"{folder}/") if file.endswith(".yaml") else None
