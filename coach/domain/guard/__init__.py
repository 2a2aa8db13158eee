"""The guard: may this be said or written, what is wrong with it, and what conversation technique is it."""

from coach.domain.guard.engine import Guard
from coach.domain.guard.labels import (
    CATEGORY_VERDICT,
    Act,
    Analysis,
    Category,
    Finding,
    Role,
    Status,
    Verdict,
)
from coach.domain.guard.rules import RuleExplanation

__all__ = [
    "CATEGORY_VERDICT",
    "Act",
    "Analysis",
    "Category",
    "Finding",
    "Guard",
    "Role",
    "RuleExplanation",
    "Status",
    "Verdict",
]
