"""Setting a judgement aside in lines of text, with the real guard."""

from __future__ import annotations

from pathlib import Path

from tests.cli.lines import at, exported, prepare

NOT_SO = "Dit klopt niet: zet het oordeel opzij voor deze zin"


def test_a_harmless_plan_is_let_by_and_kept(tmp_path: Path) -> None:
    lines = at("valkuilen", "als ze haar mond houdt", "3", "wacht ik", "")
    out = prepare(*lines).out
    assert f"3. {NOT_SO}" in out and "Opzij gezet, alleen voor deze zin." in out
    assert "Als ze haar mond houdt, dan wacht ik" in out[out.index("Dit is je blad.") :]
    kept = exported(tmp_path, *lines)
    assert [plan.when for plan in kept.plans] == ["ze haar mond houdt"]
    assert [aside.text for aside in kept.asides] == ["ze haar mond houdt"]


def test_kept_as_it_is_it_does_not_come_on_the_sheet() -> None:
    out = prepare(*at("valkuilen", "als ze haar mond houdt", "1", "wacht ik", "")).out
    assert "ze haar mond houdt" not in out[out.index("Dit is je blad.") :]


def test_a_health_word_has_no_way_past() -> None:
    lines = at("feiten", "12-11", "Hij heeft een burn-out.", "2", "")
    out = prepare(*lines).out
    assert NOT_SO not in out
    assert "komt dit nooit op papier" in out
    assert "burn-out" not in out[out.index("Dit is je blad.") :]


def test_an_interpretation_gets_the_pattern_of_its_signal() -> None:
    lines = at("signalen", "1", "", "12-11", "1", "Was lui in het overleg", "2", "")
    out = " ".join(prepare(*lines).out.split())
    assert "Dit is een oordeel." in out
    assert "zonder reden of oordeel. Zoals:" in out
