from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.preparation import Preparation
from coach.domain.sheet import BlankLines, BlankTable, Block, Heading, Listing, Mark, Pairs, Paragraph, Sheet
from coach.domain.text import one_line
from coach.render.html import sheet_as_html
from tests.unit.samples import AGREED, CARDS, FULLEST, HARD, TYPICAL, in_large_print, preparations, sheet_of

VOID = {"meta", "br"}
KNOWN = {"html", "head", "meta", "title", "style", "body", "main", "footer", "div", "section", "span"} | {
    "bdi",
    "h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"
}  # fmt: skip


class Reader(HTMLParser):
    """Reads a document strictly: every tag closed in order; remembers tags, attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.comments = 0
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments += 1

    def names(self) -> list[str]:
        return [tag for tag, _ in self.tags]


@settings(max_examples=60)
@given(preparations(), st.booleans())
def test_any_preparation_gives_a_sound_document(preparation: Preparation, empty: bool) -> None:
    reader = Reader(sheet_as_html(sheet_of(preparation, empty=empty)))
    assert set(reader.names()) <= KNOWN
    assert reader.comments == 0
    shown = set(reader.texts)
    for fact in preparation.facts:
        assert one_line(fact.what) in shown or not one_line(fact.what)


def test_no_text_becomes_a_tag() -> None:
    def names(text: str) -> list[str]:
        blocks: tuple[Block, ...] = (
            Heading(text),
            Paragraph(text, strong=True),
            *(Listing((text,), mark) for mark in Mark),
            Pairs(((text, text),)),
            BlankTable((text, text), 1),
            BlankLines(2, text),
        )
        return Reader(sheet_as_html(Sheet(text, blocks, text, text))).names()

    plain = names("gewoon")
    for text in (*HARD, "</title></style></bdi>", "<!--", "]]>", "&lt;", "\"'><img src=x onerror=a>"):
        if text:
            assert names(text) == plain


@pytest.mark.parametrize("preparation", [Preparation(), TYPICAL, FULLEST])
def test_language_headings_lists_and_tables(preparation: Preparation) -> None:
    reader = Reader(sheet_as_html(sheet_of(preparation)))
    assert ("html", {"lang": "nl"}) in reader.tags
    assert reader.names().count("h1") == reader.names().count("title") == 1
    assert reader.names().count("li") == 4 + len(preparation.plans)
    scopes = [attributes.get("scope") for tag, attributes in reader.tags if tag == "th"]
    assert scopes.count("col") == 4
    assert set(scopes) == {"col", "row"}


def test_nothing_comes_from_outside() -> None:
    text = sheet_as_html(sheet_of(TYPICAL))
    reader = Reader(text)
    assert not {"script", "link", "img", "iframe", "base", "form", "a"} & set(reader.names())
    assert not [
        name for _, attributes in reader.tags for name in attributes if name in ("src", "href", "style")
    ]
    assert "url(" not in text and "@import" not in text and "//" not in text
    policy = next(a["content"] for tag, a in reader.tags if a.get("http-equiv") == "Content-Security-Policy")
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)
    assert style and policy
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")


def test_a_cross_is_said_in_words() -> None:
    assert Reader(sheet_as_html(sheet_of(TYPICAL))).texts.count("Niet:") == 4


def test_the_style_is_for_paper_and_black_on_white() -> None:
    text = sheet_as_html(sheet_of(TYPICAL))
    assert "size: A4" in text
    colours = set(re.findall(r"#[0-9a-fA-F]{3,6}\b", text[: text.index("</style>")]))
    assert colours == {"#000", "#fff"}


def test_a_reader_hears_one_of_the_four_cards() -> None:
    reader = Reader(sheet_as_html(CARDS))
    cards = [attributes for _, attributes in reader.tags if attributes.get("class") == "card"]
    assert [attributes.get("aria-hidden") for attributes in cards] == [None, "true", "true", "true"]
    assert reader.texts.count("NIVEA") == 4


def test_what_was_agreed_stands_in_cells() -> None:
    texts = Reader(sheet_as_html(AGREED)).texts
    assert texts.index("Later beginnen, en dezelfde uren maken.") < texts.index("maandag 23 november 2026")
    assert [text for text in texts if "030-1234567" in text]


@pytest.mark.parametrize(
    ("sheet", "style"),
    [
        (sheet_of(Preparation()), "a4"),
        (sheet_of(FULLEST), "a4 full"),
        (in_large_print(sheet_of(FULLEST)), "large"),
        (CARDS, "cards"),
    ],
)
def test_the_style_goes_with_the_paper_and_how_full_it_is(sheet: Sheet, style: str) -> None:
    assert ("body", {"class": style}) in Reader(sheet_as_html(sheet)).tags
