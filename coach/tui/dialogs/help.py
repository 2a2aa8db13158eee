"""Help on the screen below: what it is for, and every key that works there."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Markdown

from coach.tui import bindings
from coach.tui.base import CoachDialog, CoachScreen
from coach.tui.widgets.plain_text import PlainText

_GENERAL = "Kies met Tab en de pijlen, of met de muis. Enter of een klik doet wat er staat."
_FIELD_KEYS = (
    ("Tab", "Naar het volgende veld; met Shift terug"),
    ("ctrl+z", "In een veld: maak de laatste stap ongedaan"),
    ("ctrl+c, ctrl+v", "Kopiëren en plakken"),
)


class HelpDialog(CoachDialog[None]):
    """Shows `text` (our own Markdown) and a table of keys."""

    CSS_PATH = "help.tcss"
    HEADING = "Hulp"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [bindings.CLOSE_HELP]

    def __init__(self, text: str, keys: list[tuple[str, str]]) -> None:
        """Make it for one screen; `keys` are the key and what it does."""
        super().__init__()
        self._text = text
        self._keys = keys

    @classmethod
    def of(cls, screen: Screen[Any]) -> HelpDialog:
        """Return the help of `screen` with the keys that work there at this moment."""
        text = screen.HELP if isinstance(screen, CoachScreen) and screen.HELP else _GENERAL
        return cls(text, _keys(screen))

    def compose_body(self) -> ComposeResult:
        """Yield the explanation, the keys and a way back."""
        with VerticalScroll():
            yield Markdown(self._text, open_links=False)
            yield PlainText("Toetsen", classes="heading")
            for key, meaning in self._keys:
                with HorizontalGroup(classes="keys"):
                    yield PlainText(key, classes="key")
                    yield PlainText(meaning, classes="meaning")
        yield Button("Sluiten (Esc)", compact=True, id="close")

    def on_button_pressed(self) -> None:
        """Close by mouse."""
        self.action_close()

    def action_help(self) -> None:
        """F1 on the help closes it."""
        self.action_close()


def _keys(screen: Screen[Any]) -> list[tuple[str, str]]:
    """The keys of `screen`, its own first: those with a Dutch tooltip are ours, and worth a line."""
    names: dict[str, dict[str, None]] = {}
    told: dict[str, str] = {}
    for active in screen.active_bindings.values():
        binding: Binding = active.binding
        if binding.id and binding.tooltip:
            told[binding.id] = binding.tooltip
            names.setdefault(binding.id, {})[screen.app.get_key_display(binding)] = None
    has_fields = not isinstance(screen, CoachScreen) or screen.HAS_FIELDS
    if has_fields:
        told.pop(bindings.EMERGENCY_MARK.id or "", None)
    own = [binding.id for binding in screen.BINDINGS if isinstance(binding, Binding)]
    ordered = sorted(told, key=lambda name: own.index(name) if name in own else len(own))
    keys = [(" of ".join(names[name]), told[name]) for name in ordered]
    return [*keys, *_FIELD_KEYS] if has_fields else keys
