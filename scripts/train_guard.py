"""Train the guard's linear model from the committed corpus; writes content/guard/model.json.

The same corpus and lexicon give the same bytes. scikit-learn is needed here and nowhere else.

    python scripts/train_guard.py            train on everything and write the weights
    python scripts/train_guard.py --voices   leave one voice out, print how well the others predict it
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path
from typing import Any

# Sums in another order round otherwise: one thread, so that the same corpus gives the same bytes.
for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_threads] = "1"

import numpy as np  # noqa: E402
from scipy.sparse import csr_matrix, diags  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "scripts"))

from guard_content import (  # noqa: E402
    OWN_WEIGHT,
    artefact_files,
    borrowed_notes,
    corpus,
    danger_rows,
    half_typed,
    note_wordings,
    notes,
    own_texts,
    rule_examples,
)

from coach.domain.guard import Act, Guard  # noqa: E402
from coach.domain.guard.build import build_artefact  # noqa: E402
from coach.domain.guard.build_model import encode  # noqa: E402
from coach.domain.guard.decide import CLEAR, DANGER_LANE, NOTE_LANE, OTHER  # noqa: E402
from coach.library.compile import deflated  # noqa: E402

MODEL = ROOT / "content" / "guard" / "model.json"
STRENGTH = {"1": 20.0, "a": 40.0, "n": 20.0, "d": 40.0}
"""Inverse strength of the penalty per kind of lane, for rows of length one."""
DANGER_WEIGHT = 3.0
"""A text that speaks of danger weighs more than one that does not: there are few of them."""
FEWEST = 2
"""A feature that fewer texts have is left out."""
MOST = 30000
"""So many features are kept: those that weigh most in a first training."""
KEEP = 2
"""Weights below this many steps say too little to carry."""
TOP = 44


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

    def train(
        self,
        examples: list[dict[str, Any]],
        note_rows: list[dict[str, Any]],
        danger_rows: Iterable[dict[str, Any]] = (),
    ) -> dict[str, Any]:
        """The model of these examples, in the artefact's form; `danger_rows` say of a text only `nood`."""
        danger = [*examples, *danger_rows]
        in_danger = np.array([bool(row.get("nood")) for row in danger])
        danger_weight = np.array([row.get("weight", 1.0) for row in danger])
        danger_weight[in_danger] = DANGER_WEIGHT
        rows = self.rows(example["text"] for example in examples)
        weight = np.array([example.get("weight", 1.0) for example in examples])
        first = np.array([label(example) for example in examples])
        told = [example.get("acts") or example.get("acts_some") or [] for example in examples]
        whole = np.array([example.get("acts") is not None for example in examples])
        danger_texts = self.rows(row["text"] for row in danger)
        table = Table(rows, self.rows(note["text"] for note in note_rows), danger_texts[len(rows) :])
        most = importance(table.matrix(rows), first, told, whole, weight)
        felt = binary("", table.matrix(danger_texts), in_danger, danger_weight, STRENGTH["d"])
        most = np.maximum(most, 0.5 * np.abs(felt[1]))
        if note_rows:
            noted = binary(
                "",
                table.matrix(self.rows(note["text"] for note in note_rows)),
                np.array([note["label"] == "mag_niet" for note in note_rows]),
                np.array([note.get("weight", 1.0) for note in note_rows]),
                STRENGTH["n"],
            )
            most = np.maximum(most, 0.5 * np.abs(noted[1]))
        table.keep(most)
        x = table.matrix(rows)
        lanes = softmax(x, first, weight, "1:")
        for act in Act:
            hit = np.array([act.value in own for own in told])
            known = hit | whole
            lanes.append(binary("a:" + act.value, x[known], hit[known], weight[known], STRENGTH["a"]))
        lanes.append(binary(DANGER_LANE, table.matrix(danger_texts), in_danger, danger_weight, STRENGTH["d"]))
        if note_rows:
            hit = np.array([note["label"] == "mag_niet" for note in note_rows])
            weight = np.array([note.get("weight", 1.0) for note in note_rows])
            lanes.append(
                binary(
                    NOTE_LANE,
                    table.matrix(self.rows(n["text"] for n in note_rows)),
                    hit,
                    weight,
                    STRENGTH["n"],
                )
            )
        return pack(lanes, table)


def label(example: dict[str, Any]) -> str:
    """What the first lanes learn of an utterance: its main category, `goed`, or that it is other text."""
    return str((example["category"] or [OTHER if example.get("other") else CLEAR])[0])


Lane = tuple[str, Any, float]


