"""Every exit code, the one place that decides it, and what a crash gives away: nothing."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from coach.cli import check as check_module
from coach.cli.diagnostics import Diagnostics, ExitCode, code_of, guarded
from coach.domain import errors
from tests.cli.world import App, call, no_stdout, world

SECRET = "GEHEIM-zin-van-de-gebruiker"


def test_the_numbers_are_those_of_the_contract() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "OK": 0,
        "FOUND": 1,
        "USAGE": 2,
        "INPUT": 3,
        "CONTENT": 4,
        "STORE": 5,
        "NO_TERMINAL": 6,
        "CRASH": 70,
        "INTERRUPTED": 130,
    }


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UsageError, 2),
        (errors.InputError, 3),
        (errors.ContentError, 4),
        (errors.StoreError, 5),
        (errors.NoTerminalError, 6),
        (errors.CoachError, 70),
        (type("Narrower", (errors.InputError,), {}), 3),
    ],
)
def test_each_kind_of_error_has_its_code(error: type[errors.CoachError], code: int) -> None:
    environment = world()

    def fail() -> ExitCode:
        raise error("Een zin.")

    assert code_of(error("")) == code
    assert guarded(fail, Diagnostics(environment)) == code
    assert isinstance(environment.stderr, io.TextIOWrapper)
    environment.stderr.flush()
    assert environment.stderr.buffer.getvalue() == b"Een zin.\n"


def _break(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def judge(*_given: object, **_named: object) -> None:
        secret_local = SECRET
        assert secret_local
        raise error

    monkeypatch.setattr(check_module, "judge", judge)


@pytest.mark.parametrize("debug", ["", "1"])
@pytest.mark.parametrize(
    "kind", [ValueError, KeyError, RecursionError, MemoryError, SystemExit, GeneratorExit]
)
def test_a_crash_names_class_and_place_and_no_text(
    monkeypatch: pytest.MonkeyPatch, kind: type[BaseException], debug: str
) -> None:
    _break(monkeypatch, kind(f"kapot op {SECRET}"))
    result = call("check", SECRET, into=world(COACH_DEBUG=debug))
    assert result.code == 70
    assert SECRET not in result.out + result.err
    assert kind.__name__ in result.err
    assert "coach/cli/check.py:" in result.err
    assert "Traceback" not in result.err
    assert ("via coach/cli/main.py:" in result.err) is (debug == "1")


def test_the_sentinel_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: with a crash that does print its message the test above fails."""
    monkeypatch.setattr(Diagnostics, "crash", lambda self, error: self.say(str(error)))
    _break(monkeypatch, ValueError(SECRET))
    assert SECRET in call("check", "x").err


def test_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch, KeyboardInterrupt())
    result = call("check", "x")
    assert (result.code, result.err) == (130, "\nGestopt. Buiten je kluis is niets bewaard.\n")


def test_content_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("coach.library.compiled.FOLDER", str(tmp_path / "weg"))
    monkeypatch.setattr("coach.flows.own_content.load_guard", lambda: _load(tmp_path / "weg"))
    assert call("check", "x").code == 4
    (tmp_path / "weg").mkdir()
    result = call("check", "x")
    assert result.code == 4
    assert "guard.json.z" in result.err


def _load(folder: Path) -> object:
    from coach.library.compiled import load_guard

    return load_guard(str(folder))


def test_the_emergency_number_is_said_even_without_content(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise errors.ContentError("De inhoud is stuk.")

    monkeypatch.setattr("coach.cli.nood.load_library", broken)
    result = call("nood")
    assert result.code == 4
    assert "112" in result.err


@pytest.mark.parametrize("argv", [[], ["prep"]])
@pytest.mark.parametrize("how", ["pipe", "dumb"])
def test_without_a_terminal_nothing_is_painted(argv: list[str], how: str) -> None:
    app = App()
    environment = world(app=app) if how == "pipe" else world(app=app, terminal=True, TERM="dumb")
    result = call(*argv, into=environment)
    assert (result.code, result.out, app.opened) == (6, "", [])
    assert result.err.count("\n") == 1
    assert "--plain" in result.err


def test_half_a_terminal_is_none() -> None:
    assert call(into=replace(world(terminal=True), stdin_is_terminal=False)).code == 6
    assert call(into=replace(world(terminal=True), stdout_is_terminal=False)).code == 6


@pytest.mark.parametrize(("status", "code"), [(0, 0), (70, 70)])
def test_the_status_of_the_app_is_that_of_coach(status: int, code: int) -> None:
    app = App(status=status)
    assert call(into=world(app=app, terminal=True)).code == code
    assert [start for _, start in app.opened] == ["home"]
    assert call("prep", into=world(app=app, terminal=True)).code == code
    assert app.opened[-1][1] == "prepare"


def test_home_for_who_wants_lines_is_the_list_of_commands() -> None:
    app = App()
    result = call(into=world(app=app, terminal=True, ACCESSIBLE="1"))
    assert (result.code, app.opened) == (0, [])
    assert "coach prep --plain" in result.out


class _Broken(io.StringIO):
    """A stream whose reader has gone, or whose disk is full."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        raise self.error

    def flush(self) -> None:
        raise self.error


def test_a_reader_that_has_gone_is_no_trouble() -> None:
    environment = replace(world(), stdout=_Broken(BrokenPipeError()))
    assert guarded_call(environment) == (0, "")


def test_a_full_disk_is_said() -> None:
    environment = replace(world(), stdout=_Broken(OSError(28, "No space left on device")))
    code, err = guarded_call(environment)
    assert code == 3
    assert "schijf vol" in err


def test_a_broken_stderr_stops_nothing() -> None:
    environment = replace(world(), stderr=_Broken(BrokenPipeError()))
    from coach.cli.main import run

    assert run(["check", "--snel"], environment) == 2
    assert run(["check", "--snel"], replace(world(), stderr=None)) == 2


def test_a_closed_stdout_stops_nothing() -> None:
    from coach.cli.main import run

    assert run(["check", "Heb je een burn-out?"], no_stdout(world())) == 1
    assert run(["nood"], no_stdout(world())) == 0


def guarded_call(environment: object) -> tuple[int, str]:
    """Run a command whose stdout cannot be read back."""
    from coach.cli.environment import Environment
    from coach.cli.main import run

    assert isinstance(environment, Environment)
    code = run(["check", "Hoe gaat het?"], environment)
    assert isinstance(environment.stderr, io.TextIOWrapper)
    environment.stderr.flush()
    return int(code), environment.stderr.buffer.getvalue().decode()
