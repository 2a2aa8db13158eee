"""Preparing the talk, one step at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, HorizontalGroup, Vertical
from textual.widget import Widget

from coach.domain.conversation import station_of
from coach.domain.preparation import Preparation
from coach.domain.text import one_line
from coach.flows.fit import in_address
from coach.flows.prepare import StepKind, help_for, next_open, progress, route_of, step, steps_for
from coach.tui import bindings, step_bindings
from coach.tui.base import CoachScreen
from coach.tui.screens.keep_preparation import keep_preparation
from coach.tui.screens.prepare_factors import FactorsForm
from coach.tui.screens.prepare_facts import FactsForm
from coach.tui.screens.prepare_form import StepForm
from coach.tui.screens.prepare_goals import GoalsForm
from coach.tui.screens.prepare_opening import OpeningForm
from coach.tui.screens.prepare_place import PlaceForm
from coach.tui.screens.prepare_plans import PlansForm
from coach.tui.screens.prepare_questions import ClosingForm, QuestionsForm
from coach.tui.screens.prepare_ready import ReadyForm
from coach.tui.screens.prepare_signals import SignalsForm
from coach.tui.screens.prepare_start import StartForm
from coach.tui.screens.prepare_work import WorkForm
from coach.tui.session import Session
from coach.tui.texts import ADDRESS_WORD, STATUS_WORD
from coach.tui.widgets.choice_list import ChoiceList
from coach.tui.widgets.key_word import KeyWord
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.step_help import StepHelp
from coach.tui.widgets.step_rail import StepRail, Stop
from coach.tui.widgets.title_bar import TitleBar

FORMS: dict[StepKind, type[StepForm]] = {
    StepKind.START: StartForm,
    StepKind.SIGNALS: SignalsForm,
    StepKind.FACTS: FactsForm,
    StepKind.PLACE: PlaceForm,
    StepKind.WORK: WorkForm,
    StepKind.FACTORS: FactorsForm,
    StepKind.PLANS: PlansForm,
    StepKind.OPENING: OpeningForm,
    StepKind.QUESTIONS: QuestionsForm,
    StepKind.GOALS: GoalsForm,
    StepKind.CLOSING: ClosingForm,
    StepKind.READY: ReadyForm,
}
_ALL_FILLED = "Alles is ingevuld. Met F3 op de laatste stap zie je je blad."
_BACK = "terug naar je stap"
_HELP = """\
## Je gesprek voorbereiden

Je loopt stap voor stap langs wat je nodig hebt. Niets is verplicht: sla gerust over met **F3**.
Alles wat je typt, blijft staan, ook als je weggaat en terugkomt.

- **F2** en **F3**: naar de vorige of volgende stap. Na de laatste stap zie je je blad.
- **F4**: zet de betere zin in het veld. Nog een keer F4 geeft je eigen zin terug.
- **F8**: dit klopt niet. Zet het oordeel opzij, alleen voor deze ene zin.
- **F5**: naar de volgende stap waar nog iets leeg is.
- **F6**: tips bij deze stap. **F7**: alle stappen, om er een te kiezen.
- **Tab**: naar het volgende veld. In een lijst: **pijltjes**, en **spatie** om te kiezen.
- **F8**: bewaar je voorbereiding in je kluis, onder een eigen naam.
- **F9**: de noodkaart. **Esc**: terug naar het begin.

