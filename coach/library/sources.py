"""A folder of content as its author left it: every file read, and every file that cannot be used named."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any

from coach.library.files import MAX_FILES, content_files
from coach.library.problems import ContentProblems, Problem
from coach.library.schema import SHAPES, shape_of
from coach.library.schema_organisation import LEXICON_FOLDER, RULES_FOLDER, own_shape
from coach.library.yaml_source import Document, read_plain_file, read_yaml

GUARD = "guard/"
MAX_MODEL_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read: the files of the content, those of the guard, and what could not be read.

    `documents` are by name relative to the folder. `guard` holds the parsed files of the coach's guard by
    name relative to guard/; those that are YAML stand in `guard_documents` too, with their lines. What an
    organisation adds to the guard stands among the `documents`.
    """

    documents: Mapping[str, Document]
    guard: Mapping[str, Any]
    guard_documents: Mapping[str, Document]
    problems: tuple[Problem, ...]


def read_sources(folder: Path, *, complete: bool = True, only: tuple[str, ...] = ("",)) -> Sources:
    """Return everything in `folder`. Raises nothing: what cannot be read is in `problems`.

    With `complete` False it is an organisation's own folder: of a guard that has only words and rules. Files
    whose name does not begin as one of `only` are passed over.
    """
    documents: dict[str, Document] = {}
    guard: dict[str, Any] = {}
    guard_documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for number, (name, _) in enumerate(content_files(folder)):
        if number >= MAX_FILES:
            too_many = f"Deze map heeft meer dan {MAX_FILES} bestanden. Is dit de goede map?"
            problems.append(Problem(name, 1, too_many))
            break
        if not name.startswith(only):
            continue
        try:
            if shape_of(name) is not None or (not complete and own_shape(name)):
                documents[name] = read_yaml(folder, name)
            elif complete and name.startswith(GUARD) and name.endswith(".yaml"):
                document = read_yaml(folder, name)
                guard_documents[name.removeprefix(GUARD)] = document
                guard[name.removeprefix(GUARD)] = document.value
            elif complete and name.startswith(GUARD) and name.endswith(".json"):
                guard[name.removeprefix(GUARD)] = _read_json(folder, name)
            else:
                problems.append(Problem(name, 1, _unknown_file(name)))
        except ContentProblems as error:
            problems += error.problems
    return Sources(documents, guard, guard_documents, tuple(problems))


def _read_json(folder: Path, name: str) -> Any:
    try:
        return json.loads(read_plain_file(folder, name, MAX_MODEL_BYTES))
    except json.JSONDecodeError as error:
        line = error.lineno
    except (ValueError, RecursionError):
        line = 1
    raise ContentProblems([Problem(name, line, "Dit is geen geldige JSON. Maak het bestand opnieuw.")])


def _unknown_file(name: str) -> str:
    if name.startswith(GUARD):
        return (
            f"Dit bestand kent coach niet. Eigen woorden staan in {LEXICON_FOLDER} en eigen regels in "
            f"{RULES_FOLDER}, als .yaml; de rest van de toets ligt vast."
        )
    close = get_close_matches(name, SHAPES, n=1) or [
        known for known in SHAPES if PurePosixPath(known).stem == PurePosixPath(name).stem
    ]
    advice = f"Bedoel je {close[0]}?" if close else "Haal het weg, of kijk of de naam en de map kloppen."
    return f"Dit bestand kent coach niet. {advice}"
