"""The agreements there are: by day and label, with ways to make, look back, take along and forget."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import HorizontalGroup, VerticalScroll

from coach.domain.agreements import Record
from coach.domain.dates import short_date
from coach.domain.errors import CoachError
from coach.flows.agree import new_record
from coach.flows.record_files import open_record
from coach.flows.record_shelf import Entry, due, due_line
from coach.tui import record_bindings
from coach.tui.base import CoachScreen
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.dialogs.receipt import ReceiptDialog
from coach.tui.screens.agree_keep import agree_together, keep_on_shelf
from coach.tui.screens.look_back import LookBackScreen
from coach.tui.screens.record_files import OpenRecordDialog, export_dialog
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.key_word import KeyWord
from coach.tui.widgets.plain_text import PlainText

_WELCOME = "Hier staan je afspraken: alleen de dag en de naam. Kies er een om samen terug te kijken."
_EMPTY = (
    "Er zijn nog geen afspraken. Met F5 maak je ze, samen met je medewerker. Met F8 open je een bestand. "
    "Bewaar ze in je kluis of in een bestand; anders zijn ze weg als je stopt."
)
_SURE = "Deze afspraken weggooien? Dat komt niet terug. Een kopie op papier of in je agenda gooi je zelf weg."
_HELP = """
## Je afspraken

- **F5**: maak samen nieuwe afspraken. Draai dan het scherm naar je medewerker.
- **Enter**: kijk samen terug op de gekozen afspraken. **F4**: pas ze aan.
- **F6**: een kopie op papier, een moment in je agenda, of een bestand om later verder te gaan.
- **F7**: weggooien. **F8**: open afspraken uit een bestand.
"""


class RecordsScreen(CoachScreen):
    """The list of what is on the shelf of the session; what is due comes first, by day and label only."""

    CSS_PATH = "agree.tcss"
    HEADING = "Afspraken"
    HELP = _HELP
    AUTO_FOCUS = "#namen"
    BINDINGS: ClassVar[list[BindingType]] = [*record_bindings.RECORDS_BINDINGS]

    def __init__(self, *, begin: bool = False) -> None:
        """Make it; `begin` opens new agreements at once."""
        super().__init__()
        self._begin = begin

    def compose_body(self) -> ComposeResult:
        """Yield the keys, what is due and the list."""
        with HorizontalGroup(id="toetsen"):
            yield KeyWord("F5", "nieuw", "new")
            yield KeyWord("F4", "aanpassen", "change")
            yield KeyWord("F6", "kopie", "export")
            yield KeyWord("F7", "weggooien", "forget")
            yield KeyWord("F8", "openen", "open_file")
        with VerticalScroll(id="lijst", can_focus=False):
            yield PlainText(id="welkom", classes="welcome")
            yield PlainText(id="nu", classes="due")
            yield ChoiceList(id="namen")

    def on_mount(self) -> None:
        """Show what there is."""
        self._show()
        if self._begin:
            self.action_new()

    def on_screen_resume(self) -> None:
        """Show it anew: something may have changed."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        session = self.coach.session
        try:
            entries = session.shelf.entries()
        except CoachError as error:
            self.coach.tell(str(error), careful=True)
            entries = ()
        self.query_one("#welkom", PlainText).show(_WELCOME if entries else _EMPTY)
        lines = [due_line(entry, session.today()) for entry in due(entries, session.today())]
        now = self.query_one("#nu", PlainText)
        now.display = bool(lines)
        now.show("\n".join(["Deze week:", *lines]))
        self.query_one("#namen", ChoiceList).set_items(map(self._item, entries))

    def _item(self, entry: Entry) -> Item:
        when = short_date(entry.next.day) if entry.next else "geen datum"
        return Item(entry.id, entry.label, when, Mark.JUMP)

    def _at_cursor(self) -> str | None:
        names = self.query_one("#namen", ChoiceList)
        return names.items[names.cursor].id if names.items else None

    def _load(self, entry_id: str | None) -> Record | None:
        if entry_id is None:
            return None
        try:
            return self.coach.session.shelf.load(entry_id)
        except CoachError as error:
            self.coach.tell(str(error), careful=True)
            return None

    def _agree(self, record: Record, *, is_new: bool) -> None:
        """Open the screen that is turned to the employee; each change is on the shelf at once."""
        if not self.is_active:
            return  # opened already, by two keys that came at once
        agree_together(self.coach, record, is_new=is_new, then=lambda _: self._show())

    def action_new(self) -> None:
        """Make new agreements."""
        session = self.coach.session
        self._agree(new_record(session.today(), session.preparation.label), is_new=True)

    def action_change(self) -> None:
        """Change the agreements at the cursor."""
        if (record := self._load(self._at_cursor())) is not None:
            self._agree(record, is_new=False)

    @on(ChoiceList.Chosen, "#namen")
    def _look_back(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        record = self._load(event.item.id)
        if record is None or not self.is_active:
            return

        def keep(changed: Record) -> None:
            keep_on_shelf(self.coach, changed, event.item.id)

        stopped: list[bool] = []

        def left(_: None) -> None:
            if stopped:
                self._forget(event.item.id)  # only now: the receipt may not stand on a screen that goes
            else:
                self._show()

        self.app.push_screen(LookBackScreen(record, keep, lambda: stopped.append(True)), left)

    def action_export(self) -> None:
        """Take the agreements at the cursor along."""
        if (record := self._load(self._at_cursor())) is not None:
            export_dialog(self, record)

    def action_forget(self) -> None:
        """Forget the agreements at the cursor, after asking."""
        entry_id = self._at_cursor()
        if entry_id is None:
            return

        def answered(sure: bool | None) -> None:
            if sure:
                self._forget(entry_id)

        self.app.push_screen(ConfirmDialog(_SURE, yes="Weggooien", no="Terug"), answered)

    def _forget(self, entry_id: str) -> None:
        try:
            receipt = self.coach.session.shelf.forget(entry_id)
        except CoachError as error:
            self.coach.tell(str(error), careful=True)
            return
        self._show()
        self.app.push_screen(ReceiptDialog(receipt))

    def action_open_file(self) -> None:
        """Open agreements from a file."""
        opened: list[Record] = []

        def told(path: Path | None) -> None:
            if path is not None and opened:
                keep_on_shelf(self.coach, opened[-1], opened[-1].uid)
                self._show()

        self.app.push_screen(OpenRecordDialog(lambda path: opened.append(open_record(path))), told)
