"""The steps before the talk: signals, work, energy, agreements, readiness, and what is set aside."""

from __future__ import annotations

from datetime import date

from textual.widgets import TextArea

from coach.domain.preparation import Absence, Energy, Fact, Preparation, Weighed
from coach.library.load import load_library
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.screens.prepare_facts import FactRow
from coach.tui.screens.prepare_plans import PlanRow
from coach.tui.widgets.choice_list import ChoiceList, Mark
from coach.tui.widgets.grouped_list import GroupedList
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.line_field import LineField
from tests.tui.helpers import SMALL, in_sight
from tests.tui.prepare_helpers import BAD, assert_fits, preparing


async def test_ticked_signals_give_advice_and_each_a_row_to_make_a_fact_of() -> None:
    async with preparing(SMALL, step="signalen") as at:
        advice = at.app.library.advice
        assert in_sight(advice["geen"].text, at.app)  # type: ignore[index]
        await at.press("space")
        assert in_sight(advice["terloops"].text, at.app)  # type: ignore[index]
        await at.press("down", "enter")
        assert in_sight(advice["deze-week"].text, at.app)  # type: ignore[index]
        first, second = (at.app.library.visible_signals[name] for name in at.said.signals)
        await at.press("f3")
        rows = at.form.query(FactRow)
        assert [row.signal for row in rows] == [first.id, second.id, ""]
        rows.first().main_field.focus()
        await at.press("f4")
        assert at.said.facts == (Fact(first.fact, None, first.id),)
        await at.go("signalen")
        await at.press("space", "down", "space")
        third = at.said.signals[-1]
        await at.go("feiten")
        assert [row.signal for row in at.form.query(FactRow)] == [first.id, third, ""]


async def test_a_group_closes_and_opens_and_keeps_what_was_ticked() -> None:
    async with preparing(step="signalen") as at:
        groups = at.form.query_one(GroupedList)
        await at.press("space", "up", "space")
        assert groups.items[0].mark is Mark.CLOSED and groups.items[0].note == "1 gekozen"
        await at.press("space", "down")
        assert groups.items[1].mark is Mark.ON


async def test_absence_takes_a_number_and_dates_and_nothing_else() -> None:
    async with preparing(step="werk") as at:
        await at.paste("elke vrijdag de planning")
        await at.press("tab")
        await at.paste(f"twee keer, door {BAD}")
        assert (at.said.asked, at.said.delivered) == ("elke vrijdag de planning", "")
        assert at.session.held == {"werk": (f"twee keer, door {BAD}",)}
        times, days = at.form.query(LineField)
        times.focus()
        await at.type_in("3")
        days.focus()
        await at.paste("2-3, 7 sep")
        assert at.said.absence == Absence(3, (date(2026, 3, 2), date(2026, 9, 7)))
        await at.paste(", griep")
        assert at.said.absence == Absence(3, ())
        assert in_sight("Typ hier alleen datums", at.app)


async def test_a_kind_of_place_fills_the_place_and_gives_advice() -> None:
    async with preparing(step="plek") as at:
        at.form.query_one(ChoiceList).focus()
        await at.press("end", "space")
        video = at.app.library.places[-1]
        assert (at.said.setting, at.said.place) == (video.id, video.note)
        await at.press("pagedown")
        assert in_sight(video.advice[0], at.app)
        at.form.query_one("#plaats", JudgedField).value = "kamer 3"
        at.form.query_one(ChoiceList).focus()
        await at.press("home", "space")
        assert at.said.place == "kamer 3", "what one wrote oneself stays"


async def test_cards_subjects_and_readiness_are_chosen_with_the_same_keys() -> None:
    async with preparing(SMALL, step="oorzaken") as at:
        await at.press("space", "down", "space", "space", "down", "space", "space", "space")
        first, second = list(at.app.library.factors)[:2]
        assert at.said.weighed == (Weighed(first, Energy.GIVES), Weighed(second, Energy.COSTS))
        assert in_sight("geeft energie", at.app) and in_sight("kost energie", at.app)
        await at.go("afspraken")
        await at.press("space", "down", "down", "space", "tab")
        await at.paste("wie de planning doet")
        subjects = at.app.library.subjects
        assert at.said.subjects == (subjects[0].id, subjects[2].id)
        assert at.said.goal == "wie de planning doet"
        await at.go("klaar")
        points = at.app.library.ready_points
        assert in_sight(points[0].otherwise, at.app)
        await at.press("space", *["down", "space"] * (len(points) - 1))
        assert set(at.said.ready) == {point.id for point in points}
        assert in_sight("Je bent er klaar voor.", at.app)
        assert_fits(at.app)


async def test_what_is_not_so_is_set_aside_and_comes_on_the_sheet() -> None:
    async with preparing(SMALL, step="valkuilen", library=load_library()) as at:
        at.form.query(PlanRow).first().main_field.focus()
        await at.paste("ze haar mond houdt")
        assert in_sight("het komt niet op je blad", at.app)
        await at.press("f8")
        assert [aside.text for aside in at.said.asides] == ["ze haar mond houdt"]
        assert in_sight("Opzij gezet", at.app) and not in_sight("het komt niet op je blad", at.app)
        at.app.go("sheet")
        await at.press("f1", "escape")
        assert in_sight("Als ze haar mond houdt, dan ...", at.app)
        at.app.go("prepare")
        await at.press("f8")
        assert at.said.asides == () and in_sight("het komt niet op je blad", at.app)
        await at.press("f8")
        await at.paste(" en zucht")
        assert at.said.asides == (), "another sentence is judged anew"
        field = at.app.screen.focused
        assert isinstance(field, TextArea)
        field.load_text("hij depressief is")
        await at.press("f8")
        assert at.said.asides == () and in_sight("Met “depressief” erin", at.app)


async def test_stopping_asks_first_as_long_as_the_preparation_is_nowhere_else() -> None:
    async with preparing(step="plek") as at:
        await at.paste("dinsdag om tien")
        await at.press("ctrl+q", "ctrl+q")
        assert isinstance(at.app.screen, ConfirmDialog)
        assert in_sight("nog niet bewaard", at.app)
        await at.press("n")
        assert at.form.step.id == "plek" and at.said.moment == "dinsdag om tien"
        at.session.mark_kept()
        assert not at.session.would_be_lost
        await at.paste(" uur")
        assert at.session.would_be_lost
        await at.press("ctrl+q", "j")
        assert at.app._exit


def test_what_would_be_lost() -> None:
    from coach.tui.session import Session

    begun = Session(Preparation(place="kamer"))
    assert not begun.would_be_lost, "what was opened is in its file"
    begun.preparation = Preparation(place="kamer", at_step="nodig")
    assert not begun.would_be_lost, "going to another step changes nothing"
    begun.held["feiten"] = ("x",)
    assert begun.would_be_lost
    begun.kept_after = True
    assert not begun.would_be_lost
    assert not Session(Preparation(label="dinsdag")).would_be_lost
