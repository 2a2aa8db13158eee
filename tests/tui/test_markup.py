"""Every text that is shown stands on the screen letter for letter, in every place (reliability, T1, M10)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from coach.domain.guard.labels import Analysis, Category, Finding, Role, Verdict
from coach.flows.judge import Judgement
from coach.flows.reference import Article, Kind, Line
from coach.flows.sentence import Sentence
from coach.library.load import Library
from coach.tui.base import CoachScreen
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.dialogs.emergency import EmergencyDialog
from coach.tui.texts import plain
from coach.tui.widgets.article_view import ArticleView
from coach.tui.widgets.choice import Choice
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.text_field import TextField
from coach.tui.widgets.title_bar import TitleBar
from coach.tui.widgets.verdict_panel import VerdictPanel
from tests.tui.helpers import (
    MODES,
    SMALL,
    in_sight,
    make_app,
    notices,
    screen_lines,
    screen_text,
    settle,
    squeezed,
)
from tests.tui.hostile import BRACKETS, HostileLibrary

VISIBLE = tuple(text for text in BRACKETS if squeezed(text))


def _verdict(text: str) -> Judgement:
    finding = Finding(
        "r", Category.DIAGNOSE, 0, len(text), f"why {text}", f"instead {text}", f"source {text}"
    )
    return Judgement(Analysis(text, Verdict.VERBODEN, findings=(finding, finding)), cut=False)


class _Verdict(VerdictPanel):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._given = text

    def on_mount(self) -> None:
        self.show(
            Sentence(_verdict(self._given), health=self._given),
            (f"instead {self._given}", f"other {self._given}"),
        )


class _Article(ArticleView):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._given = text

    def on_mount(self) -> None:
        lines = tuple(Line(kind, f"{kind.name} {self._given}") for kind in Kind)
        self.show(Article("a", "g", f"title {self._given}", lines))


PLACES: dict[str, tuple[Callable[[str], Widget], int]] = {
    "plain text": (PlainText, 1),
    "title bar": (lambda text: TitleBar(text, f"note {text}"), 2),
    "choice": (lambda text: Choice(text, [("a", f"one {text}"), ("b", f"two {text}")], "a"), 3),
    "field label": (lambda text: JudgedField(text, Role.ZEGT), 1),
    "field text": (lambda text: JudgedField("", Role.MEDEWERKER, value=text, lines=3), 1),
    "field placeholder": (lambda text: TextField(placeholder=text), 1),
    "line": (LineField, 1),
    "line placeholder": (lambda text: LineField(placeholder=text), 1),
    "verdict": (_Verdict, 7),
    "article": (_Article, 8),
    "button": (lambda text: Button(plain(text)), 1),
    "list": (lambda text: OptionList(Option(plain(text)), Option(Content.assemble(plain(text), " x"))), 2),
}
"""Each widget that shows a text, and how often it shows it."""


class Gallery(CoachScreen):
    """Shows one text in one place after the other."""

    CSS = "Gallery .place { height: auto; width: 100%; margin-bottom: 1; } Gallery OptionList { height: 6; }"

    def compose_body(self) -> ComposeResult:
        yield VerticalGroup(id="places")

    async def show(self, text: str) -> None:
        places = self.query_one("#places", VerticalGroup)
        with self.app.batch_update():
            await places.remove_children()
            await places.mount_all(_place(name, make(text)) for name, (make, _count) in PLACES.items())


def _place(name: str, widget: Widget) -> Widget:
    widget.add_class("place")
    widget.id = name.replace(" ", "-")
    return widget


@pytest.mark.parametrize("shard", range(3))
async def test_every_text_in_every_place(library: Library, shard: int) -> None:
    app = make_app(library)
    async with app.run_test(size=(200, 100), tooltips=True) as pilot:
        gallery = Gallery()
        await app.push_screen(gallery)
        for text in VISIBLE[shard::3]:
            await gallery.show(text)
            await settle(pilot)
            shown = _regions(app.screen)
            for name, (_make, count) in PLACES.items():
                seen = squeezed(shown[name.replace(" ", "-")]).count(squeezed(text))
                assert seen >= count, (
                    f"{text!r} in {name}: {seen} van {count}\n{shown[name.replace(' ', '-')]}"
                )
            assert app.is_running


def _regions(screen: Any) -> dict[str, str]:
    """Return what each place of the gallery painted, with one look at the screen."""
    lines = screen_lines(screen.app)
    return {
        widget.id: "\n".join(lines[widget.region.y : widget.region.bottom])
        for widget in screen.query(".place")
    }


async def test_every_text_in_notices_questions_and_tooltips(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=SMALL, notifications=True, tooltips=True) as pilot:
        for text in VISIBLE:
            app.clear_notifications()
            app.tell(text, title=text)
            dialog = ConfirmDialog(f"vraag {text}", yes=text, no="n")
            await app.push_screen(dialog)
            dialog.tooltip = plain(text)
            await pilot.pause()
            assert notices(app) == [text]
            shown = squeezed(screen_text(app))
            for words in (f"vraag {text}", f"{text} (j)"):
                assert squeezed(words) in shown, words
            await pilot.press("escape")
            assert app._exception is None


@pytest.mark.parametrize("mode", MODES)
async def test_a_library_of_brackets_is_shown_as_it_is(library: Library, mode: str) -> None:
    app = make_app(HostileLibrary(library), start=mode)
    async with app.run_test(size=(120, 60), notifications=True, tooltips=True) as pilot:
        await settle(pilot)
        for key in ("tab", "down", "down", "f3", "f3", "f3", "f1", "escape"):
            await pilot.press(key)
            assert app._exception is None
        if mode == "library":
            view = app.screen.query_one(ArticleView)
            article = view._article
            assert article is not None
            assert str(view.content).startswith(article.title)
            for line in article.lines[:10]:
                assert in_sight(line.text, app)


async def test_a_card_of_brackets_is_shown_as_it_is(library: Library) -> None:
    hostile = HostileLibrary(library)
    app = make_app(hostile)
    async with app.run_test(size=(120, 80)) as pilot:
        await pilot.press("f9")
        await settle(pilot)
        assert isinstance(app.screen, EmergencyDialog)
        card = hostile.emergency
        wanted = [card.title, *(step.head for step in card.steps), *(number.name for number in card.numbers)]
        shown = squeezed("\n".join(str(static.content) for static in app.screen.query(Static)))
        assert [text for text in wanted if squeezed(text) not in shown] == []


async def test_a_text_with_an_action_in_it_does_nothing_when_clicked(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.screen.mount(PlainText("[@click=app.quit]Bekijk[/]", id="lokkertje"), before=0)
        await settle(pilot)
        await pilot.click("#lokkertje", offset=(20, 0))
        await settle(pilot)
        assert app.is_running
        assert app.return_code is None


async def test_without_plain_the_same_click_ends_the_app(library: Library) -> None:
    app = make_app(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.screen.mount(Static("[@click=app.quit]Bekijk[/]", id="lokkertje"), before=0)
        await settle(pilot)
        await pilot.click("#lokkertje", offset=(2, 0))
        await settle(pilot)
    assert app.return_code == 0


def test_most_brackets_would_be_lost_as_markup() -> None:
    lost = 0
    for text in VISIBLE:
        try:
            lost += Content.from_markup(text).plain != text
        except Exception:
            lost += 1
    assert lost >= 20, "the table of texts has lost its teeth"
    assert len(BRACKETS) >= 41