Onder een veld staat wat coach van je zin vindt, en waarom. Wat je niet mag opschrijven, blijft in het
veld staan en komt niet op je blad.
"""


class PrepareScreen(CoachScreen):
    """The steps: a rail, the form of the step one is at, and help beside it.

    Where there is no room beside the form (the rail below 100 columns, the help below 118) they take its
    place while they are open.
    """

    CSS_PATH = "prepare.tcss"
    HEADING = "Voorbereiden"
    HELP = _HELP
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-breed"), (118, "-ruim")]
    BINDINGS: ClassVar[list[BindingType]] = [bindings.PREVIOUS, bindings.NEXT, *step_bindings.STEP_BINDINGS]

    def __init__(self) -> None:
        """Start at the first step, until it is known where the preparation was left."""
        super().__init__()
        self.route = route_of(Preparation())
        self._forms: dict[str, StepForm] = {}
        self._edition = -1

    @property
    def session(self) -> Session:
        """What is filled in so far."""
        return self.coach.session

    def compose_body(self) -> ComposeResult:
        """Yield the line with where one is, and below it rail, form and help."""
        with HorizontalGroup(id="waar"):
            yield PlainText(id="stap-regel")
            yield KeyWord("F7", "stappen", "steps", id="woord-stappen")
            yield KeyWord("F6", "tips", "tips", id="woord-tips")
            yield KeyWord("F8", "bewaren", "keep", id="woord-bewaren")
        with Horizontal(id="midden"):
            yield StepRail(self._stops(), self.route.current, id="rail")
            with Vertical(id="stap"):
                yield PlainText(id="stap-vraag")
                yield Container(id="formulieren")
            yield StepHelp(id="hulp")

    async def on_mount(self) -> None:
        """Show the step at which the preparation was left."""
        await self._start_over()
        await self._go_where_wanted()

    async def _go_where_wanted(self) -> None:
        """Go to the step that another screen asked for."""
        wanted, self.session.wanted = self.session.wanted, ""
        if wanted in self.route.steps:
            await self.go_to(wanted)

    async def on_screen_resume(self) -> None:
        """Begin anew when another preparation was put in place meanwhile."""
        if not self.is_mounted:
            return
        if self._edition != self.session.edition:
            await self._start_over()
        await self._go_where_wanted()

    async def _start_over(self) -> None:
        self._edition = self.session.edition
        await self.query_one("#formulieren", Container).remove_children()
        self._forms.clear()
        self.route = route_of(self.session.preparation)
        await self.go_to(self.route.current)

    def _stops(self) -> list[Stop]:
        filled, held = progress(self.session.preparation).steps, self.session.held
        return [
            Stop(at.id, station_of(at.part).title, at.short, *filled[at.id], at.id in held)
            for at in steps_for(self.session.preparation.status)
        ]

    async def go_to(self, step_id: str) -> None:
        """Show the step with this id, with what was typed there before."""
        with self.app.batch_update():  # one picture, and not one for each part of a form that is made
            await self._show_step(step_id)

    async def _show_step(self, step_id: str) -> None:
        self.route = self.route.go(step_id)
        self.session.preparation = replace(self.session.preparation, at_step=step_id)
        self._close_panes()
        where = step(step_id)
        form = self._forms.get(step_id)
        if form is None:
            form = self._forms[step_id] = FORMS[where.kind](where, self.coach.library, self.session)
            await self.query_one("#formulieren", Container).mount(form)
        else:
            await form.shown()
        for other in self._forms.values():
            other.display = other is form
        self.query_one("#stap-vraag", PlainText).show(where.ask)
        self._show_progress()
        self._show_help()
        self._focus_form()
        self.refresh_bindings()

    def _focus_form(self) -> None:
        field = self._forms[self.route.current].to_focus()
        if field is not None:
            field.focus()

    def _show_progress(self) -> None:
        where = step(self.route.current)
        line = f"Stap {self.route.at + 1} van {len(self.route.steps)} · {where.title}"
        self.query_one("#stap-regel", PlainText).show(line)
        self.query_one(StepRail).show(self._stops(), self.route.current)
        said = self.session.preparation
        note = f"{STATUS_WORD[said.status]} · je zegt {ADDRESS_WORD[said.address]}"
        bar = self.query_one(TitleBar)
        bar.show_note(note)
        bar.show_heading(f"{self.HEADING} · {one_line(said.label)}" if said.label else self.HEADING)

    def _show_help(self) -> None:
        helping = help_for(self.coach.library, step(self.route.current), self.session.preparation.status)
        self.query_one(StepHelp).show(helping.guide.purpose, helping.tips, helping.avoid, helping.mnemonics)

    @on(StepForm.Edited)
    def _edited(self, event: StepForm.Edited) -> None:
        event.stop()
        self.coach.keeping.touched()
        self._show_progress()

    @on(StartForm.Switched)
    async def _switched(self, event: StartForm.Switched) -> None:
        event.stop()
        changed = replace(self.session.preparation, status=event.status)
        self.session.preparation = in_address(self.coach.library, changed, event.address)
        self.route = route_of(self.session.preparation)
        self.coach.keeping.touched()
        for form in self._forms.values():
            await form.adapt()
        self._show_progress()
        self._show_help()

    async def action_next_step(self) -> None:
        """Go on; after the last step comes the sheet."""
        if self.route.is_last:
            self.coach.go("sheet")
        else:
            await self.go_to(self.route.forward().current)

    async def action_previous_step(self) -> None:
        """Go back one step; on the first one there is nothing to go back to."""
        await self.go_to(self.route.back().current)

    async def action_first_empty(self) -> None:
        """Go to the next step in which something is still empty, from here on and then from the start."""
        name = next_open(self.session.preparation, self.route.current)
        if name is None:
            self.coach.tell(_ALL_FILLED)
        else:
            await self.go_to(name)

    async def action_step_number(self, number: int) -> None:
        """Go to the step with this number."""
        if number <= len(self.route.steps):
            await self.go_to(self.route.steps[number - 1])

    @on(StepRail.Picked)
    async def _picked(self, event: StepRail.Picked) -> None:
        event.stop()
        await self.go_to(event.step)

    @on(ReadyForm.Finished)
    def _finished(self) -> None:
        self.coach.go("sheet")

    def action_keep(self) -> None:
        """Keep the preparation in the store, under a label."""
        keep_preparation(self.coach, self._show_progress)

    def action_tips(self) -> None:
        """Read the tips, or go back to the form."""
        self._toggle_pane("-tips", self.query_one(StepHelp))

    def action_steps(self) -> None:
        """Choose a step from all of them, or go back to the form."""
        self._toggle_pane("-stappen", self.query_one(StepRail))

    def _toggle_pane(self, name: str, pane: Widget) -> None:
        opened = not self.has_class(name)
        self._close_panes()
        if opened:
            self.add_class(name)
            self.query_one(f"#woord{name}", KeyWord).rename(_BACK)
            self.call_after_refresh(pane.focus)
        else:
            self._focus_form()

    def _close_panes(self) -> None:
        self.remove_class("-tips", "-stappen")
        for word in ("tips", "stappen"):
            self.query_one(f"#woord-{word}", KeyWord).rename(word)

    def action_back(self) -> None:
        """Close what is open over the form, else go to the home screen."""
        if self.has_class("-tips") or self.has_class("-stappen"):
            self._close_panes()
            self._focus_form()
        else:
            super().action_back()

    def scroll_to_center(self, widget: Widget, *args: Any, **kwargs: Any) -> None:
        """Bring what gets the focus into view; of a list, which may be longer than the screen, the cursor."""
        if isinstance(widget, ChoiceList):
            widget.see_cursor()
        else:
            super().scroll_to_center(widget, *args, **kwargs)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey the way back where there is none."""
        return None if action == "previous_step" and self.route.is_first else True
