"""Folders and disks that refuse: each is told, and what was kept stays."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.domain.errors import ReadOnlyStoreError, StoreError
from tests.unit.storage.stores import TODAY, content, document, made, refused


@contextlib.contextmanager
def ordinary_user() -> Iterator[Path]:
    """Be someone whom rights hold for, with a folder of his own: root may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        os.chown(name, 65_534, 65_534)
        os.seteuid(65_534)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


@pytest.mark.needs("posix")
def test_a_folder_that_may_not_be_written_is_named_and_left(tmp_path: Path) -> None:
    made(tmp_path).close()  # imports all there is to import, which an ordinary user perhaps may not read
    with ordinary_user() as home:
        with made(home) as store:
            store.save(document(), TODAY)
            folder = store.place.folder
        for path, mode in ((folder / "slot", 0o400), (folder, 0o500)):
            path.chmod(mode)
            assert str(folder) in refused(home, ReadOnlyStoreError)
        folder.chmod(0o700)
        (folder / "slot").chmod(0o600)
        assert len(content(home)) == 1
        home.chmod(0o500)
        with pytest.raises(ReadOnlyStoreError):
            made(home / "nieuw")
        home.chmod(0o700)


@pytest.mark.needs("posix")
def test_a_folder_that_becomes_read_only_while_the_store_is_open(tmp_path: Path) -> None:
    made(tmp_path).close()
    with ordinary_user() as home:
        with made(home) as store:
            store.save(document(), TODAY)
            store.place.folder.chmod(0o500)
            with pytest.raises(ReadOnlyStoreError):
                store.save(document("nog een"), TODAY)
            store.place.folder.chmod(0o700)
            store.save(document("en nog een"), TODAY)
        assert [kept.summary.label for kept in content(home)] == ["gesprek", "en nog een"]


@pytest.mark.parametrize(
    ("code", "kind"),
    [(errno.EROFS, ReadOnlyStoreError), (errno.EACCES, ReadOnlyStoreError), (errno.EIO, StoreError)],
)
def test_a_disk_that_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, kind: type[StoreError]
) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise OSError(code, os.strerror(code), "naam")

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    with pytest.raises(StoreError) as caught:
        made(tmp_path)
    assert isinstance(caught.value, kind)


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "kluis").write_text("van mij")
    with pytest.raises(ReadOnlyStoreError, match="geen map"):
        made(tmp_path)
    assert (tmp_path / "kluis").read_text() == "van mij"
