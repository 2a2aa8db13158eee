"""Whether a line in other words may stand in place of the scripted one: same facts, nothing new.

The other words come from a language model, which decides nothing: not what is told, nor how someone feels.
"""

from __future__ import annotations

import re

from coach.domain.guard import Guard
from coach.domain.guard.labels import Role, Verdict
from coach.domain.rehearsal.wording import content_words, shared, words_of
from coach.domain.text import clean_text, one_line

LENGTH = 0.3
"""How much longer or shorter it may be."""
FEW = 3
"""Words that may always be more or less: of a short line 30 % is nothing."""
KEPT = 0.5
"""The part of the words with content that must come back, whatever their ending."""
_QUOTES = "\"'“”‘’"
_NUMBER = re.compile(r"\d+")
_NAMED = re.compile(r"(?<![.!?…(]\s)(?<!^)\b[A-Z][a-zà-ÿ]+")
_STAGE = re.compile(r"\([^)]*\)")
_HEALTH = re.compile(
    r"\b(burn-?out|depress\w+|overspannen|paniek\w*|angst\w*|ziek\w*|slaap\w*|slapen|medicijn\w*|dokter|huisarts|"
    r"psycholoog|therap\w+|diagnose|thuis|scheiding|klachten)\b",
    re.IGNORECASE,
)


def other_words(guard: Guard, scripted: str, offered: str) -> str | None:
    """Return `offered`, cleaned, where it may replace `scripted`; None where the scripted line stays.

    Stage directions stay those of the scripted line.
    """
    if len(offered) > len(scripted) * 4 + 80 or clean_text(offered) != offered:
        return None
    spoken = one_line(_STAGE.sub("", scripted))
    text = one_line(offered).strip(_QUOTES).strip()
    if not text or any(sign in text for sign in "[]{}<>()*#") or _STAGE.search(text):
        return None
    long, now = len(words_of(spoken)), len(words_of(text))
    if abs(now - long) > max(FEW, long * LENGTH):
        return None
    if not _same_facts(spoken, text) or not _harmless(guard, spoken, text):
        return None
    directions = _STAGE.match(scripted)
    return f"{directions[0]} {text}" if directions else text


def _same_facts(spoken: str, text: str) -> bool:
    if set(_NUMBER.findall(spoken)) != set(_NUMBER.findall(text)):
        return False
    if set(_NAMED.findall(spoken)) - set(_NAMED.findall(text)) - {text.split(maxsplit=1)[0]}:
        return False
    wanted = content_words(spoken)
    kept = [word for word in wanted if shared([word], [text])]
    if len(kept) < len(wanted) * KEPT:
        return False
    # What was no denial must not become one, nor the other way round.
    return _denies(spoken) == _denies(text)


_NOT = re.compile(r"\b(niet|geen|nooit|niks|niets|niemand|nergens)\b", re.IGNORECASE)


def _denies(text: str) -> bool:
    return bool(_NOT.search(text))


def _harmless(guard: Guard, spoken: str, text: str) -> bool:
    if guard.analyse(text, Role.MEDEWERKER).nood:
        return False
    if set(map(str.lower, _HEALTH.findall(text))) - set(map(str.lower, _HEALTH.findall(spoken))):
        return False
    if guard.analyse(spoken, Role.NOTITIE).verdict is Verdict.MAG_NIET:
        return True
    return guard.analyse(text, Role.NOTITIE).verdict is not Verdict.MAG_NIET
