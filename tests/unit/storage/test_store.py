from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.domain.errors import LabelInUseError, NotKeptError, StoreError, UsageError
from coach.domain.kept import Due, Gone, Kind
from coach.domain.retention import Clock
from coach.storage import records
from coach.storage.records import MAX_BODY, MAX_LABEL
from coach.storage.store import Store
from tests.unit.storage.stores import TODAY, agreement, document, made, opened

SOON, LATER = TODAY + timedelta(days=6), TODAY + timedelta(days=40)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with made(tmp_path) as store:
        yield store


def labels(store: Store, kind: Kind = Kind.PREPARATION, **more: int) -> list[str]:
    return [summary.label for summary in store.summaries(kind, TODAY, **more)]


def test_what_is_kept_comes_back_equal(store: Store) -> None:
    kept = document(
        "Gesprek ë €",
        "é 😀 \ud800 [b]x[/b]",
        keep_until=LATER,
        due=(Due(SOON, "evaluatie"), Due(TODAY, "eerste controle")),
    )
    record = store.save(kept, TODAY)
    found = store.load(record, TODAY)
    assert found.document == replace(kept, due=tuple(sorted(kept.due, key=lambda due: due.day)))
    assert (found.summary.made_on, found.summary.changed_on, found.summary.next_due) == (TODAY, TODAY, TODAY)


