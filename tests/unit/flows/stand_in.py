"""A guard that obeys words in the text, so that a test of a flow does not rest on real rules."""

from __future__ import annotations

from typing import cast

from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis, Category, Finding, Role, Status, Verdict

BETTER = "Wat heb je nodig?"


class WordGuard:
    """Refuses to write "GEENNOTITIE" and to say "VERBODEN"; finds fault, no more, with "LIEVERNIET"."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, Role, Status]] = []

    def features(self, text: str) -> list[str]:
        return ["AANDOENING"] if "GEZONDHEID" in text else []

    def analyse(self, text: str, *, role: Role = Role.ZEGT, status: Status = Status.WERKT) -> Analysis:
        self.seen.append((text, role, status))
        finding = Finding("regel", Category.DIAGNOSE, 0, len(text), "daarom", BETTER, "eigen")
        if role is Role.NOTITIE:
            refused = "GEENNOTITIE" in text
            return Analysis(text, Verdict.MAG_NIET if refused else Verdict.MAG, findings=(finding,) * refused)
        for word, verdict in (("VERBODEN", Verdict.VERBODEN), ("LIEVERNIET", Verdict.LIEVER_NIET)):
            if word in text:
                return Analysis(text, verdict, findings=(finding,))
        return Analysis(text, Verdict.GOED)


def as_guard(guard: WordGuard) -> Guard:
    """The stand-in, for a function that asks for a guard."""
    return cast(Guard, guard)
