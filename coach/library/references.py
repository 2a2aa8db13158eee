"""What must fit between files of content: ids that are used exist, and no id stands twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from coach.library.citation import OWN, split_source
from coach.library.problems import Problem
from coach.library.schema import PART_FILES
from coach.library.yaml_source import Document, Where

BRONNEN = "bronnen.yaml"
EZELSBRUGGEN = "gesprek/ezelsbruggen.yaml"
BASISTIPS = "gesprek/basistips.yaml"
SIGNALEN = "gesprek/signalen.yaml"
LISTS = "gesprek/checklists.yaml"
VALKUILEN = "gesprek/valkuilen.yaml"
OPENINGEN = "gesprek/openingszinnen.yaml"
AANPASSINGEN = "gesprek/werkaanpassingen.yaml"
TIJDENS = "gesprek/tijdens.yaml"
OPENINGSDELEN = "gesprek/openingsdelen.yaml"
PLEKKEN = "gesprek/plekken.yaml"
WERKFACTOREN = "gesprek/werkfactoren.yaml"
ONDERWERPEN = "gesprek/onderwerpen.yaml"
KLAAR = "gesprek/klaar.yaml"
MOMENTEN = "kaarten/moeilijke-momenten.yaml"
NOOD = "kaarten/nood.yaml"
TIJDENS_KEYS = ("begin", "pauze")
"""What there is to say around the questions: before the first one, and at a pause."""

Documents = Mapping[str, Document]
_Use = tuple[Document, Where, str]


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of the coach's own content, which an organisation's folder may use and not take again.

    `sentences` are the ids of questions, opening lines and what is said around them.
    """

    sources: frozenset[str] = frozenset()
    mnemonics: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    pitfalls: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    adjustments: frozenset[str] = frozenset()
    signals: frozenset[str] = frozenset()
    factors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()


NOTHING = Known()


def reference_problems(documents: Documents, known: Known = NOTHING) -> list[Problem]:
    """Return every reference to something that is not there, and every id that stands twice.

    `known` is what an organisation's folder may lean on. What has another shape is passed over here.
    """
    sources = _ids(documents, BRONNEN, "bronnen")
    mnemonics = _ids(documents, EZELSBRUGGEN, "ezelsbruggen")
    moments = _ids(documents, MOMENTEN, "momenten")
    sentences = [use for name in PART_FILES for use in _ids(documents, name, "vragen")]
    sentences += _ids(documents, OPENINGEN, "openingszinnen")
    sentences += [use for key in TIJDENS_KEYS for use in _ids(documents, TIJDENS, key)]
    return [
        *_twice(sources, known.sources | {OWN}),
        *_twice(mnemonics, known.mnemonics),
        *_twice(moments, known.moments),
        *_twice(sentences, known.sentences),
        *_twice(_ids(documents, VALKUILEN, "valkuilen"), known.pitfalls),
        *_twice(_ids(documents, AANPASSINGEN, "themas"), known.themes),
        *_twice(_inner_ids(documents, AANPASSINGEN, "themas", "aanpassingen"), known.adjustments),
        *_twice(_ids(documents, SIGNALEN, "lijsten"), frozenset()),
        *_twice(_inner_ids(documents, SIGNALEN, "lijsten", "zichtbaar"), known.signals),
        *_twice(_ids(documents, WERKFACTOREN, "groepen"), frozenset()),
        *_twice(_inner_ids(documents, WERKFACTOREN, "groepen", "kaarten"), known.factors),
        *_twice(_ids(documents, PLEKKEN, "plekken"), known.places),
        *_twice(_ids(documents, OPENINGSDELEN, "voorstellen"), frozenset()),
        *_twice(_ids(documents, ONDERWERPEN, "onderwerpen"), frozenset()),
        *_twice(_ids(documents, KLAAR, "punten"), frozenset()),
        *_twice(_ids(documents, LISTS, "checklists"), frozenset()),
        *_unknown(_sources(documents), sources, known.sources | {OWN}, BRONNEN),
        *_unknown(_mnemonics(documents), mnemonics, known.mnemonics, EZELSBRUGGEN),
        *_unknown(_moments(documents), moments, known.moments, MOMENTEN),
    ]


def _ids(documents: Documents, name: str, key: str) -> list[_Use]:
    document = documents.get(name)
    if document is None:
        return []
    blocks = ((where, block.get("id")) for where, block in document.blocks(key))
    return [(document, (*where, "id"), name) for where, name in blocks if isinstance(name, str)]


def _inner_ids(documents: Documents, name: str, key: str, inner: str) -> list[_Use]:
    """The ids of the items of a list that stands in each block of another list."""
    document = documents.get(name)
    if document is None:
        return []
    blocks = [found for where, _ in document.blocks(key) for found in document.blocks(*where, inner)]
    ids = ((where, block.get("id")) for where, block in blocks)
    return [(document, (*where, "id"), name) for where, name in ids if isinstance(name, str)]


def _twice(ids: Iterable[_Use], taken: frozenset[str]) -> Iterator[Problem]:
    seen = dict.fromkeys(taken, "de inhoud van coach zelf")
    for document, where, name in ids:
        if name in seen:
            yield document.problem(where, f"Deze id bestaat al, in {seen[name]}. Kies een andere.")
        else:
            seen[name] = f"{document.file} op regel {document.line(where)}"


def _unknown(
    used: Iterable[_Use], ids: Iterable[_Use], known: frozenset[str], home: str
) -> Iterator[Problem]:
    there = known | {name for _, _, name in ids}
    for document, where, name in used:
        if name not in there:
            yield document.problem(
                where, f"Deze id staat niet in {home}. Kies een andere, of zet hem daar bij."
            )


def _sources(documents: Documents) -> Iterator[_Use]:
    for document in documents.values():
        for where, value in document.walk():
            if where and where[-1] == "bron" and isinstance(value, str):
                try:
                    yield document, where, split_source(value)[0]
                except ValueError:
                    continue


def _mnemonics(documents: Documents) -> Iterator[_Use]:
    for name in PART_FILES:
        if document := documents.get(name):
            yield from _names(document, "ezelsbruggen")


def _moments(documents: Documents) -> Iterator[_Use]:
    if document := documents.get(VALKUILEN):
        for where, _ in document.blocks("valkuilen"):
            yield from _names(document, *where, "momenten")


def _names(document: Document, *where: str | int) -> Iterator[_Use]:
    return ((document, place, name) for place, name in document.items(*where) if isinstance(name, str))
