"""scripts/start.py on a machine that lacks something: one sentence, its own exit code, no traceback."""

from __future__ import annotations

import ast
import ensurepip
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from setup_failures import Cause, cause_of_output

from tests.packaging.toy import CHECKOUT, Toy

pytestmark = pytest.mark.needs("posix")

IMPOSSIBLE, OWN_FAULT = 69, 70
FIRST = "Coach wordt klaargezet. Dat duurt één keer ongeveer een minuut."


def sentence(result: subprocess.CompletedProcess[str], code: int = IMPOSSIBLE) -> str:
    """Return the one sentence that a failed set-up said; nothing else may stand on stderr or stdout."""
    assert result.returncode == code, result.stderr
    assert result.stdout == ""
    said = [line for line in result.stderr.splitlines() if line != FIRST]
    assert len(said) == 1, result.stderr
    assert said[0].endswith(".")
    assert said[0].count(". ") == 0
    return said[0]


def without_uv(toy: Toy) -> None:
    (toy.root / "path" / "uv").unlink()


@pytest.mark.parametrize("name", ["oldest_python.py", "start.py", "test.py"])
def test_old_pythons_can_read_the_door(name: str) -> None:
    ast.parse((CHECKOUT / "scripts" / name).read_text("ascii"), feature_version=(3, 8))


def test_a_python_that_is_too_old(toy: Toy) -> None:
    said = sentence(toy.drive("sys.version_info = (3, 9, 6, 'final', 0)"))
    assert said == (
        "Coach heeft Python 3.11 of nieuwer nodig en dit is Python 3.9: installeer een nieuwere Python "
        "(python.org, of je softwarebeheer) en geef dezelfde opdracht daarmee opnieuw."
    )
    assert not (toy.root / ".venv").exists()


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv(toy: Toy, module: str) -> None:
    without_uv(toy)
    said = sentence(toy.drive(f"sys.modules[{module!r}] = None"))
    assert said.startswith("Deze Python kan geen eigen omgeving maken")
    assert "sudo apt install python3-venv" in said


def test_uv_needs_no_ensurepip(toy: Toy) -> None:
    assert toy.drive("sys.modules['ensurepip'] = None").returncode == 0


def test_no_network(toy: Toy) -> None:
    """The real pip, sent to a port where nobody listens."""
    without_uv(toy)
    del toy.env["PIP_NO_INDEX"], toy.env["PIP_FIND_LINKS"]
    toy.env.update(
        PIP_INDEX_URL="http://127.0.0.1:9/", PIP_TRUSTED_HOST="127.0.0.1", PIP_CONFIG_FILE=os.devnull
    )
    said = sentence(toy.run())
    assert said.startswith(
        "Coach haalt één keer onderdelen op en daarvoor is er geen verbinding: zet het netwerk aan"
    )
    assert "Connection refused" in (toy.root / ".venv" / "installatie.log").read_text()


def real_pip(toy: Toy, lock: str, folder: Path) -> str:
    """Return what the pip that comes with this Python says about a lock file that cannot be installed."""
    kept = sysconfig.get_config_var("WHEEL_PKG_DIR") or Path(ensurepip.__file__).parent / "_bundled"
    pip = next(Path(kept).glob("pip-*.whl"))
    command = [
        sys.executable,
        str(pip / "pip"),
        "install",
        "--target",
        str(folder / "target"),
        "--require-hashes",
    ]
    lock_file = toy.write("broken.lock", lock)
    result = subprocess.run(
        [*command, "--no-deps", "-r", lock_file],
        env=toy.env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode
    return result.stdout + result.stderr


@pytest.mark.parametrize(
    ("lock", "cause", "start"),
    [
        (
            f"toypart==1.0 --hash=sha256:{'0' * 64}",
            Cause.WRONG_HASH,
            "Een opgehaald onderdeel is niet wat het",
        ),
        (
            f"toypart==2.0 --hash=sha256:{'0' * 64}",
            Cause.NO_BUILD,
            "Een onderdeel van coach bestaat niet voor Python 3.",
        ),
        ("--dit-is-geen-optie", Cause.UNKNOWN, "Het klaarzetten van coach lukte niet: lees in x.log wat"),
    ],
)
def test_what_the_real_pip_says_is_understood(
    toy: Toy, tmp_path: Path, lock: str, cause: Cause, start: str
) -> None:
    assert cause_of_output(real_pip(toy, lock, tmp_path)) is cause
    assert str(cause.error(log="x.log")).startswith(start)


@pytest.mark.parametrize(
    ("says", "start"),
    [
        (
            "failed to copy file: No space left on device (os error 28)",
            "De schijf is vol: maak ongeveer 300 MB vrij",
        ),
        (
            "failed to create directory: Permission denied (os error 13)",
            "In de map van coach mag je niet schrijven",
        ),
        (
            "The process cannot access the file: it is being used by another process",
            "Een ander programma houdt",
        ),
    ],
)
def test_what_pip_cannot_mend_either_is_said_at_once(toy: Toy, says: str, start: str) -> None:
    toy.uv(code=2, says=says)
    assert sentence(toy.run()).startswith(start)
    assert toy.calls == ["uv pip install", "uv done"]


@pytest.mark.parametrize(
    ("number", "start"), [("EROFS", "In de map van coach mag je niet"), ("ENOSPC", "De schijf is vol")]
)
def test_the_first_write_fails(toy: Toy, number: str, start: str) -> None:
    code = (
        "import errno, os\n"
        "real = os.open\n"
        "def refuse(path, flags, *rest, **more):\n"
        "    if str(path).endswith('.venv.lock'): raise OSError(errno.%s, 'refused', path)\n"
        "    return real(path, flags, *rest, **more)\n"
        "os.open = refuse"
    )
    assert sentence(toy.drive(code % number)).startswith(start)


def test_a_checkout_without_its_lock_file(toy: Toy) -> None:
    (toy.root / "requirements.lock").unlink()
    assert sentence(toy.run(), OWN_FAULT).startswith("Het bestand requirements.lock ontbreekt")


def test_a_fault_of_ours_is_one_sentence_too(toy: Toy) -> None:
    source = toy.root / "scripts" / "setup_venv.py"
    broken = source.read_text("utf-8").replace('venv = root / ".venv"', 'venv = root // ".venv"')
    source.write_text(broken, "utf-8")
    said = sentence(toy.run(), OWN_FAULT)
    assert said.startswith("Het klaarzetten heeft een fout (TypeError, setup_venv.py regel ")


def test_a_uv_that_does_not_answer_is_passed_over(toy: Toy) -> None:
    toy.write("path/uv", "#!/bin/sh\nexit 127\n").chmod(0o755)
    assert toy.run("x").returncode == 0
    assert toy.calls == ["compile"]


def test_the_lock_is_freed_when_its_holder_is_gone(toy: Toy) -> None:
    (toy.root / ".venv.lock").touch()
    result = toy.run("x")
    assert result.returncode == 0
    assert "ander venster" not in result.stderr
