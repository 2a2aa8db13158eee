"""Reading compiled content: light, late, and clear when something is missing."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from coach.domain.conversation import Part
from coach.domain.errors import ContentError
from coach.library import locate
from coach.library.compile import compiled_values, to_bytes
from coach.library.load import Library, load_library
from coach.library.problems import ContentProblems, Problem
from coach.library.sources import read_sources
from tests.content.sample import write_sample

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compiled content without a guard."""
    source = write_sample(tmp_path_factory.mktemp("bron"))
    target = tmp_path_factory.mktemp("uit")
    for name, value in compiled_values(read_sources(source).documents).items():
        (target / f"{name}.json").write_bytes(to_bytes(value))
    return target


@pytest.mark.parametrize("module", ["coach.library.load", "coach.library.digest", "coach.library.files"])
def test_reading_content_needs_the_standard_library_only(module: str) -> None:
    script = (
        f"import sys; import {module}; "
        "print([name for name in sys.modules if name.split('.')[0] in "
        "('yaml', 'pydantic', 'textual', 'rich', 'typer', 'click', 'typst')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_each_file_is_read_when_it_is_asked_for(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "nood.json").write_bytes((folder / "nood.json").read_bytes())
    library = Library(tmp_path)
    assert library.emergency.title == "Noodkaart"
    with pytest.raises(ContentError, match="gesprek.json"):
        _ = library.parts


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_one_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "nood.json").write_bytes(data)
    with pytest.raises(ContentError, match="nood.json ontbreekt of is stuk. Installeer coach opnieuw."):
        _ = Library(tmp_path).emergency


@pytest.mark.parametrize(
    "data", ["{}", "[]", "null", '{"onderdelen": [], "momenten": [{}]}', '{"bronnen": 3}']
)
def test_a_file_with_something_else_in_it_is_one_sentence(data: str, tmp_path: Path) -> None:
    for name in ("gesprek", "kaarten", "nood", "bronnen"):
        (tmp_path / f"{name}.json").write_text(data)
    (tmp_path / "guard.json.z").write_bytes(zlib.compress(data.encode()))
    for name in ("parts", "mnemonics", "moments", "emergency", "source_names", "guard"):
        with pytest.raises(ContentError, match=r"\.json(\.z)? ontbreekt of is stuk"):
            getattr(Library(tmp_path), name)


def test_things_are_found_by_name(folder: Path) -> None:
    library = Library(folder)
    assert library.part(Part.NODIG).part is Part.NODIG
    assert library.mnemonic("oma").letters == "OMA"
    assert library.moment("stil").title == "Het blijft stil"
    assert library.pitfall("valkuil-3").text == "Valkuil nummer 3"
    for look_up in (library.mnemonic, library.moment, library.pitfall):
        with pytest.raises(KeyError):
            look_up("onbekend")


def test_own_sentences_are_known_as_such(folder: Path) -> None:
    texts = Library(folder).spoken_texts
    assert "Hoe gaat benoemen nu, dag 1, bij u?" in texts
    assert "Hoe gaat het met je, collega 2?" in texts
    assert "adem ik rustig uit" in texts
    assert "Heb je een burn-out?" not in texts


def test_what_was_never_compiled_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(locate, "_PACKAGE", tmp_path)
    with pytest.raises(ContentError, match="scripts/start.py"):
        load_library()


def test_an_installed_coach_has_no_sources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(locate, "_PACKAGE", tmp_path / "coach")
    assert locate.source_folder() is None
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "bronnen.yaml").touch()
    assert locate.source_folder() == tmp_path / "content"


def test_problems_name_the_first_and_count_the_others() -> None:
    first, second = Problem("a.yaml", 2, "Doe dit."), Problem("a.yaml", 10, "Doe dat.")
    assert str(ContentProblems([second])) == "a.yaml:10: Doe dat."
    error = ContentProblems([second, first, second])
    assert error.problems == (first, second)
    assert str(error) == "a.yaml:2: Doe dit. (en nog 1 andere)"
