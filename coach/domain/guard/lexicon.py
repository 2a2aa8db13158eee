"""What the guard knows of a word: its lemma, its classes and its code; unknown words are repaired or guessed
by tail.
"""

from __future__ import annotations

from coach.domain.guard.spelling import SHORTEST, one_letter_less, skeleton
from coach.domain.guard.tokens import normal

CACHE_LIMIT = 20_000
"""Distinct words remembered; past it the cache starts anew, so that a huge text cannot fill the memory."""

UNKNOWN_CODE = "\u0100"
COMMA_CODE = ","
NUMBER = "#"


class Word:
    """One looked-up word: `code` stands for it in patterns, `bits` for its classes, `mix` for both in
    features.
    """

    __slots__ = ("bits", "classes", "code", "lemma", "mix", "repaired")

    def __init__(
        self, lemma: str, code: str, classes: tuple[str, ...], bits: int, repaired: str = ""
    ) -> None:
        self.lemma = lemma
        self.code = code
        self.classes = classes
        self.bits = bits
        self.mix = classes[0] if classes else lemma
        self.repaired = repaired


class Lexicon:
    """Looks words up in the artefact's tables; each distinct word is worked out once."""

    def __init__(self, table: dict[str, object]) -> None:
        self.class_names: list[str] = table["classes"]  # type: ignore[assignment]
        self.bit_of: dict[str, int] = {name: 1 << place for place, name in enumerate(self.class_names)}
        self._signatures: list[list[int]] = table["signatures"]  # type: ignore[assignment]
        self._words: dict[str, int] = table["words"]  # type: ignore[assignment]
        self._lemmas: dict[str, str] = table["lemmas"]  # type: ignore[assignment]
        self._tails: dict[str, int] = table["tails"]  # type: ignore[assignment]
        self._tail_sizes: list[int] = sorted({len(tail) for tail in self._tails}, reverse=True)
        self._skeletons: dict[str, str] = table["skeletons"]  # type: ignore[assignment]
        self._slips: dict[str, int] = table["slips"]  # type: ignore[assignment]
        self._real: frozenset[str] = frozenset(table["real_words"])  # type: ignore[call-overload]
        self._cache: dict[str, Word] = {}
        self._by_number: list[str] = []
        self.phrases: dict[str, list[list[str]]] = table["phrases"]  # type: ignore[assignment]
        self._comma = Word(",", COMMA_CODE, (), 0)

    def look_up(self, raw: str) -> Word:
        """The word as it stands in a text (any case, with accents); the answer is remembered."""
        found = self._cache.get(raw)
        if found is None:
            if len(self._cache) >= CACHE_LIMIT:
                self._cache.clear()
            found = self._cache[raw] = self._work_out(raw)
        return found

    def _work_out(self, raw: str) -> Word:
        if raw == ",":
            return self._comma
        word = normal(raw)
        known = self._words.get(word)
        if known is not None:
            return self._entry(word, known)
        if word[:1].isdigit():
            return self._entry(NUMBER, self._words.get(NUMBER, -1))
        if len(word) >= SHORTEST and word not in self._real and len(word) <= 40:
            meant = self._repair(word)
            if meant:
                return self._entry(meant, self._words[meant], repaired=meant)
        size = len(word)
        for tail in self._tail_sizes:
            if size >= tail + 3:
                signature = self._tails.get(word[size - tail :])
                if signature is not None:
                    return self._entry(word, signature)
        return self._entry(word, -1)

    def _repair(self, word: str) -> str:
        key = skeleton(word)
        meant = self._skeletons.get(key)
        if meant is None and len(key) >= SHORTEST:
            meant = self._slip(key)
            if meant is None:
                for shorter in one_letter_less(key):
                    meant = self._skeletons.get(shorter) if len(shorter) >= SHORTEST else None
                    meant = meant or (self._slip(shorter) if len(shorter) > SHORTEST else None)
                    if meant:
                        break
        return meant if meant in self._words else ""

    def _slip(self, key: str) -> str | None:
        number = self._slips.get(key)
        if number is None:
            return None
        if not self._by_number:
            self._by_number = list(self._words)
        return self._by_number[number]

    def _entry(self, word: str, signature: int, repaired: str = "") -> Word:
        lemma = self._lemmas.get(word, word)
        if signature < 0:
            return Word(lemma, UNKNOWN_CODE, (), 0, repaired)
        numbers = self._signatures[signature]
        names = tuple(self.class_names[number] for number in numbers)
        bits = 0
        for number in numbers:
            bits |= 1 << number
        return Word(lemma, chr(0x101 + signature), names, bits, repaired)
