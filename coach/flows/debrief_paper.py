"""The debrief in a file, when the user asks for it: what may not be written down is left out."""

from __future__ import annotations

from pathlib import Path

from coach.domain.guard import Guard
from coach.domain.guard.labels import Role, Verdict
from coach.domain.rehearsal.debrief import Attempt, Debrief, Strength
from coach.domain.rehearsal.debrief_sheet import debrief_sheet
from coach.domain.sheet import Sheet
from coach.domain.values import replace
from coach.flows.rehearse import Rehearsal
from coach.flows.save import save_sheet

NOT_WRITTEN = "Deze zin staat hier niet: hij kan over gezondheid of privé gaan."


def debrief_on_paper(
    guard: Guard, rehearsal: Rehearsal, result: Debrief, *, guess: int = 0, plan: str = ""
) -> Sheet:
    """Return the debrief as a sheet; own lines that may not be written down are named, not quoted.

    Who finds the paper must not read about the health of someone, also not in a question that was wrong.
    """

    def may(text: str) -> bool:
        return guard.analyse(text, Role.NOTITIE).verdict is not Verdict.MAG_NIET

    strength: Strength = result.strength
    attempt: Attempt = result.attempt
    if strength.quote and not may(strength.quote):
        strength = replace(strength, quote=NOT_WRITTEN)
    if attempt.own and not may(attempt.own):
        attempt = replace(attempt, own=NOT_WRITTEN)
    shown = replace(result, strength=strength, attempt=attempt)
    kept_plan = plan if not plan or may(plan) else NOT_WRITTEN
    return debrief_sheet(rehearsal.cast, shown, rehearsal.talk.first.turns, guess=guess, plan=kept_plan)


def save_debrief(
    guard: Guard, rehearsal: Rehearsal, result: Debrief, target: Path, *, guess: int = 0, plan: str = ""
) -> None:
    """Write the debrief to a file in the form of its ending; raises CoachError with what is in the way."""
    save_sheet(debrief_on_paper(guard, rehearsal, result, guess=guess, plan=plan), target)
