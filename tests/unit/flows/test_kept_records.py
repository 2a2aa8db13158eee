"""Agreements and the thread of a talk in the store: kept, due, forgotten, and taken up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coach.domain.agreements import to_come
from coach.domain.errors import InputError
from coach.domain.guard import Guard
from coach.domain.kept import Kind
from coach.domain.live import Ending, Live
from coach.domain.live_draft import from_draft
from coach.domain.preparation import Preparation
from coach.domain.retention import agreements_until
from coach.flows.agree import new_record
from coach.flows.keeper import Keeper
from coach.flows.kept_preparations import find_draft, forget_kept, keep
from coach.flows.kept_talks import find_talk, save_talk
from coach.flows.live import prompting
from coach.flows.look_after import at_start
from coach.flows.record_shelf import KeptShelf, named, open_shelf
from coach.library.load import Library
from coach.storage.place import StorePlace
from tests.unit.agreements import USUAL
from tests.unit.flows.keepers import BAD, PASSPHRASE, reopened
from tests.unit.flows.keepers import named as with_label
from tests.unit.storage.stores import CHEAP, CODE


def shelf_on(keeper: Keeper, guard: Guard) -> KeptShelf:
    return open_shelf(keeper, lambda: guard)


def test_a_record_comes_back_after_a_new_start_with_its_days(keeper: Keeper, guard: Guard) -> None:
    record = replace(USUAL, label="rooster")
    shelf_on(keeper, guard).save(record)
    again = reopened(keeper)
    shelf = shelf_on(again, guard)
    assert shelf.load(named(shelf, " Rooster").id) == record
    (summary,) = again.store.summaries(Kind.AGREEMENTS, again.today())
    days = [due.day for due in again.store.load(summary.id, again.today()).document.due]
    assert days == [moment.day for moment in to_come(record)]
    assert record.evaluation is not None
    assert summary.keep_until == agreements_until(record.held_on, [record.evaluation])
    shelf.save(replace(record, first_check=again.today()))
    assert [(found.label, due.what) for found, due in at_start(again).due] == [("rooster", "eerste moment")]
    again.close()


def test_changing_it_keeps_one_and_labels_never_clash(keeper: Keeper, guard: Guard) -> None:
    shelf = shelf_on(keeper, guard)
    first, second = new_record(date(2026, 11, 22)), new_record(date(2026, 11, 22))
    for record in (first, second, replace(first, none_made=True)):
        shelf.save(record, record.uid)
    assert len({entry.label for entry in shelf.entries()}) == 2 == len(shelf.entries())
    assert shelf.load(first.uid).none_made
    second_label = shelf.load(second.uid).label
    assert shelf.load(named(shelf, second_label).id).uid == second.uid


def test_what_may_not_be_written_down_is_not_kept(keeper: Keeper, guard: Guard) -> None:
    shelf = shelf_on(keeper, guard)
    told = replace(USUAL.communication, between=BAD)
    assert shelf.load(shelf.save(replace(USUAL, communication=told))).communication.between == ""


def test_forgetting_gives_a_receipt_that_names_the_files(
    keeper: Keeper, guard: Guard, tmp_path: Path
) -> None:
    shelf = shelf_on(keeper, guard)
    uid = shelf.save(USUAL)
    copy = tmp_path / "kopie.pdf"
    copy.write_bytes(b"%PDF")
    shelf.note_output(uid, copy)
    receipt = shelf.forget(uid)
    assert not receipt.all_gone and any("kopie.pdf" in place.what for place in receipt.places)
    assert shelf.entries() == ()
    with pytest.raises(InputError):
        shelf.load(uid)


def test_memory_until_the_store_opens_and_then_into_it(tmp_path: Path, guard: Guard) -> None:
    keeper = Keeper(StorePlace(tmp_path), lambda: date(2026, 11, 22), cost=CHEAP)
    shelf = shelf_on(keeper, guard)
    shelf.save(USUAL)
    assert shelf.in_memory and shelf.load(USUAL.uid) == USUAL
    keeper.set_up(PASSPHRASE, CODE)
    shelf.put_away()
    assert not shelf.in_memory
    (entry,) = shelf.entries()
    assert shelf.load(entry.id) == shelf.load(USUAL.uid)
    assert entry.next is not None and entry.next.day == USUAL.first_check
    keeper.close()


def test_the_thread_of_a_talk_is_taken_up_and_goes_when_it_is_closed(
    keeper: Keeper, library: Library, guard: Guard
) -> None:
    keep(keeper, library, guard, with_label("rooster"))
    script = prompting(library, guard, Preparation()).script
    live = Live(script).onward(0).onward(10)
    save_talk(keeper, live, 20)
    assert find_draft(keeper) is None, "no draft of a preparation"
    assert from_draft(script, find_talk(keeper), 500).step == live.step
    save_talk(keeper, live.closed(Ending(None), 30), 30)
    assert find_talk(keeper) is None
    save_talk(keeper, live, 40)
    record = keeper.current
    assert record is not None and forget_kept(keeper, record).all_gone
    assert keeper.store.amount(Kind.TALK) == 0
