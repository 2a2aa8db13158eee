"""Opening the store: with the passphrase, or with the recovery code when that is forgotten."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widgets import Button, Input

from coach.domain.errors import CoachError
from coach.flows.keeper import Keeper, passphrase_advice
from coach.tui.dialogs.working import WorkingDialog
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.secret_field import SecretField

_WHY = "Typ het wachtwoord van je kluis. Zonder kluis kun je ook verder: dan bewaart coach nu niets."


class UnlockDialog(WorkingDialog[bool]):
    """Asks for the passphrase until it fits; gives True when the store is open, None for later."""

    HEADING = "Je kluis openen"
    AUTO_FOCUS = "SecretField"

    def __init__(self, keeper: Keeper) -> None:
        """Make it for the store of this run."""
        super().__init__()
        self._keeper = keeper

    def compose_body(self) -> ComposeResult:
        """Yield why, the field, and three buttons."""
        yield PlainText(_WHY, classes="told")
        yield PlainText("Wachtwoord", classes="label")
        yield SecretField(id="wachtwoord")
        yield PlainText(id="bericht")
        with HorizontalGroup(classes="buttons"):
            yield Button("Later (Esc)", id="terug")
            yield Button("Vergeten", id="vergeten")
            yield Button("Openen", id="doen", variant="primary")

    @on(Input.Submitted)
    @on(Button.Pressed, "#doen")
    def _open(self, event: Input.Submitted | Button.Pressed) -> None:
        event.stop()
        typed = self.query_one(SecretField).value
        self.do(lambda: self._keeper.unlock(typed), lambda _: self._opened())

    def _opened(self) -> None:
        self.answer(True)

    def failed(self, error: CoachError) -> None:
        """Say what went wrong, and let the passphrase be typed anew."""
        super().failed(error)
        field = self.query_one(SecretField)
        field.value = ""
        field.focus()

    @on(Button.Pressed, "#vergeten")
    def _forgotten(self, event: Button.Pressed) -> None:
        event.stop()

        def recovered(done: bool | None) -> None:
            if done:
                self.answer(True)

        self.app.push_screen(RecoverDialog(self._keeper), recovered)


class NewPassphraseDialog(WorkingDialog[bool]):
    """Asks for a passphrase twice and makes it that of the open store; gives True when that is done."""

    HEADING = "Een ander wachtwoord"
    AUTO_FOCUS = "#eerste"

    def __init__(self, keeper: Keeper) -> None:
        """Make it for the store of this run."""
        super().__init__()
        self._keeper = keeper

    def compose_body(self) -> ComposeResult:
        """Yield the two fields."""
        yield from self.compose_before()
        yield PlainText("Nieuw wachtwoord", classes="label")
        yield SecretField(id="eerste")
        yield PlainText("Nog een keer", classes="label")
        yield SecretField(id="tweede")
        yield from self.compose_foot("Wijzigen")

    def compose_before(self) -> ComposeResult:
        """Yield what stands above the two fields."""
        yield PlainText("Je herstelcode blijft dezelfde.", classes="told")

    def act(self, passphrase: str) -> None:
        """Make this the passphrase."""
        self._keeper.change_passphrase(passphrase)

    @on(Input.Submitted)
    @on(Button.Pressed, "#doen")
    def _change(self, event: Input.Submitted | Button.Pressed) -> None:
        event.stop()
        if isinstance(event, Input.Submitted) and event.input.id != "tweede":
            self.focus_next()
            return
        first, second = (self.query_one(name, SecretField).value for name in ("#eerste", "#tweede"))
        if (advice := passphrase_advice(first, second)) is not None:
            self.say(advice)
            return
        self.do(lambda: self.act(first), lambda _: self._changed())

    def _changed(self) -> None:
        self.answer(True)


class RecoverDialog(NewPassphraseDialog):
    """Opens the store with the recovery code, and gives it another passphrase."""

    HEADING = "Wachtwoord vergeten"
    AUTO_FOCUS = "#code"

    def compose_before(self) -> ComposeResult:
        """Yield the field for the code."""
        yield PlainText("Heb je je herstelcode nog? Kies er dan een nieuw wachtwoord mee.", classes="told")
        yield PlainText("Herstelcode", classes="label")
        yield LineField(placeholder="zeven groepjes van vier", id="code")

    def act(self, passphrase: str) -> None:
        """Open the store by its code, with this as its new passphrase."""
        self._keeper.recover(self.query_one("#code", LineField).value, passphrase)
