"""What helps at a step: what it is for, tips, what one had better not say, memory aids."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.content import Content

from coach.domain.knowledge import Avoid, Mnemonic
from coach.tui import step_bindings
from coach.tui.texts import plain
from coach.tui.widgets.plain_text import PlainText


class StepHelp(ScrollableContainer, can_focus=True, inherit_bindings=False):
    """Reading matter beside the form; it can have the focus, so that keys scroll it."""

    DEFAULT_CSS = """
    StepHelp { height: 1fr; overflow: hidden auto; padding: 0 1; }
    StepHelp PlainText { width: 100%; height: auto; margin-bottom: 1; padding-right: 1; }
    """
    BINDINGS = [*step_bindings.SCROLL_BINDINGS]

    def compose(self) -> ComposeResult:
        """Yield one text for each kind of help."""
        for name in ("doel", "tips", "liever-niet", "ezelsbruggen"):
            yield PlainText(classes=name)

    def show(
        self, purpose: str, tips: Iterable[str], avoid: Iterable[Avoid], mnemonics: Iterable[Mnemonic]
    ) -> None:
        """Show the help of another step, from its beginning."""
        shown = {
            "doel": _block("Waarom", [plain(purpose)]),
            "tips": _block("Tips", [Content.assemble("- ", plain(tip)) for tip in tips]),
            "liever-niet": _block("Liever niet", [_avoid(item) for item in avoid]),
            "ezelsbruggen": _block("Om te onthouden", [_mnemonic(aid) for aid in mnemonics]),
        }
        for name, content in shown.items():
            line = self.query_one(f".{name}", PlainText)
            line.display = bool(content.plain)
            line.show(content)
        self.scroll_home(animate=False)


def _block(head: str, lines: Iterable[Content]) -> Content:
    listed = list(lines)
    return Content("\n").join([Content.styled(head, "bold"), *listed]) if listed else Content("")


def _avoid(item: Avoid) -> Content:
    parts = [Content("x "), plain(item.text)]
    if item.instead:
        parts += [Content("\n  Kies liever: "), plain(item.instead)]
    return Content.assemble(*parts)


def _mnemonic(aid: Mnemonic) -> Content:
    return Content.assemble((f"{aid.letters}: ", "bold"), plain(aid.meaning), ". ", plain(aid.prompt))
