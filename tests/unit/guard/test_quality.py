"""How good the guard is on lines it was never trained on; floors lie under what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from coach.domain.guard import Guard

Rows = list[dict[str, Any]]


def _held(ending: str) -> Iterator[Rows]:
    from guard_content import CORPUS, lines

    for path in sorted((CORPUS / "apart").glob("*.jsonl")):
        written = path.stem.endswith("_notes") or path.stem == "notities"
        if path.stem != "gewoon" and written == (ending == "notes"):
            yield lines(path)


def test_what_is_held_out_is_never_trained_on() -> None:
    from guard_content import corpus, notes

    known = {row["text"] for row in [*corpus(), *notes()]}
    held = {row["text"] for kind in ("said", "notes") for rows in _held(kind) for row in rows}
    assert len(held) > 600
    assert len(held & known) <= 0.005 * len(held)


def test_held_out_utterances(guard: Guard) -> None:
    from evaluate_guard import evaluate

    report = evaluate(guard, [row for rows in _held("said") for row in rows])
    assert report.size >= 600
    assert report.accuracy >= 0.9, report.errors
    assert report.precision("verboden") >= 0.92, report.errors
    assert report.recall("verboden") >= 0.9, report.errors
    assert report.false_alarms <= 0.08, report.errors
    assert report.category_hit >= 0.85, report.errors
    assert report.micro(report.acts) >= 0.82
    assert report.nood_missed == 0


def test_danger_is_felt_where_no_pattern_knows_the_words(guard: Guard) -> None:
    """Hard, indirect sentences, never trained on: most of them no list of patterns will ever hold."""
    from guard_content import CORPUS, lines

    rows = lines(CORPUS / "nood" / "apart" / "nood.jsonl")
    felt = [guard.analyse(row["text"]).nood for row in rows]
    found = sum(now for now, row in zip(felt, rows, strict=True) if row["nood"])
    false = sum(now for now, row in zip(felt, rows, strict=True) if not row["nood"])
    assert found >= 40
    assert false <= 12


def test_every_act_is_heard(guard: Guard) -> None:
    from evaluate_guard import evaluate

    report = evaluate(guard, [row for rows in _held("said") for row in rows])
    weak = {name for name in report.acts if report.micro({name: report.acts[name]}) < 0.6}
    assert not weak


def test_held_out_notes(guard: Guard) -> None:
    from evaluate_guard import evaluate_notes

    report = evaluate_notes(guard, [row for rows in _held("notes") for row in rows])
    assert report.size >= 80
    assert report.right / report.size >= 0.88, report.errors
    assert report.missed / report.refused <= 0.12, report.errors


@pytest.mark.parametrize("most", [0.1])
def test_other_text_raises_few_alarms(guard: Guard, most: float) -> None:
    from evaluate_guard import evaluate
    from guard_content import CORPUS, lines

    report = evaluate(guard, lines(CORPUS / "apart" / "gewoon.jsonl"))
    assert report.false_alarms <= most, report.errors
