"""What the model weighs: words, classes, their order, the kind of sentence. Training and run time share
this.

A text is first gathered into its words, apart for questions and statements, and into what stands in a row; a
word stands for a few named features, so that at run time its weights are added up once. Training sees each
feature by its name; at run time it is a number, which `key` gives for the name, and which for words in a row
is the sum of numbers that each word brings: adding is quicker than joining text, and a table of numbers is
read at once.
"""

from __future__ import annotations

from operator import add
from zlib import crc32

from coach.domain.guard.lexicon import END, START, Cache, Word
from coach.domain.guard.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

PREFIX = 5
"""So many first letters stand for a word and its compounds and inflections."""
OPENING = "o:"
"""Before the name of a row with which a sentence opens."""
_BITS = (1 << 30) - 1
_LEFT, _MIDDLE, _RIGHT, _SKIP = 0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F
"""Odd numbers that spread a word's number, another for each place in a row."""
_OPENING = 0x165667B1


def _number(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"), 2)


def key(name: str) -> int:
    """The number (below 2 to the power 32) of a feature by its name.

    Two names seldom share a number: among 30,000 features a chance of one in 100,000 for each new name.
    """
    opening = name.startswith(OPENING)
    if not opening and (":" in name or not ("_" in name or "~" in name)):
        return _number(name) * _LEFT & 0xFFFFFFFF
    left, skip, last = name.partition("~")
    if skip:
        return _key(left, _SKIP) + _key(last, _RIGHT)
    parts = name.removeprefix(OPENING).split("_")
    total = _OPENING if opening else 0
    total += _key(parts[-1], _RIGHT)
    if len(parts) > 1:
        total += _key(parts[0], _LEFT)
    if len(parts) > 2:
        total += _key(parts[1], _MIDDLE)
    return total


def _key(text: str, place: int) -> int:
    return (_number(text) * place >> 7) & _BITS


class Parts:
    """What a word brings to the features of words in a row, as names or as numbers.

    `row` gives of a word: its lemma in front and behind; its mix in front, in the middle, behind, and in
    front of a skipped word. `single` gives any other feature by its name; `opening` marks an opening.
    """

    __slots__ = ("opening", "row", "single")

    def __init__(self, of: Callable[[str, int], Any], single: Callable[[str], Any], opening: Any) -> None:
        self.row: Callable[[Word], tuple[Any, ...]] = Cache(lambda word: _row(word, of)).__getitem__
        self.single: Callable[[str], Any] = Cache(single).__getitem__
        self.opening = opening


def _row(word: Word, of: Callable[[str, int], Any]) -> tuple[Any, ...]:
    lemma, mix = word.lemma, word.classes[0] if word.classes else word.lemma
    places = ((lemma, _LEFT), (lemma, _RIGHT), (mix, _LEFT), (mix, _MIDDLE), (mix, _RIGHT), (mix, _SKIP))
    return tuple([of(text, place) for text, place in places])


def numbers() -> Parts:
    """Features by number, as the model looks them up."""
    return Parts(_key, key, _OPENING)


def spelled() -> Parts:
    """Features by name, as training counts them."""
    behind = {_LEFT: "_", _MIDDLE: "_", _RIGHT: "", _SKIP: "~"}
    return Parts(lambda text, place: text + behind[place], str, OPENING)


class Gathered:
    """The words and features that hold in a text; each counts once, however often it occurs."""

    __slots__ = ("asked", "names", "told")

    def __init__(self, readings: list[Reading], masks: tuple[str, ...], parts: Parts) -> None:
        self.asked: set[Word] = set()
        self.told: set[Word] = set()
        names: set[Any] = set()
        for reading in readings:
            (self.asked if reading.question else self.told).update(reading.words)
            _gather(reading, parts, names)
        if readings:
            last = readings[-1]
            names.add(parts.single("e:" + (last.mark or ("q" if last.question else "-"))))
            names.add(parts.single("q:" if any([reading.question for reading in readings]) else "nq:"))  # noqa: C419
            if len(readings) > 1:
                names.add(parts.single("n:2"))
        names.update(map(parts.single, masks))
        self.names = names


def _gather(reading: Reading, parts: Parts, names: set[Any]) -> None:
    """Add what stands in one sentence: its expressions, its words in a row, how it opens."""
    single = parts.single
    if reading.phrases:
        kind = "?" if reading.question else "."
        for name in reading.phrases:
            names.update((single(name), single(name + kind), single("x:" + name)))
    row = [START, *reading.words, END, END]
    size = len(row) - 2
    lemma_left, lemma, left, middle, mix, skip = zip(*map(parts.row, row))  # noqa: B905
    names.update(map(add, lemma_left, lemma[1:size]))
    names.update(map(add, left, mix[1:size]))
    behind = mix[2:size]
    names.update(map(add, map(add, left, middle[1:]), behind))
    names.update(map(add, skip, behind))
    opening = reading.opening + 1
    begin = parts.opening + left[opening]
    names.add(parts.opening + lemma[opening])
    names.add(begin + mix[opening + 1])
    names.add(begin + middle[opening + 1] + mix[opening + 2])


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
    found: list[str] = list(gathered.names)
    for words, kind in ((gathered.asked, "?"), (gathered.told, ".")):
        for word in words:
            found += of_word(word, kind)
    return found
