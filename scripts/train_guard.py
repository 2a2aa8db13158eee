"""Train the guard's linear model from the committed corpus; writes content/guard/model.json.

The same corpus and lexicon give the same bytes. scikit-learn is needed here and nowhere else.

    python scripts/train_guard.py            train on everything and write the weights
    python scripts/train_guard.py --voices   leave one voice out, print how well the others predict it
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "scripts"))

from guard_content import artefact_files, corpus, notes, rule_examples  # noqa: E402

from coach.domain.guard import Act, Category, Guard  # noqa: E402
from coach.domain.guard.build import build_artefact  # noqa: E402
from coach.domain.guard.decide import NOTE_LANE  # noqa: E402
from coach.domain.guard.model import encode  # noqa: E402

MODEL = ROOT / "content" / "guard" / "model.json"
STRENGTH = {"1": 0.4, "2": 0.3, "a": 0.3, "n": 0.5}
FEWEST = 3
"""A feature that fewer texts have is left out."""
NOTE_BASE = "1:"
TOP = 44


def identity(row: list[str]) -> list[str]:
    """The vectorizer's analyzer: rows are lists of features already."""
    return row


class Trainer:
    """Turns labelled texts into lanes of weights."""

    def __init__(self, guard: Guard) -> None:
        self._features = guard.features
        self._seen: dict[str, list[str]] = {}

    def rows(self, texts: Iterable[str]) -> list[list[str]]:
        """Features of each text, worked out once."""
        found = []
        for text in texts:
            if text not in self._seen:
                self._seen[text] = sorted(self._features(text))
            found.append(self._seen[text])
        return found

    def train(self, examples: list[dict[str, Any]], note_rows: list[dict[str, Any]]) -> dict[str, object]:
        """The model of these examples, in the artefact's form."""
        lanes: list[tuple[str, dict[str, float], float]] = []
        x, names = self._matrix(self.rows(example["text"] for example in examples), FEWEST)
        weight = np.array([example.get("weight", 1.0) for example in examples])
        first = np.array([(example["category"] or ["goed"])[0] for example in examples])
        lanes += self._softmax(x, names, first, weight)
        for category in Category:
            hit = np.array([category.value in example["category"] for example in examples])
            if hit.sum() >= 3:
                lanes.append(self._binary("2:" + category.value, x, names, hit, weight, STRENGTH["2"]))
        for act in Act:
            hit = np.array([act.value in (example.get("acts") or example.get("acts_some") or []) for example in examples])
            told = hit | np.array([example.get("acts") is not None for example in examples])
            lanes.append(self._binary("a:" + act.value, x[told], names, hit[told], weight[told], STRENGTH["a"]))
        if note_rows:
            x, names = self._matrix(self.rows(note["text"] for note in note_rows), 2)
            hit = np.array([note["label"] == "mag_niet" for note in note_rows])
            weight = np.array([note.get("weight", 1.0) for note in note_rows])
            lanes.append(self._binary(NOTE_LANE, x, names, hit, weight, STRENGTH["n"]))
        return pack(lanes)

    @staticmethod
    def _matrix(rows: list[list[str]], fewest: int) -> tuple[Any, list[str]]:
        vectorizer = CountVectorizer(analyzer=identity, min_df=fewest, binary=True, dtype=np.float64)
        x = vectorizer.fit_transform(rows)
        return x, list(vectorizer.get_feature_names_out())

    @staticmethod
    def _softmax(x: Any, names: list[str], hit: Any, weight: Any) -> list[tuple[str, dict[str, float], float]]:
        model = LogisticRegression(C=STRENGTH["1"], max_iter=400, tol=1e-4).fit(x, hit, sample_weight=weight)
        return [
            ("1:" + str(label), dict(zip(names, model.coef_[row], strict=True)), float(model.intercept_[row]))
            for row, label in enumerate(model.classes_)
        ]

    @staticmethod
    def _binary(
        lane: str, x: Any, names: list[str], hit: Any, weight: Any, strength: float
    ) -> tuple[str, dict[str, float], float]:
        model = LogisticRegression(C=strength, max_iter=400, tol=1e-4).fit(x, hit, sample_weight=weight)
        return lane, dict(zip(names, model.coef_[0], strict=True)), float(model.intercept_[0])


def pack(lanes: list[tuple[str, dict[str, float], float]]) -> dict[str, object]:
    """Rounded weights, a step per lane; what rounds to nothing is left out."""
    steps: list[float] = []
    weights: dict[str, list[tuple[int, int]]] = {}
    for place, (_, values, _) in enumerate(lanes):
        step = float(f"{max(abs(value) for value in values.values()) / TOP:.4g}")
        steps.append(step)
        for name, value in values.items():
            rounded = round(value / step)
            if abs(rounded) >= KEEP:
                weights.setdefault(name, []).append((place, int(rounded)))
    return {
        "lanes": [lane for lane, _, _ in lanes],
        "steps": steps,
        "biases": [round(bias, 3) for _, _, bias in lanes],
        "weights": {name: encode(pairs) for name, pairs in sorted(weights.items())},
    }


KEEP = 2
"""Weights below this many steps say too little to carry."""


def voices(examples: list[dict[str, Any]], note_rows: list[dict[str, Any]], files: dict[str, object]) -> None:
    """Print accuracy on each voice, trained on all the others."""
    from evaluate_guard import evaluate, evaluate_notes

    trainer = Trainer(Guard(build_artefact({name: file for name, file in files.items() if name != "model.json"})))
    wanted = sys.argv[2:] or sorted({str(example["voice"]) for example in examples if example.get("held", True)})
    for voice in wanted:
        model = trainer.train(
            [example for example in examples if example["voice"] != voice],
            [note for note in note_rows if note["voice"] != voice],
        )
        guard = Guard(build_artefact({**files, "model.json": model}))
        report = evaluate(guard, [example for example in examples if example["voice"] == voice])
        print(f"{voice:10} {report.line()}", end="")
        own = [note for note in note_rows if note["voice"] == voice]
        print("  " + evaluate_notes(guard, own).line() if own else "")


def main() -> None:
    """Train and write, or measure by voice."""
    files = artefact_files()
    examples = corpus() + rule_examples(files)
    note_rows = notes()
    if "--voices" in sys.argv[1:2]:
        voices(examples, note_rows, files)
        return
    bare = Guard(build_artefact({name: file for name, file in files.items() if name != "model.json"}))
    model = Trainer(bare).train(examples, note_rows)
    MODEL.write_text(json.dumps(model, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    size = len(json.dumps(build_artefact({**files, "model.json": model}), ensure_ascii=False, separators=(",", ":")).encode())
    print(f"{len(examples)} uitingen, {len(note_rows)} notities, {len(model['weights'])} kenmerken, artefact {size} bytes")


if __name__ == "__main__":
    main()
