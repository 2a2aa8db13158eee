"""Reading: a sentence with its words looked up, its expressions found, and whether it is a question."""

from __future__ import annotations

from coach.domain.guard.lexicon import Lexicon, Word
from coach.domain.guard.tokens import Sentence

_BEFORE_JE = frozenset(
    "dat als wat of omdat want die waar zoals hoe toen nu voordat totdat zodat en maar dus om wie welk tot "
    "dan toch dit ook met van voor bij aan over op naar door zonder tegen te niet geen doordat nadat hoewel "
    "terwijl waarom wanneer waardoor waarmee waarover hoeveel ik zij hij wij , volgens tussen heel zo "
    "is".split()
)
"""Words that stand before `je` without making a question of it."""
_FILLERS = frozenset(
    "en maar ja nee nou dus zeg he hoi hallo goed ok oke ach tja gast bro broer joh man jongen meid lieverd "
    "even trouwens eerlijk serieus kijk luister amai allee beste mevrouw meneer zo dan ehm eh hm kom verder "
    "hey lieve tot slot overigens want sorry gewoon geachte of".split()
)
_WH = frozenset(
    "wat hoe waarom wie welk welke waar hoeveel hoevaak hoelang wanneer waardoor hoezo vanwaar waaraan wiens "
    "waarover waarmee waarin waarbij waarop waartegen hoeverre".split()
)
_FRAMES = frozenset(
    (
        "mogen ik",
        "kunnen je",
        "willen je",
        "zullen je",
        "ik vragen",
        "zeggen eens",
        "vertellen eens",
        "vragen me",
        "benieuwd naar",
        "benieuwd of",
        "weten je",
        "afvragen of",
    )
)
"""Beginnings that ask without being built as a question."""


class Reading:
    """One sentence as the rules and the model see it; `phrases` are the classes of its expressions."""

    __slots__ = ("_chars", "code", "lemmas", "mark", "opening", "phrases", "question", "sentence", "words")

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        words: list[Word] = list(map(lexicon.words.__getitem__, sentence.words))
        lemmas = [word.lemma for word in words]
        self.sentence = sentence
        self.words = words
        self.mark = sentence.mark
        self.lemmas = lemmas
        self.code = "".join([word.code for word in words])
        self.phrases = _phrases(words, lemmas)
        self.opening = opening = _opening(lemmas)
        self.question = sentence.mark == "?" or (sentence.mark != "!" and _inverted(lemmas, opening))
        self._chars: frozenset[str] | None = None

    @property
    def chars(self) -> frozenset[str]:
        """The codes that stand in it."""
        if self._chars is None:
            self._chars = frozenset(self.code)
        return self._chars

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the text: where one word starts and another ends."""
        tokens = self.sentence.tokens
        return self.sentence.located.span(tokens[first], tokens[last])

    @property
    def whole(self) -> tuple[int, int]:
        """Offsets of the sentence with the signs that end it."""
        start, end = self.span(0, -1)
        return start, self.sentence.located.closed(end)


_NONE: frozenset[str] = frozenset()


def _phrases(words: list[Word], lemmas: list[str]) -> frozenset[str]:
    """Classes of the expressions found."""
    found: list[str] = []
    last = len(words) - 1
    for place, begins in [(place, word.begins) for place, word in enumerate(words) if word.begins]:
        if place < last:
            for candidate in begins.get(lemmas[place + 1], ()):
                size = len(candidate)
                if size == 1 or lemmas[place + 2 : place + 1 + size] == candidate[1:]:
                    found.append(candidate[0])
    return frozenset(found) if found else _NONE


def _opening(lemmas: list[str]) -> int:
    """Place of the first word that is no interjection or pause."""
    place = 0
    last = min(len(lemmas) - 1, 6)
    if last > 1 and lemmas[1] == ",":
        place = 2
    while place < last and (lemmas[place] == "," or lemmas[place] in _FILLERS):
        place += 1
    return place


def _inverted(lemmas: list[str], opening: int) -> bool:
    """Whether the sentence is built as a question: question word first, or verb before `je`."""
    size = len(lemmas)
    if size < 2:
        return size == 1 and lemmas[0] in _WH
    first = lemmas[opening]
    if first in _WH:
        return True
    after = lemmas[opening + 1] if opening + 1 < size else ""
    if after == "je" and first not in _BEFORE_JE and first != "je":
        return True
    return first + " " + after in _FRAMES
