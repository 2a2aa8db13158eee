"""A test may only be skipped with a sentence that says what installs the missing part."""

from __future__ import annotations

import pytest

from tests.parts import PARTS, Part, missing


def test_a_missing_part_says_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PARTS, "drukpers", Part(lambda: False, "sudo apt install drukpers"))
    assert missing("drukpers") == "drukpers is hier niet; zo komt het er: sudo apt install drukpers"


def test_a_part_that_is_there_skips_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PARTS, "drukpers", Part(lambda: True, "sudo apt install drukpers"))
    assert missing("drukpers") is None


def test_an_unknown_part_is_a_fault_not_a_skip() -> None:
    with pytest.raises(KeyError):
        missing("drukprs")
