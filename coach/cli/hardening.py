"""What the process does before anything else, so that what is typed does not leak out of it.

Sources: reliability, threats T12 (core dumps) and T13 (switches in the environment).
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping

_PREFIXES = ("TEXTUAL", "TYPER_", "_TYPER_")
_NAMES = (
    "PYTHONINSPECT",
    "PYTHONFAULTHANDLER",
    "PYTHONBREAKPOINT",
    "PYTHONASYNCIODEBUG",
    "PYTHONTRACEMALLOC",
)
ONLY_OWNER = 0o077


def drop_switches(variables: MutableMapping[str, str]) -> None:
    """Remove the variables that make a library write keys, screens or tracebacks somewhere."""
    for name in list(variables):
        if name.upper().startswith(_PREFIXES) or name in _NAMES or name.upper().endswith("_COMPLETE"):
            del variables[name]


def forbid_core_dumps() -> None:
    """See to it that a crash of the interpreter leaves no memory on disk; Windows has no such limit."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def harden() -> None:
    """Make this process leave no traces by itself: switches, core dumps, rights of new files, hooks."""
    drop_switches(os.environ)
    forbid_core_dumps()
    os.umask(ONLY_OWNER)
    if "faulthandler" in sys.modules:
        sys.modules["faulthandler"].disable()
    # Whatever breaks outside the commands may not print a traceback with source lines either.
    sys.excepthook = _silent
    sys.unraisablehook = lambda unraisable: None


def _silent(kind: type[BaseException], error: BaseException, trace: object) -> None:
    sys.stderr.write(f"Coach is vastgelopen ({kind.__name__}).\n")
