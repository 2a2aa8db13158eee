"""The sheet on the screen: what it shows, what is not on it, and the ways back."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.preparation import Chosen, Fact, Preparation
from coach.tui.screens.prepare import PrepareScreen
from coach.tui.screens.sheet import Preview, SheetScreen
from coach.tui.widgets.choice_list import ChoiceList
from tests.tui.helpers import SMALL, WIDE, in_sight, settle, squeezed
from tests.tui.prepare_helpers import BAD, Prepared, assert_fits, preparing

FILLED = Preparation(
    facts=(Fact("Begon om 9.40 uur", date(2026, 11, 12)),),
    moment="donderdag om tien",
    opening="Ik wil graag weten hoe het gaat.",
    questions=(Chosen(Part.NODIG, "Wat heb je nodig?"),),
)


def blad(at: Prepared) -> str:
    """The whole text of the preview, squeezed."""
    return squeezed(str(at.app.screen.query_one("#blad").render()))


def left_out(at: Prepared) -> list[str]:
    """The lines of what is not on the sheet."""
    return [item.text for item in at.app.screen.query_one("#teksten", ChoiceList).items]


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 16)])
async def test_the_preview_shows_what_was_prepared_and_fits(size: tuple[int, int]) -> None:
    async with preparing(size, start="sheet", preparation=FILLED) as at:
        for text in (
            "Begon om 9.40 uur",
            "do 12 nov 2026",
            FILLED.moment,
            FILLED.opening,
            "Wat heb je nodig?",
            "113",
        ):
            assert squeezed(text) in blad(at), text
        preview = at.app.screen.query_one(Preview)
        widest = max(len(line) for line in str(at.app.screen.query_one("#blad").render()).splitlines())
        assert 30 <= widest <= min(80, preview.content_size.width)
        assert preview.has_focus
        assert_fits(at.app)
        await at.press("end")
        assert in_sight("Vernietig het na het gesprek.", at.app)


async def test_the_preview_follows_the_width() -> None:
    async with preparing(SMALL, start="sheet", preparation=FILLED) as at:
        lines = str(at.app.screen.query_one("#blad").render()).splitlines()
        await at.pilot.resize_terminal(62, 24)
        await settle(at.pilot)
        narrower = str(at.app.screen.query_one("#blad").render()).splitlines()
        assert max(map(len, narrower)) < max(map(len, lines))


async def test_an_empty_sheet_says_what_fills_it() -> None:
    async with preparing(start="sheet") as at:
        assert in_sight(
            "Je hebt nog niets ingevuld. Met F2 bereid je je gesprek stap voor stap voor.", at.app
        )
        assert "______" in blad(at)
        await at.press("f2")
        assert isinstance(at.app.screen, PrepareScreen)


async def test_a_sheet_that_is_not_complete_names_the_steps_and_f5_goes_there() -> None:
    async with preparing(start="sheet", preparation=FILLED) as at:
        assert in_sight("Nog leeg: stap 4, 5, 6, 7, 9, 10, 11, 13, 14 en 15.", at.app)
        await at.press("f5")
        assert at.form.step.id == "plek"


@pytest.mark.parametrize("way", ["mouse", "keys"])
async def test_what_is_refused_is_listed_with_why_and_leads_to_its_step(way: str) -> None:
    bad = Preparation(opening=f"Heb je een {BAD}?", facts=FILLED.facts)
    async with preparing(WIDE, start="sheet", preparation=bad) as at:
        assert squeezed(bad.opening) not in blad(at)
        assert left_out(at) == [f"“{bad.opening}” Welke ziekte iemand heeft, is medisch."]
        assert in_sight("Dit staat niet op je blad.", at.app)
        items = at.app.screen.query_one("#teksten", ChoiceList)
        if way == "mouse":
            await at.click(items)
        else:
            await at.press("tab", "enter")
        assert at.form.step.id == "opening"
        await at.press("f4")
        at.app.go("sheet")
        await settle(at.pilot)
        assert left_out(at) == [] and not in_sight("Dit staat niet op je blad.", at.app)


async def test_a_fact_held_back_in_its_field_is_listed_too() -> None:
    async with preparing(step="feiten") as at:
        await at.press("tab")
        await at.paste(f"Hij heeft een {BAD}")
        at.app.go("sheet")
        await settle(at.pilot)
        assert left_out(at) == [f"“Hij heeft een {BAD}” Dit mag je niet opschrijven."]
        assert squeezed(BAD) not in blad(at)
        await at.press("tab", "enter")
        assert at.form.step.id == "feiten"
        assert in_sight(f"Hij heeft een {BAD}", at.app)


async def test_a_question_for_someone_who_works_is_listed_when_he_is_ill() -> None:
    async with preparing(start="sheet") as at:
        question = next(
            q for q in at.app.library.part(Part.BENOEMEN).questions if q.statuses == (Status.WERKT,)
        )
        at.session.start_with(
            Preparation(status=Status.ZIEK, questions=(Chosen(Part.BENOEMEN, question.je),))
        )
        await at.press("f2", "escape")
        at.app.go("sheet")
        await settle(at.pilot)
        assert [text for text in left_out(at) if question.je in text and "ziek" in text]


async def test_a_refused_question_of_a_part_without_a_step_still_leads_somewhere() -> None:
    odd = Preparation(questions=(Chosen(Part.VOORBEREIDING, f"Een {BAD}?"),))
    async with preparing(WIDE, start="sheet", preparation=odd) as at:
        await at.press("tab", "enter")
        assert at.form.step.id == "start"


async def test_the_sheet_follows_what_is_filled_in_meanwhile() -> None:
    async with preparing(start="sheet") as at:
        await at.press("f2")
        await at.go("plek")
        await at.paste("donderdag om tien")
        await at.go("klaar")
        await at.press("f3")
        assert isinstance(at.app.screen, SheetScreen)
        assert squeezed("donderdag om tien") in blad(at)
        await at.press("escape")
        assert at.app.current_mode == "home"
