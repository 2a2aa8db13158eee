"""The step of what must be agreed at the end: subjects to tick, and one's own words."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from coach.domain.preparation import toggled
from coach.domain.text import one_line
from coach.tui.screens.prepare_facts import HELD
from coach.tui.screens.prepare_form import StepForm, refused
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText


class GoalsForm(StepForm):
    """The closed list of subjects, in words of the work, and a note field."""

    def compose(self) -> ComposeResult:
        """Yield the subjects and the field."""
        yield ChoiceList(self._items(), id="onderwerpen")
        yield PlainText("Wat moet er zeker zijn afgesproken?", classes="form-head")
        yield self.field(
            "In je eigen woorden", value=self.preparation.goal,
            placeholder="Bijvoorbeeld: wie de planning doet tot 1 december", id="doel",
        )  # fmt: skip
        yield PlainText(HELD, classes="form-held", id="doel-vast")

    def on_mount(self) -> None:
        """Nothing is held back yet."""
        self.query_one("#doel-vast").display = False

    def start_field(self) -> Widget | None:
        """Begin with the subjects."""
        return self.query_one(ChoiceList)

    def _items(self) -> list[Item]:
        chosen = self.preparation.subjects
        return [
            Item(
                subject.id, f"{subject.title}. {subject.text}", "",
                Mark.ON if subject.id in chosen else Mark.OFF,
            )
            for subject in self.library.subjects
        ]  # fmt: skip

    @on(ChoiceList.Chosen, "#onderwerpen")
    def _ticked(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        subjects = toggled(self.preparation.subjects, event.item.id)
        self.keep(replace(self.preparation, subjects=subjects))
        event.source.set_items(self._items())

    @on(JudgedField.Changed)
    def _changed(self, event: JudgedField.Changed) -> None:
        event.stop()
        held = refused(event.field)
        self.query_one("#doel-vast").display = held
        text = one_line(event.value)
        self.keep(replace(self.preparation, goal="" if held else text))
        self.hold([text] if held else [])
