"""Second step: what was seen or heard at work, each with its date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from coach.domain.guard.labels import Role, Status
from coach.domain.preparation import MAX_FACTS, Fact
from coach.domain.text import one_line
from coach.tui.screens.prepare_form import StepForm, refused
from coach.tui.widgets.date_field import DateField
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.rows_editor import EditorRow, RowsEditor

HELD = "Dit komt zo niet op je blad. Wat je typte, blijft hier staan."


class FactRow(EditorRow):
    """A date and what was seen on it; what may not be written down stays here and goes no further."""

    def __init__(self, today: Callable[[], date], status: Status, fact: Fact | None = None) -> None:
        super().__init__()
        self._fact = fact or Fact("")
        self._date = DateField("Datum", today, past=True, value=self._fact.when, empty="mag leeg blijven")
        self._what = JudgedField(
            "",
            Role.NOTITIE,
            value=self._fact.what,
            placeholder="Bijvoorbeeld: kwam om 9.40 uur binnen",
            status=status,
            brief=True,
        )

    def compose_fields(self) -> ComposeResult:
        """Yield the date and the fact."""
        yield self._date
        yield self._what
        yield PlainText(HELD, classes="form-held")

    def on_mount(self) -> None:
        """Nothing is held back yet."""
        self._show_held()

    def _show_held(self) -> None:
        self.query_one(".form-held").display = refused(self._what)

    @property
    def fact(self) -> Fact:
        """The fact as it was typed."""
        return Fact(one_line(self._what.value), self._date.when)

    @property
    def is_held(self) -> bool:
        """Whether the fact may not be written down."""
        return refused(self._what)

    @property
    def is_blank(self) -> bool:
        """Whether neither a date nor a fact was typed."""
        if not self.is_mounted:
            return not self._fact.what
        return not self._what.value.strip() and not self._date.raw.strip()

    @property
    def main_field(self) -> Widget:
        """The fact itself: the date may stay empty."""
        return self._what

    def clear(self) -> None:
        """Empty both fields."""
        self._what.value = ""
        self._date.clear()

    @on(DateField.Changed)
    @on(JudgedField.Changed)
    def _changed(self, event: DateField.Changed | JudgedField.Changed) -> None:
        event.stop()
        self._show_held()
        self.edited()


class FactsForm(StepForm):
    """Rows of facts, in the order of typing; on the sheet they stand in order of date."""

    def compose(self) -> ComposeResult:
        """Yield a row for each fact and an empty one."""
        yield RowsEditor(
            [self._row(fact) for fact in self.preparation.facts],
            self._row,
            maximum=MAX_FACTS,
            noun="Feit",
            full="Je hebt acht feiten. Meer passen er niet op je blad. Kies wat het meeste zegt.",
        )

    def start_field(self) -> Widget | None:
        """Begin with the first date."""
        return self.query(LineField).first()

    def _row(self, fact: Fact | None = None) -> FactRow:
        return FactRow(self.session.today, self.preparation.status, fact)

    @on(RowsEditor.Changed)
    def _changed(self, event: RowsEditor.Changed) -> None:
        event.stop()
        rows = [row for row in event.editor.rows if isinstance(row, FactRow)]
        self.keep(self.preparation.with_facts(row.fact for row in rows if not row.is_held))
        self.hold([row.fact.what for row in rows if row.is_held])
