"""Agreeing together: what is offered, what may be written down, and how it is said back in one sentence."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date

from coach.domain.agreements import (
    Agreement,
    LookBack,
    Record,
    Subject,
    Team,
    subjects_for,
    to_come,
)
from coach.domain.dates import long_date, short_date
from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis, Role, Status, Verdict
from coach.domain.knowledge import Adjustment, Theme
from coach.domain.live import Ending
from coach.domain.record_sheet import record_sheet
from coach.domain.sheet import Sheet
from coach.flows.judge import judge
from coach.library.load import Library

SICK_NOTICE = (
    "Je medewerker is ziek gemeld. Spreek nu alleen af hoe jullie contact houden. "
    "Over ander werk praat je pas na het advies van de bedrijfsarts."
)
TEAM_WORD = {
    Team.WERK: "alleen wat in het werk verandert",
    Team.WOORDEN: "wat jij kiest, in jouw woorden",
    Team.NIETS: "niets",
}


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that is not kept or printed: where it stands, and why not."""

    where: str
    text: str
    analysis: Analysis

    @property
    def sentence(self) -> str:
        """Where it stands and why it is left out, without the text itself."""
        findings = self.analysis.findings
        return f"{self.where}: dit mag niet op papier." + (f" {findings[0].why}" if findings else "")


def new_record(today: date, label: str = "") -> Record:
    """Return an empty record of a talk that is held today, with a random uid of its own."""
    return Record(uid=secrets.token_hex(16), held_on=today, label=label)


def ending_of(record: Record) -> Ending | None:
    """Return how a talk with these agreements was closed; None when nothing in them says when or that not."""
    coming = next(iter(to_come(record)), None)
    if coming is not None:
        return Ending(coming.day)
    return Ending(None) if record.none_made else None


def offered(library: Library, status: Status) -> tuple[Theme, ...]:
    """Return the themes with what may be offered for this status; a theme with nothing left is gone."""
    subjects = subjects_for(status)
    themes = (
        replace(
            theme,
            adjustments=tuple(a for a in theme.adjustments if status in a.statuses and a.subject in subjects),
        )
        for theme in library.themes
    )
    return tuple(theme for theme in themes if theme.adjustments)


def subject_titles(library: Library) -> dict[Subject, str]:
    """Return what each subject is called where it is chosen."""
    return {subject.id: subject.title for subject in library.subjects}


def begun_from(adjustment: Adjustment) -> Agreement:
    """Return the agreement that an adjustment of the catalogue starts, to be changed in own words."""
    return Agreement(adjustment.subject, adjustment.who, adjustment.text)


def said(agreement: Agreement) -> str:
    """Return an agreement in one line: who does what by when, and until when it holds."""
    parts = [f"{agreement.who.value.capitalize()}: {agreement.what.rstrip('.')}"]
    if agreement.by:
        parts.append(f"klaar {short_date(agreement.by)}")
    if agreement.until:
        parts.append(f"tot {short_date(agreement.until)}")
    return " · ".join(parts)


def refused_note(guard: Guard, text: str, status: Status = Status.WERKT) -> Analysis | None:
    """Return why a line may not be written down, None when it may."""
    analysis = judge(guard, text, Role.NOTITIE, status).analysis
    return analysis if text.strip() and analysis.verdict is Verdict.MAG_NIET else None


class _Sieve:
    """Lets through what may be written down and remembers what may not."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self.refused: list[Refused] = []

    def keep(self, where: str, text: str) -> str:
        analysis = refused_note(self._guard, text)
        if analysis is None:
            return text
        self.refused.append(Refused(where, text, analysis))
        return ""


def keepable(guard: Guard, record: Record) -> tuple[Record, tuple[Refused, ...]]:
    """Return the record without what may not be written down, and what that was.

    An agreement of which the text is refused goes as a whole. Every file and every copy is made of this.
    """
    sieve = _Sieve(guard)
    agreements = []
    for number, agreement in enumerate(record.agreements, start=1):
        what = sieve.keep(f"Afspraak {number}", agreement.what)
        how = sieve.keep(f"Afspraak {number}, hoe jullie terugkijken", agreement.review_how)
        if what:
            agreements.append(replace(agreement, review_how=how))
    told = record.communication
    words = sieve.keep("Wat het team hoort", told.words)
    team = Team.WERK if told.words and not words and told.team is Team.WOORDEN else told.team
    kept = replace(
        record,
        label=sieve.keep("De naam van de afspraken", record.label),
        agreements=tuple(agreements),
        communication=replace(
            told, between=sieve.keep("Hoe jullie contact houden", told.between), team=team, words=words
        ),
        look_backs=tuple(_look_back(sieve, look_back) for look_back in record.look_backs),
    )
    return kept, tuple(sieve.refused)


def _look_back(sieve: _Sieve, look_back: LookBack) -> LookBack:
    where = f"Terugkijken op {long_date(look_back.held_on)}"
    return replace(
        look_back,
        worked=sieve.keep(where, look_back.worked),
        not_worked=sieve.keep(where, look_back.not_worked),
        change=sieve.keep(where, look_back.change),
    )


def copy_of(library: Library, record: Record) -> tuple[Sheet, tuple[Refused, ...]]:
    """Return the copy of the agreements for the employee, and what was left out of it."""
    kept, refused = keepable(library.guard, record)
    return record_sheet(kept, library.help_card), refused
