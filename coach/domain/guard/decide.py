"""The decision: the model's shares and the rules' hits together give findings and acts."""

from __future__ import annotations

from math import exp

from coach.domain.guard.labels import CATEGORY_VERDICT, Act, Category, Finding, Verdict
from coach.domain.guard.model import Model
from coach.domain.guard.reading import Reading
from coach.domain.guard.rules import Hit, RuleExplanation, Rules
from coach.domain.guard.wording import Wordings

SECOND = 0.25
"""Share above which a second category of the same text is named as well."""
WITH_RULE = 0.2
"""Share of the model that is enough when a rule finds the same category."""
NOTE = -0.7
"""Log-odds above which a note is refused; below even chances, since a missed one does more harm."""
ACT = -0.2
"""Log-odds above which an act is named."""
LEAN = 0.6
"""Log-odds taken off what is clear where the other is spoken to: a missed question does more harm than one
look too many."""
OTHER_LEAN = 0.8
"""Log-odds added to its being other text, of which there is far more in the world than in the corpus."""
CLEAR = "goed"
OTHER = "ander"
"""Text that is no talk with an employee at all: as clear as `goed`, but learnt apart from it."""
NOTE_LANE = "notitie"
DANGER_LANE = "nood"
DANGER = 1.0
"""Log-odds from which a text is taken to speak of danger."""
FEWEST_WORDS = 5
"""In fewer words the model feels nothing: they can become anything while one types."""
NEAR_DANGER = -4.5
"""From here on each sentence of a text is also weighed by itself: the others can hide it."""
_CLEAR_ONLY = {CLEAR: 1.0}


class _Alone:
    """The sentences of a text, each weighed by itself when that is first asked for."""

    def __init__(self, model: Model, readings: list[Reading]) -> None:
        self._model = model
        self._readings = readings
        self._scores: list[list[float]] = []

    def heaviest(self, lane: int) -> Reading:
        """The sentence on which the model rests most for what this lane stands for."""
        readings, model = self._readings, self._model
        if len(readings) == 1:
            return readings[0]
        if not self._scores:
            self._scores = [model.scores(model.gathered([reading])) for reading in readings]
        return max(zip(readings, self._scores, strict=True), key=lambda pair: pair[1][lane])[0]


