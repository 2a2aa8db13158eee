"""Everything a user reads is Dutch: no screen, window, tooltip or key shows English."""

from __future__ import annotations

import re

import pytest
from textual.widgets import OptionList

from coach.flows.prepare import STEPS
from coach.library.load import Library
from coach.tui import bindings
from coach.tui.app import CoachApp
from tests.tui.helpers import MODES, SMALL, WIDE, every_text, make_app, screen_text, settle

ENGLISH = re.compile(
    r"\b(the|and|of|to|you|your|with|not|are|for|this|that|from|press|quit|close|search|commands?|palette|"
    r"select|option|previous|next|help|keys|show|hide|screenshot|theme|change|maximize|minimize|copy|cursor|"
    r"scroll|left|right|down|up|page|go|matches|found|loading|cancel|yes|no|save|file|name|error|warning|"
    r"information|go back|exit|app|focus|enter text|toggle|move|delete|undo|redo)\b",
    re.IGNORECASE,
)
DUTCH = {"of"}
"""Words that are Dutch as well."""
KEYS = re.compile(r"\b(Tab|Enter|Esc|Shift|ctrl\+\w|F\d|pagedown)\b")


def english(text: str) -> list[str]:
    """Return the English words in `text`."""
    words = ENGLISH.findall(KEYS.sub("", text))
    return [word for word in words if word.lower() not in DUTCH]


def _assert_dutch(app: CoachApp) -> None:
    for text in every_text(app):
        assert english(text) == [], text


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_screens(library: Library, mode: str, size: tuple[int, int]) -> None:
    app = make_app(library, start=mode)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settle(pilot)
        _assert_dutch(app)
        for key in ("f1", "ctrl+p", "f9"):
            await pilot.press(key)
            await settle(pilot)
            _assert_dutch(app)
            await pilot.press("escape")
            await settle(pilot)


async def test_every_step_of_preparing(library: Library) -> None:
    app = make_app(library, start="prepare")
    async with app.run_test(size=(120, 60), tooltips=True) as pilot:
        await settle(pilot)
        for step in STEPS:
            _assert_dutch(app)
            assert step.title in screen_text(app)
            await pilot.press("f3")
            await settle(pilot)


async def test_nothing_found_and_notices(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("ctrl+p", *"qqq")
        await settle(pilot)
        _assert_dutch(app)
        await pilot.press("escape", "ctrl+c")
        await settle(pilot)
        _assert_dutch(app)


async def test_every_article(library: Library) -> None:
    app = make_app(library, start="library")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        index = app.screen.query_one(OptionList)
        for _ in range(index.option_count):
            index.action_cursor_down()
            await pilot.pause()
            _assert_dutch(app)
            if index.highlighted == index.option_count - 1:
                break


def test_every_key_of_the_registry_has_a_dutch_label() -> None:
    from textual.binding import Binding

    found = [value for value in vars(bindings).values() if isinstance(value, Binding)]
    assert len(found) > 15
    for binding in found:
        assert binding.id
        assert binding.description
        assert english(f"{binding.description} {binding.tooltip}") == []
        if binding.show:
            assert binding.tooltip


def test_the_net_catches_english() -> None:
    assert english("Search for commands…")
    assert english("No matches found")
    assert english("Press ctrl+q to quit the app")
    assert english("Wat wil je doen, of kies met Tab?") == []
