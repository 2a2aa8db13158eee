"""What the coach offers a manager to say or to write down, which no guard of it may refuse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coach.domain.guard.labels import Role, Status
from coach.library.judged import quoted
from coach.library.load import Library


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, with the statuses in which it may be said and whether it is said or written down."""

    text: str
    statuses: tuple[Status, ...] = (Status.WERKT,)
    role: Role = Role.ZEGT


def said_by_coach(library: Library) -> Iterator[Said]:
    """Give every question, opening line and other sentence to say, and each example of a fact to note."""
    spoken = [
        *library.openings,
        *(question for guide in library.parts.values() for question in guide.questions),
    ]
    for line in spoken:
        yield from (Said(text, line.statuses) for text in (line.je, line.u))
    for guide in library.parts.values():
        yield from (Said(avoid.instead) for avoid in guide.avoid)
    for aid in library.mnemonics:
        yield Said(aid.instead)
    for moment in library.moments:
        yield from (Said(text, moment.statuses) for text in moment.say)
    for signal in library.visible_signals.values():
        yield from (Said(f"Ik zag dat {text}.") for text in (signal.je, signal.u))
        yield Said(signal.fact, role=Role.NOTITIE)
    for pattern in library.opening_patterns:
        texts = (pattern.care_je, pattern.care_u, pattern.question_je, pattern.question_u)
        yield from map(Said, texts)
    for pitfall in library.pitfalls:
        yield from (Said(text) for plan in pitfall.plans for text in quoted(plan.then))
