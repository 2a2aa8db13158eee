"""The app wears one look everywhere, also after a switch and on a screen that was made before it."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget

from coach.library.load import Library
from coach.tui.stylesheet import CoachStylesheet
from tests.tui.helpers import MODES, make_app, settle


def colours(app: App[int]) -> list[tuple[str, str, str]]:
    """Return the kind and the colours of every widget on the screen."""
    widgets = app.screen.walk_children(Widget, with_self=True)
    return [(type(at).__name__, at.styles.background.hex, at.styles.color.hex) for at in widgets]


def rules(sheet: Stylesheet) -> list[tuple[object, ...]]:
    """Return what the rules of a style sheet say, in their order."""
    return [
        (rule.selectors, repr(rule.styles.get_rules()), rule.is_default_rules, rule.tie_breaker)
        for rule in sheet.rules
    ]


async def seen(library: Library, *, switch: bool) -> dict[str, list[tuple[str, str, str]]]:
    """Return the colours of each screen in the light look, that it had when made or got by a `switch`."""
    app = make_app(library)
    async with app.run_test(size=(80, 24)) as pilot:
        if not switch:
            app.action_switch_look()
        found: dict[str, list[tuple[str, str, str]]] = {}
        for _ in range(2 if switch else 1):
            for mode in MODES:
                app.go(mode)
                await settle(pilot)
                found[mode] = colours(app)
            if switch and app.theme == "coach-donker":
                app.action_switch_look()
                await settle(pilot)
        return found


async def test_a_screen_made_before_the_switch_looks_like_one_made_after(library: Library) -> None:
    made_after = await seen(library, switch=False)
    assert await seen(library, switch=True) == made_after


async def test_what_was_parsed_before_is_what_textual_parses_now(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=(80, 24)) as pilot:
        for mode in MODES:
            app.go(mode)
            await settle(pilot)
        await pilot.press("f9")
        for _ in range(2):
            assert isinstance(app.stylesheet, CoachStylesheet)
            afresh = Stylesheet(variables=app.get_css_variables())
            afresh.source = dict(app.stylesheet.source)
            afresh.parse()
            assert rules(app.stylesheet) == rules(afresh)
            app.action_switch_look()
            await settle(pilot)


async def test_going_to_a_new_screen_styles_nothing_that_is_there(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    restyled: list[object] = []
    app = make_app(library)
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(app.stylesheet, "update", lambda node, **how: restyled.append(node))
        for mode in MODES:
            app.go(mode)
            await settle(pilot)
        await pilot.press("f9")
        assert restyled == []
        app.action_switch_look()
        await settle(pilot)
        assert restyled != []
