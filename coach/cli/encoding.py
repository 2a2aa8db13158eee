"""Text for a stream that may not know all our characters."""

from __future__ import annotations

import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_PLAINER = {
    "·": "-", "•": "-", "…": "...", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"',
    "€": "EUR", "→": "->", "×": "x", "✓": "v", "☐": "[ ]", "─": "-", "│": "|", "\u00a0": " ",
}  # fmt: skip


def encoding_of(stream: TextIO) -> str:
    """Return the encoding of a text stream; one without (as in a test) takes every character."""
    return getattr(stream, "encoding", None) or "utf-8"


def is_utf8(encoding: str) -> bool:
    """Whether the encoding can hold every character."""
    return encoding.lower().replace("-", "").replace("_", "") in ("utf8", "utf8sig")


def _plainer(character: str, encoding: str) -> str:
    stripped = unicodedata.normalize("NFKD", character)
    letters = "".join(part for part in stripped if not unicodedata.combining(part))
    for form in (character, _PLAINER.get(character, ""), letters):
        if form:
            try:
                form.encode(encoding)
            except UnicodeError:
                continue
            return form
    return "?"


def fit(text: str, encoding: str) -> str:
    """Return `text` with what `encoding` cannot hold written plainer: e for an accented e, - for a dot."""
    if is_utf8(encoding):
        return text
    try:
        text.encode(encoding)
    except UnicodeError:
        return "".join(_plainer(character, encoding) for character in text)
    return text
