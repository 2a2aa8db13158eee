"""First step: does the employee work or is he ill, and do you say je or u."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.flows.prepare import SICK_NOTICE
from coach.tui.screens.prepare_form import StepForm
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.plain_text import PlainText

_STATUS = {Status.WERKT: "Mijn medewerker werkt", Status.ZIEK: "Mijn medewerker is ziek gemeld"}
_ADDRESS = {Address.JE: "Ik zeg je", Address.U: "Ik zeg u"}
_PRIVACY = (
    "Schrijf hier geen namen op. Coach bewaart niets, tenzij jij dat vraagt: met F8. Is je kluis dicht, "
    "dan is alles weg als je coach afsluit."
)


class StartForm(StepForm):
    """Two switches; what changes with them is said at once."""

    class Switched(Message):
        """Status or address was chosen; the screen brings the rest of the preparation in line."""

        def __init__(self, status: Status, address: Address) -> None:
            super().__init__()
            self.status = status
            self.address = address

    def compose(self) -> ComposeResult:
        """Yield both items and the notice for someone who is ill."""
        yield ChoiceList(self._statuses(), id="status")
        yield PlainText(SICK_NOTICE, id="ziek", classes="form-notice")
        yield PlainText("En hoe spreek je hem of haar aan?", classes="form-head")
        yield ChoiceList(self._addresses(), id="aanspreken")
        yield PlainText(_PRIVACY, classes="form-word form-foot")

    def on_mount(self) -> None:
        """Show the notice only where it belongs."""
        self.query_one("#ziek").display = self.preparation.status is Status.ZIEK

    def _statuses(self) -> list[Item]:
        at = self.preparation.status
        return [
            Item(s.value, text, mark=Mark.PICKED if s is at else Mark.UNPICKED) for s, text in _STATUS.items()
        ]

    def _addresses(self) -> list[Item]:
        at = self.preparation.address
        return [
            Item(a.value, text, mark=Mark.PICKED if a is at else Mark.UNPICKED)
            for a, text in _ADDRESS.items()
        ]

    @on(ChoiceList.Chosen, "#status")
    def _status(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self.post_message(self.Switched(Status(event.item.id), self.preparation.address))

    @on(ChoiceList.Chosen, "#aanspreken")
    def _address(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self.post_message(self.Switched(self.preparation.status, Address(event.item.id)))

    async def adapt(self) -> None:
        """Show what was chosen."""
        self.query_one("#status", ChoiceList).set_items(self._statuses())
        self.query_one("#aanspreken", ChoiceList).set_items(self._addresses())
        self.query_one("#ziek").display = self.preparation.status is Status.ZIEK
