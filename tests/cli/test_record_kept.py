"""`coach record`, `coach live` and `coach data` on agreements that are in the store, under a label."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import icalendar
import pytest

from coach.domain.agreements import LookBack, Record
from coach.domain.conversation import Part
from coach.domain.guard.labels import Role
from coach.domain.kept import Kind
from coach.domain.preparation import Chosen, Preparation
from coach.flows.keeper import Keeper
from coach.flows.record_shelf import open_shelf
from coach.storage.place import StorePlace
from coach.storage.preparation_form import VERSION, as_data
from tests.cli.conftest import BETTER, SimpleGuard
from tests.cli.store_world import run
from tests.cli.world import TODAY, App, call, world
from tests.unit.agreements import USUAL
from tests.unit.storage.stores import PASSPHRASE, content, document, made

pytestmark = pytest.mark.usefixtures("cheap", "simple_guard")
LABEL = "planning november"
SAID = "Hoe loopt de planning nu?"


def shelved(home: Path, *saved: Record) -> dict[str, Record]:
    """Keep these records in the store, and return all that are there then, by label."""
    keeper = Keeper(StorePlace(home), lambda: TODAY)
    keeper.unlock(PASSPHRASE)
    try:
        shelf = open_shelf(keeper, SimpleGuard)  # type: ignore[arg-type]
        for record in saved:
            shelf.save(record)
        return {entry.label: shelf.load(entry.id) for entry in shelf.entries()}
    finally:
        keeper.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with a store that holds one record and one preparation, under the same label."""
    home = tmp_path / "thuis"
    asked = Preparation(label=LABEL, questions=(Chosen(Part.INVLOED, SAID),))
    with made(home) as store:
        store.save(document(LABEL, version=VERSION, body=as_data(asked)), TODAY)
    shelved(home, USUAL)
    return home


def test_list_and_show_by_label(home: Path, file: str) -> None:
    result = run(home, "record", "list", COACH_PASSPHRASE_FILE=file)
    assert (result.code, result.out, result.err) == (0, "di 24 nov 2026  eerste moment  planning november\n", "")
    result = run(home, "record", "show", " Planning November", secrets=(PASSPHRASE,))
    assert result.code == 0
    assert "Later beginnen" in result.out
    assert LABEL not in result.out, "the copy has no label on it"
    for argv in (("show", "anders"), ("export", "anders", "-o", "a.md"), ("review", "anders")):
        missing = run(home, "record", *argv, COACH_PASSPHRASE_FILE=file)
        assert (missing.code, missing.out, missing.err.count("\n")) == (3, "", 1)
        assert "coach record list" in missing.err


def test_nothing_kept_needs_no_passphrase(tmp_path: Path) -> None:
    result = run(tmp_path / "niets", "record", "list")
    assert (result.code, result.out) == (0, "")
    assert not (tmp_path / "niets").exists()
    for argv in (("show", "x"), ("forget", "x"), ("review", "x"), ("export", "x", "-o", "a.md")):
        result = run(tmp_path / "niets", "record", *argv)
        assert (result.code, result.err.count("\n")) == (5, 1)
        assert "nog geen kluis" in result.err


def test_trouble_with_the_store_is_one_sentence_and_code_5(home: Path, file: str) -> None:
    assert run(home, "record", "list").code == 5
    result = run(home, "record", "list", secrets=("fout", "fout", "fout"))
    assert (result.code, result.out) == (5, "")
    path = StorePlace(home).database
    path.write_bytes(path.read_bytes()[:9_000])
    result = run(home, "record", "show", LABEL, COACH_PASSPHRASE_FILE=file)
    assert (result.code, result.out, result.err.count("\n")) == (5, "", 1)
    assert "beschadigd" in result.err


def test_export_is_remembered_and_named_when_it_is_forgotten(home: Path, file: str, tmp_path: Path) -> None:
    kept = {"COACH_PASSPHRASE_FILE": file}
    for ending in ("md", "txt", "ics", "json"):
        target = tmp_path / f"kopie.{ending}"
        assert run(home, "record", "export", LABEL, "-o", str(target), **kept).code == 0
        assert target.exists()
    first = icalendar.Calendar.from_ical((tmp_path / "kopie.ics").read_bytes()).walk("VEVENT")
    shelved(home, replace(USUAL, evaluation=date(2027, 1, 5)).revised())
    run(home, "record", "export", LABEL, "-o", str(tmp_path / "kopie.ics"), **kept)
    second = icalendar.Calendar.from_ical((tmp_path / "kopie.ics").read_bytes()).walk("VEVENT")
    assert [event["uid"] for event in first] == [event["uid"] for event in second]
    assert second[0]["sequence"] > first[0]["sequence"]
    for name in ("kopie.md", "kopie.txt", "kopie.json"):
        (tmp_path / name).unlink()
    result = run(home, "record", "forget", LABEL, "--yes", **kept)
    assert result.code == 1, "the calendar file is still there"
    assert "gewist         Je kluis" in result.out
    assert result.out.count("staat er nog   Bestand") == 1
    assert result.out.count("stond er niet  Bestand") == 3
    assert [kept.summary.kind for kept in content(home)] == [Kind.PREPARATION]
    assert run(home, "record", "list", **kept).out == ""


def test_forgetting_asks_and_a_no_changes_nothing(home: Path) -> None:
    result = run(home, "record", "forget", LABEL, stdin="nee\n", secrets=(PASSPHRASE,))
    assert (result.code, list(shelved(home))) == (0, [LABEL])
    assert "niets weggegooid" in result.err
    result = run(home, "record", "forget", LABEL, stdin="ja\n", secrets=(PASSPHRASE,))
    assert (result.code, list(shelved(home))) == (0, [])


