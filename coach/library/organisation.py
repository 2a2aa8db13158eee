"""What an organisation's own folder (`COACH_CONTENT`) adds besides the guard: a hulpkaart, and texts."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.domain.errors import ContentError
from coach.domain.knowledge import HelpCard
from coach.domain.text import one_line
from coach.library.compiled import FOLDER
from coach.library.files import MAX_FILES, content_files
from coach.library.own_guard import NO_FOLDER, SOURCES, guard_files
from coach.library.problems import ContentProblems
from coach.library.read import help_card
from coach.library.remembered import digest_of, remembered

if TYPE_CHECKING:
    from coach.domain.guard import Guard
    from coach.library.remembered import Memory

HULP = "kaarten/hulp.yaml"
HELP_MEMORY, TEXT_MEMORY = "hulpkaart", "teksten"
TEXT_FOLDERS = ("gesprek", "kaarten", "scenarios", "stemmen")


def own_help_card(
    own: str, memory: Memory | None = None, folder: str | os.PathLike[str] = FOLDER
) -> HelpCard | None:
    """Return the hulpkaart in kaarten/hulp.yaml of the folder `own`, None where it has none.

    `memory` keeps what was read, for the coach whose compiled files are in `folder`. Raises ContentError for
    a folder that is not there, and for a card with another shape than it should have, with file, line and
    what was expected.
    """
    if not os.path.isdir(own):
        raise ContentError(NO_FOLDER)
    if not os.path.exists(os.path.join(own, HULP)):
        return None
    value = remembered(memory, HELP_MEMORY, digest_of(own, [HULP], folder), lambda: _read(Path(own)))
    return help_card(value)


def own_texts(
    own: str, guard: Guard, memory: Memory | None = None, folder: str | os.PathLike[str] = FOLDER
) -> dict[str, Any]:
    """Return what the compiled files hold with the texts in the folder `own`, by name; {} where it has none.

    `guard` is the one with what `own` adds to it, which all that is said must pass; `memory` keeps what was
    made, for the coach whose compiled files are in `folder`. Raises ContentError for what is wrong, with
    file, line and what was expected.
    """
    names = [
        f"{below}/{name}"
        for below in TEXT_FOLDERS
        for name, _ in islice(content_files(Path(own, below)), MAX_FILES)
    ]
    if not set(names) - {HULP}:
        return {}
    digest = digest_of(own, [*names, *guard_files(own), SOURCES], folder)

    def merge() -> dict[str, Any]:
        from coach.library.own_library import compiled_texts

        return compiled_texts(own, guard, folder)

    found: dict[str, Any] = remembered(memory, TEXT_MEMORY, digest, merge)
    return found


def _read(folder: Path) -> dict[str, Any]:
    # Here and not above: reading YAML and checking it takes longer than all the rest of a start.
    from coach.library.schema import shape_problems
    from coach.library.yaml_source import read_yaml

    try:
        document = read_yaml(folder, HULP)
        if problems := shape_problems(document):
            raise ContentProblems(problems)
    except ContentProblems as error:
        raise ContentError(f"De hulpkaart in de map van COACH_CONTENT klopt niet. {error}") from None
    value = document.value
    assert isinstance(value, dict)  # its shape was checked
    numbers = [{key: one_line(text) for key, text in number.items()} for number in value["nummers"]]
    return {**value, "titel": one_line(value["titel"]), "nummers": numbers}
