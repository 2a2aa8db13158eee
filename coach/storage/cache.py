"""What is kept only to be quicker next time: nothing of the user, and coach works without it.

Kept light, as `coach check` imports it where an organisation has a folder of its own.
"""

from __future__ import annotations

import contextlib
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER_MODE = 0o700
ENDING = ".cache"
_OTHERS_WRITE = 0o022


def cache_folder(variables: Mapping[str, str], platform: str = sys.platform) -> str | None:
    """Return the folder for what may be forgotten: in COACH_HOME, else where this kind of system has it.

    None when the system does not say where that is.
    """
    if asked := variables.get("COACH_HOME", "").strip():
        return os.path.join(os.path.abspath(os.path.expanduser(asked)), "cache")
    home = variables.get("HOME", "")
    if platform == "win32":
        base = variables.get("LOCALAPPDATA") or variables.get("USERPROFILE")
        return os.path.join(base, "coach", "cache") if base else None
    if platform == "darwin":
        return os.path.join(home, "Library", "Caches", "coach") if home else None
    base = variables.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(home, ".cache") if home else ""
    return os.path.join(base, "coach") if base else None


class Cache:
    """Files in a folder that only the user can write; whatever does not work is as if nothing was kept."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    @property
    def holds_any(self) -> bool:
        """Whether anything is kept there."""
        try:
            return any(name.endswith(ENDING) for name in os.listdir(self.folder))
        except OSError:
            return False

    def path(self, name: str) -> str:
        """The file under this name."""
        return os.path.join(self.folder, name + ENDING)

    def read(self, name: str) -> bytes | None:
        """Return what is kept under this name; None when nothing is, or when others could have written it."""
        try:
            with open(self.path(name), "rb") as file:
                if not _own(os.fstat(file.fileno())):
                    return None
                return file.read()
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Keep it, whole or not at all; in silence where the folder cannot be made or written."""
        from pathlib import Path

        from coach.storage.atomic import write_atomic

        with contextlib.suppress(OSError):
            os.makedirs(self.folder, FOLDER_MODE, exist_ok=True)
            if _own(os.stat(self.folder)):
                write_atomic(Path(self.path(name)), data)


def _own(found: os.stat_result) -> bool:
    """Whether it is the user's and nobody else may write it; not all systems know."""
    if os.name != "posix":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE
