"""What agreements must hold before they are whole, and what had better be looked at again.

Rules: a next date is always filled in, or "geen afspraak" said in so many words; the first look is within
seven days; the evaluation is fixed and comes after it; dates lie ahead. Sources: design, section 1; HAN
handreiking, handvat 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from coach.domain.agreements import FIRST_CHECK_WITHIN, Agreement, Record, Team
from coach.domain.dates import long_date
from coach.domain.dates_calendar import FRIDAY

USUAL_EVALUATION = timedelta(weeks=6)
LATE_EVALUATION = timedelta(days=92)
"""Later than this an evaluation is far away; it is remarked on, not refused."""

NO_WHAT = "Schrijf op wat er gebeurt."
BY_PAST = "De dag waarop dit klaar is, is al geweest. Kies een dag die nog komt."
UNTIL_PAST = "De dag tot wanneer dit geldt, is al geweest. Kies een dag die nog komt."
UNTIL_BEFORE_BY = "De afspraak houdt op voordat dit klaar is. Kies een latere einddag."
REVIEW_PAST = "De dag om terug te kijken is al geweest. Kies een dag die nog komt."
NOTHING_YET = 'Er staat nog geen afspraak. Maak er een, of kies "geen afspraak".'
NO_FIRST_CHECK = "Kies een dag om kort te kijken hoe het gaat, uiterlijk {until}."
FIRST_CHECK_EARLY = "Het eerste moment is na vandaag. Kies een dag die nog komt."
FIRST_CHECK_LATE = "Het eerste moment is binnen een week. Kies een dag, uiterlijk {until}."
NO_EVALUATION = "Kies een vaste dag om samen terug te kijken, bijvoorbeeld {usual}."
EVALUATION_EARLY = "De evaluatie komt na het eerste moment. Kies een latere dag."
NO_TEAM_WORDS = "Schrijf op wat het team hoort, in de woorden van je medewerker. Of kies iets anders."
NEXT_PAST = "De volgende keer ligt na vandaag. Kies een dag die nog komt."
NO_NEXT = "Kies wanneer jullie weer kijken. Is het klaar? Kies dan stoppen; dan wordt alles weggegooid."
IN_WEEKEND = "Dat is in het weekend. Klopt dat?"
FAR_AWAY = "Dat is later dan over drie maanden. Kijk liefst eerder."


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is missing or cannot be: the `field` where it stands, and a sentence for the user."""

    field: str
    sentence: str


def agreement_lacks(agreement: Agreement, today: date) -> tuple[Lack, ...]:
    """Return what is wrong with one agreement; fields are wat, klaar, tot, terugkijken."""
    lacks = []
    if not agreement.what.strip():
        lacks.append(Lack("wat", NO_WHAT))
    if agreement.by and agreement.by < today:
        lacks.append(Lack("klaar", BY_PAST))
    if agreement.until and agreement.until < today:
        lacks.append(Lack("tot", UNTIL_PAST))
    elif agreement.until and agreement.by and agreement.until < agreement.by:
        lacks.append(Lack("tot", UNTIL_BEFORE_BY))
    if agreement.review_on and agreement.review_on < today:
        lacks.append(Lack("terugkijken", REVIEW_PAST))
    return tuple(lacks)


def first_check_lack(day: date | None, held_on: date) -> Lack | None:
    """Return what is wrong with the day of the first look; it is within a week after the talk."""
    until = long_date(held_on + FIRST_CHECK_WITHIN)
    if day is None:
        return Lack("eerste", NO_FIRST_CHECK.format(until=until))
    if day <= held_on:
        return Lack("eerste", FIRST_CHECK_EARLY)
    if day > held_on + FIRST_CHECK_WITHIN:
        return Lack("eerste", FIRST_CHECK_LATE.format(until=until))
    return None


def evaluation_lack(day: date | None, first_check: date | None, held_on: date) -> Lack | None:
    """Return what is wrong with the day of the fixed evaluation; it comes after the first look."""
    if day is None:
        return Lack("evaluatie", NO_EVALUATION.format(usual=long_date(usual_evaluation(held_on))))
    return Lack("evaluatie", EVALUATION_EARLY) if day <= (first_check or held_on) else None


def usual_evaluation(held_on: date) -> date:
    """Return the day on which an evaluation is usually planned: after six weeks, on a day of the week."""
    day = held_on + USUAL_EVALUATION
    return day + timedelta(days=7 - day.weekday() if day.weekday() > FRIDAY else 0)


def remark(day: date, today: date) -> str:
    """Return what may be odd about a day to look again, "" for a day like any other."""
    if day > today + LATE_EVALUATION:
        return FAR_AWAY
    return IN_WEEKEND if day.weekday() > FRIDAY else ""


def record_lacks(record: Record) -> tuple[Lack, ...]:
    """Return what a record of a talk that was just held still lacks; nothing: it may be closed.

    With "geen afspraak" no date is asked; one that is filled in must be right. Agreements are looked at as on
    the day of the talk.
    """
    lacks: list[Lack | None] = []
    if not record.agreements and not record.none_made:
        lacks.append(Lack("afspraken", NOTHING_YET))
    for agreement in record.agreements:
        lacks += agreement_lacks(agreement, record.held_on)
    communication = record.communication
    if communication.team is Team.WOORDEN and not communication.words.strip():
        lacks.append(Lack("team", NO_TEAM_WORDS))
    if not record.none_made or record.first_check:
        lacks.append(first_check_lack(record.first_check, record.held_on))
    if not record.none_made or record.evaluation:
        lacks.append(evaluation_lack(record.evaluation, record.first_check, record.held_on))
    return tuple(lack for lack in lacks if lack is not None)


def next_lack(day: date | None, today: date) -> Lack | None:
    """Return what is wrong with the next date after a look back: there always is one, and it lies ahead."""
    if day is None:
        return Lack("volgende", NO_NEXT)
    return Lack("volgende", NEXT_PAST) if day <= today else None
