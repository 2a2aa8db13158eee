"""The step of moment and place of the talk, with advice for the kind of place."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from coach.domain.text import one_line
from coach.flows.propose import chosen_place
from coach.tui.screens.prepare_facts import HELD
from coach.tui.screens.prepare_form import StepForm, refused
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText


class PlaceForm(StepForm):
    """Two note fields, each taken over as soon as it may be written down, and kinds of place to choose."""

    def compose(self) -> ComposeResult:
        """Yield both fields, the kinds of place, and what to mind."""
        yield self._field(
            "Moment", self.preparation.moment, "Bijvoorbeeld: donderdag, 10 uur, drie kwartier", "moment"
        )
        yield PlainText(HELD, classes="form-held", id="moment-vast")
        yield self._field(
            "Plek", self.preparation.place, "Bijvoorbeeld: kamer 2.14, of samen een ommetje", "plaats"
        )
        yield PlainText(HELD, classes="form-held", id="plaats-vast")
        yield PlainText("Wat voor plek wordt het?", classes="form-head")
        yield ChoiceList(self._places(), id="soort-plek")
        yield PlainText(id="advies", classes="form-word")

    def _field(self, label: str, value: str, example: str, name: str) -> JudgedField:
        return self.field(label, value=value, placeholder=example, id=name)

    def _places(self) -> list[Item]:
        at = self.preparation.setting
        return [
            Item(place.id, place.title, mark=Mark.PICKED if place.id == at else Mark.UNPICKED)
            for place in self.library.places
        ]

    def _show_advice(self) -> None:
        place = chosen_place(self.library, self.preparation)
        tips = [*(place.advice if place else ()), *(tip.text for tip in self.library.moment_tips)]
        self.query_one("#advies", PlainText).show("\n".join(f"- {tip}" for tip in tips))

    def on_mount(self) -> None:
        """Nothing is held back yet."""
        for line in self.query(".form-held"):
            line.display = False
        self._show_advice()

    def start_field(self) -> Widget | None:
        """Begin with the moment."""
        return self.query_one("#moment")

    @on(ChoiceList.Chosen, "#soort-plek")
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        place = next(place for place in self.library.places if place.id == event.item.id)
        field = self.query_one("#plaats", JudgedField)
        if not field.value.strip() or field.value in {other.note for other in self.library.places}:
            field.value = place.note
        self.keep(replace(self.preparation, setting=place.id))
        event.source.set_items(self._places())
        self._show_advice()

    @on(JudgedField.Changed)
    def _changed(self, event: JudgedField.Changed) -> None:
        event.stop()
        fields = {name: self.query_one(f"#{name}", JudgedField) for name in ("moment", "plaats")}
        for name, field in fields.items():
            self.query_one(f"#{name}-vast").display = refused(field)
        moment, place = ("" if refused(field) else one_line(field.value) for field in fields.values())
        self.keep(replace(self.preparation, moment=moment, place=place))
        self.hold([one_line(field.value) for field in fields.values() if refused(field)])
