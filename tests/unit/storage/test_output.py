from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from coach.domain.errors import InputError
from coach.storage import output
from coach.storage.output import shown_name, write_output


def test_written_as_it_is(tmp_path: Path) -> None:
    write_output(tmp_path / "blad.md", "blad ë\n".encode())
    assert (tmp_path / "blad.md").read_text(encoding="utf-8") == "blad ë\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [("er/niet/blad.md", "bestaat niet"), (".", "map of een apparaat"), ("bestand/blad.md", "bestaat niet")],
)
def test_what_stands_in_the_way_is_named(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(InputError, match=words):
        write_output(tmp_path / name, b"x")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "past niet meer"),
        (errno.EFBIG, "past niet meer"),
        (errno.EACCES, "mag .* niet schrijven"),
        (errno.EROFS, "alleen van kunt lezen"),
        (errno.ENAMETOOLONG, "kortere"),
        (errno.EIO, "lukt niet"),
    ],
)
def test_every_error_becomes_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(output, "write_atomic", fail)
    with pytest.raises(InputError, match=words) as caught:
        write_output(tmp_path / "blad.md", b"x")
    assert os.strerror(code) not in str(caught.value)
    assert "blad.md" in str(caught.value)


def test_odd_names(tmp_path: Path) -> None:
    for name in ("a\0b", "n" * 5_000):
        with pytest.raises(InputError):
            write_output(tmp_path / name, b"x")


def test_a_real_full_disk(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="draai de tests op Linux of macOS")
    target = tmp_path / "blad.md"
    target.write_bytes(b"oud")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    import signal

    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(InputError, match="past niet meer"):
            write_output(target, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert target.read_bytes() == b"oud"
    assert os.listdir(tmp_path) == ["blad.md"]


def test_a_shown_name_is_safe_and_short() -> None:
    assert shown_name(Path("\x1b[31mblad.md")) == "\ufffd[31mblad.md"
    assert shown_name(Path("een\ntwee")) == "een twee"
    assert len(shown_name(Path("m" * 300 + "/blad.md"))) == 80
    assert shown_name(Path("m" * 300 + "/blad.md")).endswith("/blad.md")
