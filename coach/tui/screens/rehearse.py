"""Choosing whom to rehearse with, and how."""

from __future__ import annotations

import secrets
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.domain.errors import UsageError
from coach.domain.rehearsal.in_words import LEVEL, REAL_NAMES
from coach.domain.rehearsal.script import Scenario
from coach.flows.my_situation import my_situation, styles
from coach.flows.rehearse import Mode, fictional, start
from coach.library.load import MY_SITUATION
from coach.tui import rehearse_bindings
from coach.tui.base import CoachScreen
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.screens.rehearse_dialogs import TextDialog, card_text
from coach.tui.screens.rehearse_progress import NONE_YET, progress_text
from coach.tui.screens.rehearse_talk import TalkScreen
from coach.tui.texts import plain
from coach.tui.widgets.choice import Choice
from coach.tui.widgets.plain_text import PlainText

_HELP = """
Kies met wie je oefent. Met Enter of F3 begin je.

- **Niveau**: hoe snel iemand zich opent. *Eigen* is het niveau dat bij deze medewerker past.
- **Oefenen**: je krijgt af en toe een stille hint. **Generale**: geen hints, pas na afloop.
- **F5**: je voortgang, van deze keer en van wat je bewaarde.
- **Mijn situatie**: oefen je eigen gesprek. Coach gebruikt wat je voorbereidde, en jij kiest hoe je
  medewerker reageert.

De medewerker is nagespeeld. Hij wordt opener of stiller door wat jij zegt. Een vraag die niet mag, levert
nooit iets op. Noem geen echte namen: het is oefenen.
"""
_OWN_LEVEL = "eigen"
_MINE = "Mijn situatie"
_MINE_FROM = " · uit je voorbereiding"
_MINE_TOLD = "Je eigen gesprek, uit je voorbereiding. Kies hieronder hoe je medewerker reageert."


def _bold(text: str) -> Content:
    return plain(text).stylize("bold")


