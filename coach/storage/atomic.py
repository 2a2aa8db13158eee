"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

PRIVATE = 0o600
"""A new file is for its owner alone."""
FULL = {errno.ENOSPC, errno.EFBIG} | {getattr(errno, "EDQUOT", errno.ENOSPC)}
"""What a system says when something does not fit: the disk, the file, the user's share."""


class NotAFileError(OSError):
    """The target exists and is no ordinary file (a folder, a device, a pipe)."""


def _mode(target: Path) -> int:
    """The mode to give: that of the file which is replaced, else private."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return PRIVATE
    if not stat.S_ISREG(found.st_mode):
        raise NotAFileError
    if not os.access(target, os.W_OK):
        raise PermissionError
    return stat.S_IMODE(found.st_mode) & 0o777


def sync_folder(folder: Path) -> None:
    """Get the new name onto the disk; a system that cannot open a folder (Windows) does so by itself."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_atomic(path: Path, data: bytes) -> None:
    """Put `data` in the file `path`, through a temporary file in the same folder.

    Whoever looks sees the old content or the new, also after a crash or loss of power. A new file gets mode
    0600, a replaced one keeps its mode; a link is followed and stays. Raises OSError when it cannot be done
    (NotAFileError for what is no ordinary file); then the target is as it was and no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    descriptor, name = tempfile.mkstemp(prefix=".coach-", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(target.parent)
