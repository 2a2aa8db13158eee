"""The sheet: what it looks like, what is not on it and why, and saving it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, HorizontalGroup, ScrollableContainer, VerticalGroup

from coach.domain.preparation import Preparation
from coach.domain.sheet import Sheet
from coach.flows.keep import keepable
from coach.flows.make_sheet import SheetResult, Variant, make_variant, names_on_it
from coach.flows.prepare import number_of, progress, steps_for
from coach.flows.print_sheet import print_sheet
from coach.flows.save import open_preparation, save_preparation, save_sheet
from coach.render.text import sheet_as_text
from coach.tui import step_bindings
from coach.tui.base import CoachScreen
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.screens.sheet_files import OpenPreparationDialog, SavePreparationDialog, SaveSheetDialog
from coach.tui.screens.sheet_print import FILE_NAMES, VARIANTS, PrintDialog, VariantDialog
from coach.tui.session import Session
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.key_word import KeyWord
from coach.tui.widgets.plain_text import PlainText

NARROWEST, WIDEST = 40, 80
"""Columns of the preview: what the text of a sheet needs at least, and what reads well at most."""

_KEYS_WIDTH = 84
"""Columns that the keys take on one line."""

_HELP = """\
# Je blad

Zo komt je voorbereiding op papier: op een A4, zonder namen. Wat je niet mag opschrijven of zeggen, staat er
niet op. Kies een regel uit dat lijstje om die tekst aan te passen.

- **F3**: kies een ander blad, zoals grote letters, een leeg blad, jullie afspraken of kaartjes.
- **F4**: print het blad dat je ziet. Coach zegt eerst op welke printer.
- **F6**: bewaar je blad als PDF, HTML, Markdown of gewone tekst.
- **F7**: bewaar je voorbereiding in een bestand. Daarmee kun je later verder.
- **F8**: open een voorbereiding uit een bestand.
- **F2**: terug naar je voorbereiding. **F5**: naar een stap waar nog iets leeg is.

Coach bewaart niets uit zichzelf. Een bestand dat je bewaart, blijft staan tot jij het weggooit.
"""
_EMPTY = (
    "Je hebt nog niets ingevuld. Met F2 bereid je je gesprek stap voor stap voor. "
    "Je kunt dit lege blad ook bewaren en met de pen invullen."
)
_NOT_ON_IT = "Dit staat niet op je blad. Kies een regel om de tekst aan te passen."
_NO_ROOM = "Op een blad passen zes vragen."
_LEFT_OUT = "In het bestand staat niet wat je niet mag bewaren."
_NOTHING_TO_KEEP = "Je hebt nog niets ingevuld. Er is dus nog niets om te bewaren."


def _listed(numbers: list[str]) -> str:
    *first, last = numbers or [""]
    return f"stap {', '.join(first)} en {last}" if first else f"stap {last}"


class Preview(ScrollableContainer, can_focus=True, inherit_bindings=False):
    """The sheet as text, set to the width there is; keys and mouse scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [*step_bindings.SCROLL_BINDINGS]

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__()
        self._sheet: Sheet | None = None

    def compose(self) -> ComposeResult:
        """Yield the one text."""
        yield PlainText(id="blad")

    def show(self, sheet: Sheet) -> None:
        """Show a sheet."""
        self._sheet = sheet
        self._set()

    def on_resize(self) -> None:
        """Set the text to the new width."""
        self._set()

    def _set(self) -> None:
        if self._sheet is not None:
            width = max(NARROWEST, min(self.scrollable_content_region.width - 1, WIDEST))
            self.query_one("#blad", PlainText).show(sheet_as_text(self._sheet, width).rstrip("\n"))


