"""What an organisation's own folder (`COACH_CONTENT`) adds: its hulpkaart, with whom to call there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.domain.errors import ContentError
from coach.domain.knowledge import HelpCard
from coach.domain.text import one_line
from coach.library.compiled import FOLDER
from coach.library.own_guard import NO_FOLDER
from coach.library.problems import ContentProblems
from coach.library.read import help_card
from coach.library.remembered import digest_of, remembered

if TYPE_CHECKING:
    from coach.library.remembered import Memory

HULP = "kaarten/hulp.yaml"
MEMORY = "hulpkaart"


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
    value = remembered(memory, MEMORY, digest_of(own, [HULP], folder), lambda: _read(Path(own)))
    return help_card(value)


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
