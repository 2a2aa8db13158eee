"""The home screen: what do you want to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalGroup, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.domain.conversation import STATIONS, Station
from coach.domain.errors import CoachError
from coach.flows.prepare import progress, stations_of
from coach.flows.record_shelf import due_lines
from coach.tui import bindings
from coach.tui.base import CoachScreen
from coach.tui.texts import plain
from coach.tui.widgets.plain_text import PlainText

_HELP = """
Kies wat je wilt doen: met de pijlen en Enter, met het cijfer ervoor, of met een klik.

- **Voorbereiden**: je loopt stap voor stap door je gesprek. Alles mag leeg blijven.
- **Gespreksblad**: wat je voorbereidde, op een A4 om te printen. Er staat geen naam op.
- **Oefenen**: voer het gesprek met een nagespeelde medewerker, en kijk daarna terug.
- **Gesprek**: tijdens het gesprek staat er steeds een zin in beeld, groot en rustig.
- **Afspraken**: samen afspreken, later terugkijken, en een kopie voor je medewerker of je agenda.
- **Zin toetsen**: typ een zin en zie meteen of je die mag zeggen of opschrijven.
- **Naslag**: tips, vragen, signalen, checklists en lastige momenten.
- **Bewaard**: je voorbereidingen in je kluis. Je gaat ermee verder of wist ze.
- **Noodkaart**: wat je doet als iemand in gevaar is. Met F9 open je die overal.

coach stuurt niets naar buiten en bewaart niets, tenzij jij erom vraagt.
"""

_WELCOME = "Je maakt je zorgen om een medewerker en wilt erover praten. Wat wil je doen?"
_PROMISE = (
    "Niets verlaat deze computer. Niets wordt bewaard, tenzij jij erom vraagt. "
    "coach is een geheugensteun: geen juridisch advies en geen zorg."
)
_ROUTE = "Zo loopt je gesprek"
_ROUTE_END = "Rustig, in je eigen woorden. Jij praat over het werk; de ander bepaalt wat hij vertelt."


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the menu: `does` is a mode, or an action of the app."""

    does: str
    title: str
    told: str


_TWO_LINES_FROM, _TITLE_WIDTH = 30, 14
"""Lines of the terminal from which each choice has two of them; below that its title has this width."""
_MENU = (
    _Entry("prepare", "Voorbereiden", "Wat zag je, hoe begin je, wat vraag je?"),
    _Entry("sheet", "Gespreksblad", "Je voorbereiding op een A4: bekijken en bewaren."),
    _Entry("rehearse", "Oefenen", "Voer het gesprek met een nagespeelde medewerker."),
    _Entry("live", "Gesprek", "Tijdens het gesprek: steeds een zin in beeld."),
    _Entry("records", "Afspraken", "Samen afspreken, later terugkijken, een kopie maken."),
    _Entry("check", "Zin toetsen", "Mag je dit vragen, zeggen of opschrijven?"),
    _Entry("library", "Naslag", "Tips, vragen, signalen en lastige momenten."),
    _Entry("kept", "Bewaard", "Je kluis: verdergaan met een voorbereiding, of wissen."),
    _Entry("emergency", "Noodkaart", "Is iemand in gevaar? Dit doe je nu."),
    _Entry("quit", "Stoppen", "Sluit coach."),
)


class HomeScreen(CoachScreen):
    """Offers what there is; a preparation that was begun is named, with how far it is."""

    CSS_PATH = "home.tcss"
    HEADING = "Begin"
    HELP = _HELP
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.MENU_NUMBERS, bindings.HOME_BACK]

    def compose_body(self) -> ComposeResult:
        """Yield welcome, menu and promise, with the route of the conversation beside them."""
        with Horizontal():
            with VerticalScroll(classes="main", can_focus=False):
                yield PlainText(_WELCOME, classes="welcome")
                yield PlainText(id="nu", classes="welcome")
                yield OptionList(id="menu")
                yield PlainText(_PROMISE, classes="promise")
            with VerticalScroll(classes="rail", can_focus=False):
                yield PlainText(_ROUTE, classes="heading")
                with VerticalGroup():
                    for station in STATIONS:
                        yield PlainText(id=f"station-{station.number}", classes="station")
                yield PlainText(_ROUTE_END, classes="muted")

    def on_mount(self) -> None:
        """Show the menu."""
        self._show()

    def on_resize(self) -> None:
        """Choose the form of the menu that fits."""
        if self.is_mounted:
            self._show()

    def _show_due(self) -> None:
        """Show what is due, by day and label only."""
        session = self.coach.session
        try:
            lines = due_lines(session.shelf.entries(), session.today())
        except CoachError:
            lines = []  # the screen of the agreements says what is wrong
        now = self.query_one("#nu", PlainText)
        now.display = bool(lines)
        now.show("\n".join(["Afspraken om naar te kijken:", *lines]))

    def on_screen_resume(self) -> None:
        """Show how far the preparation is, whenever one comes back here."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        menu = self.query_one("#menu", OptionList)
        at = menu.highlighted or 0
        menu.clear_options()
        menu.add_options(Option(self._line(number, entry)) for number, entry in enumerate(_MENU, start=1))
        menu.highlighted = at
        self._show_due()
        for station, done, total in stations_of(self.coach.session.preparation):
            line = self.query_one(f"#station-{station.number}", PlainText)
            line.show(self._station(station, done, total))

    def _line(self, number: int, entry: _Entry) -> Content:
        title, told = entry.title, entry.told
        if entry.does == "prepare" and self._begun:
            title, told = "Verder met voorbereiden", self._how_far()
        live = self.coach.session.live
        if entry.does == "live" and live is not None and live.begun and live.ending is None:
            title, told = "Verder met je gesprek", "Je komt terug waar je was."
        if self.app.size.height < _TWO_LINES_FROM:
            return Content.assemble((f"{number % 10}  {title:<{_TITLE_WIDTH}}", "bold"), " ", (told, "dim"))
        return Content.assemble((f"{number % 10}  {title}", "bold"), "\n", (f"   {told}", "dim"))

    @property
    def _begun(self) -> bool:
        session = self.coach.session
        return not session.preparation.is_empty or bool(session.held)

    def _how_far(self) -> str:
        steps = progress(self.coach.session.preparation)
        filled, total = steps.of(steps.steps)
        return f"Klaar: {filled} van de {total} stappen."

    def _station(self, station: Station, done: int, total: int) -> Content:
        guides = [self.coach.library.part(part) for part in station.parts]
        mark = ""
        if self._begun:
            mark = " ✓ ingevuld" if done == total else f" {done} van {total}"
        return Content.assemble(
            (f"{station.number}  {station.title}", "bold"),
            (mark, "$text-success"),
            "\n",
            Content("\n").join(plain(guide.question) for guide in guides),
        )

    @on(OptionList.OptionSelected, "#menu")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_menu(event.option_index + 1)

    def action_menu(self, number: int) -> None:
        """Do what stands on line `number` of the menu."""
        does = _MENU[number - 1].does
        if does == "emergency":
            self.coach.action_emergency()
        elif does == "quit":
            self.coach.stop()
        else:
            self.coach.go(does)

    def action_back(self) -> None:
        """There is nothing behind the home screen; say how to stop."""
        self.coach.action_help_quit()
