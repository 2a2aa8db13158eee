"""What the coach knows, as values: parts, questions, memory aids, checklists, hard moments.

What is only used before the talk stands in `preparing.py`.

The texts come from `content/`; each item carries the source it rests on, ready to be read by a person.
"""

from __future__ import annotations

from enum import StrEnum

from coach.domain.agreements import Subject, Who
from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.values import value

BOTH: tuple[Status, ...] = (Status.WERKT, Status.ZIEK)


class Address(StrEnum):
    """How the manager speaks to the employee."""

    JE = "je"
    U = "u"


class Tone(StrEnum):
    """The tone of a question, so that a manager can choose what fits him."""

    ZACHT = "zacht"
    OPEN = "open"
    ZAKELIJK = "zakelijk"
    DIRECT = "direct"


@value(frozen=True, slots=True)
class Tip:
    """One piece of advice to the manager, or one line of a list."""

    text: str
    source: str
    statuses: tuple[Status, ...] = BOTH


@value(frozen=True, slots=True)
class Spoken:
    """A sentence for the manager to say, in both ways of address."""

    id: str
    je: str
    u: str
    source: str
    statuses: tuple[Status, ...] = BOTH

    def text(self, address: Address) -> str:
        """Return the sentence in the given form of address."""
        return self.u if address is Address.U else self.je


@value(frozen=True, slots=True)
class Question(Spoken):
    """A question to ask in one part of the conversation.

    An `example` names a fact (a day, a number of times) that holds for some talks only: it is there to choose
    while preparing, and never offered by itself during a talk.
    """

    tone: Tone = Tone.OPEN
    example: bool = False


@value(frozen=True, slots=True)
class Avoid:
    """What the manager had better not do or say, why, and what to say in its place."""

    text: str
    why: str
    instead: str
    source: str


@value(frozen=True, slots=True)
class PartGuide:
    """All there is to know about one part of the conversation; `mnemonics` are ids of memory aids."""

    part: Part
    title: str
    question: str
    purpose: str
    tips: tuple[Tip, ...]
    questions: tuple[Question, ...]
    avoid: tuple[Avoid, ...]
    mnemonics: tuple[str, ...]
    source: str


@value(frozen=True, slots=True)
class Mnemonic:
    """A memory aid of the handreiking: LSD, OMA, ANNA, DIK or NIVEA."""

    id: str
    letters: str
    meaning: str
    prompt: str
    breach: str
    instead: str
    source: str


@value(frozen=True, slots=True)
class Checklist:
    """A checklist of the handreiking, C0 to C4."""

    id: str
    title: str
    points: tuple[Tip, ...]
    source: str


@value(frozen=True, slots=True)
class HardMoment:
    """A moment in which a manager gets stuck: what to say, what rather not, what comes next."""

    id: str
    title: str
    happens: str
    say: tuple[str, ...]
    rather_not: tuple[str, ...]
    then: tuple[str, ...]
    source: str
    statuses: tuple[Status, ...] = BOTH


@value(frozen=True, slots=True)
class IfThen:
    """A plan made beforehand: as soon as `when` happens, the manager does or says `then`."""

    when: str
    then: str


@value(frozen=True, slots=True)
class Pitfall:
    """A manager's own pitfall, plans that help, and the hard moments (ids) in which it shows.

    `is_belief` says that it is something he thinks rather than something he does.
    """

    id: str
    text: str
    plans: tuple[IfThen, ...]
    moments: tuple[str, ...]
    source: str
    is_belief: bool = False


@value(frozen=True, slots=True)
class Adjustment:
    """Something that can change in the work, worded as an agreement, with who usually does it."""

    id: str
    text: str
    subject: Subject
    who: Who
    source: str
    statuses: tuple[Status, ...] = BOTH


@value(frozen=True, slots=True)
class Theme:
    """Work adjustments that belong together, and the question that leads to them."""

    id: str
    title: str
    question: str
    adjustments: tuple[Adjustment, ...]
    source: str


@value(frozen=True, slots=True)
class EmergencyStep:
    """One step of the emergency card: a short order and what it means."""

    head: str
    text: str


@value(frozen=True, slots=True)
class HelpNumber:
    """A telephone number, whose it is, and when to call it."""

    number: str
    name: str
    when: str


@value(frozen=True, slots=True)
class EmergencyCard:
    """What to do when a life may be in danger; `checked` is the date on which the numbers were checked."""

    title: str
    steps: tuple[EmergencyStep, ...]
    numbers: tuple[HelpNumber, ...]
    rather_not: tuple[str, ...]
    checked: str
    source: str


@value(frozen=True, slots=True)
class HelpCard:
    """An organisation's own hulpkaart: who helps there, and the date on which its numbers were checked."""

    title: str
    numbers: tuple[HelpNumber, ...]
    checked: str
