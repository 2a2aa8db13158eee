"""The talk with the simulated employee: what is said, where one is, and a quiet word now and then."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from coach.domain.conversation import STATIONS, station_of
from coach.domain.errors import UsageError
from coach.domain.rehearsal.debrief import Debrief
from coach.domain.rehearsal.in_words import RUNG
from coach.domain.rehearsal.progress import Rehearsed, rehearsed
from coach.domain.values import replace
from coach.flows.rehearse import (
    FADE_AFTER,
    Mode,
    Rehearsal,
    go_to,
    hint,
    look_back,
    picks,
    rewind,
    say,
    used_after,
)
from coach.tui import rehearse_bindings
from coach.tui.base import CoachScreen
from coach.tui.screens.rehearse_debrief import DebriefScreen
from coach.tui.screens.rehearse_dialogs import ListDialog, TextDialog, card_text
from coach.tui.screens.rehearse_progress import all_rehearsed
from coach.tui.screens.rehearse_turn import SILENCE, shown_turn
from coach.tui.widgets.choice_list import Item, Mark
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.text_field import TextField

_HELP = """
Typ wat je zegt en druk op Enter. Alleen Enter is een stilte.

- **F2** (of t, als je niet in het veld typt): ga terug naar een beurt en zeg het anders. Elk moment kun je
  drie keer proberen. Wat je eerst zei, blijft bewaard.
- **F3**: zinnen die je hier kunt zeggen. Ze zijn niet allemaal even goed.
- **F5**: de kaart met wat je vooraf weet.
- **F6**: wissel tussen je pogingen.
- **F8**: stop en kijk terug.

