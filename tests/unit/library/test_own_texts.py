"""The texts of an organisation stand among those of the coach; what there is one of stays the coach's."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.domain.conversation import Part
from coach.domain.errors import ContentError
from coach.domain.guard import Guard
from coach.domain.guard.labels import Status
from coach.library.check import check_content
from coach.library.compiled import FOLDER
from coach.library.load import Library, load_library
from coach.library.organisation import own_texts
from tests.organisation import ORGANISATION, copied

NODIG = "gesprek/onderdelen/nodig.yaml"


@pytest.fixture(scope="module")
def base() -> Library:
    """What the coach knows by itself."""
    return load_library()


def with_texts(own: Path, guard: Guard) -> Library:
    """The library with the texts in a folder, and the guard of the coach."""
    return Library(Path(FOLDER), own=own_texts(str(own), guard))


def test_they_stand_behind_those_of_the_coach(base: Library) -> None:
    library = with_texts(ORGANISATION, base.guard)
    questions = library.part(Part.NODIG).questions
    assert questions[:-1] == base.part(Part.NODIG).questions
    assert questions[-1].u == "Welk rooster past nu bij u?" and questions[-1].statuses == (Status.WERKT,)
    assert questions[-1].source == "Gedragscode De Linde, artikel 5"
    assert library.pitfalls[:-1] == base.pitfalls
    assert library.pitfall("meteen-roosteren").plans[0].when == "ik naar het rooster grijp"
    assert [place.id for place in library.places][-1] == "tuinkamer"
    assert library.places[-1].source == "Eigen tekst"
    assert len(library.factor_groups) == len(base.factor_groups)
    assert set(library.factors) - set(base.factors) == {"nachtdienst"}
    assert "Welk rooster past nu bij je?" in library.spoken_texts
    assert library.source_names["gedragscode"] == "Gedragscode De Linde"
    for same in ("emergency", "moments", "mnemonics", "subjects", "ready_points", "checklists", "advice"):
        assert getattr(library, same) == getattr(base, same)


def test_the_coach_itself_is_not_changed_by_it(base: Library) -> None:
    with_texts(ORGANISATION, base.guard)
    assert load_library().pitfalls == base.pitfalls


def test_a_folder_with_only_a_help_card_changes_no_text(tmp_path: Path, base: Library) -> None:
    (tmp_path / "kaarten").mkdir()
    (tmp_path / "kaarten" / "hulp.yaml").write_text("titel: x\n")
    assert own_texts(str(tmp_path), base.guard) == {}


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("kaarten/nood.yaml", "titel: Rustig aan\n", 1, "noodkaart ligt vast"),
        (NODIG, "id: nodig\ntitel: Anders\n", 2, "ligt vast"),
        (
            "gesprek/onderwerpen.yaml",
            "onderwerpen:\n  - {id: taken, titel: Ziekte, tekst: Ziekte, bron: eigen}\n",
            2,
            "ligt vast",
        ),
        (
            NODIG,
            "id: nodig\nvragen:\n  - id: x\n    tekst: Heb je een burn-out?\n    u: Heeft u een burn-out?\n"
            "    toon: open\n    bron: eigen\n",
            4,
            "keurt deze zin niet goed",
        ),
        (NODIG, "id: nodig\nvragen: [\n", 3, ""),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    name: str, text: str, line: int, said: str, tmp_path: Path, base: Library
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError, match=rf"{name}:{line}: .*{said}"):
        own_texts(str(tmp_path), base.guard)
    assert (name, line) in [(problem.file, problem.line) for problem in check_content(tmp_path)]


def test_a_question_of_the_organisation_passes_its_own_rules(tmp_path: Path) -> None:
    own = copied(tmp_path)
    path = own / NODIG
    text = path.read_text("utf-8").replace("past nu bij je?", "past nu bij je lindewijzer?")
    path.write_text(text.replace("past nu bij u?", "past nu bij uw lindewijzer?"), "utf-8")
    with pytest.raises(ContentError, match="nodig.yaml:4: .*meting-uitslag"):
        load_library(str(own))
