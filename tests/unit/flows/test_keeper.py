from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.errors import (
    NoStoreError,
    StoreError,
    WrongPassphraseError,
)
from coach.flows.draft_pause import LONGEST, PAUSE, Typing
from coach.flows.keeper import State, keeper_of, last_group, passphrase_advice, same_group
from tests.unit.flows.keepers import PASSPHRASE
from tests.unit.storage.stores import CHEAP, CODE


def test_the_states_of_a_keeper(tmp_path: Path) -> None:
    nowhere = keeper_of({}, date.today)
    assert nowhere.state is State.NOWHERE
    with pytest.raises(StoreError, match="COACH_HOME"):
        nowhere.set_up(PASSPHRASE, CODE)
    keeper = keeper_of({"COACH_HOME": str(tmp_path / "OneDrive")}, date.today)
    keeper._cost = CHEAP
    assert keeper.state is State.NONE
    assert keeper.is_copied_elsewhere
    assert not keeper.unlock_by_itself()
    with pytest.raises(NoStoreError):
        keeper.store  # noqa: B018
    assert list(tmp_path.iterdir()) == []
    keeper.set_up(PASSPHRASE, CODE)
    assert keeper.state is State.OPEN
    keeper.close()
    assert keeper.state is State.CLOSED
    with pytest.raises(StoreError, match="dicht"):
        keeper.store  # noqa: B018
    assert not keeper.unlock_by_itself()
    keeper.passphrase = "fout wachtwoord"
    with pytest.raises(WrongPassphraseError):
        keeper.unlock_by_itself()
    keeper.recover(CODE, "een nieuw wachtwoord")
    keeper.close()
    keeper.passphrase = "een nieuw wachtwoord"
    assert keeper.unlock_by_itself()
    keeper.change_passphrase(PASSPHRASE)
    assert keeper.forget_everything().all_gone
    assert keeper.state is State.NONE


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        ("kort", "kort", "minstens"),
        ("lang genoeg", "lang genoegg", "gelijk"),
        ("lang genoeg", "lang genoeg", None),
    ],
)
def test_a_passphrase_is_looked_at_before_it_is_used(first: str, second: str, word: str | None) -> None:
    advice = passphrase_advice(first, second)
    assert advice is None if word is None else word in (advice or "")


def test_the_last_group_of_a_code_may_be_typed_carelessly() -> None:
    assert same_group(f" {last_group(CODE).lower()} ", CODE)
    assert not same_group("", CODE)
    assert not same_group(CODE[:4] + "x", CODE)


def test_a_draft_is_saved_in_a_pause_and_at_the_latest_after_a_while() -> None:
    assert Typing().save_at is None
    typing = Typing().key(10.0)
    assert typing.save_at == 10.0 + PAUSE < 11.0
    assert not typing.is_due(10.1)
    assert typing.is_due(10.0 + PAUSE)
    for tenth in range(1, 100):
        typing = typing.key(10.0 + tenth / 10)
    assert typing.save_at == 10.0 + LONGEST


@given(gaps=st.lists(st.floats(0.0, 3.0), min_size=1, max_size=60))
def test_no_key_waits_longer_than_a_second_once_the_typing_stops(gaps: list[float]) -> None:
    now, typing = 0.0, Typing()
    for gap in gaps:
        now += gap
        typing = typing.key(now)
    assert typing.save_at is not None
    assert typing.save_at <= now + 1.0
