"""The step of one's own pitfalls and beliefs, each with a plan for when it shows."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from coach.domain.knowledge import Pitfall
from coach.domain.preparation import MAX_PLANS, Plan
from coach.domain.text import one_line
from coach.tui.screens.prepare_form import StepForm
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.rows_editor import EditorRow, RowsEditor

MAX_OWN = 3
_TOO_MANY = f"Je hebt meer dan zes plannen. Op je blad komen de eerste {MAX_PLANS}. Haal er liever een weg."
_WRITE = "Schrijf hier zelf een plan bij"


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line of the list stands for: a pitfall, one of its plans (`plan`), or writing one's own (-1)."""

    pitfall: Pitfall
    plan: int | None = None


class PlanRow(EditorRow):
    """A plan in one's own words, als ... dan ..., for a known pitfall or for one's own."""

    def __init__(self, form: StepForm, plan: Plan | None = None, about: str = "") -> None:
        super().__init__()
        plan = plan or Plan("", "")
        self._about = about
        self.pitfall = plan.pitfall
        self._when = form.field("Als ...", value=plan.when, placeholder="hij stil blijft")
        self._then = form.field("dan ...", value=plan.then, placeholder='zeg ik: "Neem rustig de tijd."')
        self._own = form.field(
            "Mijn valkuil of gedachte (mag leeg blijven)",
            value=plan.own,
            placeholder="Bijvoorbeeld: ik ga grapjes maken",
        )

    def compose_fields(self) -> ComposeResult:
        """Yield both halves of the plan, and what it is for."""
        yield self._when
        yield self._then
        yield self._own

    def on_mount(self) -> None:
        """A plan for a known pitfall needs no name."""
        self._own.display = not self._about

    @property
    def plan(self) -> Plan:
        """The plan as it was typed."""
        own = "" if self._about else one_line(self._own.value)
        return Plan(one_line(self._when.value), one_line(self._then.value), self.pitfall, own)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not any(field.value.strip() for field in (self._when, self._then, self._own))

    @property
    def main_field(self) -> Widget:
        """The first half."""
        return self._when

    def about(self, pitfall: Pitfall) -> None:
        """Make it a plan for this pitfall."""
        self.pitfall, self._about = pitfall.id, pitfall.text
        self._own.display = False

    def entitle(self, title: str) -> None:
        """Name the pitfall as well."""
        super().entitle(f"{title} · bij: {self._about}" if self._about else title)

    @on(JudgedField.Changed)
    def _changed(self, event: JudgedField.Changed) -> None:
        event.stop()
        self.edited()


class PlansForm(StepForm):
    """Pitfalls to open one by one, with plans to tick below each, and room for plans of one's own."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self._picked, self._own = self._split()
        self._open: set[str] = {plan.pitfall for plan in self._picked}
        self._lines: dict[str, _Line] = {}

    def _split(self) -> tuple[list[Plan], list[Plan]]:
        """The plans that the coach proposes itself, and the others."""
        known = {
            Plan(plan.when, plan.then, pitfall.id)
            for pitfall in self.library.pitfalls
            for plan in pitfall.plans
        }
        plans = self.preparation.plans
        return [plan for plan in plans if plan in known], [plan for plan in plans if plan not in known]

    def compose(self) -> ComposeResult:
        """Yield the list, and the rows for one's own plans."""
        yield PlainText("Wat herken je? Kies een regel, dan zie je plannen die helpen.", classes="form-word")
        yield ChoiceList(self._items(beliefs=False), id="valkuilen")
        yield PlainText("Of denk je dit soms?", classes="form-head")
        yield ChoiceList(self._items(beliefs=True), id="overtuigingen")
        yield PlainText(_TOO_MANY, classes="form-held", id="te-veel")
        yield PlainText("Of schrijf zelf een plan", classes="form-head", id="eigen-kop")
        yield RowsEditor(
            [self._row(plan) for plan in self._own],
            self._row,
            maximum=max(MAX_OWN, len(self._own)),
            noun="Eigen plan",
            full="Je hebt genoeg eigen plannen. Kies er liever een paar die je echt onthoudt.",
            id="eigen",
        )

    def on_mount(self) -> None:
        """Say when there are too many plans."""
        self._count()

    def _row(self, plan: Plan | None = None) -> PlanRow:
        about = next((p.text for p in self.library.pitfalls if plan and p.id == plan.pitfall), "")
        return PlanRow(self, plan, about)

    def _items(self, *, beliefs: bool) -> list[Item]:
        items = []
        for pitfall in self.library.pitfalls:
            if pitfall.is_belief is not beliefs:
                continue
            chosen = sum(plan.pitfall == pitfall.id for plan in self._picked)
            opened = pitfall.id in self._open
            note = f"{chosen} gekozen" if chosen else ""
            head = f"p:{pitfall.id}"
            self._lines[head] = _Line(pitfall)
            items.append(Item(head, pitfall.text, note, Mark.OPENED if opened else Mark.CLOSED))
            if not opened:
                continue
            for number, plan in enumerate(pitfall.plans):
                name = f"n:{pitfall.id}:{number}"
                self._lines[name] = _Line(pitfall, number)
                on = Plan(plan.when, plan.then, pitfall.id) in self._picked
                text = f"Als {plan.when}, dan {plan.then}"
                items.append(Item(name, text, "", Mark.ON if on else Mark.OFF, inset=True))
            name = f"e:{pitfall.id}"
            self._lines[name] = _Line(pitfall, -1)
            items.append(Item(name, _WRITE, "", Mark.CLOSED, inset=True))
        return items

    @on(ChoiceList.Chosen, "#valkuilen")
    @on(ChoiceList.Chosen, "#overtuigingen")
    async def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        line = self._lines[event.item.id]
        if line.plan is None:
            self._open ^= {line.pitfall.id}
        elif line.plan < 0:
            self._write_own(line.pitfall)
            return
        else:
            offered = line.pitfall.plans[line.plan]
            plan = Plan(offered.when, offered.then, line.pitfall.id)
            self._picked = (
                [p for p in self._picked if p != plan] if plan in self._picked else [*self._picked, plan]
            )
            self._keep()
        event.source.set_items(self._items(beliefs=event.source.id == "overtuigingen"))

    def _own_rows(self) -> list[PlanRow]:
        return [row for row in self.query_one("#eigen", RowsEditor).rows if isinstance(row, PlanRow)]

    def _write_own(self, pitfall: Pitfall) -> None:
        """Go to the empty row, as a plan for this pitfall."""
        row = self._own_rows()[-1]
        if row.is_blank:
            row.about(pitfall)
            row.entitle("Eigen plan")
        row.main_field.focus()

    @on(RowsEditor.Changed)
    def _own_changed(self, event: RowsEditor.Changed) -> None:
        event.stop()
        self._own = [row.plan for row in self._own_rows() if not row.is_blank]
        self._keep()

    def _keep(self) -> None:
        self.keep(self.preparation.with_plans([*self._picked, *self._own]))
        self._count()

    def _count(self) -> None:
        self.query_one("#te-veel").display = len(self._picked) + len(self._own) > MAX_PLANS
