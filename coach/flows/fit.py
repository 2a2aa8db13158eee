"""Keeping a preparation in step with the two switches at its start: status, and je or u."""

from __future__ import annotations

from coach.domain.guard.labels import Analysis, Category, Finding, Status, Verdict
from coach.domain.knowledge import Address, Spoken
from coach.domain.opening import proposals
from coach.domain.preparation import Preparation
from coach.domain.values import replace
from coach.library.load import Library

_WHY = {
    Status.ZIEK: "Deze zin past niet bij iemand die ziek is gemeld. Dan voer je een kort contactgesprek.",
    Status.WERKT: "Deze zin is voor een contactgesprek met iemand die ziek is gemeld. Jouw medewerker werkt.",
}


def _spoken(library: Library) -> list[Spoken]:
    return [
        *library.openings,
        *(question for guide in library.parts.values() for question in guide.questions),
    ]


def in_address(library: Library, preparation: Preparation, address: Address) -> Preparation:
    """Return the preparation for `address`: what the manager wrote himself stays as it was.

    The sentences of the coach get the form of `address`.
    """
    composed = [
        line
        for fact in preparation.facts
        for line in proposals(library.opening_patterns, library.visible_signals, [fact])
    ]
    form = {text: line.text(address) for line in (*composed, *_spoken(library)) for text in (line.je, line.u)}
    return replace(
        preparation,
        address=address,
        opening=form.get(preparation.opening, preparation.opening),
        questions=tuple(
            replace(chosen, text=form.get(chosen.text, chosen.text)) for chosen in preparation.questions
        ),
    )


def unsuited(library: Library, text: str, status: Status) -> Analysis | None:
    """Return why a sentence of the coach may not be said with this status; None when it may.

    A sentence that is not the coach's own gives None as well: that one the guard judges.
    """
    lines = [line for line in _spoken(library) if text in (line.je, line.u)]
    if not lines or any(status in line.statuses for line in lines):
        return None
    suited = next((line for line in library.openings if status in line.statuses), None)
    address = Address.JE if text == lines[0].je else Address.U
    finding = Finding(
        rule="past-niet-bij-status",
        category=Category.BEPERKINGEN,
        start=0,
        end=len(text),
        why=_WHY[status],
        instead=suited.text(address) if suited else "",
        source=lines[0].source,
    )
    return Analysis(text, Verdict.VERBODEN, findings=(finding,))
