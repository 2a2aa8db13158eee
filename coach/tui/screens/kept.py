"""What is kept: the preparations in the store, to go on with or to forget, and the store itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from coach.domain.dates import short_date
from coach.domain.errors import CoachError
from coach.domain.kept import Kind, Receipt, Summary
from coach.domain.preparation import Preparation
from coach.flows.keeper import State, may_have_keyring
from coach.flows.kept_preparations import (
    find_draft,
    forget_kept,
    kept_preparations,
    open_kept,
    take_draft,
    unnamed_drafts,
)
from coach.flows.kept_rehearsals import kept_rehearsals
from coach.flows.look_after import name_of
from coach.tui import bindings
from coach.tui.base import CoachScreen
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.dialogs.receipt import ReceiptDialog
from coach.tui.dialogs.unlock import NewPassphraseDialog
from coach.tui.screens.keep_preparation import keep_preparation
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.plain_text import PlainText

_HELP = """\
# Bewaard

Hier staat wat jij in je kluis bewaarde. Je kluis is één versleuteld bestand op deze computer.

- **Enter** of **spatie**: ga verder met deze voorbereiding.
- **Oefeningen**: de tellingen van je gesprekken, als je die bewaarde.
- **F8**: wis wat je aanwijst. Je krijgt een bon: per plek of het weg is.
- Onder de lijst: een ander wachtwoord kiezen, of je hele kluis wissen.

