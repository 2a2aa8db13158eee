"""`coach data`, and what the store does on the command line: each failure one sentence and code 5."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.cli.diagnostics import ExitCode
from coach.domain.kept import Kind
from coach.domain.preparation import Fact, Preparation
from coach.storage import opening
from coach.storage.place import StorePlace
from coach.storage.preparation_file import read_preparation
from coach.storage.preparation_form import VERSION, as_data
from coach.storage.schema import PRESENT, Format
from tests.cli.store_world import run
from tests.cli.world import call
from tests.unit.storage.stores import CODE, PASSPHRASE, TODAY, content, document, made, opened

pytestmark = pytest.mark.usefixtures("cheap")

SAID = Preparation(label="rooster", facts=(Fact("Kwam om 9.40 uur binnen."),), place="kamer 3")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with a store in which one preparation is kept."""
    home = tmp_path / "thuis"
    with made(home) as store:
        store.save(document("rooster", version=VERSION, body=as_data(SAID)), TODAY)
    return home


def test_where_says_where_without_opening_anything(home: Path, tmp_path: Path) -> None:
    result = run(home, "data", "where")
    assert (result.code, result.err) == (0, "")
    assert str(home / "kluis") in result.out.replace("\n", "")
    assert "kluis.db" in result.out
    empty = run(tmp_path / "niets", "data", "where")
    assert "nog niets bewaard" in empty.out
    assert not (tmp_path / "niets").exists()
    assert "clouddienst" in run(tmp_path / "Dropbox", "data", "where").out


def test_export_gives_everything_by_the_passphrase_of_a_file(home: Path, file: str, tmp_path: Path) -> None:
    result = run(home, "data", "export", COACH_PASSPHRASE_FILE=file)
    assert (result.code, result.err) == (0, "")
    data = json.loads(result.out)
    assert data["bewaard"][0]["inhoud"]["feiten"][0]["wat"] == SAID.facts[0].what
    target = tmp_path / "alles.json"
    written = run(home, "data", "export", "-o", str(target), COACH_PASSPHRASE_FILE=file)
    assert (written.code, written.out) == (0, "")
    assert "niet versleuteld" in written.err
    assert json.loads(target.read_text("utf-8")) == data
    target = tmp_path / "weg" / "alles.json"
    assert run(home, "data", "export", "-o", str(target), COACH_PASSPHRASE_FILE=file).code == 3


def test_the_passphrase_is_asked_three_times_at_most(home: Path) -> None:
    result = run(home, "data", "export", secrets=("fout", PASSPHRASE))
    assert result.code == 0
    assert "past niet" in result.err
    result = run(home, "data", "export", secrets=("fout", "fout", "fout", PASSPHRASE))
    assert (result.code, result.out) == (5, "")
    assert result.err.count("past niet") == 3
    result = run(home, "data", "export", secrets=())
    assert (result.code, result.err.strip()[-1]) == (5, ".")


def damage(home: Path) -> None:
    path = StorePlace(home).database
    path.write_bytes(path.read_bytes()[:9_000])


def make_newer(home: Path) -> None:
    StorePlace(home).database.unlink()
    made(home, form=Format(version=PRESENT.version + 1)).close()


def lose_keys(home: Path) -> None:
    for path in (StorePlace(home).keys, StorePlace(home).keys_copy):
        path.write_text("{}")


@pytest.mark.parametrize(
    ("happens", "told"), [(damage, "beschadigd"), (make_newer, "nieuwere"), (lose_keys, "sleutels")]
)
@pytest.mark.parametrize("argv", [("data", "export"), ("sheet", "rooster"), ("prep", "rooster", "--plain")])
def test_each_trouble_with_the_store_is_one_sentence_and_code_5(
    home: Path, file: str, happens: object, told: str, argv: tuple[str, ...]
) -> None:
    assert callable(happens)
    happens(home)
    result = run(home, *argv, COACH_PASSPHRASE_FILE=file)
    assert (result.code, result.out) == (ExitCode.STORE, "")
    assert told in result.err
    assert result.err.count("\n") == 1
    assert PASSPHRASE not in result.err


