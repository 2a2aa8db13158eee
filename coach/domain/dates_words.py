"""The words of a day as people say it, brought to one form: "a.s. ma", "over 14 dgn", "de vijftiende"."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches

from coach.domain.dates import MONTHS, WEEKDAYS
from coach.domain.text import one_line

_NUMBERS = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig"
).split()
_ORDINALS = (
    "nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende "
    "veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"
).split()
_SHORT_DAYS = dict(
    zip(WEEKDAYS, ("ma", "di", "wo woe", "do don", "vr vrij", "za zat", "zo zon"), strict=True)
)
_SHORT_MONTHS = {month[:3]: month for month in MONTHS} | {"mrt": "maart", "sept": "september"}
_UNITS = {
    "dag": "dag dagen dgn dg dagje daagjes",
    "werkdag": "werkdag werkdagen werkdgn",
    "week": "week weken wk wkn weekje weekjes",
    "maand": "maand maanden mnd mnden maandje",
    "jaar": "jaar jaren jr",
    "weekend": "weekend weekeinde",
}
_SAME = {
    "komende": "aanstaande aankomende aanst eerstkomende eerstvolgende kom komend as",
    "volgende": "volgend vlg vlgd",
    "deze": "dit",
    "vorige": "vorig afgelopen jongstleden jl verleden",
    "eind": "einde",
    "midden": "half medio halverwege",
    "begin": "start",
    "elke": "iedere ieder elk",
    "paar": "enkele aantal",
    "anderhalf": "anderhalve",
    "vandaag": "nu vanavond vanmiddag",
    "over": "binnen",
    "1": "n",
    "snel": "zsm z.s.m",
    "ongeveer": "ong ca circa zo'n",
    "kwartaal": "kw",
}
_DROPPED = frozenset(
    "de het den der van op in uiterlijk ergens rond per vanaf tot met ingang klaar en dan nog t/m ten".split()
)
"""Words that say nothing about which day it is."""
_KNOWN = [*WEEKDAYS, *MONTHS, "volgende", "komende", "morgen", "overmorgen", "vandaag", "uiterlijk", "weken"]
_CLOSE, _FUZZY_FROM = 0.8, 5

_PART_OF_DAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}|morgen|overmorgen) ?(?:ochtend|middag|avond|morgen)\b")
_TIME = re.compile(
    r"\b(?:om )?(?:\d{1,2}|[a-z]+)(?:[.:]\d{2})? ?(?:u|uur)\b|\bom \d{1,2}[.:]\d{2}\b|\b\d{1,2}:\d{2}\b"
)
_ORDINAL = re.compile(r"(\d{1,2})(?:e|de|ste|ᵉ)")


def _table() -> dict[str, str]:
    table = {word: str(number) for number, word in enumerate(_NUMBERS)}
    table |= {word: f"{number}e" for number, word in enumerate(_ORDINALS)}
    table |= {"dertig": "30", "dertigste": "30e", "eenendertigste": "31e"}
    table |= {f"{_NUMBERS[ones]}entwintigste": f"{20 + ones}e" for ones in range(1, 10)}
    table |= {f"{_NUMBERS[ones]}entwintig": f"{20 + ones}" for ones in range(1, 10)}
    table |= _SHORT_MONTHS
    one_form = (_SHORT_DAYS | _SAME | _UNITS).items()
    return table | {word: form for form, words in one_form for word in words.split()}


_TABLE = _table()
_NOT_MISTYPED = frozenset({*_TABLE, *_TABLE.values(), *_KNOWN, "maar", "zomer", "zonder", "winter", "werkt"})


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _word(word: str) -> str:
    """One word in its one form; a mistyped name of a day or month becomes that name."""
    bare = word.strip(".'") if not word.replace(".", "").isdigit() else word
    if bare in _TABLE:
        return _TABLE[bare]
    if match := _ORDINAL.fullmatch(bare):
        return f"{int(match[1])}e"
    if len(bare) >= _FUZZY_FROM and bare.isalpha() and bare not in _NOT_MISTYPED:
        close = get_close_matches(bare, _KNOWN, n=1, cutoff=_CLOSE)
        if close and close[0][0] == bare[0]:
            return _TABLE.get(close[0], close[0])
    return bare


def in_one_form(text: str) -> tuple[str, bool]:
    """Return the words of `text` in one form, with a space between them, and whether a time stood among them.

    Capitals, accents, dots of abbreviations and words that say nothing are gone; numbers are figures,
    ordinals a figure with "e", days and months whole words, units of time singular.
    """
    said = _without_accents(one_line(text).lower()).replace("a.s.", "as ").replace("j.l.", "jl ")
    said = re.sub(r"[,()]", " ", said).strip(" .,;:!?\"'")
    said = re.sub(r"\b(?:een |1 )?half jaar\b", "6 maanden", said)
    said, times = _TIME.subn(" ", said)
    said = _PART_OF_DAY.sub(r"\1", said)
    # "Zo snel mogelijk" is no Sunday.
    words = said.split() if "snel" in said else [_word(word) for word in said.split()]
    return " ".join(word for word in words if word and word not in _DROPPED), times > 0
