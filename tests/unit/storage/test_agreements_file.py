"""The file form of agreements: it is read back as it was, and what is wrong is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from coach.domain.agreements import Record
from coach.domain.errors import InputError
from coach.storage import agreements_file
from coach.storage.agreements_file import FORM, as_data, from_data, read_record, write_record
from tests.unit.agreements import USUAL, records

SECRET = "geheim-van-de-gebruiker"
LEAST = {"soort": FORM.kind, "versie": 1, "kenmerk": "0123456789", "gesprek": "2026-11-18"}


def saved(tmp_path: Path, data: object) -> Path:
    """Write `data` as a file."""
    path = tmp_path / "afspraken.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
    return path


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_record(path, USUAL)
    assert read_record(path) == USUAL
    assert path.stat().st_mode & 0o777 == 0o600


@given(records())
def test_any_record_comes_back(record: Record) -> None:
    if record.none_made and record.agreements:
        return
    assert from_data(json.loads(json.dumps(as_data(record)))) == record


def test_the_least_that_is_a_record(tmp_path: Path) -> None:
    record = read_record(saved(tmp_path, LEAST))
    assert (record.uid, record.agreements, record.revision) == ("0123456789", (), 0)
    assert len(record.present) == 2


def test_every_key_is_documented() -> None:
    documented = agreements_file.__doc__ or ""
    data = as_data(USUAL)
    keys = [*data, *data["afspraken"][0], "datum", "werkte", "werkte_niet", "verandert", "volgende"]
    for key in keys:
        assert f'"{key}"' in documented, key


AGREEMENT = {"onderwerp": "taken", "wie": "samen", "wat": "Iets."}


@pytest.mark.parametrize(
    ("extra", "named"),
    [
        ({"soort": "iets"}, "lijst met afspraken"),
        ({"versie": 2}, "nieuwere coach"),
        ({"kenmerk": SECRET.upper()}, '"kenmerk"'),
        ({"kenmerk": ""}, '"kenmerk"'),
        ({"gesprek": None}, '"gesprek"'),
        ({"gesprek": "18-11-2026"}, '"gesprek"'),
        ({SECRET: 1}, "onbekende sleutel"),
        ({"aanwezig": [SECRET]}, '"aanwezig"'),
        ({"aanwezig": SECRET}, '"aanwezig"'),
        ({"afspraken": [{"onderwerp": SECRET}]}, '"afspraken 1, onderwerp"'),
        ({"afspraken": [AGREEMENT | {"wie": SECRET}]}, '"afspraken 1, wie"'),
        ({"afspraken": [AGREEMENT | {"reden": SECRET}]}, "onbekende sleutel"),
        ({"afspraken": [AGREEMENT | {"klaar": SECRET}]}, '"afspraken 1, klaar"'),
        ({"afspraken": [AGREEMENT | {"nummer": -1}]}, '"afspraken 1, nummer"'),
        ({"afspraken": [AGREEMENT | {"nummer": 1}] * 2}, '"nummer"'),
        ({"afspraken": [AGREEMENT] * 13}, "hoogstens 12"),
        ({"afspraken": [AGREEMENT], "geen_afspraak": True}, '"geen_afspraak"'),
        ({"geen_afspraak": SECRET}, '"geen_afspraak"'),
        ({"team": SECRET}, '"team"'),
        ({"revisie": True}, '"revisie"'),
        ({"teruggekeken": [{}]}, '"teruggekeken 1, datum"'),
        ({"contact": 3}, '"contact"'),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, extra: dict[str, Any], named: str) -> None:
    with pytest.raises(InputError) as found:
        read_record(saved(tmp_path, LEAST | extra))
    assert named in str(found.value)
    assert SECRET not in str(found.value).lower()


def test_no_file_and_no_json(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="bestaat niet"):
        read_record(tmp_path / "niets.json")
    with pytest.raises(InputError, match="coach record"):
        read_record(saved(tmp_path, "{"))
    with pytest.raises(InputError, match="kloppen niet"):
        from_data([])
