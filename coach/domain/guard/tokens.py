"""From text to sentences of tokens; every token keeps its place in the text as given."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"['’‘`](?:t|n|k|s|m|r)(?![^\W_])|[^\W_]+(?:[-‐‑'’‘`][^\W_]+)*|[?!,;:…\n()\"“”„]|\.(?![^\s\"'”’)])"
)
_ABBREVIATIONS = frozenset(
    "dhr mw mevr mr drs dr ing ir bijv bv evt nl resp incl excl ca etc enz blz nr tel art max "
    "min aug sept okt nov "
    "dec jan feb mrt apr jl z.s.m i.v.m d.w.z a.u.b t.a.v o.a m.b.t psych wn lg st vs".split()
)
_ACCENTS = str.maketrans(
    "àáâãäåèéêëìíîïòóôõöùúûüñçýÿ’‘`´‐‑",
    "aaaaaaeeeeiiiiooooouuuuncyy''''--",
)
_CLITICS = {
    "'t": "het", "t": "het", "'n": "een", "n": "een", "'k": "ik", "k": "ik", "'s": "des", "m'n": "mijn",
    "mn": "mijn", "z'n": "zijn", "zn": "zijn", "d'r": "haar", "zo'n": "zoeen", "zon'n": "zoeen", "da": "dat",
    "da's": "dat", "das": "dat", "wa": "wat", "gwn": "gewoon", "ff": "even", "mss": "misschien",
    "wrm": "waarom",
    "idd": "inderdaad", "es": "eens", "'m": "hem", "'r": "haar", "nie": "niet", "nix": "niks", "ni": "niet",
    "effe": "even", "eff": "even", "hoevaak": "hoevaak", "ofzo": "ofzo", "zeker": "zeker",
    "wnr": "wanneer", "ne": "een", "nen": "een", "'ne": "een", "'nen": "een", "den": "de",
    "gister": "gisteren", "eigelijk": "eigenlijk", "eigenlik": "eigenlijk",
    "oe": "hoe", "iet": "iets", "ist": "is",
}  # fmt: skip


def normal(raw: str) -> str:
    """The form in which a word is looked up: lower case, no accents, no hyphen or apostrophe inside."""
    word = raw.lower()
    if word in _CLITICS:
        return _CLITICS[word]
    if word.isascii() and word.isalpha():
        return word
    word = word.translate(_ACCENTS)
    if word in _CLITICS:
        return _CLITICS[word]
    return word.replace("'", "").replace("-", "")


class Located:
    """Where the tokens of a text stand in it, worked out when the first one is asked for."""

    __slots__ = ("_raws", "_starts", "_text")

    def __init__(self, text: str, raws: list[str]) -> None:
        self._text = text
        self._raws = raws
        self._starts: list[int] = []

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the start of one token and of the end of another, neither of them a full stop."""
        starts = self._starts
        if not starts:
            # No letter or digit is ever passed over, so a word stands where it is next found. Only a full
            # stop may be found too early, which moves nothing behind it.
            find = self._text.find
            end = 0
            for raw in self._raws:
                start = find(raw, end)
                starts.append(start)
                end = start + len(raw)
        return starts[first], starts[last] + len(self._raws[last])

    def closed(self, end: int) -> int:
        """Where the signs that close a sentence, from this offset on, have all been read."""
        while end < len(self._text) and self._text[end] in _CLOSING:
            end += 1
        return end


class Sentence:
    """The raw words of one sentence; `tokens[i]` is the number of word `i` among the tokens of the text.

    A comma, colon or bracket is the word ",". `mark` is "?" or "!" or "." or "" (the sentence ends without a
    sign).
    """

    __slots__ = ("located", "mark", "tokens", "words")

    def __init__(self, located: Located) -> None:
        self.words: list[str] = []
        self.tokens: list[int] = []
        self.mark = ""
        self.located = located


MAX_WORDS = 60
"""A sentence without a full stop is cut here, which keeps every pattern's work bounded."""
_CLOSING = frozenset("?!.;…\"'”’)")
_PAUSES = frozenset(',:()"“”„')
_ENDS = frozenset("?!.;…\n")
_SIGNS = _PAUSES | _ENDS


def sentences(text: str) -> list[Sentence]:
    """Split a text; linear in its length. A text without words gives an empty list."""
    found: list[Sentence] = []
    raws = _TOKEN.findall(text)
    located = Located(text, raws)
    current = Sentence(located)
    size = len(raws)
    start = 0
    for place in [place for place, raw in enumerate(raws) if raw in _SIGNS] + [size]:
        if start < place:
            current.words += raws[start:place]
            current.tokens += range(start, place)
            if len(current.words) > MAX_WORDS:
                current = _cut(current, found)
        start = place + 1
        if place == size:
            break
        raw = raws[place]
        words = current.words
        if not words:
            if found and raw == "?":
                found[-1].mark = "?"
        elif raw in _PAUSES:
            if words[-1] != ",":
                words.append(",")
                current.tokens.append(place)
        elif raw != "." or start == size or not _shortened(words[-1]):
            current.mark = raw if raw in "?!" else "."
            found.append(current)
            current = Sentence(located)
    if current.words:
        found.append(current)
    return found


def _cut(long: Sentence, found: list[Sentence]) -> Sentence:
    """Cut a sentence that is too long; the last piece may still grow."""
    piece = long
    for start in range(0, len(long.words), MAX_WORDS):
        piece = Sentence(long.located)
        piece.words = long.words[start : start + MAX_WORDS]
        piece.tokens = long.tokens[start : start + MAX_WORDS]
        found.append(piece)
    return found.pop()


def _shortened(word: str) -> bool:
    """Whether the full stop behind this word only shortens it: `dhr.`, `J.`"""
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
