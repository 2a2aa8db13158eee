from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings

from coach.domain.conversation import Part
from coach.domain.guard.labels import Role, Status
from coach.domain.preparation import MAX_FACTS, MAX_PLANS, MAX_QUESTIONS, Chosen, Fact, Plan, Preparation
from coach.domain.sheet import Heading, Listing, Mark, Pairs, Paper, Sheet
from coach.flows.make_sheet import (
    MAX_MOMENTS,
    MAX_RATHER_NOT,
    Variant,
    make_sheet,
    make_variant,
)
from coach.flows.prepare import openings_for, questions_for
from coach.library.load import Library
from coach.render.pdf import sheet_as_pdf
from coach.render.text import sheet_as_text
from tests.unit.flows.stand_in import WordGuard, as_guard
from tests.unit.samples import TYPICAL, preparations

BAD = "GEENNOTITIE VERBODEN"


def rows_under(sheet: Sheet, head: str) -> tuple[tuple[str, str], ...]:
    blocks = list(sheet.blocks)
    if Heading(head) not in blocks:
        return ()
    block = blocks[blocks.index(Heading(head)) + 1]
    assert isinstance(block, Pairs)
    return block.rows


def crossed(sheet: Sheet) -> tuple[str, ...]:
    return next(b.items for b in sheet.blocks if isinstance(b, Listing) and b.mark is Mark.CROSS)


def test_what_is_refused_is_left_out_and_named(library: Library) -> None:
    preparation = Preparation(
        facts=(Fact("goed feit"), Fact(f"feit {BAD}")),
        moment=f"moment {BAD}",
        place="kamer",
        plans=(Plan("goed", "ja"), Plan(f"als {BAD}", "ja"), Plan("goed", f"dan {BAD}")),
        opening=f"opening {BAD}",
        questions=(Chosen(Part.NODIG, "goede vraag"), Chosen(Part.NODIG, f"vraag {BAD}")),
    )
    result = make_sheet(library, as_guard(WordGuard()), preparation)
    shown = sheet_as_text(result.sheet, 80)
    assert BAD not in shown
    assert all(text in shown for text in ("goed feit", "kamer", "Als goed, dan ja", "goede vraag"))
    assert [refusal.step for refusal in result.refused] == [
        "feiten",
        "plek",
        "valkuilen",
        "valkuilen",
        "opening",
        "nodig",
    ]
    assert all(BAD in refusal.text and refusal.analysis.findings for refusal in result.refused)


def test_each_text_is_judged_in_its_role_and_status(library: Library) -> None:
    guard = WordGuard()
    make_sheet(library, as_guard(guard), replace(TYPICAL, status=Status.ZIEK))
    assert {status for _, _, status in guard.seen} == {Status.ZIEK}
    notes = {text for text, role, _ in guard.seen if role is Role.NOTITIE}
    said = {text for text, role, _ in guard.seen if role is Role.ZEGT}
    written = {TYPICAL.moment, TYPICAL.place, TYPICAL.asked, TYPICAL.delivered, TYPICAL.goal}
    assert written | {fact.what for fact in TYPICAL.facts} <= notes
    assert not written & said


def test_the_label_never_comes_on_paper(library: Library) -> None:
    result = make_sheet(library, as_guard(WordGuard()), replace(TYPICAL, label="Jansen"))
    assert "Jansen" not in sheet_as_text(result.sheet, 80)


def test_the_coach_s_own_sentences_are_printed_unread(library: Library) -> None:
    guard = WordGuard()
    opening = openings_for(library, Status.WERKT)[0].je
    result = make_sheet(library, as_guard(guard), Preparation(opening=opening))
    assert not result.refused
    assert opening not in {text for text, _, _ in guard.seen}


def test_an_own_sentence_for_the_other_status_is_refused(library: Library) -> None:
    only = next(line for line in openings_for(library, Status.WERKT) if Status.ZIEK not in line.statuses)
    result = make_sheet(library, as_guard(WordGuard()), Preparation(status=Status.ZIEK, opening=only.je))
    assert [refusal.step for refusal in result.refused] == ["opening"]


def test_hard_moments_follow_the_pitfalls_and_the_status(library: Library) -> None:
    for status in Status:
        for pitfall in library.pitfalls:
            preparation = Preparation(status=status, plans=(Plan("als", "dan", pitfall.id),))
            rows = rows_under(
                make_sheet(library, as_guard(WordGuard()), preparation).sheet, "Als het moeilijk wordt"
            )
            fitting = [m for m in map(library.moment, pitfall.moments) if status in m.statuses]
            assert [title for title, _ in rows] == [m.title for m in fitting][:MAX_MOMENTS]


def test_a_pitfall_that_is_not_known_gives_no_moment(library: Library) -> None:
    preparation = Preparation(plans=(Plan("als", "dan", "van-een-ander"),))
    sheet = make_sheet(library, as_guard(WordGuard()), preparation).sheet
    assert rows_under(sheet, "Als het moeilijk wordt") == ()


