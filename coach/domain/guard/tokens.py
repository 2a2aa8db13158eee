"""From text to sentences of tokens; every token keeps its place in the text as given."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"['’‘`](?:t|n|k|s|m|r)(?![^\W_])|[^\W_]+(?:[-‐‑'’‘`][^\W_]+)*|[?!,;:…\n()\"“”„]|\.(?![^\s\"'”’)])")
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
    "wnr": "wanneer", "ne": "een", "nen": "een", "'ne": "een", "'nen": "een", "den": "de", "gister": "gisteren",
    "eigelijk": "eigenlijk", "eigenlik": "eigenlijk", "oe": "hoe", "iet": "iets", "ist": "is",
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

    __slots__ = ("_spans", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[tuple[int, int]] = []

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the start of one token and of the end of another."""
        if not self._spans:
            self._spans = [match.span() for match in _TOKEN.finditer(self._text)]
        return self._spans[first][0], self._spans[last][1]


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
_PAUSES = frozenset(',:()"“”„')
_ENDS = frozenset("?!.;…\n")


def sentences(text: str) -> list[Sentence]:
    """Split a text; linear in its length. A text without words gives an empty list."""
    found: list[Sentence] = []
    located = Located(text)
    current = Sentence(located)
    words = current.words
    tokens = current.tokens
    raws = _TOKEN.findall(text)
    last_token = len(raws) - 1
    for place, raw in enumerate(raws):
        if raw in _PAUSES:
            if words and words[-1] != ",":
                words.append(",")
                tokens.append(place)
            continue
        if raw not in _ENDS:
            words.append(raw)
            tokens.append(place)
            if len(words) < MAX_WORDS:
                continue
        elif not words:
            if found and raw == "?":
                found[-1].mark = "?"
            continue
        elif raw == "." and place < last_token and (
            words[-1].lower() in _ABBREVIATIONS or (len(words[-1]) == 1 and words[-1].isalpha())
        ):
            continue
        else:
            current.mark = raw if raw in "?!" else "."
        found.append(current)
        current = Sentence(located)
        words = current.words
        tokens = current.tokens
    if words:
        found.append(current)
    return found
