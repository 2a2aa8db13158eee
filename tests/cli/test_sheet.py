"""`coach sheet`: the sheets it makes, in every form, and what it takes from an organisation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coach.cli.light_options import quick_options
from coach.storage.preparation_file import write_preparation
from tests.cli.world import call, world
from tests.unit.library.test_organisation import CARD, folder
from tests.unit.samples import TYPICAL


@pytest.fixture
def source(tmp_path: Path) -> str:
    """A preparation in a file."""
    path = tmp_path / "x.json"
    write_preparation(path, TYPICAL)
    return str(path)


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["--big", "-o", "a.pdf"], {"big": True, "target": "a.pdf"}),
        (["--from=x.json", "--output", "b", "-o", "c"], {"source": "x.json", "target": "c"}),
        ([], {}),
        (["-o"], None),
        (["-o", "-x"], None),
        (["--big=1"], None),
        (["--bi"], None),
        (["naam"], None),
        (["--help"], None),
        (["-oblad.pdf"], None),
    ],
)
def test_only_what_is_plainly_right_is_read_quickly(
    words: list[str], given: dict[str, object] | None
) -> None:
    flags, values = {"--big": "big"}, {"--from": "source", "-o": "target", "--output": "target"}
    assert quick_options(words, flags, values) == given


@pytest.mark.parametrize("before", [(), ("--",)], ids=["quick", "parsed"])
def test_both_ways_of_reading_the_options_make_the_same_sheet(source: str, before: tuple[str, ...]) -> None:
    result = call(*before, "sheet", "--from", source)
    assert (result.code, result.err) == (0, "")
    assert result.out == call("sheet", f"--from={source}").out
    assert TYPICAL.opening.split(".")[0] in result.out


@pytest.mark.parametrize(
    ("columns", "widest"), [("30", 40), ("40", 40), ("80", 80), ("120", 120), ("200", 120)]
)
def test_the_text_is_as_wide_as_the_terminal(columns: str, widest: int) -> None:
    result = call("sheet", "--empty", into=world(COLUMNS=columns))
    assert max(map(len, result.out.splitlines())) == widest


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--agreements",), "Wie doet wat"),
        (("--card",), "NIVEA"),
        (("--empty",), "Hulp bij ons (bedrijfsarts"),
    ],
)
def test_the_other_sheets(options: tuple[str, ...], says: str, tmp_path: Path) -> None:
    assert says in call("sheet", *options).out
    for ending in ("pdf", "html", "md", "txt"):
        target = tmp_path / f"blad.{ending}"
        result = call("sheet", *options, "-o", str(target))
        assert (result.code, result.out, target.stat().st_size > 400) == (0, "", True), ending


def test_the_agreements_take_the_next_date_of_the_preparation(source: str) -> None:
    assert "donderdag 26 november 2026" in call("sheet", "--from", source, "--agreements").out


def test_large_print(source: str, tmp_path: Path) -> None:
    for ending in ("pdf", "html"):
        usual, large = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
        assert call("sheet", "--from", source, "-o", str(usual)).code == 0
        assert call("sheet", "--from", source, "--big", "-o", str(large)).code == 0
        assert usual.read_bytes() != large.read_bytes()
    assert b'class="large"' in (tmp_path / "b.html").read_bytes()


def test_an_organisation_s_numbers_stand_on_the_sheet(source: str, tmp_path: Path) -> None:
    own = str(folder(tmp_path))
    result = call("sheet", "--from", source, into=world(COACH_CONTENT=own, COLUMNS="120"))
    assert "Hulp bij ons: Bedrijfsarts 030-1234567 (werkdagen)" in result.out
    assert "Hulpkaart van je organisatie: 2 nummers" in call("doctor", into=world(COACH_CONTENT=own)).out
    (tmp_path / "kaarten" / "hulp.yaml").write_text(CARD.replace("030-1234567", "bel ons"), "utf-8")
    wrong = call("sheet", "--empty", into=world(COACH_CONTENT=own))
    assert (wrong.code, wrong.out) == (4, "")
    assert "kaarten/hulp.yaml:4" in wrong.err
    assert "klopt niet" in call("doctor", into=world(COACH_CONTENT=own)).out


def test_what_is_refused_stands_in_no_form_of_any_sheet(tmp_path: Path) -> None:
    source = tmp_path / "x.json"
    write_preparation(source, replace(TYPICAL, place="bij de psychiater", label="Fatima"))
    for ending in ("html", "md", "txt"):
        target = tmp_path / f"blad.{ending}"
        result = call("sheet", "--from", str(source), "-o", str(target))
        assert result.code == 1
        assert result.err.index("je plek: dit komt niet op het blad.") < result.err.index("Het blad staat in")
        text = target.read_text("utf-8")
        assert "psychiater" not in text and "Fatima" not in text


def test_a_name_on_the_sheet_is_pointed_out_and_not_repeated(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    fact = replace(TYPICAL.facts[0], what="Ik zag dat Youssef drie keer na tien uur begon.", signal="")
    write_preparation(path, replace(TYPICAL, facts=(fact,)))
    result = call("sheet", "--from", str(path))
    assert (result.code, result.err.count("Er staat een naam op je blad")) == (0, 1)
    assert "Youssef" in result.out
    assert "Youssef" not in result.err
