"""A set-up that broke off is mended by the next call, whatever it left behind."""

from __future__ import annotations

import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.packaging.toy import Toy

pytestmark = pytest.mark.needs("posix")


def packages(toy: Toy) -> set[str]:
    """Return the names in the site-packages of the toy's .venv."""
    (folder,) = (toy.root / ".venv").glob("lib/python*/site-packages")
    return {path.name for path in folder.iterdir() if path.name != "__pycache__"}


def wait_for(toy: Toy, call: str) -> None:
    """Wait until the stand-ins wrote down `call`."""
    deadline = time.monotonic() + 20
    while call not in toy.calls:
        assert time.monotonic() < deadline, toy.calls
        time.sleep(0.02)


def heals(toy: Toy) -> None:
    """The next call mends everything, and the one after that finds nothing to do."""
    toy.uv()
    result = toy.run("x")
    assert result.returncode == 0, result.stderr
    assert "half.py" not in packages(toy)
    calls = toy.calls
    assert toy.run("x").stderr == ""
    assert toy.calls == calls


def test_killed_while_installing(toy: Toy) -> None:
    toy.uv(kill="parent")
    assert toy.run().returncode == -signal.SIGKILL
    wait_for(toy, "uv done")
    heals(toy)


def test_the_installer_is_killed(toy: Toy) -> None:
    """uv dies half-way; pip, which is real here, does the work over in the same call."""
    toy.uv(kill="self")
    assert toy.run("x").returncode == 0
    assert toy.calls == ["uv pip install", "compile"]
    assert "half.py" not in packages(toy)
    assert "toypart.py" in packages(toy)


def test_ctrl_c_while_installing(toy: Toy) -> None:
    toy.uv(sleep=30)
    with toy.spawn() as process:
        wait_for(toy, "uv pip install")
        time.sleep(0.2)
        toy.interrupt(process)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, "")
    assert err.splitlines()[-1].startswith(
        "Afgebroken; de volgende keer gaat het klaarzetten vanzelf verder."
    )
    assert "Traceback" not in err
    heals(toy)


def test_an_orphaned_installer_is_waited_for(toy: Toy) -> None:
    """The killed start's installer still writes; emptying the folder under it would leave a torn .venv."""
    toy.uv(kill="parent", linger=1.5)
    assert toy.run().returncode == -signal.SIGKILL
    assert "uv done" not in toy.calls
    toy.uv()
    result = toy.run("x")
    assert result.returncode == 0
    assert "in een ander venster" in result.stderr
    assert toy.calls[:4] == ["uv pip install", "uv done", "uv pip install", "uv done"]


@pytest.mark.parametrize("what", ["stamp", "python", "torn", "file", "link"])
def test_what_was_left_is_replaced(toy: Toy, what: str, tmp_path: Path) -> None:
    toy.run()
    venv = toy.root / ".venv"
    if what == "stamp":
        (venv / ".klaar-coach").unlink()
    elif what == "torn":
        (venv / ".klaar-coach").write_bytes(b"\xff\x00")
    elif what == "python":
        (venv / "bin" / "python").unlink()
        os.symlink("/nergens/python", venv / "bin" / "python")
    else:
        shutil.rmtree(venv)
        if what == "file":
            venv.write_text("")
        else:
            (tmp_path / "elders").mkdir()
            venv.symlink_to(tmp_path / "elders")
    heals(toy)


def test_compiling_that_broke_off_is_done_again(toy: Toy) -> None:
    toy.run()
    (toy.root / "coach" / "_content" / "digest").unlink()
    assert toy.run().returncode == 0
    assert toy.calls == ["uv pip install", "uv done", "compile", "compile"]
