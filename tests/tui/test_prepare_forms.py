"""The other forms of preparing: start, place, plans, opening, questions, closing."""

from __future__ import annotations

from datetime import date

import pytest
from textual.geometry import Offset

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.preparation import Chosen, Plan, Preparation
from coach.flows.prepare import SICK_NOTICE, questions_for
from coach.tui.screens.prepare_plans import PlanRow
from coach.tui.screens.prepare_questions import QuestionRow
from coach.tui.widgets.choice_list import ChoiceList, Mark
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.line_field import LineField
from tests.tui.helpers import SMALL, WIDE, in_sight
from tests.tui.prepare_helpers import BAD, BETTER, BETTER_SAID, Prepared, preparing


def the_list(at: Prepared, name: str) -> ChoiceList:
    """A list of the form that is shown."""
    return at.form.query_one(f"#{name}", ChoiceList)


async def click_item(at: Prepared, items: ChoiceList, number: int) -> None:
    """Click on the item with this number."""
    y = items.region_of(number).y
    assert await at.pilot.click(items, offset=Offset(6, y))
    await at.press("f1", "escape")


@pytest.mark.parametrize("way", ["keys", "mouse"])
async def test_the_status_shows_a_notice_and_changes_what_is_offered(way: str) -> None:
    async with preparing() as at:
        working = questions_for(at.app.library, Part.BENOEMEN, Status.WERKT)
        ill = questions_for(at.app.library, Part.BENOEMEN, Status.ZIEK)
        assert working != ill
        assert not in_sight(SICK_NOTICE, at.app)
        if way == "keys":
            await at.press("down", "enter")
        else:
            await click_item(at, the_list(at, "status"), 1)
        assert at.said.status is Status.ZIEK
        assert in_sight(SICK_NOTICE, at.app)
        await at.go("benoemen")
        assert [item.text for item in the_list(at, "vragen").items] == [question.je for question in ill]


async def test_what_was_chosen_for_someone_who_works_is_marked_and_kept_when_he_is_ill() -> None:
    async with preparing(WIDE) as at:
        everyone = at.app.library.part(Part.BENOEMEN).questions
        only_working = next(q for q in everyone if q.statuses == (Status.WERKT,))
        await at.go("benoemen")
        items = the_list(at, "vragen")
        number = [item.id for item in items.items].index(only_working.id)
        await click_item(at, items, number)
        chosen = at.said.questions
        assert chosen == (Chosen(Part.BENOEMEN, only_working.je),)
        await at.go("start")
        await at.press("down", "space")
        await at.go("benoemen")
        (marked,) = [item for item in items.items if item.id == only_working.id]
        assert marked.mark is Mark.PARKED and marked.note == "past niet bij ziek"
        assert at.said.questions == chosen
        await at.go("start")
        await at.press("home", "space")
        assert at.said.questions == chosen
        assert [item.mark for item in items.items if item.id == only_working.id] == [Mark.ON]


async def test_u_changes_the_coachs_sentences_and_leaves_ones_own() -> None:
    async with preparing(WIDE) as at:
        library = at.app.library
        await at.go("benoemen")
        await at.press("space")
        at.form.query(QuestionRow).first().main_field.focus()
        await at.paste("Wat zie jij zelf?")
        await at.go("opening")
        await at.press("space")
        question = questions_for(library, Part.BENOEMEN, Status.WERKT)[0]
        opening = next(line for line in library.openings if Status.WERKT in line.statuses)
        assert at.said.opening == opening.je
        await at.go("start")
        await at.press("tab", "down", "space")
        assert at.said.address is Address.U
        assert at.said.opening == opening.u
        assert at.said.asked_in(Part.BENOEMEN) == (question.u, "Wat zie jij zelf?")
        await at.go("benoemen")
        assert the_list(at, "vragen").items[0].text == question.u
        assert the_list(at, "vragen").items[0].mark is Mark.ON
        await at.go("opening")
        assert at.form.query_one(JudgedField).value == opening.u
        await at.go("start")
        await at.press("up", "space")
        assert at.said.opening == opening.je


