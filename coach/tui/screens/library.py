"""Naslag: all that the coach knows, to look up and read."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from coach.flows.reference import Article, articles, find
from coach.tui import bindings
from coach.tui.base import CoachScreen
from coach.tui.texts import plain
from coach.tui.widgets.article_view import ArticleView
from coach.tui.widgets.line_field import LineField
from coach.tui.widgets.plain_text import PlainText

_HELP = """
Hier staat alles wat coach weet: de delen van het gesprek, ezelsbruggen, signalen, checklists, lastige
momenten en valkuilen. Bij elk stuk staat de bron.

Typ een woord om te zoeken, bijvoorbeeld *huilt* of *stilte*. Kies met de pijlen en Enter, of met een klik.
Is je scherm smal? Dan ga je met Esc van de tekst terug naar de lijst.
"""

_NOTHING = "Niets gevonden. Probeer een ander woord, of maak het zoekveld leeg om alles te zien."


class LibraryScreen(CoachScreen):
    """A list with a search field, and the text; side by side when there is room, else one after the other."""

    CSS_PATH = "library.tcss"
    HEADING = "Naslag"
    HELP = _HELP
    AUTO_FOCUS = "#articles"
    BINDINGS: ClassVar[list[BindingType]] = [bindings.SEARCH, bindings.LIBRARY_BACK]

    def compose_body(self) -> ComposeResult:
        """Yield list and text."""
        with Horizontal():
            with Vertical(classes="index"):
                yield LineField(placeholder="Zoek op een woord", id="search")
                yield OptionList(id="articles")
                yield PlainText(_NOTHING, classes="nothing")
            with VerticalScroll(id="article"):
                yield ArticleView()

    def on_mount(self) -> None:
        """Show the list, and the first article beside it."""
        self._all = articles(self.coach.library)
        self._shown: tuple[Article | None, ...] = ()
        self._open: str | None = None
        self._list("")
        self._read(self._all[0])

    def _list(self, words: str) -> None:
        """Show the articles that hold `words`; a heading (not to be chosen) above each group."""
        found = find(self._all, words)
        shown: list[Article | None] = []
        options: list[Option] = []
        group = ""
        for article in found:
            if article.group != group and not words.strip():
                group = article.group
                options.append(Option(plain(group).stylize("bold"), disabled=True))
                shown.append(None)
            where = "" if not words.strip() else f" ({article.group.lower()})"
            options.append(Option(Content.assemble("  ", plain(article.title), (where, "dim"))))
            shown.append(article)
        self._shown = tuple(shown)
        index = self.query_one("#articles", OptionList)
        index.clear_options()
        index.add_options(options)
        index.highlighted = next((at for at, article in enumerate(shown) if article is not None), None)
        self.set_class(not found, "-niets")

    def _read(self, article: Article) -> None:
        """Show one article from its beginning."""
        if article.id == self._open:
            return
        self._open = article.id
        self.query_one(ArticleView).show(article)
        self.query_one("#article", VerticalScroll).scroll_home(animate=False)

    @on(Input.Changed, "#search")
    def _search(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted, "#search")
    def _to_list(self) -> None:
        self.query_one("#articles").focus()

    @on(OptionList.OptionHighlighted, "#articles")
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        article = self._shown[event.option_index] if event.option_index < len(self._shown) else None
        if article is not None:
            self._read(article)

    @on(OptionList.OptionSelected, "#articles")
    def _selected(self) -> None:
        self.add_class("-lezen")
        self.query_one("#article").focus()

    def action_search(self) -> None:
        """Go to the search field."""
        self.remove_class("-lezen")
        self.query_one("#search").focus()

    def action_back(self) -> None:
        """From the text back to the list, from the list back to the home screen."""
        if self.has_class("-lezen"):
            self.remove_class("-lezen")
            self.query_one("#articles").focus()
        else:
            super().action_back()
