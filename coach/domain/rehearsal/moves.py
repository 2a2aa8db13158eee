"""What a manager can do in one turn (a move), and what each move does to an employee.

The moves are the guard's acts and categories, and some that only a talk knows, such as a silence. The effects
are those of the research note (section 5, effect per label); where a label is not in its table the value
follows a neighbour of the same kind.
"""

from __future__ import annotations

from enum import StrEnum

from coach.domain.guard.labels import CATEGORY_VERDICT, Act, Category, Verdict
from coach.domain.values import value


class Own(StrEnum):
    """Moves that the guard does not know."""

    STILTE = "stilte"
    ONBEKEND = "onbekend"
    BEGROETING = "begroeting"
    EXCUUS = "excuus"
    HERSTEL = "herstel"
    NAAST = "naast"
    DANK_TE_VROEG = "dank_te_vroeg"
    KRUISVERHOOR = "kruisverhoor"
    HERHALING = "herhaling"
    AFSCHEID = "afscheid"
    AFSPRAAK_VROEG = "afspraak_vroeg"
    EINDE = "einde"


MOVES: tuple[str, ...] = (
    *(act.value for act in Act),
    *(category.value for category in Category),
    *(own.value for own in Own),
)
"""Every move, by the word that content uses for it."""


class Band(StrEnum):
    """How open the employee is, as one word; lines are written for a band."""

    DICHT = "dicht"
    TWIJFEL = "twijfel"
    OPEN = "open"
    ESCALATIE = "escalatie"


@value(frozen=True, slots=True)
class Effect:
    """What something does to `trust`, `tension` and `energy`, in points of 0-100."""

    trust: float = 0.0
    tension: float = 0.0
    energy: float = 0.0


EFFECTS: dict[str, Effect] = {
    Act.VEILIGHEID: Effect(4, -5),
    Act.ERKENNEN: Effect(4, -4),
    Act.SAMENVATTEN: Effect(4, -3),
    Act.EIGEN_REGIE: Effect(4, -3),
    Act.DOORVRAGEN: Effect(3, 1),
    Act.BEHOEFTE: Effect(3, -2),
    Act.KWALITEIT: Effect(3, -2),
    Act.BELANGSTELLING: Effect(3, -1),
    Act.OPEN_VRAAG: Effect(2, 0),
    Act.OBSERVATIE: Effect(2, 3),
    Act.WERKINVLOED: Effect(2, 1),
    Act.KNELPUNT: Effect(2, 2),
    Act.AFSPRAAK: Effect(2, -1),
    Act.GESLOTEN_VRAAG: Effect(0, 1),
    Own.STILTE: Effect(1, -1),
    Category.PRIVE: Effect(-2, 5),
    Category.BEPERKINGEN: Effect(-2, 4),
    Category.MENING: Effect(-3, 3),
    Category.SUGGESTIEF: Effect(-3, 2),
    Category.REDDEN: Effect(-3, -1),
    Category.GEHEIM_BELOVEN: Effect(-1, 0),
    Category.ADVIES: Effect(-4, 2),
    Category.INVULLEN: Effect(-5, 4),
    Category.KLACHTEN: Effect(-6, 8),
    Category.BAGATELLISEREN: Effect(-7, 4),
    Category.OORZAAK: Effect(-7, 8),
    Category.VOORGESCHIEDENIS: Effect(-7, 8),
    Category.BIJZONDER: Effect(-8, 9),
    Category.OORDEEL: Effect(-8, 10),
    Category.DIAGNOSE: Effect(-8, 10),
    Category.BEHANDELING: Effect(-8, 9),
    Category.DRUK: Effect(-14, 16),
    Category.DREIGEN: Effect(-15, 20),
}
"""What each label does to trust and tension, before the multipliers of `effects.py`."""

EARLY_AGREEMENT = Effect(-2, 3)
"""An agreement before the bottleneck is known."""
CROSS_EXAMINATION = Effect(-1.5, 3)
"""A third bare question in a row."""
TOO_SILENT = Effect(-2, 2)
"""A third silence in a row."""
REPEATED = Effect(-1, 2)
"""The very same sentence again."""

FORBIDDEN = frozenset(
    category for category, verdict in CATEGORY_VERDICT.items() if verdict is Verdict.VERBODEN
)
PRESSING = frozenset([Category.DRUK, Category.DREIGEN])
OWN_INPUT = frozenset(
    [Category.OORDEEL, Category.MENING, Category.ADVIES, Category.INVULLEN, Category.BAGATELLISEREN]
    + [Category.SUGGESTIEF, Category.REDDEN]
)
"""OMA and NIVEA: the manager's own input where listening was called for."""

REFLECTING = frozenset([Act.SAMENVATTEN, Act.ERKENNEN])
QUESTIONS = frozenset(
    [Act.OPEN_VRAAG, Act.GESLOTEN_VRAAG, Act.DOORVRAGEN, Act.WERKINVLOED, Act.KNELPUNT, Act.BEHOEFTE]
)
BARE = QUESTIONS | {Act.BELANGSTELLING}
"""A turn with no other act than these is a bare question."""
LISTENING = frozenset(Act) - {Act.OBSERVATIE, Act.AFSPRAAK, Act.GESLOTEN_VRAAG}
"""Acts in which one listens: a rung opens only in such a turn."""

SPECIFIC: tuple[Act, ...] = (
    Act.AFSPRAAK,
    Act.BEHOEFTE,
    Act.KNELPUNT,
    Act.WERKINVLOED,
    Act.DOORVRAGEN,
    Act.SAMENVATTEN,
    Act.EIGEN_REGIE,
    Act.KWALITEIT,
    Act.VEILIGHEID,
    Act.OBSERVATIE,
    Act.BELANGSTELLING,
    Act.ERKENNEN,
)
"""Acts that an employee answers, the one that asks most of him first; plain questions come after these."""
