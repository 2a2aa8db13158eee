"""An organisation's hulpkaart: read when its folder is named; where it is wrong, a sentence says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.domain.errors import ContentError
from coach.domain.knowledge import HelpNumber
from coach.library.check import check_content
from coach.library.load import load_library

CARD = """\
titel: "Hulp bij ons"
gecontroleerd: "2026-11-22"
nummers:
  - {nummer: "030-1234567", naam: "Bedrijfsarts", wanneer: "werkdagen"}
  - {nummer: "06 12345678", naam: "Vertrouwenspersoon", wanneer: "ook 's avonds"}
"""


def folder(tmp_path: Path, text: str | None = CARD) -> Path:
    (tmp_path / "kaarten").mkdir()
    if text is not None:
        (tmp_path / "kaarten" / "hulp.yaml").write_text(text, "utf-8")
    return tmp_path


def test_the_card_of_an_organisation(tmp_path: Path) -> None:
    assert check_content(folder(tmp_path)) == []
    card = load_library(str(tmp_path)).help_card
    assert card is not None
    assert card.numbers[1] == HelpNumber("06 12345678", "Vertrouwenspersoon", "ook 's avonds")
    assert (card.title, card.checked) == ("Hulp bij ons", "2026-11-22")


def test_without_a_card_there_is_none(tmp_path: Path) -> None:
    assert load_library().help_card is None
    assert load_library(str(folder(tmp_path, None))).help_card is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CARD.replace("030-1234567", "bel HR"), r"kaarten/hulp\.yaml:4: Schrijf een nummer"),
        (CARD.replace('gecontroleerd: "2026-11-22"\n', ""), "gecontroleerd"),
        (CARD + CARD[CARD.index("  -") :] * 3, "1 tot 6 nummers"),
        (CARD.replace("nummers:", "nummers: [\n"), "hulp.yaml"),
        ("titel: x\nnummers: []\n", "hulp.yaml"),
    ],
)
def test_a_wrong_card_says_where_and_what(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        load_library(str(folder(tmp_path, text)))
    assert check_content(tmp_path)


def test_a_folder_that_is_not_there_is_named_by_its_variable(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="COACH_CONTENT"):
        load_library(str(tmp_path / "weg"))
