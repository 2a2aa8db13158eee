"""What every screen stands on: the app as screens know it, and the frame around a screen.

Screens import this module and never `app.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import ModalScreen, Screen, ScreenResultType

from coach.domain.guard import Guard
from coach.library.load import Library
from coach.tui import bindings, texts
from coach.tui.hardening import HardenedApp
from coach.tui.session import Session
from coach.tui.widgets.key_bar import KeyBar
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from coach.tui.keeping import Keeping


class CoachAppBase(HardenedApp):
    """The app with what its screens may use: the library, the session, the store, and the ways around."""

    library: Library
    session: Session
    keeping: Keeping

    @property
    def guard(self) -> Guard:
        """The guard of the library; reading it for the first time takes a moment."""
        return self.library.guard

    def go(self, mode: str) -> None:
        """Show the screen of `mode` (a key of `CoachApp.MODES`); each keeps its state."""
        if mode != self.current_mode:
            self.switch_mode(mode)

    def tell(self, text: str, *, title: str = "", careful: bool = False) -> None:
        """Show a short notice; for what may be missed."""
        self.notify(
            str(texts.plain(text)),
            title=str(texts.plain(title)),
            severity="warning" if careful else "information",
            markup=False,
        )

    def stop(self) -> None:
        """End the app; asks first when something would be lost."""
        raise NotImplementedError

    def action_emergency(self) -> None:
        """Open the emergency card, once at a time."""
        raise NotImplementedError

    def action_help(self) -> None:
        """Explain the screen on which one is, with its keys."""
        raise NotImplementedError

    def action_switch_look(self) -> None:
        """Switch between the light and the dark look."""
        raise NotImplementedError


class Root(Container):
    """The frame of a screen; keeps a smallest size and lets the screen scroll below it.

    Some widgets cannot be laid out at no width or height, so they never get less than this.
    """

    DEFAULT_CSS = """
    Root { width: 100%; height: 100%; min-width: 60; min-height: 16; }
    """


class CoachScreen(Screen[None]):
    """A full screen: title bar, body (`compose_body`) and footer.

    `HEADING` stands in the title bar, `HELP` is the Dutch Markdown that F1 shows; `HAS_FIELDS` says whether
    the keys of fields are worth a line there.
    """

    HEADING: ClassVar[str] = ""
    HELP: ClassVar[str | None] = ""
    HAS_FIELDS: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.SCREEN_BINDINGS]

    coach = getters.app(CoachAppBase)

    def compose(self) -> ComposeResult:
        """Put title bar and footer around the body."""
        with Root():
            yield TitleBar(self.HEADING)
            yield from self.compose_body()
            yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """Yield what stands between title bar and footer."""
        yield from ()

    def action_back(self) -> None:
        """Go back to the home screen; what was filled in stays."""
        self.coach.go("home")


class DialogFrame(Container):
    """The box of a dialog: as high as its content, never higher than the screen."""

    DEFAULT_CSS = """
    DialogFrame {
        width: 90%; max-width: 84; min-width: 34; height: auto; max-height: 100%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    """


class CoachDialog(ModalScreen[ScreenResultType]):
    """Something on top of a screen, with a title (`HEADING`) and a body (`compose_body`); Escape closes it.

    Closing without an answer gives None to whoever opened it.
    """

    DEFAULT_CSS = """
    CoachDialog { overflow: auto; }
    CoachDialog > Root { align: center middle; min-width: 36; min-height: 10; }
    """

    HEADING: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-krap"), (60, "-smal"), (100, "-breed")]
    BINDINGS: ClassVar[list[BindingType]] = [bindings.CLOSE, bindings.DIALOG_EMERGENCY, bindings.COPY]

    coach = getters.app(CoachAppBase)
    _answered = False

    def compose(self) -> ComposeResult:
        """Put the frame around the body."""
        with Root(), DialogFrame():
            if self.HEADING:
                yield PlainText(self.HEADING, classes="dialog-heading")
            yield from self.compose_body()

    def compose_body(self) -> ComposeResult:
        """Yield what stands in the box."""
        yield from ()

    def answer(self, answer: ScreenResultType | None) -> bool:
        """Close with `answer`; False when it was closed already, as by the second click of two."""
        if self._answered or not self.is_active:
            return False
        self._answered = True
        self.dismiss(answer)
        return True

    def action_close(self) -> None:
        """Close without an answer."""
        self.answer(None)

    def action_emergency(self) -> None:
        """Open the emergency card on top."""
        self.coach.action_emergency()