async def test_moment_and_place_are_taken_over_apart() -> None:
    async with preparing(step="plek") as at:
        await at.paste("dinsdag om tien")
        await at.press("tab")
        await at.paste(f"bij de {BAD}")
        assert (at.said.moment, at.said.place) == ("dinsdag om tien", "")
        assert at.session.held == {"plek": (f"bij de {BAD}",)}
        await at.press("f4")
        assert at.said.place == BETTER and at.session.held == {}


async def test_a_pitfall_opens_and_its_plans_are_ticked_with_keys() -> None:
    async with preparing(step="valkuilen") as at:
        pitfall = at.app.library.pitfalls[0]
        await at.press("enter", "down", "space", "down", "space")
        assert at.said.plans == tuple(Plan(plan.when, plan.then, pitfall.id) for plan in pitfall.plans[:2])
        assert in_sight("2 gekozen", at.app)
        await at.press("space")
        assert len(at.said.plans) == 1
        await at.press("up", "up", "enter")
        assert len(at.said.plans) == 1, "closing a pitfall keeps what was chosen"


async def test_a_pitfall_opens_and_its_plans_are_ticked_with_the_mouse() -> None:
    async with preparing(WIDE, step="valkuilen") as at:
        items = the_list(at, "valkuilen")
        await click_item(at, items, 1)
        await click_item(at, items, 2)
        pitfall = at.app.library.pitfalls[1]
        assert at.said.plans == (Plan(pitfall.plans[0].when, pitfall.plans[0].then, pitfall.id),)


async def test_a_plan_of_ones_own_belongs_to_the_pitfall_it_was_written_at() -> None:
    async with preparing(step="valkuilen") as at:
        pitfall = at.app.library.pitfalls[0]
        await at.press("enter", *["down"] * (len(pitfall.plans) + 1), "enter")
        await at.paste("hij zucht")
        await at.press("tab")
        await at.paste("wacht ik")
        assert at.said.plans == (Plan("hij zucht", "wacht ik", pitfall.id),)
        assert in_sight(f"bij: {pitfall.text}", at.app)
        rows = at.form.query(PlanRow)
        assert len(rows) == 2 and rows.last().is_blank


async def test_a_forbidden_plan_shows_its_verdict_and_a_better_one() -> None:
    async with preparing(step="valkuilen") as at:
        at.form.query(PlanRow).first().main_field.focus()
        await at.press("tab")
        await at.paste(f"vraag ik naar je {BAD}")
        assert in_sight("Verboden.", at.app) and in_sight(BETTER_SAID, at.app)
        await at.press("f4")
        assert at.said.plans == (Plan("", BETTER_SAID),)


async def test_plans_come_back_ticked_and_ones_own_in_their_fields() -> None:
    async with preparing() as at:
        pitfall = at.app.library.pitfalls[3]
        known = Plan(pitfall.plans[0].when, pitfall.plans[0].then, pitfall.id)
        own = Plan("hij zucht", "wacht ik", "")
        at.session.start_with(Preparation(plans=(own, known)))
        await at.press("escape", "1")
        await at.go("valkuilen")
        assert [item.mark for item in the_list(at, "valkuilen").items].count(Mark.ON) == 1
        assert at.form.query(PlanRow).first().plan == own
        assert set(at.said.plans) == {own, known}


async def test_more_than_six_plans_is_said() -> None:
    async with preparing(step="valkuilen") as at:
        await at.press("enter", "down", "space", "down", "space", "down", "space", "down", "down")
        await at.press("enter", "down", "space", "down", "space", "down", "space")
        assert len(at.said.plans) == 6
        assert not at.form.query_one("#te-veel").display
        at.form.query(PlanRow).first().main_field.focus()
        await at.paste("hij zucht")
        assert at.form.query_one("#te-veel").display


