"""The package as others install it: built, installed outside the checkout with the locked parts, and used."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path

import pytest
from setup_failures import Cause, SetupError, cause_of_output
from setup_venv import Kit, child_env, ensure

pytestmark = pytest.mark.xdist_group("wheel")

OFFLINE = "geen netwerk om de onderdelen op te halen; zo wel: zet het netwerk aan"


def run(*command: object, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command outside the checkout, without the variables that point back into it."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**child_env(), **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    # The source distribution comes first and the wheel from it, so neither can lean on the checkout.
    command = [sys.executable, "-P", "-m", "build", "--no-isolation", "--outdir", folder, checkout]
    result = run(*command, cwd=folder)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    """The wheel."""
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(checkout: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder with the commands of a fresh environment that holds the wheel and the locked parts."""
    place = tmp_path_factory.mktemp("elsewhere")
    shutil.copy(checkout / Kit.RUN.lock, place)
    try:
        python = ensure(Kit.RUN, place)
    except SetupError as error:
        if str(error) == str(Cause.NO_NETWORK.error()):
            pytest.skip(OFFLINE)
        raise
    for link in (place / ".venv").rglob("gesprekscoach.pth"):
        link.unlink()  # nothing but the wheel may answer
    (python.parent / "coach").unlink(missing_ok=True)  # that of the checkout; the wheel brings its own
    if shutil.which("uv"):
        done = run("uv", "pip", "install", "--python", python, "--no-deps", wheel, cwd=place)
    else:
        done = run(python, "-m", "pip", "install", "--no-deps", "--no-index", wheel, cwd=place)
    assert done.returncode == 0, done.stdout + done.stderr
    yield python.parent


def test_the_wheel_holds_the_content_and_no_workshop(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    held = ("gesprek.json", "kaarten.json", "nood.json", "guard.json.z", "guard-bron.json.z")
    assert {f"coach/_content/{name}" for name in held} <= names
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"coach", next(top for top in tops if top.endswith(".dist-info"))}
    stray = [name for name in names if name.endswith((".pyc", ".yaml", ".jsonl", ".tmp")) or "corpus" in name]
    assert stray == []


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        (entries,) = (name for name in names if name.endswith(".dist-info/entry_points.txt"))
        text, points = archive.read(metadata).decode(), archive.read(entries).decode()
    meta = Parser().parsestr(text)
    assert meta["Name"] == "gesprekscoach"
    assert meta["License-Expression"] == "MIT AND OFL-1.1"
    assert meta["Requires-Python"] == ">=3.11"
    assert sum("/licenses/" in name for name in names) == 2
    assert "coach = coach.cli.main:main" in points


def test_the_source_distribution_can_be_built_again(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml",
        "LICENSE",
        "README.md",
        "scripts/hatch_build.py",
        "content/bronnen.yaml",
    } <= names
    assert not any(name.startswith(("content/guard/corpus", "coach/_content", ".venv")) for name in names)


def test_check_answers_elsewhere(installed: Path, tmp_path: Path) -> None:
    result = run(installed / "coach", "check", "Heb je een burn-out?", cwd=tmp_path)
    assert result.returncode == 1, result.stderr
    assert "Verboden" in result.stdout
    good = run(installed / "coach", "check", "Hoe gaat het met je?", cwd=tmp_path)
    assert good.returncode == 0, good.stdout + good.stderr


def test_an_empty_sheet_is_printed_elsewhere(installed: Path, tmp_path: Path) -> None:
    result = run(installed / "coach", "sheet", "--empty", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert len(result.stdout.splitlines()) > 20
    pdf = tmp_path / "blad.pdf"
    result = run(installed / "coach", "sheet", "--empty", "-o", pdf, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_the_answers_come_from_the_wheel(installed: Path, tmp_path: Path, checkout: Path) -> None:
    result = run(installed / "python", "-c", "import coach; print(coach.__file__)", cwd=tmp_path)
    assert "site-packages" in result.stdout
    assert str(checkout) not in result.stdout


@pytest.mark.needs("pipx")
def test_pipx_installs_the_checkout(checkout: Path, tmp_path: Path) -> None:
    """As a user would: build and all, from another folder, with nothing prepared."""
    places = {
        "PIPX_HOME": str(tmp_path / "home"),
        "PIPX_BIN_DIR": str(tmp_path / "bin"),
        "PIPX_MAN_DIR": str(tmp_path / "man"),
        "PIPX_SHARED_LIBS": str(tmp_path / "shared"),
    }
    base = getattr(sys, "_base_executable", sys.executable)
    done = run(
        sys.executable, "-P", "-m", "pipx", "install", "--python", base, checkout, cwd=tmp_path, **places
    )
    if done.returncode and cause_of_output(done.stdout + done.stderr) is Cause.NO_NETWORK:
        pytest.skip(OFFLINE)
    assert done.returncode == 0, done.stdout + done.stderr
    name = "coach.exe" if os.name == "nt" else "coach"
    result = run(tmp_path / "bin" / name, "check", "Heb je een burn-out?", cwd=tmp_path)
    assert result.returncode == 1, result.stderr
    assert "Verboden" in result.stdout
