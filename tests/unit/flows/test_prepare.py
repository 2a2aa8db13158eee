from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from coach.domain.conversation import Part, Route
from coach.domain.guard.labels import Status
from coach.domain.preparation import Chosen, Energy, Fact, Plan, Preparation, Weighed
from coach.flows.prepare import (
    READY,
    STEP_IDS,
    STEPS,
    StepKind,
    help_for,
    next_open,
    number_of,
    openings_for,
    progress,
    questions_for,
    route_of,
    stations_of,
    step,
    steps_for,
)
from coach.library.load import Library
from tests.unit.samples import TYPICAL, preparations


def test_the_steps_go_through_all_parts_in_order() -> None:
    parts = [where.part for where in STEPS]
    assert list(dict.fromkeys(parts)) == list(Part)
    assert parts == sorted(parts, key=list(Part).index)
    assert len(set(STEP_IDS)) == len(STEPS)


def test_every_part_with_questions_has_a_step_to_choose_them() -> None:
    asking = {where.part for where in STEPS if where.kind in (StepKind.QUESTIONS, StepKind.CLOSING)}
    assert asking == set(Part) - {Part.VOORBEREIDING}


def test_a_step_by_its_id() -> None:
    assert [step(name).id for name in STEP_IDS] == list(STEP_IDS)
    with pytest.raises(KeyError):
        step("niets")


def test_the_steps_can_be_walked() -> None:
    route = Route(STEP_IDS)
    walked = [route.current]
    while not route.is_last:
        route = route.forward()
        walked.append(route.current)
    assert tuple(walked) == STEP_IDS


@pytest.mark.parametrize("status", list(Status))
def test_help_fits_the_status(library: Library, status: Status) -> None:
    for where in STEPS:
        found = help_for(library, where, status)
        tips = {tip.text: tip.statuses for tip in found.guide.tips}
        assert found.guide.part is where.part
        assert all(status in tips[tip] for tip in found.tips)
        assert [aid.id for aid in found.mnemonics] == list(found.guide.mnemonics)


@pytest.mark.parametrize("status", list(Status))
def test_what_is_offered_fits_the_status(library: Library, status: Status) -> None:
    assert openings_for(library, status)
    assert all(status in opening.statuses for opening in openings_for(library, status))
    for part in Part:
        offered = questions_for(library, part, status)
        left = [q for q in library.part(part).questions if q not in offered]
        assert all(status in question.statuses for question in offered)
        assert not any(status in question.statuses for question in left)


def test_progress_of_nothing_and_of_all() -> None:
    empty = progress(Preparation())
    assert {name for name, (done, _) in empty.steps.items() if done} == {"start"}
    assert empty.first_open == "signalen"
    assert list(empty.steps) == list(STEP_IDS)
    assert progress(TYPICAL).first_open is None


@pytest.mark.parametrize(
    ("filled", "name", "done"),
    [
        (Preparation(place="kamer"), "plek", (1, 2)),
        (Preparation(place="kamer", moment="nu"), "plek", (2, 2)),
        (Preparation(asked="planning"), "werk", (1, 2)),
        (Preparation(weighed=(Weighed("overwerk", Energy.COSTS),)), "oorzaken", (1, 1)),
        (Preparation(subjects=("taken",)), "afspraken", (1, 1)),
        (Preparation(goal="wie wat doet"), "afspraken", (1, 1)),
        (Preparation(ready=("rust", "iets-anders")), "klaar", (1, 8)),
        (Preparation(plans=(Plan("als", "dan"),)), "valkuilen", (1, 1)),
        (Preparation(opening="Hoe gaat het?"), "opening", (1, 1)),
        (Preparation(questions=(Chosen(Part.INVLOED, "a"),)), "invloed", (1, 1)),
        (Preparation(questions=(Chosen(Part.AFRONDING, "a"),)), "afronding", (1, 2)),
        (Preparation(next_date=date(2026, 11, 26)), "afronding", (1, 2)),
    ],
)
def test_progress_of_one_step(filled: Preparation, name: str, done: tuple[int, int]) -> None:
    before, after = progress(Preparation()).steps, progress(filled).steps
    assert after[name] == done
    assert {other for other in STEP_IDS if after[other] != before[other]} == {name}


def test_each_ticked_signal_asks_for_a_fact() -> None:
    ticked = Preparation(signals=("later", "fouten"))
    assert (progress(ticked).steps["signalen"], progress(ticked).steps["feiten"]) == ((1, 1), (0, 2))
    one = ticked.with_facts([Fact("a", None, "later"), Fact("b", None, "later")])
    assert progress(one).steps["feiten"] == (1, 2)
    assert progress(Preparation(facts=(Fact("a"), Fact("b")))).steps["feiten"] == (1, 1)


def test_someone_who_is_ill_has_no_steps_about_signals_and_work() -> None:
    ill = Preparation(status=Status.ZIEK, at_step="werk")
    ids = [where.id for where in steps_for(Status.ZIEK)]
    assert set(STEP_IDS) - set(ids) == {"signalen", "werk", "oorzaken", "afspraken"}
    assert list(progress(ill).steps) == ids
    assert route_of(ill).is_first, "the step where one was is not there any more"
    assert (number_of("feiten", Status.ZIEK), number_of("feiten", Status.WERKT)) == (2, 3)
    assert number_of("werk", Status.ZIEK) == 0


def test_one_goes_on_where_one_was_and_to_what_is_still_empty() -> None:
    assert route_of(replace(TYPICAL, at_step="nodig")).current == "nodig"
    assert next_open(Preparation(), "feiten") == "plek"
    assert next_open(Preparation(ready=tuple(READY)), "klaar") == "signalen"
    assert next_open(TYPICAL, "plek") is None


def test_how_far_each_station_is() -> None:
    filled = {station.number: (done, total) for station, done, total in stations_of(TYPICAL)}
    assert filled == {1: (7, 7), 2: (2, 2), 3: (1, 1), 4: (2, 2), 5: (3, 3)}
    assert stations_of(Preparation())[0][1:] == (1, 7)


@given(preparations())
def test_progress_never_passes_its_total(preparation: Preparation) -> None:
    assert all(0 <= done <= total for done, total in progress(preparation).steps.values())
    assert progress(replace(preparation, label="anders")) == progress(preparation)
