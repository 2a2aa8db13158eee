"""Is this content right? All that a machine can see, of the coach's own or of an organisation's folder."""

from __future__ import annotations

import contextlib
from pathlib import Path

from coach.domain.errors import InputError
from coach.domain.guard import Guard
from coach.library.compile import content_problems, guard_artefact
from coach.library.files import MAX_FILES, content_files
from coach.library.judged import guard_problems, said_problems
from coach.library.language import dead_number_problems, language_problems
from coach.library.load import Library, load_library
from coach.library.locate import source_folder
from coach.library.own_library import fixed_problems, known_to, taken_problems
from coach.library.own_rules import own_guard
from coach.library.problems import ContentProblems, Problem
from coach.library.references import BRONNEN
from coach.library.rehearsal_problems import alarm_problems
from coach.library.sources import GUARD, MAX_MODEL_BYTES, read_sources
from coach.library.yaml_source import read_plain_file

__all__ = ["Problem", "check_content"]


def check_content(folder: Path, *, complete: bool | None = None) -> list[Problem]:
    """Return everything that is wrong in `folder`, in order of file and line; nothing means: it may be used.

    The coach's own content must be complete, and its guard keep its promises. An organisation's folder holds
    some of the files and adds to what there is: only what is there is checked, and it may refer to the
    coach's own. `complete` says which it is; None finds out. Raises InputError for a folder that is not
    there, and ContentError when the coach's own content, which an organisation's leans on, is not compiled.
    """
    if not folder.is_dir():
        raise InputError("Deze map is er niet. Kijk of je de naam goed schreef.")
    if complete is None:
        source = source_folder()
        complete = source is not None and folder.resolve() == source.resolve()
    problems = set(_dead_numbers(folder))
    problems |= set(_check_own(folder) if complete else _check_added(folder, load_library()))
    return sorted(problems)


def _check_own(folder: Path) -> list[Problem]:
    sources = read_sources(folder)
    problems = content_problems(sources)
    problems += language_problems(sources.documents)
    try:
        guard = Guard(guard_artefact(sources))
    except ContentProblems as error:
        return [*problems, *error.problems]
    problems += guard_problems(sources.guard_documents, guard)
    problems += alarm_problems(sources.documents, guard)
    return [*problems, *said_problems(sources.documents, guard)]


def _check_added(folder: Path, library: Library) -> list[Problem]:
    sources = read_sources(folder, complete=False)
    if not sources.documents and not sources.problems:
        return [Problem(".", 1, "In deze map staat geen inhoud voor coach. Kijk of het de goede map is.")]
    problems = [*content_problems(sources, known_to(library)), *language_problems(sources.documents)]
    problems += [*fixed_problems(sources.documents), *taken_problems(sources.documents, library)]
    guard = library.guard
    # Words and rules are built only when each of them is what it should be.
    if not any(problem.file.startswith((GUARD, BRONNEN)) for problem in problems):
        try:
            guard = own_guard(sources.documents, library)
        except ContentProblems as error:
            problems += error.problems
    return [
        *problems,
        *said_problems(sources.documents, guard),
        *alarm_problems(sources.documents, guard),
    ]


def _dead_numbers(folder: Path) -> list[Problem]:
    """Search the files as they are, comments too: nobody may ever copy this number from us."""
    problems: list[Problem] = []
    for count, (name, _) in enumerate(content_files(folder)):
        if count >= MAX_FILES:
            break
        with contextlib.suppress(ContentProblems):
            problems += dead_number_problems(name, read_plain_file(folder, name, MAX_MODEL_BYTES))
    return problems
