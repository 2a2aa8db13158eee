"""What manager and employee agree on together, and how it goes after that.

Values that are replaced, never changed. There is no field for a person's name, a reason or a feeling:
subjects come from a closed list, people are roles, and every free text passes the note guard before it is
kept or printed. Sources: HAN handreiking, handvat 4 (fields of an agreement, what may be recorded) and
handvat 2 (a first check after a few days, what the team may know).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from coach.domain.guard.labels import Status

MAX_AGREEMENTS = 12
FIRST_CHECK_WITHIN = timedelta(days=7)
"""A first look is within a week (design, section 1)."""


class Subject(StrEnum):
    """What an agreement is about, in words of work; the list is closed (domain, 3.5)."""

    TAKEN = "taken"
    ROOSTER = "rooster"
    PRIORITEITEN = "prioriteiten"
    WERKPLEK = "werkplek"
    SAMENWERKING = "samenwerking"
    BEREIKBAARHEID = "bereikbaarheid"
    SCHOLING = "scholing"
    CONTACT = "contact"
    EVALUATIE = "evaluatie"


class Who(StrEnum):
    """Who does something, or takes the initiative: a role, never a name."""

    MEDEWERKER = "medewerker"
    LEIDINGGEVENDE = "leidinggevende"
    SAMEN = "samen"


class Present(StrEnum):
    """Who may have been at the talk, as roles."""

    MEDEWERKER = "medewerker"
    LEIDINGGEVENDE = "leidinggevende"
    MEEGENOMEN = "iemand die de medewerker meenam"
    HR = "iemand van HR"
    BEMIDDELAAR = "een onafhankelijke bemiddelaar"


class Team(StrEnum):
    """What the team hears; the employee chooses, and the default is only what changes in the work."""

    WERK = "alleen wat in het werk verandert"
    WOORDEN = "in woorden van de medewerker"
    NIETS = "niets"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement: who does what by when, until when it holds, how and when it is looked at again.

    `id` is unique in its record and stays; 0 for one that is not in a record yet. `by` None means at once,
    `until` None until they agree otherwise, `review_on` None at the evaluation of the record. `lead` is who
    takes the initiative to look at it again.
    """

    subject: Subject
    who: Who
    what: str
    by: date | None = None
    until: date | None = None
    review_on: date | None = None
    review_how: str = ""
    lead: Who = Who.LEIDINGGEVENDE
    id: int = 0


@dataclass(frozen=True, slots=True)
class Communication:
    """How the two keep in touch (`between`), and what the team hears; `words` only with Team.WOORDEN."""

    between: str = ""
    team: Team = Team.WERK
    words: str = ""


@dataclass(frozen=True, slots=True)
class LookBack:
    """A look back that was held: what worked, what did not, what changes.

    `next_on` is the day of the next one, where that was not planned before.
    """

    held_on: date
    worked: str = ""
    not_worked: str = ""
    change: str = ""
    next_on: date | None = None


