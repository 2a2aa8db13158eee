"""What the coach knows here: its own content, and that of the organisation whose folder is named.

Kept light, as `coach check` imports it.
"""

from __future__ import annotations

from coach.library.compiled import load_guard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.domain.guard import Guard
    from coach.library.load import Library
    from coach.storage.cache import Cache


def guard_here(own: str | None, variables: Mapping[str, str]) -> Guard:
    """Return the guard, with the words and rules in the folder `own` of an organisation (None: it has none).

    `variables` say where what was built of that folder may be kept. Raises ContentError, as `load_guard` and
    `load_own_guard` do.
    """
    if own is None:
        return load_guard()
    from coach.library.own_guard import load_own_guard

    return load_own_guard(own, _memory(variables))


def library_here(own: str | None, variables: Mapping[str, str]) -> Library:
    """Return the library, with what the folder `own` of an organisation adds; raises ContentError."""
    from coach.library.load import load_library

    return load_library(own, _memory(variables) if own is not None else None)


def built_here(variables: Mapping[str, str]) -> str | None:
    """Return the folder with what was built of an organisation's content, None where there is nothing."""
    memory = _memory(variables)
    return memory.folder if memory is not None and memory.holds_any else None


def _memory(variables: Mapping[str, str]) -> Cache | None:
    from coach.storage.cache import Cache, cache_folder

    folder = cache_folder(variables)
    return Cache(folder) if folder is not None else None
