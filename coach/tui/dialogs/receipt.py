"""The receipt of forgetting: each place, and how it stands there."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button

from coach.domain.kept import Gone, Receipt
from coach.tui.base import CoachDialog
from coach.tui.texts import plain
from coach.tui.widgets.plain_text import PlainText

MARK = {Gone.WIPED: "✓", Gone.NOTHING: "·", Gone.LEFT: "!"}
_OWN = "Papier en kopieën die jij of je organisatie maakte, ziet coach niet."
_LEFT = "Wat er nog staat, gooi je zelf weg."
_WIDTH = max(len(gone.value) for gone in Gone) + 2


class ReceiptDialog(CoachDialog[None]):
    """Shows what was forgotten, place by place."""

    CSS_PATH = "receipt.tcss"
    HEADING = "Bon: dit is er gewist"
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, receipt: Receipt) -> None:
        """Make it for what forgetting gave."""
        super().__init__()
        self._receipt = receipt

    def compose_body(self) -> ComposeResult:
        """Yield a line for each place."""
        with VerticalScroll():
            for place in self._receipt.places:
                state = f"{MARK[place.gone]} {place.gone.value.ljust(_WIDTH)}"
                yield PlainText(Content.assemble((state, "bold"), plain(place.what)), classes="plek")
        yield PlainText(_OWN if self._receipt.all_gone else f"{_LEFT} {_OWN}", classes="told")
        yield Button("Sluiten (Esc)", compact=True, id="close")

    def on_button_pressed(self) -> None:
        """Close by mouse."""
        self.action_close()