def test_looking_back_moves_the_evaluation_and_stopping_forgets(home: Path) -> None:
    lines = ("De planning.", "", "Later beginnen op maandag.", "", "1", "over drie weken")
    result = run(home, "record", "review", LABEL, stdin="\n".join(lines) + "\n", secrets=(PASSPHRASE,))
    assert result.code == 0, result.err
    record = shelved(home)[LABEL]
    assert record.look_backs == (LookBack(TODAY, "De planning.", "", "Later beginnen op maandag."),)
    assert (record.evaluation, record.revision) == (date(2026, 12, 13), 1)
    listed = run(home, "record", "list", secrets=(PASSPHRASE,))
    assert listed.out == "di 24 nov 2026  eerste moment  planning november\n"
    stop = run(home, "record", "review", LABEL, stdin="\n\n\n\n2\nja\n", secrets=(PASSPHRASE,))
    assert "gewist" in stop.out
    assert shelved(home) == {}


def test_new_agreements_are_kept_in_the_store_when_asked(home: Path) -> None:
    walk = ("1", "1", *[""] * 11, "morgen", "over zes weken", "", "kluis")
    result = run(
        home, "record", "new", LABEL, "--plain", stdin="\n".join(walk) + "\n", secrets=(PASSPHRASE,)
    )
    assert result.code == 0, result.err
    assert f"onder de naam {LABEL} (2)." in result.err
    there = shelved(home)
    assert (there[LABEL], there[f"{LABEL} (2)"].first_check) == (USUAL, date(2026, 11, 23))


def test_live_begins_with_what_is_kept_and_keeps_what_is_agreed(home: Path) -> None:
    agreed = ("1", "1", *[""] * 11, "morgen", "over zes weken", "", "kluis")
    lines = ("3", "5", "", "", *agreed)
    result = run(home, "live", LABEL, "--plain", stdin="\n".join(lines) + "\n", secrets=(PASSPHRASE,))
    assert result.code == 0, result.err
    assert SAID in result.out
    assert "Jullie praten weer op maandag 23 november 2026." in result.out
    assert sorted(shelved(home)) == [LABEL, f"{LABEL} (2)"]
    assert Kind.TALK not in {kept.summary.kind for kept in content(home)}, "a closed talk leaves no thread"


def test_a_talk_that_breaks_off_is_taken_up_where_it_was(home: Path, file: str) -> None:
    """The input ends in the middle, as when the window is closed."""
    kept = {"COACH_PASSPHRASE_FILE": file}
    assert run(home, "live", LABEL, "--plain", stdin="3\n\n", **kept).code == 0
    again = run(home, "live", LABEL, "--plain", stdin="h\n", **kept)
    first = again.out.split("h: deze uitleg")[0]
    assert "Deel 4 van 5." in first or "Deel 3 van 5." in first
    assert "Deel 1 van 5." not in first


def test_the_screen_gets_the_store_and_the_wanted_preparation(home: Path) -> None:
    app = App()
    into = world(terminal=True, app=app, COACH_HOME=str(home))
    assert call("live", LABEL, into=into).code == 0
    assert app.keeper is not None and app.keeper.wanted == LABEL


def test_data_forgets_by_name_whatever_it_is(home: Path, file: str) -> None:
    kept = {"COACH_PASSPHRASE_FILE": file}
    shelved(home, replace(USUAL, uid="0" * 32, label="rooster"))
    told = run(home, "data", "forget", LABEL, stdin="nee\n", secrets=(PASSPHRASE,))
    assert "Voorbereiding en afspraken onder deze naam" in " ".join(told.out.split())
    assert len(content(home)) == 3
    result = run(home, "data", "forget", LABEL, "--yes", **kept)
    assert result.code == 0
    out = " ".join(result.out.split())
    assert "gewist Voorbereiding: Je kluis" in out and "gewist Afspraken: Je kluis" in out
    result = run(home, "data", "forget", "Rooster", "--yes", **kept)
    assert (result.code, "gewist         Je kluis" in result.out) == (0, True)
    assert content(home) == []
    assert run(home, "data", "forget", LABEL, "--yes", **kept).code == 2


def test_all_there_is_about_agreements_comes_out(home: Path, file: str) -> None:
    """The employee may ask for it."""
    data = json.loads(run(home, "data", "export", COACH_PASSPHRASE_FILE=file).out)
    (record,) = [kept for kept in data["bewaard"] if kept["soort"] == "afspraken"]
    assert record["dagen"][0] == {"dag": "2026-11-24", "wat": "eerste moment"}
    assert record["inhoud"]["afspraken"][0]["wat"] == USUAL.agreements[0].what


def test_what_may_not_be_written_down_is_not_in_the_store(home: Path) -> None:
    bad = "Hij heeft een burn-out."
    walk = (bad, "1", "1", *[""] * 7, bad, "3", "", "", "morgen", "over zes weken", "", "kluis")
    result = run(
        home, "record", "new", "werk", "--plain", stdin="\n".join(walk) + "\n", secrets=(PASSPHRASE,)
    )
    assert "Mag niet." in result.out
    assert "burn-out" not in json.dumps([kept.document.body for kept in content(home)])
    record = shelved(home)["werk"]
    assert [agreement.what for agreement in record.agreements] == [BETTER[Role.NOTITIE]]
    assert record.communication.between == ""

