"""A world for a command in which a test decides everything: streams, variables, the day, the app."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from coach.cli.environment import Environment, Wishes
from coach.cli.main import run
from coach.domain.preparation import Preparation
from coach.flows.keeper import Keeper
from coach.library.load import Library

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)
HOSTILE = (
    "[/b]",
    "[@click=app.quit]weg[/]",
    "\x1b[31mrood\x1b[0m",
    "\x1b]0;titel\x07",
    "\x9b31mrood",
    "\u202eomgekeerd",
    "a\x00b",
    "\ud800",
    "👩\u200d💻 en 🇳🇱",
    "{0} %s $(id) `id`",
    "x" * 5_000,
    "é" * 300,
    "<b>vet</b> & \"citaat\" 'enkel'",
    "weg 99999999999999999999",
    "99999999999999999999",
    "²",
    "-",
    "--",
)
"""Texts that have broken a terminal program somewhere; none of them may do anything here."""


@dataclass(slots=True)
class App:
    """Stands in for the app: notes how it was opened and gives back what a test wants."""

    status: int = 0
    after: Preparation | None = None
    opened: list[tuple[Preparation, str]] = field(default_factory=list)
    wishes: Wishes | None = None
    keeper: Keeper | None = None

    def __call__(
        self, library: Library, preparation: Preparation, start: str, wishes: Wishes
    ) -> tuple[int, Preparation]:
        """Paint nothing."""
        self.opened.append((preparation, start))
        self.wishes, self.keeper = wishes, wishes.keeper
        return self.status, preparation if self.after is None else self.after


@dataclass(frozen=True, slots=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str


def world(
    stdin: str | bytes = b"",
    *,
    terminal: bool = False,
    app: App | None = None,
    encoding: str = "utf-8",
    clock: Callable[[], float] = lambda: 0.0,
    secrets: Sequence[str] = (),
    **variables: str,
) -> Environment:
    """Return an environment; `terminal` says that all streams are one, `variables` are all there are.

    `secrets` are typed one after the other where a passphrase is asked; then comes the end of the input.
    """
    typed = iter(secrets)

    def ask_secret(question: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    raw = stdin.encode("utf-8", "surrogatepass") if isinstance(stdin, str) else stdin
    return Environment(
        stdin=io.BytesIO(raw),
        stdout=io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline=""),
        stderr=io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline=""),
        variables=variables,
        open_app=app or App(),
        stdin_is_terminal=terminal,
        stdout_is_terminal=terminal,
        today=lambda: TODAY,
        clock=clock,
        ask_secret=ask_secret,
    )


def _text(stream: object) -> str:
    assert isinstance(stream, io.TextIOWrapper)
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode(stream.encoding)


def call(*argv: str, into: Environment | None = None) -> Result:
    """Run a command in this process, in the world given, or else in one without a terminal."""
    environment = into if into is not None else world()
    code = run(argv, environment)
    return Result(int(code), _text(environment.stdout), _text(environment.stderr))


def no_stdout(environment: Environment) -> Environment:
    """Return the same world with a stdout that was closed before the start."""
    return replace(environment, stdout=None)


def process(
    argv: Sequence[str | bytes],
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
    **options: object,
) -> subprocess.CompletedProcess[bytes]:
    """Run `coach` in a process of its own, from another folder than the checkout."""
    variables = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), **(env or {})}
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "coach", *argv],
        input=stdin,
        env=variables,
        cwd=ROOT.parent,
        capture_output=True,
        timeout=60,
        check=False,
        **options,
    )
