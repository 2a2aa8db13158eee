from __future__ import annotations

from dataclasses import replace

from coach.domain.agreement_copy import ROWS, AgreementCopy, agreement_sheet
from coach.domain.sheet import BlankLines, BlankTable, Block, Heading, Listing, Pairs, Sheet
from tests.unit.samples import AGREED, AGREEMENTS, CARDS, EMERGENCY, HELP


def heads(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading)]


def table(sheet: Sheet) -> BlankTable:
    return next(block for block in sheet.blocks if isinstance(block, BlankTable))


def test_what_was_agreed_is_filled_in_and_the_rest_is_room_to_write() -> None:
    assert heads(AGREED) == ["Waar we over spraken", "Wie doet wat", "Zo gaan we verder"]
    assert table(AGREED).filled[2] == ("Samen", "Kijken naar het rooster.", "1 dec", "")
    assert table(AGREED).rows == ROWS - 3
    assert Listing(("taken", "rooster")) in AGREED.blocks
    assert Pairs((("We spreken elkaar weer op", "donderdag 26 november 2026"),)) in AGREED.blocks
    assert BlankLines(2, "Dit mag het team weten") in AGREED.blocks


def test_nothing_agreed_yet_is_a_sheet_to_fill_in_together() -> None:
    def is_room(block: Block) -> bool:
        return isinstance(block, Heading | BlankLines) or block == table(sheet)

    sheet = agreement_sheet(AgreementCopy())
    assert all(map(is_room, sheet.blocks))
    assert (table(sheet).rows, table(sheet).filled) == (ROWS, ())


def test_no_agreement_is_left_out() -> None:
    many = replace(AGREEMENTS, rows=AGREEMENTS.rows * 4)
    assert (len(table(agreement_sheet(many)).filled), table(agreement_sheet(many)).rows) == (12, 0)


def test_the_employee_s_sheet_names_his_help_and_nothing_that_hurts() -> None:
    assert AGREED.help.startswith("Hulp bij ons: Bedrijfsarts 030-1234567 (werkdagen) · Vertrouwenspersoon")
    assert AGREED.emergency == ""
    assert agreement_sheet(AGREEMENTS).help == ""
    assert "voor jou" in AGREED.footer


def test_the_card_holds_the_letters_and_whom_to_call() -> None:
    (pairs,) = CARDS.blocks
    assert isinstance(pairs, Pairs)
    assert [label for label, _ in pairs.rows] == ["LSD", "OMA", "ANNA", "DIK", "NIVEA"]
    assert all(number.number in CARDS.emergency for number in EMERGENCY.numbers)
    assert all(number.number in CARDS.help for number in HELP.numbers)
    assert CARDS.footer == "Nummers nagekeken op zondag 22 november 2026."
