"""Agreeing: what is offered, what may be written down, the shelf, and what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coach.domain.agreements import Communication, LookBack, Subject, Team
from coach.domain.errors import InputError, UsageError
from coach.domain.guard.labels import Role, Status, Verdict
from coach.domain.sheet import Paragraph
from coach.flows import record_files
from coach.flows.agree import begun_from, copy_of, keepable, new_record, offered, said
from coach.flows.record_files import export_record, forget_file, open_record
from coach.flows.record_shelf import MemoryShelf, by_day, due, due_line, due_lines, entry_of, named
from coach.library.load import Library, load_library
from coach.render.text import sheet_as_text
from tests.unit.agreements import HELD_ON, LATER, USUAL
from tests.unit.render.test_calendar import MADE_AT

FORBIDDEN = "Hij heeft een burn-out."


@pytest.fixture(scope="module")
def library() -> Library:
    """The library of this checkout, with the real guard."""
    return load_library()


def test_every_theme_offers_agreements_that_may_be_written_down(library: Library) -> None:
    themes = offered(library, Status.WERKT)
    assert len(themes) >= 6
    found = [begun_from(adjustment) for theme in themes for adjustment in theme.adjustments]
    assert len(found) >= 45
    assert {agreement.subject for agreement in found} == set(Subject) - {Subject.EVALUATIE}
    assert all(library.guard.analyse(a.what, Role.NOTITIE).verdict is Verdict.MAG for a in found), (
        "shown by the app, so they pass its own guard"
    )


def test_with_someone_who_is_ill_only_contact_is_offered(library: Library) -> None:
    found = [a for theme in offered(library, Status.ZIEK) for a in theme.adjustments]
    assert found
    assert {a.subject for a in found} <= {Subject.CONTACT, Subject.BEREIKBAARHEID}


def test_what_may_not_be_written_down_is_left_out_and_named(library: Library) -> None:
    record = replace(
        USUAL.with_agreement(replace(LATER, what=FORBIDDEN)),
        label=FORBIDDEN,
        communication=Communication(FORBIDDEN, Team.WOORDEN, FORBIDDEN),
        look_backs=(LookBack(date(2026, 11, 20), FORBIDDEN, "De planning.", FORBIDDEN),),
    )
    kept, refused = keepable(library.guard, record)
    assert [agreement.id for agreement in kept.agreements] == [1, 2]
    assert (kept.label, kept.communication) == ("", Communication("", Team.WERK, ""))
    assert kept.look_backs[0] == LookBack(date(2026, 11, 20), "", "De planning.", "")
    assert len(refused) == 6
    assert refused[0].sentence.startswith("Afspraak 3: dit mag niet op papier.")
    assert all("burn-out" not in left_out.sentence for left_out in refused)
    sheet, _ = copy_of(library, record)
    assert "burn-out" not in sheet_as_text(sheet, 80)


def test_a_record_that_may_be_kept_stays_as_it_is(library: Library) -> None:
    assert keepable(library.guard, USUAL) == (USUAL, ())


def test_the_copy_holds_all_that_was_agreed_and_no_label(library: Library) -> None:
    looked = USUAL.looked_back(LookBack(date(2026, 11, 24), "Het rooster.", "", "", date(2026, 12, 16)))
    sheet, refused = copy_of(library, looked)
    text = sheet_as_text(sheet, 80)
    assert refused == ()
    for words in (
        "woensdag 18 november 2026", "Later beginnen", "Samen", "maandag 23 november 2026",
        "samen, tien minuten",
        "donderdag 31 december 2026", "weekplanning", "maandag 7 december 2026", "elke maandag even bellen",
        "Sam doet de planning.", "woensdag 16 december 2026", "Het rooster.", "rooster, prioriteiten",
    ):  # fmt: skip
        assert words in text, words
    assert "planning november" not in text
    none_made, _ = copy_of(library, new_record(HELD_ON).agreeing_on_nothing())
    assert any(isinstance(b, Paragraph) and "geen afspraak" in b.text for b in none_made.blocks)


def test_an_agreement_in_one_line() -> None:
    assert said(LATER) == (
        "Samen: Later beginnen, en dezelfde uren maken · klaar ma 23 nov 2026 · tot do 31 dec 2026"
    )


def test_each_record_has_a_uid_of_its_own() -> None:
    assert new_record(HELD_ON).uid != new_record(HELD_ON).uid


def test_the_shelf_in_memory() -> None:
    shelf = MemoryShelf()
    assert shelf.entries() == ()
    key = shelf.save(USUAL)
    assert shelf.save(replace(USUAL, label="anders"), key) == key
    assert [entry.label for entry in shelf.entries()] == ["anders"]
    assert named(shelf, " ANDERS ").id == key
    with pytest.raises(InputError):
        named(shelf, "niets")
    assert shelf.forget(key).all_gone
    with pytest.raises(InputError):
        shelf.load(key)


def test_due_is_told_by_day_and_label_only() -> None:
    entry = entry_of("1", USUAL)
    assert due([entry], date(2026, 11, 16)) == ()
    assert due([entry], date(2026, 11, 17)) == (entry,)
    assert due_line(entry, HELD_ON) == "di 24 nov 2026: eerste moment, planning november"
    assert due_line(entry, date(2026, 11, 24)) == "vandaag: eerste moment, planning november"
    assert "(al geweest)" in due_line(entry, date(2026, 12, 1))
    later = entry_of("2", USUAL.looked_back(LookBack(HELD_ON, next_on=date(2026, 11, 20))))
    assert due([entry, later], HELD_ON) == (later, entry)
    nothing = entry_of("3", replace(USUAL, first_check=None, evaluation=None, agreements=()))
    assert by_day([nothing, entry, later]) == (later, entry, nothing)
    lines = due_lines([entry] * 7 + [nothing], HELD_ON)
    assert lines == [due_line(entry, HELD_ON)] * 5 + ["En nog 2."]
    assert due_lines([entry], HELD_ON) == lines[:1]


@pytest.mark.parametrize("ending", ["pdf", "html", "md", "txt", "ics", "json"])
def test_every_copy_can_be_made(library: Library, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"kopie.{ending}"
    assert export_record(library, USUAL, target, MADE_AT) == ()
    data = target.read_bytes()
    starts = {"pdf": b"%PDF", "html": b"<!DOCTYPE", "md": b"# Onze", "txt": b"Onze", "ics": b"BEGIN:VCAL"}
    assert data.startswith(starts.get(ending, b"{"))
    if ending == "json":
        assert open_record(target) == USUAL


def test_a_copy_that_cannot_be_made_leaves_nothing(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="agenda"):
        export_record(library, USUAL, tmp_path / "kopie.doc", MADE_AT)
    with pytest.raises(UsageError, match="geen datum"):
        export_record(library, new_record(HELD_ON), tmp_path / "kopie.ics", MADE_AT)
    assert list(tmp_path.iterdir()) == []


def test_only_a_file_of_agreements_is_thrown_away(tmp_path: Path, library: Library) -> None:
    other = tmp_path / "anders.json"
    other.write_text('{"soort": "iets"}')
    with pytest.raises(InputError):
        forget_file(other)
    assert other.exists()
    target = tmp_path / "a.json"
    export_record(library, USUAL, target, MADE_AT)
    assert len(forget_file(target)) == 2
    assert not target.exists()
    assert record_files.is_file_name("A.JSON")
