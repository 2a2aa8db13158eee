"""The last step: am I ready for it, and if not, what can I do."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button

from coach.domain.preparation import toggled
from coach.flows.propose import still_to_do
from coach.tui.screens.prepare_form import StepForm
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.plain_text import PlainText

_READY = "Je bent er klaar voor. Lees je openingszin nog één keer hardop."


class ReadyForm(StepForm):
    """Points to tick; what is not ticked gets something to do."""

    class Finished(Message):
        """The way to the sheet was chosen."""

    def compose(self) -> ComposeResult:
        """Yield the points, what is still to do, and the way to the sheet."""
        yield ChoiceList(self._items(), id="punten")
        yield Button("Naar je blad (F3)", id="naar-blad")
        yield PlainText(classes="form-head", id="nog-kop")
        yield PlainText(classes="form-word", id="nog-doen")

    def on_mount(self) -> None:
        """Say what is still to do."""
        self._tell()

    def start_field(self) -> Widget | None:
        """Begin with the points."""
        return self.query_one(ChoiceList)

    def _items(self) -> list[Item]:
        ready = self.preparation.ready
        return [
            Item(point.id, point.text, "", Mark.ON if point.id in ready else Mark.OFF)
            for point in self.library.ready_points
        ]

    def _tell(self) -> None:
        left = still_to_do(self.library, self.preparation)
        head, lines = _READY, []
        if left:
            head = self.library.not_ready[0].text
            lines = [point.otherwise for point in left]
            lines += [tip.text for tip in self.library.not_ready[1:]]
        self.query_one("#nog-kop", PlainText).show(head)
        self.query_one("#nog-doen", PlainText).show("\n".join(f"- {line}" for line in lines))

    @on(ChoiceList.Chosen, "#punten")
    def _ticked(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self.keep(replace(self.preparation, ready=toggled(self.preparation.ready, event.item.id)))
        event.source.set_items(self._items())
        self._tell()

    @on(Button.Pressed, "#naar-blad")
    def _finish(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Finished())
