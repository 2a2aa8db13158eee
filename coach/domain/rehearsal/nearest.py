"""Where to look for a line when all that was written for a move has been heard."""

from __future__ import annotations

from collections.abc import Iterator

from coach.domain.guard.labels import Act, Category
from coach.domain.rehearsal.moves import Band, Own
from coach.domain.rehearsal.state import CLOSED_BELOW, OPEN_ABOVE, State

_HALFWAY = (CLOSED_BELOW + OPEN_ABOVE) / 2
_HEALTH = (
    Category.DIAGNOSE,
    Category.KLACHTEN,
    Category.OORZAAK,
    Category.BEHANDELING,
    Category.VOORGESCHIEDENIS,
)
_NEAR: dict[str, tuple[str, ...]] = {
    **{category: tuple(other for other in _HEALTH if other is not category) for category in _HEALTH},
    Category.MENING: (Category.INVULLEN, Category.OORDEEL),
    Category.INVULLEN: (Category.MENING, Category.SUGGESTIEF),
    Category.BAGATELLISEREN: (Category.MENING, Category.INVULLEN),
    Category.ADVIES: (Category.MENING, Category.REDDEN),
    Category.REDDEN: (Category.ADVIES,),
    Category.PRIVE: (Category.OORZAAK,),
    Own.HERSTEL: (Own.EXCUUS, Act.ERKENNEN),
    Own.EXCUUS: (Own.HERSTEL,),
    Own.KRUISVERHOOR: (Act.GESLOTEN_VRAAG,),
    Own.AFSPRAAK_VROEG: (Act.AFSPRAAK,),
    Act.BELANGSTELLING: (Act.OPEN_VRAAG,),
    Act.DOORVRAGEN: (Act.OPEN_VRAAG,),
    Act.WERKINVLOED: (Act.OPEN_VRAAG,),
    Act.KNELPUNT: (Act.OPEN_VRAAG,),
    Act.BEHOEFTE: (Act.OPEN_VRAAG,),
    Act.OPEN_VRAAG: (Act.DOORVRAGEN,),
}
"""What else may answer a move when all that was written for it has been heard."""


def nearest(move: str, state: State) -> Iterator[tuple[str, Band]]:
    """Give the cells that answer a move: its own, the same in the next band, and those of moves like it."""
    band = state.band
    yield move, band
    if band is Band.TWIJFEL:
        yield move, Band.OPEN if state.openness > _HALFWAY else Band.DICHT
    elif band is not Band.ESCALATIE:
        yield move, Band.TWIJFEL
    for other in _NEAR.get(move, ()):
        yield other, band
