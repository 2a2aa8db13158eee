"""Walking the steps of preparing: with keys, with the mouse, and without losing anything."""

from __future__ import annotations

import pytest
from textual.widgets import Footer

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.preparation import Preparation
from coach.flows.prepare import STEPS
from coach.tui.widgets.key_word import KeyWord
from coach.tui.widgets.step_help import StepHelp
from coach.tui.widgets.step_rail import StepRail, StopLine
from tests.tui.helpers import SMALL, WIDE, in_sight, screen_lines, squeezed, text_of
from tests.tui.prepare_helpers import BAD, assert_fits, preparing


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 16)])
async def test_f3_walks_all_steps_and_ends_at_the_sheet(size: tuple[int, int]) -> None:
    """On the way nothing scrolls sideways, and the footer fits with at most five keys."""
    async with preparing(size) as at:
        for number, step in enumerate(STEPS, start=1):
            line = text_of(at.screen.query_one("#stap-regel"))
            assert squeezed(line) == squeezed(f"Stap {number} van 15 · {step.title}")
            assert squeezed(step.ask) in squeezed(text_of(at.screen.query_one("#stap-vraag")))
            assert at.form.step.id == step.id
            assert_fits(at.app)
            assert at.screen.query_one(Footer).region.bottom == size[1]
            shown = [key for key in at.screen.active_bindings.values() if key.binding.show]
            assert len(shown) <= 5, (step.id, [key.binding.description for key in shown])
            await at.press("f3")
        assert at.app.current_mode == "sheet"


async def test_f2_goes_back_and_stays_at_the_first_step() -> None:
    async with preparing(step="plek") as at:
        await at.press("f2")
        assert at.form.step.id == "feiten"
        await at.press("f2", "f2", "f2")
        assert at.form.step.id == "start"
        assert at.app.current_mode == "prepare"


async def test_a_number_goes_to_its_step_where_no_field_has_the_focus() -> None:
    async with preparing() as at:
        await at.press("6")
        assert at.form.step.id == "oorzaken"
        await at.press("0")
        assert at.form.step.id == "invloed"


async def test_a_number_typed_in_a_field_stays_in_the_field() -> None:
    async with preparing(step="plek") as at:
        await at.type_in("kamer 6")
        assert at.form.step.id == "plek"
        assert at.said.moment == "kamer 6"


async def test_the_list_of_steps_opens_with_f7_and_goes_with_enter() -> None:
    async with preparing(step="plek") as at:
        rail = at.screen.query_one(StepRail)
        assert not rail.region
        await at.press("f7")
        assert rail.has_focus and rail.region
        assert "4 Plek en moment" in text_of(rail)
        await at.press("down", "down", "enter")
        assert at.form.step.id == "oorzaken"
        assert not rail.region


async def test_the_list_of_steps_goes_with_a_number_from_inside_a_field() -> None:
    async with preparing(step="plek") as at:
        await at.press("f7", "9")
        assert at.form.step.id == "benoemen"


async def test_the_mouse_opens_the_list_and_picks_a_step() -> None:
    async with preparing() as at:
        await at.click("#woord-stappen")
        await at.click(at.screen.query(StopLine)[3])
        assert at.form.step.id == "plek"


async def test_the_rail_stands_beside_the_form_where_it_is_wide_and_takes_a_click() -> None:
    async with preparing(WIDE) as at:
        rail = at.screen.query_one(StepRail)
        assert rail.region.right <= at.form.region.x
        await at.click(at.screen.query(StopLine)[7])
        assert at.form.step.id == "opening"


async def test_the_rail_says_in_words_how_far_each_step_is() -> None:
    async with preparing(WIDE, step="plek") as at:
        rail = at.screen.query_one(StepRail)
        assert text_of(rail).count("leeg") == 14
        assert "Voorbereiding · 1 van 7" in text_of(rail)
        await at.paste("morgen")
        assert "1 van 2" in text_of(rail)
        await at.press("tab")
        await at.paste("kamer")
        assert text_of(rail).count("klaar") == 2
        await at.paste(f" {BAD}")
        assert "pas aan" in text_of(rail)


