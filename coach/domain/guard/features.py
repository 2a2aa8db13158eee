"""What the model weighs: words, classes, their order, the kind of sentence. Training and run time share
this.

A text is first gathered into its words, apart for questions and statements, and into names of what stands in
a row; a word stands for a few named features, so that at run time its weights are added up once.
"""

from __future__ import annotations

from operator import add

from coach.domain.guard.lexicon import START, Word
from coach.domain.guard.reading import Reading

PREFIX = 5
"""So many first letters stand for a word and its compounds and inflections."""


class Gathered:
    """The words and names that hold in a text; each counts once, however often it occurs."""

    __slots__ = ("asked", "names", "told")

    def __init__(self, readings: list[Reading], masks: tuple[str, ...] = ()) -> None:
        self.asked: set[Word] = set()
        self.told: set[Word] = set()
        self.names: set[str] = set(masks)
        names = self.names
        asked = False
        for reading in readings:
            words = reading.words
            if reading.question:
                asked = True
                self.asked.update(words)
            else:
                self.told.update(words)
            if reading.phrases:
                kind = "?" if reading.question else "."
                for name in reading.phrases:
                    names.update((name, name + kind, "x:" + name))
            row = [START, *words]
            mixes = [word.mix for word in row]
            left = [word.mix_left for word in row]
            names.update(map(add, [word.left for word in row], reading.lemmas))
            names.update(map(add, left, mixes[1:]))
            names.update(map(add, map(add, left, left[1:]), mixes[2:]))
            names.update(map(add, [word.mix_skip for word in row], mixes[2:]))
            opening = reading.opening + 1
            begin = "o:" + left[opening] + "_".join(mixes[opening + 1 : opening + 2])
            names.add("o:" + words[opening - 1].lemma)
            names.add(begin)
            names.add(begin + "_" + "_".join(mixes[opening + 2 : opening + 3]))
        if readings:
            last = readings[-1]
            names.add("e:" + (last.mark or ("q" if last.question else "-")))
            names.add("q:" if asked else "nq:")
            if len(readings) > 1:
                names.add("n:2")


def of_word(word: Word, kind: str) -> list[str]:
    """Features of a word in a question ("?") or a statement (".")."""
    lemma = word.lemma
    if lemma == ",":
        return []
    found = [lemma, "p:" + lemma[:PREFIX]] if len(lemma) > PREFIX else [lemma]
    for name in word.classes:
        found.append(name)
        found.append(name + kind)
    return found


def names(gathered: Gathered) -> list[str]:
    """Every feature by name, as training counts them: one that several words give stands there as often."""
    found = list(gathered.names)
    for words, kind in ((gathered.asked, "?"), (gathered.told, ".")):
        for word in words:
            found += of_word(word, kind)
    return found
