"""The part of good Dutch that a machine can check: short sentences, no English, je or u and never both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from coach.library.problems import Problem
from coach.library.references import OPENINGEN, OPENINGSDELEN, SIGNALEN, TIJDENS, TIJDENS_KEYS
from coach.library.schema import PART_FILES, SCENARIOS, STEMMEN
from coach.library.schema_organisation import RULES_FOLDER
from coach.library.yaml_source import Document, Where

MAX_AVERAGE = 15
"""Words in a sentence, on average over a text; B1 asks for about ten."""

MAX_TALKED = 28
"""The same for what an employee says: people talk in longer sentences than one should write."""

_NO_PROSE = frozenset(
    ["auteur", "bij", "bron", "categorie", "eerst", "ernstig", "ezelsbruggen", "fout", "gecontroleerd"]
    + ["goed", "id", "jaar", "letters", "momenten", "namen", "nummer", "onderwerp", "onderwerpen"]
    + ["ook_woord", "patronen", "soort", "status", "stijl", "toon", "uitdrukkingen", "voorbeeld", "vorige"]
    + ["weet", "wie", "woorden", "zin"]
)
_BRONNEN = "bronnen.yaml"

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…:;]+(?=\s|[\"'”’)]|$)")
# Words of English that are no words of Dutch, and what an author leaves to fill in later.
_ENGLISH = frozenset([
    "the", "and", "you", "your", "yours", "with", "this", "that", "these", "those", "should",
    "would", "could", "please", "what", "which", "where", "when", "who", "why", "how", "are",
    "were", "have", "has", "not", "they", "their", "them", "she", "his", "our", "from", "about",
    "into", "because", "than", "then", "there", "mindset", "awareness", "skills", "tools",
    "employee", "coping", "todo", "tbd", "fixme", "lorem", "ipsum", "xxx",
])  # fmt: skip
_JE = frozenset(["je", "jij", "jou", "jouw", "jouwe", "jezelf"])
_U = frozenset(["u", "uw", "uwe", "uzelf"])
_DEAD_NUMBER = re.compile(r"0900\W{0,3}0113")


def language_problems(documents: Mapping[str, Document]) -> list[Problem]:
    """Return what is wrong with the Dutch that a user reads; the list of sources is left alone."""
    problems: list[Problem] = []
    for name, document in documents.items():
        if name != _BRONNEN:
            problems += _prose(document)
    problems += _address(documents)
    problems += _doubles(documents)
    return problems


def dead_number_problems(name: str, data: bytes) -> list[Problem]:
    """Return each line of a file, comments too, with the 0900 number that 113 gave up."""
    lines = data.decode("utf-8", "replace").split("\n")
    return [
        Problem(name, number, "Dit nummer is vervallen. Gebruik 113 of 0800-0113.")
        for number, line in enumerate(lines, start=1)
        if _DEAD_NUMBER.search(line)
    ]


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def average_words(text: str) -> float:
    """Return how many words a sentence of `text` has on average; 0 for a text without words."""
    counts = [
        count
        for sentence in _SENTENCE_END.split(text)
        if (count := sum(1 for word in sentence.split() if _WORD.search(word)))
    ]
    return sum(counts) / len(counts) if counts else 0


def _prose(document: Document) -> Iterator[Problem]:
    most = MAX_TALKED if document.file.startswith((STEMMEN, SCENARIOS)) else MAX_AVERAGE
    for where, value in document.walk():
        field = next((step for step in reversed(where) if isinstance(step, str)), "")
        if not isinstance(value, str) or field in _NO_PROSE:
            continue
        if average_words(value) > most:
            too_long = f"Maak de zinnen korter: gemiddeld hooguit {most} woorden."
            yield document.problem(where, too_long)
        for word in sorted(_ENGLISH.intersection(words(value))):
            yield document.problem(where, f"Schrijf Nederlands: het woord '{word}' hoort hier niet.")


def spoken(documents: Mapping[str, Document]) -> Iterator[tuple[Document, Where]]:
    """Give every sentence to say: questions, opening lines, and what is said around them.

    Each is a block with a `tekst` (je) and a `u`.
    """
    for name in PART_FILES:
        if document := documents.get(name):
            yield from ((document, where) for where, _ in document.blocks("vragen"))
    if document := documents.get(OPENINGEN):
        yield from ((document, where) for where, _ in document.blocks("openingszinnen"))
    if document := documents.get(TIJDENS):
        yield from ((document, where) for key in TIJDENS_KEYS for where, _ in document.blocks(key))


def _pairs(documents: Mapping[str, Document]) -> Iterator[tuple[Document, Where, Where]]:
    """Give where each sentence stands that is there in both forms of address: with je, and with u."""
    for document, where in spoken(documents):
        yield document, (*where, "tekst"), (*where, "u")
    if signals := documents.get(SIGNALEN):
        for where, _ in signals.blocks("lijsten"):
            for place, _ in signals.blocks(*where, "zichtbaar"):
                yield signals, (*place, "je"), (*place, "u")
    for name, document in documents.items():
        if name.startswith(RULES_FOLDER):
            for where, _ in document.blocks("regels"):
                for place, _ in document.blocks(*where, "beter"):
                    yield document, (*place, "zeg"), (*place, "u")
    if patterns := documents.get(OPENINGSDELEN):
        for where, _ in patterns.blocks("voorstellen"):
            for key in ("zorg", "vraag"):
                yield patterns, (*where, key), (*where, f"{key}_u")


def _address(documents: Mapping[str, Document]) -> Iterator[Problem]:
    for document, with_je, with_u in _pairs(documents):
        je, u = (set(words(str(document.at(where)))) for where in (with_je, with_u))
        if je & _U:
            yield document.problem(with_je, "Zeg hier je en jouw, geen u of uw.")
        if u & _JE:
            yield document.problem(with_u, "Zeg hier u en uw, geen je of jouw.")
        elif je & _JE and not u & _U:
            yield document.problem(with_u, "Zeg hier u of uw, net als de andere zin je zegt.")


def _doubles(documents: Mapping[str, Document]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], str] = {}
    for document, where in spoken(documents):
        text = tuple(words(str(document.at((*where, "tekst")))))
        place = (*where, "tekst")
        if text in seen:
            yield document.problem(place, f"Deze zin staat ook in {seen[text]}. Maak er een andere van.")
        else:
            seen[text] = f"{document.file} op regel {document.line(place)}"
