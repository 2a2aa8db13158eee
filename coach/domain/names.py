"""First names in a text: what stands on paper has none."""

from __future__ import annotations

import re

from coach.domain.values import value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_CAPITAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?")
_BEGINS = re.compile(r"(?:^|[.!?:;…]|[\"“‘(])\s*$")


@value(frozen=True, slots=True)
class FirstNames:
    """The first names that are known, in lower case; `words` are also common words ("wil", "mei")."""

    names: frozenset[str]
    words: frozenset[str] = frozenset()

    def in_texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the names in these texts as they were typed, each once, in order.

        Only what begins with a capital counts, and at the beginning of a sentence only what can be nothing
        but a name. A name that is not known is not found: this is a help to the user and no promise.
        """
        found: dict[str, None] = {}
        for text in texts:
            for match in _CAPITAL.finditer(text):
                word = match.group()
                low = word.lower()
                begins = _BEGINS.search(text[: match.start()]) is not None
                if low in self.names or (low in self.words and not begins):
                    found[word] = None
        return tuple(found)
