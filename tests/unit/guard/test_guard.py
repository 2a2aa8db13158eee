"""The contract of the guard: roles, status, spans, explanations, determinism."""

from __future__ import annotations

import json

import pytest

from coach.domain.guard import Act, Category, Guard, Role, Status, Verdict


def test_a_forbidden_question_is_explained_and_placed(guard: Guard) -> None:
    text = "Goed dat je er bent. Heb je een burn-out?"
    analysis = guard.analyse(text)
    assert analysis.verdict is Verdict.VERBODEN and analysis.text == text
    finding = next(one for one in analysis.findings if one.category is Category.DIAGNOSE)
    assert "burn-out" in text[finding.start : finding.end]
    assert finding.start >= text.index("Heb")
    assert finding.why and finding.instead and finding.source.startswith("HAN handreiking")
    assert guard.analyse(finding.instead).verdict is Verdict.GOED
    assert Act.GESLOTEN_VRAAG in analysis.acts


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "?!?!", "\x00\x1b[31m", "👍"])
def test_a_text_without_words_is_good_or_allowed(guard: Guard, text: str) -> None:
    assert guard.analyse(text).verdict is Verdict.GOED
    assert guard.analyse(text, Role.NOTITIE).verdict is Verdict.MAG
    assert guard.analyse(text).findings == ()


def test_what_an_employee_says_is_never_judged(guard: Guard) -> None:
    analysis = guard.analyse("Ik heb een burn-out en ik slik pillen. Heb jij dat ook?", Role.MEDEWERKER)
    assert (
        analysis.verdict is Verdict.GOED and not analysis.findings and not analysis.acts and not analysis.nood
    )


def test_notes_get_their_own_verdicts(guard: Guard) -> None:
    refused = guard.analyse("Heeft een burn-out, loopt bij een psycholoog.", Role.NOTITIE)
    assert refused.verdict is Verdict.MAG_NIET and refused.acts == () and refused.findings[0].instead
    assert guard.analyse(refused.findings[0].instead, Role.NOTITIE).verdict is Verdict.MAG
    allowed = guard.analyse("Evaluatie over twee weken, dinsdag 10.00 uur.", Role.NOTITIE)
    assert allowed.verdict is Verdict.MAG and not allowed.findings


def test_status_ill_makes_abilities_careful(guard: Guard) -> None:
    text = "Wat kun je nog wel?"
    assert guard.analyse(text).verdict is Verdict.GOED
    ill = guard.analyse(text, status=Status.ZIEK)
    assert ill.verdict is Verdict.VOORZICHTIG
    assert [finding.category for finding in ill.findings] == [Category.BEPERKINGEN]


def test_typos_and_missing_signs_change_nothing(guard: Guard) -> None:
    for text in ("heb je een depresie", "slik je antidepresiva", "ben je overspanen", "heb je een burn out"):
        assert guard.analyse(text).verdict is Verdict.VERBODEN, text


def test_every_rule_explains_itself(guard: Guard) -> None:
    rules = guard.rules()
    assert len({rule.id for rule in rules}) == len(rules) >= 20
    assert {rule.category for rule in rules} == set(Category)
    for rule in rules:
        assert guard.rule(rule.id) is not None
        assert rule.title and rule.why and rule.instead and rule.source
        assert len(rule.catches) >= 6 and len(rule.passes) >= 6
    assert (
        guard.rule("bestaat-niet") is None and guard.rule("model-") is None and guard.rule("diagnose") is None
    )
    model_only = guard.rule("model-oordeel")
    assert model_only is not None and model_only.category is Category.OORDEEL


def test_a_finding_of_the_model_alone_is_less_sure(guard: Guard, artefact: dict[str, object]) -> None:
    table = json.loads(json.dumps(artefact))
    table["rules"]["patterns"] = []
    table["rules"]["patterns"] = []
    finding = Guard(table).analyse("Heb je een burn-out?").findings[0]
    assert finding.rule == "model-diagnose" and not finding.sure
    assert guard.analyse("Heb je een burn-out?").findings[0].sure


def test_the_same_text_gives_the_same_answer(guard: Guard, artefact: dict[str, object]) -> None:
    fresh = Guard(json.loads(json.dumps(artefact)))
    for text in ("Je stelt je aan, en slik je iets?", "Hoe gaat het thuis?", "Wat heb je nodig?"):
        assert guard.analyse(text) == fresh.analyse(text) == guard.analyse(text)
