"""Naslag: everything the coach knows can be reached, searched and read, narrow and wide."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from coach.flows.reference import articles, find
from coach.library.load import Library
from coach.tui.widgets.article_view import ArticleView
from tests.tui.helpers import SMALL, WIDE, assert_snapshot, in_sight, make_app, settle
from tests.tui.samples import SampleLibrary


def test_every_text_of_the_library_is_in_an_article(library: Library) -> None:
    read = " ".join(line.text for article in articles(library) for line in (*article.lines,)) + " ".join(
        article.title for article in articles(library)
    )
    wanted = [tip.text for tip in library.basic_tips]
    for guide in library.parts.values():
        wanted += [guide.purpose, *(tip.text for tip in guide.tips), *(q.je for q in guide.questions)]
        wanted += [text for avoid in guide.avoid for text in (avoid.text, avoid.why, avoid.instead)]
    for aid in library.mnemonics:
        wanted += [aid.letters, aid.meaning, aid.prompt, aid.breach, aid.instead]
    for signals in library.signals:
        wanted += [signal.text for signal in signals.visible]
        wanted += [tip.text for tip in signals.recognise_only]
    wanted += [point.text for checklist in library.checklists for point in checklist.points]
    for moment in library.moments:
        wanted += [moment.title, moment.happens, *moment.say, *moment.rather_not, *moment.then]
    wanted += [text for place in library.places for text in (place.title, *place.advice)]
    wanted += [text for card in library.factors.values() for text in (card.title, card.question)]
    wanted += [text for subject in library.subjects for text in (subject.title, subject.text)]
    wanted += [text for point in library.ready_points for text in (point.text, point.otherwise)]
    wanted += [line.je for line in library.openings] + [pitfall.text for pitfall in library.pitfalls]
    assert [text for text in wanted if text not in read] == []


def test_every_article_names_its_source(library: Library) -> None:
    for article in articles(library):
        assert article.lines[-1].text.startswith("Bron: ")
        assert len(article.lines[-1].text) > len("Bron: ")


def test_the_ids_are_unique(library: Library) -> None:
    ids = [article.id for article in articles(library)]
    assert len(ids) == len(set(ids))


def test_a_search_finds_titles_first_and_all_words(library: Library) -> None:
    everything = articles(library)
    assert find(everything, "") == everything
    assert find(everything, "huilt")[0].title == "Je medewerker huilt"
    assert find(everything, "HUILT") == find(everything, "huilt")
    assert find(everything, "zulke woorden bestaan niet") == ()


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_picture(size: tuple[int, int]) -> None:
    app = make_app(SampleLibrary(), start="library")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert_snapshot(app, f"library-{size[0]}x{size[1]}")


async def test_narrow_the_text_takes_the_place_of_the_list(library: Library) -> None:
    app = make_app(library, start="library")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("f5", *"huilt")
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert in_sight("Wacht tot het rustiger wordt", app) or in_sight("Daarna", app)
        assert not app.screen.query_one("#articles").region.area
        await pilot.press("escape")
        await settle(pilot)
        assert app.current_mode == "library"
        assert app.screen.query_one("#articles").region.area
        await pilot.press("escape")
        await settle(pilot)
        assert app.current_mode == "home"


async def test_wide_the_text_follows_the_list(library: Library) -> None:
    app = make_app(library, start="library")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("down")
        await settle(pilot)
        second = articles(library)[1]
        assert in_sight(second.lines[0].text, app)


async def test_nothing_found_says_what_to_do(library: Library) -> None:
    app = make_app(library, start="library")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("f5", *"qqqq")
        await settle(pilot)
        assert in_sight("Niets gevonden", app)
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert app.is_running


async def test_every_article_can_be_chosen(library: Library) -> None:
    app = make_app(library, start="library")
    async with app.run_test(size=WIDE) as pilot:
        index = app.screen.query_one(OptionList)
        for article in articles(library):
            await pilot.pause()
            assert str(app.screen.query_one(ArticleView).content).startswith(article.title)
            index.action_cursor_down()
