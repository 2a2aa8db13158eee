"""Rehearsing one's own talk: an employee composed of the shared voices, from what was prepared. No names."""

from __future__ import annotations

from coach.domain.dates import short_date
from coach.domain.errors import UsageError
from coach.domain.guard.labels import Category, Status
from coach.domain.preparation import Preparation
from coach.domain.rehearsal.script import Scenario, Signal, Voice
from coach.domain.rehearsal.wording import content_words
from coach.domain.values import replace
from coach.flows.rehearse import SHARED
from coach.library.load import MY_SITUATION, Library

NO_FACTS = "Vul eerst in wat je zag. Dan kun je je eigen gesprek oefenen."
ILL = "Je medewerker is ziek gemeld. Dan voer je geen signalerend gesprek, en oefen je het hier ook niet."
SIGNAL_TOPIC = "signaal"
HARDER = 1.3
"""Factor on what a manager's own pitfall does: that is what he is here to practise."""

_PITFALLS: dict[str, tuple[Category, ...]] = {
    "oplossen": (Category.ADVIES, Category.REDDEN),
    "overnemen": (Category.REDDEN,),
    "advies": (Category.ADVIES,),
    "streng": (Category.OORDEEL, Category.DREIGEN, Category.DRUK),
    "invullen": (Category.INVULLEN, Category.MENING),
    "nieuwsgierig": (Category.DIAGNOSE, Category.KLACHTEN, Category.OORZAAK, Category.PRIVE),
    "beloven": (Category.GEHEIM_BELOVEN,),
    "kleiner-maken": (Category.BAGATELLISEREN,),
    "kan-of-wil": (Category.OORDEEL,),
}
"""What each pitfall of the content makes a manager do, by id; one that is not here weighs as usual."""


def styles(library: Library) -> tuple[Voice, ...]:
    """Return the styles to choose from, in the order of their titles."""
    return tuple(
        sorted((v for v in library.voices.values() if v.id != SHARED), key=lambda voice: voice.title)
    )


def my_situation(library: Library, preparation: Preparation, style: str, level: int = 2) -> Scenario:
    """Return the scenario of the manager's own talk: his facts as signals, in the style that he chose.

    Raises UsageError when there is no fact yet, for someone who has reported sick, and for a style or level
    that is not there.
    """
    if preparation.status is Status.ZIEK:
        raise UsageError(ILL)
    if not preparation.facts:
        raise UsageError(NO_FACTS)
    if style not in library.voices or style == SHARED:
        raise UsageError(f"Deze stijl ken ik niet. Kies uit: {', '.join(v.id for v in styles(library))}.")
    base = library.scenarios[MY_SITUATION]
    signals = tuple(
        Signal(short_date(fact.when) if fact.when else "", fact.what) for fact in preparation.facts
    )
    known = frozenset(word for signal in signals for word in content_words(signal.what))
    sensitive = dict(base.sensitive)
    for plan in preparation.plans:
        for category in _PITFALLS.get(plan.pitfall, ()):
            sensitive[category] = max(HARDER, sensitive.get(category, 1.0))
    return replace(
        base,
        voice=style,
        level=level,
        signals=signals,
        sensitive=sensitive,
        topics={**base.topics, SIGNAL_TOPIC: known},
        own=True,
    )
