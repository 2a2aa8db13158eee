"""The texts of an organisation, put with those of the coach: questions, pitfalls, cards, places and the rest.

An organisation adds; what is the coach's stays as it is. What there can be only one of, it cannot add.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from coach.domain.errors import ContentError
from coach.domain.guard import Guard
from coach.library.compile import LISTS, content_problems, for_people
from coach.library.judged import said_problems
from coach.library.language import language_problems
from coach.library.load import CARDS, CONVERSATION, REHEARSAL, SOURCES, Library
from coach.library.own_rules import WRONG
from coach.library.problems import ContentProblems, Problem
from coach.library.read import source_name
from coach.library.references import BRONNEN, KLAAR, MOMENTEN, NOOD, ONDERWERPEN, SIGNALEN, Known
from coach.library.rehearsal_problems import alarm_problems
from coach.library.schema import PART_FILES, SCENARIOS, STEMMEN
from coach.library.sources import read_sources
from coach.library.yaml_source import Document

Documents = Mapping[str, Document]

_ADDED_TO_PART = ("ezelsbruggen", "tips", "vragen", "liever_niet")
_CLOSED = ((ONDERWERPEN, "onderwerpen"), (KLAAR, "punten"), (SIGNALEN, "advies"), (SIGNALEN, "feiten"))
"""Lists of which coach knows each item by its id: none can be added."""
_FIXED = "Dit ligt vast in coach. Haal het hier weg."


def compiled_texts(own: str, guard: Guard, folder: str | os.PathLike[str]) -> dict[str, Any]:
    """Return what the compiled files hold, by name, with the texts in the folder `own` of an organisation.

    `guard` is the one that all that is said must pass; `folder` holds the coach's compiled files. Raises
    ContentError, with file, line and what was expected.
    """
    library = Library(Path(folder))
    sources = read_sources(
        Path(own), complete=False, only=("gesprek/", "kaarten/", SCENARIOS, STEMMEN, BRONNEN)
    )
    documents = sources.documents
    problems = [
        *content_problems(sources, known_to(library)),
        *language_problems(documents),
        *fixed_problems(documents),
        *taken_problems(documents, library),
        *said_problems(documents, guard),
        *alarm_problems(documents, guard),
    ]
    if problems:
        raise ContentError(WRONG.format(ContentProblems(problems)))
    return merged(documents, library)


def known_to(library: Library) -> Known:
    """Return the ids of the coach's own content, which an organisation may use and not take again."""
    return Known(
        sources=frozenset(library.source_names),
        mnemonics=frozenset(aid.id for aid in library.mnemonics),
        moments=frozenset(moment.id for moment in library.moments),
        pitfalls=frozenset(pitfall.id for pitfall in library.pitfalls),
        voices=frozenset(library.voices),
        sentences=frozenset(
            [line.id for line in library.openings]
            + [question.id for guide in library.parts.values() for question in guide.questions]
        ),
        themes=frozenset(theme.id for theme in library.themes),
        adjustments=frozenset(adjustment.id for theme in library.themes for adjustment in theme.adjustments),
        signals=frozenset(library.visible_signals),
        factors=frozenset(library.factors),
        places=frozenset(place.id for place in library.places),
    )


def fixed_problems(documents: Documents) -> Iterator[Problem]:
    """Give what an organisation has and cannot have: the emergency card, and what coach has one of."""
    if card := documents.get(NOOD):
        yield card.problem((), "De noodkaart ligt vast in coach. Zet eigen nummers in kaarten/hulp.yaml.")
    for name, key in _CLOSED:
        if document := documents.get(name):
            yield from (document.problem(where, _FIXED) for where, _ in document.blocks(key))
    for name in PART_FILES:
        document = documents.get(name)
        if document and isinstance(document.value, dict):
            for key in document.value.keys() - {"id", *_ADDED_TO_PART}:
                yield document.problem((key,), _FIXED)


def taken_problems(documents: Documents, library: Library) -> Iterator[Problem]:
    """Give each scenario and voice of an organisation whose id the coach has already."""
    for folder, taken in ((SCENARIOS, library.scenarios.keys()), (STEMMEN, library.voices.keys())):
        for name, document in documents.items():
            if name.startswith(folder) and document.at(("id",)) in taken:
                yield document.problem(("id",), "Deze id heeft coach al. Kies een andere.")


def merged(documents: Documents, library: Library) -> dict[str, Any]:
    """Return the values of the compiled files with what `documents` add; their shape is right."""
    conversation, cards, sources = (library.values(name) for name in (CONVERSATION, CARDS, SOURCES))
    own = [item for _, item in documents[BRONNEN].blocks("bronnen")] if BRONNEN in documents else []
    names = library.source_names | dict(map(source_name, own))

    def added(document: Document, key: str) -> list[Any]:
        found: list[Any] = for_people(document.at((key,)) or [], names)
        return found

    parts = {part["id"]: part for part in conversation["onderdelen"]}
    for name, part in PART_FILES.items():
        if document := documents.get(name):
            for key in _ADDED_TO_PART:
                parts[part][key] += added(document, key)
    for key, (name, inner) in LISTS.items():
        if document := documents.get(name):
            _extend(conversation[key], added(document, inner))
    if document := documents.get(MOMENTEN):
        cards["momenten"] += added(document, "momenten")
    rehearsal = library.values(REHEARSAL)
    for key, folder in (("scenarios", SCENARIOS), ("stemmen", STEMMEN)):
        rehearsal[key] += [
            for_people(document.value, names)
            for name, document in documents.items()
            if name.startswith(folder)
        ]
    sources["bronnen"] += for_people(own, names)
    return {CONVERSATION: conversation, CARDS: cards, SOURCES: sources, REHEARSAL: rehearsal}


def _extend(items: list[Any], own: list[Any]) -> None:
    """Put own items behind the others; of one under an id that is there, its lists behind the lists there."""
    there = {item["id"]: item for item in items if isinstance(item, dict) and "id" in item}
    for item in own:
        known = there.get(item.get("id")) if isinstance(item, dict) else None
        if known is None:
            items.append(item)
            continue
        for key, value in item.items():
            if isinstance(value, list):
                known[key] = [*known.get(key, []), *value]
