"""The pages of agreeing together: how to keep in touch, when to look again, and reading it all back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message

from coach.domain.agreement_rules import (
    Lack,
    evaluation_lack,
    first_check_lack,
    record_lacks,
    remark,
    usual_evaluation,
)
from coach.domain.agreements import FIRST_CHECK_WITHIN, Communication, Present, Record, Team, Who
from coach.domain.dates import long_date
from coach.domain.guard.labels import Role, Status
from coach.domain.text import one_line
from coach.flows.agree import TEAM_WORD, copy_of, refused_note
from coach.render.text import sheet_as_text
from coach.tui.base import CoachAppBase
from coach.tui.widgets.choice import Choice
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.day_field import DayField
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText

WHO = [(who.value, who.value) for who in Who]
HELD = "Zo hoort dit niet op papier. Wat je typte, blijft hier staan."
WHOLE = "Alles staat erin. Met F6 maken we een kopie. Met F3 zijn we klaar."
COPY_WIDTH = 62
MAX_LABEL = 60


class AgreePage(VerticalScroll, can_focus=False):
    """One page; `record` is what it starts from. What changes is told with `Edited`."""

    class Edited(Message):
        """The page has another record."""

        def __init__(self, page: AgreePage, record: Record) -> None:
            super().__init__()
            self.page = page
            self.record = record

    def __init__(self, record: Record, status: Status) -> None:
        """Make it."""
        super().__init__()
        self.record = record
        self.status = status

    @property
    def coach(self) -> CoachAppBase:
        """The app, as pages know it."""
        app = self.app
        assert isinstance(app, CoachAppBase)
        return app

    def take(self, record: Record) -> None:
        """Follow what another page made of the record."""
        self.record = record

    def keep(self, record: Record) -> None:
        """Tell that the record changed."""
        if record != self.record:
            self.record = record
            self.post_message(self.Edited(self, record))

    def written(self, field: JudgedField) -> str:
        """Return the text of a field on one line, "" when it may not be written down."""
        refused = refused_note(self.coach.guard, field.value, self.status)
        return one_line(field.value) if refused is None else ""


class ContactPage(AgreePage):
    """How the two keep in touch, what the team hears, and who was there."""

    def compose(self) -> ComposeResult:
        """Yield the fields."""
        told = self.record.communication
        yield JudgedField(
            "Hoe houden we contact?",
            Role.NOTITIE,
            value=told.between,
            placeholder="Bijvoorbeeld: elke maandag even bellen",
            status=self.status,
            calm=True,
            id="contact",
        )
        yield PlainText("Wat hoort het team? Jij als medewerker kiest.", classes="question")
        yield ChoiceList(self._teams(told.team), id="team")
        yield JudgedField(
            "In welke woorden?",
            Role.NOTITIE,
            value=told.words,
            placeholder="Bijvoorbeeld: Sam doet deze weken de planning",
            status=self.status,
            calm=True,
            id="woorden",
        )
        yield PlainText(HELD, classes="held")
        yield PlainText("Wie was er nog bij?", classes="question")
        yield ChoiceList(self._present(), id="aanwezig")

    def on_mount(self) -> None:
        """Ask for words only where there are some."""
        self._show_words()
        for line in self.query(".held"):
            line.display = False

    def _teams(self, chosen: Team) -> list[Item]:
        return [
            Item(team.value, word, mark=Mark.PICKED if team is chosen else Mark.UNPICKED)
            for team, word in TEAM_WORD.items()
        ]

    def _present(self) -> list[Item]:
        others = [role for role in Present if role not in (Present.MEDEWERKER, Present.LEIDINGGEVENDE)]
        return [
            Item(role.value, role.value, mark=Mark.ON if role in self.record.present else Mark.OFF)
            for role in others
        ]

    def _show_words(self) -> None:
        self.query_one("#woorden").display = self.record.communication.team is Team.WOORDEN

    @on(ChoiceList.Chosen, "#team")
    def _team(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        team = Team(event.item.id)
        event.source.set_items(self._teams(team))
        self.keep(replace(self.record, communication=replace(self.record.communication, team=team)))
        self._show_words()

    @on(ChoiceList.Chosen, "#aanwezig")
    def _came(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        role = Present(event.item.id)
        there = set(self.record.present) ^ {role}
        self.keep(self.record.with_present(there))
        event.source.set_items(self._present())

    @on(JudgedField.Changed)
    def _typed(self, event: JudgedField.Changed) -> None:
        event.stop()
        between = self.written(self.query_one("#contact", JudgedField))
        words = self.written(self.query_one("#woorden", JudgedField))
        told = Communication(between, self.record.communication.team, words)
        refused = any(
            refused_note(self.coach.guard, field.value, self.status) for field in self.query(JudgedField)
        )
        self.query_one(".held").display = refused
        self.keep(replace(self.record, communication=told))


class DatesPage(AgreePage):
    """The first look within a week, the fixed evaluation, and who takes the initiative."""

    def compose(self) -> ComposeResult:
        """Yield the fields."""
        record = self.record
        until = long_date(record.held_on + FIRST_CHECK_WITHIN)
        usual = long_date(usual_evaluation(record.held_on))
        yield DayField(
            f"Wanneer kijken we kort hoe het gaat? Uiterlijk {until}.",
            self.coach.session.today,
            value=record.first_check,
            example="dinsdag",
            lack=self._first_lack,
            remark=self._remark,
            id="eerste",
        )
        yield DayField(
            f"Op welke vaste dag kijken we terug? Bijvoorbeeld {usual}.",
            self.coach.session.today,
            value=record.evaluation,
            example="over zes weken",
            lack=self._evaluation_lack,
            remark=self._remark,
            id="evaluatie",
        )
        yield PlainText("Wie begint erover?", classes="question")
        yield Choice("", WHO, record.lead, id="wie-begint")

    def _first_lack(self, day: date) -> Lack | None:
        return first_check_lack(day, self.record.held_on)

    def _evaluation_lack(self, day: date) -> Lack | None:
        return evaluation_lack(day, self.record.first_check, self.record.held_on)

    def _remark(self, day: date) -> str:
        return remark(day, self.coach.session.today())

    @on(DayField.Changed, "#eerste")
    def _first(self, event: DayField.Changed) -> None:
        event.stop()
        self.keep(replace(self.record, first_check=event.when))
        later = self.query_one("#evaluatie", DayField)
        if later.raw:
            later.check()

    @on(DayField.Changed, "#evaluatie")
    def _evaluation(self, event: DayField.Changed) -> None:
        event.stop()
        self.keep(replace(self.record, evaluation=event.when))

    @on(Choice.Changed)
    def _lead(self, event: Choice.Changed) -> None:
        event.stop()
        self.keep(replace(self.record, lead=Who(event.value)))


class ReadPage(AgreePage):
    """Everything read back, with what is still missing above it."""

    def compose(self) -> ComposeResult:
        """Yield what is missing, and the agreements."""
        yield PlainText(id="mist")
        yield JudgedField(
            "Onder welke naam staat dit in de lijst? Geen naam van een persoon.",
            Role.NOTITIE,
            value=self.record.label,
            placeholder="Bijvoorbeeld: planning november",
            status=self.status,
            calm=True,
            id="naam",
        )
        yield PlainText(id="terug")

    def on_mount(self) -> None:
        """Show it."""
        self.take(self.record)

    def take(self, record: Record) -> None:
        """Show another record."""
        super().take(record)
        if not self.is_mounted:
            return
        sheet, refused = copy_of(self.coach.library, record)
        lines = [f"- {lack.sentence}" for lack in record_lacks(record)]
        lines += [f"- {left_out.sentence}" for left_out in refused]
        missing = self.query_one("#mist", PlainText)
        missing.show("\n".join(["Dit mist nog:", *lines]) if lines else WHOLE)
        self.query_one("#terug", PlainText).show(sheet_as_text(sheet, COPY_WIDTH).rstrip("\n"))

    @on(JudgedField.Changed, "#naam")
    def _named(self, event: JudgedField.Changed) -> None:
        event.stop()
        if refused_note(self.coach.guard, event.value, self.status) is None:
            self.keep(replace(self.record, label=one_line(event.value)[:MAX_LABEL]))
