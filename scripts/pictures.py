"""Make the pictures of the README: .venv/bin/python scripts/pictures.py

Each is a real screen of the app with an example in it, on a day that is always the same, so that a picture
only changes when the screen does. Writes docs/*.svg; the pictures fetch nothing from outside.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import TextArea

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from coach.domain.preparation import Fact, Preparation  # noqa: E402
from coach.library.load import load_library  # noqa: E402
from coach.tui.app import CoachApp  # noqa: E402
from coach.tui.session import Session  # noqa: E402

TARGET = ROOT / "docs"
SIZE = (104, 28)
DAY = date(2026, 11, 18)
REHEARSE = ("planner-transport", "1", "7", "")
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_MONO = "font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace;"


EXAMPLE = Preparation(
    signals=("later", "te-laat-af", "overleg"),
    facts=(
        Fact("kwam om 9.40 uur in het overleg van 9.00 uur", date(2026, 11, 2), "later"),
        Fact("leverde de weekplanning op vrijdag in, niet op woensdag", date(2026, 11, 6), "te-laat-af"),
        Fact("zei niets in het teamoverleg", date(2026, 11, 12), "overleg"),
    ),
    place="het kleine overleg op de eerste verdieping",
    moment="woensdag na de lunch, drie kwartier",
)


async def _check(pilot: Pilot[Any]) -> None:
    await pilot.press(*"Welke medicijnen slik je?")


async def _prepare(pilot: Pilot[Any]) -> None:
    await pilot.press("f3", "f3")


async def _live(pilot: Pilot[Any]) -> None:
    await pilot.press("4", "4")


async def _rehearse(pilot: Pilot[Any]) -> None:
    """Three turns of a talk, seed and scenario given."""
    for line in (
        "Hoi Marit, fijn dat je er bent. Ga zitten.",
        "Ik zag dat je vrijdag om half vier wegging. Herken je dat?",
        "Dus het is druk, en je vangt veel op. Klopt dat?",
    ):
        field = pilot.app.screen.query_one(TextArea)
        field.load_text(line)
        await pilot.press("enter")
        await pilot.pause()


async def _agree(pilot: Pilot[Any]) -> None:
    """Two agreements from the list, the first with a day."""
    await pilot.press("enter", "down", "down", "down", "enter", "down", "enter", "tab", "tab")
    await pilot.press(*"volgende week donderdag", "f3")
    await pilot.press("down", "enter", "down", "enter", "down", "down", "down", "enter", "f3", "up")


PICTURES: dict[str, tuple[str, Callable[[Pilot[Any]], Awaitable[None]]]] = {
    "toetsen": ("check", _check),
    "voorbereiden": ("prepare", _prepare),
    "gesprek": ("live", _live),
    "oefenen": ("rehearse", _rehearse),
    "afspraken": ("agree", _agree),
}


def without_web_fonts(svg: str) -> str:
    """Return a picture that asks nobody for a font."""
    svg = _FONTS.sub("", svg)
    return re.sub(r"font-family: Fira Code, monospace;", _MONO, svg)


async def _picture(start: str, act: Callable[[Pilot[Any]], Awaitable[None]]) -> str:
    app = CoachApp(load_library(), Session(EXAMPLE, today=lambda: DAY, rehearse=REHEARSE), start)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await act(pilot)
        for _ in range(3):
            await pilot.pause()
        return without_web_fonts(app.export_screenshot(title="coach"))


def main() -> None:
    """Write all pictures."""
    TARGET.mkdir(exist_ok=True)
    for name, (start, act) in PICTURES.items():
        (TARGET / f"{name}.svg").write_text(asyncio.run(_picture(start, act)), "utf-8")


if __name__ == "__main__":
    main()
