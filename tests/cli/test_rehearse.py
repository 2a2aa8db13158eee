"""`coach rehearse`: the list, a script, lines of text, and what is said when it cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coach.domain.guard.labels import Act
from coach.domain.preparation import Fact, Preparation
from coach.storage.preparation_file import write_preparation
from tests.cli.store_world import run
from tests.cli.world import HOSTILE, App, call, world
from tests.unit.storage.stores import PASSPHRASE, made

LINES = (
    "Ik zag dat je dinsdag drie kwartier later inlogde. Herken je dat?\n"
    "Hoe is het voor je op het werk?\n\n"
    "Heb je een burn-out?\n"
    "Sorry, dat had ik niet moeten vragen.\n"
    "Wat merk je in je werk?\n"
)


def _played(*more: str, lines: str = LINES) -> dict[str, Any]:
    result = call("rehearse", "planner-transport", "--script", "-", "--json", *more, into=world(lines))
    assert (result.code, result.err) == (0, "")
    found: dict[str, Any] = json.loads(result.out)
    assert result.out.count("\n") == 1
    return found


def test_the_list() -> None:
    lines = call("rehearse", "--list", "--json").out.splitlines()
    known = [json.loads(line) for line in lines]
    assert [list(scenario) for scenario in known] == [["id", "title", "who", "sector", "level", "style"]] * 8
    assert {scenario["level"] for scenario in known} == {1, 2, 3}
    assert len({scenario["style"] for scenario in known}) == 8
    shown = call("rehearse", "--list").out
    for scenario in known:
        assert scenario["id"] in shown
        assert scenario["title"] in shown


def test_the_data_of_a_script() -> None:
    found = _played("--seed", "3")
    assert list(found)[:4] == ["scenario", "level", "seed", "turns"]
    assert (found["scenario"], found["level"], found["seed"]) == ("planner-transport", 1, 3)
    turns = found["turns"]
    assert [turn["text"] for turn in turns] == LINES.split("\n")[:-1]
    for turn in turns:
        assert {"text", "analysis", "reply", "trust", "tension", "rung", "station"} <= set(turn)
        assert turn["reply"]
        assert 0 <= turn["trust"] <= 100
        assert 2 <= turn["station"] <= 5
    assert turns[3]["analysis"]["verdict"] == "verboden"
    assert turns[3]["trust"] < turns[2]["trust"]
    assert set(found["blocks"]) == {"veilig", "luisteren", "route"}
    for block in found["blocks"].values():
        assert block["standing"] in ("nog_niet", "op_weg", "stevig")
        assert block["measures"]
    assert found["debrief"]["try"]["own"] == "Heb je een burn-out?"
    assert found["debrief"]["strength"]["why"]


def test_the_same_input_gives_the_same_bytes_and_another_seed_another_talk() -> None:
    assert _played("--seed", "3") == _played("--seed", "3")
    assert _played() == _played("--seed", "1")
    replies = [[turn["reply"] for turn in _played("--seed", str(seed))["turns"]] for seed in (3, 4)]
    assert replies[0] != replies[1]


def test_a_harder_level_begins_lower() -> None:
    easy, hard = (_played("--level", level)["turns"][0] for level in ("1", "3"))
    assert hard["trust"] < easy["trust"]
    assert hard["tension"] > easy["tension"]


def test_in_words_with_the_debrief_in_a_file(tmp_path: Path) -> None:
    target = tmp_path / "nabespreking.md"
    result = call(
        "rehearse", "planner-transport", "--script", "-", "-o", str(target), into=world(LINES, COLUMNS="60")
    )
    assert result.code == 0
    for words in (
        "Marit:",
        "(je zegt niets)",
        "Nabespreking",
        "Dit was sterk",
        "Probeer dit eens",
        "Luisteren:",
    ):
        assert words in result.out
    assert max(len(line) for line in result.out.splitlines()) <= 60
    assert str(target) in result.err
    paper = target.read_text("utf-8")
    assert "Vertrouwen per beurt" in paper
    assert "burn-out" not in paper


def test_what_comes_after_the_end_is_not_played() -> None:
    threats = (
        "Als dit zo doorgaat heeft dat gevolgen voor je contract.\nJe moet me nu zeggen wat je hebt!\n" * 4
    )
    found = _played("--level", "3", lines=threats)
    assert found["ended"]
    assert found["unplayed"] > 0
    assert found["blocks"]["veilig"]["standing"] == "nog_niet"


def test_nothing_said_gives_no_result() -> None:
    found = _played(lines="")
    assert (found["turns"], found["blocks"], found["debrief"]) == ([], None, None)
    assert _played(lines="\n\n")["debrief"] is None


@pytest.mark.parametrize(
    ("argv", "stdin", "code", "words"),
    [
        (("weet-ik-niet", "--script", "-"), "", 2, "coach rehearse --list"),
        (("mijn-situatie", "--script", "-"), "", 2, "coach rehearse --list"),
        (("--script", "-"), "", 2, "hoort een scenario"),
        (("planner-transport", "--script", "-", "--level", "4"), "", 2, "niveau van 1 tot en met 3"),
        (("planner-transport", "--script", "-", "--seed", "-1"), "", 2, "--seed"),
        (("planner-transport", "--json"), "", 2, "--json hoort bij"),
        (("planner-transport", "--script", "weg.txt"), "", 3, "bestaat niet"),
        (("planner-transport", "--script", "-"), b"goed\n\xff\xfe\n", 3, "Regel 2"),
        (("planner-transport", "--script", "-", "-o", "x.doc"), "", 2, ".pdf"),
        (("planner-transport", "--script", "-", "--rephrase", "http://example.org"), "", 2, "deze computer"),
        (("planner-transport", "--style", "boos", "--plain"), "", 2, "--from"),
        (("planner-transport",), "", 6, "--plain"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    argv: tuple[str, ...], stdin: str | bytes, code: int, words: str
) -> None:
    result = call("rehearse", *argv, into=world(stdin))
    assert result.code == code
    assert words in result.err
    assert result.out == ""


def test_the_app_opens_with_what_was_asked() -> None:
    app = App()
    call("rehearse", "thuiszorg", "--level", "2", "--seed", "9", into=world(terminal=True, app=app))
    assert app.wishes is not None
    assert app.wishes.rehearse == ("thuiszorg", "2", "9", "")
    call("rehearse", into=world(terminal=True, app=app))
    assert [start for _, start in app.opened] == ["rehearse", "rehearse"]
    assert app.wishes.rehearse == ()


def test_a_whole_rehearsal_in_lines() -> None:
    typed = [
        "1", "", "1",  # whom, level, hints
        "Ik zag dat je dinsdag drie kwartier later inlogde. Herken je dat?",
        "Je moet gewoon pauze nemen.",
        "t 2",
        "Hoe is het voor je op het werk?",
        "w", "1",
        "p", "1",
        "", "?", "!",
        "k",
        "2", "", "Als ik wil adviseren, dan zeg ik eerst wat ik hoorde.", "Ze heeft een burn-out.", "", "",
    ]  # fmt: skip
    result = call("rehearse", "--plain", "--seed", "2", into=world("\n".join(typed) + "\n"))
    assert result.code == 0
    for words in (
        "Met wie wil je oefenen?", "Je praat met Marit", "(hint)", "Je staat weer voor beurt 2",
        "anders vanaf beurt 2", "Noodkaart", "Nabespreking", "Jij dacht aan beurt 2", "advies",
        "Mag niet. Dit mag je niet opschrijven.",
    ):  # fmt: skip
        assert words in result.out, words
    assert (
        "hint"
        not in call(
            "rehearse",
            "planner-transport",
            "--plain",
            "--level",
            "1",
            into=world("2\nJe moet pauze nemen.\nk\n"),
        )
        .out.split("Nabespreking")[0]
        .split("klaar.")[1]
    )


def test_counts_are_kept_when_asked_and_only_then(tmp_path: Path) -> None:
    home = tmp_path / "thuis"
    with made(home):
        pass
    secret = tmp_path / "wachtwoord.txt"
    secret.write_text(PASSPHRASE, "utf-8")
    argv = ("rehearse", "thuiszorg", "--plain", "--level", "1", "--seed", "1")
    where = str(secret)

    def rehearsed(answer: str) -> str:
        typed = f"1\nIk zag dat je vier keer ruilde. Herken je dat?\nk\n\n\n\n\n{answer}\n"
        result = run(home, *argv, stdin=typed, COACH_PASSPHRASE_FILE=where)
        assert (result.code, result.err) == (0, "")
        return result.out

    assert "Je oefende" not in rehearsed("")
    assert "Je oefende 1 keer: Yusuf 1 keer." in rehearsed("j")
    assert "Luisteren: nog niet, nog niet." in rehearsed("j")
    data = json.loads(run(home, "data", "export", COACH_PASSPHRASE_FILE=where).out)
    assert data["oefeningen"] == {"thuiszorg": 2}
    assert "ruilde" not in json.dumps(data)
    assert run(home, "data", "forget", "Oefeningen", "--yes", COACH_PASSPHRASE_FILE=where).code == 0
    assert json.loads(run(home, "data", "export", COACH_PASSPHRASE_FILE=where).out)["bewaard"] == []


def test_the_end_of_the_input_still_gives_the_debrief() -> None:
    result = call(
        "rehearse",
        "planner-transport",
        "--plain",
        "--level",
        "1",
        "--seed",
        "1",
        into=world("1\nHoe gaat het?\n"),
    )
    assert result.code == 0
    assert "Nabespreking" in result.out


def test_words_of_danger_show_the_card_and_count_for_nothing() -> None:
    result = call(
        "rehearse", "planner-transport", "--plain", "--level", "1", into=world("1\nIk wil niet meer leven.\n")
    )
    assert "113" in result.out
    assert "Het oefenen staat stil" in result.out
    found = _played(lines="Ik wil niet meer leven.\nHoe gaat het?\n")
    assert found["turns"][0]["analysis"]["nood"]
    assert found["turns"][0]["reply"] == ""


def test_one_s_own_talk_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.json"
    write_preparation(path, Preparation(facts=(Fact("Je leverde de offerte twee keer later in."),)))
    found = call(
        "rehearse",
        "--from",
        str(path),
        "--style",
        "zwijgen",
        "--script",
        "-",
        "--json",
        into=world("Hoe gaat het?\n"),
    )
    assert found.code == 0
    assert json.loads(found.out)["scenario"] == "mijn-situatie"
    app = App()
    call("rehearse", "--from", str(path), "--style", "zwijgen", into=world(terminal=True, app=app))
    assert app.wishes is not None
    assert app.wishes.rehearse == ("mijn-situatie", "2", "", "zwijgen")
    both = call("rehearse", "thuiszorg", "--from", str(path), "--script", "-", into=world(""))
    assert both.code == 2


def test_hostile_lines_do_nothing() -> None:
    text = "\n".join(line for line in HOSTILE if "\ud800" not in line)
    result = call("rehearse", "planner-transport", "--script", "-", into=world(text))
    assert result.code == 0
    assert "\x1b" not in result.out
    assert "\u202e" not in result.out


def test_acts_come_with_the_turn() -> None:
    assert Act.WERKINVLOED.value in _played()["turns"][5]["analysis"]["acts"]
