"""The steps in which questions are chosen, and the one of rounding off, which asks for the next date too."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from coach.domain.guard.labels import Status
from coach.domain.knowledge import Question
from coach.domain.preparation import MAX_QUESTIONS
from coach.domain.text import one_line
from coach.flows.fit import unsuited
from coach.flows.prepare import questions_for
from coach.tui.screens.prepare_form import StepForm
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.date_field import DateField
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.rows_editor import EditorRow, RowsEditor

MAX_OWN = 3
_UNFIT = {Status.ZIEK: "past niet bij ziek", Status.WERKT: "is voor wie ziek is"}


class QuestionRow(EditorRow):
    """A question in one's own words."""

    def __init__(self, form: StepForm, text: str = "") -> None:
        super().__init__()
        self._field = form.field("", value=text, placeholder="Typ hier je eigen vraag")

    def compose_fields(self) -> ComposeResult:
        """Yield the field."""
        yield self._field

    @property
    def text(self) -> str:
        """The question as it was typed."""
        return one_line(self._field.value)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not self._field.value.strip()

    @property
    def main_field(self) -> Widget:
        """The one field."""
        return self._field

    @on(JudgedField.Changed)
    def _changed(self, event: JudgedField.Changed) -> None:
        event.stop()
        self.edited()


class QuestionsForm(StepForm):
    """Questions to tick, each with its tone, and room for questions of one's own."""

    def compose(self) -> ComposeResult:
        """Yield the offered questions and the rows for one's own."""
        yield PlainText(classes="form-word", id="telling")
        yield ChoiceList(self._items(), id="vragen")
        yield PlainText("Of schrijf zelf een vraag", classes="form-head")
        own = self._own()
        yield RowsEditor(
            [QuestionRow(self, text) for text in own],
            lambda: QuestionRow(self),
            maximum=max(MAX_OWN, len(own)),
            noun="Eigen vraag",
            full="Je hebt genoeg eigen vragen bij dit deel. Minder vragen geeft meer gesprek.",
            id="eigen",
        )

    def on_mount(self) -> None:
        """Count what was chosen."""
        self._count()

    def start_field(self) -> Widget | None:
        """Begin with the offered questions."""
        return self.query_one("#vragen", ChoiceList)

    def _all(self) -> tuple[Question, ...]:
        return self.library.part(self.step.part).questions

    def _own(self) -> list[str]:
        """The chosen questions that the coach does not offer."""
        known = {text for question in self._all() for text in (question.je, question.u)}
        return [text for text in self.preparation.asked_in(self.step.part) if text not in known]

    def _shown(self) -> list[Question]:
        """What fits the status, and what was chosen before the status changed."""
        fitting = questions_for(self.library, self.step.part, self.preparation.status)
        asked = self.preparation.asked_in(self.step.part)
        return [q for q in self._all() if q in fitting or q.text(self.preparation.address) in asked]

    def _items(self) -> list[Item]:
        asked = self.preparation.asked_in(self.step.part)
        items = []
        for question in self._shown():
            text = question.text(self.preparation.address)
            unfit = unsuited(self.library, text, self.preparation.status) is not None
            note = _UNFIT[self.preparation.status] if unfit else question.tone.value
            mark = Mark.OFF if text not in asked else Mark.PARKED if unfit else Mark.ON
            items.append(Item(question.id, text, note, mark))
        return items

    @on(ChoiceList.Chosen, "#vragen")
    async def _ticked(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        asked = self.preparation.asked_in(self.step.part)
        text = event.item.text
        offered = {question.text(self.preparation.address) for question in self._all()}
        ticked = {t for t in asked if t in offered} ^ {text}
        await self._take(ticked, self._own())

    @on(RowsEditor.Changed)
    async def _own_changed(self, event: RowsEditor.Changed) -> None:
        event.stop()
        rows = [row for row in event.editor.rows if isinstance(row, QuestionRow)]
        offered = {question.text(self.preparation.address) for question in self._all()}
        ticked = {text for text in self.preparation.asked_in(self.step.part) if text in offered}
        await self._take(ticked, [row.text for row in rows if not row.is_blank])

    async def _take(self, ticked: set[str], own: list[str]) -> None:
        """Keep the ticked questions in the order of the list, and one's own after them."""
        address = self.preparation.address
        in_order = [q.text(address) for q in self._all() if q.text(address) in ticked]
        self.keep(self.preparation.with_questions(self.step.part, [*in_order, *own]))
        self.query_one("#vragen", ChoiceList).set_items(self._items())
        self._count()

    def _count(self) -> None:
        here, all_of_them = len(self.preparation.asked_in(self.step.part)), len(self.preparation.questions)
        line = self.query_one("#telling", PlainText)
        line.set_class(all_of_them > MAX_QUESTIONS, "form-held")
        if all_of_them > MAX_QUESTIONS:
            line.show(
                f"Je koos {all_of_them} vragen. Zes is genoeg voor een gesprek: haal er liever een paar weg."
            )
        else:
            line.show(f"Gekozen: {here} bij dit deel, {all_of_them} van {MAX_QUESTIONS} in totaal.")

    async def adapt(self) -> None:
        """Show the questions in the other form of address, and those that fit the status."""
        await super().adapt()
        self.query_one("#vragen", ChoiceList).set_items(self._items())
        self._count()


class ClosingForm(QuestionsForm):
    """The step of rounding off: when do we speak again, and how do I close."""

    def compose(self) -> ComposeResult:
        """Yield the date above the questions."""
        yield PlainText("Wanneer spreken jullie elkaar weer?", classes="form-head", id="datum-kop")
        yield DateField(
            "Datum",
            self.session.today,
            past=False,
            value=self.preparation.next_date,
            empty="liefst binnen een week",
            id="volgende",
        )
        yield from super().compose()

    def start_field(self) -> Widget | None:
        """Begin with the date."""
        return self.query_one(LineField)

    @on(DateField.Changed)
    def _dated(self, event: DateField.Changed) -> None:
        event.stop()
        self.keep(replace(self.preparation, next_date=event.when))
