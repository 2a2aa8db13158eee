"""`OwnGuard`: an organisation's words and rules make a judgement stricter and never milder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.guard import Guard, Role, Status, Verdict
from coach.domain.guard.build_errors import GuardContentError
from coach.domain.guard.build_own import LEXICON, RULES, build_own
from coach.domain.guard.own_guard import MARKER, OwnGuard

RULE: dict[str, Any] = {
    "id": "eigen-pasje",
    "categorie": "prive",
    "titel": "Vraagt naar het pasje",
    "waarom": "Daarom niet.",
    "beter": [{"zeg": "Wat heb je nodig?", "u": "Wat heeft u nodig?"}],
    "bron": "code, artikel 1",
    "patronen": ["PASJE *3 JE", "JE *3 PASJE"],
    "fout": [f"Waar is je kwibbel {n}?" for n in range(6)],
    "goed": [f"Een kwibbel is {n}." for n in range(6)],
}
CLASSES: list[dict[str, Any]] = [
    {"id": "PASJE", "uitleg": "een pasje", "woorden": ["kwibbel kwibbels"]},
    # Each of these would take the sting out of a sentence, if it could.
    {"id": "WERKDING", "woorden": ["hofpijntje", "afas"], "uitdrukkingen": ["een burn-out", "slik je"]},
    {"id": "NIET", "woorden": ["zumpel"]},
]
SOURCES = {"code": "Onze code"}


@pytest.fixture(scope="module")
def sources(files: dict[str, object]) -> dict[str, object]:
    """The coach's own files, as they are when an organisation's are built with them."""
    return {name: value for name, value in files.items() if name != "model.json"}


@pytest.fixture(scope="module")
def own(sources: dict[str, object], artefact: dict[str, object], guard: Guard) -> OwnGuard:
    """The guard with all of the above, after a way through JSON as it makes in the cache."""
    built = build_own(sources, artefact, CLASSES, [RULE], SOURCES)
    return OwnGuard(json.loads(json.dumps(built)), lambda: guard)


def _texts(files: dict[str, Any]) -> Iterator[tuple[str, Status]]:
    for path, content in files.items():
        if path.startswith("regels/"):
            for rule in content["regels"]:
                status = Status(rule.get("status", "werkt"))
                yield from ((text, status) for text in [*rule["fout"], *rule["goed"]])
    yield from ((text, Status.WERKT) for key in ("wel", "niet") for text in files["nood.yaml"][key])


def test_without_its_words_and_rules_all_is_as_before(
    own: OwnGuard, guard: Guard, files: dict[str, Any]
) -> None:
    texts = [(text, status) for text, status in _texts(files) if "burn-out" not in text.lower()]
    assert len(texts) > 300
    for text, status in texts:
        if not text.lower().startswith("slik"):
            for role in (Role.ZEGT, Role.NOTITIE, Role.MEDEWERKER):
                assert own.analyse(text, role, status) == guard.analyse(text, role, status)


@pytest.mark.parametrize("added", ["", " zumpel", " met die afas", " hofpijntje"])
def test_no_word_makes_a_judgement_milder(
    own: OwnGuard, guard: Guard, files: dict[str, Any], added: str
) -> None:
    for text, status in _texts(files):
        said = text.rstrip("?.!") + added + text[len(text.rstrip("?.!")) :]
        for role in (Role.ZEGT, Role.NOTITIE):
            before, after = guard.analyse(said, role, status), own.analyse(said, role, status)
            assert after.verdict.severity >= before.verdict.severity, said
            assert set(before.findings) <= set(after.findings), said
            assert after.nood >= before.nood, said


PIECES = st.sampled_from([
    *"kwibbel zumpel afas hofpijntje een slik je heb je last van , . ? ! maar niet zelfmoord".split(" "),
    "een burn-out", "Slik je medicijnen?", "ik wil niet meer leven", "Je hoeft me niet te vertellen wat",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30), st.sampled_from(list(Role)))
def test_whatever_is_typed_nothing_is_lost(
    own: OwnGuard, guard: Guard, pieces: list[str], role: Role
) -> None:
    text = " ".join(pieces)
    before, after = guard.analyse(text, role), own.analyse(text, role)
    assert after.verdict.severity >= before.verdict.severity
    assert set(before.findings) <= set(after.findings)
    assert after.nood >= before.nood
    assert all(0 <= finding.start < finding.end <= len(text) for finding in after.findings)


def test_its_rule_finds_what_it_is_for_and_says_whose_it_is(own: OwnGuard, guard: Guard) -> None:
    text = "Neem uw kwibbel mee naar het overleg."
    assert guard.analyse(text).verdict is Verdict.GOED
    (found,) = own.analyse(text).findings
    assert (found.rule, found.source, found.instead) == (
        "eigen-pasje",
        "Onze code, artikel 1",
        "Wat heeft u nodig?",
    )
    assert found.sure and text[found.start : found.end] == "uw kwibbel"
    explained = own.rule("eigen-pasje")
    assert explained is not None and explained.catches == tuple(RULE["fout"])
    assert [rule.id for rule in own.rules()] == [rule.id for rule in guard.rules()] + ["eigen-pasje"]
    assert guard.own_rules() == () and own.rule("diagnose-naam") is not None


def test_its_finding_stands_beside_that_of_the_coach(own: OwnGuard, guard: Guard) -> None:
    text = "Heb je een burn-out, of ligt je kwibbel thuis?"
    rules = [finding.rule for finding in own.analyse(text).findings]
    assert "eigen-pasje" in rules
    assert set(guard.analyse(text).findings) <= set(own.analyse(text).findings)


def test_a_mask_of_the_coach_silences_it_too(own: OwnGuard) -> None:
    assert own.analyse("Je hoeft me niet te vertellen waar je kwibbel is.").verdict is Verdict.GOED


def test_in_danger_its_rules_keep_silent(own: OwnGuard) -> None:
    analysis = own.analyse("Denk je aan zelfmoord om je kwibbel?")
    assert analysis.nood
    assert "eigen-pasje" not in [finding.rule for finding in analysis.findings]


def test_employees_are_not_judged_by_it(own: OwnGuard) -> None:
    assert own.analyse("Waar is je kwibbel?", Role.MEDEWERKER).findings == ()


def test_the_coach_s_own_guard_is_asked_for_only_when_a_word_is_met(
    sources: dict[str, object], artefact: dict[str, object], guard: Guard
) -> None:
    asked: list[int] = []

    def base() -> Guard:
        asked.append(1)
        return guard

    own = OwnGuard(build_own(sources, artefact, CLASSES, [RULE], SOURCES), base)
    own.analyse("Hoe gaat het met je?")
    assert asked == []
    own.analyse("Waar is je kwibbel? En die van je collega?")
    own.analyse("Waar is je kwibbel?")
    assert asked == [1]


@pytest.mark.parametrize(
    ("classes", "changed", "path", "said"),
    [
        ([{"id": "WERKDING", "woorden": ["burn-out"]}], {}, LEXICON, "kent coach al"),
        ([{"id": "WERKDING", "woorden": ["kwibbel burnout"]}], {}, LEXICON, "kent coach al"),
        ([{"id": "NIET", "woorden": ["Depressief"]}], {}, LEXICON, "kent coach al"),
        ([{"id": "NIET", "woorden": ["precies"]}], {}, LEXICON, "kent coach al"),
        ([{"id": "WERKDING", "woorden": ["[a-z]+"]}], {}, LEXICON, "losse woorden"),
        ([{"id": "WERKDING", "uitdrukkingen": ["kwibbel"]}], {}, LEXICON, "twee woorden of meer"),
        ([{"id": "WERKDING", "uitdrukkingen": ["de (kwibbel"]}], {}, LEXICON, "losse woorden"),
        ([{"id": MARKER, "woorden": ["kwibbel"]}], {}, LEXICON, "gebruikt coach zelf"),
        ([{"id": "NIEUW", "woorden": ["kwibbel"]}], {}, LEXICON, "uitleg"),
        ([], {"patronen": ["BESTAATNIET *2 JE"]}, RULES, "staat niet in het lexicon"),
        ([], {"patronen": ["(je|u)+ kwibbel"]}, RULES, "onbekend"),
        ([], {"patronen": [".* .* kwibbel"]}, RULES, "onbekend"),
        ([], {"patronen": ["JE *9 JE *9 JE *9 kwibbel"]}, RULES, "te veel kanten op"),
        ([], {"patronen": ["JE *2 ik *2 JE *2 ik *2 JE *2 kwibbel"]}, RULES, "hoogstens 4 sprongen"),
        ([], {"patronen": ["ik? ik? ik? ik? ik? ik? ik? ik? kwibbel"]}, RULES, "te veel kanten op"),
        ([], {"patronen": ["*3"]}, RULES, "minstens één vast woord"),
        ([], {"bron": "onbekend, artikel 1"}, RULES, "bron"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(
    sources: dict[str, object],
    artefact: dict[str, object],
    classes: list[dict[str, Any]],
    changed: dict[str, Any],
    path: str,
    said: str,
) -> None:
    rules = [{**RULE, "patronen": ["kwibbel *3 JE"], **changed}] if changed else []
    with pytest.raises(GuardContentError, match=said) as caught:
        build_own(sources, artefact, classes, rules, SOURCES)
    assert caught.value.path == path


def test_a_word_of_a_pattern_keeps_what_the_coach_makes_of_it(
    sources: dict[str, object], artefact: dict[str, object], guard: Guard
) -> None:
    """`hoofdpijm` is read as a complaint; naming it in a pattern must not make an unknown word of it."""
    text = "Heb je weer last van hoofdpijm?"
    assert guard.analyse(text).verdict is Verdict.VERBODEN
    rule = {**RULE, "patronen": ["hoofdpijm *1 kwibbel"]}
    own = OwnGuard(build_own(sources, artefact, [], [rule], SOURCES), lambda: guard)
    assert set(guard.analyse(text).findings) <= set(own.analyse(text).findings)
