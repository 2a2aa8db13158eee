"""The guard: from a text to its one judgement."""

from __future__ import annotations

from coach.domain.guard.decide import Decider
from coach.domain.guard.features import Gathered, names, spelled
from coach.domain.guard.labels import Act, Analysis, Finding, Role, Status, Verdict
from coach.domain.guard.lexicon import Lexicon
from coach.domain.guard.masks import MaskSet
from coach.domain.guard.matching import PatternSet
from coach.domain.guard.model import Model
from coach.domain.guard.reading import Reading
from coach.domain.guard.rules import RuleExplanation, Rules
from coach.domain.guard.tokens import sentences
from coach.domain.guard.wording import Wordings

PIECE = 4
"""Sentences judged together; a longer text is judged in such pieces, so that the work stays linear."""

_ADDRESSED = frozenset({"JE", "IK", "HIJ", "NAAM"})
"""Classes of people; a sentence without any is hardly about the one who sits there."""
_ILL = frozenset({"ZIEK"})


class Guard:
    """Judges texts with one artefact, as `build.build_artefact` makes it; keeps nothing of what it reads
    but the looked-up words."""

    def __init__(self, artefact: dict[str, object]) -> None:
        self._lexicon = Lexicon(artefact["lexicon"])  # type: ignore[arg-type]
        self._people = self._lexicon.codes(_ADDRESSED)
        self._ill = self._lexicon.codes(_ILL)
        self._rules = Rules(artefact["rules"])  # type: ignore[arg-type]
        self._masks = MaskSet(artefact["masks"])  # type: ignore[arg-type]
        nood: dict[str, dict[str, object]] = artefact["nood"]  # type: ignore[assignment]
        self._danger = PatternSet(nood["found"])
        self._no_danger = PatternSet(nood["not"])
        self._model = Model(artefact["model"])  # type: ignore[arg-type]
        wordings = Wordings(artefact["wordings"])  # type: ignore[arg-type]
        self._decider = Decider(artefact["categories"], self._rules, self._model, wordings)  # type: ignore[arg-type]

    def analyse(self, text: str, role: Role = Role.ZEGT, status: Status = Status.WERKT) -> Analysis:
        """The judgement of any text at all, in time linear in its length; offsets are those of `text`.

        What an employee says is never judged; `nood` is looked for in every role.
        """
        clear = Verdict.MAG if role is Role.NOTITIE else Verdict.GOED
        readings = [Reading(sentence, self._lexicon) for sentence in sentences(text)]
        if not readings:
            return Analysis(text, clear)
        danger = [self._in_danger(reading) for reading in readings]
        nood = True in danger
        findings: list[Finding] = []
        acts: list[Act] = []
        for place in range(0, len(readings), PIECE):
            piece = readings[place : place + PIECE]
            found, own, felt = self._judge(piece, danger[place : place + PIECE], role, status)
            findings.extend(found)
            acts += own
            nood = nood or felt
        verdict_of = self._decider.verdict_of
        findings.sort(key=lambda one: (-verdict_of(one.category).severity, one.start, one.end, one.rule))
        verdict = clear
        if findings:
            verdict = Verdict.MAG_NIET if role is Role.NOTITIE else verdict_of(findings[0].category)
        # Within a piece the acts stand in the order of `Act`, as the model's lanes do.
        if len(readings) > PIECE:
            acts = [act for act in Act if act in acts]
        return Analysis(text, verdict, nood, tuple(findings), tuple(acts))

    def features(self, text: str) -> list[str]:
        """What the model weighs in a text of a few sentences; training asks for it."""
        readings = [Reading(sentence, self._lexicon) for sentence in sentences(text)]
        return names(Gathered(readings, self._masks.names(self._masks.hits(readings), readings), spelled()))

    def rule(self, rule_id: str) -> RuleExplanation | None:
        """What a rule (or `model-<categorie>`) catches, why, and what may be said instead; None when
        unknown.
        """
        return self._decider.explanation(rule_id)

    def rules(self) -> tuple[RuleExplanation, ...]:
        """Every rule, in the order of the content."""
        return self._rules.explanations

    def own_rules(self) -> tuple[RuleExplanation, ...]:
        """The rules that an organisation added: none here."""
        return ()

    def hits(self, text: str, status: Status = Status.WERKT) -> tuple[str, ...]:
        """Ids of the rules that hold in a text, whatever is decided in the end; for those who write rules."""
        readings = [Reading(sentence, self._lexicon) for sentence in sentences(text)]
        found = self._rules.hits(readings, status, self._masks.hits(readings), self._masks)
        return tuple(dict.fromkeys(str(self._rules.item(hit.rule)["id"]) for hit in found))

    def _in_danger(self, reading: Reading) -> bool:
        hits = self._danger.hits(reading)
        if not hits:
            return False
        spared = self._no_danger.hits(reading)
        return any(
            not any(start <= hit_start and hit_end <= end for _, start, end in spared)
            for _, hit_start, hit_end in hits
        )

    def _judge(
        self, readings: list[Reading], danger: list[bool], role: Role, status: Status
    ) -> tuple[list[Finding], list[Act], bool]:
        """Findings and acts of a few sentences, and whether the model takes them to speak of danger."""
        masked = self._masks.hits(readings)
        scores = (
            self._model.scores(self._model.gathered(readings, self._masks.names(masked, readings)))
            if self._model.lanes
            else []
        )
        felt = self._decider.danger(readings, scores)
        if role is Role.MEDEWERKER:
            return [], [], felt
        if role is Role.NOTITIE:
            return self._decider.note(readings, scores), [], felt
        spoken_to = any([not self._people.isdisjoint(reading.chars) for reading in readings])  # noqa: C419
        shares = self._decider.shares(scores, spoken_to)
        hits = self._rules.hits(readings, status, masked, self._masks, self._decider.rules_wanted(shares))
        ill = status is Status.ZIEK or any([not self._ill.isdisjoint(reading.chars) for reading in readings])  # noqa: C419
        found = self._decider.speech(readings, shares, hits, danger, ill)
        return found, self._decider.acts(scores), felt
