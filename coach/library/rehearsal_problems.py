"""What must be right about voices and scenarios beyond their shape: what is promised to hold in every talk.

Nobody names a cause of illness or answers a forbidden question, nobody denies what was told, no cell is
empty, every line stands once, and what refers to a fact, a topic or a voice refers to one that is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from coach.domain.guard import Guard
from coach.domain.guard.labels import Act, Category, Role
from coach.domain.rehearsal.debrief import TIPS
from coach.domain.rehearsal.moves import MOVES, Band
from coach.library.language import words
from coach.library.problems import Problem
from coach.library.schema import NABESPREKEN, SCENARIOS, STEMMEN
from coach.library.yaml_source import Document, Where

SHARED = "algemeen"
STYLES = (
    "wegwuiven",
    "pleasen",
    "huilen",
    "boos",
    "overpraten",
    "zwijgen",
    "wantrouwen",
    "zelfonthulling",
)
"""The eight styles that the coach's own content has."""
MIN_SCENARIOS = 8
RUNGS, FACTS, WORDINGS, SIGNALS, PICKS = 5, 3, 3, 3, 3

DENIALS = re.compile(
    r"\b(niks aan de hand|niets aan de hand|er is niks|er is niets|gaat prima|alles goed|gaat goed|"
    r"niks bijzonders|niets bijzonders|valt (?:best |reuze )?(?:wel )?mee|niks mis|niets mis)\b",
    re.IGNORECASE,
)
"""Words of someone who says that there is nothing; after the first rung they would be a denial."""

_ILL = frozenset(
    (
        "burn-out burnout depressie depressief overspannen paniek paniekaanval angststoornis medicijn "
        "medicijnen pillen therapie therapeut psycholoog psychiater huisarts ziekte diagnose migraine "
        "hoofdpijn slaap slapen slaapt slapeloos ziek scheiding gescheiden drank drinken alcohol "
        "zwanger miskraam overgang kanker trauma uitgeput hyperventilatie zenuwinzinking moe vermoeid "
    ).split()
)
"""Words of illness, complaint, treatment or private cause; they stand in no line of the employee."""

_Texts = Iterator[tuple[Document, Where, str]]


def rehearsal_problems(
    documents: Mapping[str, Document], known: frozenset[str] = frozenset()
) -> list[Problem]:
    """Return what is wrong with the voices and scenarios in `documents`; `known` are voices from elsewhere.

    What has another shape is passed over: `schema` has named it.
    """
    voices = {name: document for name, document in documents.items() if name.startswith(STEMMEN)}
    scenarios = {name: document for name, document in documents.items() if name.startswith(SCENARIOS)}
    there = known | {_stem(name) for name in voices}
    problems: list[Problem] = []
    for name, document in (voices | scenarios).items():
        problems += _named(name, document)
        problems += _spoken_lines(document, illness=_may_name_illness(name, document))
    for document in scenarios.values():
        problems += _scenario(document, there)
    for name, document in voices.items():
        problems += _voice(document, shared=_stem(name) == SHARED)
    return [*problems, *_twice(voices | scenarios)]


def missing_rehearsal(documents: Mapping[str, Document]) -> list[Problem]:
    """Return which of the coach's own voices and scenarios are missing, and which cells are empty."""
    problems = [
        Problem(f"{STEMMEN}{style}.yaml", 1, "Dit bestand ontbreekt. Maak het.")
        for style in (SHARED, *STYLES)
        if f"{STEMMEN}{style}.yaml" not in documents
    ]
    own = [name for name in documents if name.startswith(SCENARIOS)]
    if len(own) < MIN_SCENARIOS:
        problems.append(Problem(SCENARIOS, 1, f"Er horen minstens {MIN_SCENARIOS} scenario's te zijn."))
    if shared := documents.get(f"{STEMMEN}{SHARED}.yaml"):
        problems += _cells(shared)
    if advice := documents.get(NABESPREKEN):
        problems += _advice(advice)
    return problems


def alarm_problems(documents: Mapping[str, Document], guard: Guard) -> list[Problem]:
    """Return each remark that should call up the emergency card and does not, and each line that would."""
    problems: list[Problem] = []
    for name, document in documents.items():
        if not name.startswith((STEMMEN, SCENARIOS)):
            continue
        for _, where, text in _said(document):
            wanted = where[0] == "crisis"
            if guard.analyse(text, Role.MEDEWERKER).nood is not wanted:
                told = "Bij deze zin hoort de noodkaart." if wanted else "Deze zin roept de noodkaart op."
                problems.append(document.problem(where, told))
    return problems


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".yaml")


def _may_name_illness(name: str, document: Document) -> bool:
    return name.startswith(SCENARIOS) and document.at(("onthulling",)) is not None


def _named(name: str, document: Document) -> Iterator[Problem]:
    if isinstance(document.at(("id",)), str) and document.at(("id",)) != _stem(name):
        yield document.problem(("id",), f"In dit bestand hoort id: {_stem(name)}.")


_LISTS = ("zinnen", "regels", "binnenstem", "terug_op_fout", "terug_op_belofte", "terug_op_feit")


def _said(document: Document) -> _Texts:
    """Every line that the employee can say, but for what is only a word before or after it."""
    for where, text in document.walk():
        if isinstance(text, str) and where and isinstance(where[-1], int):
            top = where[0]
            if (
                top in (*_LISTS, "herstel", "onthulling", "crisis")
                and "bij" not in where
                or top == "ladder"
                and "feiten" in where
            ):
                yield document, where, text