class Decider:
    """Holds the explanations of the categories and weighs model against rules."""

    def __init__(
        self, categories: dict[str, dict[str, object]], rules: Rules, model: Model, wordings: Wordings
    ) -> None:
        self._categories = categories
        self._wordings = wordings
        self._rules = rules
        self._model = model
        lanes = model.lanes
        self._first = [(lane[2:], place) for place, lane in enumerate(lanes) if lane.startswith("1:")]
        self._place = dict(self._first)
        self._clear = [place for place, (name, _) in enumerate(self._first) if name in (CLEAR, OTHER)]
        self._lean = [OTHER_LEAN if name == OTHER else 0.0 for name, _ in self._first]
        self._acts = [(Act(lane[2:]), place) for place, lane in enumerate(lanes) if lane.startswith("a:")]
        self._note = lanes.index(NOTE_LANE) if NOTE_LANE in lanes else -1
        self._danger = lanes.index(DANGER_LANE) if DANGER_LANE in lanes else -1
        self._wanted: dict[tuple[str, ...], frozenset[int]] = {}
        self._severity = {CLEAR: 0, OTHER: 0}
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

    def shares(self, scores: list[float], spoken_to: bool) -> dict[str, float]:
        """What share of certainty the model gives each category, `goed` among them; empty without a model.

        Only `goed` when no other could count.
        """
        if not scores:
            return {}
        first = [scores[place] for _, place in self._first]
        for place in self._clear:
            first[place] += self._lean[place] - (LEAN if spoken_to else 0.0)
        top = max(first)
        parts = [exp(score - top) for score in first]
        total = sum(parts)
        if sum([parts[place] for place in self._clear]) > (1.0 - WITH_RULE) * total:
            return _CLEAR_ONLY
        return {name: part / total for (name, _), part in zip(self._first, parts)}  # noqa: B905

    def rules_wanted(self, shares: dict[str, float]) -> frozenset[int] | None:
        """The rules that can change the outcome; None for all."""
        if not shares:
            return None
        likely = tuple([name for name, share in shares.items() if share > WITH_RULE and self._severity[name]])
        found = self._wanted.get(likely)
        if found is None:
            found = self._wanted[likely] = self._rules.owners(list(likely))
        return found

    def speech(
        self,
        readings: list[Reading],
        shares: dict[str, float],
        hits: list[Hit],
        danger: list[bool],
        ill: bool,
    ) -> list[Finding]:
        """Findings in what a manager says; `ill` when the employee is, by status or by the text itself."""
        findings: list[Finding] = []
        if not hits and len(shares) == 1:
            return findings
        in_danger = True in danger
        alone = _Alone(self._model, readings)
        for name in self._categories_found(shares, hits):
            if in_danger and name in (Category.DIAGNOSE, Category.KLACHTEN):
                continue
            if name == Category.BEPERKINGEN and not ill:
                continue
            own = [hit for hit in hits if hit.category == name]
            if own:
                findings.append(self._by_rule(own[0], readings))
            else:
                findings.append(self._by_model(name, alone))
        return findings

    def _categories_found(self, shares: dict[str, float], hits: list[Hit]) -> list[str]:
        if not shares:
            return list(dict.fromkeys(hit.category for hit in hits))
        found = [hit.category for hit in hits if hit.hard]
        severity = self._severity
        levels = [0.0, 0.0, 0.0, 0.0]
        for name, share in shares.items():
            levels[severity[name]] += share
        level = levels.index(max(levels))
        if level:
            found.append(max((name for name in shares if severity[name] == level), key=shares.__getitem__))
            found.extend(
                name for name, share in shares.items() if share > SECOND and 0 < severity[name] <= level
            )
        found.extend(hit.category for hit in hits if shares.get(hit.category, 0.0) > WITH_RULE)
        return list(dict.fromkeys(found))

    def _by_rule(self, hit: Hit, readings: list[Reading]) -> Finding:
        reading = readings[hit.sentence]
        item = self._rules.item(hit.rule)
        start, end = reading.span(*_trimmed(reading, hit.start, hit.end))
        return Finding(
            rule=str(item["id"]),
            category=Category(hit.category),
            start=start,
            end=end,
            why=str(item["why"]),
            instead=self._wordings.choose(hit.category, item["instead"], reading),  # type: ignore[arg-type]
            source=str(item["source"]),
            sentence=reading.whole,
        )

    def _by_model(self, name: str, alone: _Alone) -> Finding:
        item = self._categories[name]
        reading = alone.heaviest(self._place.get(name, 0))
        start, end = reading.span(0, -1)
        return Finding(
            rule="model-" + name,
            category=Category(name),
            start=start,
            end=end,
            why=str(item["why"]),
            instead=self._wordings.choose(name, item["instead"], reading),  # type: ignore[arg-type]
            source=str(item["source"]),
            sure=False,
            sentence=reading.whole,
        )

    def acts(self, scores: list[float]) -> list[Act]:
        """What the text does, as far as the model sees it."""
        return [act for act, place in self._acts if scores[place] > ACT] if scores else []

    def danger(self, readings: list[Reading], scores: list[float]) -> bool:
        """Whether the model takes a text to speak of suicide, self-harm or acute danger."""
        if self._danger < 0 or sum([len(reading.code) for reading in readings]) < FEWEST_WORDS:
            return False
        score = scores[self._danger]
        if score <= DANGER and score > NEAR_DANGER and len(readings) > 1:
            model = self._model
            score = max([model.scores(model.gathered([reading]))[self._danger] for reading in readings])
        return score > DANGER

    def note(self, readings: list[Reading], scores: list[float]) -> list[Finding]:
        """Findings in what is written down: one, of the likeliest category, when the content is refused."""
        if self._note < 0 or scores[self._note] <= NOTE:
            return []
        by_name = {name: scores[place] for name, place in self._first if self._severity[name] in (1, 3)}
        by_name.pop(Category.DRUK.value, None)
        name = max(by_name, key=by_name.__getitem__)
        item = self._categories[name]
        return [
            Finding(
                rule="model-" + name,
                category=Category(name),
                start=readings[0].span(0, 0)[0],
                end=readings[-1].span(-1, -1)[1],
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
