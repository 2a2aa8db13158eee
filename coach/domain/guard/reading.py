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
    """One sentence as the rules and the model see it; `names` are the classes in it, `phrases` those of its
    expressions.
    """

    __slots__ = (
        "chars",
        "code",
        "lemmas",
        "mark",
        "names",
        "opening",
        "phrases",
        "question",
        "sentence",
        "words",
    )

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        words: list[Word] = list(map(lexicon.words.__getitem__, sentence.words))
        self.sentence = sentence
        self.words = words
        self.mark = sentence.mark
        lemmas = [word.lemma for word in words]
        self.lemmas = lemmas
        self.code = "".join([word.code for word in words])
        self.chars = frozenset(self.code)
        self.phrases = _phrases(words, lemmas, lexicon.phrases)
        self.names = self.phrases.union(*[word.classes for word in words])
        opening = _opening(lemmas)
        self.opening = opening
        self.question = sentence.mark == "?" or (sentence.mark != "!" and _inverted(lemmas, opening))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the text: where one word starts and another ends."""
        tokens = self.sentence.tokens
        return self.sentence.located.span(tokens[first], tokens[last])


def _phrases(
    words: list[Word], lemmas: list[str], begun: dict[tuple[Word, Word], list[list[str]]]
) -> frozenset[str]:
    """Classes of the expressions found."""
    found: list[str] = []
    for place, candidates in enumerate(map(begun.__getitem__, zip(words, words[1:]))):  # noqa: B905
        for candidate in candidates:
            size = len(candidate)
            if size == 1 or lemmas[place + 2 : place + 1 + size] == candidate[1:]:
                found.append(candidate[0])
    return frozenset(found)


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
