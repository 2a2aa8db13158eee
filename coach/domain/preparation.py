"""What a manager prepares: dated facts, place and moment, pitfalls, opening line, questions, next date.

A value that is replaced, never changed. There is no field for a person's name, for a reason of absence or
for a feeling (design, section 4); every free text passes the guard before it is printed or kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address

MAX_FACTS = 8
MAX_PLANS = 6
MAX_QUESTIONS = 6
"""At most six questions fit the sheet, and the talk (domain, journey 3)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that was seen or heard at work; `when` is None as long as no date is known."""

    what: str
    when: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A pitfall with its if-then plan; `pitfall` is the id of a known one, or "" for the manager's own."""

    when: str
    then: str
    pitfall: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A question chosen for a part; `text` is what will be asked, as the manager wants to say it."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything filled in so far; all of it may be empty."""

    label: str = ""
    status: Status = Status.WERKT
    address: Address = Address.JE
    facts: tuple[Fact, ...] = ()
    moment: str = ""
    place: str = ""
    plans: tuple[Plan, ...] = ()
    opening: str = ""
    questions: tuple[Chosen, ...] = ()
    next_date: date | None = None

    def with_facts(self, facts: Iterable[Fact]) -> Preparation:
        """Return it with these facts: empty ones left out, in order of date, undated ones last."""
        kept = [fact for fact in facts if fact.what.strip()]
        kept.sort(key=lambda fact: (fact.when is None, fact.when or date.max))
        return replace(self, facts=tuple(kept[:MAX_FACTS]))

    def with_plans(self, plans: Iterable[Plan]) -> Preparation:
        """Return it with these plans, those without a word left out."""
        kept = [plan for plan in plans if plan.when.strip() or plan.then.strip()]
        return replace(self, plans=tuple(kept[:MAX_PLANS]))

    def asked_in(self, part: Part) -> tuple[str, ...]:
        """Return the questions chosen for `part`, in the order of choosing."""
        return tuple(chosen.text for chosen in self.questions if chosen.part is part)

    def with_questions(self, part: Part, texts: Iterable[str]) -> Preparation:
        """Return it with `texts` as the questions of `part`; those of other parts stay."""
        parts = list(Part)
        kept = [chosen for chosen in self.questions if chosen.part is not part]
        kept += [Chosen(part, text) for text in dict.fromkeys(texts) if text.strip()]
        kept.sort(key=lambda chosen: parts.index(chosen.part))
        return replace(self, questions=tuple(kept))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in yet (status, address and label do not count)."""
        return replace(self, label="", status=Status.WERKT, address=Address.JE) == Preparation()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far each step is: `done` of `total` things filled in, by step id, in order."""

    steps: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def open_steps(self) -> tuple[str, ...]:
        """The ids of the steps in which something is still empty, in order."""
        return tuple(step for step, (done, total) in self.steps.items() if done < total)

    @property
    def first_open(self) -> str | None:
        """The id of the first step in which something is still empty, None when all is filled in."""
        return next((step for step, (done, total) in self.steps.items() if done < total), None)
