"""What is told when the store opens: what is due, what may go, and a clock that went back."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.widgets import Button

from coach.domain.dates import long_date, short_date
from coach.domain.kept import Receipt, Summary
from coach.flows.keeper import Keeper
from coach.flows.look_after import AtStart, forget_offered, keep_longer, name_of, trust_clock
from coach.tui.dialogs.working import WorkingDialog
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.plain_text import PlainText

_MAY_GO = "Dit is lang genoeg bewaard. Kruis aan wat weg mag; de rest blijft nog een tijd staan."
MOST = 20
"""Lines about what is due that are shown; the list of the agreements has all of them."""
_MIGRATED = "Coach heeft je kluis bijgewerkt. Een reservekopie van ervoor blijft hoogstens 30 dagen staan."


class AtStartDialog(WorkingDialog[Receipt]):
    """Tells, and asks what may go; gives the receipt of what went. Escape asks again the next time."""

    HEADING = "Even kijken"
    AUTO_FOCUS = "ChoiceList, Button"

    def __init__(self, keeper: Keeper, told: AtStart) -> None:
        """Make it for what the store asks."""
        super().__init__()
        self._keeper = keeper
        self._told = told
        self._chosen: set[int] = set()

    def compose_body(self) -> ComposeResult:
        """Yield what is due, what is offered, and the buttons that fit."""
        today = self._keeper.today()
        yield PlainText(f"Vandaag is het {long_date(today)}.", classes="told")
        if self._told.migrated:
            yield PlainText(_MIGRATED, classes="told")
        if self._told.clock_was is not None:
            yield PlainText(_clock(self._told.clock_was), classes="told")
        if self._told.due:
            yield PlainText("Dit komt eraan", classes="label")
            with VerticalScroll(classes="lijst", can_focus=False):
                for summary, due in self._told.due[:MOST]:
                    late = " (was al)" if due.day < today else ""
                    yield PlainText(
                        f"{short_date(due.day)}{late}  {name_of(summary)}: {due.what}", classes="told"
                    )
                if (more := len(self._told.due) - MOST) > 0:
                    yield PlainText(f"En nog {more}: zie Afspraken.", classes="told")
        if self._told.offers:
            yield PlainText(_MAY_GO, classes="told label")
            with VerticalScroll(classes="lijst", can_focus=False):
                yield ChoiceList(self._items(), id="aanbod")
        yield PlainText(id="bericht")
        with HorizontalGroup(classes="buttons"):
            yield Button(
                "Later (Esc)" if self._told.offers or self._told.clock_was else "Sluiten (Esc)", id="terug"
            )
            if self._told.clock_was is not None:
                yield Button("De datum klopt", id="klopt")
            if self._told.offers:
                yield Button("Alles nog bewaren", id="doen", variant="primary")

    def _items(self) -> list[Item]:
        return [
            Item(
                str(summary.id),
                name_of(summary),
                f"van {short_date(summary.changed_on)}",
                Mark.ON if summary.id in self._chosen else Mark.OFF,
            )
            for summary in self._told.offers
        ]

    @on(ChoiceList.Chosen)
    def _toggle(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self._chosen ^= {int(event.item.id)}
        event.source.set_items(self._items())
        count = len(self._chosen)
        self.name_button(f"Wis {count}, bewaar de rest" if count else "Alles nog bewaren")

    @on(Button.Pressed, "#doen")
    def _go(self, event: Button.Pressed) -> None:
        event.stop()
        go = [summary for summary in self._told.offers if summary.id in self._chosen]
        stay = [summary for summary in self._told.offers if summary.id not in self._chosen]
        self.do(lambda: self._decide(go, stay), self._finished)

    def _decide(self, go: list[Summary], stay: list[Summary]) -> Receipt:
        keep_longer(self._keeper, stay)
        return forget_offered(self._keeper, go)

    def _finished(self, receipt: Receipt) -> None:
        self.answer(receipt)

    @on(Button.Pressed, "#klopt")
    def _trust(self, event: Button.Pressed) -> None:
        event.stop()
        self.do(lambda: trust_clock(self._keeper), lambda _: self._trusted())

    def _trusted(self) -> None:
        self.answer(None)


def _clock(was: date) -> str:
    return (
        f"De vorige keer was het al {long_date(was)}. Klopt de datum van deze computer? "
        "Tot dat duidelijk is, vraagt coach niet of er iets weg mag."
    )
