"""Keys under which a misspelt word still finds its entry: one skeleton per word, letters that sound alike
merged.
"""

from __future__ import annotations

_PAIRS = (
    ("sch", "sg"), ("ij", "y"), ("ei", "y"), ("ou", "au"), ("ph", "f"), ("dt", "t"), ("ch", "g"), ("ck", "k"),
    ("qu", "kw"), ("c", "k"), ("z", "s"), ("v", "f"), ("x", "ks"), ("ie", "i"), ("y", "i"),
)  # fmt: skip

SHORTEST = 5
"""Shorter words are never repaired: too many real words lie one letter away."""


def skeleton(word: str) -> str:
    """How a word sounds, roughly: `depresief` and `depressief` share one skeleton."""
    for pair, single in _PAIRS:
        if pair in word:
            word = word.replace(pair, single)
    kept: list[str] = []
    last = ""
    for letter in word:
        if letter != last:
            kept.append(letter)
            last = letter
    if kept and kept[-1] == "d":
        kept[-1] = "t"
    return "".join(kept)


def one_letter_less(key: str) -> list[str]:
    """Every key with one letter left out."""
    return [key[:place] + key[place + 1 :] for place in range(len(key))]


def one_slip(key: str, other: str) -> bool:
    """Whether `other` is `key` with one letter changed, one put in, or two neighbours swapped."""
    size = len(key)
    place = 0
    while place < size and key[place] == other[place]:
        place += 1
    if len(other) > size:
        return key[place:] == other[place + 1 :]
    rest = place + 1
    if key[rest:] == other[rest:]:
        return True
    return key[rest + 1 :] == other[rest + 1 :] and key[place : rest + 1] == other[place : rest + 1][::-1]
