from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.text import MAX_TEXT, cap_text, clean_text, one_line


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("gewoon", "gewoon"),
        ("een\r\ntwee\rdrie\u2028vier\u2029vijf\x85zes", "een\ntwee\ndrie\nvier\nvijf\nzes"),
        ("zeven\x0bacht\x0cnegen", "zeven\nacht\nnegen"),
        ("a\tb", "a\tb"),
        ("\x1b[31mrood", "\ufffd[31mrood"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202eb\u2066c\u200fd", "a\ufffdb\ufffdc\ufffdd"),
        ("\ufefftekst", "\ufffdtekst"),
        ("\U000e0041", "\ufffd"),
        ("\ud800", "\ufffd"),
        ("👩\u200d👧 ☎\ufe0f", "👩\u200d👧 ☎\ufe0f"),
        ("[b]tekst[/b] {x} $y", "[b]tekst[/b] {x} $y"),
    ],
)  # fmt: skip
def test_clean_text(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@given(st.text(st.characters()))
def test_cleaned_text_is_harmless_and_stays_as_it_is(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert not [char for char in clean if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"]
    clean.encode("utf-8")


@given(st.text())
def test_cleaning_loses_no_letter(text: str) -> None:
    def letters(value: str) -> list[str]:
        return [char for char in value if char.isalnum()]

    assert letters(clean_text(text)) == letters(text)


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert line.splitlines() in ([], [line])
    assert line == " ".join(line.split())
    assert one_line(line) == line


def test_cap_says_whether_something_was_cut() -> None:
    assert cap_text("abc", 3) == ("abc", False)
    assert cap_text("abcd", 3) == ("abc", True)
    assert cap_text("a" * MAX_TEXT) == ("a" * MAX_TEXT, False)
    assert cap_text("a" * (MAX_TEXT + 1)) == ("a" * MAX_TEXT, True)


def test_a_megabyte_is_cleaned_at_once() -> None:
    start = time.perf_counter()
    clean_text("\x1b \r\n\u202e" * 250_000)
    assert time.perf_counter() - start < 5