class MomentKind(StrEnum):
    """What is done on a day that was planned; a word of ours, fit to be shown without the agreements."""

    FIRST_CHECK = "eerste moment"
    EVALUATION = "evaluatie"
    REVIEW = "terugkijken"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which they look again; `id` is unique in the record and stays when the day is moved."""

    id: str
    day: date
    kind: MomentKind


@dataclass(frozen=True, slots=True)
class Record:
    """The agreements of one talk, with all that follows.

    `uid` is a random text that stays (calendars know the moments by it), `revision` counts the changes.
    `none_made` says in so many words that nothing was agreed. `first_check` and `evaluation` are the days of
    the first look and of the fixed evaluation, after which another follows as long as they go on: there is no
    last one. `lead` takes the initiative for both.
    """

    uid: str
    held_on: date
    label: str = ""
    present: tuple[Present, ...] = (Present.MEDEWERKER, Present.LEIDINGGEVENDE)
    agreements: tuple[Agreement, ...] = ()
    none_made: bool = False
    communication: Communication = Communication()
    first_check: date | None = None
    evaluation: date | None = None
    lead: Who = Who.LEIDINGGEVENDE
    look_backs: tuple[LookBack, ...] = ()
    revision: int = 0

    def with_agreement(self, agreement: Agreement) -> Record:
        """Return it with this agreement: a new one (id 0) last, a changed one (same id) in its place.

        Raises ValueError when there is no room for a new one.
        """
        if any(known.id == agreement.id for known in self.agreements):
            changed = (agreement if known.id == agreement.id else known for known in self.agreements)
            return replace(self, agreements=tuple(changed), none_made=False)
        if len(self.agreements) >= MAX_AGREEMENTS:
            raise ValueError
        new_id = agreement.id or max((known.id for known in self.agreements), default=0) + 1
        new = replace(agreement, id=new_id)
        return replace(self, agreements=(*self.agreements, new), none_made=False)

    def without_agreement(self, agreement_id: int) -> Record:
        """Return it without the agreement with this id."""
        return replace(self, agreements=tuple(known for known in self.agreements if known.id != agreement_id))

    def with_present(self, present: Iterable[Present]) -> Record:
        """Return it with these roles present, each once, in the order of the list."""
        there = set(present)
        return replace(self, present=tuple(role for role in Present if role in there))

    def agreeing_on_nothing(self) -> Record:
        """Return it with the explicit "geen afspraak" in the place of agreements."""
        return replace(self, agreements=(), none_made=True)

    def looked_back(self, look_back: LookBack) -> Record:
        """Return it with one more look back.

        Its `next_on` moves the evaluation that was planned to come next; without one it is a new moment. A
        day that was planned already stays as it is.
        """
        ahead = [moment for moment in moments(self) if moment.day > look_back.held_on]
        added = replace(look_back, next_on=None)
        if look_back.next_on in {moment.day for moment in ahead}:
            return replace(self, look_backs=(*self.look_backs, added))
        planned = next((moment for moment in ahead if moment.kind is MomentKind.EVALUATION), None)
        if planned is None or look_back.next_on is None:
            return replace(self, look_backs=(*self.look_backs, look_back))
        if planned.id == _FIRST_EVALUATION:
            return replace(self, evaluation=look_back.next_on, look_backs=(*self.look_backs, added))
        earlier = (
            replace(known, next_on=look_back.next_on) if _planned_by(number) == planned.id else known
            for number, known in enumerate(self.look_backs)
        )
        return replace(self, look_backs=(*earlier, added))

    def revised(self) -> Record:
        """Return it as the next revision, after something in it was changed."""
        return replace(self, revision=self.revision + 1)

    @property
    def last_look(self) -> date:
        """The day of the last look back; that of the talk as long as there was none."""
        return max([self.held_on, *(look_back.held_on for look_back in self.look_backs)])


_FIRST_EVALUATION = "evaluatie-1"


def _planned_by(look_back: int) -> str:
    """The id of the moment that the look back with this index planned."""
    return f"evaluatie-{look_back + 2}"


def moments(record: Record) -> tuple[Moment, ...]:
    """Return every look that was planned, in order of day; of several on one day the first mentioned."""
    found = []
    if record.first_check:
        found.append(Moment("eerste", record.first_check, MomentKind.FIRST_CHECK))
    if record.evaluation:
        found.append(Moment(_FIRST_EVALUATION, record.evaluation, MomentKind.EVALUATION))
    for number, look_back in enumerate(record.look_backs):
        if look_back.next_on:
            found.append(Moment(_planned_by(number), look_back.next_on, MomentKind.EVALUATION))
    taken = {moment.day for moment in found}
    for agreement in record.agreements:
        if agreement.review_on and agreement.review_on not in taken:
            taken.add(agreement.review_on)
            found.append(Moment(f"afspraak-{agreement.id}", agreement.review_on, MomentKind.REVIEW))
    return tuple(sorted(found, key=lambda moment: moment.day))


def to_come(record: Record) -> tuple[Moment, ...]:
    """Return the moments after the last look back, in order: what is overdue comes first."""
    return tuple(moment for moment in moments(record) if moment.day > record.last_look)


def subjects_for(status: Status) -> tuple[Subject, ...]:
    """Return the subjects that may be agreed on.

    With someone who has reported sick only how they keep in touch: changed work comes after the advice of the
    bedrijfsarts (AP, Beleidsregels De zieke werknemer).
    """
    if status is Status.ZIEK:
        return (Subject.CONTACT, Subject.BEREIKBAARHEID, Subject.EVALUATIE)
    return tuple(Subject)
