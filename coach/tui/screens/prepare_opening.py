"""The step of the sentence to begin with, made of a fact, care and a question."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from coach.domain.knowledge import Spoken
from coach.domain.text import one_line
from coach.flows.fit import unsuited
from coach.flows.prepare import openings_for
from coach.flows.propose import composed_openings
from coach.tui.screens.prepare_form import StepForm
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText

_OWN = "eigen"
_WORD = "Kies een begin dat bij je past. Maak er daarna je eigen zin van: noem wat jij zag."
_FROM_FACTS = "met wat jij zag"


class OpeningForm(StepForm):
    """A field for the sentence, and below it sentences to start from.

    Choosing one puts it in the field; one's own sentence then stands in the list, to go back to.
    """

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self._composed = self._compose_lines()
        self._own = "" if self._offered(self.preparation.opening) else self.preparation.opening

    def _offered(self, text: str) -> bool:
        lines = (*self._composed, *self.library.openings)
        return any(text in (line.je, line.u) for line in lines)

    def _compose_lines(self) -> tuple[Spoken, ...]:
        return composed_openings(self.library, self.library.guard, self.preparation)

    def compose(self) -> ComposeResult:
        """Yield the field and the proposals."""
        yield self.field(
            "Zo begin ik",
            value=self.preparation.opening,
            placeholder="Typ hier je eerste zinnen, of kies hieronder een begin",
            lines=3,
            id="zin",
        )
        yield PlainText(classes="form-held", id="past-niet")
        yield PlainText(_WORD, classes="form-word", id="begin-kop")
        yield ChoiceList(self._items(), id="begin")

    def on_mount(self) -> None:
        """Say it when the sentence does not fit the status."""
        self._show_fit()

    def start_field(self) -> Widget | None:
        """Begin with the proposals as long as there is no sentence."""
        return self.query_one(ChoiceList) if not self.preparation.opening else self.query_one(JudgedField)

    def _items(self) -> list[Item]:
        at, address = self.preparation.opening, self.preparation.address
        lines = [
            *((line.text(address), _FROM_FACTS) for line in self._composed),
            *((line.text(address), "") for line in openings_for(self.library, self.preparation.status)),
        ]
        items = [
            Item(f"{number}", text, note, Mark.PICKED if text == at else Mark.UNPICKED)
            for number, (text, note) in enumerate(lines)
        ]
        if self._own:
            mine = Mark.PICKED if self._own == at else Mark.UNPICKED
            items.insert(0, Item(_OWN, self._own, "je eigen zin", mine))
        return items

    def _show_fit(self) -> None:
        analysis = unsuited(self.library, self.preparation.opening, self.preparation.status)
        line = self.query_one("#past-niet", PlainText)
        line.display = analysis is not None
        if analysis is not None:
            line.show(f"{analysis.findings[0].why} Kies hieronder een andere zin.")

    @on(ChoiceList.Chosen, "#begin")
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        field = self.query_one(JudgedField)
        field.value = event.item.text
        field.focus()

    @on(JudgedField.Changed)
    async def _typed(self, event: JudgedField.Changed) -> None:
        event.stop()
        text = one_line(event.value)
        if text and not self._offered(text):
            self._own = text
        self.keep(replace(self.preparation, opening=text))
        self._show_fit()
        self.query_one(ChoiceList).set_items(self._items())

    async def shown(self) -> None:
        """Propose what fits the facts as they are now."""
        self._composed = self._compose_lines()
        self.query_one(ChoiceList).set_items(self._items())

    async def adapt(self) -> None:
        """Take over the other form of address, and offer what fits the status."""
        self._composed = self._compose_lines()
        field = self.query_one(JudgedField)
        field.value = self.preparation.opening
        field.status = self.preparation.status
        self._show_fit()
        self.query_one(ChoiceList).set_items(self._items())