def test_sentences_to_keep_away_from_belong_to_the_asked_parts(library: Library) -> None:
    preparation = Preparation(questions=(Chosen(Part.NODIG, "vraag"),))
    assert crossed(make_sheet(library, as_guard(WordGuard()), preparation).sheet) == (
        library.part(Part.NODIG).avoid[0].text,
    )
    all_parts = crossed(make_sheet(library, as_guard(WordGuard()), Preparation()).sheet)
    assert 1 < len(all_parts) <= MAX_RATHER_NOT


@settings(max_examples=50)
@given(preparation=preparations())
def test_nothing_gets_by_the_guard(library: Library, preparation: Preparation) -> None:
    """Whatever is printed of what was typed was read by the guard, in this very form."""
    guard = WordGuard()
    result = make_sheet(library, as_guard(guard), preparation)
    seen = {text for text, _, _ in guard.seen} | library.spoken_texts | {""}
    typed = [preparation.opening, preparation.moment, preparation.place]
    typed += [fact.what for fact in preparation.facts] + [asked.text for asked in preparation.questions]
    typed += [text for plan in preparation.plans for text in (plan.when, plan.then)]
    assert set(typed) <= seen
    assert not result.refused


@pytest.mark.parametrize("status", list(Status))
def test_the_coach_s_own_content_fits_one_a4(library: Library, status: Status) -> None:
    """The longest sentences that can be chosen, as many as there may be, with facts of a usual length."""

    def longest(texts: list[str], count: int) -> list[str]:
        return sorted(texts, key=len, reverse=True)[:count]

    asked = [part for part in Part if part is not Part.VOORBEREIDING and questions_for(library, part, status)]
    questions = [
        Chosen(part, text)
        for part in asked
        for text in longest([question.u for question in questions_for(library, part, status)], 2)
    ]
    questions.sort(key=lambda chosen: len(chosen.text))
    plans = sorted(
        (Plan(plan.when, plan.then, pitfall.id) for pitfall in library.pitfalls for plan in pitfall.plans),
        key=lambda plan: len(plan.when + plan.then),
    )
    preparation = Preparation(
        status=status,
        facts=(Fact("U kwam later dan tien uur op het overleg van het team."),) * MAX_FACTS,
        moment="donderdag 19 november, 10.00 uur",
        place="spreekkamer 2",
        opening=longest([line.u for line in openings_for(library, status)], 1)[0],
        questions=tuple(questions[-MAX_QUESTIONS:]),
        plans=tuple(plans[-MAX_PLANS:]),
    )
    result = make_sheet(library, as_guard(WordGuard()), preparation)
    assert not result.refused
    assert len(pikepdf.open(io.BytesIO(sheet_as_pdf(result.sheet))).pages) == 1
    for empty in (True, False):
        blank = make_sheet(library, as_guard(WordGuard()), Preparation(status=status), empty=empty).sheet
        assert len(pikepdf.open(io.BytesIO(sheet_as_pdf(blank))).pages) == 1


def test_the_real_guard_keeps_health_off_the_paper(library: Library) -> None:
    preparation = Preparation(
        facts=(Fact("Je hebt een burn-out."), Fact("Je kwam drie keer te laat.")),
        opening="Heb je een depressie?",
        questions=(Chosen(Part.NODIG, "Wat heb je nodig?"), Chosen(Part.NODIG, "Welke medicijnen slik je?")),
    )
    result = make_sheet(library, library.guard, preparation)
    assert [refusal.step for refusal in result.refused] == ["feiten", "opening", "nodig"]
    shown = sheet_as_text(result.sheet, 80)
    assert "Je kwam drie keer te laat." in shown
    assert "Wat heb je nodig?" in shown
    assert not [word for word in ("Je hebt een burn-out", "depressie", "medicijnen") if word in shown]


def test_questions_without_room_are_named(library: Library) -> None:
    asked = tuple(Chosen(Part.NODIG, f"vraag {number}") for number in range(MAX_QUESTIONS + 2))
    result = make_sheet(library, as_guard(WordGuard()), Preparation(questions=asked))
    assert result.too_many == asked[MAX_QUESTIONS:]
    assert not result.is_whole
    assert make_sheet(library, as_guard(WordGuard()), Preparation(questions=asked[:6])).is_whole


def test_every_variant_is_another_sheet(library: Library) -> None:
    made = {v: make_variant(library, as_guard(WordGuard()), TYPICAL, v).sheet for v in Variant}
    assert {variant: sheet.paper for variant, sheet in made.items() if sheet.paper is not Paper.A4} == {
        Variant.LARGE: Paper.LARGE,
        Variant.CARDS: Paper.CARDS,
    }
    assert made[Variant.LARGE].blocks == made[Variant.SHEET].blocks
    assert TYPICAL.opening not in sheet_as_text(made[Variant.EMPTY], 80)
    assert "donderdag 26 november 2026" in sheet_as_text(made[Variant.AGREEMENTS], 80)
    assert all(aid.letters in sheet_as_text(made[Variant.CARDS], 80) for aid in library.mnemonics)
    nothing = make_variant(library, as_guard(WordGuard()), Preparation(), Variant.SHEET).sheet
    assert nothing == make_variant(library, as_guard(WordGuard()), Preparation(), Variant.EMPTY).sheet
