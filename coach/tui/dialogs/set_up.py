"""Making the store: what it is, a passphrase twice, and the recovery code to write down."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widgets import Button, Input

from coach.flows.keeper import Keeper, new_code, passphrase_advice, same_group
from coach.tui.dialogs.working import WorkingDialog
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.secret_field import SecretField

_WHAT = (
    "Je kluis is één versleuteld bestand op deze computer. Erin komt alleen wat jij bewaart, en waar je aan "
    "werkt zolang hij open is. De dag na je gesprek, of na hoogstens 30 dagen, vraagt coach of het weg mag. "
    "Alles wissen kan altijd, bij Bewaard."
)
_COPIED = "Let op: deze map lijkt naar een clouddienst te gaan. Wat erin staat, is versleuteld."
_WRITE_DOWN = (
    "Schrijf deze herstelcode op papier. Vergeet je je wachtwoord, dan kom je alleen hiermee nog bij wat je "
    "bewaarde. Niemand anders kan je helpen."
)
_NOT_IT = "Dat zijn ze niet. Kijk naar het laatste groepje van de code."


class SetUpDialog(WorkingDialog[bool]):
    """Makes the store in two steps; gives True when it is open. Nothing is written before the last key."""

    HEADING = "Een kluis maken"
    AUTO_FOCUS = "#eerste"

    def __init__(self, keeper: Keeper) -> None:
        """Make it for the store of this run."""
        super().__init__()
        self._keeper = keeper
        self._code = ""

    def compose_body(self) -> ComposeResult:
        """Yield both steps; one is shown at a time."""
        with VerticalGroup(id="stap-wachtwoord"):
            yield PlainText(_WHAT, classes="told")
            yield PlainText(f"Hij komt in {self._keeper.folder}", classes="told muted")
            if self._keeper.is_copied_elsewhere:
                yield PlainText(_COPIED, classes="told")
            yield PlainText("Wachtwoord: een paar losse woorden", classes="label")
            yield SecretField(id="eerste")
            yield PlainText("Nog een keer", classes="label")
            yield SecretField(id="tweede")
        with VerticalGroup(id="stap-code", classes="weg"):
            yield PlainText(_WRITE_DOWN, classes="told")
            yield PlainText(id="code", classes="code")
            yield PlainText("Staat hij op papier? Typ de laatste vier tekens over", classes="label")
            yield LineField(id="groep")
        yield from self.compose_foot("Verder")

    @on(Input.Submitted)
    @on(Button.Pressed, "#doen")
    def _next(self, event: Input.Submitted | Button.Pressed) -> None:
        event.stop()
        if isinstance(event, Input.Submitted) and event.input.id == "eerste":
            self.query_one("#tweede").focus()
        elif self._code:
            self._make()
        else:
            self._show_code()

    def _show_code(self) -> None:
        first, second = (self.query_one(name, SecretField).value for name in ("#eerste", "#tweede"))
        advice = passphrase_advice(first, second)
        self.say(advice or "")
        if advice is not None:
            return
        self._code = new_code()
        self.query_one("#code", PlainText).show(self._code)
        self.query_one("#stap-wachtwoord").add_class("weg")
        self.query_one("#stap-code").remove_class("weg")
        self.name_button("Kluis maken")
        self.query_one("#groep").focus()

    def _make(self) -> None:
        if not same_group(self.query_one("#groep", LineField).value, self._code):
            self.say(_NOT_IT)
            return
        passphrase, code = self.query_one("#eerste", SecretField).value, self._code
        self.do(lambda: self._keeper.set_up(passphrase, code), lambda _: self._made())

    def _made(self) -> None:
        self.answer(True)
