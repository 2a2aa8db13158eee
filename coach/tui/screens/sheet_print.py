"""The dialogs of the sheet that are about paper: which sheet it is, and printing it."""

from __future__ import annotations

from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widgets import Button

from coach.domain.errors import CoachError
from coach.flows.make_sheet import Variant
from coach.flows.print_sheet import Printer, announcement, default_printer
from coach.tui.base import CoachDialog
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.plain_text import PlainText

VARIANTS: dict[Variant, str] = {
    Variant.SHEET: "Je blad",
    Variant.LARGE: "Je blad in grote letters, op twee bladzijden",
    Variant.EMPTY: "Een leeg blad, om met de pen in te vullen",
    Variant.AGREEMENTS: "Jullie afspraken, een blad voor je medewerker",
    Variant.CARDS: "Kaartjes met ezelsbruggen en noodnummers",
}
FILE_NAMES: dict[Variant, str] = {
    Variant.SHEET: "gespreksblad",
    Variant.LARGE: "gespreksblad-groot",
    Variant.EMPTY: "leeg-blad",
    Variant.AGREEMENTS: "afspraken",
    Variant.CARDS: "geheugenkaartjes",
}
_LOOKING = "Coach kijkt welke printer er is ..."
_PRINTING = "Je blad gaat naar de printer ..."
_LEFT_OUT = "Niet alles staat op je blad. Wat ontbreekt, staat in de lijst op het vorige scherm."


class VariantDialog(CoachDialog[Variant]):
    """Asks which sheet is to be made; gives it, or None when nothing was chosen."""

    CSS_PATH = "sheet_files.tcss"
    HEADING = "Welk blad wil je?"
    AUTO_FOCUS = "ChoiceList"

    def __init__(self, now: Variant) -> None:
        """Make it; `now` is the sheet that is shown."""
        super().__init__()
        self._now = now

    def compose_body(self) -> ComposeResult:
        """Yield the sheets, and a way back."""
        yield ChoiceList(
            Item(variant.value, text, mark=Mark.PICKED if variant is self._now else Mark.UNPICKED)
            for variant, text in VARIANTS.items()
        )
        with HorizontalGroup(classes="buttons"):
            yield Button("Terug (Esc)", id="terug")

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self.answer(Variant(event.item.id))

    @on(Button.Pressed)
    def _back(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_close()


class PrintDialog(CoachDialog[str]):
    """Says which printer there is, and prints when that is wanted; gives what became of it.

    `act` prints on the printer it is given (None: there is none) and returns what became of it, or raises
    CoachError. Both it and looking for the printer run beside the screen, so that nothing freezes.
    """

    CSS_PATH = "sheet_files.tcss"
    HEADING = "Print je blad"
    AUTO_FOCUS = "#terug"

    def __init__(self, act: Callable[[Printer | None], str], *, is_whole: bool) -> None:
        """Make it; `is_whole` says that nothing was left out of the sheet."""
        super().__init__()
        self._act = act
        self._is_whole = is_whole
        self._printer: Printer | None = None
        self._busy = False

    def compose_body(self) -> ComposeResult:
        """Yield what is to be known before, and two buttons."""
        yield PlainText(_LOOKING, id="printer")
        if not self._is_whole:
            yield PlainText(_LEFT_OUT, id="niet-alles")
        yield PlainText(id="bericht")
        with HorizontalGroup(classes="buttons"):
            yield Button("Terug (Esc)", id="terug")
            yield Button("Printen", id="doen", variant="primary", disabled=True)

    def on_mount(self) -> None:
        """Look for the printer."""
        self._look()

    @work(thread=True, group="print", exclusive=True)
    def _look(self) -> None:
        self.app.call_from_thread(self._found, default_printer())

    def _found(self, printer: Printer | None) -> None:
        if self.is_attached:
            self._printer = printer
            self.query_one("#printer", PlainText).show("\n".join(announcement(printer)))
            button = self.query_one("#doen", Button)
            button.label = "Printen" if printer is not None else "Maak een PDF"
            button.disabled = False
            button.focus()

    @on(Button.Pressed, "#doen")
    def _go(self, event: Button.Pressed) -> None:
        event.stop()
        if not self._busy:
            self._busy = True
            self.query_one("#bericht", PlainText).show(_PRINTING if self._printer is not None else "")
            self._print()

    @work(thread=True, group="print", exclusive=True)
    def _print(self) -> None:
        try:
            told = self._act(self._printer)
        except CoachError as error:
            told = str(error)
        self.app.call_from_thread(self._done, told)

    def _done(self, told: str) -> None:
        self._busy = False
        self.answer(told)

    @on(Button.Pressed, "#terug")
    def _back(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_close()

    def action_close(self) -> None:
        """Close, but not while the printer is being sent to."""
        if not self._busy:
            super().action_close()
