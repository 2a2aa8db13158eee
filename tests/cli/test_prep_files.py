"""What `coach prep` reads and writes: only what is asked, whole, and nothing that may not be kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.domain.preparation import Preparation
from coach.storage.preparation_file import read_preparation
from tests.cli.lines import at, prepare
from tests.cli.world import App, call, world

pytestmark = pytest.mark.usefixtures("simple_guard")


@pytest.mark.parametrize("name", ["blad.pdf", "blad.html", "blad.md", "blad.txt", "gesprek.json"])
def test_saving_where_the_user_says(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    result = prepare(*at("plek", "Donderdag", "", "Kamer 3"), str(target), "")
    assert "Bewaard." in result.out
    assert target.stat().st_size > 100
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_name_that_cannot_be_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    good = tmp_path / "blad.txt"
    result = prepare(
        *at("plek", "Donderdag"), "blad.docx", str(tmp_path / "weg" / "blad.txt"), "\x00.txt", str(good)
    )
    assert good.exists()
    assert result.code == 0


@pytest.mark.parametrize(("answer", "kept"), [("n", "oud"), ("", "oud"), ("j", "Mijn gesprek")])
def test_what_is_there_is_only_overwritten_when_asked(tmp_path: Path, answer: str, kept: str) -> None:
    target = tmp_path / "blad.txt"
    target.write_text("oud", encoding="utf-8")
    prepare(*at("plek", "Donderdag"), str(target), answer, "")
    assert target.read_text(encoding="utf-8").startswith(kept)


def test_going_on_with_what_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.json"
    prepare(*at("plek", "Donderdag", "", "Kamer 3"), argv=("--export", str(path)))
    result = prepare("t", "", "", "Kamer 4", "k", argv=("--import", str(path), "--export", str(path)))
    assert "Je gaat verder waar je was." in result.out
    assert 'Er staat: "Donderdag"' in result.out
    assert (read_preparation(path).moment, read_preparation(path).place) == ("Donderdag", "Kamer 4")


def test_nothing_filled_in_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.json"
    result = prepare("k", "", argv=("--export", str(path)))
    assert (result.code, path.exists()) == (0, False)
    assert "geen bestand" in result.err


def test_what_may_not_be_kept_is_left_out_of_the_file_and_named(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.json"
    lines = at("opening", "Heb je een burn-out?", "2", "Hoe kijk jij ernaar?", "")
    result = prepare(*lines, argv=("--export", str(path)))
    assert result.code == 1
    assert "Je openingszin: dit komt niet in het bestand." in result.err
    assert "burn-out" not in path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["vragen"]


@pytest.mark.parametrize("name", ["gesprek.txt", "weg/gesprek.json", "."])
def test_a_bad_place_is_refused_before_the_work_begins(tmp_path: Path, name: str) -> None:
    result = prepare("k", argv=("--export", str(tmp_path / name)))
    assert (result.code in (2, 3), result.out) == (True, "")


def test_where_writing_fails_another_place_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from coach.domain.errors import InputError
    from coach.flows import save as saving

    write, tried = saving.save_preparation, []

    def fail_once(preparation: Preparation, target: Path) -> None:
        tried.append(target)
        if len(tried) == 1:
            raise InputError("De schijf is vol.")
        write(preparation, target)

    monkeypatch.setattr(saving, "save_preparation", fail_once)
    other = tmp_path / "ander.json"
    app = App(after=Preparation(place="Kamer 3"))
    environment = world(f"{other}\n", terminal=True, app=app)
    result = call("prep", "--export", str(tmp_path / "eerst.json"), into=environment)
    assert result.code == 0
    assert read_preparation(other).place == "Kamer 3"


def test_the_app_gets_the_preparation_and_gives_it_back(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.json"
    app = App(after=Preparation(place="Kamer 3"))
    result = call("prep", "dinsdag", "--export", str(path), into=world(terminal=True, app=app))
    assert (result.code, result.out) == (0, "")
    assert [(preparation.label, start) for preparation, start in app.opened] == [("dinsdag", "prepare")]
    assert read_preparation(path).place == "Kamer 3"


def test_a_name_that_tells_too_much_is_refused() -> None:
    result = call("prep", "GEHEIM burn-out", into=world(terminal=True))
    assert result.code == 2
    assert "GEHEIM" not in result.err
    assert call("prep", "x" * 61, into=world(terminal=True)).code == 2
