"""The guard with what the folder of an organisation adds to it: built once, then remembered.

Kept light, as `coach check` imports it; building belongs to `own_rules.py`.
"""

from __future__ import annotations

import gc
import os
from itertools import islice
from pathlib import Path

from coach.domain.errors import ContentError
from coach.library.compiled import FOLDER, load_guard
from coach.library.files import MAX_FILES, content_files
from coach.library.remembered import digest_of, remembered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coach.domain.guard import Guard
    from coach.library.remembered import Memory

NO_FOLDER = "De map die COACH_CONTENT noemt, is er niet. Kijk of je de naam goed schreef."
SOURCES = "bronnen.yaml"
MEMORY = "toets"


def load_own_guard(own: str, memory: Memory | None = None, folder: str | os.PathLike[str] = FOLDER) -> Guard:
    """Return the guard with the words and rules in the folder `own`; the coach's own where it has none.

    `folder` holds the compiled files of coach, `memory` keeps what was built of `own`. Raises ContentError
    for a folder that is not there, for words and rules that are wrong (with file, line and what was
    expected), and when the coach's own content is missing or damaged.
    """
    if not os.path.isdir(own):
        raise ContentError(NO_FOLDER)
    names = guard_files(own)
    if not names:
        return load_guard(folder)
    digest = digest_of(own, [*names, SOURCES], folder)

    def build() -> dict[str, object]:
        from coach.library.own_rules import compiled_own

        return compiled_own(own, folder)

    from coach.domain.guard.own_guard import OwnGuard

    # As in `load_guard`: a large tree is built, and nothing of it is garbage.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return OwnGuard(remembered(memory, MEMORY, digest, build), lambda: load_guard(folder))
    finally:
        if collecting:
            gc.enable()


def guard_files(own: str) -> list[str]:
    """Return the names, relative to the folder `own`, of the files below its guard/, in order."""
    below = islice(content_files(Path(own, "guard")), MAX_FILES)
    return [f"guard/{name}" for name, _ in below]
