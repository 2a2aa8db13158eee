"""What a command knows of the world: width, colours, characters, and what is dropped at the start."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.cli.encoding import fit
from coach.cli.hardening import drop_switches
from tests.cli.world import call, world


@pytest.mark.parametrize(
    ("columns", "window", "width"),
    [
        ("", None, 80),
        ("", 120, 100),
        ("", 60, 60),
        ("", 10, 40),
        ("50", 90, 50),
        ("0", 90, 90),
        ("-3", 90, 90),
        ("1e9", 90, 90),
        ("9" * 5_000, 90, 90),
        ("²", 90, 90),
    ],
)
def test_width(columns: str, window: int | None, width: int) -> None:
    assert replace(world(COLUMNS=columns), window=window).width == width


@pytest.mark.parametrize(("value", "on"), [("", False), ("0", False), ("1", True), ("ja", True)])
def test_accessible(value: str, on: bool) -> None:
    assert world(ACCESSIBLE=value).accessible is on


def test_an_empty_no_color_asks_for_nothing() -> None:
    assert world(terminal=True, NO_COLOR="").colours
    assert not world(terminal=True, NO_COLOR="1").colours


def test_drop_switches() -> None:
    variables = {
        "TEXTUAL": "devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_LOG": "keys.log",
        "PYTHONINSPECT": "1",
        "PYTHONFAULTHANDLER": "1",
        "_COACH_COMPLETE": "bash_source",
        "TYPER_STANDARD_TRACEBACK": "1",
        "HOME": "/thuis",
        "COACH_HOME": "/daar",
        "LANG": "C",
    }
    drop_switches(variables)
    assert set(variables) == {"HOME", "COACH_HOME", "LANG"}


@pytest.mark.parametrize(
    ("text", "encoding", "plainer"),
    [
        ("é · … “ja”", "ascii", 'e - ... "ja"'),
        ("é · € ☐", "latin-1", "é · EUR [ ]"),
        ("日本", "ascii", "??"),
        ("ﬁ", "ascii", "fi"),
        ("é · …", "utf-8", "é · …"),
        ("é · …", "UTF8", "é · …"),
    ],
)
def test_what_a_terminal_cannot_show_is_written_plainer(text: str, encoding: str, plainer: str) -> None:
    assert fit(text, encoding) == plainer


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "koi8-r", "utf-8"])
@pytest.mark.parametrize("argv", [["nood"], ["--help"], ["sheet", "--empty"], ["rule"], ["doctor"]])
def test_every_command_speaks_to_every_terminal(argv: list[str], encoding: str) -> None:
    result = call(*argv, into=world(encoding=encoding))
    assert result.code == 0
    assert len(result.out) > 100
