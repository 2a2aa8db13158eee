"""The guard with what an organisation adds: its rules and words can make a judgement stricter, never milder.

Its rules stand apart from the coach's, so that they put nothing in the place of what those find. Its words
count for the model and for every pattern; where one stands in a sentence, the guard without them is asked
too, and all that it finds is kept.
"""

from __future__ import annotations

from functools import cached_property

from coach.domain.guard.decide import Decider
from coach.domain.guard.engine import Guard
from coach.domain.guard.labels import Act, Finding, Role, Status
from coach.domain.guard.reading import Reading
from coach.domain.guard.rules import Hit, RuleExplanation, Rules
from coach.domain.guard.tokens import sentences
from coach.domain.guard.wording import Wordings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

OWN = "eigen"
"""Where the artefact holds the rules of an organisation, and where `build` looks for them."""
MARKER = "EIGENWOORD"
"""The class of all words and expressions of an organisation; the model has no weight for it."""


class OwnGuard(Guard):
    """A guard with the words and rules of an organisation, from an artefact of `build_own.build_own`.

    `base` gives the coach's own guard. It is asked for once, when a word of the organisation is first met.
    """

    def __init__(self, artefact: dict[str, object], base: Callable[[], Guard]) -> None:
        super().__init__(artefact)
        own: dict[str, object] = artefact[OWN]  # type: ignore[assignment]
        self._own_rules = Rules(own)
        wordings = Wordings({"turns": {}, "formal": own["formal"]})
        self._own_decider = Decider(artefact["categories"], self._own_rules, self._model, wordings)  # type: ignore[arg-type]
        self._own_words = self._lexicon.codes({MARKER})
        self._make_base = base

    @cached_property
    def _base(self) -> Guard:
        return self._make_base()

    def rule(self, rule_id: str) -> RuleExplanation | None:
        """What a rule catches, the organisation's among them; None when unknown."""
        found = [own for own in self._own_rules.explanations if own.id == rule_id]
        return found[0] if found else super().rule(rule_id)

    def rules(self) -> tuple[RuleExplanation, ...]:
        """Every rule: the coach's, then the organisation's."""
        return (*super().rules(), *self.own_rules())

    def own_rules(self) -> tuple[RuleExplanation, ...]:
        """The organisation's rules, in the order of its files."""
        return self._own_rules.explanations

    def hits(self, text: str, status: Status = Status.WERKT) -> tuple[str, ...]:
        """Ids of the rules that hold in a text, the organisation's among them."""
        readings = [Reading(sentence, self._lexicon) for sentence in sentences(text)]
        own = [str(self._own_rules.item(hit.rule)["id"]) for hit in self._own_hits(readings, status)]
        return (*super().hits(text, status), *dict.fromkeys(own))

    def _in_danger(self, reading: Reading) -> bool:
        if super()._in_danger(reading):
            return True
        return self._has_own(reading) and self._base._in_danger(self._plain(reading))

    def _judge(
        self, readings: list[Reading], danger: list[bool], role: Role, status: Status
    ) -> tuple[list[Finding], list[Act], bool]:
        found, acts, felt = super()._judge(readings, danger, role, status)
        if any(map(self._has_own, readings)):
            base = self._base
            plain = [self._plain(reading) for reading in readings]
            kept, _, before = base._judge(
                plain, [base._in_danger(reading) for reading in plain], role, status
            )
            found, felt = _with(kept, found, role), felt or before
        if role is Role.ZEGT:
            hits = [hit for hit in self._own_hits(readings, status) if not danger[hit.sentence]]
            if hits:
                ill = status is Status.ZIEK or any(
                    not self._ill.isdisjoint(reading.code) for reading in readings
                )
                found = [*found, *self._own_decider.speech(readings, {}, hits, danger, ill)]
        return found, acts, felt

    def _own_hits(self, readings: list[Reading], status: Status) -> list[Hit]:
        """What the organisation's rules find; masks are sought only where they find something."""
        rules, masks = self._own_rules, self._masks
        found = rules.hits(readings, status, [], masks)
        masked = masks.hits(readings) if found else []
        return rules.hits(readings, status, masked, masks) if masked else found

    def _has_own(self, reading: Reading) -> bool:
        return MARKER in reading.phrases or not self._own_words.isdisjoint(reading.code)

    def _plain(self, reading: Reading) -> Reading:
        """The same sentence as the guard without the organisation's words reads it."""
        return Reading(reading.sentence, self._base._lexicon)


def _with(kept: list[Finding], found: list[Finding], role: Role) -> list[Finding]:
    """All that the guard without own words found, and what those words add; for a note one is enough."""
    if role is Role.NOTITIE:
        return kept or found
    categories = {finding.category for finding in kept}
    return [*kept, *(finding for finding in found if finding.category not in categories)]
