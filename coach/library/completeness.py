"""What the coach's own content must hold; an organisation's folder only adds to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from coach.domain.agreements import Subject
from coach.domain.guard.labels import Status
from coach.library.organisation import HULP
from coach.library.problems import Problem
from coach.library.references import (
    AANPASSINGEN,
    BASISTIPS,
    EZELSBRUGGEN,
    KLAAR,
    LISTS,
    MOMENTEN,
    NOOD,
    ONDERWERPEN,
    OPENINGEN,
    OPENINGSDELEN,
    PLEKKEN,
    SIGNALEN,
    TIJDENS,
    TIJDENS_KEYS,
    VALKUILEN,
    WERKFACTOREN,
    Documents,
)
from coach.library.schema import PART_FILES, SHAPES
from coach.library.schema_prepare import AdviceId, FactTextId, GroupId, ReadyId
from coach.library.yaml_source import Document, Where

MIN_QUESTIONS = 8
MIN_TIPS = 4
MIN_PITFALLS = 12
MIN_PLANS = 3
MIN_OPENINGS = 6
MIN_PROPOSALS = 3
MIN_PLACES = 3
MIN_CARDS = 8

MNEMONICS = ("lsd", "oma", "anna", "dik", "nivea")
"""The five memory aids of the handreiking."""
SIGNAL_LISTS = ("psychisch", "lichamelijk", "functioneren")
CHECKLISTS = ("C0", "C1", "C2", "C3", "C4")
NUMBERS = ("112", "113", "0800-0113")
"""Without these three the emergency card is no emergency card."""


def completeness_problems(documents: Documents) -> list[Problem]:
    """Return what is missing: files, parts, and enough of what there must be several of.

    A list that has another shape than a list is passed over: `schema` has named it.
    """
    missing = [name for name in SHAPES if name not in documents and name != HULP]
    problems = [Problem(name, 1, "Dit bestand ontbreekt. Maak het.") for name in missing]
    if HULP in documents:
        problems.append(Problem(HULP, 1, "Deze kaart hoort in de map van je eigen organisatie."))
    for name, part in PART_FILES.items():
        if document := documents.get(name):
            problems += _part(document, part)
    if document := documents.get(EZELSBRUGGEN):
        problems += _exactly(document, "ezelsbruggen", MNEMONICS)
    if document := documents.get(BASISTIPS):
        problems += _at_least(document, ("basistips",), 1)
    if document := documents.get(SIGNALEN):
        problems += _exactly(document, "lijsten", SIGNAL_LISTS)
        problems += _exactly(document, "advies", get_args(AdviceId))
        problems += _exactly(document, "feiten", get_args(FactTextId))
        for where, _ in document.blocks("lijsten"):
            problems += _at_least(document, (*where, "zichtbaar"), 1)
            problems += _at_least(document, (*where, "herkennen"), 1)
    if document := documents.get(OPENINGSDELEN):
        problems += _at_least(document, ("voorstellen",), MIN_PROPOSALS)
    if document := documents.get(PLEKKEN):
        problems += _at_least(document, ("plekken",), MIN_PLACES)
        problems += _at_least(document, ("momenten",), 1)
    if document := documents.get(WERKFACTOREN):
        problems += _exactly(document, "groepen", get_args(GroupId))
        for where, _ in document.blocks("groepen"):
            problems += _at_least(document, (*where, "kaarten"), MIN_CARDS)
    if document := documents.get(ONDERWERPEN):
        problems += _exactly(document, "onderwerpen", tuple(Subject))
    if document := documents.get(KLAAR):
        problems += _exactly(document, "punten", get_args(ReadyId))
        problems += _at_least(document, ("niet_klaar",), 1)
    if document := documents.get(LISTS):
        problems += _exactly(document, "checklists", CHECKLISTS)
        for where, _ in document.blocks("checklists"):
            problems += _at_least(document, (*where, "punten"), 1)
    if document := documents.get(OPENINGEN):
        problems += _at_least(document, ("openingszinnen",), MIN_OPENINGS)
        problems += _each_status(document, "openingszinnen")
    if document := documents.get(TIJDENS):
        for key in TIJDENS_KEYS:
            problems += _at_least(document, (key,), 1)
            problems += _each_status(document, key)
    if document := documents.get(VALKUILEN):
        problems += _at_least(document, ("valkuilen",), MIN_PITFALLS)
        for where, _ in document.blocks("valkuilen"):
            problems += _at_least(document, (*where, "plannen"), MIN_PLANS)
    if document := documents.get(AANPASSINGEN):
        problems += _adjustments(document)
    if document := documents.get(MOMENTEN):
        problems += _moments(document)
    if document := documents.get(NOOD):
        problems += _at_least(document, ("stappen",), 1)
        problems += _holds(document, "nummers", "nummer", NUMBERS)
    return problems


def _part(document: Document, part: str) -> Iterator[Problem]:
    if document.at(("id",)) != part:
        yield document.problem(("id",), f"In dit bestand hoort id: {part}.")
    yield from _at_least(document, ("tips",), MIN_TIPS)
    yield from _at_least(document, ("vragen",), MIN_QUESTIONS)
    yield from _at_least(document, ("liever_niet",), 1)
    yield from _each_status(document, "vragen")


def _adjustments(document: Document) -> Iterator[Problem]:
    """Something in every theme, and for every subject but the evaluation, which always has its own date."""
    found = set()
    for where, _ in document.blocks("themas"):
        yield from _at_least(document, (*where, "aanpassingen"), 1)
        found |= {block.get("onderwerp") for _, block in document.blocks(*where, "aanpassingen")}
    for subject in Subject if isinstance(document.at(("themas",)), list) else ():
        if subject is not Subject.EVALUATIE and subject not in found:
            yield document.problem(("themas",), f"Bij 'themas' ontbreekt iets met onderwerp {subject}.")


def _moments(document: Document) -> Iterator[Problem]:
    yield from _at_least(document, ("momenten",), 1)
    for where, _ in document.blocks("momenten"):
        for key in ("zeg", "liever_niet", "daarna"):
            yield from _at_least(document, (*where, key), 1)


def _at_least(document: Document, where: Where, count: int) -> Iterator[Problem]:
    found = document.at(where)
    if isinstance(found, list) and len(found) < count:
        there = f"Bij '{where[-1]}' horen er minstens {count}; hier staan er {len(found)}."
        yield document.problem(where, there)


def _each_status(document: Document, key: str) -> Iterator[Problem]:
    given = [block.get("status") for _, block in document.blocks(key)]
    for status in Status if given else ():
        if not any(statuses is None or status in statuses for statuses in given):
            yield document.problem((key,), f"Bij '{key}' hoort er minstens een voor status {status}.")


def _holds(document: Document, key: str, field: str, names: tuple[str, ...]) -> Iterator[Problem]:
    there = [block.get(field) for _, block in document.blocks(key)]
    for name in names if isinstance(document.at((key,)), list) else ():
        if name not in there:
            yield document.problem((key,), f"Bij '{key}' ontbreekt {name}.")


def _exactly(document: Document, key: str, names: tuple[str, ...]) -> Iterator[Problem]:
    yield from _holds(document, key, "id", names)
    for where, block in document.blocks(key):
        if isinstance(block.get("id"), str) and block["id"] not in names:
            yield document.problem((*where, "id"), f"Kies uit: {', '.join(names)}.")
