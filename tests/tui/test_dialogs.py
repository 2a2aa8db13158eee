"""What lies on top: the emergency card from everywhere, help, the commands, a question."""

from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList

from coach.library.load import Library
from coach.tui import theme
from coach.tui.dialogs.commands import CommandsDialog
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.dialogs.emergency import EmergencyDialog
from coach.tui.dialogs.help import HelpDialog
from tests.tui.helpers import MODES, SMALL, WIDE, assert_snapshot, in_sight, make_app, settle
from tests.tui.samples import SampleLibrary


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_picture_of_the_emergency_card(size: tuple[int, int]) -> None:
    app = make_app(SampleLibrary())
    async with app.run_test(size=size) as pilot:
        await pilot.press("f9")
        await settle(pilot)
        assert_snapshot(app, f"emergency-{size[0]}x{size[1]}")


@pytest.mark.parametrize("mode", MODES)
async def test_f9_opens_the_card_everywhere_and_closes_it(library: Library, mode: str) -> None:
    app = make_app(library, start=mode)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        below = app.screen
        await pilot.press("f9")
        await settle(pilot)
        assert isinstance(app.screen, EmergencyDialog)
        await pilot.press("f9")
        await settle(pilot)
        assert app.screen is below


@pytest.mark.parametrize("first", ["f1", "ctrl+p"])
async def test_f9_works_on_top_of_another_window(library: Library, first: str) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(first, "f9")
        await settle(pilot)
        assert isinstance(app.screen, EmergencyDialog)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert app.current_mode == "home"
        assert len(app.screen_stack) == 1


async def test_the_mark_opens_it_where_nobody_types(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("!")
        await settle(pilot)
        assert isinstance(app.screen, EmergencyDialog)


async def test_the_mark_stays_a_mark_in_a_field(library: Library) -> None:
    app = make_app(library, start="check")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("!")
        await settle(pilot)
        assert not isinstance(app.screen, EmergencyDialog)


async def test_all_of_the_card_can_be_read_at_60_by_16(library: Library) -> None:
    card = library.emergency
    app = make_app(library)
    async with app.run_test(size=(60, 16)) as pilot:
        await pilot.press("f9")
        await settle(pilot)
        wanted = [card.title, *(step.head for step in card.steps), *card.rather_not]
        wanted += [f"Bel {number.number}" for number in card.numbers]
        seen: set[str] = set()
        assert in_sight("Bel 112", app), "the first number is there without scrolling"
        assert app.screen.max_scroll_x == 0
        for _ in range(20):
            seen.update(text for text in wanted if in_sight(text, app))
            await pilot.press("pagedown")
            await pilot.press("up")
            await settle(pilot)
            if seen == set(wanted):
                break
        assert seen == set(wanted)


async def test_the_card_closes_by_mouse_but_not_by_typing_on(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f9")
        await settle(pilot)
        await pilot.press("a", "enter", "space", "n")
        await settle(pilot)
        assert isinstance(app.screen, EmergencyDialog)
        await pilot.click("#close")
        await settle(pilot)
        assert not isinstance(app.screen, EmergencyDialog)


@pytest.mark.parametrize("mode", MODES)
async def test_f1_explains_each_screen_with_its_keys(library: Library, mode: str) -> None:
    app = make_app(library, start=mode)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        shown = [active.binding for active in app.screen.active_bindings.values() if active.binding.show]
        await pilot.press("f1")
        await settle(pilot)
        assert isinstance(app.screen, HelpDialog)
        text = "\n".join(f"{key} {meaning}" for key, meaning in app.screen._keys)
        for binding in shown:
            assert binding.key_display is not None
            assert binding.key_display in text
            assert binding.tooltip in text
        await pilot.press("f1")
        await settle(pilot)
        assert not isinstance(app.screen, HelpDialog)


async def test_the_commands_are_found_and_run(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert isinstance(app.screen, CommandsDialog)
        await pilot.press(*"toets", "enter")
        await settle(pilot)
        assert app.current_mode == "check"
        await pilot.press("ctrl+p", "down", "up", "enter")
        await settle(pilot)
        assert app.current_mode == "home"


async def test_the_commands_say_when_nothing_fits(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+p", *"qqq", "enter")
        await settle(pilot)
        assert in_sight("Niets gevonden", app)
        app.screen.query_one(Input).value = ""
        await settle(pilot)
        assert app.screen.query_one(OptionList).option_count == len(list(app.get_system_commands(app.screen)))


async def test_there_is_no_screenshot_and_there_is_a_way_out(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        commands = {command.title: command.callback for command in app.get_system_commands(app.screen)}
        assert not [title for title in commands if "screen" in title.lower() or "scherm" in title.lower()]
        commands["Licht of donker"]()
        assert app.theme == theme.LIGHT.name
        commands["Stoppen"]()
        await pilot.pause()
    assert app.return_code == 0


@pytest.mark.parametrize(
    ("key", "answer"), [("j", True), ("n", False), ("escape", False), ("enter", False)], ids=str
)
async def test_a_question_starts_at_the_safe_answer(library: Library, key: str, answer: bool) -> None:
    answers: list[bool | None] = []
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        app.push_screen(ConfirmDialog("Wil je [/b] overschrijven?", yes="Overschrijf"), answers.append)
        await settle(pilot)
        assert in_sight("Wil je [/b] overschrijven?", app)
        await pilot.press(key)
        await settle(pilot)
    assert answers == [answer]


async def test_ctrl_c_says_how_to_stop_and_ctrl_q_stops(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert in_sight("Stoppen doe je met ctrl+q", app)
        await pilot.press("f9", "ctrl+q")
        await settle(pilot)
    assert app.return_code == 0
