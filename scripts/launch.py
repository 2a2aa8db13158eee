"""Run coach from a checkout that is ready: fresh content, then the program itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from setup_failures import INTERRUPTED, OWN_FAULT, SetupError, cause_of_oserror
from setup_lock import held
from setup_venv import ROOT, WINDOWS, Kit, child_env, ensure


def ensure_content(python: Path, root: Path = ROOT) -> None:
    """Compile the content when it, or what compiles it, has changed since the last time.

    Raises SetupError with coach's own exit code when the compiler refuses; it has then said on stderr which
    file and line is wrong.
    """
    sys.path.insert(0, str(root))
    from coach.library.digest import is_fresh

    places = (root / "content", root / "coach" / "_content")
    if is_fresh(*places):
        return
    with held(root / ".venv.lock"):
        if not is_fresh(*places):
            code = call([str(python), "-P", "-m", "coach.library.compile"], cwd=root, stdout=sys.stderr)
            if code:
                raise SetupError("", code)


def call(command: Sequence[str], cwd: Path | None = None, stdout: object = None) -> int:
    """Run `command`, wait for its end and return its exit code; death by signal N is 128 + N.

    An interrupt (Ctrl+C) goes to the child as well; it decides, we wait for what it answers.
    """
    sys.stderr.flush()
    with subprocess.Popen(command, cwd=cwd, stdout=stdout, env=child_env()) as child:  # type: ignore[call-overload]
        while True:
            try:
                code = int(child.wait())
            except KeyboardInterrupt:
                continue
            return code if code >= 0 else 128 - code


def start(args: Sequence[str]) -> int:
    """Set up when needed and run coach with `args`; returns its exit code (on POSIX it takes our place)."""
    python = ensure(Kit.RUN)
    ensure_content(python)
    command = [str(python), "-P", "-m", "coach", *args]
    if WINDOWS:  # exec gives the prompt back at once there
        return call(command)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(command[0], command, child_env())


def guarded(task: Callable[[Sequence[str]], int], args: Sequence[str]) -> int:
    """Run `task` and return its exit code; what goes wrong is one sentence on stderr, never a traceback."""
    try:
        return task(args)
    except KeyboardInterrupt:
        failure = SetupError("Afgebroken; de volgende keer gaat het klaarzetten vanzelf verder.", INTERRUPTED)
    except SetupError as error:
        failure = error
    except OSError as error:
        cause = cause_of_oserror(error)
        reason = error.strerror or type(error).__name__
        failure = cause.error() if cause else SetupError(f"Het klaarzetten lukte niet: {reason}.", OWN_FAULT)
    except Exception as error:
        failure = SetupError(
            f"Het klaarzetten heeft een fout ({type(error).__name__}, {_place(error)}): meld dit de makers.",
            OWN_FAULT,
        )
    if str(failure):
        print(failure, file=sys.stderr)
    return failure.code


def _place(error: Exception) -> str:
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    return f"{Path(place.tb_frame.f_code.co_filename).name} regel {place.tb_lineno}" if place else "start"
