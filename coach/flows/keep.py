"""What of a preparation may be kept in a file: what may be printed, and a label that tells nothing."""

from __future__ import annotations

from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis, Role, Verdict
from coach.domain.preparation import Preparation
from coach.domain.values import replace
from coach.flows.judge import judge
from coach.flows.sift import Refusal, sift, without
from coach.library.load import Library

LABEL_STEP = "naam"
"""Stands as the step of a refused label, which belongs to no step."""


def label_refused(guard: Guard, preparation: Preparation) -> Analysis | None:
    """Return the analysis that refuses the label of a preparation, None when it may be kept."""
    analysis = judge(guard, preparation.label, Role.NOTITIE, preparation.status).analysis
    return analysis if analysis.verdict is Verdict.MAG_NIET else None


def keepable(
    library: Library, guard: Guard, preparation: Preparation
) -> tuple[Preparation, tuple[Refusal, ...]]:
    """Return the preparation without what may not be kept, and what was left out.

    Free text that is kept passes the same guard as text that is printed (design, section 4). A sentence of
    the coach that does not fit the status stays: it is on no sheet, but fits again when the status changes.
    """
    _, printed = sift(library, guard, preparation)
    refused = [refusal for refusal in printed if refusal.text not in library.spoken_texts]
    kept = without(preparation, refused)
    if (analysis := label_refused(guard, preparation)) is not None:
        refused.append(Refusal(LABEL_STEP, preparation.label, analysis))
        kept = replace(kept, label="")
    return kept, tuple(refused)
