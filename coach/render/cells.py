"""Text in terminal cells: how wide it is at most, and how it is broken into lines.

Terminals disagree about emoji: one shows a family as a single picture, another as three. Widths here are
the widest any of them shows, so that a line never runs over its edge.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064")
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_REGIONAL = range(0x1F1E6, 0x1F200)
_PICTURES = range(0x1F000, 0x1FB00)
BREAK = "-"
"""Stands at the end of a line in which a long word was broken."""


@lru_cache(maxsize=4096)
def _char_width(char: str) -> int:
    category = unicodedata.category(char)
    if char in _ZERO_WIDTH or category in ("Mn", "Me"):
        return 0
    if category == "Cn" or ord(char) in _REGIONAL or ord(char) in _PICTURES:
        return 2
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cell_width(text: str) -> int:
    """Return how many cells `text` takes at most; it holds no tab, newline or control character."""
    return sum(map(_char_width, text)) + text.count(_EMOJI_STYLE)


def clusters(text: str) -> list[str]:
    """Return `text` in pieces that are never parted: a letter with its marks, a joined emoji."""
    found: list[str] = []
    joined = False
    for char in text:
        if found and (joined or (not _char_width(char) and char != "\u200b")):
            found[-1] += char
        else:
            found.append(char)
        joined = char == _JOINER
    return found


def _broken(word: str, width: int) -> list[str]:
    """A word that is wider than `width`, in pieces that fit; each but the last ends in `BREAK`."""
    room = width - len(BREAK)
    pieces, piece, used = [], "", 0
    for cluster in clusters(word):
        for part in [cluster] if cell_width(cluster) <= room else list(cluster):
            size = cell_width(part)
            if used + size > room and piece:
                pieces.append(piece + BREAK)
                piece, used = "", 0
            piece += part
            used += size
    return [*pieces, piece]


def wrap(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells (4 or more), at least one line.

    Breaks at spaces only; a word that fits no line is broken with a "-" behind each piece. Nothing is lost.
    """
    lines, line, used = [], "", 0
    for word in text.split():
        pieces = [word] if cell_width(word) <= width else _broken(word, width)
        for piece in pieces:
            size = cell_width(piece)
            if line and (used + 1 + size > width or piece is not pieces[0]):
                lines.append(line)
                line, used = "", 0
            line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    return [*lines, line] if line or not lines else lines


def pad(text: str, width: int) -> str:
    """Return `text` with spaces behind it up to `width` cells."""
    return text + " " * max(0, width - cell_width(text))
