"""The keys of the talk as Textual knows them, made from the list in `domain/live_keys.py`."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding
from textual.keys import format_key

from coach.domain.live_keys import LIVE_KEYS, LiveKey
from coach.tui import bindings

_TEXTUAL = {
    "spatie": "space",
    "links": "left",
    "rechts": "right",
    "omhoog": "up",
    "omlaag": "down",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "komma": "comma",
}
_SIGN = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "space": "spatie",
    "enter": "Enter",
    "tab": "Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}
_ACTION = {
    "verder": "onward",
    "terug": "backward",
    "andere": "other(1)",
    "vorige": "other(-1)",
    **{f"deel{number}": f"station({number})" for number in range(1, 6)},
    "vraag": "ask",
    "nood": "app.emergency",
    "moment": "moments",
    "stilte": "over('silent')",
    "spreker": "over('turned')",
    "verhouding": "over('balanced')",
    "pauze": "over('paused')",
    "leeg": "over('blanked')",
    "tijd": "time",
    "licht": "app.switch_look",
    "ziek": "status",
    "aanspreken": "address",
    "hulp": "app.help",
}
_AT_THE_FOOT = ("verder", "vraag", "moment", "nood", "hulp")
"""At most five fit at 80 columns; the others stand in the help."""
_MOST_SHOWN = 2
"""Keys of one action that stand in a line; more would not be read."""


def _textual(key: str) -> str:
    return _TEXTUAL.get(key, key)


def shown_key(key: str) -> str:
    """Return a key of Textual as it stands on a keyboard: "question_mark" is "?", "space" is "spatie"."""
    return _SIGN.get(key) or format_key(key)


def shown_keys(keys: tuple[str, ...]) -> str:
    """Return the keys of one action, as a user writes them, for a line: "spatie of →"."""
    return " of ".join(shown_key(_textual(key)) for key in keys[:_MOST_SHOWN])


def _id(name: str) -> str:
    return bindings.EMERGENCY_MARK.id or "" if name == "nood" else f"live.{name}"


def _binding(key: LiveKey) -> Binding:
    return Binding(
        ",".join(map(_textual, key.keys)),
        _ACTION[key.name],
        key.word,
        id=_id(key.name),
        show=key.name in _AT_THE_FOOT,
        key_display=shown_keys(key.keys),
        tooltip=key.told,
    )


def keymap(given: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the keys that a user gives (see `read_keys`) as a keymap for the app."""
    return {_id(name): ",".join(map(_textual, keys)) for name, keys in given.items()}


_LEAVE = Binding(
    "escape", "back", "Terug", id="live.leave", show=False, key_display="Esc",
    tooltip="Terug naar je zin; daarna naar het begin van coach. Je gesprek blijft staan",
)  # fmt: skip
# The same keys as everywhere, but not at the foot: there is room for five.
_HELP = Binding(
    "f1", "app.help", "Hulp", id="help", show=False, key_display="F1", tooltip="Alle toetsen op een rij"
)
_EMERGENCY = Binding(
    "f9", "app.emergency", "Noodkaart", id="emergency", show=False, key_display="F9",
    tooltip="De noodkaart, op elk scherm",
)  # fmt: skip
LIVE_BINDINGS = [*map(_binding, LIVE_KEYS), _LEAVE, _HELP, _EMERGENCY]

PAGE_ON = Binding(
    "space,right,enter,pagedown", "onward", "Verder", id="moment.on", show=False, key_display="spatie",
    tooltip="Meer zinnen, en wat je daarna doet",
)  # fmt: skip
PAGE_BACK = Binding(
    "left,pageup", "backward", "Terug", id="moment.back", show=False, key_display="←",
    tooltip="Terug naar de vorige zinnen, of naar de lijst",
)  # fmt: skip
CLOSE_MOMENTS = Binding("m", "leave", "Sluiten", id="moment.close", show=False, key_display="m")
MOMENT_BINDINGS = [PAGE_ON, PAGE_BACK, CLOSE_MOMENTS, bindings.EMERGENCY_MARK]
