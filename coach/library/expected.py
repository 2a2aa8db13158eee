"""What was expected where a file of content has another shape, said to its author in Dutch."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from types import NoneType
from typing import Any, get_args, get_origin

from coach.library.yaml_source import Where

_MEANING = {
    "advies": "een lijst van adviezen",
    "aanloop": "per stand een lijst van korte woorden vooraf",
    "als": "wat er gebeurt, zodat je weet wanneer het plan begint",
    "anders": "wat je doet zolang dit niet zo is",
    "auteur": "wie de bron schreef",
    "begin": "een lijst van zinnen om het gesprek mee te beginnen",
    "beter": "een lijst van wat je beter kunt zeggen, met zeg en u",
    "betekenis": "waar de letters voor staan",
    "bij": "op wat voor zin dit een antwoord is, zoals doorvragen, of een lijst ervan",
    "bron": 'waar dit vandaan komt, zoals "han, handvat 2"',
    "categorie": "welke soort het is, zoals prive",
    "daarna": "een lijst van wat je daarna doet",
    "dan": "wat je dan doet of zegt",
    "doel": "waar dit onderdeel voor dient",
    "eerst": "feit of zorg: waar de zin mee begint",
    "ezelsbruggen": "een lijst van ids van ezelsbruggen",
    "feit": "een voorbeeld van dit signaal als feit, met ... om in te vullen",
    "feiten": "de teksten bij een feit, of per id een lijst van manieren om het te zeggen",
    "fout": "een lijst van zinnen die deze regel vindt",
    "gebaren": "per stand een lijst van wat je iemand ziet doen",
    "gebeurt": "wat er op dat moment gebeurt",
    "gevoelig": "per soort zin hoeveel zwaarder of lichter hij telt, of {}",
    "gecontroleerd": 'de dag waarop dit is nagekeken, zoals "2026-11-22"',
    "geheugenzin": "de zin waarmee je het onthoudt",
    "goed": "een lijst van zinnen die erop lijken en wel mogen",
    "herkennen": "een lijst van wat je alleen gebruikt om te herkennen",
    "id": "de naam waarmee ander werk hiernaar verwijst",
    "je": "hoe je dit zegt achter 'Ik zag dat', met je",
    "kaarten": "een lijst van kaarten met titel en vraag",
    "kaart": "wat de leidinggevende vooraf weet",
    "keuzes": "per onderdeel zinnen die een beginner kan kiezen",
    "klank": "hoe iemand met deze stem praat",
    "klassen": "een lijst van klassen met id en woorden",
    "kracht": "per soort zin waarom die werkte",
    "kop": "de korte opdracht van deze stap",
    "ladder": "de vijf treden van wat iemand vertelt",
    "letters": "de letters van de ezelsbrug",
    "liever": "wat je beter kunt zeggen",
    "liever_niet": "een lijst van wat je beter niet zegt of doet",
    "momenten": "een lijst van ids van moeilijke momenten",
    "naam": "van wie dit nummer is",
    "niveau": "1, 2 of 3",
    "nummer": "het telefoonnummer",
    "nummers": "een lijst van telefoonnummers",
    "patronen": "een lijst van patronen",
    "pauze": "een lijst van zinnen bij een pauze",
    "plek": "hoe je deze plek opschrijft",
    "onderwerpen": "per onderwerp een lijst van woorden",
    "plannen": "een lijst van plannen met als en dan",
    "punten": "een lijst van punten",
    "regels": "een lijst van regels, bij een stem: eigen antwoorden, of []",
    "sector": "waar het speelt",
    "signalen": "drie dingen die je zag, met wanneer en wat",
    "staart": "per stand een lijst van korte zinnen achteraf",
    "stappen": "een lijst van stappen met kop en tekst",
    "start": "vertrouwen, spanning en energie aan het begin",
    "stijl": "de id van de stem",
    "tekst": "de tekst zelf",
    "tips": "een lijst van tips",
    "titel": "de titel",
    "toon": "zacht, open, zakelijk of direct",
    "trede": "het nummer van de trede",
    "u": "hetzelfde, met u in plaats van je",
    "valkuil": "hoe het vaak misgaat, als gezegde zin",
    "vraag": "de vraag waar dit onderdeel antwoord op geeft",
    "vragen": "een lijst van vragen die je kunt stellen",
    "waarom": "waarom je dat beter niet zegt of doet",
    "wanneer": "wanneer je dit nummer belt",
    "vraag_u": "dezelfde vraag, met u",
    "wie": "naam, leeftijd en rol van de medewerker",
    "woorden": "wat er komt op de plek van {werk}, {mensen}, {plek} en {drukte}",
    "zeg": "een lijst van zinnen die je kunt zeggen",
    "zichtbaar": "een lijst van wat je op het werk kunt zien",
    "zorg": "een zin waaruit blijkt dat je om de ander geeft",
    "zorg_u": "dezelfde zin, met u",
    "zinnen": "een lijst van antwoorden",
}
_KEY_SHOWN = 40
_QUOTED = re.compile(r"'([^']*)'")


def expected(kind: str, where: Where, context: Mapping[str, Any], shape: Any) -> str:
    """Return the sentence for one error of the schema.

    `kind` and `context` are the type and the context that the validator gives, `where` its place in the file,
    `shape` the model of the whole file.
    """
    key = str(where[-1])[:_KEY_SHOWN] if where else ""
    place = f"Bij '{key}'" if where and isinstance(where[-1], str) else "Hier"
    match kind:
        case "content":
            return str(context["expected"])
        case "missing":
            return f"Het veld '{key}' ontbreekt: {_MEANING.get(key, 'een lijst')}."
        case "extra_forbidden":
            return _unknown(key, _fields(_model_at(shape, where[:-1])))
        case "literal_error" | "enum":
            return f"Kies uit: {', '.join(_QUOTED.findall(str(context['expected'])))}."
        case "string_type":
            return f"{place} hoort een tekst te staan, geen lijst of blok."
        case "list_type":
            return f"{place} hoort een lijst te staan: elk deel op een eigen regel, met een - ervoor."
        case _:
            fields = ", ".join(_fields(_model_at(shape, where)))
            return f"{place} hoort een blok te staan met de velden: {fields}."


def _unknown(key: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(key, known, n=1)
    advice = f"Bedoel je '{close[0]}'?" if close else f"Kies uit: {', '.join(known)}."
    return f"Het veld '{key}' hoort hier niet. {advice}"


def _fields(model: Any) -> tuple[str, ...]:
    return tuple(getattr(model, "model_fields", {}))


def _model_at(shape: Any, where: Where) -> Any:
    """The model of the block at `where`: an index goes into the kind of a list, a key into a field."""
    for step in where:
        if isinstance(step, int):
            shape = next(iter(get_args(shape)), None)
        elif get_origin(shape) is dict:
            shape = get_args(shape)[1]
        else:
            shape = getattr(shape, "model_fields", {})[step].annotation
        # What may be left out is "its kind or nothing".
        if NoneType in get_args(shape):
            shape = next(kind for kind in get_args(shape) if kind is not NoneType)
    return shape
