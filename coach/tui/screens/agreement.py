"""One agreement: chosen by theme or in own words, then who does it, by when and until when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from coach.domain.agreement_rules import UNTIL_BEFORE_BY, Lack
from coach.domain.agreements import Agreement, Who, subjects_for
from coach.domain.guard.labels import Role, Status
from coach.domain.knowledge import Adjustment
from coach.domain.text import one_line
from coach.flows.agree import begun_from, offered, refused_note, subject_titles
from coach.tui import record_bindings
from coach.tui.screens.agree_forms import HELD, WHO
from coach.tui.screens.pushed import PushedScreen
from coach.tui.widgets.choice import Choice
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.day_field import DayField
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText

OWN = "eigen"
_HELP = """
Een afspraak kies je uit de lijst, of je schrijft hem zelf. Kies een thema met **Enter** of een klik.

- Zet de tekst in jullie eigen woorden. Alleen wat over het werk gaat, mag op papier.
- Een dag typ je zoals je hem zegt: *volgende week donderdag*, *over twee weken*, *12 december*.
- **F3** of **Esc**: terug naar alle afspraken. Wat goed is, staat er dan bij.
- **F4**: zet de betere zin in het veld.
"""


class AgreementScreen(PushedScreen):
    """A menu by theme for a new agreement, and the form of one agreement.

    `keep` is called with the agreement at every change, as long as its text may be written down and is not
    empty, and with None as soon as that is not so. `held` is a text that stayed in the field before.
    """

    CSS_PATH = "agree.tcss"
    HEADING = "Een afspraak"
    HELP = _HELP
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [record_bindings.BACK, record_bindings.DONE]

    def __init__(
        self,
        agreement: Agreement | None,
        status: Status,
        keep: Callable[[Agreement | None, str], None],
        held: str = "",
    ) -> None:
        """Make it for an agreement, or for a new one."""
        super().__init__()
        self._agreement = agreement
        self._status = status
        self._keep = keep
        self._held = held
        self._open: str | None = None
        self._choosing_subject = False

    def compose_body(self) -> ComposeResult:
        """Yield the menu, and room for the form."""
        with VerticalScroll(id="kiezen", classes="page", can_focus=False):
            yield PlainText("Wat kan er anders in het werk?", classes="question")
            yield ChoiceList(id="lijst")
        yield VerticalScroll(id="formulier", classes="page", can_focus=False)

    async def on_mount(self) -> None:
        """Begin with the menu, or with the form of an agreement that is there."""
        self._themes = offered(self.coach.library, self._status)
        if self._agreement is None and not self._held:
            self.query_one("#formulier").display = False
            self.query_one("#lijst", ChoiceList).set_items(self._menu())
            self.query_one("#lijst").focus()
        else:
            await self._fill_in(self._agreement or self._own())

    def _own(self) -> Agreement:
        return Agreement(subjects_for(self._status)[0], Who.SAMEN, "")

    def _menu(self) -> list[Item]:
        items = [Item(OWN, "Zelf iets opschrijven", mark=Mark.JUMP)]
        for theme in self._themes:
            opened = theme.id == self._open
            items.append(Item(theme.id, theme.title, mark=Mark.OPENED if opened else Mark.CLOSED))
            if opened:
                items += [Item(a.id, a.text, mark=Mark.JUMP, inset=True) for a in theme.adjustments]
        return items

    @on(ChoiceList.Chosen, "#lijst")
    async def _picked(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        if self._agreement is not None:
            return  # chosen twice, by two keys that came at once
        name = event.item.id
        if any(theme.id == name for theme in self._themes):
            self._open = None if self._open == name else name
            event.source.set_items(self._menu())
            event.source.see_cursor()
            return
        adjustments: dict[str, Adjustment] = {a.id: a for theme in self._themes for a in theme.adjustments}
        await self._fill_in(begun_from(adjustments[name]) if name in adjustments else self._own())

    async def _fill_in(self, agreement: Agreement) -> None:
        """Show the form of an agreement in the place of the menu."""
        self._agreement = agreement
        self.query_one("#kiezen").display = False
        form = self.query_one("#formulier", VerticalScroll)
        form.display = True
        today = self.coach.session.today
        await form.mount(
            JudgedField(
                "Wat spreken we af? Zet het in jullie eigen woorden.",
                Role.NOTITIE,
                value=self._held or agreement.what,
                placeholder="Bijvoorbeeld: de inkoop doet deze weken een collega",
                lines=2,
                status=self._status,
                calm=True,
                id="wat",
            ),
            PlainText(HELD, classes="held", id="wat-mag-niet"),
            PlainText("Wie doet het?", classes="question"),
            Choice("", WHO, agreement.who, id="wie"),
            DayField("Wanneer is het klaar?", today, value=agreement.by, empty="meteen", id="klaar"),
            DayField(
                "Tot wanneer geldt het?",
                today,
                value=agreement.until,
                empty="tot we iets anders afspreken",
                lack=self._until_lack,
                id="tot",
            ),
            DayField(
                "Wanneer kijken we hierop terug?",
                today,
                value=agreement.review_on,
                empty="bij de evaluatie",
                id="terugkijken",
            ),
            JudgedField(
                "Hoe kijken we terug?",
                Role.NOTITIE,
                value=agreement.review_how,
                placeholder="Bijvoorbeeld: samen, tien minuten",
                status=self._status,
                calm=True,
                id="hoe",
            ),
            PlainText("Wie begint daarover?", classes="question"),
            Choice("", WHO, agreement.lead, id="initiatief"),
            PlainText("Waar gaat het over?", classes="question"),
            ChoiceList(self._subjects(), id="onderwerp"),
        )
        self.query_one("#wat-mag-niet").display = False
        self.query_one("#wat", JudgedField).focus(scroll_visible=False)
        self._tell()

    def _until_lack(self, day: date) -> Lack | None:
        by = self.query_one("#klaar", DayField).when
        return Lack("tot", UNTIL_BEFORE_BY) if by and day < by else None

    def _subjects(self) -> list[Item]:
        """The chosen subject; all of them while one is being chosen."""
        assert self._agreement is not None
        chosen, titles = self._agreement.subject, subject_titles(self.coach.library)
        if not self._choosing_subject:
            return [Item(chosen.value, titles[chosen], "iets anders?", Mark.CLOSED)]
        return [
            Item(known.value, titles[known], mark=Mark.PICKED if known is chosen else Mark.UNPICKED)
            for known in subjects_for(self._status)
        ]

    @on(ChoiceList.Chosen, "#onderwerp")
    def _subject(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        assert self._agreement is not None
        if self._choosing_subject:
            chosen = next(k for k in subjects_for(self._status) if k.value == event.item.id)
            self._agreement = replace(self._agreement, subject=chosen)
        self._choosing_subject = not self._choosing_subject
        event.source.set_items(self._subjects())
        event.source.see_cursor()
        self._tell()

    @on(JudgedField.Changed)
    @on(DayField.Changed)
    @on(Choice.Changed)
    def _edited(self, event: JudgedField.Changed | DayField.Changed | Choice.Changed) -> None:
        event.stop()
        if isinstance(event, DayField.Changed) and event.field.id == "klaar":
            until = self.query_one("#tot", DayField)
            if until.raw:
                until.check()
        self._tell()

    def _refused(self, text: str) -> bool:
        return refused_note(self.coach.guard, text, self._status) is not None

    def _tell(self) -> None:
        """Read the form, and tell what of it may be kept."""
        assert self._agreement is not None
        typed = self.query_one("#wat", JudgedField).value
        how = self.query_one("#hoe", JudgedField).value
        refused = self._refused(typed)
        self.query_one("#wat-mag-niet").display = refused
        self._agreement = replace(
            self._agreement,
            what=one_line(typed),
            who=Who(self.query_one("#wie", Choice).value),
            by=self.query_one("#klaar", DayField).when,
            until=self.query_one("#tot", DayField).when,
            review_on=self.query_one("#terugkijken", DayField).when,
            review_how="" if self._refused(how) else one_line(how),
            lead=Who(self.query_one("#initiatief", Choice).value),
        )
        whole = bool(self._agreement.what) and not refused
        self._keep(self._agreement if whole else None, typed if refused else "")

    def action_done(self) -> None:
        """Go back to all agreements."""
        self.action_back()
