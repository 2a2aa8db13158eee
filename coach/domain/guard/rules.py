"""Rules at run time: what they find in sentences, and how each explains itself."""

from __future__ import annotations

from coach.domain.guard.labels import CATEGORY_VERDICT, Category, Status, Verdict
from coach.domain.guard.masks import MaskSet
from coach.domain.guard.matching import PatternSet
from coach.domain.guard.reading import Reading


class RuleExplanation:
    """A rule as `coach rule` shows it; `catches` and `passes` are its examples and near misses."""

    __slots__ = ("catches", "category", "id", "instead", "passes", "source", "title", "verdict", "why")

    def __init__(self, item: dict[str, object]) -> None:
        self.id = str(item["id"])
        self.category = Category(str(item["category"]))
        self.verdict: Verdict = CATEGORY_VERDICT[self.category]
        self.title = str(item["title"])
        self.why = str(item["why"])
        self.instead: tuple[str, ...] = tuple(item["instead"])  # type: ignore[arg-type]
        self.catches: tuple[str, ...] = tuple(item["catches"])  # type: ignore[arg-type]
        self.passes: tuple[str, ...] = tuple(item["passes"])  # type: ignore[arg-type]
        self.source = str(item["source"])


class Hit:
    """One rule that holds: which, in which sentence, from word to after-last word."""

    __slots__ = ("category", "end", "hard", "rule", "sentence", "start")

    def __init__(self, rule: int, category: str, hard: bool, sentence: int, start: int, end: int) -> None:
        self.rule = rule
        self.category = category
        self.hard = hard
        self.sentence = sentence
        self.start = start
        self.end = end


class Rules:
    """All rules of an artefact."""

    def __init__(self, table: dict[str, object]) -> None:
        self._items: list[dict[str, object]] = table["items"]  # type: ignore[assignment]
        self._patterns = PatternSet(table)
        self._of: dict[str, list[int]] = {}
        for place, item in enumerate(self._items):
            self._of.setdefault("" if item["hard"] else str(item["category"]), []).append(place)

    @property
    def explanations(self) -> tuple[RuleExplanation, ...]:
        """Every rule with its examples."""
        return tuple(RuleExplanation(item) for item in self._items)

    def item(self, rule: int) -> dict[str, object]:
        """The artefact's entry of a rule."""
        return self._items[rule]

    def owners(self, categories: list[str]) -> frozenset[int]:
        """The rules that decide by themselves, and those of some categories."""
        return frozenset(place for name in ("", *categories) for place in self._of.get(name, ()))

    def hits(
        self,
        readings: list[Reading],
        status: Status,
        masked: list[tuple[int, int, int, int]],
        masks: MaskSet,
        owners: frozenset[int] | None = None,
    ) -> list[Hit]:
        """Rules that hold and are not masked, in the order of the text; one hit per rule and sentence."""
        found: list[Hit] = []
        for number, reading in enumerate(readings):
            seen: set[int] = set()
            for rule, start, end in self._patterns.hits(reading, owners):
                if rule in seen:
                    continue
                item = self._items[rule]
                if item["status"] and item["status"] != status.value:
                    continue
                category = str(item["category"])
                if masked and masks.silenced(category, number, start, masked):
                    continue
                seen.add(rule)
                found.append(Hit(rule, category, bool(item["hard"]), number, start, end))
        return found
