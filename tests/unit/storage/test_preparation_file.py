from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.conversation import Part
from coach.domain.errors import InputError
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.preparation import Aside, Chosen, Fact, Plan, Preparation
from coach.domain.text import MAX_TEXT, clean_text
from coach.storage import preparation_file, preparation_form
from coach.storage.preparation_file import read_preparation, write_preparation
from coach.storage.preparation_form import FORM, VERSION
from tests.unit.samples import FULLEST, TYPICAL, clean_preparations, preparations

SECRET = "geheim-van-de-gebruiker"


def saved(tmp_path: Path, data: object) -> Path:
    file = tmp_path / "v.json"
    file.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return file


def with_keys(**keys: Any) -> dict[str, Any]:
    return {"soort": FORM.kind, "versie": VERSION} | keys


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("voorbereidingen")


@given(preparation=clean_preparations)
def test_what_is_written_is_read_back(folder: Path, preparation: Preparation) -> None:
    file = folder / "v.json"
    write_preparation(file, preparation)
    assert read_preparation(file) == preparation


@given(preparation=preparations())
def test_any_preparation_is_written_clean(folder: Path, preparation: Preparation) -> None:
    file = folder / "v.json"
    write_preparation(file, preparation)
    text = file.read_bytes().decode("utf-8")
    assert clean_text(text) == text
    assert read_preparation(file).opening == clean_text(preparation.opening)


def test_the_file_is_private_and_versioned(tmp_path: Path) -> None:
    file = tmp_path / "v.json"
    write_preparation(file, TYPICAL)
    data = json.loads(file.read_text(encoding="utf-8"))
    assert (data["soort"], data["versie"]) == ("coach-voorbereiding", 2)
    assert data["feiten"][0] == {
        "wat": "Je kwam drie keer later dan tien uur op het overleg.",
        "datum": "2026-11-10",
        "signaal": "later",
    }
    assert os.name != "posix" or stat.S_IMODE(file.stat().st_mode) == 0o600


def test_every_key_is_in_the_documentation() -> None:
    documented = preparation_form.__doc__ or ""
    data = json.loads(preparation_file.as_json(FULLEST))
    lists = [items for items in data.values() if isinstance(items, list)]
    inner = {key for items in lists for item in items if isinstance(item, dict) for key in item}
    inner |= {"tekst", "regel"}
    assert all(f'"{key}"' in documented for key in set(data) | inner)


def test_the_least_a_file_can_hold(tmp_path: Path) -> None:
    assert read_preparation(saved(tmp_path, with_keys())) == Preparation()


def test_a_file_by_hand_is_put_in_order(tmp_path: Path) -> None:
    data = with_keys(
        status="ziek",
        feiten=[{"wat": "later"}, {"wat": " "}, {"wat": "eerst\r\ntweede", "datum": "2026-01-02"}],
        vragen=[{"deel": "nodig", "tekst": "n"}, {"deel": "benoemen", "tekst": "b\x1b"}],
        plannen=[{"als": "", "dan": ""}, {"als": "a"}],
    )
    found = read_preparation(saved(tmp_path, "\ufeff" + json.dumps(data)))
    assert found.status is Status.ZIEK
    assert found.facts == (Fact("eerst\ntweede", date(2026, 1, 2)), Fact("later"))
    assert [asked.text for asked in found.questions] == ["b\ufffd", "n"]
    assert len(found.plans) == 1


def test_a_file_of_the_first_version_is_still_read(tmp_path: Path) -> None:
    first = {
        "soort": FORM.kind,
        "versie": 1,
        "naam": "dinsdag",
        "status": "werkt",
        "aanspreken": "u",
        "feiten": [{"wat": "Kwam later", "datum": "2026-11-12"}],
        "moment": "donderdag",
        "plek": "kamer 3",
        "plannen": [{"als": "het stil is", "dan": "wacht ik", "valkuil": "stilte"}],
        "opening": "Hoe gaat het?",
        "vragen": [{"deel": "nodig", "tekst": "Wat hebt u nodig?"}],
        "volgende_datum": "2026-11-26",
    }
    found = read_preparation(saved(tmp_path, first))
    assert found == Preparation(
        label="dinsdag",
        address=Address.U,
        facts=(Fact("Kwam later", date(2026, 11, 12)),),
        moment="donderdag",
        place="kamer 3",
        plans=(Plan("het stil is", "wacht ik", "stilte"),),
        opening="Hoe gaat het?",
        questions=(Chosen(Part.NODIG, "Wat hebt u nodig?"),),
        next_date=date(2026, 11, 26),
    )
    write_preparation(tmp_path / "nieuw.json", found)
    assert read_preparation(tmp_path / "nieuw.json") == found


