"""The dialogs around files of agreements: a copy, a calendar, a file to go on with, and opening one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from coach.domain.agreements import Record
from coach.domain.errors import CoachError
from coach.flows.agree import Refused
from coach.flows.record_files import CopyForm, export_record
from coach.tui.base import CoachScreen
from coach.tui.screens.sheet_files import FileDialog
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.line_field import LineField


class ExportDialog(FileDialog):
    """Asks for the form of the copy and the name of its file; both follow each other."""

    HEADING = "Neem de afspraken mee"
    FORMS: ClassVar[dict[CopyForm, str]] = {
        CopyForm.PDF: "PDF, om te printen voor je medewerker",
        CopyForm.MARKDOWN: "Markdown, om verder te bewerken",
        CopyForm.TEXT: "Gewone tekst",
        CopyForm.CALENDAR: "Agenda: de dagen waarop jullie weer kijken",
        CopyForm.DATA: "Bestand van coach, om later verder te gaan",
    }

    def __init__(self, act: Callable[[Path], None]) -> None:
        """Make it; `act` writes the copy to a place."""
        super().__init__("afspraken.pdf", act)
        self._form = CopyForm.PDF

    def compose_forms(self) -> ComposeResult:
        """Yield the forms to choose from."""
        yield ChoiceList(self._items(), id="vormen")

    def _items(self) -> list[Item]:
        return [
            Item(form.value, text, form.value, Mark.PICKED if form is self._form else Mark.UNPICKED)
            for form, text in self.FORMS.items()
        ]

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self._form = CopyForm(event.item.id)
        field = self.query_one(LineField)
        name = Path(field.value)
        stem = name.with_suffix("") if name.suffix.lower() in set(CopyForm) else name
        field.value = f"{stem}{self._form.value}"
        event.source.set_items(self._items())

    @on(Input.Changed)
    def _follow(self, event: Input.Changed) -> None:
        """Let the choice follow an ending that was typed."""
        named = next((form for form in self.FORMS if event.value.lower().endswith(form.value)), None)
        if named is not None and named is not self._form:
            self._form = named
            self.query_one(ChoiceList).set_items(self._items())

    def completed(self, path: Path) -> Path:
        """Put the chosen ending behind a name without one."""
        if path.suffix.lower() in set(CopyForm):
            return path
        return path.with_name(f"{path.name}{self._form.value}")


class OpenRecordDialog(FileDialog):
    """Asks which agreements are to be opened."""

    HEADING = "Open afspraken"
    DOES = "Openen"

    def __init__(self, act: Callable[[Path], None]) -> None:
        """Make it; `act` reads the agreements from a place."""
        super().__init__("afspraken.json", act, replaces=False)


def export_dialog(screen: CoachScreen, record: Record) -> None:
    """Ask where a copy of the agreements is to go, write it, and say so."""
    coach = screen.coach
    refused: list[Refused] = []

    def write(path: Path) -> None:
        refused[:] = export_record(coach.library, record, path, datetime.now(UTC).replace(microsecond=0))

    def told(path: Path | None) -> None:
        if path is not None:
            try:
                coach.session.shelf.note_output(record.uid, path)
            except CoachError as error:
                coach.tell(str(error), careful=True)
            rest = " ".join(left_out.sentence for left_out in refused)
            coach.tell(f"De afspraken staan in {path}. {rest}".rstrip(), careful=bool(refused))

    screen.app.push_screen(ExportDialog(write), told)
