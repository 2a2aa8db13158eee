"""The one way in for foreign text: what a user types, pastes, pipes or what stands in a file."""

from __future__ import annotations

import re

MAX_TEXT = 20_000
"""Characters of one typed or pasted text that are kept; more is cut with a notice (design, section 4)."""

_REPLACEMENT = "\ufffd"
_NEWLINES = "\r\n?|[\u2028\u2029\u0085\v\f]"
_UNSAFE = (
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks: they reorder what is shown
    "\ufff9-\ufffb\ufeff"  # interlinear marks, byte order mark
    "\U000e0000-\U000e007f"  # tag characters: invisible text
    "\ud800-\udfff]"  # lone surrogates: cannot be encoded
)
_SPACES = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """Return `text` so that it can be shown, printed and kept without doing anything.

    Every newline form becomes a line feed. Control characters (but tab and line feed), direction marks, tag
    characters and lone surrogates each become U+FFFD, so that nothing disappears unseen. The zero-width
    joiner stays: emoji need it. Linear in the length; cleaning twice changes nothing.
    """
    # What can all be printed holds neither; so most texts, and a quick command, need no pattern compiled.
    if text.isprintable():
        return text
    return re.sub(_UNSAFE, _REPLACEMENT, re.sub(_NEWLINES, "\n", text))


def one_line(text: str) -> str:
    """Return `text` cleaned, with every run of white space as one space and none at the ends."""
    return _SPACES.sub(" ", clean_text(text)).strip()


def cap_text(text: str, limit: int = MAX_TEXT) -> tuple[str, bool]:
    """Return at most `limit` characters of `text`, and whether something was cut off."""
    return (text[:limit], True) if len(text) > limit else (text, False)
