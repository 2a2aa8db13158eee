"""A crash says where it went wrong and nothing of what was typed, wherever it happens (reliability, T3, M15).

Every action, handler, worker and callback of the app is made to raise, with a secret in its local variables,
its arguments and its message; the secret may not come out.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import pkgutil
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

import coach.tui
from coach.domain.errors import ContentError
from coach.library.load import Library
from coach.tui.app import CoachApp
from coach.tui.base import CoachScreen
from coach.tui.crash import CRASHED, crash_text
from coach.tui.hardening import HardenedApp
from coach.tui.session import Session
from tests.tui.helpers import MODES, make_app

SECRET = "Sentinel-Jansen-is-opgenomen"
Ride = Callable[[Pilot[Any]], Awaitable[None]]


class Boom(Exception):
    """An error that carries the secret everywhere an error can."""

    def __rich__(self) -> str:
        """Textual would print this."""
        return SECRET


def boom(*args: object, **kwargs: object) -> None:
    """Raise with the secret in locals, arguments and message."""
    what_was_typed = [SECRET, {"zin": SECRET}]
    raise Boom(f"niet goed: {what_was_typed[0]}", SECRET)


def crash(app: CoachApp, ride: Ride) -> int | None:
    """Run `app` without a terminal, do `ride`, and return the exit status."""
    asyncio.run(_crash(app, ride))
    return app.return_code


async def _crash(app: CoachApp, ride: Ride) -> None:
    async def pilot(pilot: Pilot[Any]) -> None:
        await ride(pilot)
        await asyncio.sleep(0.02)

    # A ride that the crash cut off ends with an error of its own; what counts is what the app says.
    try:
        await asyncio.wait_for(app.run_async(headless=True, size=(80, 24), auto_pilot=pilot), 20)
    except (Boom, AssertionError):
        raise
    except Exception:
        assert app.return_code == CRASHED


def _modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages(coach.tui.__path__, "coach.tui."):
        yield importlib.import_module(info.name)


def _is_handler(name: str, value: object) -> bool:
    """Whether Textual calls this method: an action, a handler, a watcher, a worker, a part of composing."""
    if not inspect.isfunction(value):
        return False
    return (
        name.startswith(("action_", "on_", "_on_", "watch_", "validate_", "compose"))
        or hasattr(value, "_textual_on")
        or hasattr(value, "__wrapped__")
    )


class Bare(CoachApp):
    """The app with an empty first screen, which starts fast."""

    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {"home": CoachScreen}


def handlers() -> list[tuple[type, str]]:
    """Return every method of the app's own classes that Textual calls."""
    found = {
        (owner, name)
        for module in _modules()
        for owner in vars(module).values()
        if inspect.isclass(owner) and owner.__module__ == module.__name__ and issubclass(owner, App | Widget)
        for name, value in vars(owner).items()
        if _is_handler(name, value)
    }
    return sorted(found, key=lambda pair: (pair[0].__name__, pair[1]))


HANDLERS = handlers()


def assert_silent(capfd: pytest.CaptureFixture[str], folder: Path) -> str:
    """Fail when the secret came out on a stream or in a file; return what was said."""
    out, err = capfd.readouterr()
    assert SECRET not in out + err
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    return out + err


def test_there_is_something_to_break() -> None:
    owners = {owner.__name__ for owner, _ in HANDLERS}
    assert {
        "CoachApp",
        "HomeScreen",
        "CheckScreen",
        "LibraryScreen",
        "JudgedField",
        "EmergencyDialog",
    } <= owners
    assert len(HANDLERS) > 60


