from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from coach.domain.kept import Gone
from coach.storage import opening, system_keyring
from coach.storage.forget import forget_everything
from coach.storage.place import StorePlace
from tests.unit.storage.stores import TODAY, content, opened


class Ring:
    """A keyring in memory, in the place of the package."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


def test_the_keyring_opens_it_when_asked_and_never_alone(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Ring()
    monkeypatch.setattr(system_keyring, "_keyring", lambda: ring)
    place = StorePlace(kept)
    assert opening.open_with_keyring(place, TODAY) is None
    with opened(kept) as store:
        assert store.use_keyring(True)
    found = opening.open_with_keyring(place, TODAY)
    assert found is not None
    found.close()
    assert len(content(kept)) == 1  # by passphrase
    (name,) = ring.kept
    for wrong in ("00" * 32, "onzin", "00"):
        ring.kept[name] = wrong
        assert opening.open_with_keyring(place, TODAY) is None
    with opened(kept) as store:
        store.use_keyring(False)
        assert not store.in_keyring
    assert ring.kept == {}


def test_forgetting_everything_empties_the_keyring(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Ring()
    monkeypatch.setattr(system_keyring, "_keyring", lambda: ring)
    with opened(kept) as store:
        store.use_keyring(True)
    assert ring.kept
    assert Gone.WIPED in [
        where.gone for where in forget_everything(StorePlace(kept)).places if "bos" in where.what
    ]
    assert ring.kept == {}


def test_a_keyring_that_fails_is_none_at_all(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_keyring, "_keyring", object)
    with opened(kept) as store:
        assert not store.use_keyring(True)
        assert not store.in_keyring
    monkeypatch.setattr(system_keyring, "_keyring", lambda: None)
    with opened(kept) as store:
        assert not store.use_keyring(True)
    assert opening.open_with_keyring(StorePlace(kept), TODAY + timedelta(days=1)) is None
