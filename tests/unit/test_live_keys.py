"""Keys of one's own: what is understood, and a clear sentence for what is not."""

from __future__ import annotations

import pytest

from coach.domain.errors import UsageError
from coach.domain.live_keys import LIVE_KEYS, keys_of, read_keys


def test_no_key_has_two_meanings_and_none_needs_ctrl() -> None:
    keys = [key for item in LIVE_KEYS for key in item.keys]
    assert len(keys) == len(set(keys))
    assert not any("ctrl" in key for key in keys)


def test_keys_are_read_and_the_others_stay() -> None:
    given = read_keys(" leeg = x , Verder=n SPATIE F8,")
    assert given == {"leeg": ("x",), "verder": ("n", "spatie", "f8")}
    assert keys_of(given, "leeg") == ("x",)
    assert keys_of(given, "pauze") == ("p",)
    assert read_keys("") == {}
    assert read_keys("leeg=p, pauze=b") == {"leeg": ("p",), "pauze": ("b",)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("leeg", "Schrijf het zo"),
        ("leeg=", "Schrijf het zo"),
        ("zwart=x", "Kies uit: verder"),
        ("leeg=ctrl+b", "toets die coach niet kent"),
        ("leeg=f9", "toets die coach niet kent"),
        ("leeg=p", "twee taken: pauze en leeg"),
        ("leeg=\x1b", "toets die coach niet kent"),
    ],
)
def test_what_is_not_understood_is_said(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_keys(text)
