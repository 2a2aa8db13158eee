"""scripts/start.py on a machine where everything is as it should be."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.packaging.toy import Toy

pytestmark = pytest.mark.needs("posix")


def snapshot(folder: Path) -> dict[str, int]:
    """Return every path below `folder` with its time of change."""
    return {str(path): path.lstat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


def test_the_first_start_installs_compiles_and_runs(toy: Toy) -> None:
    result = toy.run("check", "twee woorden", "--json", "seven")
    assert result.returncode == 7
    answer = json.loads(result.stdout)
    assert answer == {
        "args": ["check", "twee woorden", "--json", "seven"],
        "cwd": str(toy.root.parent),
        "flags": True,
    }
    assert toy.calls == ["uv pip install", "uv done", "compile"]
    call = (toy.root / "calls.log").read_text().splitlines()[0]
    for option in ("--require-hashes", "--no-deps", "--compile-bytecode", "--only-binary :all:"):
        assert option in call
    assert result.stderr.splitlines()[0].startswith("Coach wordt klaargezet.")


def test_nothing_changed_calls_nothing_and_writes_nothing(toy: Toy) -> None:
    toy.run()
    toy.uv(code=1)
    before, calls = snapshot(toy.root / ".venv"), toy.calls
    result = toy.run("nood")
    assert result.returncode == 0
    assert result.stderr == ""
    assert json.loads(result.stdout)["args"] == ["nood"]
    assert toy.calls == calls
    assert snapshot(toy.root / ".venv") == before


def test_changed_content_is_compiled_and_nothing_else(toy: Toy) -> None:
    toy.run()
    toy.write("content/item.yaml", "tekst: beter\n")
    result = toy.run()
    assert result.returncode == 0
    assert toy.calls == ["uv pip install", "uv done", "compile", "compile"]
    assert toy.run().stderr == ""
    assert len(toy.calls) == 4


def test_a_changed_compiler_compiles_again(toy: Toy) -> None:
    toy.run()
    toy.write("coach/domain/words.py", "")
    toy.run()
    assert toy.calls.count("compile") == 2


def test_wrong_content_ends_with_its_own_code_and_is_tried_again(toy: Toy) -> None:
    toy.write("content/item.yaml", "tekst: fout\n")
    for _ in range(2):
        result = toy.run("nood")
        assert result.returncode == 4
        assert result.stdout == ""
        assert "content/item.yaml, regel 1: fout\n" in result.stderr
    toy.write("content/item.yaml", "tekst: goed\n")
    assert toy.run("nood").returncode == 0


def test_stdout_is_data_only_while_setting_up(toy: Toy) -> None:
    result = toy.run("x")
    assert "compiler speaks" in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_a_changed_lock_installs_again(toy: Toy) -> None:
    toy.run()
    (toy.root / "requirements.lock").write_text(toy.lock + "# anders\n")
    toy.run()
    assert toy.calls.count("uv pip install") == 2


def test_a_moved_checkout_is_set_up_again(toy: Toy) -> None:
    toy.run()
    moved = toy.root.with_name("elders")
    toy.root.rename(moved)
    toy.root, toy.env["PATH"] = moved, str(moved / "path")
    toy.uv()
    assert toy.run().returncode == 0
    assert toy.calls.count("uv pip install") == 2


def test_the_launcher_runs_coach_from_anywhere(toy: Toy, tmp_path: Path) -> None:
    toy.run()
    launcher = toy.root / ".venv" / "bin" / "coach"
    result = subprocess.run(
        [launcher, "a b"], cwd="/", env=toy.env, capture_output=True, encoding="utf-8", check=False
    )
    assert json.loads(result.stdout) == {"args": ["a b"], "cwd": "/", "flags": True}


def test_settings_that_lead_python_astray_are_dropped(toy: Toy, tmp_path: Path) -> None:
    other = tmp_path / "other" / "coach"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("raise SystemExit('verkeerde coach')")
    result = toy.run("x", PYTHONPATH=str(other.parent), PYTHONSAFEPATH="1", PIP_TARGET=str(tmp_path / "t"))
    assert result.returncode == 0, result.stderr


def test_ctrl_c_goes_to_coach(toy: Toy) -> None:
    toy.run()
    with toy.spawn("wait") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "waiting\n"
        toy.interrupt(process)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "interrupted\n", "")


def test_two_starts_at_once_install_once(toy: Toy) -> None:
    toy.uv(sleep=1)
    with toy.spawn("a") as first, toy.spawn("b") as second:
        outputs = [process.communicate(timeout=60) for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0]
    assert toy.calls.count("uv pip install") == 1
    assert toy.calls.count("compile") == 1
    assert "in een ander venster" in outputs[0][1] + outputs[1][1]
    assert {json.loads(out)["args"][0] for out, _ in outputs} == {"a", "b"}
