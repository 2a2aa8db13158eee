from __future__ import annotations

import os
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from coach.storage.atomic import NotAFileError, write_atomic


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_private(tmp_path: Path) -> None:
    target = tmp_path / "blad.pdf"
    write_atomic(target, b"inhoud")
    assert target.read_bytes() == b"inhoud"
    assert os.name != "posix" or mode(target) == 0o600
    assert os.listdir(tmp_path) == ["blad.pdf"]


@pytest.mark.needs("posix")
def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "blad.pdf"
    target.write_bytes(b"oud")
    target.chmod(0o640)
    write_atomic(target, b"nieuw")
    assert (target.read_bytes(), mode(target)) == (b"nieuw", 0o640)


@pytest.mark.needs("posix")
def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "echt", tmp_path / "link"
    real.write_bytes(b"oud")
    link.symlink_to(real)
    write_atomic(link, b"nieuw")
    assert link.is_symlink()
    assert real.read_bytes() == b"nieuw"


@pytest.mark.needs("posix")
def test_a_device_or_a_pipe_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    for target in (pipe, Path(os.devnull), tmp_path):
        with pytest.raises(NotAFileError):
            write_atomic(target, b"x")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert os.listdir(tmp_path) == ["pijp"]


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "vol"), KeyboardInterrupt()])
def test_whatever_fails_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    target = tmp_path / "blad.pdf"
    target.write_bytes(b"oud")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(type(error)):
        write_atomic(target, b"nieuw")
    monkeypatch.undo()
    assert target.read_bytes() == b"oud"
    assert os.listdir(tmp_path) == ["blad.pdf"]


@pytest.mark.needs("posix")
def test_a_killed_writer_leaves_the_old_or_the_new_file(tmp_path: Path, checkout: Path) -> None:
    """A process that writes without end is killed; what is found is always one of its whole texts."""
    target = tmp_path / "blad"
    target.write_bytes(b"")
    code = textwrap.dedent(f"""
        import pathlib, sys
        sys.path.insert(0, {str(checkout)!r})
        from coach.storage.atomic import write_atomic
        n = 0
        while True:
            n += 1
            write_atomic(pathlib.Path({str(target)!r}), (f"{{n % 10}}" * 200_000).encode())
            print(n, flush=True)
    """)
    for rounds in range(1, 6):
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            for _ in range(rounds):
                writer.stdout.readline()
            writer.kill()
        text = target.read_bytes()
        assert len(text) == 200_000
        assert len(set(text)) == 1