def test_what_was_set_aside_is_kept_no_longer_than_its_text(tmp_path: Path) -> None:
    aside = {"tekst": "hij stil wordt", "regel": "model-oorzaak"}
    data = with_keys(plannen=[{"als": "hij stil wordt"}], klopt_niet=[aside, {"tekst": SECRET, "regel": "x"}])
    found = read_preparation(saved(tmp_path, data))
    assert found.asides == (Aside("hij stil wordt", "model-oorzaak"),)
    gone = replace(found, plans=())
    assert "stil" not in preparation_file.as_json(gone)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("{", "geen JSON"),
        ("", "geen JSON"),
        ("[" * 100_000, "geen JSON"),
        ("9" * 10_000, "geen JSON"),
        ("[]", "geen voorbereiding"),
        ("null", "geen voorbereiding"),
        ({}, "geen voorbereiding"),
        ({"soort": SECRET}, "geen voorbereiding"),
        ({"soort": FORM.kind}, '"versie"'),
        ({"soort": FORM.kind, "versie": 0}, '"versie"'),
        ({"soort": FORM.kind, "versie": True}, '"versie"'),
        ({"soort": FORM.kind, "versie": "1"}, '"versie"'),
        ({"soort": FORM.kind, "versie": VERSION + 1, "nieuw": []}, "nieuwere coach"),
        (f'{{"soort": "{FORM.kind}", "versie": 1, "plek": "a", "plek": "b"}}', "twee keer"),
        (with_keys(**{SECRET: 1}), "onbekende sleutel"),
        (with_keys(naam=3), '"naam" hoort een tekst'),
        (with_keys(plek=None), '"plek" hoort een tekst'),
        (with_keys(opening="a" * (MAX_TEXT + 1)), '"opening" is te lang'),
        (with_keys(status=SECRET), '"status" hoort een van: werkt, ziek'),
        (with_keys(status=[]), '"status"'),
        (with_keys(aanspreken="jij"), '"aanspreken" hoort een van: je, u'),
        (with_keys(feiten={}), '"feiten" hoort een lijst'),
        (with_keys(feiten=[SECRET]), '"feiten 1" hoort een object'),
        (with_keys(feiten=[{"wat": "a"}, {SECRET: "a"}]), '"feiten 2" heeft een onbekende'),
        (with_keys(feiten=[{"wat": [SECRET]}]), '"feiten 1, wat" hoort een tekst'),
        (with_keys(feiten=[{"wat": "a", "datum": SECRET}]), '"feiten 1, datum" hoort een datum'),
        (with_keys(feiten=[{"wat": "a", "datum": "2026-W01-1"}]), "hoort een datum"),
        (with_keys(feiten=[{"wat": "a", "datum": 20260102}]), "hoort een datum"),
        (with_keys(feiten=[{"wat": "a"}] * 9), '"feiten" passen er hoogstens 8'),
        (with_keys(plannen=[{"als": "a"}] * 7), '"plannen" passen er hoogstens 6'),
        (with_keys(vragen=[{"tekst": "a"}]), '"vragen 1, deel" hoort een van: voorbereiding'),
        (with_keys(vragen=[{"deel": "benoemen", "tekst": 1}]), '"vragen 1, tekst"'),
        (with_keys(signalen=[3]), '"signalen 1" hoort een tekst'),
        (with_keys(signalen="later"), '"signalen" hoort een lijst'),
        (with_keys(afwezig_keer="drie"), '"afwezig_keer" hoort een getal'),
        (with_keys(afwezig_keer=100), '"afwezig_keer" hoort een getal'),
        (with_keys(afwezig_op=["griep"]), '"afwezig_op 1" hoort een datum'),
        (with_keys(afwezig_op=["2026-01-01"] * 21), '"afwezig_op" passen er hoogstens 20'),
        (with_keys(energie=[{"kaart": "a", "doet": SECRET}]), '"energie 1, doet" hoort een van: geeft, kost'),
        (with_keys(klopt_niet=[{"tekst": "a", SECRET: "b"}]), '"klopt_niet 1" heeft een onbekende'),
        ({"soort": FORM.kind, "versie": 1, "signalen": []}, "onbekende sleutel"),
        (
            {"soort": FORM.kind, "versie": 1, "feiten": [{"wat": "a", "signaal": ""}]},
            '"feiten 1" heeft een onbekende',
        ),
        (with_keys(volgende_datum="2026-02-30"), '"volgende_datum" hoort een datum'),
    ],
)
def test_what_is_wrong_is_named_and_no_value_shown(tmp_path: Path, data: object, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_preparation(saved(tmp_path, data))
    assert words in str(caught.value)
    assert "v.json" in str(caught.value)
    assert SECRET not in str(caught.value)
    assert caught.value.__suppress_context__


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="bestaat niet"):
        read_preparation(tmp_path / "niets.json")
    with pytest.raises(InputError, match="is een map"):
        read_preparation(tmp_path)
    with pytest.raises(InputError, match="lezen lukt niet"):
        read_preparation(Path("a\0b"))
    (tmp_path / "latin.json").write_bytes('{"plek": "één"}'.encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        read_preparation(tmp_path / "latin.json")
    (tmp_path / "groot.json").write_bytes(b" " * 1_000_001)
    with pytest.raises(InputError, match="1 MB"):
        read_preparation(tmp_path / "groot.json")


@pytest.mark.needs("posix")
def test_a_pipe_can_be_read(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.write(writer, preparation_file.as_json(TYPICAL).encode())
    os.close(writer)
    assert read_preparation(Path(f"/dev/fd/{reader}")) == TYPICAL
    os.close(reader)


def test_what_could_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    target = tmp_path / "v.json"
    with pytest.raises(InputError, match='"opening" is te lang'):
        write_preparation(target, Preparation(opening="a" * (MAX_TEXT + 1)))
    large = "文" * MAX_TEXT
    facts = tuple(Fact(large) for _ in range(8))
    plans = tuple(Plan(large, large) for _ in range(6))
    with pytest.raises(InputError, match="te groot"):
        write_preparation(target, Preparation(facts=facts, plans=plans))
    assert not target.exists()


KEYS = (
    st.sampled_from([*json.loads(preparation_file.as_json(Preparation())), "wat", "als", "deel"]) | st.text()
)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=8,
)


@given(data=ANY_JSON)
def test_any_json_is_read_or_refused(folder: Path, data: object) -> None:
    for value in (data, with_keys(**data) if isinstance(data, dict) else data):
        try:
            assert isinstance(read_preparation(saved(folder, value)), Preparation)
        except InputError as error:
            assert "v.json" in str(error)
