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
    """One sentence as the rules and the model see it; word `i` has place `i` in every list."""

    __slots__ = (
        "bits",
        "code",
        "ends",
        "inverted",
        "lemmas",
        "mark",
        "mixes",
        "opening",
        "phrases",
        "question",
        "starts",
        "words",
    )

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        look_up = lexicon.look_up
        words: list[Word] = [look_up(raw) for raw in sentence.words]
        self.words = words
        self.starts = sentence.starts
        self.ends = sentence.ends
        self.mark = sentence.mark
        lemmas = [word.lemma for word in words]
        self.lemmas = lemmas
        self.code = "".join([word.code for word in words])
        self.mixes = [word.mix for word in words]
        bits = 0
        for word in words:
            bits |= word.bits
        self.phrases = _phrases(lemmas, lexicon.phrases)
        bit_of = lexicon.bit_of
        for name, _, _ in self.phrases:
            bits |= bit_of[name]
        self.bits = bits
        self.opening = _opening(lemmas)
        self.inverted = _inverted(lemmas, self.opening)
        self.question = sentence.mark == "?" or (sentence.mark != "!" and self.inverted)


def _phrases(lemmas: list[str], table: dict[str, list[list[str]]]) -> list[tuple[str, int, int]]:
    """Expressions found: (class, first place, place after the last)."""
    found: list[tuple[str, int, int]] = []
    before = ""
    for place, lemma in enumerate(lemmas):
        candidates = table.get(before + " " + lemma)
        if candidates:
            for candidate in candidates:
                size = len(candidate)
                if size == 1 or lemmas[place + 1 : place + size] == candidate[1:]:
                    found.append((candidate[0], place - 1, place + size))
        before = lemma
    return found


def _opening(lemmas: list[str]) -> int:
    """Place of the first word that is no interjection or pause."""
    place = 0
    last = min(len(lemmas) - 1, 6)
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
