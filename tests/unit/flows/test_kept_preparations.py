from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from coach.domain.errors import (
    LabelInUseError,
    NotKeptError,
    StoreError,
    UsageError,
)
from coach.domain.guard import Guard
from coach.domain.preparation import Fact, Preparation
from coach.flows import kept_preparations as flow
from coach.flows import look_after
from coach.flows.keeper import Keeper
from coach.library.load import Library
from coach.storage.place import StorePlace
from tests.unit.flows.keepers import BAD, PASSPHRASE, named, reopened
from tests.unit.flows.stand_in import WordGuard, as_guard
from tests.unit.samples import FULLEST, TYPICAL, clean_preparations
from tests.unit.storage.stores import CHEAP, CODE


def test_a_preparation_comes_back_as_it_was(keeper: Keeper, library: Library, guard: Guard) -> None:
    kept, refused = flow.keep(keeper, library, guard, named(" gesprek\tA "))
    assert (kept, refused) == (named("gesprek A"), ())
    again = reopened(keeper)
    record = flow.find_kept(again, "Gesprek a")
    assert record is not None
    assert flow.open_kept(again, record) == named("gesprek A")
    assert again.current == record
    again.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Keeper]:
    """One store for many examples."""
    keeper = Keeper(StorePlace(tmp_path_factory.mktemp("gedeeld")), cost=CHEAP)
    keeper.set_up(PASSPHRASE, CODE)
    yield keeper
    keeper.close()


@settings(max_examples=30)
@given(preparation=clean_preparations)
def test_any_preparation_comes_back_equal_to_what_was_kept(
    preparation: Preparation, library: Library, shared: Keeper
) -> None:
    kept, _ = flow.keep(shared, library, as_guard(WordGuard()), named("a", preparation))
    assert shared.current is not None
    assert flow.open_kept(shared, shared.current) == kept


def test_what_may_not_be_kept_is_left_out_and_named(keeper: Keeper, library: Library, guard: Guard) -> None:
    filled = Preparation(label="a", facts=(Fact(f"x {BAD}"), Fact("kwam laat")))
    kept, refused = flow.keep(keeper, library, guard, filled)
    assert kept.facts == (Fact("kwam laat"),)
    assert [refusal.text for refusal in refused] == [f"x {BAD}"]
    flow.save_draft(keeper, library, guard, replace(filled, place=f"y {BAD}", moment="donderdag"))
    assert BAD not in look_after.everything(keeper)


def test_a_label_that_may_not_be_kept_is_refused(keeper: Keeper, library: Library, guard: Guard) -> None:
    for label in ("", "  ", f"naam {BAD}", "x" * 61):
        with pytest.raises(UsageError):
            flow.keep(keeper, library, guard, named(label))
    assert flow.kept_preparations(keeper) == []


def test_saving_again_keeps_one_also_under_another_label(
    keeper: Keeper, library: Library, guard: Guard
) -> None:
    flow.keep(keeper, library, guard, named("a"))
    flow.keep(keeper, library, guard, named("b", FULLEST))
    assert [summary.label for summary in flow.kept_preparations(keeper)] == ["b"]


def test_the_label_of_another_is_taken_only_when_the_user_says_so(
    keeper: Keeper, library: Library, guard: Guard
) -> None:
    flow.keep(keeper, library, guard, named("a"))
    keeper.current = None
    with pytest.raises(LabelInUseError):
        flow.keep(keeper, library, guard, named("A", FULLEST))
    flow.keep(keeper, library, guard, named("A", FULLEST), replaces=True)
    (summary,) = flow.kept_preparations(keeper)
    assert flow.open_kept(keeper, summary.id).facts == FULLEST.facts


def test_a_draft_survives_a_closed_window(keeper: Keeper, library: Library, guard: Guard) -> None:
    flow.keep(keeper, library, guard, named("a"))
    changed = replace(named("a"), place="kamer 3")
    flow.save_draft(keeper, library, guard, changed)
    again = reopened(keeper)
    draft = flow.find_draft(again)
    assert draft is not None
    assert (draft.preparation, draft.day) == (changed, date(2026, 11, 22))
    assert flow.take_draft(again, draft) == changed
    assert again.current == draft.of == flow.find_kept(again, "a")
    # Opening the kept one gives the draft of it, which is newer.
    assert flow.open_kept(again, again.current or 0) == changed
    flow.keep(again, library, guard, changed)
    assert flow.find_draft(again) is None
    again.close()


def test_there_is_no_draft_of_nothing_or_of_what_is_kept(
    keeper: Keeper, library: Library, guard: Guard
) -> None:
    flow.save_draft(keeper, library, guard, Preparation(label="alleen een naam"))
    assert flow.find_draft(keeper) is None
    flow.save_draft(keeper, library, guard, TYPICAL)
    assert flow.find_draft(keeper) is not None
    flow.save_draft(keeper, library, guard, Preparation())
    assert flow.find_draft(keeper) is None
    kept, _ = flow.keep(keeper, library, guard, named("a"))
    flow.save_draft(keeper, library, guard, kept)
    assert flow.find_draft(keeper) is None


def test_a_draft_that_cannot_be_saved_leaves_the_one_before(
    keeper: Keeper, library: Library, guard: Guard
) -> None:
    flow.save_draft(keeper, library, guard, TYPICAL)
    with pytest.raises(StoreError, match="te groot"):
        flow.save_draft(keeper, library, guard, Preparation(opening="x" * 1_000_001))
    found = flow.find_draft(keeper)
    assert found is not None
    assert found.preparation == TYPICAL


def test_forgetting_takes_the_draft_along(keeper: Keeper, library: Library, guard: Guard) -> None:
    flow.keep(keeper, library, guard, named("a"))
    record = keeper.current
    assert record is not None
    flow.save_draft(keeper, library, guard, replace(TYPICAL, place="kamer 3"))
    receipt = flow.forget_kept(keeper, record)
    assert receipt.all_gone
    assert (keeper.current, flow.find_draft(keeper)) == (None, None)
    with pytest.raises(NotKeptError):
        flow.open_kept(keeper, record)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("donderdag om tien uur", date(2026, 11, 26)),
        ("Do 26 november, 10 uur", date(2026, 11, 26)),
        ("morgen, een half uur", date(2026, 11, 23)),
        ("3-12 om tien", date(2026, 12, 3)),
        ("10 uur", None),
        ("na de pauze", None),
        ("", None),
    ],
)
def test_the_day_of_the_talk_stands_at_the_start_of_its_moment(moment: str, day: date | None) -> None:
    assert flow.talk_on(Preparation(moment=moment), date(2026, 11, 22)) == day


def test_no_draft_takes_the_place_of_another(keeper: Keeper, library: Library, guard: Guard) -> None:
    flow.save_draft(keeper, library, guard, TYPICAL)
    flow.keep(keeper, library, guard, named("a", replace(TYPICAL, place="kamer 1")))
    flow.save_draft(keeper, library, guard, named("a", replace(TYPICAL, place="kamer 2")))
    first, keeper.current = keeper.current, None
    flow.save_draft(keeper, library, guard, replace(TYPICAL, place="kamer 3"))
    draft = flow.find_draft(keeper)
    assert draft is not None
    assert (draft.of, draft.preparation.place) == (None, "kamer 3")
    assert first is not None
    assert flow.open_kept(keeper, first).place == "kamer 2"
