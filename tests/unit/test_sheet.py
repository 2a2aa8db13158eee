from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.preparation import Chosen, Fact, Plan, Preparation
from coach.domain.sheet import (
    NO_HELP,
    BlankLines,
    BlankTable,
    Block,
    Heading,
    Listing,
    Mark,
    Pairs,
    Paragraph,
    Sheet,
    build_sheet,
    questions_on_paper,
)
from tests.unit.samples import ASKED, EMERGENCY, FULLEST, TYPICAL, preparations, sheet_of


def heads(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading)]


def under(sheet: Sheet, head: str) -> list[Block]:
    """The blocks between a heading and the next one."""
    blocks = list(sheet.blocks)
    rest = blocks[blocks.index(Heading(head)) + 1 :]
    stop = next((at for at, block in enumerate(rest) if isinstance(block, Heading)), len(rest))
    return rest[:stop]


def words(sheet: Sheet) -> str:
    return repr(sheet.blocks)


def test_the_order_follows_the_talk() -> None:
    assert isinstance(sheet_of(TYPICAL).blocks[0], Pairs)
    assert heads(sheet_of(TYPICAL)) == [
        "Zo begin ik",
        "Wat ik zag",
        "Mijn vragen",
        "Mijn als-dan",
        "Liever niet",
        "Als het moeilijk wordt",
        "Onze afspraken",
    ]


def test_what_was_not_filled_in_is_left_out() -> None:
    bare = build_sheet(Preparation(), rather_not=(), moments=(), emergency=EMERGENCY)
    assert heads(bare) == ["Onze afspraken"]


def test_an_empty_sheet_has_room_to_write_everywhere() -> None:
    sheet = build_sheet(Preparation(), rather_not=(), moments=(), emergency=EMERGENCY, empty=True)
    assert heads(sheet) == ["Zo begin ik", "Wat ik zag", "Mijn vragen", "Mijn als-dan", "Onze afspraken"]
    for head in heads(sheet):
        assert all(isinstance(block, BlankLines | BlankTable) for block in under(sheet, head))
    labels = [block.label for block in under(sheet, "Mijn vragen") if isinstance(block, BlankLines)]
    assert labels == ["Benoemen", "Invloed op werk", "Knelpunten", "Wat is nodig", "Afronden"]


def test_room_to_write_only_where_nothing_stands() -> None:
    sheet = sheet_of(replace(TYPICAL, place="", plans=()), empty=True)
    assert sheet.blocks[:2] == (Pairs((("Moment", TYPICAL.moment),)), BlankLines(1, "Plek"))
    assert under(sheet, "Zo begin ik") == [Paragraph(TYPICAL.opening, strong=True)]
    assert under(sheet, "Mijn als-dan") == [BlankLines(1, "Als"), BlankLines(1, "dan")]


def test_facts_with_their_date() -> None:
    preparation = Preparation(facts=(Fact("laat", date(2026, 11, 12)), Fact("stil")))
    assert under(sheet_of(preparation), "Wat ik zag") == [
        Pairs((("do 12 nov 2026", "laat"), ("zonder datum", "stil")))
    ]


def test_of_too_many_questions_every_part_keeps_its_first() -> None:
    many = tuple(
        Chosen(part, f"{part} {number}") for part in (Part.BENOEMEN, *ASKED[2:]) for number in range(3)
    )
    assert [chosen.text for chosen in questions_on_paper(many)] == [
        "benoemen 0", "benoemen 1", "knelpunten 0", "knelpunten 1", "nodig 0", "afronding 0",
    ]  # fmt: skip
    one_part = tuple(Chosen(Part.NODIG, f"vraag {number}") for number in range(12))
    assert questions_on_paper(one_part) == one_part[:6]
    assert questions_on_paper(one_part[:6]) == one_part[:6]
    assert under(sheet_of(Preparation(questions=one_part)), "Mijn vragen") == [
        Pairs(tuple(("Wat is nodig", chosen.text) for chosen in one_part[:6]))
    ]


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        (Plan("het stil valt", "wacht ik"), "Als het stil valt, dan wacht ik"),
        (Plan("Als het stil valt.", "Dan wacht ik."), "Als het stil valt, dan wacht ik."),
        (Plan("", "wacht ik"), "Als ..., dan wacht ik"),
        (Plan("alsof", "danser"), "Als alsof, dan danser"),
        (Plan("als", "dan"), "Als ..., dan ..."),
    ],
)
def test_a_plan_reads_as_one_sentence(plan: Plan, line: str) -> None:
    assert under(sheet_of(Preparation(plans=(plan,))), "Mijn als-dan") == [Listing((line,))]


def test_sentences_to_keep_away_from_are_crossed() -> None:
    block = under(sheet_of(TYPICAL), "Liever niet")[0]
    assert isinstance(block, Listing)
    assert block.mark is Mark.CROSS


def test_agreements_and_next_talk_are_always_there() -> None:
    for preparation in (Preparation(), TYPICAL, FULLEST):
        for empty in (True, False):
            table, following, *rest = under(sheet_of(preparation, empty=empty), "Onze afspraken")
            assert rest == ([BlankLines(1, NO_HELP)] if empty else [])
            assert isinstance(table, BlankTable)
            assert len(table.columns) == 4
            if preparation.next_date:
                assert following == Pairs((("We spreken elkaar weer op", "donderdag 26 november 2026"),))
            else:
                assert isinstance(following, BlankLines)
                assert "binnen een week" in following.label


def test_emergency_numbers_of_one_service_stand_together() -> None:
    assert (
        sheet_of(TYPICAL).emergency == "Bij nood: 112 (nu gevaar) · 113 of 0800-0113 (gratis, dag en nacht)"
    )
    none = build_sheet(TYPICAL, rather_not=(), moments=(), emergency=replace(EMERGENCY, numbers=()))
    assert none.emergency == ""


def test_who_is_ill_gets_another_title() -> None:
    assert sheet_of(TYPICAL).title == "Mijn gesprek"
    assert sheet_of(replace(TYPICAL, status=Status.ZIEK)).title == "Mijn contactgesprek"


def test_the_label_is_not_printed() -> None:
    assert "Mees" not in repr(sheet_of(replace(TYPICAL, label="Mees")))


@given(preparations())
def test_everything_filled_in_stands_on_the_sheet(preparation: Preparation) -> None:
    shown = words(sheet_of(preparation))
    texts = [fact.what for fact in preparation.facts] + [
        chosen.text for chosen in questions_on_paper(preparation.questions)
    ]
    texts += [preparation.moment, preparation.place, preparation.opening]
    assert all(repr(text)[1:-1] in shown for text in texts if "'" not in text)
