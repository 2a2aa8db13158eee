"""The dialogs of rehearsing: a list to choose from, and a text such as the card of the scenario."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.widgets import Button

from coach.domain.rehearsal.script import Scenario
from coach.tui.base import CoachDialog
from coach.tui.widgets.choice_list import ChoiceList, Item
from coach.tui.widgets.plain_text import PlainText

EMPTY = "Hier is nog niets om te kiezen."


class ListDialog(CoachDialog[str]):
    """Asks to choose one of `items`; gives its id, or None when nothing was chosen."""

    CSS_PATH = "rehearse_dialogs.tcss"
    AUTO_FOCUS = "ChoiceList"

    def __init__(self, heading: str, items: Iterable[Item], note: str = "") -> None:
        """Make it; `note` stands below the heading."""
        super().__init__()
        self._heading = heading
        self._items = tuple(items)
        self._note = note

    def compose_body(self) -> ComposeResult:
        """Yield the list, and a way back."""
        yield PlainText(self._heading, classes="dialog-heading")
        if self._note:
            yield PlainText(self._note, classes="muted note")
        with VerticalScroll():
            if self._items:
                yield ChoiceList(self._items)
            else:
                yield PlainText(EMPTY)
        with HorizontalGroup(classes="buttons"):
            yield Button("Terug (Esc)", compact=True)

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self.answer(event.item.id)

    @on(Button.Pressed)
    def _back(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_close()


class TextDialog(CoachDialog[None]):
    """Shows a text, such as what one knows before the talk."""

    CSS_PATH = "rehearse_dialogs.tcss"
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, heading: str, text: str) -> None:
        """Make it."""
        super().__init__()
        self._heading = heading
        self._text = text

    def compose_body(self) -> ComposeResult:
        """Yield the text, and a way back."""
        yield PlainText(self._heading, classes="dialog-heading")
        with VerticalScroll():
            yield PlainText(self._text)
        with HorizontalGroup(classes="buttons"):
            yield Button("Terug (Esc)", compact=True)

    @on(Button.Pressed)
    def _back(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_close()


def card_text(scenario: Scenario) -> str:
    """Return what one knows before the talk, as one text."""
    sector = f" {scenario.sector}." if scenario.sector else ""
    seen = "\n".join(f"- {f'{s.when}: ' if s.when else ''}{s.what}" for s in scenario.signals)
    return f"{scenario.who}.{sector}\n\n{scenario.card}\n\nDit zag je:\n{seen}"
