"""The fields: judged while typing, cleaned and capped on the way in, and never losing what was typed."""

from __future__ import annotations

import pytest
from textual import events
from textual.message import Message
from textual.widgets import Input

from coach.domain.guard.labels import Role, Status, Verdict
from coach.domain.text import MAX_TEXT
from coach.library.load import Library
from coach.tui.app import CoachApp
from coach.tui.dialogs.emergency import EmergencyDialog
from coach.tui.widgets.judged_field import INSTANT, PAUSE, JudgedField
from coach.tui.widgets.line_field import MAX_LINE, LineField
from coach.tui.widgets.text_field import TextField
from tests.tui.helpers import SMALL, make_app, notices, settle

FORBIDDEN = "Heb je een burn-out?"


async def _with_field(app: CoachApp, lines: int = 1) -> JudgedField:
    """Put one field on the home screen, and the focus in it."""
    field = JudgedField("Je zin", Role.ZEGT, lines=lines, placeholder="Bijvoorbeeld", id="proef")
    await app.screen.mount(field, before=0)
    field.focus()
    return field


async def test_f4_puts_the_better_sentence_in_and_f4_or_undo_gives_the_own_back(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        field = await _with_field(app)
        field.value = FORBIDDEN
        await settle(pilot)
        better = field.better
        assert better
        await pilot.press("f4")
        await settle(pilot)
        assert field.value == better
        assert field.judgement is not None
        assert field.judgement.verdict is Verdict.GOED
        await pilot.press("f4")
        await settle(pilot)
        assert field.value == FORBIDDEN
        await pilot.press("f4", "ctrl+z")
        await settle(pilot)
        assert field.value == FORBIDDEN


async def test_typing_on_in_a_better_sentence_makes_it_ones_own(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        field = await _with_field(app)
        field.value = FORBIDDEN
        await settle(pilot)
        await pilot.press("f4", *" ja")
        await settle(pilot)
        mine = field.value
        assert mine.endswith(" ja")
        await pilot.press("f4")
        await settle(pilot)
        assert field.value == mine or field.better is not None


async def test_a_change_tells_text_and_judgement(library: Library) -> None:
    told: list[JudgedField.Changed] = []
    app = make_app(library)
    async with app.run_test(
        size=SMALL, message_hook=lambda m: told.append(m) if isinstance(m, JudgedField.Changed) else None
    ) as pilot:
        field = await _with_field(app)
        field.value = FORBIDDEN
        await settle(pilot)
        assert told[-1].value == FORBIDDEN
        assert told[-1].judgement is not None
        assert told[-1].judgement.verdict is Verdict.VERBODEN
        assert told[-1].control is field
        field.value = " "
        await settle(pilot)
        assert told[-1].judgement is None


async def test_status_and_role_judge_anew(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        field = await _with_field(app)
        field.value = FORBIDDEN
        await settle(pilot)
        field.role = Role.NOTITIE
        assert field.judgement is not None
        assert field.judgement.verdict is Verdict.MAG_NIET
        field.status = Status.ZIEK
        assert field.judgement.verdict is Verdict.MAG_NIET


async def test_enter_submits_one_line_and_breaks_a_longer_one(library: Library) -> None:
    sent: list[str] = []
    app = make_app(library)

    def listen(message: Message) -> None:
        if isinstance(message, JudgedField.Submitted):
            sent.append(message.value)

    async with app.run_test(size=SMALL, message_hook=listen) as pilot:
        one = await _with_field(app)
        await pilot.press("a", "enter", "b")
        await settle(pilot)
        assert one.value == "ab"
        assert set(sent) == {"a"}, "the hook sees a message once for each widget that it passes"
        await one.remove()
        more = await _with_field(app, lines=3)
        await pilot.press("a", "enter", "b")
        await settle(pilot)
        assert more.value == "a\nb"


async def test_a_pasted_megabyte_is_capped_with_a_word(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        field = await _with_field(app, lines=3)
        app.post_message(events.Paste("woord " * 170_000))
        await pilot.pause(PAUSE * 2)
        await settle(pilot)
        assert len(field.value) == MAX_TEXT
        assert [text for text in notices(app) if "hoogstens 20.000 tekens" in text]
        await pilot.press("x")
        assert len(field.value) == MAX_TEXT
        await pilot.press("backspace")
        assert len(field.value) == MAX_TEXT - 1


async def test_without_the_cap_the_megabyte_stays(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.tui.widgets.text_field.MAX_TEXT", 10**9)
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        field = await _with_field(app, lines=3)
        app.post_message(events.Paste("woord " * 10_000))
        await pilot.pause()
        assert len(field.value) > MAX_TEXT


async def test_a_long_text_is_judged_when_the_typing_pauses(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.tui.widgets.judged_field.PAUSE", 3600)
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        field = await _with_field(app, lines=3)
        field.value = "Dit is een gewone zin. " * (INSTANT // 10) + FORBIDDEN
        await settle(pilot)
        assert field.judgement is None
        monkeypatch.setattr("coach.tui.widgets.judged_field.PAUSE", 0.01)
        field.value += "."
        await pilot.pause(0.1)
        await settle(pilot)
        assert field.judgement is not None


@pytest.mark.parametrize("way", ["paste", "value", "start", "clipboard"])
async def test_every_way_in_is_cleaned(library: Library, way: str) -> None:
    bad, clean = "a\x1b]52;c;x\x07\u202eb\r\nc", "a\ufffd]52;c;x\ufffd\ufffdb\nc"
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        field = await _with_field(app, lines=3)
        if way == "paste":
            app.post_message(events.Paste(bad))
        elif way == "value":
            field.value = bad
        elif way == "clipboard":
            app._clipboard = bad
            await pilot.press("ctrl+v")
        else:
            await field.remove()
            field = JudgedField("x", Role.ZEGT, value=bad, lines=3)
            await app.screen.mount(field, before=0)
        await settle(pilot)
        assert field.value == clean


async def test_a_line_field_takes_one_clean_line(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL) as pilot:
        line = LineField(placeholder="Zoek")
        await app.screen.mount(line, before=0)
        line.focus()
        app.post_message(events.Paste("een\ntwee\x1b[31m\tdrie"))
        await settle(pilot)
        assert line.value == "een twee\ufffd[31m drie"
        app.post_message(events.Paste("x" * 10_000))
        await settle(pilot)
        assert len(line.value) == MAX_LINE
        assert isinstance(line, Input)


async def test_the_function_keys_of_the_app_work_in_a_field(library: Library) -> None:
    app = make_app(library, start="check")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        field = app.screen.query_one(JudgedField)
        assert isinstance(app.focused, TextField)
        await pilot.press("f6")
        assert field.status is Status.ZIEK
        await pilot.press("f9")
        await settle(pilot)
        assert isinstance(app.screen, EmergencyDialog)