class SheetScreen(CoachScreen):
    """The preview, with what is not on the sheet above or beside it, and ways to save."""

    CSS_PATH = "sheet.tcss"
    HEADING = "Gespreksblad"
    HELP = _HELP
    AUTO_FOCUS = "Preview"
    BINDINGS: ClassVar[list[BindingType]] = [*step_bindings.SHEET_BINDINGS]

    def __init__(self) -> None:
        """Nothing has been made yet."""
        super().__init__()
        self._result: SheetResult | None = None
        self._steps: list[str] = []
        self._variant = Variant.SHEET
        self._told = ""
        self._told_about: Preparation | None = None

    @property
    def session(self) -> Session:
        """What is filled in so far."""
        return self.coach.session

    @property
    def _shows_preparation(self) -> bool:
        """Whether the sheet that is shown is about what was filled in."""
        return self._variant in (Variant.SHEET, Variant.LARGE)

    def compose_body(self) -> ComposeResult:
        """Yield the keys for files, what is to be known, and the preview."""
        with Horizontal(id="toetsen"):
            with HorizontalGroup():
                yield KeyWord("F3", "ander blad", "other_sheet")
                yield KeyWord("F4", "printen", "print")
                yield KeyWord("F6", "blad bewaren", "save")
            with HorizontalGroup():
                yield KeyWord("F7", "voorbereiding bewaren", "keep")
                yield KeyWord("F8", "openen", "open")
        yield PlainText(id="soort", classes="muted")
        with Horizontal(id="midden"):
            yield Preview()
            with ScrollableContainer(id="weten", can_focus=False):
                yield PlainText(id="bericht")
                with VerticalGroup(id="weggelaten"):
                    yield PlainText(_NOT_ON_IT, classes="heading")
                    yield ChoiceList(id="teksten")
                yield PlainText(id="nog-leeg", classes="muted")

    def on_resize(self) -> None:
        """Put the keys on two lines where one is too short for them."""
        self.set_class(self.size.width < _KEYS_WIDTH, "-eng")

    async def on_mount(self) -> None:
        """Make the sheet."""
        await self._make()

    async def on_screen_resume(self) -> None:
        """Make it anew: the preparation may have changed."""
        if self.is_mounted:
            await self._make()

    async def _make(self) -> None:
        said = self.session.preparation
        self._result = make_variant(self.coach.library, self.coach.guard, said, self._variant)
        kind = self.query_one("#soort", PlainText)
        kind.display = self._variant is not Variant.SHEET
        kind.show(f"Dit zie je nu: {VARIANTS[self._variant]}")
        self._show_told()
        await self._show_left_out(self._result)
        missing = [str(number_of(name, said.status)) for name in progress(said).open_steps]
        line = self.query_one("#nog-leeg", PlainText)
        line.display = bool(missing) and not said.is_empty and self._shows_preparation
        line.show(f"Nog leeg: {_listed(missing)}. Dat mag. Met F5 ga je erheen.")
        self.query_one(Preview).show(self._result.sheet)

    async def _show_left_out(self, result: SheetResult) -> None:
        """List every text that is not on the sheet, with why and its step."""
        left = [(refusal.step, refusal.text, refusal.analysis.findings) for refusal in result.refused]
        texts = [(name, text, findings[0].why if findings else "") for name, text, findings in left]
        texts += [(chosen.part.value, chosen.text, _NO_ROOM) for chosen in result.too_many]
        texts += [
            (name, text, "Dit mag je niet opschrijven.")
            for name, held in self.session.held.items()
            for text in held
            if self._shows_preparation
        ]
        status = self.session.preparation.status
        ids = [where.id for where in steps_for(status)]
        self._steps = [name if name in ids else ids[0] for name, _text, _why in texts]
        items = [
            Item(str(number), f"“{text}” {why}".strip(), f"stap {number_of(name, status)}", Mark.JUMP)
            for number, ((_name, text, why), name) in enumerate(zip(texts, self._steps, strict=True))
        ]
        self.query_one("#weggelaten").display = bool(items)
        self.set_class(bool(items), "-weggelaten")
        self.query_one("#teksten", ChoiceList).set_items(items)

    def _tell(self, text: str) -> None:
        """Say something about the preparation as it is; it stays until that changes."""
        self._told, self._told_about = text, self.session.preparation
        self._show_told()

    def _show_told(self) -> None:
        said = self.session.preparation
        told = self._told if self._told_about == said else ""
        if self._result is not None and self._result.names:
            told = f"{told} {names_on_it(self._result.names)}".strip()
        if not told and said.is_empty and not self.session.held:
            told = _EMPTY
        line = self.query_one("#bericht", PlainText)
        line.display = bool(told)
        line.show(told)

    @on(ChoiceList.Chosen, "#teksten")
    def _to_text(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self._to_step(self._steps[int(event.item.id)])

    def _to_step(self, name: str) -> None:
        self.session.wanted = name
        self.coach.go("prepare")

    def action_previous_step(self) -> None:
        """Go back to preparing, where one was."""
        self.coach.go("prepare")

    def action_first_empty(self) -> None:
        """Go to the first step in which something is still empty."""
        first = progress(self.session.preparation).first_open
        if first is not None:
            self._to_step(first)

    def action_save(self) -> None:
        """Ask where the sheet is to be saved, and save it."""
        if self._result is not None:
            sheet, name = self._result.sheet, FILE_NAMES[self._variant]
            dialog = SaveSheetDialog(
                lambda path: save_sheet(sheet, path), name, large=self._variant is Variant.LARGE
            )
            self.app.push_screen(dialog, self._saved)

    def _saved(self, path: Path | None) -> None:
        if path is not None:
            self.coach.keeping.note(path)
            self._tell(f"Je blad staat in {path}")

    def action_other_sheet(self) -> None:
        """Ask which sheet is to be made, and show it."""
        self.app.push_screen(VariantDialog(self._variant), self._show_variant)

    async def _show_variant(self, variant: Variant | None) -> None:
        if variant is not None:
            self._variant = variant
            await self._make()

    def action_print(self) -> None:
        """Say which printer there is, and print the sheet that is shown when that is wanted."""
        result = self._result
        if result is None:
            return

        def told(sentence: str | None) -> None:
            if sentence is not None:
                self._tell(sentence)

        is_whole = result.is_whole and not self.session.held
        dialog = PrintDialog(lambda printer: print_sheet(result.sheet, printer), is_whole=is_whole)
        self.app.push_screen(dialog, told)

    def action_keep(self) -> None:
        """Ask where the preparation is to be kept, and keep of it what may be kept."""
        if self.session.preparation.is_empty:
            self._tell(_NOTHING_TO_KEEP)
            return
        kept, left_out = keepable(self.coach.library, self.coach.guard, self.session.preparation)

        def told(path: Path | None) -> None:
            if path is not None:
                self.session.mark_kept()
                self.coach.keeping.note(path)
                rest = f" {_LEFT_OUT}" if left_out or self.session.held else ""
                self._tell(f"Je voorbereiding staat in {path}{rest}")

        self.app.push_screen(SavePreparationDialog(lambda path: save_preparation(kept, path)), told)

    def action_open(self) -> None:
        """Ask which preparation is to be opened; what is filled in is not lost unasked."""
        if self.session.preparation.is_empty and not self.session.held:
            self._ask_what_to_open(True)
        else:
            question = "Wat je nu hebt ingevuld, verdwijnt als je een andere voorbereiding opent. Doorgaan?"
            self.app.push_screen(ConfirmDialog(question, yes="Doorgaan", no="Terug"), self._ask_what_to_open)

    def _ask_what_to_open(self, agreed: bool | None) -> None:
        if not agreed:
            return
        opened: list[Preparation] = []

        async def told(path: Path | None) -> None:
            if path is not None and opened:
                self.session.start_with(opened[-1])
                await self._make()
                self._tell(f"Geopend: {path}")

        self.app.push_screen(OpenPreparationDialog(lambda path: opened.append(open_preparation(path))), told)
