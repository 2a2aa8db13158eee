"""nood, rule, sheet, content check and doctor."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coach.domain.conversation import Part
from coach.domain.preparation import Chosen, Fact, Preparation
from coach.library.load import load_library
from coach.storage.preparation_file import write_preparation
from tests.cli.world import HOSTILE, TODAY, call, world

FILLED = Preparation(
    facts=(Fact("Begon om tien uur in plaats van acht uur.", TODAY),),
    place="Kamer 3",
    opening="Ik zag dat je later begon. Herken je dat?",
    questions=(Chosen(Part.BENOEMEN, "Hoe kijk jij daarnaar?"),),
    next_date=TODAY,
)
REFUSED = Preparation(
    facts=(Fact("Begon om tien uur.", TODAY), Fact("Heeft GEHEIM een burn-out.", TODAY)),
    opening="Heb je een burn-out, GEHEIM?",
)


@pytest.fixture
def filled(simple_guard: None, tmp_path: Path) -> str:
    path = tmp_path / "gesprek.json"
    write_preparation(path, FILLED)
    return str(path)


def test_the_emergency_card_has_the_numbers_first() -> None:
    result = call("nood")
    assert (result.code, result.err) == (0, "")
    for number in ("112", "113", "0800-0113"):
        assert number in result.out
    assert "0900" not in result.out
    assert result.out.index("112 ") < result.out.index("1. ")
    assert re.search(r"nagekeken op [a-z]+dag \d+ [a-z]+ 20\d\d", result.out)


@pytest.mark.parametrize("argv", [["nood"], ["rule"], ["doctor"], ["rule", "diagnose"]])
def test_forty_columns(argv: list[str]) -> None:
    result = call(*argv, into=world(COLUMNS="40"))
    assert max(len(line) for line in result.out.splitlines()) <= 40


def test_rules_are_listed_by_kind_and_each_can_be_explained() -> None:
    rules = load_library().guard.rules()
    listed = call("rule").out
    for rule in rules:
        assert f"  {rule.id}:" in listed
        result = call("rule", rule.id)
        assert result.code == 0
        assert rule.id in result.out
        assert "Bron: " in result.out


def test_a_rule_named_by_a_finding_can_be_looked_up() -> None:
    found = json.loads(call("check", "--json", "Heb je een burn-out?").out)
    for finding in found["findings"]:
        result = call("rule", finding["rule"])
        assert result.code == 0
        assert " ".join(finding["why"].split()) in " ".join(result.out.split())


def test_a_kind_lists_its_rules_only() -> None:
    assert "Verboden: diagnose" in call("rule", "diagnose").out or not [
        rule for rule in load_library().guard.rules() if rule.category == "diagnose"
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_an_unknown_rule_is_not_repeated(text: str) -> None:
    result = call("rule", "--", text)
    assert result.code == 2
    assert "\x1b" not in result.err


def test_the_sheet_as_text(filled: str) -> None:
    result = call("sheet", "--from", filled)
    assert (result.code, result.err) == (0, "")
    for text in ("Kamer 3", "Herken je dat?", "Hoe kijk jij daarnaar?", "112"):
        assert text in result.out


@pytest.mark.parametrize("columns", [40, 57, 80, 100])
def test_the_sheet_fits_the_width(filled: str, columns: int) -> None:
    for argv in (["sheet", "--empty"], ["sheet", "--from", filled], ["sheet", "--empty", "--from", filled]):
        result = call(*argv, into=world(COLUMNS=str(columns)))
        assert result.code == 0
        assert max(len(line) for line in result.out.splitlines()) <= columns


@pytest.mark.parametrize(
    ("ending", "start"),
    [
        (".pdf", b"%PDF-"),
        (".html", b"<!doctype html>"),
        (".md", b"# "),
        (".txt", b"Mijn"),
        (".PDF", b"%PDF-"),
    ],
)
def test_the_sheet_as_a_file(filled: str, tmp_path: Path, ending: str, start: bytes) -> None:
    target = tmp_path / f"blad{ending}"
    result = call("sheet", "--from", filled, "-o", str(target))
    assert (result.code, result.out) == (0, "")
    assert target.read_bytes()[: len(start)].lower() == start.lower()
    assert target.stat().st_mode & 0o777 == 0o600


def test_what_may_not_be_printed_is_named_and_left_out(simple_guard: None, tmp_path: Path) -> None:
    path = tmp_path / "gesprek.json"
    write_preparation(path, REFUSED)
    result = call("sheet", "--from", str(path))
    assert result.code == 1
    assert "burn-out" not in result.out
    assert "GEHEIM" not in result.out + result.err
    assert "Wat zag je, feit 2: dit komt niet op het blad." in result.err
    assert "Je openingszin: dit komt niet op het blad." in result.err


def test_neither_a_preparation_nor_empty_names_both_ways() -> None:
    result = call("sheet")
    assert (result.code, result.out) == (2, "")
    assert "--from" in result.err
    assert "--empty" in result.err


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b'{"soort": "x"}', b"[" * 100_000])
def test_a_file_that_is_no_preparation(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gesprek.json"
    path.write_bytes(content)
    result = call("sheet", "--from", str(path))
    assert (result.code, result.out) == (3, "")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("target", ["map-die-er-niet-is/blad.txt", "."])
def test_a_place_that_cannot_be_written(tmp_path: Path, target: str) -> None:
    result = call("sheet", "--empty", "-o", str(tmp_path / target))
    assert (result.code in (2, 3), result.out) == (True, "")


def test_content_check_names_file_line_and_what_was_expected(tmp_path: Path) -> None:
    (tmp_path / "kaarten").mkdir()
    (tmp_path / "kaarten" / "nood.yaml").write_text("titel: Nood\nonbekend: ja\n", encoding="utf-8")
    result = call("content", "check", str(tmp_path))
    assert result.code == 4
    assert re.search(r"^kaarten/nood\.yaml:\d+: \S", result.out, re.MULTILINE)
    assert "niet" in result.err


def test_content_check_of_a_folder_that_is_none(tmp_path: Path) -> None:
    assert call("content", "check", str(tmp_path / "weg")).code == 3


def test_content_check_where_all_is_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("coach.library.check.check_content", lambda folder: [])
    result = call("content", "check", str(tmp_path))
    assert (result.code, result.out, result.err) == (0, "De inhoud klopt.\n", "")


def test_doctor_says_what_works_and_what_to_do() -> None:
    result = call("doctor", into=world(encoding="ascii"))
    assert result.code == 0
    assert "let op Terminal" in result.out
    assert "coach prep --plain" in result.out
    assert "LANG=" in result.out
    assert "goed   Inhoud" in result.out


def test_doctor_sees_broken_content(monkeypatch: pytest.MonkeyPatch) -> None:
    from coach.domain.errors import ContentError

    def broken() -> None:
        raise ContentError("De inhoud is stuk.")

    monkeypatch.setattr("coach.library.load.load_library", broken)
    result = call("doctor")
    assert result.code == 4
    assert "De inhoud is stuk." in result.out
