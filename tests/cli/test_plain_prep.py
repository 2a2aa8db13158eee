"""Preparing in lines of text: each step, each command, every end, and hostile text in each field."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.cli.dialogue import Command
from coach.domain.conversation import Part
from coach.flows.prepare import STEPS
from coach.library.load import load_library
from tests.cli.conftest import BETTER
from tests.cli.lines import SKIP, at, exported, prepare
from tests.cli.world import HOSTILE, App, call, world

pytestmark = pytest.mark.usefixtures("simple_guard")


def test_the_sheet_comes_at_the_end_and_nothing_is_written_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = prepare(*at("plek", "Donderdag", "", "Kamer 3"), "")
    assert (result.code, result.err) == (0, "")
    assert "Kamer 3" in result.out[result.out.index("Dit is je blad.") :]
    assert list(tmp_path.iterdir()) == []


def test_every_step_is_named_with_its_number() -> None:
    out = prepare(*[SKIP] * len(STEPS)).out
    for number, where in enumerate(STEPS, start=1):
        assert f"Stap {number} van {len(STEPS)}: {where.title}" in out


def test_back_goes_back_and_loses_nothing(tmp_path: Path) -> None:
    prepared = exported(tmp_path, *at("plek", "Donderdag", "", "Kamer 3", "t", "", "", "Kamer 4"))
    assert (prepared.moment, prepared.place) == ("Donderdag", "Kamer 4")
    assert "Dit is de eerste stap." in prepare("t", "k").out


def test_commands_are_known_at_once_and_with_capitals() -> None:
    out = prepare("?", "!", "o", "", "K").out
    for head in ("Uitleg bij: ", "Bellen", "Overzicht", "Dit is je blad."):
        assert head in out


def test_the_overview_takes_you_to_a_step() -> None:
    out = prepare("o", "5", "k").out
    assert out.index("Overzicht") < out.index("Stap 5 van 15")
    assert "Stap 2 van 15" not in out
    assert "Voorbereiding: 1 van 7 klaar" in out


def test_what_is_still_empty_is_one_line_away() -> None:
    out = prepare(*at("plek", "Donderdag", "", "Kamer 3", "o", "", "l", "l", "k")).out
    assert "Stap 6 van 15" in out and "Stap 7 van 15" in out
    filled = prepare("l", "l", "k", argv=()).out
    assert "Stap 2 van 15" in filled and "Stap 3 van 15" in filled


@pytest.mark.parametrize("command", list(Command))
def test_each_command_works_at_each_question(command: Command) -> None:
    for where in STEPS:
        result = prepare(*at(where.id, command.value))
        assert result.code == 0
        assert "Dit is je blad." in result.out


def test_help_has_tips_what_not_to_do_and_memory_aids() -> None:
    out = prepare(*at("benoemen", "?")).out
    for head in ("Tips:", "Liever niet:", "Ezelsbruggen:"):
        assert head in out


@pytest.mark.parametrize("many", range(12))
def test_the_end_of_the_input_shows_what_was_entered(many: int) -> None:
    lines = ["1", "1", "", "12-11", "Begon om tien uur.", "", "Donderdag", "", "Kamer 3", "", "", ""][:many]
    result = prepare(*lines)
    assert (result.code, result.err) == (0, "")
    assert "Dit is je blad." in result.out
    assert result.out.endswith("Er is niets bewaard.\n")
    assert ("Begon om tien uur." in result.out) == (many >= 5)


def test_sick_gives_other_questions() -> None:
    sick = prepare("2", "1", "o", "6", "k").out
    well = prepare("1", "1", "o", "9", "k").out
    assert "ziek gemeld. Dan voer je geen signalerend gesprek" in " ".join(sick.split())
    library = load_library()
    only_well = [q.je for q in library.part(Part.BENOEMEN).questions if "ziek" not in q.statuses]
    assert only_well
    assert only_well[0] in " ".join(well.split())
    assert only_well[0] not in " ".join(sick.split())


def test_a_note_that_may_not_be_written_is_refused_and_offered_again(tmp_path: Path) -> None:
    lines = at("feiten", "12-11", "Heeft een burn-out.", "1", "Begon later.", "")
    assert "Mag niet." in prepare(*lines).out
    assert 'Je typte: "Heeft een burn-out."' in prepare(*lines).out
    assert [fact.what for fact in exported(tmp_path, *lines).facts] == ["Begon later."]


def test_a_note_can_be_left_out() -> None:
    out = prepare(*at("feiten", "12-11", "Heeft een burn-out.", "2", "")).out
    assert "burn-out" not in out[out.index("Dit is je blad.") :]


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("1", BETTER["zegt"]), ("2", "Want je moet rusten."), ("3", "Hoe kijk jij ernaar?")],  # type: ignore[index]
)
def test_a_sentence_to_say_can_be_replaced_kept_or_typed_again(
    tmp_path: Path, choice: str, kept: str
) -> None:
    again = ["Hoe kijk jij ernaar?"] if choice == "3" else []
    prepared = exported(tmp_path, *at("benoemen", "Want je moet rusten.", choice, *again, ""))
    assert [question.text for question in prepared.questions] == [kept]


def test_a_forbidden_sentence_may_stay_but_is_not_printed() -> None:
    result = prepare(*at("opening", "Heb je een burn-out?", "2"), "")
    assert "Deze zin komt niet op je blad." in result.out
    end = result.out[result.out.index("Dit is je blad.") :]
    assert "burn-out" not in end
    assert "Je openingszin: dit komt niet op het blad." in end


def test_nood_in_a_typed_line_shows_the_card() -> None:
    for step_id, lines in (
        ("feiten", ["12-11", "Zei: ik wil niet meer leven."]),
        ("plek", ["niet meer leven"]),
        ("opening", ["Wil je niet meer leven?"]),
        ("benoemen", ["Wil je niet meer leven?"]),
    ):
        out = prepare(*at(step_id, *lines)).out
        assert "NOOD." in out[: out.index("Dit is je blad.")]


def test_things_can_be_taken_away(tmp_path: Path) -> None:
    prepared = exported(
        tmp_path,
        *at("feiten", "12-11", "Een.", "13-11", "Twee.", "weg 1", "", SKIP, SKIP, SKIP, "1", "1", "weg 1", "",
            SKIP, "1 3", "weg 2", ""),
    )  # fmt: skip
    assert [fact.what for fact in prepared.facts] == ["Twee."]
    assert prepared.plans == ()
    assert len(prepared.questions) == 1


def test_taking_away_what_is_not_there_takes_nothing(tmp_path: Path) -> None:
    away = ["weg 0", "weg 9", "weg 99999999999999999999"]
    lines = at(
        "feiten",
        *away,
        "12-11",
        "Een.",
        *away,
        SKIP,
        SKIP,
        SKIP,
        SKIP,
        *away,
        "",
        SKIP,
        *away,
        "1",
        *away,
        "",
    )
    assert "Dat nummer staat er niet bij." in prepare(*lines).out
    prepared = exported(tmp_path, *lines)
    assert (len(prepared.facts), prepared.plans, len(prepared.questions)) == (1, (), 1)


@pytest.mark.parametrize("typed", ["32-13", "31-02", "morgen", "12-11-2030", "ooit", "00"])
def test_a_date_that_is_none_or_has_not_been_is_asked_again(typed: str) -> None:
    out = prepare(*at("feiten", typed, "12-11", "Begon later.", "")).out
    assert "do 12 nov 2026" in out
    assert ("snap ik niet" in out) or ("moet nog komen" in out)


def test_a_fact_may_have_no_date(tmp_path: Path) -> None:
    assert exported(tmp_path, *at("feiten", "-", "Begon later.", "")).facts[0].when is None


def test_the_next_date_lies_ahead_and_preferably_within_a_week() -> None:
    out = prepare(*at("afronding", "", "01-01-2020", "niks", "20-12-2026"), "").out
    assert "Die dag is al geweest." in out
    assert "Deze datum snap ik niet." in out
    assert "langer dan een week" in out


def test_no_more_than_fits_the_sheet(tmp_path: Path) -> None:
    out = prepare(*at("benoemen", "1,2,3,4,5,6,7", "")).out
    assert "Je hebt 6 vragen. Meer past niet op het blad." in out
    prepared = exported(tmp_path, *at("feiten", *["12-11", "Begon later."] * 8, "12-11", ""))
    assert len(prepared.facts) == 8


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_does_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    typed = [text, "2", text, "2", text, "1", text, "", text, "x", ""]
    for where in STEPS:
        result = prepare(*at(where.id, *typed), text, "")
        assert result.code == 0, result.err
        assert not {"\x1b", "\x9b", "\x07", "\x00", "\u202e"} & set(result.out + result.err)


def test_hostile_text_is_kept_as_it_is_cleaned(tmp_path: Path) -> None:
    prepared = exported(tmp_path, *at("plek", "[/b] \x1b[31m {0}", "Kamer"))
    assert prepared.moment == "[/b] \ufffd[31m {0}"


def test_no_boxes_and_no_colour_on_any_terminal() -> None:
    before_sheet = prepare(*[SKIP] * len(STEPS), terminal=True).out.partition("Dit is je blad.")[0]
    assert not set(before_sheet) & set("\x1b│─┌┐└┘├┤╭╮╰╯|=_+")


@pytest.mark.parametrize("columns", ["40", "80"])
def test_the_dialogue_fits_the_width(columns: str) -> None:
    typed = "\n".join(["?", "o", "", *[SKIP] * len(STEPS)])
    result = call("prep", "--plain", into=world(typed, COLUMNS=columns))
    prompts = ("?", ":")
    for line in result.out.splitlines():
        assert len(line) <= int(columns) or line.rstrip().endswith(prompts)


def test_ctrl_c_says_that_nothing_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("coach.cli.dialogue.typed_line", interrupted)
    result = prepare()
    assert result.code == 130
    assert "niets bewaard" in result.err


def test_accessible_is_plain() -> None:
    app = App()
    result = call("prep", into=world("k\n", terminal=True, app=app, ACCESSIBLE="1"))
    assert (result.code, app.opened) == (0, [])
    assert "Dit is je blad." in result.out
