"""First names in what the user typed."""

from __future__ import annotations

import pytest

from coach.domain.names import FirstNames
from coach.library.load import load_library

KNOWN = FirstNames(frozenset({"youssef", "anna", "zoë", "jean-pierre"}), frozenset({"wil", "mei"}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Youssef kwam drie keer te laat.", ("Youssef",)),
        ("Op 3 mei zei Anna niets.", ("Anna",)),
        ("Wil je dat? In Mei zei Wil: ja.", ("Mei", "Wil")),
        ("Ik zag het. Wil je dat ook?", ()),
        ("Jean-Pierre en Zoë, en Anna, en Anna", ("Jean-Pierre", "Zoë", "Anna")),
        ("youssef, Annabel, ANNA", ("ANNA",)),
        ("[Anna] en Xander", ("Anna",)),
        ("", ()),
    ],
)
def test_names_are_found(text: str, found: tuple[str, ...]) -> None:
    assert KNOWN.in_texts([text]) == found


def test_the_coach_itself_names_nobody() -> None:
    library = load_library()
    assert library.first_names.in_texts(library.spoken_texts) == ()
    assert library.first_names.in_texts(["Op maandag kwam Fatima om tien uur."]) == ("Fatima",)
