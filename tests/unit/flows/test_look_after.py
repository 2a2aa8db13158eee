from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.domain.errors import (
    InputError,
)
from coach.domain.guard import Guard
from coach.domain.kept import Document, Due, Kind
from coach.domain.rehearsal import progress
from coach.domain.rehearsal.measures import Standing
from coach.flows import kept_preparations as flow
from coach.flows import look_after
from coach.flows.keeper import Keeper
from coach.flows.kept_rehearsals import keep_counts
from coach.library.load import Library
from coach.storage.preparation_form import from_data
from tests.unit.flows.keepers import Calendar, named, reopened
from tests.unit.samples import FULLEST, TYPICAL

COUNTS = progress.Rehearsed("magazijn", 3, dict.fromkeys(("veilig", "luisteren", "route"), Standing.FIRM), 4)


def test_a_preparation_is_offered_the_day_after_the_day_after_the_talk(
    keeper: Keeper, calendar: Calendar, library: Library, guard: Guard
) -> None:
    flow.keep(keeper, library, guard, named("a", replace(TYPICAL, moment="morgen om tien uur")))
    calendar.day += timedelta(days=2)
    assert look_after.at_start(keeper).is_empty
    calendar.day += timedelta(days=1)
    (offer,) = look_after.at_start(keeper).offers
    look_after.keep_longer(keeper, [offer])
    assert look_after.at_start(keeper).is_empty
    calendar.day += timedelta(days=31)
    (again,) = look_after.at_start(keeper).offers
    receipt = look_after.forget_offered(keeper, [again])
    assert receipt.places[0].what == "a: Je kluis"
    assert (keeper.current, flow.kept_preparations(keeper)) == (None, [])


def test_what_is_due_within_a_week_is_told(keeper: Keeper, calendar: Calendar) -> None:
    days = (Due(date(2026, 11, 29), "eerste controle"), Due(date(2027, 1, 5), "evaluatie"))
    keeper.store.save(Document(Kind.AGREEMENTS, "rooster", 1, {}, due=days), calendar.day)
    told = look_after.at_start(keeper).due
    assert [(summary.label, due.what) for summary, due in told] == [("rooster", "eerste controle")]


def test_a_clock_that_went_back_is_told_until_it_is_trusted(keeper: Keeper, calendar: Calendar) -> None:
    right = calendar.day
    calendar.day = date(2001, 1, 1)
    again = reopened(keeper)
    assert look_after.at_start(again).clock_was == right
    look_after.trust_clock(again)
    assert look_after.at_start(again).is_empty
    again.close()


def test_everything_comes_out_and_goes_in_again(
    keeper: Keeper, library: Library, guard: Guard, tmp_path: Path
) -> None:
    flow.keep(keeper, library, guard, named("a", FULLEST))
    assert keeper.current is not None
    keeper.store.note_output(keeper.current, Path("blad.pdf"))
    keep_counts(keeper, COUNTS)
    look_after.export_everything(keeper, tmp_path / "alles.json")
    data = json.loads((tmp_path / "alles.json").read_text("utf-8"))
    assert data["oefeningen"] == {"magazijn": 1}
    kept, counts = data["bewaard"]
    assert counts["inhoud"] == {"gesprekken": [progress.as_data(COUNTS)]}
    assert (kept["soort"], kept["naam"], kept["bestanden"]) == ("voorbereiding", "a", ["blad.pdf"])
    assert from_data(kept["inhoud"]) == flow.open_kept(keeper, keeper.current)


def test_what_is_wrong_inside_is_told_without_the_text(keeper: Keeper, calendar: Calendar) -> None:
    record = keeper.store.save(Document(Kind.PREPARATION, "a", 9, {"geheim": "x"}), calendar.day)
    with pytest.raises(InputError) as caught:
        flow.open_kept(keeper, record)
    assert "geheim" not in str(caught.value)
