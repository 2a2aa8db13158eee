"""Agreeing together, on a screen that is turned to the employee: one page at a time, large and quiet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content

from coach.domain.agreement_rules import record_lacks
from coach.domain.agreements import MAX_AGREEMENTS, Agreement, Record
from coach.domain.conversation import Route
from coach.domain.guard.labels import Status
from coach.flows.agree import SICK_NOTICE, said
from coach.tui import record_bindings
from coach.tui.screens.agree_forms import AgreePage, ContactPage, DatesPage, ReadPage
from coach.tui.screens.agreement import AgreementScreen
from coach.tui.screens.pushed import PushedScreen
from coach.tui.screens.record_files import export_dialog
from coach.tui.texts import plain
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.plain_text import PlainText

PAGES = ("afspraken", "contact", "datums", "klopt")
QUESTIONS = {
    "afspraken": "Wat spreken we af?",
    "contact": "Contact, en wat het team hoort",
    "datums": "Wanneer kijken we weer?",
    "klopt": "Klopt het zo?",
}
NEW, NONE = "nieuw", "geen"
PAGE_OF = {"team": PAGES[1], "eerste": PAGES[2], "evaluatie": PAGES[2]}
"""Where what is missing is asked, by the field of a lack; the others are on the first page."""
LATER = "Liever later? Met Esc ga je weg, en blijft staan wat er staat."
FULL = f"Er staan {MAX_AGREEMENTS} afspraken. Haal er eerst een weg met F7."
_HELP = """
## Samen afspraken maken

Draai het scherm, zodat jullie het allebei zien. Er staat alleen op wat jullie over het werk afspreken.