@pytest.mark.parametrize("shard", range(4))
def test_a_crash_in_any_handler_tells_nothing(
    library: Library,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shard: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    for owner, name in HANDLERS[shard::4]:
        with monkeypatch.context() as patch:
            # The method itself raises, in the message loop of the app, as when Textual calls it.
            patch.setattr(owner, name, boom)
            app = Bare(library, Session())

            async def ride(pilot: Pilot[Any], owner: type = owner, name: str = name) -> None:
                pilot.app.call_later(getattr(owner, name), SECRET)

            assert crash(app, ride) == CRASHED, f"{owner.__name__}.{name}"
            said = assert_silent(capfd, tmp_path)
            assert "Boom in " in said, f"{owner.__name__}.{name}"


async def _by_key(pilot: Pilot[Any]) -> None:
    await pilot.press("f9")


async def _by_worker(pilot: Pilot[Any]) -> None:
    pilot.app.run_worker(lambda: boom(SECRET), thread=True)
    await pilot.pause(0.2)


async def _by_task(pilot: Pilot[Any]) -> None:
    async def work() -> None:
        boom(SECRET)

    pilot.app.run_worker(work())


async def _by_timer(pilot: Pilot[Any]) -> None:
    pilot.app.set_timer(0.01, boom)
    await pilot.pause(0.1)


async def _by_repaint(pilot: Pilot[Any]) -> None:
    pilot.app.screen.render = boom  # type: ignore[assignment]
    pilot.app.screen.refresh(layout=True)
    pilot.app.call_after_refresh(boom)


async def _by_panic(pilot: Pilot[Any]) -> None:
    pilot.app.panic(SECRET)


async def _by_screen(pilot: Pilot[Any]) -> None:
    class Bad(Screen[None]):
        def compose(self) -> Any:
            boom(SECRET)
            yield

    pilot.app.push_screen(Bad())


RIDES = {
    ride.__name__: ride
    for ride in (_by_key, _by_worker, _by_task, _by_timer, _by_repaint, _by_panic, _by_screen)
}


@pytest.mark.parametrize("way", RIDES)
def test_a_crash_by_the_real_road_tells_nothing(
    library: Library,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(CoachApp, "action_emergency", boom)
    assert crash(make_app(library), RIDES[way]) == CRASHED
    assert "coach is gestopt door een fout" in assert_silent(capfd, tmp_path)


@pytest.mark.parametrize("mode", MODES)
def test_a_crash_while_a_screen_is_made_tells_nothing(
    library: Library,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mode: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(CoachScreen, "compose", boom)

    async def ride(pilot: Pilot[Any]) -> None:
        pilot.app.switch_mode(mode)

    assert crash(make_app(library), ride) == CRASHED
    assert_silent(capfd, tmp_path)


class Talkative(CoachApp):
    """The app with the defence taken away: Textual's own words at a crash."""

    _fatal_error = App._fatal_error
    panic = App.panic
    _print_error_renderables = App._print_error_renderables


@pytest.mark.parametrize("way", ["_by_key", "_by_worker", "_by_panic"])
def test_without_the_defence_the_secret_comes_out(
    library: Library, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(CoachApp, "action_emergency", boom)
    sample = make_app(library)
    crash(Talkative(sample.library, sample.session), RIDES[way])
    out, err = capfd.readouterr()
    assert SECRET in out + err


def test_an_expected_error_keeps_its_own_words(library: Library, capfd: pytest.CaptureFixture[str]) -> None:
    async def ride(pilot: Pilot[Any]) -> None:
        def fail() -> None:
            raise ContentError("De inhoud van coach klopt niet.")

        pilot.app.call_later(fail)

    app = make_app(library)
    crash(app, ride)
    assert isinstance(app.failure, ContentError)
    assert "fout in het programma" not in capfd.readouterr().err


def test_the_words_name_class_and_place_of_our_own_code() -> None:
    def fails() -> None:
        crash_text(3)  # type: ignore[arg-type]

    with pytest.raises(AttributeError) as caught:
        fails()
    words = crash_text(caught.value)
    assert "AttributeError in coach/tui/crash.py, regel" in words
    assert "object" not in words


def test_the_framework_still_has_the_methods_that_are_replaced() -> None:
    for name in ("_fatal_error", "panic", "_print_error_renderables", "_handle_exception"):
        assert name in vars(App), f"Textual calls {name} at a crash; without it the override does nothing"
        assert name in vars(HardenedApp)
