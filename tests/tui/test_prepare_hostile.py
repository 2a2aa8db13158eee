"""Foreign text in every field of preparing and of the dialogs for files is text and nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import TextArea

from coach.domain.conversation import Part
from coach.domain.preparation import Chosen, Fact, Plan, Preparation
from coach.domain.text import MAX_TEXT, clean_text
from coach.flows.prepare import STEP_IDS
from coach.tui.widgets.line_field import LineField
from tests.tui.helpers import SMALL, WIDE, in_sight, screen_text, settle
from tests.tui.hostile import BRACKETS, ESCAPES
from tests.tui.prepare_helpers import Prepared, preparing

HOSTILE = (
    "[/b] klaar",
    "[@click=app.quit]Bekijk[/]",
    "\x1b]52;c;R0VIRUlN\x07\x1b[2J",
    "👩‍👩‍👧 é̂ 文字 ☐",
    "אבג \u202eneew\u202c مرحبا",
)


async def paste_everywhere(at: Prepared, texts: Iterator[str]) -> int:
    """Paste the next of `texts` in every field of the step that is shown; return how many there were."""
    fields = [field for field in at.form.query("TextField, LineField") if field.focusable]
    for field, text in zip(fields, texts, strict=False):
        field.focus()
        await at.paste(text)
        shown = field.text if isinstance(field, TextArea) else getattr(field, "value", "")
        assert clean_text(text).split()[0] in shown
    return len(fields)


@pytest.mark.parametrize(("size", "first"), [(SMALL, 0), pytest.param(WIDE, 2, marks=pytest.mark.long)])
async def test_hostile_text_in_every_field_is_only_text(size: tuple[int, int], first: int) -> None:
    async with preparing(size) as at:
        texts = itertools.islice(itertools.cycle(HOSTILE), first, None)
        filled = 0
        for step in STEP_IDS[1:]:
            await at.go(step)
            filled += await paste_everywhere(at, texts)
            assert "\x1b" not in screen_text(at.app) and "\u202e" not in screen_text(at.app)
        at.app.go("sheet")
        await settle(at.pilot)
        assert "\x1b" not in screen_text(at.app) and "\u202e" not in screen_text(at.app)
        assert filled >= 13
        assert at.app.is_running


async def test_a_bracket_text_reaches_the_screen_as_it_was_typed(is_long: bool) -> None:
    async with preparing((120, 60), step="plek") as at:
        field = at.form.query(TextArea).first()
        for text in BRACKETS if is_long else BRACKETS[::4]:
            field.load_text("")
            await at.paste(text)
            assert field.text == text
            assert in_sight(text, at.app), text


async def test_a_hostile_preparation_from_a_file_is_only_text(is_long: bool) -> None:
    texts = [*BRACKETS[4:25], *(clean_text(text) for text in list(ESCAPES.values())[:3])]
    async with preparing(WIDE) as at:
        for number in range(0, len(texts), 12):
            a, b, c, d, e, f, *more = texts[number : number + 12]
            hostile = Preparation(
                label=a,
                facts=(Fact(b), Fact(c)),
                moment=d,
                place=e,
                plans=(Plan(f, more[0], "geen-bekende"), Plan(more[1], more[2])),
                opening=more[3],
                questions=(
                    Chosen(Part.NODIG, more[4]),
                    Chosen(Part.AFRONDING, more[5]),
                    Chosen(Part.VOORBEREIDING, a),
                ),
            )
            at.session.start_with(hostile)
            await at.press("escape", "1")
            for step in STEP_IDS[1:6] if is_long else STEP_IDS[1:5:3]:
                await at.go(step)
            at.app.go("sheet")
            await settle(at.pilot)
            for text in (b, c, d, e):
                assert in_sight(text, at.app), text
            assert at.said.facts == hostile.facts
            await at.press("escape", "1")


async def test_a_paste_of_a_million_characters_is_capped_with_a_notice() -> None:
    async with preparing(step="plek") as at:
        await at.paste("a" * 1_000_000)
        assert len(at.form.query(TextArea).first().text) == MAX_TEXT
        assert in_sight("De rest is weggelaten.", at.app)
        await at.go("feiten")
        at.form.query(LineField).first().focus()
        await at.paste("1" * 1_000_000)
        assert len(at.form.query(LineField).first().value) <= 500


async def test_hostile_names_of_files_are_refused_or_only_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with preparing(start="sheet") as at:
        await at.press("f6")
        field = at.app.screen.query_one(LineField)
        for text in HOSTILE:
            field.value = ""
            await at.paste(f"{text}.txt")
            assert "\x1b" not in field.value
        field.value = "\x00\x1b[2Jx.txt"
        await at.press("enter")
        assert in_sight("Deze naam kan niet.", at.app)
        assert list(tmp_path.iterdir()) == []