@pytest.mark.parametrize("size", [SMALL, (100, 30)])
async def test_tips_take_the_place_of_the_form_and_give_it_back(size: tuple[int, int]) -> None:
    async with preparing(size, step="benoemen") as at:
        tips = at.screen.query_one(StepHelp)
        assert not tips.region
        await at.press("f6")
        assert tips.has_focus and tips.region and not at.form.region
        assert in_sight("Waarom", at.app) and in_sight("terug naar je stap", at.app)
        await at.press("end")
        assert in_sight("Om te onthouden", at.app)
        await at.press("escape")
        assert not tips.region and at.form.region
        assert at.app.current_mode == "prepare"
        await at.press("f6", "f6")
        assert not tips.region


async def test_tips_stand_beside_the_form_where_there_is_room() -> None:
    async with preparing(WIDE, step="benoemen") as at:
        tips = at.screen.query_one(StepHelp)
        assert tips.region.x >= at.form.region.right
        guide = at.app.library.part(Part.BENOEMEN)
        assert squeezed(guide.purpose) in squeezed(text_of(tips))
        await at.press("f6")
        assert tips.has_focus
        await at.press("escape")
        assert at.app.current_mode == "prepare" and not tips.has_focus


async def test_tips_open_by_mouse() -> None:
    async with preparing() as at:
        await at.click("#woord-tips")
        assert at.screen.query_one(StepHelp).region
        assert "terug naar je stap" in text_of(at.screen.query_one("#woord-tips", KeyWord))


async def test_tips_for_someone_who_is_ill_are_others() -> None:
    async with preparing(WIDE, step="benoemen") as at:
        guide = at.app.library.part(Part.BENOEMEN)
        only_working = next(tip.text for tip in guide.tips if tip.statuses == (Status.WERKT,))
        tips = at.screen.query_one(StepHelp)
        shown = str(tips.query_one(".tips").render())
        assert only_working in shown
        await at.go("start")
        await at.press("down", "space")
        await at.go("benoemen")
        assert only_working not in str(tips.query_one(".tips").render())


async def test_f5_goes_to_what_is_still_empty_and_says_when_nothing_is() -> None:
    async with preparing(step="plek") as at:
        await at.press("f5")
        assert at.form.step.id == "werk"
        await at.go("klaar")
        await at.press("f5")
        assert at.form.step.id == "signalen"


async def test_someone_who_is_ill_has_fewer_steps_and_one_goes_on_where_one_was() -> None:
    async with preparing(WIDE, preparation=Preparation(at_step="nodig")) as at:
        assert at.form.step.id == "nodig"
        await at.go("start")
        await at.press("down", "space")
        assert "Stap 1 van 11" in text_of(at.screen.query_one("#stap-regel"))
        assert "Signalen" not in text_of(at.screen.query_one(StepRail))
        await at.press("f3")
        assert at.form.step.id == "feiten"
        await at.go("start")
        await at.press("up", "space")
        assert "Signalen" in text_of(at.screen.query_one(StepRail))


async def test_going_away_and_coming_back_loses_nothing() -> None:
    async with preparing(step="plek") as at:
        await at.paste("dinsdag om tien")
        await at.press("tab")
        await at.paste(f"hij heeft een {BAD}")
        away = [
            ("escape", "1"),
            ("f9", "escape"),
            ("f7", "escape"),
            ("f6", "f6"),
            ("f3", "f2"),
        ]
        for keys in away:
            for key in keys:
                await at.press(key)
            assert at.form.step.id == "plek", keys
            assert in_sight("dinsdag om tien", at.app), keys
            assert in_sight(f"hij heeft een {BAD}", at.app), keys
            assert at.said.moment == "dinsdag om tien"
            assert at.said.place == ""
        await at.paste(" x")
        assert in_sight(f"hij heeft een {BAD} x", at.app)


async def test_resizing_loses_nothing() -> None:
    async with preparing(step="opening") as at:
        await at.press("shift+tab")
        await at.paste("Ik zag iets.")
        text = at.said.opening
        for size in [(120, 40), (1, 1), (20, 5), (80, 24)]:
            await at.pilot.resize_terminal(*size)
            await at.press("f6", "f6")
        assert at.said.opening == text
        assert at.form.step.id == "opening"


async def test_help_names_the_keys_of_preparing_in_dutch() -> None:
    async with preparing(WIDE) as at:
        await at.press("f1")
        assert in_sight("Je gesprek voorbereiden", at.app)
        await at.press("escape")
        assert at.form.step.id == "start"


async def test_the_status_and_address_stand_at_the_top() -> None:
    async with preparing() as at:
        assert "werkt · je zegt je" in screen_lines(at.app)[0]
        await at.press("down", "space")
        assert "ziek gemeld · je zegt je" in screen_lines(at.app)[0]
