from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coach.domain.text import one_line
from coach.render.cells import cell_width, clusters, pad, wrap
from tests.unit.samples import HARD, any_text


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0), ("abc", 3), ("é", 1), ("e\u0301", 1), ("文字", 4), ("\u200b", 0),
        ("👍", 2), ("☎\ufe0f", 2), ("👩\u200d👧", 4),
    ],
)  # fmt: skip
def test_width(text: str, width: int) -> None:
    assert cell_width(text) == width


@given(any_text.map(one_line))
def test_no_terminal_shows_it_wider(text: str) -> None:
    assert cell_len(text) <= cell_width(text)


def test_clusters_stay_together() -> None:
    assert clusters("ae\u0301b") == ["a", "e\u0301", "b"]
    assert clusters("👩\u200d👩\u200d👧!") == ["👩\u200d👩\u200d👧", "!"]
    assert clusters("👍") == ["👍"]
    assert clusters("\u0301a") == ["\u0301", "a"]


@given(any_text)
def test_clusters_lose_nothing(text: str) -> None:
    assert "".join(clusters(text)) == text


@given(any_text.map(one_line), st.integers(4, 60))
def test_lines_fit_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines
    assert max(map(cell_width, lines)) <= width
    assert not any(line != line.strip() for line in lines)
    without = str.maketrans("", "", "- ")
    assert "".join(lines).translate(without) == text.translate(without)


def test_words_stay_whole_when_they_fit() -> None:
    assert wrap("een twee drie", 8) == ["een twee", "drie"]
    assert wrap("", 8) == [""]


def test_a_long_word_is_broken_with_a_sign() -> None:
    assert wrap("ja " + "a" * 10 + " nee", 6) == ["ja", "aaaaa-", "aaaaa", "nee"]
    assert wrap("文" * 5, 6) == ["文文-", "文文-", "文"]


def test_a_cluster_wider_than_a_line_is_parted() -> None:
    family = "\u200d".join("👩" * 30)
    assert max(map(cell_width, wrap(family, 20))) <= 20


def test_pad_counts_cells() -> None:
    assert pad("文", 4) == "文  "
    assert pad("lang", 2) == "lang"
    assert all(cell_width(pad(one_line(text), 30)) >= 30 for text in HARD)
