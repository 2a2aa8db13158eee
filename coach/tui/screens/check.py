"""The check screen: may I say this, or write it down."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll

from coach.domain.guard.labels import Role, Status
from coach.tui import bindings
from coach.tui.base import CoachScreen
from coach.tui.texts import STATUS_WORD
from coach.tui.widgets.choice import Choice
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText

_HELP = """
Typ een zin die je wilt zeggen, of iets wat je wilt opschrijven. Terwijl je typt zie je het oordeel,
waarom dat zo is, en een betere zin.

- **Goed**: dit kun je zo zeggen.
- **Voorzichtig**: je mag het vragen, de ander hoeft niet te antwoorden.
- **Liever niet**: het mag, maar het helpt je gesprek niet.
- **Verboden**: dit mag je als leidinggevende niet vragen of zeggen.
- **Mag** en **Mag niet**: voor wat je opschrijft.

Met F4 zet je de betere zin in het veld. Met nog een keer F4 krijg je je eigen zin terug.

Klopt het oordeel niet, bijvoorbeeld bij een project dat Depressie heet? Met F8 zet je het opzij, alleen voor
deze zin. Met nog een keer F8 haal je dat terug.

Is je medewerker ziek gemeld? Dan mag je minder vragen. Zet dat aan met F6.

coach herkent veel, maar niet alles. Jij kent het gesprek: blijf zelf nadenken.
"""

_LABEL = {Role.ZEGT: "Wat wil je zeggen of vragen?", Role.NOTITIE: "Wat wil je opschrijven?"}
_ROLE_WORD = {Role.ZEGT: "zeggen", Role.NOTITIE: "opschrijven"}
_EXAMPLES = (
    "Probeer bijvoorbeeld:\n"
    "  Ik zag dat je twee keer te laat was. Herken je dat?\n"
    "  Heb je een burn-out?\n"
    "  Je moet gewoon wat vaker nee zeggen."
)
_ASIDE = (
    "Vraag naar het werk",
    "Wat je ziet, wat het doet met het werk, waar het vastloopt en wat iemand nodig heeft.",
    "Niet naar de ziekte",
    "Welke klacht, waardoor, welke arts, welk medicijn. Ook niet als de ander erover begint.",
    "Schrijf gedrag op",
    "Wat je zag of hoorde op het werk, met de datum. Geen oordeel, geen gevoel, geen gezondheid.",
)


class CheckScreen(CoachScreen):
    """One field that is judged while typing; role and status decide how it is read."""

    CSS_PATH = "check.tcss"
    HEADING = "Zin toetsen"
    HELP = _HELP
    AUTO_FOCUS = "#sentence TextField"
    BINDINGS: ClassVar[list[BindingType]] = [bindings.ROLE, bindings.STATUS]

    def compose_body(self) -> ComposeResult:
        """Yield both switches, the field with its verdict, and what to ask beside it."""
        with Horizontal():
            with VerticalScroll(classes="main", can_focus=False):
                roles = [(role.value, word) for role, word in _ROLE_WORD.items()]
                yield Choice("Ik wil dit", roles, Role.ZEGT, id="role")
                statuses = [(status.value, word) for status, word in STATUS_WORD.items()]
                yield Choice("Mijn medewerker", statuses, Status.WERKT, id="status")
                yield JudgedField(_LABEL[Role.ZEGT], Role.ZEGT, lines=3, id="sentence")
                yield PlainText(_EXAMPLES, id="examples")
            with VerticalScroll(classes="rail", can_focus=False):
                for heading, text in zip(_ASIDE[::2], _ASIDE[1::2], strict=True):
                    yield PlainText(heading, classes="heading")
                    yield PlainText(text, classes="aside")

    def on_mount(self) -> None:
        """Start with the status of the preparation."""
        self._followed = self.coach.session.preparation.status
        self._take_status(self._followed)

    def on_screen_resume(self) -> None:
        """Follow the status of the preparation when it has changed meanwhile."""
        status = self.coach.session.preparation.status
        if self.is_mounted and status != self._followed:
            self._followed = status
            self._take_status(status)

    @on(Choice.Changed, "#role")
    def _role_changed(self, event: Choice.Changed) -> None:
        role = Role(event.value)
        field = self.query_one(JudgedField)
        field.label = _LABEL[role]
        field.role = role

    @on(Choice.Changed, "#status")
    def _status_changed(self, event: Choice.Changed) -> None:
        self._take_status(Status(event.value))

    def _take_status(self, status: Status) -> None:
        self.query_one("#status", Choice).value = status
        self.query_one(JudgedField).status = status

    @on(JudgedField.Changed)
    def _judged(self, event: JudgedField.Changed) -> None:
        self.query_one("#examples").display = not event.value.strip()

    def action_role(self) -> None:
        """Switch between saying and writing down."""
        self.query_one("#role", Choice).action_choose_next()

    def action_status(self) -> None:
        """Switch between an employee who works and one who is ill."""
        self.query_one("#status", Choice).action_choose_next()
