"""The examples in the content are promises; here they are kept."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

from coach.domain.guard import Category, Guard, Role, Status, Verdict
from coach.library.compile import deflated

Rules = list[dict[str, Any]]


@pytest.fixture(scope="module")
def rules(files: dict[str, object]) -> Rules:
    return list(_rules(files))


def _rules(files: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path, content in files.items():
        if path.startswith("regels/"):
            yield from content["regels"]


def test_each_bad_example_is_found_with_its_rule_and_category(guard: Guard, rules: Rules) -> None:
    missed = []
    for rule in rules:
        status = Status(rule.get("status", "werkt"))
        for text in rule["fout"]:
            found = {finding.category.value for finding in guard.analyse(text, status=status).findings}
            if rule["categorie"] not in found or rule["id"] not in guard.hits(text, status):
                missed.append((rule["id"], text, found))
    assert not missed


def test_each_near_miss_and_better_wording_is_good(guard: Guard, rules: Rules) -> None:
    alarms = []
    for rule in rules:
        status = Status(rule.get("status", "werkt"))
        for text in [*rule["goed"], *rule["beter"]]:
            analysis = guard.analyse(text, status=status)
            if analysis.verdict is not Verdict.GOED:
                alarms.append((rule["id"], text, [finding.rule for finding in analysis.findings]))
    assert not alarms


def test_the_wordings_of_each_category_pass_the_guard(guard: Guard, files: dict[str, Any]) -> None:
    items = files["categorieen.yaml"]["categorieen"]
    assert {item["id"] for item in items} == {category.value for category in Category}
    for item in items:
        for text in item["beter"]:
            assert guard.analyse(text).verdict is Verdict.GOED, text
        assert guard.analyse(item["notitie"], Role.NOTITIE).verdict is Verdict.MAG, item["notitie"]


def test_masks_silence_what_they_promise_and_no_more(guard: Guard, files: dict[str, Any]) -> None:
    for path, content in files.items():
        if path.startswith("maskers/"):
            for mask in content["maskers"]:
                for text in mask["gedempt"]:
                    assert guard.analyse(text).verdict is Verdict.GOED, (mask["id"], text)
                for text in mask["niet_gedempt"]:
                    assert guard.analyse(text).verdict is not Verdict.GOED, (mask["id"], text)


def test_danger_is_heard_in_every_role_and_figures_of_speech_are_not(
    guard: Guard, files: dict[str, Any]
) -> None:
    nood = files["nood.yaml"]
    assert len(nood["wel"]) >= 20 and len(nood["niet"]) >= 15
    for role in Role:
        for text in nood["wel"]:
            assert guard.analyse(text, role).nood, (role, text)
        for text in nood["niet"]:
            assert not guard.analyse(text, role).nood, (role, text)


def test_asking_about_suicide_is_no_question_about_complaints(guard: Guard) -> None:
    for text in ("Denk je aan zelfmoord?", "Heb je plannen om jezelf iets aan te doen?"):
        categories = {finding.category for finding in guard.analyse(text).findings}
        assert not categories & {Category.KLACHTEN, Category.DIAGNOSE}


def test_the_artefact_is_plain_json_and_small(artefact: dict[str, object]) -> None:
    data = deflated(artefact)
    assert json.loads(zlib.decompress(data)) == artefact
    assert len(data) < 600_000


def test_every_better_wording_has_its_u_form_and_both_pass(
    guard: Guard, files: dict[str, Any], rules: Rules
) -> None:
    turns = files["wendingen.yaml"]["wendingen"]
    formal = {item["zeg"]: item["u"] for item in turns}
    assert len(turns) >= 200
    usual = [text for item in [*files["categorieen.yaml"]["categorieen"], *rules] for text in item["beter"]]
    assert [text for text in usual if text not in formal] == []
    refused = [
        text
        for item in turns
        for text in (item["zeg"], item["u"])
        if guard.analyse(text).verdict is not Verdict.GOED
    ]
    assert refused == []


def test_the_wording_suits_the_sentence(guard: Guard) -> None:
    def offered(text: str) -> str:
        return guard.analyse(text).findings[0].instead

    texts = [
        "Slaap je slecht?",
        "Heb je last van je rug?",
        "Slik je medicijnen?",
        "Wat zei de bedrijfsarts dat je hebt?",
    ]
    assert len({offered(text) for text in texts}) == len(texts)
    assert " u" in f" {offered('Slaapt u slecht?')}"
    assert " je" in f" {offered('Slaap je slecht?')}"
