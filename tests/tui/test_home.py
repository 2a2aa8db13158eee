"""The home screen: what there is, how far one is, and a way to everything by key and by mouse."""

from __future__ import annotations

import pytest
from textual.widgets import Footer, OptionList

from coach.domain.preparation import Preparation
from coach.library.load import Library
from coach.tui.dialogs.emergency import EmergencyDialog
from coach.tui.screens.home import HomeScreen
from tests.tui.helpers import MODES, SMALL, WIDE, assert_snapshot, in_sight, make_app, settle
from tests.tui.samples import SampleLibrary

MODES_OF_MENU = ("prepare", "sheet", "rehearse", "live", "records", "check", "library", "kept")
PLACES = {str(number): mode for number, mode in enumerate(MODES_OF_MENU, start=1)}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_picture(size: tuple[int, int]) -> None:
    app = make_app(SampleLibrary())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert_snapshot(app, f"home-{size[0]}x{size[1]}")


@pytest.mark.parametrize("key", PLACES)
async def test_a_number_opens_its_line_and_escape_comes_back(library: Library, key: str) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(key)
        await settle(pilot)
        assert app.current_mode == PLACES[key]
        await pilot.press("escape")
        await settle(pilot)
        assert app.current_mode == "home"


async def test_the_arrows_and_enter_choose(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "down", "down", "enter")
        await settle(pilot)
        assert app.current_mode == "live"


async def test_the_mouse_chooses(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.click("#menu", offset=(6, 6))
        await settle(pilot)
        assert app.current_mode == "library"


async def test_the_emergency_card_and_the_end_are_on_the_menu(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("9")
        await settle(pilot)
        assert isinstance(app.screen, EmergencyDialog)
        await pilot.press("escape", "0")
        await settle(pilot)
    assert app.return_code == 0


async def test_it_says_what_it_is_and_what_it_is_not(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        for words in (
            "Niets verlaat deze computer",
            "tenzij jij erom vraagt",
            "geen juridisch advies",
            "geen zorg",
        ):
            assert in_sight(words, app)


async def test_a_preparation_that_was_begun_is_named(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert not in_sight("Verder met voorbereiden", app)
        await pilot.press("4")
        app.session.preparation = Preparation(opening="Ik wil graag weten hoe het met je gaat.")
        await pilot.press("escape")
        await settle(pilot)
        assert in_sight("Verder met voorbereiden", app)
        assert in_sight("2 van de 15 stappen", app)


async def test_home_is_made_when_one_comes_there(library: Library) -> None:
    """Whoever starts elsewhere does not wait for it."""
    app = make_app(library, start="check")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert app.current_mode == "check"
        assert list(app._screen_stacks) == ["check"]
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_escape_at_home_only_says_how_to_stop(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        assert app.is_running
        assert in_sight("ctrl+q", app)


@pytest.mark.parametrize("mode", MODES)
async def test_the_footer_fits_and_shows_at_most_five_keys(library: Library, mode: str) -> None:
    app = make_app(library, start=mode)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        footer = app.screen.query_one(Footer)
        assert footer.max_scroll_x == 0
        assert 2 <= len(footer.query("FooterKey")) <= 5
        assert app.screen.max_scroll_x == 0


async def test_the_menu_keeps_its_place(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one(OptionList).highlighted == 2