@pytest.mark.parametrize("way", ["keys", "mouse"])
async def test_an_opening_is_picked_made_ones_own_and_found_again(way: str) -> None:
    async with preparing(WIDE, step="opening") as at:
        items = the_list(at, "begin")
        if way == "keys":
            await at.press("down", "enter")
        else:
            await click_item(at, items, 1)
        first = at.said.opening
        assert first == items.items[1].text and items.items[1].mark is Mark.PICKED
        field = at.form.query_one(JudgedField)
        field.focus()
        await at.press("ctrl+end", "end")
        await at.paste(" Zo is het.")
        mine = at.said.opening
        assert mine.startswith(first[:10]) and "Zo is het." in mine
        assert items.items[0].note == "je eigen zin" and items.items[0].mark is Mark.PICKED
        await click_item(at, items, 2)
        assert at.said.opening == items.items[2].text != mine
        await click_item(at, items, 0)
        assert at.said.opening == mine


async def test_a_forbidden_opening_is_kept_with_its_verdict_under_it() -> None:
    async with preparing(step="opening") as at:
        await at.press("shift+tab")
        await at.paste(f"Heb je een {BAD}?")
        assert at.said.opening == f"Heb je een {BAD}?"
        assert in_sight("Verboden.", at.app)
        await at.press("f4")
        assert at.said.opening == BETTER_SAID


async def test_an_opening_for_work_does_not_fit_illness_and_it_says_so() -> None:
    async with preparing(WIDE, step="opening") as at:
        await at.press("space")
        await at.go("start")
        await at.press("down", "space")
        await at.go("opening")
        assert at.form.query_one("#past-niet").display
        assert in_sight("Kies hieronder een andere zin.", at.app)
        the_list(at, "begin").focus()
        await at.press("home", "space")
        assert not at.form.query_one("#past-niet").display


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_questions_are_ticked_counted_and_shown_with_their_tone(size: tuple[int, int]) -> None:
    async with preparing(size, step="invloed") as at:
        offered = questions_for(at.app.library, Part.INVLOED, Status.WERKT)
        items = the_list(at, "vragen")
        assert [item.note for item in items.items] == [question.tone.value for question in offered]
        await at.press("down", "down", "space", "up", "enter")
        assert at.said.asked_in(Part.INVLOED) == (offered[1].je, offered[2].je), "in the order of the list"
        assert in_sight("Gekozen: 2 bij dit deel, 2 van 6 in totaal.", at.app)
        await at.press("space")
        assert at.said.asked_in(Part.INVLOED) == (offered[2].je,)


async def test_ones_own_questions_are_kept_behind_the_ticked_ones_and_judged() -> None:
    async with preparing(step="nodig") as at:
        await at.press("space", "tab")
        await at.paste("Wat kan ik doen?")
        rows = at.form.query(QuestionRow)
        assert len(rows) == 2
        rows.last().main_field.focus()
        await at.paste(f"Heb je een {BAD}?")
        assert at.said.asked_in(Part.NODIG)[1:] == ("Wat kan ik doen?", f"Heb je een {BAD}?")
        assert in_sight("Verboden.", at.app)
        await at.press("f4")
        assert at.said.asked_in(Part.NODIG)[1:] == ("Wat kan ik doen?", BETTER_SAID)


async def test_more_than_six_questions_is_said() -> None:
    async with preparing(step="benoemen") as at:
        await at.press("space", *["down", "space"] * 6)
        assert in_sight("Je koos 7 vragen.", at.app)


async def test_the_next_date_is_understood_and_later_than_a_week_is_questioned() -> None:
    async with preparing(step="afronding") as at:
        await at.type_in("maandag")
        assert at.said.next_date == date(2026, 11, 23)
        assert in_sight("maandag 23 november 2026", at.app)
        await at.press(*["backspace"] * 7)
        assert at.said.next_date is None
        assert in_sight("liefst binnen een week", at.app)
        await at.type_in("12-12")
        assert at.said.next_date == date(2026, 12, 12)
        assert in_sight("Dat is later dan over een week.", at.app)
        await at.press(*["backspace"] * 5)
        await at.type_in("ooit")
        await at.press("tab")
        assert in_sight("Noem een dag, zoals vrijdag of 12 december.", at.app)
        assert at.said.next_date is None
        assert at.form.query_one(LineField).value == "ooit"


async def test_the_last_step_leads_to_the_sheet_by_mouse_too() -> None:
    async with preparing((80, 60), step="klaar") as at:
        await at.click("#naar-blad")
        assert at.app.current_mode == "sheet"
