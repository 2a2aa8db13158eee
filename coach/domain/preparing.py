"""What the coach knows and only uses before the talk: signals, places, cards on work, readiness.

The texts come from `content/`; each item carries the source it rests on, ready to be read by a person.
"""

from __future__ import annotations

from enum import StrEnum

from coach.domain.agreements import Subject
from coach.domain.knowledge import Address, Tip
from coach.domain.values import value


class Advice(StrEnum):
    """What to do with what was seen (domain, T35): one signal is none, several or a serious one are."""

    NOTHING = "geen"
    IN_PASSING = "terloops"
    THIS_WEEK = "deze-week"
    SERIOUS = "ernstig"


@value(frozen=True, slots=True)
class Signal:
    """A signal that can be seen at work, and so may become a dated fact.

    `fact` is a pattern with "..." to fill in, `je` and `u` are how it is said after "Ik zag dat", and
    `serious` says that this one alone is reason enough for a talk.
    """

    id: str
    text: str
    fact: str
    je: str
    u: str
    source: str
    serious: bool = False

    def said(self, address: Address) -> str:
        """Return the clause that stands after "Ik zag dat", in the given form of address."""
        return self.u if address is Address.U else self.je


@value(frozen=True, slots=True)
class SignalList:
    """Signals of one kind; only `visible` ones may become a dated fact on paper."""

    id: str
    title: str
    visible: tuple[Signal, ...]
    recognise_only: tuple[Tip, ...]


@value(frozen=True, slots=True)
class OpeningPattern:
    """How an opening line is built: care, a fact and a question, with the fact or the care first."""

    id: str
    fact_first: bool
    care_je: str
    care_u: str
    question_je: str
    question_u: str
    source: str


@value(frozen=True, slots=True)
class Place:
    """A kind of place to talk: `note` is how it is written down, `advice` what to mind there."""

    id: str
    title: str
    note: str
    advice: tuple[str, ...]
    source: str


@value(frozen=True, slots=True)
class WorkFactor:
    """Something in the work that may give or cost energy, with a question for the manager himself."""

    id: str
    title: str
    question: str
    source: str


@value(frozen=True, slots=True)
class FactorGroup:
    """Cards that belong together: what often gives energy, what often costs it, the thirteen factors."""

    id: str
    title: str
    factors: tuple[WorkFactor, ...]


@value(frozen=True, slots=True)
class SubjectText:
    """What is said of a subject about which an agreement can be made: its name and its question."""

    id: Subject
    title: str
    text: str
    source: str


@value(frozen=True, slots=True)
class ReadyPoint:
    """A question of the readiness check; `otherwise` is what to do as long as the answer is no."""

    id: str
    text: str
    otherwise: str
    source: str
