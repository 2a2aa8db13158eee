"""What the folder of an organisation does to the commands: check, rule, content check, and their start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.cli.environment import Environment
from tests.cli.world import ROOT, call, world
from tests.organisation import ASKED, ORGANISATION, PRESSED, WORDS, copied


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One place for what is built of the organisation's folder."""
    return str(tmp_path_factory.mktemp("huis"))


def here(home: str) -> Environment:
    """A world with the organisation's folder."""
    return world(COACH_CONTENT=str(ORGANISATION), COACH_HOME=home, COLUMNS="90")


def test_check_finds_by_its_rules(home: str) -> None:
    result = call("check", "--json", PRESSED, into=here(home))
    (found,) = [one for one in json.loads(result.out)["findings"] if one["rule"] == "inval-druk"]
    assert (found["category"], found["source"]) == ("dreigen", "Gedragscode De Linde, artikel 7")
    assert found["sure"] is True
    assert result.code == 1
    assert "inval-druk" not in call("check", "--json", PRESSED).out


def test_check_cannot_be_talked_out_of_the_coach_s_own(home: str) -> None:
    own = call("check", "Heb je een burn-out?", into=here(home))
    assert own.out == call("check", "Heb je een burn-out?", into=world(COLUMNS="90")).out
    assert "NOOD" in call("check", "Denk je aan zelfmoord?", into=here(home)).out


def test_rule_lists_and_explains_them_with_their_source(home: str) -> None:
    listed = call("rule", into=here(home)).out
    assert "meting-uitslag: Vraagt naar de uitslag van een meting (van je organisatie)" in listed
    assert listed.count("(van je organisatie)") == 2
    explained = call("rule", "meting-uitslag", into=here(home)).out
    assert "Regel meting-uitslag van je organisatie, soort klachten, oordeel verboden." in explained
    assert ASKED in explained
    assert "Bron: Gedragscode De Linde, artikel 4" in explained


def test_data_where_names_what_was_built(home: str) -> None:
    call("check", "Hoe gaat het?", into=here(home))
    told = " ".join(call("data", "where", into=here(home)).out.split())
    assert "van de map van je organisatie staat in" in told and "cache" in told
    assert "organisatie" not in call("data", "where", into=world(COACH_HOME=home + "/leeg")).out


def test_doctor_counts_them(home: str) -> None:
    told = call("doctor", into=here(home)).out
    assert "Regels van je organisatie: 2" in told and "Hulpkaart van je organisatie: 2 nummers" in told


def test_what_is_wrong_ends_with_its_place_and_code_4(tmp_path: Path) -> None:
    own = copied(tmp_path)
    (own / WORDS).write_text((own / WORDS).read_text("utf-8").replace("lindecoach ", "burn-out "), "utf-8")
    broken = world(COACH_CONTENT=str(own), COACH_HOME=str(tmp_path / "huis"))
    result = call("check", "Hoe gaat het?", into=broken)
    assert (result.code, result.out) == (4, "")
    assert "guard/lexicon/woorden.yaml:4: Dit woord kent coach al" in result.err
    assert result.err.count("\n") == 1
    checked = call("content", "check", str(own))
    assert checked.code == 4
    assert checked.out.startswith("guard/lexicon/woorden.yaml:4: Dit woord kent coach al")


@pytest.mark.parametrize("argv", [("check", "Hoe gaat het?"), ("rule",), ("sheet", "--empty")])
def test_a_folder_that_is_not_there(argv: tuple[str, ...], tmp_path: Path) -> None:
    result = call(*argv, into=world(COACH_CONTENT=str(tmp_path / "weg"), COACH_HOME=str(tmp_path)))
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith("De map die COACH_CONTENT noemt, is er niet.")


def test_the_emergency_card_needs_no_folder(tmp_path: Path) -> None:
    result = call("nood", into=world(COACH_CONTENT=str(tmp_path / "weg")))
    assert result.code == 0 and "0800-0113" in result.out


@pytest.mark.parametrize("argv", [["check", ASKED], ["sheet", "--empty"]], ids=" ".join)
def test_what_is_remembered_needs_no_parser(argv: list[str], home: str) -> None:
    call(*argv, into=here(home))
    code = (
        "import sys, coach.cli.main as m\n"
        "try:\n m.main(sys.argv[1:])\n"
        "except SystemExit:\n pass\n"
        "sys.stderr.write('\\n'.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *argv],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "COACH_CONTENT": str(ORGANISATION),
            "COACH_HOME": home,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(done.stderr.split("\n"))
    assert "coach.domain.guard.own_guard" in imported
    assert not imported & {"yaml", "pydantic", "pydantic_core", "coach.domain.guard.build_own"}