def test_it_is_there_after_closing(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        record = store.save(document(), TODAY)
        before = store.load(record, TODAY)
    with opened(tmp_path) as store:
        assert store.load(record, TODAY) == before
        assert store.amount(Kind.PREPARATION) == 1


def test_a_label_is_found_whatever_its_capitals(store: Store) -> None:
    record = store.save(document("  Gesprek\tÉén "), TODAY)
    assert store.find(Kind.PREPARATION, "gesprek één") == record
    assert store.find(Kind.AGREEMENTS, "gesprek één") is None
    assert labels(store) == ["Gesprek Één"]


def test_a_label_is_used_once_for_each_kind(store: Store) -> None:
    store.save(document("a"), TODAY)
    store.save(replace(agreement(1), label="a"), TODAY)
    with pytest.raises(LabelInUseError):
        store.save(document("A", "anders"), TODAY)
    assert store.amount(Kind.PREPARATION) == 1


@pytest.mark.parametrize("label", ["", " \t ", "x" * (MAX_LABEL + 1)])
def test_a_label_that_cannot_be_is_refused(store: Store, label: str) -> None:
    with pytest.raises(UsageError):
        store.save(document(label), TODAY)
    assert store.amount(Kind.PREPARATION) == 0


def test_saving_again_replaces_text_label_and_days(store: Store) -> None:
    record = store.save(agreement(1), TODAY)
    again = replace(agreement(1), label="anders", due=(Due(LATER, "evaluatie"),), body={"regels": []})
    assert store.save(again, SOON, replaces=record) == record
    found = store.load(record, TODAY)
    assert found.document == again
    assert (found.summary.made_on, found.summary.changed_on) == (TODAY, SOON)
    assert store.due(SOON, TODAY) == []


def test_what_is_not_there_cannot_be_replaced_loaded_or_forgotten(store: Store) -> None:
    record = store.save(agreement(1), TODAY)
    actions = (
        lambda: store.save(document(), TODAY, replaces=99),
        lambda: store.save(document(), TODAY, replaces=record),  # that is something of another kind
        lambda: store.load(99, TODAY),
        lambda: store.forget(99),
        lambda: store.keep_until(99, TODAY),
    )
    for action in actions:
        with pytest.raises(NotKeptError):
            action()
    assert labels(store) == []


def test_too_much_text_is_refused_whole(store: Store) -> None:
    with pytest.raises(StoreError, match="te groot"):
        store.save(document(text="x" * MAX_BODY), TODAY)
    assert store.amount(Kind.PREPARATION) == 0


def test_the_list_has_the_last_changed_first_whatever_the_clock_says(store: Store) -> None:
    first = store.save(document("eerst"), TODAY)
    store.save(document("dan"), TODAY - timedelta(days=400))
    assert labels(store) == ["dan", "eerst"]
    store.save(document("eerst"), TODAY - timedelta(days=800), replaces=first)
    assert labels(store) == ["eerst", "dan"]


def test_pages_go_through_the_whole_list_once(store: Store) -> None:
    for number in range(7):
        store.save(agreement(number), TODAY)
    seen: list[str] = []
    after = None
    while page := store.summaries(Kind.AGREEMENTS, TODAY, limit=3, after=after):
        seen += [summary.label for summary in page]
        after = page[-1].id
    assert seen == [f"afspraken {number}" for number in reversed(range(7))] == labels(store, Kind.AGREEMENTS)


def test_what_is_due_comes_in_order_with_what_is_overdue(store: Store) -> None:
    store.save(replace(agreement(1), due=(Due(LATER, "evaluatie"),)), TODAY)
    store.save(replace(agreement(2), due=(Due(SOON, "eerste controle"), Due(TODAY, "evaluatie"))), TODAY)
    found = [(summary.label, due.day, due.what) for summary, due in store.due(SOON, SOON)]
    assert found == [("afspraken 2", TODAY, "evaluatie"), ("afspraken 2", SOON, "eerste controle")]
    assert [due.day for _, due in store.due(LATER, SOON)] == [TODAY, SOON, LATER]


def test_what_was_kept_long_enough_is_offered_and_nothing_goes_by_itself(store: Store) -> None:
    store.save(document("voorbij", keep_until=TODAY - timedelta(days=1)), TODAY)
    record = store.save(document("vandaag nog", keep_until=TODAY), TODAY)
    store.save(document("altijd"), TODAY)
    assert [summary.label for summary in store.expired(TODAY)] == ["voorbij"]
    tomorrow = TODAY + timedelta(days=1)
    assert [summary.label for summary in store.expired(tomorrow)] == ["voorbij", "vandaag nog"]
    store.keep_until(record, LATER)
    assert [summary.label for summary in store.expired(tomorrow)] == ["voorbij"]
    assert store.amount(Kind.PREPARATION) == 3


@pytest.mark.parametrize("wrong", [TODAY - timedelta(days=1), date(1970, 1, 1)])
def test_a_clock_that_was_set_back_offers_nothing_until_the_user_trusts_it(
    tmp_path: Path, wrong: date
) -> None:
    with made(tmp_path) as store:
        store.save(document("oud", keep_until=date(1960, 1, 1)), TODAY)
        assert [summary.label for summary in store.expired(TODAY)] == ["oud"]
    with opened(tmp_path, today=wrong) as store:
        assert store.clock is Clock.SET_BACK
        assert store.last_seen == TODAY
        assert store.expired(wrong) == []
        store.save(document("nieuw"), wrong)
        assert labels(store) == ["nieuw", "oud"]
    with opened(tmp_path, today=wrong) as store:
        store.trust_clock(wrong)
        assert [summary.label for summary in store.expired(wrong)] == ["oud"]
    with opened(tmp_path, today=wrong) as store:
        assert store.clock is Clock.GOOD


def test_a_clock_that_jumps_ahead_takes_nothing_away(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        store.save(document(keep_until=LATER), TODAY)
    with opened(tmp_path, today=date(2036, 1, 1)) as store:
        assert [summary.label for summary in store.expired(date(2036, 1, 1))] == ["gesprek"]
    with opened(tmp_path) as store:
        assert (store.clock, store.amount(Kind.PREPARATION)) == (Clock.SET_BACK, 1)


def test_forgetting_takes_all_that_belongs_to_it_and_nothing_else(store: Store, tmp_path: Path) -> None:
    other = store.save(document("blijft", due=(Due(SOON, "evaluatie"),)), TODAY)
    kept_before = store.load(other, TODAY)
    record = store.save(document("weg", due=(Due(SOON, "evaluatie"),)), TODAY)
    store.save(document("", kind=Kind.DRAFT, body={"van": record}), TODAY)
    there, thrown_away = tmp_path / "blad.pdf", tmp_path / "weggegooid.pdf"
    there.write_text("x")
    store.note_output(record, there)
    store.note_output(record, thrown_away)
    store.note_output(record, there)
    receipt = {place.what: place.gone for place in store.forget(record).places}
    assert receipt == {
        "Je kluis": Gone.WIPED,
        "Het concept ervan": Gone.WIPED,
        "Het hulpbestand van de kluis": Gone.NOTHING,
        "Reservekopieën": Gone.NOTHING,
        f"Bestand {there}": Gone.LEFT,
        f"Bestand {thrown_away}": Gone.NOTHING,
    }
    assert there.exists()
    assert (store.amount(Kind.PREPARATION), store.amount(Kind.DRAFT)) == (1, 0)
    assert [due.day for _, due in store.due(SOON, TODAY)] == [SOON]
    assert store.load(other, TODAY) == kept_before


def test_a_draft_of_something_else_stays(store: Store) -> None:
    record = store.save(document("weg"), TODAY)
    store.save(document("", kind=Kind.DRAFT, body={"van": None}), TODAY)
    store.forget(record)
    assert store.amount(Kind.DRAFT) == 1


def test_a_fault_of_ours_changes_nothing_and_is_not_hidden(store: Store) -> None:
    with pytest.raises(TypeError):
        store.save(document(body={"geen json": object()}), TODAY)
    with pytest.raises(Exception, match="no such table"), store._changing() as connection:
        connection.execute("DELETE FROM record")
        connection.execute("DELETE FROM bestaat_niet")
    store.save(document(), TODAY)
    assert store.amount(Kind.PREPARATION) == 1


class Steps:
    """Counts the steps of SQLite's machine, which do not depend on how busy the computer is."""

    def __init__(self, store: Store) -> None:
        self.taken = 0
        store._connection.set_progress_handler(self._step, 1)

    def _step(self) -> int:
        self.taken += 1
        return 0

    def of(self, action: object) -> int:
        assert callable(action)
        before = self.taken
        action()
        return self.taken - before


def test_a_page_of_ten_thousand_costs_as_much_as_one_of_ten(store: Store) -> None:
    """The time itself is measured by scripts/bench.py."""
    steps = Steps(store)
    page = lambda: store.summaries(Kind.AGREEMENTS, TODAY, limit=10)  # noqa: E731
    for number in range(10):
        store.save(agreement(number), TODAY)
    few, few_counted = steps.of(page), steps.of(lambda: store.amount(Kind.AGREEMENTS))
    store._connection.set_progress_handler(None, 1)
    with store._changing() as connection:
        for number in range(10, 10_000):
            records.put(connection, agreement(number), TODAY, None)
    steps = Steps(store)
    assert steps.of(page) <= few * 1.1
    assert steps.of(lambda: store.amount(Kind.AGREEMENTS)) <= few_counted
    # What a list without pages would cost, so that the measure can fail.
    assert steps.of(lambda: store.summaries(Kind.AGREEMENTS, TODAY)) > few * 500


def test_the_connection_keeps_its_promises(store: Store) -> None:
    found = store.settings()
    assert found.pop("cipher_version")
    assert found == {"journal_mode": "delete", "synchronous": 2, "secure_delete": 1, "user_version": 1}
