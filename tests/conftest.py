"""What all tests share: the storms, parts of the machine that may be missing, and a quiet environment."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.parts import missing

ROOT = Path(__file__).resolve().parent.parent
_LONG = "COACH_TEST_LONG"

# Always the same examples, so that a failure is there for everyone; the storms look for new ones.
settings.register_profile("coach", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=2_000, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --long."""
    parser.addoption("--long", action="store_true", help="also the storms: large fuzz, kills, monkey keys")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how much hypothesis tries."""
    long = bool(config.getoption("--long"))
    settings.load_profile("long" if long else "coach")
    os.environ[_LONG] = "1" if long else ""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the storms out unless they are asked for."""
    if config.getoption("--long"):
        return
    storms = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=storms)
    items[:] = [item for item in items if not item.get_closest_marker("long")]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say that the storms did not run."""
    if not config.getoption("--long"):
        terminalreporter.write_line("De stormen (marker long) draaien alleen met --long.")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose marker `needs` names a part that is missing, with what installs it."""
    for marker in item.iter_markers("needs"):
        for part in marker.args:
            if reason := missing(part):
                pytest.skip(reason)


@pytest.fixture(scope="session")
def is_long() -> bool:
    """Whether the storms run: a test may then try more."""
    return bool(os.environ.get(_LONG))


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder of this checkout."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def _quiet_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Hide the developer's own settings and data from every test and from the processes it starts."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("COACH_", "TEXTUAL")) and name != _LONG:
                patch.delenv(name)
        for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "ACCESSIBLE", "COLUMNS", "LINES"):
            patch.delenv(name, raising=False)
        # Without .pyc files a test of starting times measures the compiler.
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.setenv("COACH_HOME", str(tmp_path_factory.mktemp("coach-home")))
        yield
