"""The only writer of stderr, and the one place where an error becomes an exit code."""

from __future__ import annotations

import os
from enum import IntEnum

from coach.cli.encoding import encoding_of, fit
from coach.domain import errors
from coach.domain.text import clean_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from coach.cli.environment import Environment

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class ExitCode(IntEnum):
    """What the exit status of `coach` means; scripts build on these numbers."""

    OK = 0
    FOUND = 1
    USAGE = 2
    INPUT = 3
    CONTENT = 4
    STORE = 5
    NO_TERMINAL = 6
    CRASH = 70
    INTERRUPTED = 130


_CODES: dict[type[errors.CoachError], ExitCode] = {
    errors.UsageError: ExitCode.USAGE,
    errors.InputError: ExitCode.INPUT,
    errors.ContentError: ExitCode.CONTENT,
    errors.StoreError: ExitCode.STORE,
    errors.NoTerminalError: ExitCode.NO_TERMINAL,
}


def code_of(error: errors.CoachError) -> ExitCode:
    """Return the exit code of an expected error; a kind without a code of its own is our own fault."""
    return next((_CODES[kind] for kind in type(error).__mro__ if kind in _CODES), ExitCode.CRASH)


def _own_frames(trace: TracebackType | None) -> list[str]:
    """The places in our own files that a crash went through, as "coach/cli/check.py:12", outermost first."""
    places = []
    while trace is not None:
        file = os.path.abspath(trace.tb_frame.f_code.co_filename)
        if file.startswith(os.path.join(_ROOT, "coach", "")):
            place = os.path.relpath(file, _ROOT).replace(os.sep, "/")
            places.append(f"{place}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places


class Diagnostics:
    """Says on stderr, in words, what goes on beside the answer."""

    def __init__(self, environment: Environment) -> None:
        self._stream = environment.stderr
        self._debugging = environment.debugging

    def say(self, sentence: str, *, end: str = "\n") -> None:
        """Write a sentence; a stderr that is closed or broken is no reason to stop."""
        if self._stream is None:
            return
        try:
            self._stream.write(fit(clean_text(sentence), encoding_of(self._stream)) + end)
            self._stream.flush()
        except (OSError, ValueError):
            self._stream = None

    def crash(self, error: BaseException) -> None:
        """Say that coach broke down: the class of the error and the place, never its message.

        The message, the locals and the arguments may hold what the user typed.
        """
        places = _own_frames(error.__traceback__)
        where = places[-1] if places else "buiten coach"
        self.say(
            f"Coach is vastgelopen door een fout in coach zelf ({type(error).__name__}, {where}). "
            "Wat je typte staat niet in deze melding. Probeer het nog eens."
        )
        if self._debugging:
            for place in places:
                self.say(f"  via {place}")


def guarded(action: Callable[[], ExitCode], diagnostics: Diagnostics) -> ExitCode:
    """Run a command and return its exit code, whatever happens; every error ends here."""
    try:
        return action()
    except KeyboardInterrupt:
        diagnostics.say("\nGestopt. Buiten je kluis is niets bewaard.")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our answer has seen enough.
        return ExitCode.OK
    except errors.CoachError as error:
        diagnostics.say(str(error))
        return code_of(error)
    except BaseException as error:
        diagnostics.crash(error)
        return ExitCode.CRASH
