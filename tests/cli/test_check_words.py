"""`coach check` for people: words, the emergency card, colours, asking, wrong usage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.world import HOSTILE, call, world

ASK = "Heb je een burn-out?"


def test_a_forbidden_question_says_what_why_what_instead_and_the_source() -> None:
    result = call("check", ASK)
    assert result.code == 1
    assert result.err == ""
    lines = result.out.splitlines()
    assert lines[0] == "Verboden. Dit mag je niet vragen of raden."
    for head in ("Het gaat om: ", "Waarom: ", "Zeg liever: ", "Bron: "):
        assert any(line.startswith(f"  {head}") for line in lines), head


def test_a_good_question_needs_one_line() -> None:
    assert call("check", "Hoe gaat het met je?").out == "Goed. Dit kun je zo zeggen.\n"


def test_a_note_is_called_a_note() -> None:
    result = call("check", "--note", "Medewerker heeft een burn-out.")
    assert result.out.startswith("Mag niet. Dit mag je niet opschrijven.")
    assert "Schrijf liever: " in result.out
    assert call("check", "--note", "Gesproken over de taken.").out == "Mag. Dit kun je zo opschrijven.\n"


def test_nood_shows_the_card_before_the_verdict() -> None:
    result = call("check", "Denk je aan zelfmoord?")
    assert result.out.startswith("NOOD.")
    assert result.out.index("112") < result.out.index("Goed.")
    assert "0800-0113" in result.out
    assert result.code == 0


def test_words_without_quotation_marks_are_one_sentence() -> None:
    assert call("check", "Heb", "je", "een", "burn-out?").out == call("check", ASK).out


def test_several_lines_are_numbered() -> None:
    result = call("check", "-", into=world(f"Hoe gaat het?\n{ASK}\n"))
    assert "Regel 1: " in result.out
    assert "Regel 2: " in result.out


def test_an_unreadable_line_is_named_on_stderr() -> None:
    result = call("check", "-", into=world(b"goed zo\n\xff\xfe\n"))
    assert result.code == 3
    assert result.err.startswith("Regel 2: ")


def test_colours_only_on_a_terminal_that_wants_them() -> None:
    assert "\x1b[" in call("check", ASK, into=world(terminal=True)).out
    for quiet in (
        world(),
        world(terminal=True, NO_COLOR="1"),
        world(terminal=True, TERM="dumb"),
        world(terminal=True, ACCESSIBLE="1"),
    ):
        assert "\x1b" not in call("check", ASK, into=quiet).out


def test_a_colour_says_nothing_that_the_words_do_not() -> None:
    coloured = call("check", ASK, into=world(terminal=True)).out
    for code in ("31", "32", "33", "1", "2", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == call("check", ASK).out


def test_alone_on_a_terminal_it_asks_for_the_sentence_on_stderr() -> None:
    result = call("check", into=world(f"{ASK}\n", terminal=True, NO_COLOR="1"))
    assert result.err == "Welke zin wil je toetsen? Typ hem en druk op Enter.\n"
    assert result.out == call("check", ASK).out


@pytest.mark.parametrize("typed", ["", "\n", "   \n"])
def test_no_sentence_typed_is_wrong_usage(typed: str) -> None:
    result = call("check", into=world(typed, terminal=True))
    assert (result.code, result.out) == (2, "")


def test_a_sentence_typed_in_another_encoding_is_read() -> None:
    environment = world("Hoe gaat het, André?\n".encode("latin-1"), terminal=True)
    assert call("check", into=environment).code == 0


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        ([], "Geef een zin"),
        (["--status", "moe", "x"], "werkt of ziek"),
        (["--status"], "Achter --status hoort nog een waarde"),
        (["--note=ja", "x"], "Achter --note hoort geen waarde"),
        (["--fail-on", "goed", "x"], "voorzichtig, liever_niet of verboden"),
        (["--note", "--employee", "x"], "niet allebei"),
        (["--file", "a.txt", "zin"], "niet allebei"),
        (["--snel", "x"], "De optie --snel ken ik niet"),
        (["-q", "x"], "Die optie ken ik niet"),
    ],
)
def test_wrong_usage_is_said_in_dutch(argv: list[str], says: str) -> None:
    result = call("check", *argv)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert result.err.count("\n") == 1


def test_a_sentence_that_looks_like_an_option_is_not_repeated() -> None:
    result = call("check", "--Ben je nou GEHEIM ziek?")
    assert result.code == 2
    assert "GEHEIM" not in result.err
    assert "Zet er dan --" in result.err
    assert call("check", "--", "--Ben je nou ziek?").code in (0, 1)


@pytest.mark.parametrize("name", ["bestaat-niet.txt", ".", "\x00"])
def test_a_file_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    result = call("check", "--file", str(tmp_path / name))
    assert (result.code, result.out) == (3, "")
    assert result.err.strip()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("terminal", [False, True])
def test_no_escape_of_the_text_comes_out(text: str, terminal: bool) -> None:
    result = call("check", "--", text, into=world(terminal=terminal, NO_COLOR="1"))
    assert result.code in (0, 1, 3)
    assert not {"\x1b", "\x9b", "\x07", "\x00", "\u202e"} & set(result.out + result.err)


@pytest.mark.parametrize("columns", ["40", "60", "80", "100", "7", "99999999", "breed"])
def test_lines_fit_the_width(columns: str) -> None:
    result = call("check", f"{ASK} " * 6, into=world(COLUMNS=columns))
    limit = {"40": 40, "7": 40, "60": 60, "80": 80, "breed": 80}.get(columns, 100)
    assert max(len(line) for line in result.out.splitlines()) <= limit
