"""The line contract of `coach check --json`: other programs stand on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.cli.reading import MAX_LINE
from coach.domain.guard.labels import Act, Category, Verdict
from tests.cli.world import HOSTILE, ROOT, call, world

KEYS = ["text", "verdict", "nood", "findings", "acts"]
FINDING_KEYS = ["rule", "category", "start", "end", "why", "instead", "source", "sure"]
ASK = "Heb je een burn-out?"
GOOD = "Hoe gaat het met je?"


def answers(*argv: str, stdin: str | bytes = b"") -> tuple[int, list[dict[str, Any]]]:
    """The exit code, and one object for each line that came out."""
    result = call("check", "--json", *argv, into=world(stdin))
    return result.code, [json.loads(line) for line in result.out.split("\n")[:-1]]


def test_one_sentence_gives_one_object_with_the_keys_in_order() -> None:
    code, found = answers(ASK)
    assert code == 1
    assert len(found) == 1
    assert list(found[0]) == KEYS
    assert found[0]["text"] == ASK
    assert found[0]["verdict"] == Verdict.VERBODEN
    assert found[0]["nood"] is False
    assert Act.GESLOTEN_VRAAG in found[0]["acts"]


def test_a_finding_has_its_keys_in_order_and_points_into_the_text() -> None:
    _, found = answers(ASK)
    assert found[0]["findings"]
    for finding in found[0]["findings"]:
        assert list(finding) == FINDING_KEYS
        assert finding["category"] in list(Category)
        assert 0 <= finding["start"] < finding["end"] <= len(ASK)
        assert "burn-out" in ASK[finding["start"] : finding["end"]]
        assert all(finding[key] for key in ("rule", "why", "instead", "source"))
        assert isinstance(finding["sure"], bool)


def test_the_object_is_what_design_fixed_byte_for_byte_where_nothing_is_found() -> None:
    result = call("check", "--json", "De vergadering is om tien uur.")
    assert result.out.startswith(
        '{"text": "De vergadering is om tien uur.", "verdict": "goed", "nood": false, '
    )
    assert '"findings": [], "acts": [' in result.out
    assert result.code == 0
    assert result.err == ""


def test_lines_are_answered_in_order_and_empty_ones_are_good() -> None:
    code, found = answers("-", stdin=f"{GOOD}\n\n{ASK}\n")
    assert code == 1
    assert [(item["text"], item["verdict"]) for item in found] == [
        (GOOD, "goed"),
        ("", "goed"),
        (ASK, "verboden"),
    ]
    assert found[1] == {"text": "", "verdict": "goed", "nood": False, "findings": [], "acts": []}


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_any_line_ending_and_none_at_the_end(ending: str) -> None:
    _, found = answers("-", stdin=f"{GOOD}{ending or chr(10)}{ASK}{ending}")
    assert [item["text"] for item in found] == [GOOD, ASK]


def test_nothing_in_gives_nothing_out() -> None:
    assert answers("-", stdin=b"") == (0, [])


def test_a_line_that_is_no_utf8_is_an_error_in_its_place() -> None:
    code, found = answers("-", stdin=GOOD.encode() + b"\ncaf\xe9\n" + ASK.encode() + b"\n")
    assert code == 3
    assert [list(item) for item in found] == [KEYS, ["error"], KEYS]
    assert found[2]["verdict"] == "verboden"


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    _, found = answers("-", stdin=b"\xef\xbb\xbf" + GOOD.encode())
    assert found[0]["text"] == GOOD


def test_a_line_without_end_is_refused_and_the_next_is_answered() -> None:
    code, found = answers("-", stdin=b"x" * (2 * MAX_LINE + 5) + b"\n" + GOOD.encode())
    assert code == 3
    assert list(found[0]) == ["error"]
    assert found[1]["text"] == GOOD


def test_a_long_line_is_read_to_its_end() -> None:
    text = "De planning is klaar. " * 2_000 + ASK
    code, found = answers("-", stdin=text)
    assert found[0]["text"] == text
    assert (code, found[0]["verdict"]) == (1, "verboden")


def test_newlines_in_an_argument_separate_utterances() -> None:
    _, found = answers(f"{GOOD}\n{ASK}")
    assert [item["text"] for item in found] == [GOOD, ASK]


def test_note_mode() -> None:
    code, found = answers("--note", "Gesproken over de taken.")
    assert (code, found[0]["verdict"], found[0]["acts"]) == (0, "mag", [])
    code, found = answers("--note", "Medewerker heeft een burn-out.")
    assert (code, found[0]["verdict"], found[0]["acts"]) == (1, "mag_niet", [])
    assert answers("--note", "--fail-on", "verboden", "Medewerker heeft een burn-out.")[0] == 1


def test_what_the_employee_says_is_not_judged_but_nood_is_seen() -> None:
    code, found = answers("--employee", "Ik heb een burn-out en het hoeft voor mij niet meer.")
    assert (code, found[0]["verdict"], found[0]["findings"]) == (0, "goed", [])
    assert found[0]["nood"] is True


def test_status_changes_what_may_be_asked() -> None:
    assert answers("Wat kun je nog wel?")[1][0]["verdict"] == "goed"
    code, found = answers("--status", "ziek", "Wat kun je nog wel?")
    assert found[0]["verdict"] == "voorzichtig"
    assert code == 1


@pytest.mark.parametrize(("level", "code"), [("voorzichtig", 1), ("liever_niet", 0), ("verboden", 0)])
def test_fail_on_sets_from_where_it_counts(level: str, code: int) -> None:
    assert answers("--status", "ziek", "--fail-on", level, "Wat kun je nog wel?")[0] == code


def test_a_file_is_read_by_lines(tmp_path: Path) -> None:
    path = tmp_path / "vragen.txt"
    path.write_text(f"{GOOD}\n{ASK}\n", encoding="utf-8")
    assert [item["text"] for item in answers("--file", str(path))[1]] == [GOOD, ASK]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    result = call("check", "--json", "--", text)
    assert "\x1b" not in result.out + result.err
    assert "\x9b" not in result.out + result.err
    for line in result.out.split("\n")[:-1]:
        json.loads(line)


@given(st.binary(max_size=400))
def test_any_bytes_give_one_object_a_line(data: bytes) -> None:
    code, found = answers("-", stdin=data)
    assert code in (0, 1, 3)
    expected = len(data.split(b"\n")) - (1 if data.endswith(b"\n") or not data else 0)
    # A byte order mark alone on a last line without an end is nothing at all, or an empty line.
    assert abs(len(found) - expected) <= (data.startswith(b"\xef\xbb\xbf"))
    for item in found:
        assert list(item) in (KEYS, ["error"])


def test_where_the_stream_is_not_utf8_the_json_is_ascii() -> None:
    result = call("check", "--json", "Hoe gaat het, André?", into=world(encoding="latin-1"))
    assert result.out.isascii()
    assert json.loads(result.out)["text"] == "Hoe gaat het, André?"


def test_each_line_is_answered_before_the_next_is_read() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "coach", "check", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for text in (GOOD, ASK, "", GOOD):
            running.stdin.write(text.encode() + b"\n")
            running.stdin.flush()
            # Reading would wait for ever if the answer waited for another line.
            assert json.loads(running.stdout.readline())["text"] == text
        running.stdin.close()
        assert running.wait(timeout=20) == 1
