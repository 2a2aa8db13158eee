"""Hard moments, over the talk: choose what happens, and read two sentences to say."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.domain.guard.labels import Status
from coach.domain.knowledge import HardMoment
from coach.flows.live import Page, moments_for, pages_of
from coach.library.load import Library
from coach.tui.base import CoachDialog
from coach.tui.live_bindings import MOMENT_BINDINGS
from coach.tui.texts import plain
from coach.tui.widgets.plain_text import PlainText

_HOW = "Pijlen en Enter kiezen. Esc brengt je terug."
_ON, _END = "spatie: meer   ←: terug   Esc: de lijst", "←: terug   Esc: de lijst"
AFTERWARDS = "Daarna"


class LiveMomentsDialog(CoachDialog[None]):
    """A list of moments; the chosen one is shown page by page in its place."""

    CSS_PATH = "live_dialogs.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [*MOMENT_BINDINGS]

    def __init__(self, library: Library, status: Status) -> None:
        """Make it with the moments that can come with this status."""
        super().__init__()
        self._moments = moments_for(library, status)
        self._pages: tuple[Page, ...] = ()
        self._at = 0

    def compose_body(self) -> ComposeResult:
        """Yield the heading, the list, and the page that takes its place."""
        yield PlainText("Wat gebeurt er?", id="moment-kop", classes="dialog-heading")
        yield OptionList(*(Option(plain(moment.title)) for moment in self._moments))
        with VerticalScroll(id="moment-kaart", can_focus=False):
            yield PlainText(id="moment-zinnen")
        yield PlainText(_HOW, id="moment-voet", classes="muted")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._open(self._moments[event.option_index])

    def _open(self, moment: HardMoment) -> None:
        self._pages, self._at = pages_of(moment), 0
        self.query_one("#moment-kop", PlainText).show(moment.title)
        self.add_class("-kaart")
        self.set_focus(None)
        self._show()

    def _show(self) -> None:
        page = self._pages[self._at]
        if page.said:
            lines = Content("\n\n").join(plain(line).stylize("bold") for line in page.lines)
        else:
            after = Content("\n").join(Content.assemble("- ", plain(line)) for line in page.lines)
            lines = Content.assemble((AFTERWARDS, "bold"), "\n\n", after)
        self.query_one("#moment-zinnen", PlainText).show(lines)
        self.query_one("#moment-kaart").set_class(not page.said, "-daarna")
        self.query_one("#moment-kaart").scroll_home(animate=False)
        last = self._at == len(self._pages) - 1
        self.query_one("#moment-voet", PlainText).show(_END if last else _ON)

    def action_onward(self) -> None:
        """Show the rest of this page, else the next one."""
        card = self.query_one("#moment-kaart", VerticalScroll)
        if card.scroll_y < card.max_scroll_y:
            card.scroll_page_down(animate=False)
        elif self._at < len(self._pages) - 1:
            self._at += 1
            self._show()

    def action_backward(self) -> None:
        """Show the page before this one, or the list."""
        if self._at:
            self._at -= 1
            self._show()
        else:
            self._to_list()

    def _to_list(self) -> None:
        self.remove_class("-kaart")
        self.query_one("#moment-kop", PlainText).show("Wat gebeurt er?")
        self.query_one("#moment-voet", PlainText).show(_HOW)
        self.query_one(OptionList).focus()

    def action_close(self) -> None:
        """Escape goes from a moment to the list, and from the list to the talk."""
        if self.has_class("-kaart"):
            self._to_list()
        else:
            self.answer(None)

    def action_leave(self) -> None:
        """Go straight to the talk."""
        self.answer(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pages are turned only where there are pages; in the list the keys belong to the list."""
        return self.has_class("-kaart") if action in ("onward", "backward") else True
