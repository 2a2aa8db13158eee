"""From text to sentences of tokens; every token keeps its place in the text as given."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"['’‘`](?:t|n|k|s|m|r)(?![^\W_])|[^\W_]+(?:[-‐‑'’‘`][^\W_]+)*|[?!.,;:…\n()\"“”„]")
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
    "u": "u", "wnr": "wanneer",
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


class Sentence:
    """Tokens of one sentence: the raw words, where they start and end, which pauses stand between.

    `words[i]` runs from `starts[i]` to `ends[i]` in the text; a comma, colon or bracket is the word ",".
    `mark` is "?" or "!" or "." or "" (the sentence ends without a sign).
    """

    __slots__ = ("ends", "mark", "starts", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.mark = ""


MAX_WORDS = 60
"""A sentence without a full stop is cut here, which keeps every pattern's work bounded."""


def sentences(text: str) -> list[Sentence]:
    """Split a text; linear in its length. A text without words gives an empty list."""
    found: list[Sentence] = []
    current = Sentence()
    words = current.words
    size = len(text)
    for match in _TOKEN.finditer(text):
        raw = match.group()
        first = raw[0]
        if first.isalnum() or (len(raw) > 1 and first in "'’‘`"):
            words.append(raw)
            current.starts.append(match.start())
            current.ends.append(match.end())
            if len(words) >= MAX_WORDS:
                found.append(current)
                current = Sentence()
                words = current.words
            continue
        if first in ',:()"“”„':
            if words and words[-1] != ",":
                words.append(",")
                current.starts.append(match.start())
                current.ends.append(match.end())
            continue
        if not words:
            if found and first == "?" and found[-1].mark != "?":
                found[-1].mark = "?"
            continue
        if first == ".":
            end = match.end()
            if end < size and not text[end].isspace() and text[end] not in "\"'”’)":
                continue
            last = words[-1].lower()
            if end < size and (last in _ABBREVIATIONS or len(last) == 1):
                continue
        current.mark = first if first in "?!" else "."
        found.append(current)
        current = Sentence()
        words = current.words
    if words:
        found.append(current)
    return found
