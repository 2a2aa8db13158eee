"""`coach live`: how the app is opened, and the talk in lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coach.cli.plain_live import LETTERS, NOT_CLOSED, UNKNOWN
from coach.domain.conversation import Part
from coach.domain.preparation import Chosen, Preparation
from coach.storage.agreements_file import read_record
from coach.storage.preparation_file import write_preparation
from tests.cli.world import HOSTILE, App, Result, call, world

pytestmark = pytest.mark.usefixtures("simple_guard")
OPENING = "Ik zag dat je later begon. Herken je dat?"


def talk(*lines: str, argv: tuple[str, ...] = ()) -> Result:
    """Type these lines into `coach live --plain`, one every minute, and nothing more."""
    minutes: Iterator[int] = iter(range(0, 60_000, 60))
    typed = "".join(f"{line}\n" for line in lines)
    return call("live", "--plain", *argv, into=world(typed, clock=lambda: float(next(minutes))))


def test_the_app_opens_on_the_talk_with_what_was_asked(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.json"
    write_preparation(path, Preparation(opening=OPENING))
    app = App()
    into = world(terminal=True, app=app, COACH_KEYS="leeg=x, verder=n spatie")
    assert call("live", "Mijn gesprek", "--compact", "--from", str(path), into=into).code == 0
    assert app.opened == [(Preparation(label="Mijn gesprek", opening=OPENING), "live")]
    assert app.wishes is not None
    assert (app.wishes.compact, app.wishes.keys["leeg"]) == (True, ("x",))


@pytest.mark.parametrize("command", [[], ["prep"], ["live"]])
def test_keys_that_cannot_be_read_are_wrong_usage(command: list[str]) -> None:
    result = call(*command, into=world(terminal=True, COACH_KEYS="leeg=p"))
    assert (result.code, result.out) == (2, "")
    assert "COACH_KEYS" in result.err


def test_without_a_terminal_it_says_what_does_work() -> None:
    result = call("live")
    assert result.code == 6
    assert "coach live --plain" in result.err


def test_the_whole_talk_in_lines() -> None:
    result = talk(*[""] * 6, "donderdag")
    assert (result.code, result.err) == (0, "")
    for number in range(1, 6):
        assert f"Deel {number} van 5." in result.out
    assert "geheugensteun" in result.out.splitlines()[3]
    assert result.out.rstrip().endswith("Jullie praten weer op donderdag 26 november 2026.")


def test_there_is_no_end_without_a_day_or_the_word_for_none() -> None:
    out = talk("5", "", "gisteren", "snor", "volgende week", "6", "t", "k", "Geen afspraak").out
    assert out.count("Wanneer praten jullie weer?") == 2
    assert "al geweest" in out
    assert "5. vrijdag 27 november 2026\n6. Een andere dag" in out, "said back, with the days it may be"
    assert out.rstrip().endswith("Jullie maken nu geen afspraak.")
    assert NOT_CLOSED in talk("5", "").out


def test_the_agreements_close_the_talk_and_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "samen.json"
    agreed = ("1", "1", *[""] * 11, "morgen", "over zes weken", "")
    result = talk("5", "", "", *agreed, str(path))
    assert "Jullie praten weer op maandag 23 november 2026." in result.out, result.out
    assert read_record(path).first_check == date(2026, 11, 23)
    nothing = talk("5", "", "", "geen", "", "", "", "", "").out
    assert "Jullie maken nu geen afspraak." in nothing


def test_prepared_sentences_come_first_and_a_refused_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.json"
    asked = (Chosen(Part.INVLOED, "Hoe loopt de planning?"), Chosen(Part.INVLOED, "Heb je een burn-out?"))
    write_preparation(path, Preparation(opening=OPENING, questions=asked))
    out = talk("", "", argv=("--from", str(path))).out
    assert out.index(OPENING) < out.index("Hoe loopt de planning?")
    assert "dit komt niet in beeld" in out
    assert "Heb je een burn-out?" not in out


def test_every_letter_does_its_thing() -> None:
    out = talk("", "a", "t", "l", "l", "v", "p", "", "s", "", "b", "", "w", "u", "h", "!", "zomaar").out
    assert "Genoteerd: je luistert." in out and "Genoteerd: jij praat." in out
    assert "Jij praatte 1 minuut, je medewerker 1 minuut." in out
    assert "Pauze, de tijd staat stil." in out
    assert "Tel 10 keer je adem." in out
    assert "\n" * 50 in out
    assert "ziek gemeld" in out
    assert all(f"{letter}: {told}" in out for letter, told in LETTERS)
    assert "0800-0113" in out
    assert out.count(UNKNOWN) == 1


def test_nothing_is_written_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    typed = "? Heb je zin om mee te denken?\n\nl\nl\n5\n\n" + "donderdag\n"
    result = call("live", "--plain", into=world(typed, COACH_HOME=str(tmp_path / "thuis")))
    assert result.out.rstrip().endswith("Jullie praten weer op donderdag 26 november 2026.")
    assert (result.err, list(tmp_path.iterdir())) == ("", [])


def test_a_hard_moment_and_a_sentence_to_check() -> None:
    out = talk("m", "1", "m", "", "?", "Heb je een burn-out?", "? Hoe gaat het?", "? niet meer leven").out
    assert "Neem je tijd." in out and "Daarna:" in out
    assert "Kies liever: Hoe gaat het met je werk?" in out
    assert "Verboden" not in out
    assert "Dit kun je zo zeggen." in out
    assert "Bel" in out and "113" in out


@pytest.mark.parametrize("text", HOSTILE)
def test_foul_text_does_nothing(text: str) -> None:
    clean = text.replace("\n", " ")
    result = call("live", "--plain", into=world(f"{clean}\n?\n{clean}\nm\n{clean}\nk\n{clean}\n"))
    assert result.code == 0
    assert "\x1b" not in result.out + result.err and "\u202e" not in result.out
