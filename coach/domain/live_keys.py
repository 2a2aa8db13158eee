"""The keys of the talk: what each does, which keys it has, and how a user gives it others.

A key is written as the user writes it: a character, or one of `KEY_WORDS`, or f2 to f12 (f1 and f9 are help
and emergency everywhere). None needs ctrl.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coach.domain.errors import UsageError

KEY_WORDS = (
    "spatie",
    "enter",
    "tab",
    "links",
    "rechts",
    "omhoog",
    "omlaag",
    "pgup",
    "pgdn",
    "home",
    "end",
    "komma",
)
_FUNCTION_KEYS = tuple(f"f{number}" for number in range(2, 13) if number != 9)  # noqa: PLR2004
VARIABLE = "COACH_KEYS"


@dataclass(frozen=True, slots=True)
class LiveKey:
    """One thing to do: its name for the user, its keys, a word for it, and a line of explanation."""

    name: str
    keys: tuple[str, ...]
    word: str
    told: str


LIVE_KEYS: tuple[LiveKey, ...] = (
    LiveKey("verder", ("spatie", "rechts", "enter", "pgdn"), "Verder", "Naar de volgende zin"),
    LiveKey("terug", ("links", "pgup"), "Terug", "Naar de vorige zin"),
    LiveKey("andere", ("omlaag",), "Andere vraag", "Een andere vraag van hetzelfde onderdeel"),
    LiveKey("vorige", ("omhoog",), "Vorige vraag", "De vraag die er net stond, van hetzelfde onderdeel"),
    LiveKey("deel1", ("1",), "Begin", "Naar het begin"),
    LiveKey("deel2", ("2",), "Benoemen", "Naar benoemen"),
    LiveKey("deel3", ("3",), "Invloed op werk", "Naar invloed op werk"),
    LiveKey("deel4", ("4",), "Knelpunten", "Naar knelpunten; nog een keer: naar wat nodig is"),
    LiveKey("deel5", ("5",), "Afronding", "Naar de afronding"),
    LiveKey("vraag", ("?",), "Mag dit?", "Mag ik dit vragen? Typ je zin, Esc brengt je terug"),
    LiveKey("nood", ("!",), "Noodkaart", "De noodkaart, als iemand in gevaar is"),
    LiveKey("moment", ("m",), "Lastig moment", "Zinnen voor een lastig moment, zoals tranen of stilte"),
    LiveKey("stilte", ("s",), "Stilte", "Stilte: tel rustig tien keer je adem"),
    LiveKey("spreker", ("l",), "Wie praat", "Wissel wie er praat: jij of je medewerker"),
    LiveKey("verhouding", ("v",), "Verhouding", "Hoe lang praatte jij, en hoe lang luisterde je?"),
    LiveKey("pauze", ("p",), "Pauze", "Pauze; de tijd staat dan stil"),
    LiveKey("leeg", ("b",), "Leeg scherm", "Leeg scherm, meteen; elke toets brengt alles terug"),
    LiveKey("tijd", ("t",), "Tijd", "Laat de tijd zien, of verberg hem"),
    LiveKey("licht", ("d",), "Licht of donker", "Wissel tussen licht en donker"),
    LiveKey("ziek", ("w",), "Werkt of ziek", "Je medewerker werkt, of is ziek gemeld: andere zinnen"),
    LiveKey("aanspreken", ("u",), "Je of u", "Wissel tussen je en u"),
    LiveKey("hulp", ("h",), "Alle toetsen", "Alle toetsen op een rij"),
)
_NAMES = {key.name: key for key in LIVE_KEYS}

_HOW = "Schrijf het zo: leeg=x, verder=n spatie"


def keys_of(given: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    """Return the keys of one action, with what the user gave in place of its own."""
    return given.get(name, _NAMES[name].keys)


def read_keys(text: str) -> dict[str, tuple[str, ...]]:
    """Return the keys that a user gives, by the name of the action; `text` is like "leeg=x, verder=n spatie".

    Raises UsageError, in words, for an action or a key that there is not, and for a key with two meanings.
    """
    given: dict[str, tuple[str, ...]] = {}
    for item in text.split(","):
        if not item.strip():
            continue
        name, sign, keys = item.partition("=")
        name, found = name.strip().lower(), tuple(keys.split())
        if not sign or not found:
            raise UsageError(f"Coach begrijpt {VARIABLE} niet. {_HOW}.")
        if name not in _NAMES:
            raise UsageError(f"In {VARIABLE} staat iets dat coach niet kent. Kies uit: {', '.join(_NAMES)}.")
        given[name] = tuple(_key(key) for key in found)
    _refuse_doubles(given)
    return given


def _key(typed: str) -> str:
    if len(typed) == 1 and typed.isprintable():
        return typed
    word = typed.lower()
    if word in KEY_WORDS or word in _FUNCTION_KEYS:
        return word
    raise UsageError(
        f"In {VARIABLE} staat een toets die coach niet kent. Kies een teken, "
        f"{', '.join(KEY_WORDS)}, of f2 tot en met f12 (niet f9)."
    )


def _refuse_doubles(given: Mapping[str, tuple[str, ...]]) -> None:
    owner: dict[str, str] = {}
    for name in _NAMES:
        for key in dict.fromkeys(keys_of(given, name)):
            if key in owner:
                raise UsageError(
                    f"In {VARIABLE} heeft een toets twee taken: {owner[key]} en {name}. "
                    "Geef een van de twee een andere toets."
                )
            owner[key] = name
