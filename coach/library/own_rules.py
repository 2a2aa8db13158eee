"""The words and rules of an organisation: checked against all they must leave as it is, and built.

They may make the guard stricter, never milder: what the coach finds without them stays found. And what the
coach itself offers a manager to say must stay good, or it would refuse its own advice.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from coach.domain.errors import ContentError
from coach.domain.guard import Guard
from coach.domain.guard.build_errors import GuardContentError
from coach.domain.guard.build_own import LEXICON, build_own
from coach.domain.guard.labels import Role, Status
from coach.domain.guard.own_guard import OwnGuard
from coach.library.compile import content_problems, line_of
from coach.library.compiled import GUARD as GUARD_FILE
from coach.library.compiled import GUARD_SOURCE, read_json
from coach.library.judged import own_rule_problems
from coach.library.language import language_problems
from coach.library.load import Library
from coach.library.offered import Said, said_by_coach
from coach.library.problems import ContentProblems, Problem
from coach.library.read import source_name
from coach.library.references import BRONNEN, Known
from coach.library.schema_organisation import LEXICON_FOLDER, RULES_FOLDER
from coach.library.sources import read_sources
from coach.library.yaml_source import Document

WRONG = "De map van COACH_CONTENT klopt niet. {} Alles zien? Gebruik: coach content check MAP"
Documents = Mapping[str, Document]


def compiled_own(own: str, folder: str | os.PathLike[str]) -> dict[str, object]:
    """Return the artefact of the guard with what stands in `own`; `folder` holds the coach's compiled files.

    Raises ContentError, with file, line and what was expected.
    """
    library = Library(Path(folder))
    sources = read_sources(Path(own), complete=False, only=("guard/", BRONNEN))
    problems = content_problems(sources, Known(sources=frozenset(library.source_names)))
    problems += language_problems(sources.documents)
    try:
        if problems:
            raise ContentProblems(problems)
        return _built(sources.documents, library)[0]
    except ContentProblems as error:
        raise ContentError(WRONG.format(error)) from None


def own_guard(documents: Documents, library: Library) -> Guard:
    """Return the guard with the words and rules among `documents`, whose shape is right.

    `library` is the coach's own; its guard comes back when there are none. Raises ContentProblems when they
    do not fit or do not keep their promises.
    """
    there = any(name.startswith((LEXICON_FOLDER, RULES_FOLDER)) for name in documents)
    return _built(documents, library)[1] if there else library.guard


def _built(documents: Documents, library: Library) -> tuple[dict[str, object], OwnGuard]:
    """The artefact and the guard that comes of it."""
    folder = library.folder
    files, base = read_json(folder / GUARD_SOURCE), read_json(folder / GUARD_FILE)
    classes = [item for document in _in(documents, LEXICON_FOLDER) for item in document.at(("klassen",))]
    rules = [item for document in _in(documents, RULES_FOLDER) for item in document.at(("regels",))]
    if problems := list(_twice(documents, library)):
        raise ContentProblems(problems)
    try:
        artefact = build_own(files, base, classes, rules, _sources(documents, library))
    except GuardContentError as error:
        raise ContentProblems([_located(documents, error)]) from None
    guard = OwnGuard(artefact, lambda: library.guard)
    problems = [*own_rule_problems(documents, guard), *_milder(documents, files, guard, library)]
    problems += _refused(documents, files, guard, library)
    if problems:
        raise ContentProblems(problems)
    return artefact, guard


def _in(documents: Documents, folder: str) -> list[Document]:
    return [document for name, document in sorted(documents.items()) if name.startswith(folder)]


def _sources(documents: Documents, library: Library) -> dict[str, str]:
    """What people read of each source that a rule may name, but for those that the guard names itself."""
    own = documents.get(BRONNEN)
    named = own.blocks("bronnen") if own else ()
    return library.source_names | dict(source_name(item) for _, item in named)


def _twice(documents: Documents, library: Library) -> Iterator[Problem]:
    """Rules under a name that is taken, by the coach or by another file."""
    seen: dict[str, str] = {}
    for document in _in(documents, RULES_FOLDER):
        for where, rule in document.blocks("regels"):
            name, place = rule["id"], (*where, "id")
            taken = seen.get(name) or ("de toets van coach zelf" if library.guard.rule(name) else "")
            if taken or name.startswith("model-"):
                there = f"Deze id bestaat al, in {taken}." if taken else "Een id begint niet met model-."
                yield document.problem(place, f"{there} Kies een andere.")
            seen[name] = f"{document.file} op regel {document.line(place)}"


def _located(documents: Documents, error: GuardContentError) -> Problem:
    """The problem in the file of the organisation where it stands."""
    searched = _in(documents, LEXICON_FOLDER if error.path == LEXICON else RULES_FOLDER)
    document = next((one for one in searched if any(found == error.item for _, found in one.walk())), None)
    if document is None:
        return Problem("guard", 1, error.expected)
    return Problem(document.file, line_of(document, error.item), error.expected)


def _milder(
    documents: Documents, files: Mapping[str, Any], guard: OwnGuard, library: Library
) -> Iterator[Problem]:
    """Whether an example of the coach, of what is found or of danger, came out milder."""
    for text, status in _examples(files):
        before, after = library.guard.analyse(text, status=status), guard.analyse(text, status=status)
        if after.verdict.severity < before.verdict.severity or after.nood is not before.nood:
            yield _blamed(
                documents, guard, (), f'Deze map verandert het oordeel over een voorbeeld van coach: "{text}"'
            )


def _examples(files: Mapping[str, Any]) -> Iterator[tuple[str, Status]]:
    for name, content in files.items():
        if name.startswith("regels/"):
            for rule in content["regels"]:
                yield from ((text, Status(rule.get("status", Status.WERKT))) for text in rule["fout"])
        elif name.startswith("maskers/"):
            for mask in content["maskers"]:
                yield from ((text, Status.WERKT) for text in mask["niet_gedempt"])
    yield from ((text, Status.WERKT) for key in ("wel", "niet") for text in files["nood.yaml"][key])


def _refused(
    documents: Documents, files: Mapping[str, Any], guard: OwnGuard, library: Library
) -> Iterator[Problem]:
    """What the coach offers to say, and to write down, that only the organisation's guard refuses."""
    for said in (*said_by_coach(library), *_offered(files)):
        for status in said.statuses:
            found = guard.analyse(said.text, said.role, status)
            if found.verdict.severity and not (
                library.guard.analyse(said.text, said.role, status).verdict.severity
            ):
                rules = tuple(finding.rule for finding in found.findings)
                yield _blamed(
                    documents, guard, rules, f'Dit keurt een zin af die coach zelf aanraadt: "{said.text}"'
                )
                break


def _offered(files: Mapping[str, Any]) -> Iterator[Said]:
    """The better wordings of the guard itself."""
    for item in files["wendingen.yaml"]["wendingen"]:
        yield from (Said(item[form]) for form in ("zeg", "u"))
    for item in files["categorieen.yaml"]["categorieen"]:
        yield Said(item["notitie"], role=Role.NOTITIE)
        yield from map(Said, item["beter"])
    for name, content in files.items():
        if name.startswith("regels/"):
            for rule in content["regels"]:
                yield from map(Said, rule["beter"])


def _blamed(documents: Documents, guard: OwnGuard, rules: tuple[str, ...], expected: str) -> Problem:
    """The problem at the rule of the organisation that made it, else at its first file of words."""
    own = {rule.id for rule in guard.own_rules()}
    for name in rules:
        for document in _in(documents, RULES_FOLDER) if name in own else ():
            if any(rule["id"] == name for _, rule in document.blocks("regels")):
                return Problem(document.file, line_of(document, name), expected)
    first = [*_in(documents, LEXICON_FOLDER), *_in(documents, RULES_FOLDER)][0]
    return Problem(first.file, 1, expected)
