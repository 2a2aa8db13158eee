"""The step of the work itself: cards with what may give or cost energy, to think over beforehand."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from coach.domain.preparation import Energy
from coach.tui.screens.prepare_form import StepForm
from coach.tui.widgets.choice_list import Item, Mark
from coach.tui.widgets.grouped_list import Group, GroupedList
from coach.tui.widgets.plain_text import PlainText

_WORD = (
    "Spatie: geeft energie (+). Nog eens: kost energie (-). Nog eens: weer leeg. Dit is wat jij denkt. "
    "In het gesprek vraag je het, en zeg je het niet."
)
_NEXT = {None: Energy.GIVES, Energy.GIVES: Energy.COSTS, Energy.COSTS: None}
_MARKS = {None: Mark.OFF, Energy.GIVES: Mark.GIVES, Energy.COSTS: Mark.COSTS}
_WORDS = {None: "", Energy.GIVES: "geeft energie", Energy.COSTS: "kost energie"}


class FactorsForm(StepForm):
    """Three groups of cards; each card is laid aside as giving energy, costing energy, or not at all."""

    def compose(self) -> ComposeResult:
        """Yield how it works and the cards."""
        yield PlainText(_WORD, classes="form-word")
        groups = self._groups()
        opened = [group.id for group in groups if group.note.endswith("gekozen")] or [groups[0].id]
        yield GroupedList(groups, opened=opened, id="kaarten")

    def start_field(self) -> Widget | None:
        """Begin with the cards."""
        return self.query_one(GroupedList)

    def _groups(self) -> list[Group]:
        groups = []
        for group in self.library.factor_groups:
            items = []
            for factor in group.factors:
                energy = self.preparation.energy_of(factor.id)
                text = f"{factor.title}. {factor.question}"
                items.append(Item(factor.id, text, _WORDS[energy], _MARKS[energy], inset=True))
            count = sum(item.mark is not Mark.OFF for item in items)
            note = f"{count} gekozen" if count else f"{len(items)} kaarten"
            groups.append(Group(group.id, group.title, tuple(items), note))
        return groups

    @on(GroupedList.Chosen, "#kaarten")
    def _weighed(self, event: GroupedList.Chosen) -> None:
        event.stop()
        energy = _NEXT[self.preparation.energy_of(event.item.id)]
        self.keep(self.preparation.weigh(event.item.id, energy))
        self.query_one(GroupedList).set_groups(self._groups())
