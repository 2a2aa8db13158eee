"""The step of the signals: what was seen at work, to tick, and what is for recognising only."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from coach.flows.propose import signal_advice
from coach.tui.screens.prepare_form import StepForm
from coach.tui.widgets.choice_list import Item, Mark
from coach.tui.widgets.grouped_list import Group, GroupedList
from coach.tui.widgets.plain_text import PlainText

_SERIOUS = "ernstig"
_RECOGNISE = "Dit zie je misschien ook. Vraag er niet naar en schrijf het niet op: het is niet jouw terrein."


class SignalsForm(StepForm):
    """Signals to tick, with the advice that follows from how many there are."""

    def compose(self) -> ComposeResult:
        """Yield the advice, the list, and what is only for recognising."""
        yield PlainText(id="advies", classes="form-top")
        yield GroupedList(self._groups(), opened=[group.id for group in self._groups()], id="signalen")
        yield PlainText("Alleen om te herkennen", classes="form-head")
        yield PlainText(_RECOGNISE, classes="form-word")
        for kind in self.library.signals:
            told = " ".join(tip.text for tip in kind.recognise_only)
            yield PlainText(f"{kind.title}. {told}", classes="form-word")

    def on_mount(self) -> None:
        """Say what to do."""
        self._advise()

    def start_field(self) -> Widget | None:
        """Begin with the list."""
        return self.query_one(GroupedList)

    def _groups(self) -> list[Group]:
        ticked = self.preparation.signals
        groups = []
        for kind in self.library.signals:
            items = tuple(
                Item(
                    signal.id,
                    signal.text,
                    _SERIOUS if signal.serious else "",
                    Mark.ON if signal.id in ticked else Mark.OFF,
                    inset=True,
                )
                for signal in kind.visible
            )
            count = sum(item.mark is Mark.ON for item in items)
            groups.append(Group(kind.id, kind.title, items, f"{count} gekozen" if count else ""))
        return groups

    def _advise(self) -> None:
        self.query_one("#advies", PlainText).show(signal_advice(self.library, self.preparation).text)

    @on(GroupedList.Chosen, "#signalen")
    def _ticked(self, event: GroupedList.Chosen) -> None:
        event.stop()
        before = self.preparation.signals
        name = event.item.id
        self.keep(
            self.preparation.with_signals(
                [signal for signal in before if signal != name] if name in before else [*before, name]
            )
        )
        self.query_one(GroupedList).set_groups(self._groups())
        self._advise()

    async def shown(self) -> None:
        """The facts may have changed how much was seen."""
        self._advise()