- **F3** en **F2**: naar de volgende of vorige bladzijde. Alles blijft staan.
- **Enter**: een afspraak maken of veranderen. **F7**: een afspraak weghalen of terugzetten.
- Spreken jullie nu niets af? Kies dan **Geen afspraak**.
- **F6**: een kopie op papier, een moment in je agenda, of een bestand om later verder te gaan.
- **Esc**: terug. Wat er staat, blijft staan zolang coach draait.
"""


class AgreementsPage(AgreePage):
    """The agreements so far, each in one line, with a way to a new one and the explicit "geen afspraak"."""

    held: dict[int, str]

    def compose(self) -> ComposeResult:
        """Yield the list."""
        if self.status is Status.ZIEK:
            yield PlainText(SICK_NOTICE, classes="notice")
        yield ChoiceList(self._items(), id="afspraken")

    def __init__(self, record: Record, status: Status, held: dict[int, str]) -> None:
        """Make it; `held` are texts that stayed in their form, by the id of the agreement."""
        super().__init__(record, status)
        self.held = held

    def _items(self) -> list[Item]:
        known = {agreement.id: agreement for agreement in self.record.agreements}
        items = [Item(str(key), said(agreement), mark=Mark.ON) for key, agreement in known.items()]
        items += [
            # Not the text itself: the other one looks at this screen.
            Item(str(key), "Een afspraak die nog anders moet", "hoort zo niet op papier", Mark.PARKED)
            for key in self.held
            if key not in known
        ]
        more = "Nog een afspraak" if items else "Een afspraak maken"
        items.append(Item(NEW, more, mark=Mark.JUMP))
        if not self.record.agreements:
            chosen = Mark.PICKED if self.record.none_made else Mark.UNPICKED
            items.append(Item(NONE, "Geen afspraak: we spreken nu niets af", mark=chosen))
        return items

    def take(self, record: Record) -> None:
        """Show another record."""
        super().take(record)
        if self.is_mounted:
            self.query_one(ChoiceList).set_items(self._items())


class AgreeScreen(PushedScreen):
    """Four pages: the agreements, keeping in touch, the dates, and reading it back.

    Pushed by whoever wants agreements. `keep` is called with the record at every change, so that nothing is
    lost however it ends; the record of the start is not told. Escape, and F3 on the last page, close it.
    """

    CSS_PATH = "agree.tcss"
    HEADING = "Samen afspreken"
    HELP = _HELP
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*record_bindings.AGREE_BINDINGS]

    def __init__(self, record: Record, status: Status, keep: Callable[[Record], None]) -> None:
        """Make it with the record to start from."""
        super().__init__()
        self.record = record
        self._status = status
        self._keep = keep
        self._route = Route(PAGES)
        self._held: dict[int, str] = {}
        self._removed: Agreement | None = None

    def compose_body(self) -> ComposeResult:
        """Yield the question of the page, and the pages."""
        yield PlainText(id="vraag")
        with Container(id="bladen"):
            yield AgreementsPage(self.record, self._status, self._held)
            yield ContactPage(self.record, self._status)
            yield DatesPage(self.record, self._status)
            yield ReadPage(self.record, self._status)

    def on_mount(self) -> None:
        """Begin on the first page."""
        self._show()

    @property
    def _pages(self) -> list[AgreePage]:
        return list(self.query(AgreePage))

    def _show(self) -> None:
        number = self._route.at + 1
        question = Content.assemble(
            (f"{number} van {len(PAGES)}", "dim"),
            "\n\n",
            plain(QUESTIONS[self._route.current]).stylize("bold"),
        )
        self.query_one("#vraag", PlainText).show(question)
        for at, page in enumerate(self._pages):
            page.display = at == self._route.at
        page = self._pages[self._route.at]
        page.take(self.record)
        first = next((widget for widget in page.query("*") if widget.focusable), None)
        if first is not None:
            first.focus()
        self.refresh_bindings()

    def _take(self, record: Record) -> None:
        if record != self.record:
            self.record = record
            self._keep(record)

    @on(AgreePage.Edited)
    def _edited(self, event: AgreePage.Edited) -> None:
        event.stop()
        self._take(event.record)

    @on(ChoiceList.Chosen, "#afspraken")
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        if event.item.id == NONE:
            none_made = not self.record.none_made
            self._take(replace(self.record, none_made=none_made))
            self._pages[0].take(self.record)
        elif event.item.id == NEW:
            if len(self.record.agreements) >= MAX_AGREEMENTS:
                self.coach.tell(FULL)
            else:
                self._open(None)
        else:
            key = int(event.item.id)
            self._open(next((a for a in self.record.agreements if a.id == key), None), key)

    def _open(self, agreement: Agreement | None, key: int = 0) -> None:
        """Open the form of an agreement, or of a new one; what comes of it lands in the record at once."""
        if not self.is_active:
            return  # opened already, by two keys that came at once
        before = self.record.without_agreement(key) if agreement is None else self.record
        key = key or max([0, *self._held, *(known.id for known in before.agreements)]) + 1

        def keep(changed: Agreement | None, held: str) -> None:
            self._held.pop(key, None)
            if held:
                self._held[key] = held
            if changed is None:
                self._take(before.without_agreement(key))
            else:
                self._take(before.with_agreement(replace(changed, id=key)))

        screen = AgreementScreen(agreement, self._status, keep, self._held.get(key, ""))
        self.app.push_screen(screen, lambda _: self._pages[0].take(self.record))

    def action_remove(self) -> None:
        """Take away the agreement at the cursor; with none there, put the last one back."""
        if self._route.current != PAGES[0]:
            return
        listed = self.query_one("#afspraken", ChoiceList)
        at = listed.items[listed.cursor].id
        known = next((a for a in self.record.agreements if str(a.id) == at), None)
        if known is not None:
            self._removed = known
            self._take(self.record.without_agreement(known.id))
            self.coach.tell("Weggehaald. Met F7 op een andere regel zet je hem terug.")
        elif at.isdigit():
            self._held.pop(int(at), None)
        elif self._removed is not None and len(self.record.agreements) < MAX_AGREEMENTS:
            self._take(self.record.with_agreement(replace(self._removed, id=0)))
            self._removed = None
        self._pages[0].take(self.record)

    def action_export(self) -> None:
        """Make a copy, or a file for the calendar."""
        export_dialog(self, self.record)

    def action_next_page(self) -> None:
        """Go on; behind the last page it closes, unless something is missing: then to where that is asked."""
        if not self._route.is_last:
            self._route = self._route.forward()
        elif lacks := record_lacks(self.record):
            self._route = self._route.go(PAGE_OF.get(lacks[0].field, PAGES[0]))
            self.coach.tell(f"{lacks[0].sentence} {LATER}")
        else:
            self.leave()
            return
        self._show()

    def action_previous_page(self) -> None:
        """Go back a page."""
        self._route = self._route.back()
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey the way back where there is none."""
        return None if action == "previous_page" and self._route.is_first else True
