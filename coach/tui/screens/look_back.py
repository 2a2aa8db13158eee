"""Looking back together: what worked, what did not, what changes, and when again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from coach.domain.agreement_rules import Lack, next_lack, remark
from coach.domain.agreements import LookBack, Record, to_come
from coach.domain.guard.labels import Role
from coach.domain.text import one_line
from coach.flows.agree import refused_note, said
from coach.tui import record_bindings
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.screens.agree_forms import HELD
from coach.tui.screens.pushed import PushedScreen
from coach.tui.widgets.day_field import DayField
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText

FIELDS = (("werkte", "Wat werkte?"), ("niet", "Wat werkte niet?"), ("verandert", "Wat verandert er?"))
STOP = "Stoppen jullie met deze afspraken? Dan gooit coach ze weg. Dat komt niet terug."
_HELP = """
Kijk samen terug op de afspraken. Praat over het werk. Ook als het beter gaat, is kijken nuttig.

- **F3**: bewaar dit en ga terug. Daarvoor is een dag nodig waarop jullie weer kijken.
- **F7**: stoppen. Dan worden de afspraken weggegooid.
- **Esc**: terug zonder iets te veranderen.
"""


class LookBackScreen(PushedScreen):
    """Three lines and the next date. `keep` gets the record with the look back, `stop` forgets it."""

    CSS_PATH = "agree.tcss"
    HEADING = "Samen terugkijken"
    HELP = _HELP
    AUTO_FOCUS = "#werkte TextField"
    BINDINGS: ClassVar[list[BindingType]] = [*record_bindings.LOOK_BACK_BINDINGS]

    def __init__(self, record: Record, keep: Callable[[Record], None], stop: Callable[[], None]) -> None:
        """Make it for a record."""
        super().__init__()
        self._record = record
        self._keep = keep
        self._stop = stop

    def compose_body(self) -> ComposeResult:
        """Yield the agreements, the three fields and the next date."""
        record = self._record
        lines = [f"{number}. {said(a)}" for number, a in enumerate(record.agreements, start=1)]
        today = self.coach.session.today
        planned = next((moment.day for moment in to_come(record) if moment.day > today()), None)
        with VerticalScroll(id="terug", can_focus=False):
            yield PlainText("\n".join(["Dit spraken we af:", *lines]) if lines else "", classes="question")
            for name, label in FIELDS:
                yield JudgedField(label, Role.NOTITIE, calm=True, id=name)
            yield PlainText(HELD, classes="held")
            yield DayField(
                "Wanneer kijken we weer?",
                today,
                value=planned,
                lack=lambda day: next_lack(day, today()),
                remark=lambda day: remark(day, today()),
                id="volgende",
            )

    def on_mount(self) -> None:
        """Nothing is held back yet."""
        self.query_one(".held").display = False
        page = self.query_one("#terug", VerticalScroll)
        self.call_after_refresh(page.scroll_home, animate=False)

    def _refused(self) -> bool:
        texts = [self.query_one(f"#{name}", JudgedField).value for name, _ in FIELDS]
        return any(refused_note(self.coach.guard, text) is not None for text in texts)

    @on(JudgedField.Changed)
    def _typed(self, event: JudgedField.Changed) -> None:
        event.stop()
        self.query_one(".held").display = self._refused()

    def _look_back(self, today: date, next_on: date) -> LookBack:
        worked, not_worked, change = (
            one_line(self.query_one(f"#{name}", JudgedField).value) for name, _ in FIELDS
        )
        return LookBack(today, worked, not_worked, change, next_on)

    def action_done(self) -> None:
        """Keep it and close; what may not be written down, or a date that is missing, is said."""
        if not self.is_active:
            return
        today = self.coach.session.today()
        day = self.query_one("#volgende", DayField)
        lack: Lack | None = next_lack(day.when, today)
        if self._refused():
            self.coach.tell(HELD, careful=True)
        elif lack is not None or day.when is None:
            self.coach.tell(day.problem or (lack.sentence if lack else ""), careful=True)
            day.query_one("LineField").focus()
        else:
            self._keep(self._record.looked_back(self._look_back(today, day.when)).revised())
            self.leave()

    def action_stop(self) -> None:
        """Ask whether they stop; then everything is forgotten."""

        def answered(sure: bool | None) -> None:
            if sure:
                self._stop()
                self.leave()

        self.app.push_screen(ConfirmDialog(STOP, yes="Weggooien", no="Terug"), answered)
