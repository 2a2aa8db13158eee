"""Where a rehearsal stands on the route of the conversation."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.conversation import Part
from coach.domain.guard.labels import Act
from coach.domain.rehearsal.engine import Turn
from coach.domain.rehearsal.moves import Own

_PARTS: tuple[tuple[Act, Part], ...] = (
    (Act.AFSPRAAK, Part.AFRONDING),
    (Act.BEHOEFTE, Part.NODIG),
    (Act.KNELPUNT, Part.KNELPUNTEN),
    (Act.WERKINVLOED, Part.INVLOED),
    (Act.OBSERVATIE, Part.BENOEMEN),
)
"""The act that brings the talk to a part, the furthest first."""


def part_after(turns: Sequence[Turn]) -> Part:
    """Return the part of the conversation that the talk is in: that of the last turn that belongs to one."""
    for turn in reversed(turns):
        if turn.heard.move == Own.AFSCHEID:
            return Part.AFRONDING
        if turn.heard.move == Own.AFSPRAAK_VROEG or turn.heard.repeated:
            continue
        part = next((part for act, part in _PARTS if act in turn.heard.acts), None)
        if part is not None:
            return part
    return Part.BENOEMEN
