"""What the coach tells a manager to say passes the coach's own guard, and the guard keeps its promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from coach.domain.guard import Guard
from coach.domain.guard.labels import CATEGORY_VERDICT, Category, Role, Status, Verdict
from coach.library.language import spoken
from coach.library.problems import Problem
from coach.library.references import (
    AANPASSINGEN,
    EZELSBRUGGEN,
    MOMENTEN,
    OPENINGSDELEN,
    PLEKKEN,
    SIGNALEN,
    VALKUILEN,
)
from coach.library.schema import NABESPREKEN, PART_FILES
from coach.library.schema_organisation import RULES_FOLDER
from coach.library.yaml_source import Document, Where

_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”')
_EVERY = tuple(Status)
_MISSED = "Dit voorbeeld hoort gevonden te worden, maar de toets vindt niets."
_UNTOUCHED = (
    "Deze zin raakt geen patroon van de regel, of een masker dempt hem. Schrijf in een patroon alle vormen "
    "van een woord uit."
)
_SPARED = "Deze zin is een zin bij nood, of telt alleen bij een zieke. Zo'n zin keurt een regel niet af."
_TOUCHED = "Deze zin hoort deze regel niet te raken."
_WORKS = (Status.WERKT,)

_Said = tuple[Document, Where, tuple[Status, ...]]


def said_problems(documents: Mapping[str, Document], guard: Guard) -> list[Problem]:
    """Return each sentence for a manager to say that the guard does not call good, in its own status.

    These are questions and opening lines (je and u), the parts that an opening line is built of, every
    `liever` and `zeg`, and what stands between quotes in the `dan` of a plan; and each wording for a note
    that the guard would not let him write down. What has another shape than a text is passed over: `schema`
    has named it.
    """
    said = (
        problem
        for document, where, statuses in _said(documents)
        for text in _sentences(document, where)
        for problem in _good(guard, document, where, text, statuses)
    )
    return [*said, *_noted_problems(documents, guard)]


def _sentences(document: Document, where: Where) -> list[str]:
    text = document.at(where)
    if not isinstance(text, str):
        return []
    if document.file == SIGNALEN:
        return [f"Ik zag dat {text}."]
    return quoted(text) if where[-1] == "dan" else [text]


def quoted(text: str) -> list[str]:
    """Return what stands between double quotes in a text."""
    return [match[1] or match[2] for match in _QUOTED.finditer(text)]


def _noted_problems(documents: Mapping[str, Document], guard: Guard) -> Iterator[Problem]:
    for document, where in _noted(documents):
        text = document.at(where)
        if isinstance(text, str) and guard.analyse(text, Role.NOTITIE).verdict is not Verdict.MAG:
            yield document.problem(where, "De toets laat dit niet opschrijven. Schrijf het anders.")


def _noted(documents: Mapping[str, Document]) -> Iterator[tuple[Document, Where]]:
    if document := documents.get(SIGNALEN):
        yield from (
            (document, (*where, "tekst"))
            for where, block in document.blocks("feiten")
            if block.get("id") == "patroon"
        )
        for where, _ in document.blocks("lijsten"):
            yield from ((document, (*place, "feit")) for place, _ in document.blocks(*where, "zichtbaar"))
    if document := documents.get(PLEKKEN):
        yield from ((document, (*where, "plek")) for where, _ in document.blocks("plekken"))
    if document := documents.get(AANPASSINGEN):
        for theme, _ in document.blocks("themas"):
            yield from ((document, (*where, "tekst")) for where, _ in document.blocks(*theme, "aanpassingen"))


def _said(documents: Mapping[str, Document]) -> Iterator[_Said]:
    for document, where in spoken(documents):
        for key in ("tekst", "u"):
            yield document, (*where, key), _statuses(document.at(where))
    for name, document in documents.items():
        if name in PART_FILES:
            yield from ((document, (*where, "liever"), _WORKS) for where, _ in document.blocks("liever_niet"))
        elif name == EZELSBRUGGEN:
            yield from (
                (document, (*where, "liever"), _WORKS) for where, _ in document.blocks("ezelsbruggen")
            )
        elif name == NABESPREKEN:
            for key in ("tips", "regels"):
                yield from ((document, (*where, "liever"), _WORKS) for where, _ in document.blocks(key))
        elif name == MOMENTEN:
            for where, block in document.blocks("momenten"):
                yield from ((document, place, _statuses(block)) for place, _ in document.items(*where, "zeg"))
        elif name == SIGNALEN:
            for where, _ in document.blocks("lijsten"):
                for place, _ in document.blocks(*where, "zichtbaar"):
                    yield from ((document, (*place, key), _WORKS) for key in ("je", "u"))
        elif name == OPENINGSDELEN:
            for where, _ in document.blocks("voorstellen"):
                for key in ("zorg", "zorg_u", "vraag", "vraag_u"):
                    yield document, (*where, key), _WORKS
        elif name == VALKUILEN:
            for where, _ in document.blocks("valkuilen"):
                plans = document.blocks(*where, "plannen")
                yield from ((document, (*place, "dan"), _WORKS) for place, _ in plans)


def _statuses(block: Mapping[str, Any]) -> tuple[Status, ...]:
    given = block.get("status") or _EVERY
    return tuple(status for status in Status if status in given)


def _good(
    guard: Guard, document: Document, where: Where, text: str, statuses: tuple[Status, ...]
) -> Iterator[Problem]:
    refused = {status: guard.analyse(text, Role.ZEGT, status) for status in statuses}
    refused = {status: found for status, found in refused.items() if found.verdict is not Verdict.GOED}
    if refused:
        rules = dict.fromkeys(finding.rule for found in refused.values() for finding in found.findings)
        yield document.problem(
            where,
            f"De toets keurt deze zin niet goed bij status {' en '.join(refused)} ({', '.join(rules)}). "
            "Zeg het anders.",
        )


def guard_problems(documents: Mapping[str, Document], guard: Guard) -> list[Problem]:
    """Return where the guard does not do what its own files say.

    `documents` are those of the guard, by name relative to guard/. Every example of a rule, of a mask and of
    the emergency must come out as it stands there, and every better wording must pass: said, or as a note.
    """
    problems: list[Problem] = []
    for name, document in documents.items():
        if name.startswith("regels/"):
            for where, rule in document.blocks("regels"):
                problems += _rule(guard, document, where, rule)
        elif name.startswith("maskers/"):
            for where, mask in document.blocks("maskers"):
                problems += _mask(guard, document, where, mask)
        elif name == "nood.yaml":
            problems += _nood(guard, document)
        elif name == "categorieen.yaml":
            problems += _categories(guard, document)
        elif name == "wendingen.yaml":
            for where, _ in document.blocks("wendingen"):
                for form in ("zeg", "u"):
                    text = str(document.at((*where, form)))
                    problems += _good(guard, document, (*where, form), text, _WORKS)
    return problems


def _rule(guard: Guard, document: Document, where: Where, rule: Mapping[str, Any]) -> Iterator[Problem]:
    status = Status.ZIEK if rule.get("status") == Status.ZIEK else Status.WERKT
    for place, text in document.items(*where, "fout"):
        if not guard.analyse(text, Role.ZEGT, status).findings:
            yield document.problem(place, _MISSED)
    for place, text in document.items(*where, "goed"):
        if any(finding.rule == rule.get("id") for finding in guard.analyse(text, Role.ZEGT, status).findings):
            yield document.problem(place, _TOUCHED)
    for place, text in document.items(*where, "beter"):
        yield from _good(guard, document, place, text, (status,))


def own_rule_problems(documents: Mapping[str, Document], guard: Guard) -> list[Problem]:
    """Return where the rules of an organisation do not do what they say.

    `documents` are by name relative to its folder. Each `fout` must be found by its own rule and judged as
    gravely as that says, no `goed` may be; each better wording must be good.
    """
    problems: list[Problem] = []
    for name, document in documents.items():
        for where, rule in document.blocks("regels") if name.startswith(RULES_FOLDER) else ():
            status = Status.ZIEK if rule.get("status") == Status.ZIEK else Status.WERKT
            grave = CATEGORY_VERDICT[Category(rule["categorie"])].severity
            for place, text in document.items(*where, "fout"):
                judged = guard.analyse(text, Role.ZEGT, status)
                if rule["id"] not in guard.hits(text, status):
                    problems.append(document.problem(place, _UNTOUCHED))
                elif judged.verdict.severity < grave:
                    problems.append(document.problem(place, _SPARED))
            for place, text in document.items(*where, "goed"):
                if rule["id"] in guard.hits(text, status):
                    problems.append(document.problem(place, _TOUCHED))
            for place, _ in document.blocks(*where, "beter"):
                for form in ("zeg", "u"):
                    text = document.at((*place, form))
                    problems += _good(guard, document, (*place, form), text, (status,))
    return problems


def _mask(guard: Guard, document: Document, where: Where, mask: Mapping[str, Any]) -> Iterator[Problem]:
    silenced = mask.get("dempt", [])
    for place, text in document.items(*where, "gedempt"):
        if any(finding.category in silenced for finding in guard.analyse(text).findings):
            yield document.problem(place, "Dit masker hoort deze zin te dempen.")
    for place, text in document.items(*where, "niet_gedempt"):
        if not guard.analyse(text).findings:
            yield document.problem(
                place, "Dit masker hoort deze zin niet te dempen, maar de toets vindt niets."
            )


def _nood(guard: Guard, document: Document) -> Iterator[Problem]:
    for key, wanted, expected in (
        ("wel", True, "Bij deze zin hoort de noodkaart."),
        ("niet", False, "Bij deze zin hoort geen noodkaart."),
    ):
        for place, text in document.items(key):
            if guard.analyse(text, Role.MEDEWERKER).nood is not wanted:
                yield document.problem(place, expected)


def _categories(guard: Guard, document: Document) -> Iterator[Problem]:
    for where, category in document.blocks("categorieen"):
        for place, text in document.items(*where, "beter"):
            yield from _good(guard, document, place, text, _WORKS)
        note = guard.analyse(str(category.get("notitie", "")), Role.NOTITIE)
        if note.verdict is not Verdict.MAG:
            yield document.problem((*where, "notitie"), "Deze notitie mag zelf niet. Schrijf het anders.")