class Table:
    """The features that count, each with its rarity: ten times the log of texts per text that has it."""

    def __init__(self, rows: list[list[str]], *others: list[list[str]]) -> None:
        count = Counter(feature for row in rows for feature in set(row))
        noted = Counter(feature for more in others for row in more for feature in set(row))
        self.rarity = {
            name: min(88, max(1, round(10 * log(len(rows) / max(1, count[name])))))
            for name in sorted(count | noted)
            if count[name] >= FEWEST or noted[name] >= FEWEST
        }
        self._index()

    def _index(self) -> None:
        self.names = list(self.rarity)
        self._place = {name: place for place, name in enumerate(self.names)}
        self._rarities = np.array([self.rarity[name] for name in self.names], dtype=float)

    def keep(self, weights: Any) -> None:
        """Keep the features that weigh most."""
        order = sorted(range(len(self.names)), key=lambda place: (-weights[place], self.names[place]))
        kept = {self.names[place] for place in order[:MOST]}
        self.rarity = {name: rarity for name, rarity in self.rarity.items() if name in kept}
        self._index()

    def root(self, place: int) -> float:
        """What one feature counts for in a row before the row is scaled to length one."""
        return float(np.sqrt(self._rarities[place]))

    def matrix(self, rows: list[list[str]]) -> Any:
        """A row per text, scaled by the root of the rarities it adds up to, as `Model.scores` does."""
        places = [[self._place[name] for name in row if name in self._place] for row in rows]
        ends = np.cumsum([0, *map(len, places)])
        columns = np.array([place for row in places for place in row], dtype=int)
        rare = self._rarities[columns]
        found = csr_matrix((np.sqrt(rare), columns, ends), shape=(len(rows), len(self.names)))
        sums = np.array([rare[start:end].sum() for start, end in zip(ends, ends[1:], strict=False)])
        return (diags(1 / np.sqrt(np.maximum(sums, 1))) @ found).tocsr()


def softmax(x: Any, hit: Any, weight: Any, prefix: str) -> list[Lane]:
    """One lane per label."""
    model = LogisticRegression(C=STRENGTH["1"], max_iter=400, tol=1e-4).fit(x, hit, sample_weight=weight)
    return [
        (prefix + str(label), model.coef_[row], float(model.intercept_[row]))
        for row, label in enumerate(model.classes_)
    ]


def binary(lane: str, x: Any, hit: Any, weight: Any, strength: float) -> Lane:
    """One lane: log-odds that the label holds."""
    model = LogisticRegression(C=strength, max_iter=400, tol=1e-4).fit(x, hit, sample_weight=weight)
    return lane, model.coef_[0], float(model.intercept_[0])


def importance(x: Any, first: Any, told: list[list[str]], whole: Any, weight: Any) -> Any:
    """How much each feature weighs in a first training of categories and acts."""
    most = np.max(np.abs([lane[1] for lane in softmax(x, first, weight, "")]), axis=0)
    acts = np.array([" ".join(sorted(own)) != "" for own in told])
    for act in Act:
        hit = np.array([act.value in own for own in told])
        known = hit | (whole & acts)
        lane = binary("", x[known], hit[known], weight[known], STRENGTH["a"])
        most = np.maximum(most, 0.5 * np.abs(lane[1]))
    return most


def pack(lanes: list[Lane], table: Table) -> dict[str, Any]:
    """Rounded weights, a step per lane; what rounds to nothing is left out."""
    steps: list[float] = []
    weights: list[list[tuple[int, int]]] = [[] for _ in table.names]
    for number, (_, values, _) in enumerate(lanes):
        scaled = [float(value) * table.root(place) for place, value in enumerate(values)]
        step = float(f"{max(map(abs, scaled)) / TOP:.4g}")
        steps.append(step)
        for place, value in enumerate(scaled):
            rounded = round(value / step)
            if abs(rounded) >= KEEP:
                weights[place].append((number, rounded))
    return {
        "lanes": [lane for lane, _, _ in lanes],
        "steps": steps,
        "biases": [round(bias, 3) for _, _, bias in lanes],
        "weights": {
            name: encode(table.rarity[name], own) for name, own in zip(table.names, weights, strict=True)
        },
    }


def voices(examples: list[dict[str, Any]], note_rows: list[dict[str, Any]], files: dict[str, object]) -> None:
    """Print accuracy on each voice, trained on all the others."""
    from evaluate_guard import evaluate, evaluate_notes

    trainer = Trainer(
        Guard(build_artefact({name: file for name, file in files.items() if name != "model.json"}))
    )
    wanted = sys.argv[2:] or sorted(
        {str(example["voice"]) for example in examples if example.get("held", True)}
    )
    for voice in wanted:
        model = trainer.train(
            [example for example in examples if example["voice"] != voice],
            [note for note in note_rows if note["voice"] != voice],
        )
        guard = Guard(build_artefact({**files, "model.json": model}))
        report = evaluate(guard, [example for example in examples if example["voice"] == voice])
        print(f"{voice:10} {report.line()}", end="")
        own = [note for note in notes() if note["voice"] == voice]
        print("  " + evaluate_notes(guard, own).line() if own else "")


def main() -> None:
    """Train and write, or measure by voice."""
    files = artefact_files()
    bare = Guard(build_artefact({name: file for name, file in files.items() if name != "model.json"}))
    said: list[dict[str, Any]] = [
        {"text": text, "category": [], "acts": None, "voice": "regels", "held": False, "weight": OWN_WEIGHT}
        for text, is_said in own_texts()
        if is_said
    ]
    examples = corpus() + rule_examples(files) + said
    note_rows = (
        notes() + note_wordings(files) + borrowed_notes(lambda text: set(bare.features(text)), examples)
    )
    if "--voices" in sys.argv[1:2]:
        voices(examples, note_rows, files)
        return
    model = Trainer(bare).train(examples, note_rows, [*danger_rows(files), *half_typed(examples)])
    MODEL.write_text(json.dumps(model, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    size = len(deflated(build_artefact({**files, "model.json": model})))
    print(f"{len(examples)} uitingen, {len(note_rows)} notities, {len(model['weights'])} kenmerken")
    print(f"artefact {size} bytes")


if __name__ == "__main__":
    main()
