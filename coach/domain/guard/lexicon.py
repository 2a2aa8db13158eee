"""What the guard knows of a word: its lemma, its classes and its code; unknown words are repaired or guessed
by tail.
"""

from __future__ import annotations

from coach.domain.guard.spelling import SHORTEST, one_letter_less, one_slip, skeleton
from coach.domain.guard.tokens import normal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

CACHE_LIMIT = 40_000
"""Distinct keys remembered; past it a cache starts anew, so that a huge text cannot fill the memory."""

UNKNOWN_CODE = "\u0100"
COMMA_CODE = ","
NUMBER = "#"
INITIAL = 2
"""Known words are kept together by so many first letters."""
LONG = 8
"""From this length on a word is also found when one letter is wrong."""
LONGEST = 40
"""Longer words are never repaired."""


class Cache(dict):  # type: ignore[type-arg]
    """Works each value out once, when it is first asked for."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make

    def __missing__(self, key: Any) -> Any:
        if len(self) >= CACHE_LIMIT:
            self.clear()
        value = self[key] = self._make(key)
        return value


class Word:
    """One looked-up word: `code` stands for it in patterns.

    `begins` has the expressions that start with it: the lemma that must follow, then per expression its class
    and the lemmas behind that.
    """

    __slots__ = ("begins", "classes", "code", "lemma")

    def __init__(
        self,
        lemma: str,
        code: str,
        classes: tuple[str, ...],
        begins: dict[str, list[list[str]]] | None = None,
    ) -> None:
        self.lemma = lemma
        self.code = code
        self.classes = classes
        self.begins = begins


START = Word("^", "", ())
"""Stands before the first word of a sentence."""
END = Word("", "", ())
"""Stands behind its last one."""
COMMA = Word(",", COMMA_CODE, ())


class Lexicon:
    """Looks words up in the artefact's tables; `words` gives the Word of a raw form (any case, accents)."""

    def __init__(self, table: dict[str, object]) -> None:
        self._names: list[str] = table["classes"]  # type: ignore[assignment]
        self._signatures: list[list[int]] = table["signatures"]  # type: ignore[assignment]
        self._lines: dict[str, str] = table["words"]  # type: ignore[assignment]
        self._initials: dict[str, dict[str, tuple[str, int]]] = Cache(self._initial)
        self._tails: dict[str, int] = table["tails"]  # type: ignore[assignment]
        self._tail_sizes: list[int] = sorted({len(tail) for tail in self._tails}, reverse=True)
        self._mended: str = table["mended"]  # type: ignore[assignment]
        self._real: str = table["real_words"]  # type: ignore[assignment]
        self._real_words: frozenset[str] = frozenset()
        self._skeletons: dict[str, str] = {}
        self._near: dict[tuple[int, str], list[str]] = {}
        self.words: dict[str, Word] = Cache(self._work_out)
        self._phrases: dict[str, str] = table["phrases"]  # type: ignore[assignment]

    def codes(self, names: Iterable[str]) -> frozenset[str]:
        """The codes of all words that have one of these classes."""
        wanted = {place for place, name in enumerate(self._names) if name in names}
        return frozenset(
            chr(0x101 + number) for number, own in enumerate(self._signatures) if not wanted.isdisjoint(own)
        )

    def _initial(self, begin: str) -> dict[str, tuple[str, int]]:
        """Lemma and signature of each known form that begins so; a text needs few of all beginnings."""
        known: dict[str, tuple[str, int]] = {}
        line = self._lines.get(begin)
        for own in line.split(";") if line else ():
            number, _, groups = own.partition(":")
            signature = int(number)
            for group in groups.split("|"):
                forms = group.split(" ")
                lemma = forms[0]
                if lemma[0] == "=":
                    lemma = lemma[1:]
                    del forms[0]
                known.update(dict.fromkeys(forms, (lemma, signature)))
        return known

    def _known(self, form: str) -> tuple[str, int] | None:
        return self._initials[form[:INITIAL]].get(form)

    def _work_out(self, raw: str) -> Word:
        if raw == ",":
            return COMMA
        word = normal(raw)
        known = self._known(word)
        if known is not None:
            return self._entry(*known)
        if word[:1].isdigit():
            return self._entry(NUMBER, (self._known(NUMBER) or ("", -1))[1])
        if SHORTEST <= len(word) <= LONGEST:
            meant = self._repair(word)
            if meant:
                return self._entry(*self._initials[meant[:INITIAL]][meant])
        if "-" in raw:
            for part in raw.split("-"):
                known = self._known(normal(part))
                if known is not None and self._signatures[known[1]]:
                    return self._entry(*known)
        size = len(word)
        for tail in self._tail_sizes:
            if size >= tail + 3:
                signature = self._tails.get(word[size - tail :])
                if signature is not None:
                    return self._entry(word, signature)
        return self._entry(word, -1)

    def _repair(self, word: str) -> str:
        """The known word that was meant, or nothing."""
        if not self._skeletons:
            self._unpack()
        if word in self._real_words:
            return ""
        key = skeleton(word)
        meant = self._skeletons.get(key)
        if meant is None and len(key) >= SHORTEST:
            for shorter in one_letter_less(key):
                meant = self._skeletons.get(shorter) if len(shorter) >= SHORTEST else None
                if meant:
                    return meant
            if len(key) > SHORTEST:
                for size in (len(key), len(key) + 1):
                    for near in self._near.get((size, key[0]), ()):
                        if one_slip(key, near):
                            return self._skeletons[near]
        return meant or ""

    def _unpack(self) -> None:
        """Read the tables of repair: only texts with an unknown word need them."""
        self._real_words = frozenset(self._real.split())
        for item in self._mended.split():
            key, _, word = item.partition(":")
            word = word or key
            self._skeletons.setdefault(key, word)
            if len(word) >= LONG:
                self._near.setdefault((len(key), key[0]), []).append(key)

    def _entry(self, lemma: str, signature: int) -> Word:
        begins = _begins(self._phrases[lemma]) if lemma in self._phrases else None
        if signature < 0:
            return Word(lemma, UNKNOWN_CODE, (), begins)
        names = tuple([self._names[number] for number in self._signatures[signature]])
        return Word(lemma, chr(0x101 + signature), names, begins)


def _begins(line: str) -> dict[str, list[list[str]]]:
    """What stands behind the first word of expressions, as `Word.begins` has it."""
    begins: dict[str, list[list[str]]] = {}
    for expression in line.split("|"):
        second, *behind = expression.split(" ")
        begins.setdefault(second, []).append(behind)
    return begins
