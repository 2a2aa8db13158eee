"""A guard of a few words, for tests of what the command line does with a judgement."""

from __future__ import annotations

import pytest

from coach.domain.guard import Analysis, Category, Finding, Role, RuleExplanation, Status, Verdict
from coach.library.load import Library
from tests.cli.store_world import cheap, file

__all__ = ["cheap", "file"]

FORBIDDEN, RATHER_NOT, DANGER = "burn-out", "je moet", "niet meer leven"
BETTER = {Role.ZEGT: "Hoe gaat het met je werk?", Role.NOTITIE: "Gesproken over het werk."}


class SimpleGuard:
    """Finds three things: what is forbidden, what had better not be said, what points to danger."""

    def analyse(self, text: str, role: Role = Role.ZEGT, status: Status = Status.WERKT) -> Analysis:
        """Judge as the real guard does, by these words alone."""
        nood = DANGER in text
        clear = Verdict.MAG if role is Role.NOTITIE else Verdict.GOED
        if role is Role.MEDEWERKER:
            return Analysis(text, clear, nood)
        if FORBIDDEN in text:
            verdict = Verdict.MAG_NIET if role is Role.NOTITIE else Verdict.VERBODEN
            return Analysis(text, verdict, nood, (self._finding(text, FORBIDDEN, Category.DIAGNOSE, role),))
        if RATHER_NOT in text and role is Role.ZEGT:
            finding = self._finding(text, RATHER_NOT, Category.ADVIES, role)
            return Analysis(text, Verdict.LIEVER_NIET, nood, (finding,))
        return Analysis(text, clear, nood)

    def _finding(self, text: str, word: str, category: Category, role: Role) -> Finding:
        start = text.index(word)
        return Finding(
            f"{category}-woord",
            category,
            start,
            start + len(word),
            "Daarom niet.",
            BETTER[role],
            "Eigen tekst",
        )

    def features(self, text: str) -> list[str]:
        """What is forbidden is a health word."""
        return ["AANDOENING"] if FORBIDDEN in text else []

    def rule(self, rule_id: str) -> RuleExplanation | None:
        """It has no rules to explain."""
        return None

    def rules(self) -> tuple[RuleExplanation, ...]:
        """It has no rules."""
        return ()


@pytest.fixture
def simple_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by the few words of `SimpleGuard`, whatever the real guard has learned."""
    monkeypatch.setattr(Library, "guard", property(lambda self: SimpleGuard()))
    monkeypatch.setattr("coach.cli.check.load_guard", SimpleGuard)
