"""Compiled content as it lies on disk, and the guard by itself for what has to start at once.

Kept light, as `coach check` imports it: no paths as objects, none of the values of `knowledge.py`.
"""

from __future__ import annotations

import gc
import json
import os
import zlib

from coach.domain.errors import ContentError
from coach.domain.guard import Guard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    _Made = TypeVar("_Made")

GUARD = "guard.json.z"
"""The artefact of the guard: JSON, deflated, as it is read at every start and mostly weights."""
GUARD_SOURCE = "guard-bron.json.z"
"""What that was made of, but for the weights: needed only to build it with what an organisation adds."""
FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "_content")
"""Where the compiled content of this coach lies."""
NOT_READY = "De inhoud van coach is nog niet klaargezet. Start coach met: python3 scripts/start.py"


def damaged(path: str | os.PathLike[str]) -> ContentError:
    """Return the error of a compiled file that is missing, or does not hold what it should."""
    name = os.path.basename(path)
    return ContentError(
        f"De inhoud van coach klopt niet: {name} ontbreekt of is stuk. Installeer coach opnieuw."
    )


def read_json(path: str | os.PathLike[str]) -> Any:
    """Return the content of one compiled file; raises ContentError when it is missing or damaged."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        if str(path).endswith(".z"):
            data = zlib.decompress(data)
        return json.loads(data.decode())
    except (OSError, ValueError, RecursionError, zlib.error) as error:
        raise damaged(path) from error


def made(path: str | os.PathLike[str], make: Callable[[], _Made]) -> _Made:
    """Return what `make` makes of the file `path`; what it cannot make anything of is a ContentError."""
    try:
        return make()
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise damaged(path) from error


def load_guard(folder: str | os.PathLike[str] = FOLDER) -> Guard:
    """Return the guard of this installation; raises ContentError when its content is missing or damaged."""
    if not os.path.isdir(folder):
        raise ContentError(NOT_READY)
    # A large tree of lists is built and nothing of it is garbage: looking for that takes a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        path = os.path.join(folder, GUARD)
        guard = made(path, lambda: Guard(read_json(path)))
    finally:
        if collecting:
            gc.enable()
    # What has been read stays until the end: looking through it again and again takes a third of the time.
    if not gc.get_freeze_count():
        gc.freeze()
    return guard
