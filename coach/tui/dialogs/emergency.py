"""The emergency card: what to do when a life may be in danger."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Digits

from coach.domain.dates import day_in_words
from coach.domain.knowledge import EmergencyCard, HelpNumber
from coach.tui.base import CoachDialog
from coach.tui.texts import plain
from coach.tui.widgets.plain_text import PlainText


class BigNumber(HorizontalGroup):
    """A telephone number, large, with whose it is and when to call it."""

    DEFAULT_CSS = """
    BigNumber { height: 3; margin: 0 0 1 0; }
    BigNumber Digits { width: 29; }
    BigNumber PlainText { width: 1fr; height: 3; }
    """

    def __init__(self, number: HelpNumber) -> None:
        """Make it for one number."""
        super().__init__()
        self._number = number

    def compose(self) -> ComposeResult:
        """Yield the digits and, beside them, the same in words."""
        number = self._number
        call = plain(f"Bel {number.number}").stylize("bold")
        yield Digits(number.number)
        yield PlainText(Content("\n").join([call, plain(number.name), plain(number.when)]))


class EmergencyDialog(CoachDialog[None]):
    """Shows the emergency card; opened by one key from everywhere, and by itself when nood is found.

    The focus is on the text and not on the button, so that whoever is still typing does not close it unread.
    """

    CSS_PATH = "emergency.tcss"
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, card: EmergencyCard) -> None:
        """Make it for the card of the library."""
        super().__init__()
        self._card = card

    def compose_body(self) -> ComposeResult:
        """Yield the numbers first, then the steps, and what rather not."""
        card = self._card
        yield PlainText(card.title, classes="dialog-heading")
        with VerticalScroll():
            with VerticalGroup(classes="numbers"):
                for number in card.numbers:
                    yield BigNumber(number)
            for position, step in enumerate(card.steps, start=1):
                head = plain(f"{position}. {step.head}").stylize("bold")
                yield PlainText(Content.assemble(head, " ", plain(step.text)), classes="step")
            yield PlainText("Liever niet", classes="heading")
            for text in card.rather_not:
                yield PlainText(Content.assemble("× ", plain(text)), classes="step")
            checked = f"Nummers nagekeken op {day_in_words(card.checked)}."
            yield PlainText(f"{checked} Bron: {card.source}.", classes="source")
        with HorizontalGroup(classes="buttons"):
            yield Button("Terug naar waar ik was (Esc)", compact=True, id="close")
            yield PlainText("Meer lezen: pijl omlaag", classes="hint")

    def on_button_pressed(self) -> None:
        """Close by mouse."""
        self.action_close()

    def action_emergency(self) -> None:
        """F9 on the card closes it: the same key, there and back."""
        self.action_close()
