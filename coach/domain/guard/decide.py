"""The decision: the model's shares and the rules' hits together give findings and acts."""

from __future__ import annotations

from zlib import crc32

from coach.domain.guard.features import features
from coach.domain.guard.labels import CATEGORY_VERDICT, Act, Category, Finding, Verdict
from coach.domain.guard.masks import MaskSet
from coach.domain.guard.model import Model, softmax
from coach.domain.guard.reading import Reading
from coach.domain.guard.rules import Hit, RuleExplanation, Rules

SECOND = 0.0
"""Log-odds above which a second category of the same text is named as well."""
WITH_RULE = 0.2
"""Share of the model that is enough when a rule finds the same category."""
NOTE = -0.2
"""Log-odds above which a note is refused; below even chances, since a missed one does more harm."""
ACT = -0.2
"""Log-odds above which an act is named."""
CLEAR = "goed"
NOTE_LANE = "notitie"


class Decider:
    """Holds the explanations of the categories and weighs model against rules."""

    def __init__(self, categories: dict[str, dict[str, object]], rules: Rules, model: Model) -> None:
        self._categories = categories
        self._rules = rules
        self._model = model
        lanes = model.lanes
        self._first = [(lane[2:], place) for place, lane in enumerate(lanes) if lane.startswith("1:")]
        self._second = [(lane[2:], place) for place, lane in enumerate(lanes) if lane.startswith("2:")]
        self._acts = [(Act(lane[2:]), place) for place, lane in enumerate(lanes) if lane.startswith("a:")]
        self._note = lanes.index(NOTE_LANE) if NOTE_LANE in lanes else -1
        self._severity = {CLEAR: 0}
        for category, verdict in CATEGORY_VERDICT.items():
            self._severity[category.value] = verdict.severity

    @staticmethod
    def verdict_of(category: Category) -> Verdict:
        """The verdict that a finding of this category carries."""
        return CATEGORY_VERDICT[category]

    def explanation(self, rule_id: str) -> RuleExplanation | None:
        """Of a rule, or of what the model alone found (`model-<categorie>`)."""
        for item in self._rules.explanations:
            if item.id == rule_id:
                return item
        name = rule_id.removeprefix("model-")
        category = self._categories.get(name)
        if category is None or name == rule_id:
            return None
        return RuleExplanation({"id": rule_id, "category": name, "catches": (), "passes": (), **category})

    def speech(
        self, readings: list[Reading], scores: list[float], hits: list[Hit], danger: list[bool], ill: bool
    ) -> list[Finding]:
        """Findings in what a manager says; `ill` when the employee is, by status or by the text itself."""
        wanted = self._categories_found(scores, hits)
        findings: list[Finding] = []
        in_danger = True in danger
        for name in wanted:
            if in_danger and name in (Category.DIAGNOSE, Category.KLACHTEN):
                continue
            if name == Category.BEPERKINGEN and not ill:
                continue
            own = [hit for hit in hits if hit.category == name]
            if own:
                findings.append(self._by_rule(own[0], readings))
            else:
                findings.append(self._by_model(name, readings))
        return findings

    def _categories_found(self, scores: list[float], hits: list[Hit]) -> list[str]:
        hard = [hit.category for hit in hits if hit.hard]
        if not scores:
            return list(dict.fromkeys(hit.category for hit in hits))
        shares = softmax([scores[place] for _, place in self._first])
        by_name = {name: share for (name, _), share in zip(self._first, shares, strict=True)}
        levels = [0.0, 0.0, 0.0, 0.0]
        for name, share in by_name.items():
            levels[self._severity[name]] += share
        found: list[str] = list(hard)
        level = levels.index(max(levels))
        if level:
            found.append(
                max((name for name in by_name if self._severity[name] == level), key=by_name.__getitem__)
            )
            for name, place in self._second:
                if self._severity[name] <= level and scores[place] > SECOND:
                    found.append(name)
        for hit in hits:
            if by_name.get(hit.category, 0.0) > WITH_RULE:
                found.append(hit.category)
        return list(dict.fromkeys(found))

    def _by_rule(self, hit: Hit, readings: list[Reading]) -> Finding:
        reading = readings[hit.sentence]
        item = self._rules.item(hit.rule)
        start, end = _trimmed(reading, hit.start, hit.end)
        return Finding(
            rule=str(item["id"]),
            category=Category(hit.category),
            start=reading.starts[start],
            end=reading.ends[end],
            why=str(item["why"]),
            instead=self._choose(item["instead"], reading),  # type: ignore[arg-type]
            source=str(item["source"]),
        )

    def _by_model(self, name: str, readings: list[Reading]) -> Finding:
        item = self._categories[name]
        reading = self._heaviest(name, readings)
        return Finding(
            rule="model-" + name,
            category=Category(name),
            start=reading.starts[0],
            end=reading.ends[-1],
            why=str(item["why"]),
            instead=self._choose(item["instead"], reading),  # type: ignore[arg-type]
            source=str(item["source"]),
            sure=False,
        )

    def _heaviest(self, name: str, readings: list[Reading]) -> Reading:
        """The sentence on which the model rests most, judged one by one."""
        if len(readings) == 1:
            return readings[0]
        place = dict(self._first).get(name, 0)
        return max(readings, key=lambda reading: self._model.scores(features([reading]))[place])

    @staticmethod
    def _choose(wordings: list[str], reading: Reading) -> str:
        """One of the wordings, always the same for the same sentence."""
        return wordings[crc32(" ".join(reading.lemmas).encode()) % len(wordings)]

    def acts(self, readings: list[Reading], scores: list[float]) -> list[Act]:
        """What the text does, as far as the model sees it."""
        return [act for act, place in self._acts if scores[place] > ACT]

    def note(
        self,
        readings: list[Reading],
        scores: list[float],
        masked: list[tuple[int, int, int, int]],
        masks: MaskSet,
    ) -> list[Finding]:
        """Findings in what is written down: one, of the likeliest category, when the content is refused."""
        if self._note < 0 or scores[self._note] <= NOTE:
            return []
        by_name = {name: scores[place] for name, place in self._second if self._severity[name] in (1, 3)}
        by_name.pop(Category.DRUK.value, None)
        name = max(by_name, key=by_name.__getitem__)
        item = self._categories[name]
        return [
            Finding(
                rule="model-" + name,
                category=Category(name),
                start=readings[0].starts[0],
                end=readings[-1].ends[-1],
                why=str(item["why"]),
                instead=str(item["note"]),
                source=str(item["source"]),
                sure=False,
            )
        ]


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """First and last word of a span, without pauses at its edges."""
    last = min(end, len(reading.words)) - 1
    while start < last and reading.words[start].lemma == ",":
        start += 1
    while last > start and reading.words[last].lemma == ",":
        last -= 1
    return start, last
