"""What is said when the app itself fails: the kind of error and its place, and nothing else.

Textual prints the local variables of every frame, and the message of an exception may hold what was typed;
both stay inside (design, section 4).
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from textual.worker import WorkerFailed

CRASHED = 70
"""Exit code of our own faults (EX_SOFTWARE)."""

_PACKAGE = Path(__file__).resolve().parent.parent


def root_error(error: BaseException) -> BaseException:
    """Return what really went wrong: a failed worker carries the error of the work in it."""
    return root_error(error.error) if isinstance(error, WorkerFailed) else error


def place_of(traceback: TracebackType | None) -> str:
    """Return file and line of the last frame of coach itself, or else of the last frame there is."""
    place = ""
    ours = ""
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        line = traceback.tb_lineno
        place = f"{file.name}, regel {line}"
        if file.is_relative_to(_PACKAGE):
            ours = f"{file.relative_to(_PACKAGE.parent).as_posix()}, regel {line}"
        traceback = traceback.tb_next
    return ours or place or "onbekende plaats"


def crash_text(error: BaseException | None) -> str:
    """Return the words for an unexpected error; never its message, its arguments or any variable."""
    if error is None:
        what = "fout bij het lezen van het toetsenbord"
    else:
        error = root_error(error)
        what = f"{type(error).__name__} in {place_of(error.__traceback__)}"
    return (
        "coach is gestopt door een fout in het programma. Het ligt niet aan jou.\n"
        f"Voor wie het herstelt: {what}.\n"
        "Wat je typte staat niet in deze melding, en buiten je kluis is niets bewaard."
    )