def test_no_store_a_closed_store_and_one_in_use(home: Path, tmp_path: Path, file: str) -> None:
    for argv in (("data", "export"), ("sheet", "rooster"), ("data", "forget"), ("data", "passphrase")):
        result = run(tmp_path / "niets", *argv, COACH_PASSPHRASE_FILE=file)
        assert (result.code, result.err.count("\n")) == (5, 1), argv
        assert "nog geen kluis" in result.err
    result = run(home, "sheet", "rooster")
    assert result.code == 5
    assert "COACH_PASSPHRASE_FILE" in result.err
    with opened(home):
        result = run(home, "sheet", "rooster", COACH_PASSPHRASE_FILE=file)
    assert result.code == 5
    assert "al open" in result.err
    assert call("data", "where").code == 5  # an environment without any folder


@pytest.mark.parametrize("text", [None, b"", b"\n", b"\xff\xfe", "map"])
def test_a_file_with_a_passphrase_that_cannot_be_read(home: Path, tmp_path: Path, text: object) -> None:
    path = tmp_path / "geheim.txt"
    if isinstance(text, bytes):
        path.write_bytes(text)
    elif text:
        path.mkdir()
    result = run(home, "data", "export", COACH_PASSPHRASE_FILE=str(path))
    assert (result.code, result.err.count("\n")) == (3, 1)


def test_forgetting_one_preparation_gives_a_receipt(home: Path, file: str, tmp_path: Path) -> None:
    sheet = tmp_path / "blad.txt"
    assert run(home, "sheet", "Rooster", "-o", str(sheet), COACH_PASSPHRASE_FILE=file).code == 0
    assert "9.40" in sheet.read_text("utf-8")
    assert run(home, "data", "forget", "rooster", COACH_PASSPHRASE_FILE=file).code == 2
    assert run(home, "data", "forget", "anders", "--yes", COACH_PASSPHRASE_FILE=file).code == 2
    kept = run(home, "data", "forget", "rooster", stdin="nee\n", secrets=(PASSPHRASE,))
    assert "niets gewist" in kept.err
    assert len(content(home)) == 1
    result = run(home, "data", "forget", "rooster", "--yes", COACH_PASSPHRASE_FILE=file)
    assert result.code == 1  # the sheet is still there
    assert "gewist         Je kluis" in result.out
    assert "staat er nog   Bestand " in result.out
    assert content(home) == []
    assert sheet.exists()


def test_forgetting_everything_needs_no_passphrase_but_a_yes(home: Path) -> None:
    assert run(home, "data", "forget").code == 2
    assert run(home, "data", "forget", stdin="", secrets=()).code == 0
    assert run(home, "data", "forget", stdin="nee\n", secrets=()).code == 0
    assert len(content(home)) == 1
    result = run(home, "data", "forget", stdin="ja\n", secrets=())
    assert (result.code, result.err) == (0, "")
    assert "gewist" in result.out
    assert list(home.iterdir()) == []


def test_another_passphrase_by_the_old_one_and_by_the_code(home: Path) -> None:
    new = "een heel ander woord"
    typed = (PASSPHRASE, "kort", "kort", new, "typefout", new, new)
    result = run(home, "data", "passphrase", secrets=typed)
    assert result.code == 0
    assert "minstens" in result.out
    assert "niet gelijk" in result.out
    place = StorePlace(home)
    opening.open_with_passphrase(place, new, TODAY).close()
    assert run(home, "data", "passphrase", "--recover", secrets=("onzin", new, new)).code == 5
    assert run(home, "data", "passphrase", "--recover", secrets=(CODE, PASSPHRASE, PASSPHRASE)).code == 0
    assert len(content(home)) == 1


