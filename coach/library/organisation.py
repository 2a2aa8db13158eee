"""What an organisation's own folder (`COACH_CONTENT`) adds: its hulpkaart, with whom to call there."""

from __future__ import annotations

from pathlib import Path

from coach.domain.errors import ContentError
from coach.domain.knowledge import HelpCard
from coach.domain.text import one_line
from coach.library.problems import ContentProblems
from coach.library.read import help_card

NO_FOLDER = "De map die COACH_CONTENT noemt, is er niet. Kijk of je de naam goed schreef."


def own_help_card(folder: Path) -> HelpCard | None:
    """Return the hulpkaart in kaarten/hulp.yaml of `folder`, None where it has none.

    Raises ContentError for a folder that is not there, and for a card with another shape than it should have,
    with file, line and what was expected.
    """
    if not folder.is_dir():
        raise ContentError(NO_FOLDER)
    # Here and not above: reading YAML and checking it takes longer than all the rest of a start.
    from coach.library.schema import HULP, shape_problems
    from coach.library.yaml_source import read_yaml

    if not (folder / HULP).exists():
        return None
    try:
        document = read_yaml(folder, HULP)
        if problems := shape_problems(document):
            raise ContentProblems(problems)
    except ContentProblems as error:
        raise ContentError(f"De hulpkaart in de map van COACH_CONTENT klopt niet. {error}") from None
    value = document.value
    assert isinstance(value, dict)  # its shape was checked
    numbers = [{key: one_line(text) for key, text in number.items()} for number in value["nummers"]]
    return help_card({**value, "titel": one_line(value["titel"]), "nummers": numbers})
