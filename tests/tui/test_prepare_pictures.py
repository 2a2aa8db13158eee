"""Kept pictures of preparing and of the sheet, in the sizes that everyone has."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain.conversation import Part
from coach.domain.preparation import Chosen, Fact, Preparation
from tests.tui.helpers import SMALL, WIDE, assert_snapshot, settle
from tests.tui.prepare_helpers import BAD, assert_fits, preparing

SIZES = pytest.mark.parametrize(("size", "name"), [(SMALL, "80x24"), (WIDE, "120x40")])
SAID = Preparation(
    label="planning",
    facts=(
        Fact("Begon om 9.40 uur, het rooster zegt 9 uur", date(2026, 11, 12)),
        Fact("Was niet bij het overleg"),
    ),
    moment="donderdag om tien",
    opening="Ik wil graag weten hoe het gaat. Ik zag dat je later begon. Herken je dat?",
    questions=(Chosen(Part.NODIG, "Wat heb je nodig?"),),
)


@SIZES
async def test_the_signals(size: tuple[int, int], name: str) -> None:
    async with preparing(size, step="signalen", preparation=SAID) as at:
        await at.press("space", "down")
        assert_snapshot(at.app, f"prepare-signals-{name}")


@SIZES
async def test_the_facts(size: tuple[int, int], name: str) -> None:
    async with preparing(size, step="feiten") as at:
        await at.type_in("12-11")
        await at.press("tab")
        await at.paste(f"Hij heeft een {BAD}")
        assert_snapshot(at.app, f"prepare-facts-{name}")


@SIZES
async def test_the_pitfalls(size: tuple[int, int], name: str) -> None:
    async with preparing(size, step="valkuilen") as at:
        await at.press("enter", "down", "space")
        assert_snapshot(at.app, f"prepare-plans-{name}")


@SIZES
async def test_the_questions(size: tuple[int, int], name: str) -> None:
    async with preparing(size, step="benoemen", preparation=SAID) as at:
        await at.press("space", "down", "down")
        assert_snapshot(at.app, f"prepare-questions-{name}")


@SIZES
async def test_the_sheet(size: tuple[int, int], name: str) -> None:
    async with preparing(size, start="sheet", preparation=SAID) as at:
        at.session.held["feiten"] = (f"Hij heeft een {BAD}",)
        at.app.go("home")
        await settle(at.pilot)
        at.app.go("sheet")
        await settle(at.pilot)
        assert_fits(at.app)
        assert_snapshot(at.app, f"sheet-{name}")
