"""How good the guard is on lines it was never trained on; floors lie under what was measured."""

from __future__ import annotations

from coach.domain.guard import Guard


def test_held_out_utterances(guard: Guard) -> None:
    from evaluate_guard import evaluate
    from guard_content import CORPUS, corpus, lines

    rows = lines(CORPUS / "apart" / "uitingen.jsonl")
    assert not {row["text"] for row in rows} & {row["text"] for row in corpus()}, (
        "held out means never trained on"
    )
    report = evaluate(guard, rows)
    assert report.accuracy >= 0.88, report.errors
    assert report.recall("verboden") >= 0.9, report.errors
    assert report.false_alarms <= 0.1, report.errors
    assert report.micro(report.acts) >= 0.75


def test_held_out_notes(guard: Guard) -> None:
    from evaluate_guard import evaluate_notes
    from guard_content import CORPUS, lines

    report = evaluate_notes(guard, lines(CORPUS / "apart" / "notities.jsonl"))
    assert report.right / report.size >= 0.9, report.errors
