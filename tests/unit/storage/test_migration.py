"""From an older form of the store to the present one: with a backup, whole or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.domain.errors import DamagedStoreError
from coach.domain.kept import Kind
from coach.storage import opening
from coach.storage.place import StorePlace
from coach.storage.schema import PRESENT, Format, bring_up_to_date
from tests.unit.storage.stores import (
    TODAY,
    agreement,
    content,
    document,
    made,
    opened,
)

OLD = Path(__file__).with_name("formats")


def two_steps(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE record ADD COLUMN colour TEXT")


NEXT = Format(version=PRESENT.version + 1, steps={PRESENT.version: two_steps})


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The home folder of a store of the present form, closed."""
    with made(tmp_path) as store:
        store.save(document(), TODAY)
        store.save(agreement(1), TODAY)
    return tmp_path


def test_a_backup_is_made_first_and_opens_as_the_store_was(kept: Path) -> None:
    before = content(kept)
    with opened(kept, form=NEXT) as store:
        backup = store.backup
        assert store.everything(TODAY) == before
        assert store.settings()["user_version"] == NEXT.version
    assert backup is not None
    assert backup == StorePlace(kept).folder / f"reservekopie-v{PRESENT.version}-{TODAY}.db"
    shutil.copy(backup, StorePlace(kept).database)
    assert content(kept) == before


def test_opening_the_present_form_makes_no_backup(kept: Path) -> None:
    with opened(kept) as store:
        assert store.backup is None
    assert StorePlace(kept).backups() == []


def loses_a_document(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM document WHERE record = 1")


def loses_a_record(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM record WHERE id = 1")


def breaks_a_link(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute("UPDATE due SET record = 99 WHERE day > '2027'")


def fails(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE record SET label = 'half'")
    raise RuntimeError


@pytest.mark.parametrize("step", [loses_a_document, loses_a_record, breaks_a_link, fails])
def test_a_step_that_goes_wrong_changes_nothing(
    kept: Path, step: Callable[[sqlite3.Connection], None]
) -> None:
    before = content(kept)
    with pytest.raises((DamagedStoreError, RuntimeError)):
        opened(kept, form=Format(version=2, steps={1: step}))
    assert content(kept) == before


def test_steps_are_taken_one_after_the_other(kept: Path) -> None:
    def second(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE record SET colour = 'groen'")

    with opened(kept, form=Format(version=3, steps={1: two_steps, 2: second})) as store:
        found = store._connection.execute("SELECT DISTINCT colour FROM record").fetchall()
    assert found == [("groen",)]


@pytest.mark.parametrize(("days", "stays"), [(0, True), (30, True), (31, False)])
def test_a_backup_stays_thirty_days(kept: Path, days: int, stays: bool) -> None:
    opened(kept, form=NEXT).close()
    opened(kept, form=NEXT, today=TODAY + timedelta(days=days)).close()
    assert bool(StorePlace(kept).backups()) is stays


def test_a_clock_that_was_set_back_lets_no_backup_stay_longer(kept: Path) -> None:
    opened(kept, form=NEXT).close()
    backup = StorePlace(kept).backups()[0]
    again = backup.with_name(f"reservekopie-v1-{TODAY}.db")
    data = backup.read_bytes()
    opened(kept, form=NEXT, today=TODAY + timedelta(days=40)).close()
    again.write_bytes(data)
    opened(kept, form=NEXT, today=date(2020, 1, 1)).close()
    assert StorePlace(kept).backups() == []


def test_a_backup_without_a_date_goes_at_once(kept: Path) -> None:
    (StorePlace(kept).folder / "reservekopie-oud.db").write_bytes(b"x")
    opened(kept).close()
    assert StorePlace(kept).backups() == []


def test_forgetting_takes_the_backup_along(kept: Path) -> None:
    with opened(kept, form=NEXT) as store:
        receipt = store.forget(1)
    assert {place.what: place.gone.value for place in receipt.places}["Reservekopieën"] == "gewist"
    assert StorePlace(kept).backups() == []


def test_a_store_that_is_present_needs_nothing(kept: Path) -> None:
    with opened(kept) as store:
        assert bring_up_to_date(store._connection, store.place, TODAY) is None


@pytest.mark.parametrize("version", range(1, PRESENT.version + 1))
def test_a_store_of_every_form_that_ever_was_still_opens(version: int, tmp_path: Path) -> None:
    """Made by the coach of that time, with the passphrase and the code of these tests written beside it."""
    shutil.copytree(OLD / f"v{version}", tmp_path / "oud")
    home = tmp_path / "oud"
    passphrase, code = (home / "sleutelwoorden.txt").read_text("utf-8").splitlines()
    with opening.open_with_passphrase(StorePlace(home), passphrase, TODAY) as store:
        found = store.everything(TODAY)
        assert [kept.document.label for kept in found] == ["Gesprek één", "Afspraken", ""]
        assert [kept.document.kind for kept in found] == [Kind.PREPARATION, Kind.AGREEMENTS, Kind.DRAFT]
        assert found[0].document.body == {"tekst": "Kwam om 9.40 uur binnen. é €"}
        assert found[0].outputs == ("/ergens/blad.pdf",)
        assert [due.what for due in found[1].document.due] == ["eerste controle", "evaluatie"]
    opening.open_with_code(StorePlace(home), code, TODAY).close()
