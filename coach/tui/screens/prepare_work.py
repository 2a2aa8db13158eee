"""The step of the work: what was agreed, what came, and earlier absence as number and dates only."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Input

from coach.domain.dates import DateNotUnderstood, parse_dates, short_date
from coach.domain.preparation import MAX_DATES, MAX_TIMES, Absence
from coach.domain.text import one_line
from coach.tui.screens.prepare_facts import HELD
from coach.tui.screens.prepare_form import StepForm, refused
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText

_WHY = (
    "Was iemand eerder afwezig? Schrijf alleen hoe vaak en op welke dagen. De reden gaat over gezondheid: "
    "die zoek je niet op en schrijf je niet op, ook al noemt de handreiking dat wel."
)
_NOT_A_NUMBER = f"Typ hier een getal van 0 tot en met {MAX_TIMES}."
_NOT_DATES = "Typ hier alleen datums, met een komma ertussen. Zoals: 12-11, 3 oktober."
_TOO_MANY = f"Er passen hier hoogstens {MAX_DATES} dagen."


class WorkForm(StepForm):
    """Two note fields and two lines that take nothing but a number and dates."""

    def compose(self) -> ComposeResult:
        """Yield the work and the absence."""
        said = self.preparation
        yield self.field(
            "Afgesproken werk", value=said.asked, placeholder="Bijvoorbeeld: elke vrijdag de planning",
            id="afgesproken",
        )  # fmt: skip
        yield PlainText(HELD, classes="form-held", id="afgesproken-vast")
        yield self.field(
            "Gedaan werk", value=said.delivered,
            placeholder="Bijvoorbeeld: twee keer op dinsdag, een keer niet",
            id="gedaan",
        )  # fmt: skip
        yield PlainText(HELD, classes="form-held", id="gedaan-vast")
        yield PlainText("Eerder afwezig", classes="form-head")
        yield PlainText(_WHY, classes="form-word")
        absence = said.absence
        with HorizontalGroup(classes="form-line"):
            yield PlainText("Hoe vaak dit jaar", classes="field-label")
            yield LineField(
                "" if absence.times is None else str(absence.times), placeholder="bv. 3", id="keer"
            )
        with HorizontalGroup(classes="form-line"):
            yield PlainText("Op welke dagen   ", classes="field-label")
            days = ", ".join(f"{day.day}-{day.month}-{day.year}" for day in absence.dates)
            yield LineField(days, placeholder="bv. 12-11, 3-10", id="dagen")
        yield PlainText(classes="form-held", id="afwezig-vast")
        yield PlainText(classes="form-word", id="afwezig-gelezen")

    def on_mount(self) -> None:
        """Nothing is held back yet."""
        for line in self.query(".form-held"):
            line.display = False
        self._read_absence()

    def start_field(self) -> Widget | None:
        """Begin with the work that was agreed."""
        return self.query_one("#afgesproken")

    @on(JudgedField.Changed)
    def _changed(self, event: JudgedField.Changed) -> None:
        event.stop()
        fields = {name: self.query_one(f"#{name}", JudgedField) for name in ("afgesproken", "gedaan")}
        for name, field in fields.items():
            self.query_one(f"#{name}-vast").display = refused(field)
        asked, delivered = ("" if refused(field) else one_line(field.value) for field in fields.values())
        self.keep(replace(self.preparation, asked=asked, delivered=delivered))
        self.hold([one_line(field.value) for field in fields.values() if refused(field)])

    @on(Input.Changed)
    def _absence_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.keep(replace(self.preparation, absence=self._read_absence()))

    def _read_absence(self) -> Absence:
        """Read both lines; what is no number or no date stays in its line, and is said."""
        times, wrong = self.preparation.absence.times, ""
        number = one_line(self.query_one("#keer", LineField).value)
        if not number:
            times = None
        elif number.isascii() and number.isdigit() and int(number[:9]) <= MAX_TIMES:
            times = int(number)
        else:
            times, wrong = None, _NOT_A_NUMBER
        try:
            days = parse_dates(self.query_one("#dagen", LineField).value, self.session.today(), past=True)
        except DateNotUnderstood:
            days, wrong = (), wrong or _NOT_DATES
        if len(days) > MAX_DATES:
            days, wrong = days[:MAX_DATES], wrong or _TOO_MANY
        line = self.query_one("#afwezig-vast", PlainText)
        line.display = bool(wrong)
        line.show(wrong)
        self.query_one("#afwezig-gelezen", PlainText).show(", ".join(short_date(day) for day in days))
        return Absence(times, days)
