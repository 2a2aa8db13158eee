"""What the model weighs: words, classes, their order, the kind of sentence. Training and run time share
this.

A text is first gathered into sets of keys (words, pairs of words, classes, openings); each key then stands
for a few named features, so that at run time their weights are added up once per key.
"""

from __future__ import annotations

from coach.domain.guard.lexicon import START, Word
from coach.domain.guard.reading import Reading

PREFIX = 5
"""So many first letters stand for a word and its compounds and inflections."""
Opening = tuple[Word, ...]


class Gathered:
    """The keys that hold in a text; each counts once, however often it occurs."""

    __slots__ = ("asked", "openings", "pairs", "phrases", "told", "whole", "words")

    def __init__(self, readings: list[Reading], masks: tuple[str, ...] = ()) -> None:
        self.words: set[Word] = set()
        self.pairs: set[tuple[Word, Word]] = set()
        self.asked: set[str] = set()
        self.told: set[str] = set()
        self.phrases: set[str] = set()
        self.openings: set[Opening] = set()
        for reading in readings:
            words = reading.words
            self.words.update(words)
            self.pairs.update(zip([START, *words], words))  # noqa: B905
            (self.asked if reading.question else self.told).update(reading.names)
            self.phrases |= reading.phrases
            opening = reading.opening
            self.openings.add(tuple(words[opening : opening + 3]))
        self.whole = [*masks, *_whole(readings)]


def _whole(readings: list[Reading]) -> list[str]:
    """Features of the text as a whole."""
    if not readings:
        return []
    last = readings[-1]
    found = ["e:" + (last.mark or ("q" if last.question else "-"))]
    if len(readings) > 1:
        found.append("n:2")
    found.append("q" if any([reading.question for reading in readings]) else "nq")  # noqa: C419
    return found


def of_word(word: Word) -> list[str]:
    """Features of a word."""
    lemma = word.lemma
    if lemma == ",":
        return []
    return [lemma, "p:" + lemma[:PREFIX]] if len(lemma) > PREFIX else [lemma]


def is_word(name: str) -> bool:
    """Whether a feature is a word by itself."""
    return name.islower() and " " not in name and "_" not in name and ":" not in name


def of_pair(pair: tuple[Word, Word]) -> list[str]:
    """Features of two words in a row."""
    first, second = pair
    lemmas = first.lemma + " " + second.lemma
    if first.mix == first.lemma and second.mix == second.lemma:
        return [lemmas]
    return [lemmas, first.mix + "_" + second.mix]


def of_asked(name: str) -> list[str]:
    """Features of a class in a question."""
    return [name, name + "?"]


def of_told(name: str) -> list[str]:
    """Features of a class in a statement."""
    return [name, name + "."]


def of_phrase(name: str) -> list[str]:
    """Features of an expression."""
    return ["x:" + name]


def of_opening(opening: Opening) -> list[str]:
    """Features of how a sentence begins."""
    mixes = [word.mix for word in opening]
    return ["o:" + opening[0].lemma, "o:" + "_".join(mixes[:2]), "o:" + "_".join(mixes)]


def names(gathered: Gathered) -> list[str]:
    """Every feature by name, as training counts them: one that several keys give stands there as often."""
    found = list(gathered.whole)
    found += [name for word in gathered.words for name in of_word(word)]
    found += [name for pair in gathered.pairs for name in of_pair(pair)]
    found += [name for key in gathered.asked for name in of_asked(key)]
    found += [name for key in gathered.told for name in of_told(key)]
    found += [name for key in gathered.phrases for name in of_phrase(key)]
    found += [name for opening in gathered.openings for name in of_opening(opening)]
    return found
