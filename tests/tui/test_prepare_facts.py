"""The facts: rows with a date, what may not be written down, taking away and putting back."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Button

from coach.domain.preparation import MAX_FACTS, Fact, Preparation
from coach.flows.facts import pattern
from coach.tui.screens.prepare_facts import FactRow
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.line_field import LineField
from tests.tui.helpers import SMALL, WIDE, in_sight, squeezed, text_of
from tests.tui.prepare_helpers import BAD, NOOD, Prepared, preparing

TWELFTH = date(2026, 11, 12)


def rows(at: Prepared) -> list[FactRow]:
    """The rows on the screen."""
    return [row for row in at.form.query(FactRow) if row.display]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_date_and_a_fact_land_at_once_and_a_new_row_appears(size: tuple[int, int]) -> None:
    async with preparing(size, step="feiten") as at:
        await at.type_in("12-11")
        assert at.said.facts == ()
        assert squeezed("donderdag 12 november 2026") in squeezed(
            text_of(rows(at)[0].query_one(".date-said"))
        )
        await at.press("tab")
        await at.type_in("Te laat")
        assert at.said.facts == (Fact("Te laat", TWELFTH),)
        assert len(rows(at)) == 2 and rows(at)[1].is_blank
        assert in_sight("Nog een feit", at.app)


async def test_facts_are_kept_in_order_of_date_and_shown_in_order_of_typing() -> None:
    async with preparing(WIDE, step="feiten") as at:
        for day, what in [("gisteren", "Later"), ("", "Ooit"), ("9 november", "Eerder")]:
            await at.paste(day)
            await at.press("tab")
            await at.paste(what)
            rows(at)[-1].query_one(LineField).focus()
        assert [fact.what for fact in at.said.facts] == ["Eerder", "Later", "Ooit"]
        assert [row.fact.what for row in rows(at)] == ["Later", "Ooit", "Eerder", ""]


async def test_a_date_that_is_not_understood_stays_with_a_kind_sentence() -> None:
    async with preparing(step="feiten") as at:
        await at.type_in("31-2")
        assert in_sight("zoals 12-11, gisteren of maandag", at.app)
        await at.press("tab")
        await at.paste("Te laat")
        assert in_sight("Deze datum snap ik niet.", at.app)
        assert in_sight("31-2", at.app)
        assert at.said.facts == (Fact("Te laat", None),)
        await at.press("shift+tab", "end", "backspace", "1")
        assert at.said.facts == (Fact("Te laat", date(2026, 1, 31)),)
        assert not in_sight("Deze datum snap ik niet.", at.app)


async def test_a_day_that_is_still_to_come_is_questioned() -> None:
    async with preparing(step="feiten") as at:
        await at.type_in("1-1-2030")
        assert in_sight("Deze dag moet nog komen. Klopt dat?", at.app)


async def test_what_may_not_be_written_down_stays_in_the_field_only() -> None:
    async with preparing(step="feiten") as at:
        await at.press("tab")
        await at.paste(f"Hij heeft een {BAD}")
        assert at.said.facts == ()
        assert at.session.held == {"feiten": (f"Hij heeft een {BAD}",)}
        assert in_sight("Mag niet.", at.app)
        assert in_sight("Dit komt zo niet op je blad. Wat je typte, blijft hier staan.", at.app)
        await at.press("f4")
        assert at.said.facts == (Fact(pattern(at.app.library), None),)
        assert in_sight("Vul de puntjes nog in", at.app)
        assert at.session.held == {}
        assert not in_sight("Dit komt zo niet op je blad.", at.app)
        await at.press("f4")
        assert at.said.facts == ()
        assert in_sight(f"Hij heeft een {BAD}", at.app)


async def test_one_refused_fact_leaves_the_others() -> None:
    good = Preparation(facts=(Fact("Te laat", TWELFTH),))
    async with preparing(WIDE, step="feiten", preparation=good) as at:
        rows(at)[1].main_field.focus()
        await at.paste(BAD)
        assert at.said.facts == good.facts
        assert at.session.held == {"feiten": (BAD,)}


async def test_a_refused_fact_from_a_file_is_held_back_when_it_is_shown() -> None:
    async with preparing(preparation=Preparation(facts=(Fact(BAD), Fact("Te laat")))) as at:
        await at.go("feiten")
        assert [fact.what for fact in at.said.facts] == ["Te laat"]
        assert at.session.held == {"feiten": (BAD,)}


@pytest.mark.parametrize("way", ["mouse", "keys"])
async def test_a_fact_is_taken_away_and_put_back(way: str) -> None:
    two = Preparation(facts=(Fact("Eerste", TWELFTH), Fact("Tweede")))
    async with preparing(WIDE, step="feiten", preparation=two) as at:
        first = rows(at)[0].query_one(".row-remove", Button)
        if way == "mouse":
            await at.click(first)
        else:
            first.focus()
            await at.press("enter")
        assert [fact.what for fact in at.said.facts] == ["Tweede"]
        back = at.form.query_one(".rows-back", Button)
        assert back.display
        if way == "mouse":
            await at.click(back)
        else:
            back.focus()
            await at.press("enter")
        assert at.said.facts == two.facts
        assert not back.display
        assert [row.fact.what for row in rows(at)] == ["Eerste", "Tweede", ""]


async def test_an_empty_row_has_nothing_to_take_away() -> None:
    async with preparing(step="feiten") as at:
        assert not rows(at)[0].query_one(".row-remove", Button).display


async def test_eight_facts_is_the_most_and_it_says_so() -> None:
    many = Preparation(facts=tuple(Fact(f"Feit {n}") for n in range(MAX_FACTS - 1)))
    async with preparing(step="feiten", preparation=many) as at:
        rows(at)[-1].main_field.focus()
        await at.paste("Het laatste")
        assert len(rows(at)) == MAX_FACTS == len(at.said.facts)
        assert at.form.query_one(".rows-full").display
        rows(at)[0].query_one(".row-remove", Button).press()
        await at.press("f1", "escape")
        assert len(at.said.facts) == MAX_FACTS - 1
        rows(at)[-1].main_field.focus()
        await at.paste("Toch nog een")
        assert len(at.said.facts) == MAX_FACTS
        assert not at.form.query_one(".rows-back").display, "there is no room to put it back"


async def test_emptying_a_fact_takes_it_out() -> None:
    async with preparing(step="feiten", preparation=Preparation(facts=(Fact("x"),))) as at:
        rows(at)[0].main_field.focus()
        await at.press("end", "backspace")
        assert at.said.facts == ()


async def test_nood_in_a_fact_opens_the_emergency_card_and_keeps_the_text() -> None:
    async with preparing(step="feiten") as at:
        await at.press("tab")
        await at.paste(f"Zei: ik wil {NOOD}")
        assert in_sight("112", at.app)
        await at.press("escape")
        assert at.form.step.id == "feiten"
        assert at.form.query(JudgedField).first().value == f"Zei: ik wil {NOOD}"
