"""The style sheet of the app, of which each piece is read once for a look."""

from __future__ import annotations

from functools import lru_cache

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_PIECES = 1024
"""Far more than the app has: each kind of widget and each screen has one."""
_LOOKS = 4
_Look = tuple[tuple[str, str], ...]


class CoachStylesheet(Stylesheet):
    """A style sheet that keeps what it has parsed, also for the next app in this process.

    Textual parses all pieces anew for each screen that is made: half of the time that it takes to open one.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        """Make it for a look, given as its CSS variables."""
        super().__init__(variables=variables)
        self._parse_cache = _parsed(_look(self._variables))

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take over the CSS variables of a look."""
        self._parse_cache = LRUCache(1)  # Textual empties what stands here; what was kept for a look stays
        super().set_variables(variables)
        self._parse_cache = _parsed(_look(variables))

    def reparse(self) -> None:
        """Make the rules anew with the variables as they are; the old ones stay when a piece is wrong."""
        self.parse()


def _look(variables: dict[str, str]) -> _Look:
    return tuple(sorted(variables.items()))


@lru_cache(maxsize=_LOOKS)
def _parsed(look: _Look) -> LRUCache[tuple[object, ...], list[RuleSet]]:
    """Return where the parsed pieces of a look are kept; rules do not change once they are parsed."""
    return LRUCache(_PIECES)
