"""How good is the guard on labelled lines?

    python scripts/evaluate_guard.py FILE... [--fouten]

FILE has one JSON object per line: `text` with `verdict`, `category`, `acts` (what is said) or with
`label` (a note); `nood` and `status` are optional. Prints accuracy, the confusion matrix, figures per
category and per act, and with --fouten every line that is judged otherwise.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "scripts"))

from guard_content import artefact_files, lines  # noqa: E402

from coach.domain.guard import CATEGORY_VERDICT, Act, Category, Guard, Role, Status, Verdict  # noqa: E402
from coach.domain.guard.build import build_artefact  # noqa: E402

ORDER = (Verdict.GOED, Verdict.VOORZICHTIG, Verdict.LIEVER_NIET, Verdict.VERBODEN)


def gold_verdict(row: dict[str, Any]) -> str:
    """The verdict a line is labelled with, else the worst of its categories."""
    if "verdict" in row:
        return str(row["verdict"])
    found = [CATEGORY_VERDICT[Category(name)] for name in row["category"]]
    return max(found, key=lambda verdict: verdict.severity, default=Verdict.GOED).value


class Report:
    """Counts over labelled utterances."""

    def __init__(self) -> None:
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.categories: dict[str, list[int]] = {}
        self.acts: dict[str, list[int]] = {}
        self.category_right = 0
        self.category_all = 0
        self.nood_missed = 0
        self.nood_false = 0
        self.errors: list[str] = []

    @property
    def size(self) -> int:
        """How many utterances were judged."""
        return sum(self.pairs.values())

    @property
    def accuracy(self) -> float:
        """Share of right verdicts."""
        return sum(count for (gold, got), count in self.pairs.items() if gold == got) / max(1, self.size)

    def precision(self, verdict: str) -> float:
        """Of what got this verdict, the share that has it."""
        got = sum(count for (_, own), count in self.pairs.items() if own == verdict)
        return self.pairs[verdict, verdict] / max(1, got)

    def recall(self, verdict: str) -> float:
        """Of what has this verdict, the share that got it."""
        has = sum(count for (gold, _), count in self.pairs.items() if gold == verdict)
        return self.pairs[verdict, verdict] / max(1, has)

    @property
    def false_alarms(self) -> float:
        """Share of `goed` that was judged otherwise."""
        return 1.0 - self.recall("goed")

    @property
    def category_hit(self) -> float:
        """Where there is a finding to make: share in which one of the right categories was found."""
        return self.category_right / max(1, self.category_all)

    def micro(self, counts: dict[str, list[int]]) -> float:
        """F1 over all labels together."""
        hit, false, missed = (sum(row[place] for row in counts.values()) for place in range(3))
        return 2 * hit / max(1, 2 * hit + false + missed)

    def line(self) -> str:
        """The figures in one row."""
        return (
            f"n={self.size} oordeel {self.accuracy:.3f} verboden P {self.precision('verboden'):.3f} "
            f"R {self.recall('verboden'):.3f} vals alarm {self.false_alarms:.3f} "
            f"categorie {self.category_hit:.3f} "
            f"handelingen F1 {self.micro(self.acts):.3f}"
        )


def tally(counts: dict[str, list[int]], gold: set[str], got: set[str]) -> None:
    """Add one text's labels: hit, false, missed."""
    for name in gold | got:
        row = counts.setdefault(name, [0, 0, 0])
        row[0 if name in gold & got else 1 if name in got else 2] += 1


def evaluate(guard: Guard, rows: list[dict[str, Any]]) -> Report:
    """Judge labelled utterances."""
    report = Report()
    for row in rows:
        analysis = guard.analyse(row["text"], status=Status(row.get("status", "werkt")))
        gold = gold_verdict(row)
        report.pairs[gold, analysis.verdict.value] += 1
        found = {finding.category.value for finding in analysis.findings}
        wanted = set(row["category"])
        tally(report.categories, wanted, found)
        if wanted:
            report.category_all += 1
            report.category_right += bool(wanted & found)
        if row.get("acts") is not None:
            tally(report.acts, set(row["acts"]), {act.value for act in analysis.acts})
        if "nood" in row:
            report.nood_missed += row["nood"] and not analysis.nood
            report.nood_false += analysis.nood and not row["nood"]
        if gold != analysis.verdict.value:
            said = "/".join(sorted(wanted)) or "goed"
            report.errors.append(f"{said} -> {'/'.join(sorted(found)) or 'goed'}: {row['text']}")
    return report


class NoteReport:
    """Counts over labelled notes."""

    def __init__(self) -> None:
        self.size = 0
        self.right = 0
        self.missed = 0
        self.refused = 0
        self.errors: list[str] = []

    def line(self) -> str:
        """The figures in one row."""
        return (
            f"notities n={self.size} goed beoordeeld {self.right / max(1, self.size):.3f} "
            f"mag_niet gemist {self.missed / max(1, self.refused):.3f}"
        )


def evaluate_notes(guard: Guard, rows: list[dict[str, Any]]) -> NoteReport:
    """Judge labelled notes."""
    report = NoteReport()
    for row in rows:
        got = guard.analyse(row["text"], Role.NOTITIE).verdict.value
        report.size += 1
        report.right += got == row["label"]
        report.refused += row["label"] == "mag_niet"
        report.missed += row["label"] == "mag_niet" and got == "mag"
        if got != row["label"]:
            report.errors.append(f"{row['label']} -> {got}: {row['text']}")
    return report


def table(title: str, counts: dict[str, list[int]], names: list[str]) -> None:
    """Print precision, recall and F1 per label."""
    print(f"\n{title:18} {'P':>6} {'R':>6} {'F1':>6} {'n':>5}")
    for name in names:
        hit, false, missed = counts.get(name, [0, 0, 0])
        if hit + false + missed:
            print(
                f"{name:18} {hit / max(1, hit + false):6.3f} {hit / max(1, hit + missed):6.3f} "
                f"{2 * hit / max(1, 2 * hit + false + missed):6.3f} {hit + missed:5}"
            )


def main() -> int:
    """Evaluate the files on the command line; 2 when there are none."""
    paths = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    guard = Guard(build_artefact(artefact_files()))
    rows = [row for path in paths for row in lines(path)]
    said = [row for row in rows if "label" not in row]
    written = [row for row in rows if "label" in row]
    errors: list[str] = []
    if said:
        report = evaluate(guard, said)
        print(report.line())
        print(f"nood gemist {report.nood_missed}, vals {report.nood_false}")
        print("\n" + " " * 14 + "".join(f"{verdict.value:>13}" for verdict in ORDER) + "   <- gekregen")
        for gold in ORDER:
            print(f"{gold.value:14}" + "".join(f"{report.pairs[gold.value, got.value]:13}" for got in ORDER))
        table("categorie", report.categories, [category.value for category in Category])
        table("handeling", report.acts, [act.value for act in Act])
        errors += report.errors
    if written:
        noted = evaluate_notes(guard, written)
        print(noted.line())
        errors += noted.errors
    if "--fouten" in sys.argv:
        print("\n" + "\n".join(errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