class RehearseScreen(CoachScreen):
    """The scenarios with their card, and the switches: level, hints, and the style of one's own situation."""

    CSS_PATH = "rehearse.tcss"
    HEADING = "Oefenen"
    HELP = _HELP
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [rehearse_bindings.BEGIN, rehearse_bindings.PROGRESS]

    def compose_body(self) -> ComposeResult:
        """Yield the list, the switches, and the card below or beside it."""
        with Horizontal():
            with VerticalScroll(classes="main", can_focus=False):
                yield OptionList(id="scenarios")
                levels = [(_OWN_LEVEL, "eigen"), *((str(level), word) for level, word in LEVEL.items())]
                yield Choice("Niveau", levels, _OWN_LEVEL, id="level")
                modes = [(mode.value, mode.value) for mode in Mode]
                yield Choice("Hints", modes, Mode.PRACTICE, id="mode")
                yield PlainText(id="progress", classes="muted")
            with VerticalScroll(classes="rail", can_focus=False):
                yield PlainText(id="card")
                yield OptionList(id="styles")

    def on_mount(self) -> None:
        """Show the scenarios; begin at once with the one that was asked for on the command line."""
        library = self.coach.library
        self._scenarios = [*(scenario.id for scenario in fictional(library)), MY_SITUATION]
        self._styles = styles(library)
        options = [Option(Content.assemble(*self._line(name))) for name in self._scenarios]
        self.query_one("#scenarios", OptionList).add_options(options)
        options = [
            Option(Content.assemble(_bold(voice.title), "\n  ", plain(voice.sound).stylize("dim")))
            for voice in self._styles
        ]
        self.query_one("#styles", OptionList).add_options(options)
        self.query_one("#scenarios", OptionList).highlighted = 0
        self.query_one("#styles", OptionList).highlighted = 0
        self._show_progress()
        wanted, self.coach.session.rehearse = self.coach.session.rehearse, ()
        self._seed: int | None = None
        if wanted and wanted[0] in self._scenarios:
            name, level, seed, style = wanted
            self.query_one("#scenarios", OptionList).highlighted = self._scenarios.index(name)
            self.query_one("#level", Choice).value = level
            self._seed = int(seed) if seed else None
            known = [voice.id for voice in self._styles]
            if style in known:
                self.query_one("#styles", OptionList).highlighted = known.index(style)
            self.call_after_refresh(self.action_begin)

    def on_screen_resume(self) -> None:
        """Show what was rehearsed meanwhile."""
        if self.is_mounted:
            self._show_progress()
            self._show_card()

    def _line(self, name: str) -> tuple[Content, Content]:
        if name == MY_SITUATION:
            return _bold(_MINE), plain(_MINE_FROM).stylize("dim")
        scenario = self.coach.library.scenarios[name]
        voice = self.coach.library.voices[scenario.voice].title.lower()
        told = f" · {scenario.role} · niveau {scenario.level} · {voice}"
        return _bold(scenario.name), plain(told).stylize("dim")

    @property
    def _chosen(self) -> str:
        return self._scenarios[self.query_one("#scenarios", OptionList).highlighted or 0]

    @on(OptionList.OptionHighlighted, "#scenarios")
    def _show_card(self) -> None:
        name = self._chosen
        mine = name == MY_SITUATION
        self.query_one("#styles").display = mine
        if mine:
            facts = self.coach.session.preparation.facts
            seen = (
                "\n".join(f"- {fact.what}" for fact in facts) or "Je hebt nog niets ingevuld: doe dat eerst."
            )
            self.query_one("#card", PlainText).show(f"{_MINE_TOLD}\n\n{seen}")
        else:
            scenario = self.coach.library.scenarios[name]
            card = Content.assemble(_bold(scenario.title), "\n", plain(card_text(scenario)))
            self.query_one("#card", PlainText).show(card)

    def _show_progress(self) -> None:
        told = progress_text(self.coach, short=not self.has_class("-breed")) or REAL_NAMES
        self.query_one("#progress", PlainText).show(told)

    def on_resize(self) -> None:
        """Show as much of the progress as there is room for."""
        self._show_progress()

    def action_progress(self) -> None:
        """Show how the rehearsals stand beside each other."""
        self.app.push_screen(TextDialog("Je voortgang", progress_text(self.coach) or NONE_YET))

    @on(OptionList.OptionSelected, "#scenarios")
    @on(OptionList.OptionSelected, "#styles")
    def action_begin(self) -> None:
        """Begin, after asking about a remark that points to danger where the scenario has one."""
        level = self.query_one("#level", Choice).value
        played = None if level == _OWN_LEVEL else int(level)
        try:
            scenario = self._scenario(played)
        except UsageError as error:
            self.coach.tell(str(error), careful=True)
            return
        if scenario.crisis is None:
            self._start(scenario, played, crisis=False)
            return

        def agreed(yes: bool | None) -> None:
            self._start(scenario, played, crisis=bool(yes))

        question = f"{scenario.crisis.question} Het is spannend en er volgt geen nabespreking."
        self.app.push_screen(ConfirmDialog(question, yes="Ja, dat wil ik oefenen", no="Nee, zonder"), agreed)

    def _scenario(self, level: int | None) -> Scenario:
        name = self._chosen
        if name != MY_SITUATION:
            return self.coach.library.scenarios[name]
        style = self._styles[self.query_one("#styles", OptionList).highlighted or 0]
        return my_situation(self.coach.library, self.coach.session.preparation, style.id, level or 2)

    def _start(self, scenario: Scenario, level: int | None, *, crisis: bool) -> None:
        seed = self._seed if self._seed is not None else secrets.randbits(32)
        uses = {} if self._seed is not None else self.coach.session.uses
        mode = Mode(self.query_one("#mode", Choice).value)
        rehearsal = start(
            self.coach.library, scenario, seed=seed, level=level, mode=mode, uses=uses, crisis=crisis
        )
        self.app.push_screen(TalkScreen(rehearsal))