def _spoken_lines(document: Document, *, illness: bool) -> Iterator[Problem]:
    for _, where, text in _said(document):
        # What someone says of himself in one scenario is the one place where such a word may stand.
        allowed = illness and where[0] == "onthulling" and where[1] == "zeg"
        if not allowed and (found := sorted(_ILL.intersection(words(text)))):
            yield document.problem(where, f"Noem geen klacht, ziekte of oorzaak: '{found[0]}'.")
        if DENIALS.search(text) and not _only_before_the_first_rung(document, where):
            yield document.problem(where, 'Ontkennen mag alleen bij als: {trede: "0"}.')


def _only_before_the_first_rung(document: Document, where: Where) -> bool:
    if where[0] not in _LISTS:
        return False
    if where[0] == "binnenstem":
        return True
    return bool(document.at((*where[:2], "als", "trede")) == "0")


def _scenario(document: Document, voices: frozenset[str]) -> Iterator[Problem]:
    if isinstance(style := document.at(("stijl",)), str) and style not in voices:
        yield document.problem(("stijl",), f"Deze stem is er niet. Kies uit: {', '.join(sorted(voices))}.")
    facts: dict[str, Where] = {}
    for number, (where, rung) in enumerate(document.blocks("ladder"), start=1):
        if rung.get("trede") != str(number):
            yield document.problem((*where, "trede"), f"Hier hoort trede {number}.")
        told = rung.get("feiten")
        if not isinstance(told, dict):
            continue
        if len(told) != FACTS:
            yield document.problem((*where, "feiten"), f"Een trede heeft {FACTS} feiten.")
        for name, wordings in told.items():
            place = (*where, "feiten", name)
            if name in facts:
                yield document.problem(place, "Dit feit staat er al. Kies een andere id.")
            facts[name] = place
            if isinstance(wordings, list) and len(wordings) != WORDINGS:
                yield document.problem(place, f"Een feit heeft {WORDINGS} manieren om het te zeggen.")
    for key, count in (("ladder", RUNGS), ("signalen", SIGNALS)):
        found = document.at((key,))
        if isinstance(found, list) and len(found) != count:
            yield document.problem((key,), f"Bij '{key}' horen er {count}.")
    picks = document.at(("keuzes",))
    for part, lines in picks.items() if isinstance(picks, dict) else ():
        if isinstance(lines, list) and len(lines) != PICKS:
            yield document.problem(("keuzes", part), f"Hier horen {PICKS} zinnen.")
    yield from _references(document, facts)


def _references(document: Document, facts: Mapping[str, Where]) -> Iterator[Problem]:
    topics = document.at(("onderwerpen",))
    sensitive = document.at(("gevoelig",))
    for move in sensitive if isinstance(sensitive, dict) else ():
        if move not in MOVES:
            yield document.problem(("gevoelig", move), "Deze soort zin is er niet.")
    for where, text in document.walk():
        if not where or not isinstance(text, str):
            continue
        if where[-1] == "weet" and text not in facts:
            yield document.problem(where, "Dit feit staat niet in de ladder.")
        if where[-1] == "onderwerp" and isinstance(topics, dict) and text not in topics:
            yield document.problem(where, "Dit onderwerp staat niet bij onderwerpen.")


def _voice(document: Document, *, shared: bool) -> Iterator[Problem]:
    for where, _ in document.walk():
        if where and where[-1] in ("weet", "onderwerp"):
            yield document.problem(
                where, "Een stem kent geen feiten of onderwerpen: dat kan in een scenario."
            )
    if not shared:
        for key in ("terug_op_belofte",):
            if document.at((key,)):
                yield document.problem((key,), f"'{key}' hoort in stemmen/{SHARED}.yaml.")


def _cells(shared: Document) -> Iterator[Problem]:
    """No cell of the shared voice is empty, so that there always is an answer (research note, section 5)."""
    filled: set[tuple[str, str]] = set()
    inner: set[str] = set()
    for _, block in shared.blocks("zinnen"):
        if block.get("als"):
            continue
        for move in _moves(block):
            bands = [band for band in Band if block.get(band)]
            if block.get("zeg"):
                bands += [Band.DICHT, Band.TWIJFEL, Band.OPEN]
            filled |= {(move, band) for band in bands}
    for _, block in shared.blocks("binnenstem"):
        inner |= set(_moves(block))
    for move in MOVES:
        for band in Band:
            ends = move == "einde" and band is not Band.ESCALATIE
            if not ends and (move, band) not in filled:
                yield shared.problem(
                    ("zinnen",), f"Hier ontbreken zinnen bij {move}, stand {band}, zonder als."
                )
    for move in MOVES[: MOVES.index("stilte")]:
        if move not in inner:
            yield shared.problem(("binnenstem",), f"Hier ontbreekt een zin bij {move}.")


def _advice(document: Document) -> Iterator[Problem]:
    strengths = {block.get("bij") for _, block in document.blocks("kracht")}
    rules = {move for _, block in document.blocks("regels") for move in block.get("bij") or ()}
    tips = {block.get("id") for _, block in document.blocks("tips")}
    for key, there, wanted in (
        ("kracht", strengths, ["begin", *Act]),
        ("regels", rules, [*Category]),
        ("tips", tips, [*TIPS]),
    ):
        for name in wanted:
            if name not in there:
                yield document.problem((key,), f"Hier ontbreekt {name}.")


def _moves(block: Mapping[str, Any]) -> list[str]:
    found = block.get("bij")
    return [found] if isinstance(found, str) else list(found or [])


def _twice(documents: Mapping[str, Document]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], str] = {}
    for document in documents.values():
        for _, where, text in _said(document):
            key = tuple(words(text))
            if key in seen:
                yield document.problem(where, f"Deze zin staat ook in {seen[key]}. Maak er een andere van.")
            elif len(key) > 1:
                seen[key] = f"{document.file} op regel {document.line(where)}"