Met Esc ga je even weg. Je gesprek staat er nog als je terugkomt.
Is er echt iemand in gevaar? F9 opent de noodkaart.
"""
_FIRST = "Jij begint. Typ wat je zegt, en druk op Enter."
_OVER = "{name} stopt het gesprek hier. Met F2 ga je terug, met F8 kijk je terug op het gesprek."
_PAUSED = "Het oefenen staat stil. Was dit echt? Doe wat op de noodkaart staat (F9). Oefen je, ga dan verder."
_CRISIS = "Hier stopt het oefenen: er komt geen nabespreking. Met F8 ga je terug naar de keuze."
_WAITING = "{name} denkt even na."
_NOTHING_SAID = "Er is nog niets gezegd. Typ eerst iets."


class TalkScreen(CoachScreen):
    """Transcript, station and field; the rehearsal itself is a value that each turn replaces."""

    CSS_PATH = "rehearse_talk.tcss"
    HEADING = "Oefenen"
    HELP = _HELP
    AUTO_FOCUS = "TextField"
    BINDINGS: ClassVar[list[BindingType]] = [*rehearse_bindings.TALK_BINDINGS]

    def __init__(self, rehearsal: Rehearsal) -> None:
        """Make it for a rehearsal that was begun."""
        super().__init__()
        self.rehearsal = rehearsal
        self._counted: Rehearsed | None = None
        self._kept: Rehearsed | None = None

    def compose_body(self) -> ComposeResult:
        """Yield where one is, what was said, a hint, and the field, with the card beside it."""
        with Horizontal():
            with VerticalScroll(classes="rail", can_focus=False):
                yield PlainText(card_text(self.rehearsal.cast.scenario))
            with VerticalScroll(id="talk", can_focus=True):
                yield PlainText(id="first")
        yield PlainText(id="station")
        yield PlainText(id="hint")
        yield TextField(placeholder="Wat zeg je? (alleen Enter: stilte)", lines=1, id="line")

    async def on_mount(self) -> None:
        """Show what there is; a beginner sees that there are lines to pick."""
        await self._show_all()
        if self.rehearsal.mode is Mode.PRACTICE and len(all_rehearsed(self.coach)) < FADE_AFTER:
            self._tell("Weet je niet hoe je begint? Met F3 kies je een zin.")

    def on_resize(self) -> None:
        """Show the card where there is room for it."""
        self._show_first()

    def _show_first(self) -> None:
        # Beside the talk of a wide screen the card stands already.
        first, rehearsal = self.query_one("#first", PlainText), self.rehearsal
        first.display = not rehearsal.talk.at
        card = "" if self.has_class("-breed") else f"{card_text(rehearsal.cast.scenario)}\n\n"
        first.show(f"{card}{_FIRST}")

    @property
    def _employee(self) -> str:
        return self.rehearsal.cast.scenario.name

    @on(TextField.Submitted)
    async def _said(self, event: TextField.Submitted) -> None:
        event.stop()
        await self._say(event.field.text)

    async def _say(self, text: str, *, picked: bool = False) -> None:
        before, rephrase = self.rehearsal, self.coach.session.rephrase
        if rephrase is None:
            await self._answered(lambda: say(self.coach.guard, before, text, picked=picked))
            return

        def ask() -> Rehearsal:
            return say(self.coach.guard, before, text, picked=picked, rephrase=rephrase)

        # A model may take seconds: it is asked beside the screen, so that every key still works.
        self.query_one("#line", TextField).disabled = True
        self._tell(_WAITING.format(name=self._employee))
        self.run_worker(self._asked(ask), group="say", exclusive=True)

    async def _asked(self, ask: Callable[[], Rehearsal]) -> None:
        before = self.rehearsal
        try:
            after = await to_thread(ask)
        except UsageError as error:
            self._tell(str(error))
        else:
            if self.rehearsal is before:
                await self._answered(lambda: after)
        field = self.query_one("#line", TextField)
        field.disabled = False
        field.focus()

    async def _answered(self, take: Callable[[], Rehearsal]) -> None:
        try:
            self.rehearsal = take()
        except UsageError as error:
            self._tell(str(error))
            return
        self.query_one("#line", TextField).load_text("")
        turn = self.rehearsal.talk.turns[-1]
        await self.query_one("#talk").mount(shown_turn(turn, self._employee))
        self._show_state()
        self.call_after_refresh(self.query_one("#talk", VerticalScroll).scroll_end, animate=False)
        if self.rehearsal.alarmed:
            self.coach.action_emergency()

    async def _show_all(self) -> None:
        talk = self.query_one("#talk", VerticalScroll)
        await talk.query(".turn").remove()
        await talk.mount_all([shown_turn(turn, self._employee) for turn in self.rehearsal.talk.turns])
        self._show_state()
        self.call_after_refresh(talk.scroll_end, animate=False)

    def _show_state(self) -> None:
        rehearsal, talk = self.rehearsal, self.rehearsal.talk
        self._show_first()
        here = station_of(rehearsal.part).number
        stations = [
            (f" {station.number} {station.title} ", "bold reverse" if station.number == here else "dim")
            for station in STATIONS[1:]
        ]
        tries = f" · poging {talk.on + 1} van {len(talk.branches)}" if len(talk.branches) > 1 else ""
        told = f" · {rehearsal.mode.value}{tries}"
        self.query_one("#station", PlainText).show(Content.assemble(*stations, (told, "dim")))
        self._tell(self._word())

    def _word(self) -> str:
        rehearsal = self.rehearsal
        if rehearsal.talk.in_danger:
            return _CRISIS
        if rehearsal.alarmed:
            return _PAUSED
        if rehearsal.talk.state.ended:
            return _OVER.format(name=self._employee)
        word = hint(self.coach.library, rehearsal)
        if word is None:
            return ""
        return f"{word.text} Kies liever: “{word.better}”" if word.better else word.text

    def _tell(self, text: str) -> None:
        line = self.query_one("#hint", PlainText)
        line.display = bool(text)
        line.show(text)

    def action_rewind(self) -> None:
        """Ask which turn is to be said differently, and go back to just before it."""
        turns = self.rehearsal.talk.turns
        items = [
            Item(str(turn.number), turn.text or SILENCE, f"beurt {turn.number}", Mark.JUMP) for turn in turns
        ]
        note = "Wat je eerst zei, blijft bewaard. Elk moment kun je drie keer proberen."
        self.app.push_screen(
            ListDialog("Naar welke beurt ga je terug?", reversed(items), note), self._rewound
        )

    async def _rewound(self, turn: str | None) -> None:
        if turn is not None:
            await self.back_to(int(turn))

    async def back_to(self, turn: int) -> None:
        """Stand just before a turn, with what was said there in the field, to change it."""
        try:
            self.rehearsal = rewind(self.rehearsal, turn)
        except UsageError as error:
            self._tell(str(error))
            return
        await self._show_all()
        left = self.rehearsal.talk.tries_left()
        self._tell(f"Je staat weer voor beurt {turn}. Nog {left} keer anders te proberen.")
        self.query_one("#line", TextField).focus()

    def action_pick(self) -> None:
        """Offer lines that could be said here."""
        lines = picks(self.rehearsal)
        items = [Item(str(at), line, mark=Mark.JUMP) for at, line in enumerate(lines)]

        async def picked(at: str | None) -> None:
            if at is not None:
                await self._say(lines[int(at)], picked=True)

        note = "Niet elke zin is even goed. Wat je kiest, telt apart van wat je zelf typt."
        self.app.push_screen(ListDialog("Wat zeg je?", items, note), picked)

    def action_card(self) -> None:
        """Show the card."""
        scenario = self.rehearsal.cast.scenario
        self.app.push_screen(TextDialog(scenario.title, card_text(scenario)))

    def action_tries(self) -> None:
        """Offer every way the talk went, to go on with one of them."""
        talk = self.rehearsal.talk
        items = [
            Item(
                str(branch.id),
                ("De eerste keer" if not branch.id else f"Anders vanaf beurt {branch.shared + 1}")
                + f": je medewerker {RUNG[branch.rung]}",
                f"vertrouwen {round(branch.trust)}",
                Mark.PICKED if branch.id == talk.on else Mark.UNPICKED,
            )
            for branch in talk.branches
        ]

        async def chosen(branch: str | None) -> None:
            if branch is not None:
                self.rehearsal = go_to(self.rehearsal, int(branch))
                await self._show_all()

        self.app.push_screen(ListDialog("Je pogingen", items), chosen)

    def action_finish(self) -> None:
        """Look back on the talk; without anything to look back on, say so."""
        if self.rehearsal.talk.in_danger:
            self.dismiss()
            return
        result = look_back(self.coach.library, self.rehearsal)
        if result is None:
            self._tell(_NOTHING_SAID)
            return
        self._remember(result)
        looking = DebriefScreen(self.rehearsal, result, self._kept)

        async def looked_back(_: None) -> None:
            self.rehearsal = replace(self.rehearsal, contested=looking.rehearsal.contested)
            self._kept = looking.kept
            if looking.another:
                self.dismiss()
            elif looking.wanted:
                self.rehearsal = go_to(self.rehearsal, 0)
                await self.back_to(looking.wanted)

        self.app.push_screen(looking, looked_back)

    def _remember(self, result: Debrief) -> None:
        """Keep the counts for as long as the app runs; a talk counts once, however often one looks back."""
        session = self.coach.session
        session.uses = used_after(self.rehearsal)
        counts = rehearsed(self.rehearsal.cast, result)
        if self._counted is not None and self._counted in session.rehearsed:
            session.rehearsed.remove(self._counted)
        self._counted = counts
        session.rehearsed.append(counts)

    def action_back(self) -> None:
        """Go away for a while; when nothing was said yet, back to the choice."""
        if not self.rehearsal.talk.branches[0].turns:
            self.dismiss()
            return
        self.coach.go("home")
