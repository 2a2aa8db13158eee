"""The dialogs around files: the name of a file to write or to open, and what stands in the way of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widgets import Button, Input

from coach.domain.errors import CoachError
from coach.domain.text import one_line
from coach.flows.save import Form
from coach.tui.base import CoachDialog
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText

_NO_NAME = "Typ eerst een naam voor het bestand."
_BAD_NAME = "Deze naam kan niet. Kies een naam met gewone letters en cijfers."
_NO_HOME = "De map achter ~ is hier niet te vinden. Typ de hele naam van de map."
_EXISTS = "Dit bestand bestaat al. Druk nog een keer om het te vervangen, of kies een andere naam."
_BUSY = "Even geduld ..."
_WHERE = "Zonder map erbij komt het bestand in de map waar je coach startte. ~ is je eigen map."
_LARGE = "Grote letters kunnen alleen in een .pdf of .html. Kies een van die twee."
_REPLACEMENT = "\ufffd"


class BadNameError(ValueError):
    """The name of a file cannot be used; the message says why."""


def path_of(typed: str) -> Path:
    """Return the place that was typed, made whole; raises BadNameError with a sentence for the user."""
    name = one_line(typed)
    if not name:
        raise BadNameError(_NO_NAME)
    if _REPLACEMENT in name:
        raise BadNameError(_BAD_NAME)
    try:
        return Path(name).expanduser().absolute()
    except (RuntimeError, OSError, ValueError):
        raise BadNameError(_NO_HOME) from None


class FileDialog(CoachDialog[Path]):
    """Asks for the name of a file and does something with it; gives the place when that went well.

    What goes wrong is said in the dialog, and the name stays in the field. `ending` is put behind a name
    that has none. The work itself (`act`) runs beside the screen, so that nothing freezes.
    """

    CSS_PATH = "sheet_files.tcss"
    AUTO_FOCUS = "LineField"
    DOES: ClassVar[str] = "Bewaren"

    def __init__(self, name: str, act: Callable[[Path], None], *, replaces: bool = True) -> None:
        """Make it with a name to start from; `replaces` asks first when the file exists."""
        super().__init__()
        self._first_name = name
        self._act = act
        self._replaces = replaces
        self._agreed: Path | None = None
        self._busy = False

    def compose_body(self) -> ComposeResult:
        """Yield the field, what is said about it, and two buttons."""
        yield from self.compose_forms()
        yield PlainText("Naam van het bestand", classes="label")
        yield LineField(self._first_name, placeholder="bijvoorbeeld ~/gespreksblad.pdf", id="naam")
        yield PlainText(_WHERE, classes="muted", id="uitleg")
        yield PlainText(id="bericht")
        with HorizontalGroup(classes="buttons"):
            yield Button("Terug (Esc)", id="terug")
            yield Button("Vervangen" if self._agreed else "Bewaren", id="doen", variant="primary")

    def compose_forms(self) -> ComposeResult:
        """Yield what stands above the field."""
        yield from ()

    def on_mount(self) -> None:
        """Name the button, and put the cursor behind the name."""
        self.query_one("#doen", Button).label = self.DOES
        field = self.query_one(LineField)
        field.cursor_position = len(field.value)

    def completed(self, path: Path) -> Path:
        """Return the place with its ending."""
        return path

    def say(self, text: str) -> None:
        """Show one sentence below the field."""
        self.query_one("#bericht", PlainText).show(text)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if not self._busy:
            self._agreed = None
            self.query_one("#doen", Button).label = self.DOES
            self.say("")

    @on(Input.Submitted)
    @on(Button.Pressed, "#doen")
    def _go(self, event: Input.Submitted | Button.Pressed) -> None:
        event.stop()
        if self._busy:
            return
        try:
            path = self.completed(path_of(self.query_one(LineField).value))
        except BadNameError as error:
            self.say(str(error))
            return
        if self._replaces and _is_file(path) and path != self._agreed:
            self._agreed = path
            self.query_one("#doen", Button).label = "Vervangen"
            self.say(_EXISTS)
            return
        self._busy = True
        self.say(_BUSY)
        self._work(path)

    @work(thread=True, group="file", exclusive=True)
    def _work(self, path: Path) -> None:
        try:
            self._act(path)
        except CoachError as error:
            self.app.call_from_thread(self._failed, str(error))
        else:
            self.app.call_from_thread(self._done, path)

    def _failed(self, why: str) -> None:
        self._busy = False
        self._agreed = None
        if self.is_attached:
            self.query_one("#doen", Button).label = self.DOES
            self.say(why)

    def _done(self, path: Path) -> None:
        self._busy = False
        if self.is_attached:
            self.dismiss(path)

    @on(Button.Pressed, "#terug")
    def _back(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_close()

    def action_close(self) -> None:
        """Close, but not while a file is being written."""
        if not self._busy:
            super().action_close()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


class SaveSheetDialog(FileDialog):
    """Asks for the form of the sheet and the name of its file; both follow each other."""

    HEADING = "Bewaar je blad"
    FORMS: ClassVar[dict[Form, str]] = {
        Form.PDF: "PDF, om te printen",
        Form.HTML: "HTML, voor in een browser",
        Form.MARKDOWN: "Markdown, om verder te bewerken",
        Form.TEXT: "Gewone tekst",
    }

    def __init__(self, act: Callable[[Path], None], name: str, *, large: bool = False) -> None:
        """Make it; `act` writes the sheet to a place, `name` is without an ending.

        What is in large print can only be saved in a form that has sizes of letters.
        """
        super().__init__(f"{name}{Form.PDF.value}", act)
        self._form = Form.PDF
        self._forms = [form for form in self.FORMS if not large or form in (Form.PDF, Form.HTML)]

    def compose_forms(self) -> ComposeResult:
        """Yield the forms to choose from."""
        yield ChoiceList(self._items(), id="vormen")

    def _items(self) -> list[Item]:
        return [
            Item(
                form.value, self.FORMS[form], form.value, Mark.PICKED if form is self._form else Mark.UNPICKED
            )
            for form in self._forms
        ]

    @on(ChoiceList.Chosen)
    async def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self._form = Form(event.item.id)
        field = self.query_one(LineField)
        name = field.value
        for form in Form:
            name = name.removesuffix(form.value)
        field.value = f"{name}{self._form.value}"
        event.source.set_items(self._items())

    @on(Input.Changed)
    async def _follow(self, event: Input.Changed) -> None:
        """Let the choice follow an ending that was typed."""
        named = next((form for form in self._forms if event.value.lower().endswith(form.value)), None)
        if named is not None and named is not self._form:
            self._form = named
            self.query_one(ChoiceList).set_items(self._items())

    def completed(self, path: Path) -> Path:
        """Put the chosen ending behind a name without one of the four."""
        if path.suffix.lower() in set(Form):
            if path.suffix.lower() not in self._forms:
                raise BadNameError(_LARGE)
            return path
        return path.with_name(f"{path.name}{self._form.value}")


class SavePreparationDialog(FileDialog):
    """Asks where the preparation is to be kept."""

    HEADING = "Bewaar je voorbereiding"

    def __init__(self, act: Callable[[Path], None]) -> None:
        """Make it; `act` writes the preparation to a place."""
        super().__init__("voorbereiding.json", act)

    def completed(self, path: Path) -> Path:
        """Put .json behind a name without it."""
        return path if path.suffix.lower() == ".json" else path.with_name(f"{path.name}.json")


class OpenPreparationDialog(FileDialog):
    """Asks which preparation is to be opened."""

    HEADING = "Open een voorbereiding"
    DOES = "Openen"

    def __init__(self, act: Callable[[Path], None]) -> None:
        """Make it; `act` reads the preparation from a place."""
        super().__init__("voorbereiding.json", act, replaces=False)
