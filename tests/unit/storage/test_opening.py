"""Opening the store: every way in which that can fail has its own error, and leaves every byte as it was."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

import pytest

from coach.domain.errors import (
    DamagedStoreError,
    NewerStoreError,
    NoEncryptionError,
    NoStoreError,
    StoreError,
    StoreInUseError,
    WrongPassphraseError,
)
from coach.domain.kept import Gone, Kind
from coach.storage import opening
from coach.storage.forget import forget_everything
from coach.storage.keys import PASSPHRASE_COST, Cost, lock_up, unlock
from coach.storage.lock import StoreLock
from coach.storage.place import StorePlace
from coach.storage.schema import PRESENT, Format
from tests.unit.storage.stores import (
    CHEAP,
    CODE,
    OTHER_CODE,
    PASSPHRASE,
    TODAY,
    content,
    document,
    made,
    opened,
    prints,
    refused,
)


def test_nothing_is_written_before_it_is_asked(tmp_path: Path) -> None:
    home = tmp_path / "nergens"
    with pytest.raises(NoStoreError):
        opened(home)
    assert forget_everything(StorePlace(home)).places[0].gone is Gone.NOTHING
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("passphrase", ["fout", "", PASSPHRASE.upper(), PASSPHRASE + " ", "x" * 100_000])
def test_a_wrong_passphrase_changes_nothing(kept: Path, passphrase: str) -> None:
    refused(kept, WrongPassphraseError, passphrase)
    assert len(content(kept)) == 1


def test_letters_with_accents_open_it_however_they_were_typed(tmp_path: Path) -> None:
    place = StorePlace(tmp_path)
    opening.make(place, "café", CODE, TODAY, cost=CHEAP).close()
    opening.open_with_passphrase(place, "cafe\u0301", TODAY).close()


def test_the_recovery_code_opens_it_and_lets_one_choose_another_passphrase(kept: Path) -> None:
    place = StorePlace(kept)
    with opening.open_with_code(place, f" {CODE.lower().replace('-', ' ')} ", TODAY) as store:
        store.change_passphrase("een ander", CHEAP)
    refused(kept, WrongPassphraseError)
    opening.open_with_passphrase(place, "een ander", TODAY).close()
    with opening.open_with_code(place, CODE, TODAY) as store:
        assert store.amount(Kind.PREPARATION) == 1


@pytest.mark.parametrize("code", ["", "onzin", CODE[:-1], OTHER_CODE])
def test_a_wrong_recovery_code_changes_nothing(kept: Path, code: str) -> None:
    before = prints(kept)
    with pytest.raises(WrongPassphraseError):
        opening.open_with_code(StorePlace(kept), code, TODAY)
    assert prints(kept) == before


def test_a_typing_mistake_in_a_code_is_seen_without_trying(kept: Path) -> None:
    """All mistakes of one letter but one in a thousand, which the store itself refuses."""
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    seen = 0
    wrong = [f"{CODE[:at]}{new}{CODE[at + 1 :]}" for at in (0, 6, 33) for new in letters if new != CODE[at]]
    for code in wrong:
        with pytest.raises(WrongPassphraseError) as caught:
            opening.open_with_code(StorePlace(kept), code, TODAY)
        seen += "zeven groepjes" in str(caught.value)
    assert seen >= len(wrong) - 3


def test_a_code_has_no_letters_that_look_alike() -> None:
    codes = {opening.new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", code) for code in codes)


def test_a_second_copy_is_kept_out_until_the_first_ends(kept: Path) -> None:
    with opened(kept):
        assert str(os.getpid()) in refused(kept, StoreInUseError)
        with pytest.raises(StoreInUseError):
            forget_everything(StorePlace(kept))
    assert len(content(kept)) == 1


def test_a_lock_that_a_dead_process_left_keeps_no_one_out(kept: Path) -> None:
    StorePlace(kept).lock.write_text("4000000")
    assert len(content(kept)) == 1


def test_without_the_lock_a_second_copy_would_come_in(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StoreLock, "take", lambda self: None)
    with opened(kept), opened(kept) as second:
        assert second.amount(Kind.PREPARATION) == 1


def test_a_store_is_never_made_over_another(kept: Path) -> None:
    before = prints(kept)
    with pytest.raises(StoreError, match="al een kluis"):
        made(kept)
    assert prints(kept) == before


def test_what_was_broken_off_while_being_made_is_no_store(tmp_path: Path) -> None:
    place = StorePlace(tmp_path)
    place.make_folder()
    place.unfinished.write_bytes(b"half")
    place.keys.write_bytes(b"half")
    with pytest.raises(NoStoreError):
        opened(tmp_path)
    made(tmp_path).close()
    assert content(tmp_path) == []


def test_a_store_of_a_newer_coach_is_left_alone(tmp_path: Path) -> None:
    newer = Format(version=PRESENT.version + 1)
    with made(tmp_path, form=newer) as store:
        store.save(document(), TODAY)
    assert "nieuwere coach" in refused(tmp_path, NewerStoreError)
    assert len(content(tmp_path, form=newer)) == 1


def test_keys_of_a_newer_coach_are_left_alone(kept: Path) -> None:
    from coach.storage import keys

    place = StorePlace(kept)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "_VERSION", 2)
        with opened(kept) as store:
            store.change_passphrase("een ander", CHEAP)
    refused(kept, NewerStoreError)
    assert place.keys.exists()


def test_the_copy_of_the_keys_stands_in_and_mends_the_first(kept: Path) -> None:
    place = StorePlace(kept)
    whole = place.keys.read_bytes()
    for damage in (b"", whole[:-40], whole.replace(b'"n"', b'"m"'), b"[]", b"\xff" * 90, b"[" * 100_000):
        place.keys.write_bytes(damage)
        assert len(content(kept)) == 1
        assert place.keys.read_bytes() == whole
    place.keys_copy.unlink()
    assert len(content(kept)) == 1
    assert place.keys_copy.read_bytes() == whole


def test_without_keys_the_store_counts_as_damaged(kept: Path) -> None:
    place = StorePlace(kept)
    place.keys.unlink()
    place.keys_copy.write_bytes(b"{}")
    assert "sleutels" in refused(kept, DamagedStoreError)


def test_a_guess_at_a_passphrase_costs_what_it_should() -> None:
    assert (PASSPHRASE_COST.n, PASSPHRASE_COST.r, PASSPHRASE_COST.p) == (2**15, 8, 3)


def test_the_same_key_and_secret_are_never_locked_the_same_way() -> None:
    key = bytes(range(32))
    slots = [lock_up(key, b"x", Cost(2, 1, 1)) for _ in range(50)]
    assert len({slot.covered for slot in slots} | {slot.salt for slot in slots}) == 100
    assert {unlock(slot, b"x") for slot in slots} == {key}
    assert {unlock(slot, b"y") for slot in slots} == {None}


def test_where_nothing_encrypts_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    plain = type(sys)("sqlcipher3")
    plain.dbapi2 = sqlite3  # type: ignore[attr-defined]
    for stand_in in (plain, None):
        monkeypatch.setitem(sys.modules, "sqlcipher3", stand_in)
        with pytest.raises(NoEncryptionError):
            made(tmp_path)
        assert not StorePlace(tmp_path).exists
    monkeypatch.undo()
    made(tmp_path).close()


@pytest.mark.needs("posix")
def test_folder_and_files_are_for_the_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with made(tmp_path / "diep" / "erin") as store:
            store.save(document(), TODAY)
            folder = store.place.folder
            os.chmod(folder / "sleutels.json", 0o644)
            os.chmod(folder, 0o755)
        opened(tmp_path / "diep" / "erin").close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_everything_can_be_forgotten_without_a_passphrase(kept: Path) -> None:
    place = StorePlace(kept)
    (place.folder / f"reservekopie-v0-{TODAY}.db").write_bytes(b"oud")
    receipt = forget_everything(place)
    assert receipt.all_gone
    assert {where.what for where in receipt.places} >= {
        "De sleutels van je kluis",
        "Je kluis",
        "Reservekopieën",
    }
    assert list(kept.iterdir()) == []
    made(kept).close()


def test_what_someone_else_put_in_the_folder_is_named_and_left(kept: Path) -> None:
    place = StorePlace(kept)
    (place.folder / "van-mij.txt").write_text("van mij")
    receipt = forget_everything(place)
    assert [where.what for where in receipt.places if where.gone is Gone.LEFT] == ["De map van je kluis"]
    assert [path.name for path in place.folder.iterdir()] == ["van-mij.txt"]