def test_a_sheet_of_what_is_kept_and_of_what_is_not(home: Path, file: str) -> None:
    result = run(home, "sheet", "rooster", COACH_PASSPHRASE_FILE=file)
    assert result.code == 0
    assert "9.40" in result.out
    missing = run(home, "sheet", "anders", COACH_PASSPHRASE_FILE=file)
    assert (missing.code, missing.out) == (2, "")


def test_preparing_goes_on_with_what_is_kept(home: Path, file: str, tmp_path: Path) -> None:
    target = tmp_path / "verder.json"
    argv = ("prep", "rooster", "--plain", "--export", str(target))
    result = run(home, *argv, stdin="k\n", COACH_PASSPHRASE_FILE=file)
    assert result.code == 0
    assert "Je gaat verder met rooster." in result.out
    assert read_preparation(target).filled == SAID.filled
    with opened(home) as store:
        assert str(target) in store.everything(TODAY)[0].outputs


def test_every_answer_is_in_the_store_before_the_next_is_asked(home: Path, file: str) -> None:
    """The input ends in the middle, as when the window is closed."""
    lines = "s\ns\n12-11\nLeverde het verslag twee dagen later.\n"
    result = run(home, "prep", "rooster", "--plain", stdin=lines, COACH_PASSPHRASE_FILE=file)
    assert "Je concept staat in je kluis." in result.out
    draft = content(home)[-1]
    assert draft.summary.kind is Kind.DRAFT
    assert "verslag" in json.dumps(draft.document.body)


def test_a_preparation_is_kept_when_asked_in_a_store_that_is_made_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.cli.set_up_lines.new_code", lambda: CODE)
    home = tmp_path / "nieuw"
    steps = "s\ns\n12-11\nKwam om 9.40 uur binnen.\n\nk\n"
    end = f"kluis\nonzin\n{CODE[-4:].lower()}\nrooster\n\n"
    assert not home.exists()
    result = run(home, "prep", "--plain", stdin=steps + end, secrets=(PASSPHRASE, PASSPHRASE))
    assert result.code == 0, result.err
    assert CODE in result.out
    assert "Bewaard in je kluis, onder de naam rooster." in result.out
    (kept,) = content(home)
    assert kept.summary.label == "rooster"
    assert "9.40" in json.dumps(kept.document.body)


def test_without_being_asked_nothing_is_written(tmp_path: Path) -> None:
    home = tmp_path / "nieuw"
    steps = "s\ns\n12-11\nKwam om 9.40 uur binnen.\n\nk\n"
    for end, secrets in (("\n", ()), ("kluis\n\n\n", (PASSPHRASE, PASSPHRASE)), ("kluis\n\n", ())):
        result = run(home, "prep", "--plain", stdin=steps + end, secrets=secrets)
        assert result.code == 0
        assert not home.exists()


def test_a_taken_label_is_replaced_only_on_a_yes(home: Path) -> None:
    steps = "s\ns\n12-11\nLeverde het verslag later.\n\nk\nkluis\nrooster\n"
    result = run(home, "prep", "--plain", stdin=steps + "n\nanders\n\n", secrets=(PASSPHRASE,))
    assert "onder de naam anders" in result.out
    result = run(home, "prep", "--plain", stdin=steps + "j\n\n", secrets=(PASSPHRASE,))
    assert "onder de naam rooster" in result.out
    assert sorted(kept.summary.label for kept in content(home)) == ["anders", "rooster"]


def test_doctor_tells_of_the_store(home: Path, tmp_path: Path) -> None:
    assert "kluis staat in" in run(home, "doctor").out
    assert "nog geen kluis" in run(tmp_path / "niets", "doctor").out
    assert "clouddienst" in run(tmp_path / "OneDrive", "doctor").out.replace("\n", " ")
    assert "geen map gevonden" in call("doctor").out
    assert not (tmp_path / "niets").exists()
