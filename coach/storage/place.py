"""Where the store lies, and how its folder is kept private."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coach.domain.errors import ReadOnlyStoreError, StoreError, StoreFullError
from coach.domain.text import one_line
from coach.storage.atomic import FULL

FOLDER_MODE, FILE_MODE = 0o700, 0o600
_NO_HOME = "Coach weet niet waar jouw map is. Zet COACH_HOME op de map waar je wilt bewaren."
_SYNCED = ("onedrive", "dropbox", "icloud", "google drive", "googledrive", "nextcloud", "mobile documents")


def home_folder(variables: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return the folder of all that coach keeps: COACH_HOME, else where this kind of system has such folders.

    Raises StoreError when the system does not say where the user's own folder is.
    """
    if asked := variables.get("COACH_HOME", "").strip():
        try:
            return Path(asked).expanduser().absolute()
        except RuntimeError:
            raise StoreError(_NO_HOME) from None
    if platform == "win32":
        base = variables.get("LOCALAPPDATA") or variables.get("USERPROFILE")
        if not base:
            raise StoreError(_NO_HOME)
        return Path(base) / "coach"
    home = variables.get("HOME", "")
    if platform == "darwin":
        if not home:
            raise StoreError(_NO_HOME)
        return Path(home) / "Library" / "Application Support" / "coach"
    data = variables.get("XDG_DATA_HOME", "")
    if os.path.isabs(data):
        return Path(data) / "coach"
    if not home:
        raise StoreError(_NO_HOME)
    return Path(home) / ".local" / "share" / "coach"


def is_synced(folder: Path) -> bool:
    """Whether the folder looks like one that a cloud service copies elsewhere."""
    return any(word in part.lower() for part in folder.parts for word in _SYNCED)


@dataclass(frozen=True, slots=True)
class StorePlace:
    """The folder of the store and the names of its files."""

    home: Path

    @property
    def folder(self) -> Path:
        """The folder that is all the store's own."""
        return self.home / "kluis"

    @property
    def database(self) -> Path:
        """The encrypted file with all that is kept."""
        return self.folder / "kluis.db"

    @property
    def unfinished(self) -> Path:
        """That file while it is being made."""
        return self.folder / "kluis.nieuw"

    @property
    def journal(self) -> Path:
        """What SQLite needs to undo a change that was broken off; it is there during a change only."""
        return self.folder / "kluis.db-journal"

    @property
    def keys(self) -> Path:
        """The keys, locked with the passphrase and the recovery code."""
        return self.folder / "sleutels.json"

    @property
    def keys_copy(self) -> Path:
        """The same, for when the first is damaged."""
        return self.folder / "sleutels.kopie.json"

    @property
    def lock(self) -> Path:
        """The file that keeps a second copy of coach out."""
        return self.folder / "slot"

    @property
    def reserve(self) -> Path:
        """Room that is given back when the disk is full, since forgetting needs some too."""
        return self.folder / "ruimte"

    def backups(self) -> list[Path]:
        """Return the backups from before a migration, the oldest first."""
        return sorted(self.folder.glob("reservekopie-*.db*"))

    def leftovers(self) -> list[Path]:
        """Return what an ended process left half-made; none of it was ever part of what is kept."""
        return [*self.folder.glob(".coach-*.tmp"), *self.folder.glob(f"{self.unfinished.name}*")]

    @property
    def exists(self) -> bool:
        """Whether something was ever kept here; what cannot be looked at counts as there."""
        try:
            return self.database.exists()
        except OSError:
            return True

    def make_folder(self) -> None:
        """Make the folder, for its owner alone. Raises a StoreError when that cannot be."""
        try:
            self.folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        except FileExistsError:
            raise ReadOnlyStoreError(
                f"{shown(self.folder)} is een bestand, geen map. Haal het weg, of zet COACH_HOME op een map."
            ) from None
        except OSError as error:
            raise folder_error(error, self.folder) from None
        self.make_private()

    def make_private(self) -> None:
        """Take away the rights of others, where someone gave them; not all systems have such rights."""
        if os.name != "posix":
            return
        with contextlib.suppress(OSError):
            _narrow(self.folder, FOLDER_MODE)
            for file in self.folder.iterdir():
                _narrow(file, FILE_MODE)


def _narrow(path: Path, mode: int) -> None:
    if path.lstat().st_mode & 0o777 & ~mode and not path.is_symlink():
        path.chmod(mode)


def shown(path: Path) -> str:
    """Return a path as it may be shown: cleaned, on one line."""
    return one_line(str(path))


def folder_error(error: OSError, folder: Path) -> StoreError:
    """Return what to say of a folder that cannot be made or written."""
    if error.errno in FULL:
        return StoreFullError(full(folder))
    return ReadOnlyStoreError(read_only(folder))


def full(folder: Path) -> str:
    """Return the sentence for a disk without room."""
    return (
        f"De schijf is vol, dus dit is niet bewaard. Wat er al stond, staat er nog. "
        f"Maak ruimte op de schijf van {shown(folder)} en probeer het opnieuw."
    )


def read_only(folder: Path) -> str:
    """Return the sentence for a folder in which coach may not write."""
    return (
        f"In de map {shown(folder)} mag coach niet schrijven. Wat er stond, staat er nog. "
        "Geef jezelf schrijfrechten, of zet COACH_HOME op een andere map."
    )
