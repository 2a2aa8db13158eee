"""Odd windows, wild keys and foul texts: the app stays up (reliability, T1, T2, T5, T21, M9, M12, M13).

The seed is printed by a failure; SEED=... in the environment plays the same storm again.
"""

from __future__ import annotations

import contextlib
import os
import random
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.errors import NoWidget
from textual.pilot import OutOfBounds, Pilot
from textual.widgets import Footer, OptionList, Static

from coach.domain.guard.labels import Role
from coach.domain.text import MAX_TEXT, clean_text
from coach.flows.judge import judge
from coach.library.load import Library
from coach.tui.app import CoachApp
from coach.tui.base import Root
from coach.tui.texts import plain
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText
from tests.tui.helpers import MODES, in_sight, make_app, settle
from tests.tui.hostile import BRACKETS, ESCAPES

SIZES = ((1, 1), (5, 2), (20, 5), (40, 10), (59, 15), (60, 16), (80, 24), (120, 40), (300, 100))
KEYS = (
    *"tab shift+tab enter escape space backspace delete up down left right home end pageup pagedown".split(),
    *"f1 f2 f3 f4 f5 f6 f7 f8 f9 ctrl+p ctrl+z ctrl+y ctrl+a ctrl+u ctrl+k ctrl+w ctrl+v ctrl+x".split(),
    *"aeinorst123456!?[]/",
)
FOUL = (
    *BRACKETS,
    *ESCAPES.values(),
    "👩‍👩‍👧 文 e\u0301",
    "שלום",
    "a\x00b",
    "\ud800",
    "x" * 2_000,
    "\n" * 200,
)


def seed_of(number: int) -> int:
    """Return the seed of storm `number`: the one in SEED, or else always the same."""
    return int(os.environ.get("SEED", 20261122 + number))


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever hits all keys keeps a sheet some day, in the folder where he is."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("mode", MODES)
async def test_every_screen_at_every_size(library: Library, mode: str) -> None:
    app = make_app(library, start=mode)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        app.exit = lambda *args, **kwargs: None  # type: ignore[method-assign]
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            for key in ("tab", "down", "pagedown", "enter"):
                app.post_message(events.Key(key, None))
            await pilot.pause()
            while len(app.screen_stack) > 1:
                await pilot.press("escape")
            app.go(mode)
            await pilot.pause()
            assert app._exception is None
            if width >= 80 and height >= 24:
                assert app.screen.max_scroll_x == 0
                assert app.screen.query_one(Footer).max_scroll_x == 0
        del app.exit


@pytest.mark.parametrize("key", ["f1", "f9", "ctrl+p"])
async def test_every_window_at_every_size(library: Library, key: str) -> None:
    app = make_app(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.press("down", "tab")
            assert app._exception is None
            assert len(app.screen_stack) == 2


class Squeezed(App[None]):
    """A list that gets no width at all; `frame` is what stands around it."""

    CSS = "#beside { width: 1fr; min-width: 55; } OptionList { width: 1fr; }"

    def __init__(self, frame: type[Container]) -> None:
        super().__init__()
        self._frame = frame

    def compose(self) -> ComposeResult:
        with self._frame(), Horizontal():
            yield Static("Een tekst.", id="beside")
            yield OptionList("een", "twee")


async def _squeeze(frame: type[Container]) -> Exception | None:
    app = Squeezed(frame)
    with contextlib.suppress(Exception):
        async with app.run_test(size=(80, 24)) as pilot:
            for size in ((5, 2), (1, 1), (40, 10)):
                await pilot.resize_terminal(*size)
    return app._exception


async def test_the_frame_holds_a_size_at_which_lists_can_live() -> None:
    assert await _squeeze(Root) is None


async def test_without_that_size_a_squeezed_list_kills_the_app() -> None:
    class NoFrame(Container):
        pass

    assert await _squeeze(NoFrame) is not None


class Monkey:
    """Does one random thing after another to an app."""

    def __init__(self, pilot: Pilot[Any], seed: int) -> None:
        self.pilot = pilot
        self.app = pilot.app
        self.random = random.Random(seed)
        self.done: list[str] = []
        self.odd_for = 0

    async def act(self) -> None:
        """Do one thing, and wait until the app has handled it."""
        kind = self.random.choices(("key", "paste", "mouse", "resize", "mode"), (83, 6, 6, 3, 2))[0]
        await getattr(self, f"_{kind}")()
        if self.random.random() < 0.1:
            await self.pilot.pause()
        self.odd_for -= 1
        if self.odd_for == 0:
            await self.pilot.resize_terminal(80, 24)

    async def _key(self) -> None:
        key = self.random.choice(KEYS)
        self.done.append(key)
        character = key if len(key) == 1 else None
        names = {"!": "exclamation_mark", "?": "question_mark", "[": "left_square_bracket",
                 "]": "right_square_bracket", "/": "slash"}  # fmt: skip
        self.app.post_message(events.Key(names.get(key, key), character))

    async def _paste(self) -> None:
        text = self.random.choice(FOUL)
        self.done.append(f"paste {text[:20]!r}")
        self.app.post_message(events.Paste(text))

    async def _mouse(self) -> None:
        width, height = self.app.size
        at = (self.random.randrange(width), self.random.randrange(height))
        self.done.append(f"click {at}")
        does = self.pilot.click if self.random.random() < 0.7 else self.pilot.hover
        # Right after a change there is nothing under the mouse yet, and the pilot complains.
        with contextlib.suppress(NoWidget, OutOfBounds):
            await does(offset=at)

    async def _resize(self) -> None:
        size = self.random.choice([*SIZES[:-1], (self.random.randint(1, 300), self.random.randint(1, 100))])
        self.done.append(f"resize {size}")
        self.odd_for = self.random.randint(1, 6)  # a large screen takes long to paint: not for too many keys
        await self.pilot.resize_terminal(*size)

    async def _mode(self) -> None:
        mode = self.random.choice(MODES)
        self.done.append(f"mode {mode}")
        if len(self.app.screen_stack) == 1:
            assert isinstance(self.app, CoachApp)
            self.app.go(mode)


async def _storm(library: Library, seed: int, steps: int) -> None:
    app = make_app(library)
    monkey = None
    try:
        async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
            monkey = Monkey(pilot, seed)
            app.exit = lambda *args, **kwargs: None  # type: ignore[method-assign]
            for _ in range(steps):
                await monkey.act()
                assert app._exception is None
            del app.exit
            for _ in range(3):  # a key that comes when the screens are gone already is of this test alone
                await settle(pilot)
    except BaseException:
        print(f"SEED={seed}; the last things done: {monkey.done[-15:] if monkey else []}")
        raise
    assert app.return_code != 70


async def test_two_thousand_wild_keys(library: Library) -> None:
    await _storm(library, seed_of(0), 2_000)


@pytest.mark.long
@pytest.mark.parametrize("number", range(1, 6))
async def test_ten_thousand_wild_keys(library: Library, number: int) -> None:
    await _storm(library, seed_of(number), 10_000)


def _fuzz(rng: random.Random) -> str:
    """Return a foul text: bits of markup, escapes, words and any character at all."""
    pieces = []
    for _ in range(rng.randint(0, 6)):
        kind = rng.random()
        if kind < 0.3:
            pieces.append(rng.choice(BRACKETS))
        elif kind < 0.5:
            pieces.append(rng.choice(list(ESCAPES.values())))
        elif kind < 0.7:
            pieces.append(
                rng.choice(["heb je een burn-out", "ik zag dat", "\r\n", "\t", "???", "🙂", "é", "文"])
            )
        else:
            pieces.append("".join(chr(rng.randrange(0x110000)) for _ in range(rng.randint(1, 8))))
    return "".join(pieces)


async def _fuzzed(library: Library, seed: int, count: int) -> None:
    """Clean, show and judge `count` texts; what stands in the field and in the text is the cleaned text."""
    rng = random.Random(seed)
    app = make_app(library)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = PlainText()
        field = JudgedField("Zin", Role.ZEGT, lines=3)
        await app.screen.mount(shown, field, before=0)
        for number in range(count):
            text = _fuzz(rng)
            clean = clean_text(text)
            assert clean_text(clean) == clean, f"SEED={seed}, text {number}"
            assert plain(text).plain == clean, f"SEED={seed}, text {number}"
            clean.encode("utf-8")
            field.value = text
            assert field.value == clean[:MAX_TEXT], f"SEED={seed}, text {number}"
            shown.show(text)
            judge(library.guard, text)
            if number % 50 == 0:
                await pilot.pause()
                assert app._exception is None, f"SEED={seed}, text {number}"
                assert isinstance(shown.content, Content)
                assert shown.content.plain == clean
                words = f"proef {number} [b]"
                shown.show(words)
                await pilot.pause()
                assert in_sight(words, app)
                if len(app.screen_stack) > 1:
                    app.pop_screen()


async def test_ten_thousand_foul_texts(library: Library) -> None:
    await _fuzzed(library, seed_of(10), 10_000)


@pytest.mark.long
async def test_a_hundred_thousand_foul_texts(library: Library) -> None:
    await _fuzzed(library, seed_of(11), 100_000)


async def test_without_plain_the_first_bracket_kills(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "coach.tui.widgets.plain_text._content",
        lambda text: Content.from_markup(text) if isinstance(text, str) else text,
    )
    app = make_app(library)
    with pytest.raises(Exception):  # noqa: B017, PT011
        async with app.run_test(size=(80, 24)) as pilot:
            await app.screen.mount(PlainText("[/b] klaar"), before=0)
            await pilot.pause()
