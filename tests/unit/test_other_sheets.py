"""The copy of the agreements, filled in and empty, and the card for in a pocket."""

from __future__ import annotations

from coach.domain.record_sheet import ROWS, empty_record_sheet, record_sheet
from coach.domain.sheet import BlankLines, BlankTable, Block, Heading, Pairs, Paragraph, Sheet
from tests.unit.samples import AGREED, AGREEMENTS, CARDS, EMERGENCY, HELP, TO_AGREE


def heads(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading)]


def test_every_agreement_stands_on_the_copy_with_nothing_left_to_write() -> None:
    assert heads(AGREED) == ["1. Rooster", "2. Prioriteiten", "3. Taken", "Zo gaan we verder"]
    assert all(Paragraph(agreement.what, strong=True) in AGREED.blocks for agreement in AGREEMENTS.agreements)
    assert not any(isinstance(block, BlankLines | BlankTable) for block in AGREED.blocks)


def test_nothing_agreed_yet_is_a_sheet_to_fill_in_together() -> None:
    def is_room(block: Block) -> bool:
        return isinstance(block, Heading | BlankLines | BlankTable)

    assert all(map(is_room, empty_record_sheet().blocks))
    (table,) = (block for block in TO_AGREE.blocks if isinstance(block, BlankTable))
    assert table.rows == ROWS
    assert Pairs((("We spreken elkaar weer op", "donderdag 26 november 2026"),)) in TO_AGREE.blocks
    assert (TO_AGREE.title, TO_AGREE.footer) == (AGREED.title, AGREED.footer)


def test_the_employee_s_sheet_names_his_help_and_nothing_that_hurts() -> None:
    for sheet in (AGREED, TO_AGREE):
        assert sheet.help.startswith("Hulp bij ons: Bedrijfsarts 030-1234567 (werkdagen) · Vertrouw")
        assert sheet.emergency == ""
    assert record_sheet(AGREEMENTS).help == ""
    assert AGREEMENTS.label not in str(AGREED)


def test_the_card_holds_the_letters_and_whom_to_call() -> None:
    (pairs,) = CARDS.blocks
    assert isinstance(pairs, Pairs)
    assert [label for label, _ in pairs.rows] == ["LSD", "OMA", "ANNA", "DIK", "NIVEA"]
    assert all(number.number in CARDS.emergency for number in EMERGENCY.numbers)
    assert all(number.number in CARDS.help for number in HELP.numbers)
    assert CARDS.footer == "Nummers nagekeken op zondag 22 november 2026."