Buiten coach om kan het ook: `coach data where`, `coach data export` en `coach data forget`.
"""
_NONE = (
    "Je hebt nog geen kluis, en coach bewaart niets uit zichzelf. In een kluis bewaar je een voorbereiding "
    "onder een eigen naam, zodat je later verder kunt."
)
_CLOSED = "Je kluis is dicht. Open hem om te zien wat je bewaarde."
_EMPTY = "Er is nog niets bewaard. Bewaar een voorbereiding met F8, als je bij Voorbereiden bent."
_REPLACES = "Wat je nu hebt ingevuld, verdwijnt als je een andere voorbereiding opent. Doorgaan?"
_SURE_ALL = "Je hele kluis gaat weg: alles wat je bewaarde, de sleutels en de reservekopieën. Doorgaan?"
_RING_ON = "Open voortaan zonder wachtwoord, met de sleutelbos van deze computer"
_RING_OFF = "Vraag weer om mijn wachtwoord"
_RING_IS_ON = "De sleutelbos opent voortaan je kluis. Je wachtwoord en herstelcode blijven ook werken."
_RING_IS_OFF = "Coach vraagt weer om je wachtwoord."
_NO_RING = "Deze computer heeft geen sleutelbos die coach kan gebruiken."
OPEN, MAKE, KEEP, PASSPHRASE, KEYRING, ALL = "open", "maak", "bewaar", "wachtwoord", "sleutelbos", "alles"


class KeptScreen(CoachScreen):
    """Two lists: what is kept, and what can be done with the store."""

    CSS_PATH = "kept.tcss"
    HEADING = "Bewaard"
    HELP = _HELP
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [bindings.FORGET]

    def __init__(self) -> None:
        """Nothing has been read yet."""
        super().__init__()
        self._summaries: list[Summary] = []
        self._listed = False

    def compose_body(self) -> ComposeResult:
        """Yield what is to be known, and both lists."""
        with VerticalScroll(can_focus=False):
            yield PlainText(id="uitleg")
            yield ChoiceList(id="bewaard")
            yield PlainText("Je kluis", classes="heading")
            yield PlainText(id="waar", classes="muted")
            yield ChoiceList(id="kluis")

    def on_mount(self) -> None:
        """Show what there is."""
        self._show()

    def on_screen_resume(self) -> None:
        """Show it anew: the store may have been opened meanwhile."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        keeper = self.coach.session.keeper
        self._summaries = []
        told = {State.NONE: _NONE, State.CLOSED: _CLOSED}.get(keeper.state, "")
        try:
            where = f"Hij staat in {keeper.folder}" if keeper.state is not State.NONE else ""
            if keeper.state is State.OPEN:
                self._summaries = [
                    *kept_preparations(keeper),
                    *unnamed_drafts(keeper),
                    *kept_rehearsals(keeper),
                ]
                told = "Kies met Enter waarmee je verdergaat. Met F8 wis je." if self._summaries else _EMPTY
        except CoachError as error:
            told, where = str(error), ""
        self.query_one("#uitleg", PlainText).show(told)
        line = self.query_one("#waar", PlainText)
        line.show(where)
        line.display = bool(where)
        kept = self.query_one("#bewaard", ChoiceList)
        kept.set_items(self._kept_items())
        kept.display = bool(self._summaries)
        menu = self.query_one("#kluis", ChoiceList)
        menu.set_items(self._menu_items(keeper.state))
        is_first = bool(self._summaries) and not self._listed
        self._listed = bool(self._summaries)
        if is_first or self.focused is None or not self.focused.display:
            (kept if self._summaries else menu).focus()
        self.refresh_bindings()

    def _kept_items(self) -> list[Item]:
        current = self.coach.session.keeper.current
        return [
            Item(
                str(summary.id),
                name_of(summary),
                "nu open" if summary.id == current else short_date(summary.changed_on),
                Mark.JUMP,
            )
            for summary in self._summaries
        ]

    def _menu_items(self, state: State) -> list[Item]:
        match state:
            case State.NONE:
                return [Item(MAKE, "Maak een kluis", "", Mark.JUMP)]
            case State.CLOSED:
                return [
                    Item(OPEN, "Open je kluis", "", Mark.JUMP),
                    Item(ALL, "Wis alles", "ook zonder wachtwoord", Mark.JUMP),
                ]
            case State.OPEN:
                ring = Item(KEYRING, _RING_OFF if self._in_keyring else _RING_ON, "", Mark.JUMP)
                return [
                    Item(KEEP, "Bewaar wat je nu voorbereidt", "", Mark.JUMP),
                    Item(PASSPHRASE, "Kies een ander wachtwoord", "", Mark.JUMP),
                    *([ring] if may_have_keyring() else []),
                    Item(ALL, "Wis alles", "", Mark.JUMP),
                ]
        return []

    @on(ChoiceList.Chosen, "#bewaard")
    def _open(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        session = self.coach.session
        (summary,) = [summary for summary in self._summaries if str(summary.id) == event.item.id]
        if summary.kind is Kind.REHEARSALS:
            self.coach.go("rehearse")
            return
        if summary.id == session.keeper.current:
            self.coach.go("prepare")
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._try(lambda: self._go_on(summary))

        unsaved = session.keeper.current is None and not session.preparation.is_empty
        if unsaved or session.held:
            self.app.push_screen(ConfirmDialog(_REPLACES, yes="Doorgaan", no="Terug"), answered)
        else:
            answered(True)

    def _go_on(self, summary: Summary) -> None:
        keeper = self.coach.session.keeper
        self.coach.keeping.save_draft_now()  # of what is on the screen now, so that it is there to go back to
        if summary.kind is Kind.DRAFT:
            draft = find_draft(keeper, summary.id)
            preparation = take_draft(keeper, draft) if draft else Preparation()
        else:
            preparation = open_kept(keeper, summary.id)
        self.coach.session.start_with(preparation, of=keeper.current)
        self.coach.keeping.kept(preparation)
        self.coach.go("prepare")

    @on(ChoiceList.Chosen, "#kluis")
    def _menu(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        match event.item.id:
            case "open" | "maak":
                self.coach.keeping.with_store(self._show)
            case "bewaar":
                keep_preparation(self.coach, self._show)
            case "wachtwoord":
                dialog = NewPassphraseDialog(self.coach.session.keeper)
                self.app.push_screen(dialog, self._changed)
            case "sleutelbos":
                self._switch_keyring()
            case "alles":
                self.app.push_screen(
                    ConfirmDialog(_SURE_ALL, yes="Alles wissen", no="Terug"), self._forget_all
                )

    @property
    def _in_keyring(self) -> bool:
        return self.coach.session.keeper.store.in_keyring

    def _switch_keyring(self) -> None:
        """Let the keyring of the system open the store too, or no longer; finding one may take a moment."""
        store, wanted = self.coach.session.keeper.store, not self._in_keyring

        def done(worked: bool) -> None:
            told = _RING_IS_ON if wanted else _RING_IS_OFF
            self.coach.tell(told if worked else _NO_RING, careful=not worked)
            self._show()

        def failed(error: CoachError) -> None:
            self.coach.tell(str(error), careful=True)

        self.coach.keeping.in_thread(lambda: store.use_keyring(wanted), done, failed)

    def _changed(self, done: bool | None) -> None:
        if done:
            self.coach.tell("Je kluis heeft een nieuw wachtwoord.")

    def action_forget(self) -> None:
        """Forget the preparation at the cursor, when the user is sure."""
        kept = self.query_one("#bewaard", ChoiceList)
        if not self._summaries:
            return
        summary = self._summaries[kept.cursor]

        def answered(yes: bool | None) -> None:
            if yes:
                self._try(lambda: self._forget(summary))

        question = f"{name_of(summary)} gaat weg en komt niet terug. Doorgaan?"
        self.app.push_screen(ConfirmDialog(question, yes="Wissen", no="Terug"), answered)

    def _forget(self, summary: Summary) -> None:
        session = self.coach.session
        on_screen = session.keeper.current == (summary.id if summary.kind is Kind.PREPARATION else None)
        receipt = forget_kept(session.keeper, summary.id)
        if on_screen:
            self.coach.keeping.clear()
        self._receipt(receipt)

    def _forget_all(self, yes: bool | None) -> None:
        def act() -> None:
            receipt = self.coach.session.keeper.forget_everything()
            self.coach.keeping.clear()
            self._receipt(receipt)

        if yes:
            self._try(act)

    def _receipt(self, receipt: Receipt) -> None:
        self._show()
        self.app.push_screen(ReceiptDialog(receipt))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except CoachError as error:
            self.coach.tell(str(error), careful=True)
            self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey the key for forgetting where there is nothing to forget."""
        return None if action == "forget" and not self._summaries else True
