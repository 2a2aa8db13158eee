"""Third step: moment and place of the talk."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from coach.domain.guard.labels import Role
from coach.domain.text import one_line
from coach.tui.screens.prepare_facts import HELD
from coach.tui.screens.prepare_form import StepForm, refused
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText


class PlaceForm(StepForm):
    """Two note fields; each is taken over as soon as it may be written down."""

    def compose(self) -> ComposeResult:
        """Yield both fields."""
        yield self._field(
            "Moment", self.preparation.moment, "Bijvoorbeeld: donderdag, 10 uur, drie kwartier", "moment"
        )
        yield PlainText(HELD, classes="form-held", id="moment-vast")
        yield self._field(
            "Plek", self.preparation.place, "Bijvoorbeeld: kamer 2.14, of samen een ommetje", "plaats"
        )
        yield PlainText(HELD, classes="form-held", id="plaats-vast")

    def _field(self, label: str, value: str, example: str, name: str) -> JudgedField:
        return JudgedField(
            label,
            Role.NOTITIE,
            value=value,
            placeholder=example,
            status=self.preparation.status,
            brief=True,
            id=name,
        )

    def on_mount(self) -> None:
        """Nothing is held back yet."""
        for line in self.query(".form-held"):
            line.display = False

    def start_field(self) -> Widget | None:
        """Begin with the moment."""
        return self.query_one("#moment")

    @on(JudgedField.Changed)
    def _changed(self, event: JudgedField.Changed) -> None:
        event.stop()
        fields = {name: self.query_one(f"#{name}", JudgedField) for name in ("moment", "plaats")}
        for name, field in fields.items():
            self.query_one(f"#{name}-vast").display = refused(field)
        moment, place = ("" if refused(field) else one_line(field.value) for field in fields.values())
        self.keep(replace(self.preparation, moment=moment, place=place))
        self.hold([one_line(field.value) for field in fields.values() if refused(field)])
