"""A field for a date, as people write it; says at once which day it took it for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.message import Message
from textual.widgets import Input

from coach.domain.dates import DateNotUnderstood, long_date, parse_date
from coach.domain.dates_said import Reading, read_day
from coach.domain.text import one_line
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText

WEEK = timedelta(days=7)
_UNKNOWN = "Deze datum snap ik niet. Schrijf bijvoorbeeld 12-11, 12 november of gisteren."
_HINT, _HINT_AHEAD = "zoals 12-11, gisteren of maandag", "zoals vrijdag of over een week"


class DateField(VerticalGroup):
    """A label, a field of one line, and the day that was understood.

    `past` says where the day lies: behind, as it is written down, or ahead, as people say it. What is not
    understood stays in the field, with a sentence that says how a day may be written; `when` is then None.
    """

    DEFAULT_CSS = """
    DateField .field-label { width: auto; padding: 0 1; }
    DateField LineField { width: 16; height: 1; border: none; padding: 0 1; }
    DateField LineField:focus { border: none; background: $primary 20%; }
    DateField .date-said { width: 1fr; padding: 0 1; color: $text-muted; }
    DateField .date-note { width: 100%; padding: 0 1; color: $text-warning; }
    """

    class Changed(Message):
        """The date changed; `when` is None as long as there is no date."""

        def __init__(self, field: DateField, when: date | None) -> None:
            super().__init__()
            self.field = field
            self.when = when

        @property
        def control(self) -> DateField:
            """The field, so that `@on` can select by id."""
            return self.field

    class Submitted(Message):
        """Enter was pressed in the field."""

    def __init__(
        self,
        label: str,
        today: Callable[[], date],
        *,
        past: bool,
        value: date | None = None,
        empty: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._label = label
        self._today = today
        self._past = past
        self._empty = empty
        self._start = "" if value is None else f"{value.day}-{value.month}-{value.year}"
        self.when = value

    def compose(self) -> ComposeResult:
        with HorizontalGroup():
            yield PlainText(self._label, classes="field-label")
            yield LineField(self._start, placeholder="bv. 12-11" if self._past else "bv. vrijdag")
            yield PlainText(classes="date-said")
        yield PlainText(classes="date-note")

    def on_mount(self) -> None:
        # A day that was filled in before may lie in the past by now; it stays until it is changed.
        self._say(Reading(self.when), complain=False)

    @property
    def raw(self) -> str:
        """What stands in the field."""
        return self.query_one(LineField).value

    def clear(self) -> None:
        """Empty the field."""
        self.query_one(LineField).value = ""

    def _read(self) -> Reading:
        text = one_line(self.raw)
        if not text:
            return Reading()
        if not self._past:
            return read_day(text, self._today())
        try:
            return Reading(parse_date(text, self._today(), past=True))
        except DateNotUnderstood:
            return Reading(sentence=_UNKNOWN)

    def _say(self, reading: Reading, *, complain: bool) -> None:
        said, note = "" if self.raw.strip() else self._empty, ""
        if reading.day is not None:
            said, note = long_date(reading.day), self._remark(reading.day)
        elif complain or reading.choices:
            note = reading.sentence
            if reading.choices:
                note += f" Bijvoorbeeld {long_date(reading.choices[0])}."
        elif reading.sentence:
            said = _HINT if self._past else _HINT_AHEAD
        self.query_one(".date-said", PlainText).show(said)
        line = self.query_one(".date-note", PlainText)
        line.show(note)
        line.display = bool(note)

    def _remark(self, when: date) -> str:
        today = self._today()
        if self._past:
            return "Deze dag moet nog komen. Klopt dat?" if when > today else ""
        if when < today:
            return "Deze dag is al geweest. Klopt dat?"
        return "Dat is later dan over een week. Spreek elkaar liefst eerder." if when > today + WEEK else ""

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        reading, before = self._read(), self.when
        self.when = reading.day
        self._say(reading, complain=False)
        if self.when != before:
            self.post_message(self.Changed(self, self.when))

    @on(Input.Blurred)
    @on(Input.Submitted)
    def _left(self, event: Input.Blurred | Input.Submitted) -> None:
        event.stop()
        if self.when is None:
            self._say(self._read(), complain=True)
        if isinstance(event, Input.Submitted):
            self.post_message(self.Submitted())
