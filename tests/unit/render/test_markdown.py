from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coach.domain.sheet import BlankLines, BlankTable, Heading, Listing, Mark, Pairs, Paragraph, Sheet
from coach.domain.text import one_line
from coach.render.markdown import escape_markdown, sheet_as_markdown
from tests.unit.samples import HARD, TO_AGREE, TYPICAL, any_text, sheet_of

READER = MarkdownIt("gfm-like")
MARKED = st.text("\\`*_{}[]()<>#+-.!|~&@:/=ab1 \n\"'www.$^", max_size=40)


def inline_text(tokens: list[Token]) -> str:
    return "".join(child.content for token in tokens for child in token.children or ())


def inline_types(tokens: list[Token]) -> set[str]:
    return {child.type for token in tokens for child in token.children or ()}


@given(st.one_of(any_text, MARKED))
@example("[a](http://b.nl) <b> &amp; `c` www.d.nl e@f.nl g.nl")
def test_a_text_stays_text_wherever_it_stands(text: str) -> None:
    escaped = escape_markdown(text)
    for line, kinds in (
        (escaped, {"paragraph_open", "inline", "paragraph_close"}),
        (f"- {escaped}", {"bullet_list_open", "list_item_open", "paragraph_open", "inline"}),
        (f"woord {escaped}", {"paragraph_open", "inline", "paragraph_close"}),
        (f"woord\n{escaped}", {"paragraph_open", "inline", "paragraph_close"}),
    ):
        tokens = READER.parse(line)
        found = {token.type for token in tokens if not token.type.endswith("_close")}
        assert found <= kinds
        assert inline_types(tokens) <= {"text", "softbreak"}
    assert inline_text(READER.parse(f"x{escaped}")) == f"x{one_line(text)}".rstrip()


@pytest.mark.parametrize(
    "text", ["10.00 uur", "Je kwam te laat (twee keer)!", "o, zeker: ja; nee.", "a - b = c + 1"]
)
def test_usual_sentences_stay_readable(text: str) -> None:
    assert escape_markdown(text) == text


def test_structure() -> None:
    blocks = (
        Heading("Kop"),
        Paragraph("tekst", strong=True),
        Listing(("een", "twee"), Mark.CROSS),
        Pairs((("Label", "waarde"),)),
        BlankTable(("Wie", "Wat"), 2),
        BlankLines(2, "Plek"),
    )
    tokens = READER.parse(sheet_as_markdown(Sheet("Titel", blocks, "voet", "nood")))
    kinds = [token.type for token in tokens]
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2"]
    assert kinds.count("list_item_open") == 3
    assert kinds.count("th_open") == 2
    assert kinds.count("td_open") == 4
    assert "hr" in kinds
    assert {"niet: een", "Label: waarde", "nood", "voet"} <= {
        "".join(child.content for child in token.children or ()) for token in tokens
    }


def test_no_text_changes_the_structure() -> None:
    def shape(text: str) -> list[str]:
        blocks = (
            Heading(text),
            Paragraph(text, strong=True),
            Listing((text, text)),
            Pairs(((text, text),)),
            BlankTable((text, text), 1),
            BlankLines(1, text),
        )
        return [token.type for token in READER.parse(sheet_as_markdown(Sheet(text, blocks, text, text)))]

    plain = shape("gewoon")
    for text in HARD:
        if one_line(text):
            assert shape(text) == plain


def test_the_sheet_has_no_control_characters() -> None:
    shown = sheet_as_markdown(sheet_of(TYPICAL))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
    assert shown.endswith("\n") and not shown.endswith("\n\n")


def test_an_empty_copy_has_a_table_to_write_in() -> None:
    tokens = READER.parse(sheet_as_markdown(TO_AGREE))
    heads = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "th_open"]
    assert heads == ["Wie", "Doet wat", "Klaar op", "Terugkijken op"]
    assert sum(token.type == "td_open" for token in tokens) == 6 * 4
