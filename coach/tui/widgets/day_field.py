"""A field for a day to come, as people say it: shown in full at once, asked back when it is not clear."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.message import Message
from textual.widgets import Input

from coach.domain.agreement_rules import Lack
from coach.domain.dates import long_date
from coach.domain.dates_said import Reading, read_day
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText


class DayField(VerticalGroup):
    """A label, a field of one line, the day that was understood, and days to choose from.

    `when` is the day, None as long as there is none or it cannot be; `problem` is then the sentence that is
    shown, "" for an empty field. `lack` says what is wrong with a day, `remark` what may be odd about it.
    """

    DEFAULT_CSS = """
    DayField { height: auto; margin-bottom: 1; }
    DayField .day-label { width: 100%; padding: 0 1; }
    DayField LineField { width: 44; max-width: 100%; }
    DayField .day-said { width: 100%; padding: 0 1; text-style: bold; }
    DayField .day-note { width: 100%; padding: 0 1; color: $text-warning; }
    """

    class Changed(Message):
        """The day changed."""

        def __init__(self, field: DayField, when: date | None) -> None:
            super().__init__()
            self.field = field
            self.when = when

        @property
        def control(self) -> DayField:
            """The field, so that `@on` can select by id."""
            return self.field

    def __init__(
        self,
        label: str,
        today: Callable[[], date],
        *,
        value: date | None = None,
        empty: str = "",
        example: str = "over twee weken",
        lack: Callable[[date], Lack | None] | None = None,
        remark: Callable[[date], str] | None = None,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Make it with a day in it; `empty` says what an empty field means, `example` how a day is said."""
        super().__init__(id=id)
        self._label = label
        self._today = today
        self._empty = empty
        self._example = example
        self._lack = lack or (lambda day: None)
        self._remark = remark or (lambda day: "")
        self._start = long_date(value) if value else ""
        self._choices: tuple[date, ...] = ()
        self.when = value
        self.problem = ""

    def compose(self) -> ComposeResult:
        """Yield the label, the field, and what is said about it."""
        yield PlainText(self._label, classes="day-label")
        yield LineField(self._start, placeholder=f"bv. {self._example}")
        yield PlainText(classes="day-said")
        yield PlainText(classes="day-note")
        yield ChoiceList()

    def on_mount(self) -> None:
        """Show what is in it."""
        # A day that was filled in before may lie in the past by now; it stays until it is changed.
        self._show(Reading(day=self.when), complain=False)

    @property
    def raw(self) -> str:
        """What stands in the field."""
        return self.query_one(LineField).value.strip()

    def check(self) -> None:
        """Judge the day anew, since what it is held against has changed."""
        self._take(complain=True)

    def _take(self, *, complain: bool) -> None:
        text, before = self.raw, self.when
        reading = read_day(text, self._today()) if text else Reading()
        self.when, self.problem = reading.day, reading.sentence
        if reading.day is not None and (lack := self._lack(reading.day)):
            self.when, self.problem = None, lack.sentence
        self._show(reading, complain=complain)
        if self.when != before:
            self.post_message(self.Changed(self, self.when))

    def _show(self, reading: Reading, *, complain: bool) -> None:
        said = long_date(reading.day) if reading.day else "" if self.raw else self._empty
        remark = self._remark(reading.day) if reading.day and not self.problem else ""
        quiet = not complain and not reading.day and not reading.choices
        note = "" if quiet else self.problem or remark
        for name, text in ((".day-said", said), (".day-note", note)):
            line = self.query_one(name, PlainText)
            line.show(text)
            line.display = bool(text)
        self._choices = reading.choices
        options = self.query_one(ChoiceList)
        options.display = bool(reading.choices)
        options.set_items(
            Item(str(at), long_date(day), mark=Mark.UNPICKED) for at, day in enumerate(reading.choices)
        )

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._take(complain=False)

    @on(Input.Blurred)
    @on(Input.Submitted)
    def _left(self, event: Input.Blurred | Input.Submitted) -> None:
        event.stop()
        if self.raw != self._start or self.problem:
            self._take(complain=True)

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        field = self.query_one(LineField)
        field.value = long_date(self._choices[int(event.item.id)])
        field.focus()
