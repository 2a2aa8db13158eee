"""The step of the facts: what was seen or heard at work, each with its date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from coach.domain.guard.labels import Status
from coach.domain.preparation import MAX_FACTS, Fact
from coach.domain.text import one_line
from coach.flows.facts import is_unfinished, pattern
from coach.flows.propose import signal_advice, waiting_signals
from coach.flows.sentence import Use
from coach.tui.screens.prepare_form import StepForm, refused
from coach.tui.widgets.date_field import DateField
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.rows_editor import EditorRow, RowsEditor

HELD = "Dit komt zo niet op je blad. Wat je typte, blijft hier staan."

UNFINISHED = "Vul de puntjes nog in, of haal ze weg."


class FactRow(EditorRow):
    """A date and what was seen on it; what may not be written down stays here and goes no further."""

    def __init__(self, form: StepForm, today: Callable[[], date], fact: Fact, about: str = "") -> None:
        """Make it for a fact; `about` is the signal of which it is an example, in words."""
        super().__init__()
        self._fact = fact
        self.about = about
        self._date = DateField("Datum", today, past=True, value=fact.when, empty="mag leeg blijven")
        example = pattern(form.library, fact.signal)
        self._what = form.field(
            "",
            value=fact.what,
            placeholder=f"F4 zet klaar: {example}" if about else "Bijvoorbeeld: kwam om 9.40 uur binnen",
            use=Use(fact=True, signal=fact.signal),
            starter=example if about else "",
        )

    def compose_fields(self) -> ComposeResult:
        """Yield the date and the fact."""
        yield self._date
        yield self._what
        yield PlainText(HELD, classes="form-held vast")
        yield PlainText(UNFINISHED, classes="form-held open")

    def on_mount(self) -> None:
        """Nothing is held back yet."""
        self._show_held()

    def _show_held(self) -> None:
        held = refused(self._what)
        self.query_one(".vast").display = held
        self.query_one(".open").display = not held and is_unfinished(self._what.value)

    @property
    def signal(self) -> str:
        """The id of the signal of which it is an example, "" for none."""
        return self._fact.signal

    def entitle(self, title: str) -> None:
        """Name the signal as well."""
        super().entitle(f"{title} · bij: {self.about}" if self.about else title)

    @property
    def fact(self) -> Fact:
        """The fact as it was typed."""
        return Fact(one_line(self._what.value), self._date.when, self.signal)

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
        """Yield what to do with what was seen, a row for each fact and each signal, and an empty one."""
        yield PlainText(id="advies", classes="form-word")
        facts = self.preparation.facts
        waiting = waiting_signals(self.library, self.preparation)[: MAX_FACTS - len(facts)]
        yield RowsEditor(
            [
                *(self._row(fact) for fact in facts),
                *(self._row(Fact("", signal=signal.id)) for signal in waiting),
            ],
            self._row,
            maximum=MAX_FACTS,
            noun="Feit",
            full="Je hebt acht feiten. Meer passen er niet op je blad. Kies wat het meeste zegt.",
        )

    def on_mount(self) -> None:
        """Say what to do with what was seen."""
        self._advise()

    def _advise(self) -> None:
        line = self.query_one("#advies", PlainText)
        line.display = self.preparation.status is Status.WERKT and bool(
            self.preparation.signals or self.preparation.facts
        )
        line.show(signal_advice(self.library, self.preparation).text)

    def start_field(self) -> Widget | None:
        """Begin with the first date."""
        return self.query(LineField).first()

    def _row(self, fact: Fact | None = None) -> FactRow:
        fact = fact or Fact("")
        signal = self.library.visible_signals.get(fact.signal)
        about = signal.text.rstrip(".") if signal else ""
        return FactRow(self, self.session.today, fact, about)

    def _rows(self) -> list[FactRow]:
        return [row for row in self.query_one(RowsEditor).rows if isinstance(row, FactRow)]

    async def shown(self) -> None:
        """Give each newly ticked signal a row, and take away the empty rows of those that went."""
        editor = self.query_one(RowsEditor)
        for row in self._rows():
            if row.is_blank and row.signal and row.signal not in self.preparation.signals:
                await row.remove()
        there = {row.signal for row in self._rows()}
        for signal in waiting_signals(self.library, self.preparation):
            if signal.id not in there:
                await editor.insert(self._row(Fact("", signal=signal.id)))
        await editor.settle()
        self._advise()

    @on(RowsEditor.Changed)
    def _changed(self, event: RowsEditor.Changed) -> None:
        event.stop()
        rows = self._rows()
        self.keep(self.preparation.with_facts(row.fact for row in rows if not row.is_held))
        self._advise()
        self.hold([row.fact.what for row in rows if row.is_held])
