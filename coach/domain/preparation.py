"""What a manager prepares: signals, dated facts, place, work, pitfalls, opening line, questions, agreements.

A value that is replaced, never changed. There is no field for a person's name, for a reason of absence or
for a feeling (design, section 4); every free text passes the guard before it is printed or kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.values import replace, value

MAX_FACTS = 8
MAX_PLANS = 6
MAX_QUESTIONS = 6
"""At most six questions fit the sheet, and the talk (domain, journey 3)."""
MAX_TIMES = 99
"""More absences than this in a year is a typing mistake."""
MAX_DATES = 20


@value(frozen=True, slots=True)
class Fact:
    """Something that was seen or heard at work; `when` is None as long as no date is known.

    `signal` is the id of the signal that it is an example of, "" when it stands by itself.
    """

    what: str
    when: date | None = None
    signal: str = ""


@value(frozen=True, slots=True)
class Plan:
    """A pitfall with its if-then plan.

    `pitfall` is the id of a known one, or "" for the manager's own, which `own` then names in his words.
    """

    when: str
    then: str
    pitfall: str = ""
    own: str = ""


@value(frozen=True, slots=True)
class Chosen:
    """A question chosen for a part; `text` is what will be asked, as the manager wants to say it."""

    part: Part
    text: str


class Energy(StrEnum):
    """What something in the work does with energy, as the manager guesses."""

    GIVES = "geeft"
    COSTS = "kost"


@value(frozen=True, slots=True)
class Weighed:
    """A card on the work (its id) that was laid aside as giving or costing energy."""

    factor: str
    energy: Energy


@value(frozen=True, slots=True)
class Absence:
    """Earlier absence as the law leaves it: how often and on which days, never why (domain, T2)."""

    times: int | None = None
    dates: tuple[date, ...] = ()


@value(frozen=True, slots=True)
class Aside:
    """A finding of the guard that the manager set aside for one text, since it is not so there.

    `rule` is the id of the rule. It holds for exactly this text: another letter, and it is judged anew.
    """

    text: str
    rule: str


@value(frozen=True, slots=True)
class Preparation:
    """Everything filled in so far; all of it may be empty.

    `signals`, `subjects` and `ready` are ids of signals, subjects to agree on and points of the readiness
    check; `setting` is the id of a kind of place. `asked` and `delivered` are the work that was agreed and
    the work that came. `goal` is what must be agreed at the end, in own words. `asides` are findings of the
    guard that were set aside. `at_step` is the id of the step at which one was last.
    """

    label: str = ""
    status: Status = Status.WERKT
    address: Address = Address.JE
    signals: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    moment: str = ""
    place: str = ""
    setting: str = ""
    asked: str = ""
    delivered: str = ""
    absence: Absence = Absence()  # noqa: RUF009 (it is frozen)
    weighed: tuple[Weighed, ...] = ()
    plans: tuple[Plan, ...] = ()
    opening: str = ""
    questions: tuple[Chosen, ...] = ()
    subjects: tuple[str, ...] = ()
    goal: str = ""
    next_date: date | None = None
    ready: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()
    at_step: str = ""

    def with_facts(self, facts: Iterable[Fact]) -> Preparation:
        """Return it with these facts: empty ones left out, in order of date, undated ones last.

        A fact of a signal that is not ticked stands by itself.
        """
        kept = [self._placed(fact) for fact in facts if fact.what.strip()]
        kept.sort(key=lambda fact: (fact.when is None, fact.when or date.max))
        return replace(self, facts=tuple(kept[:MAX_FACTS]))

    def with_plans(self, plans: Iterable[Plan]) -> Preparation:
        """Return it with these plans, those without a word left out."""
        kept = [plan for plan in plans if plan.when.strip() or plan.then.strip() or plan.own.strip()]
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

    def with_signals(self, signals: Iterable[str]) -> Preparation:
        """Return it with these signals, each once; facts of a signal that went stay, by themselves."""
        ticked = replace(self, signals=tuple(dict.fromkeys(signals)))
        return replace(ticked, facts=tuple(map(ticked._placed, self.facts)))

    def _placed(self, fact: Fact) -> Fact:
        return fact if not fact.signal or fact.signal in self.signals else replace(fact, signal="")

    def energy_of(self, factor: str) -> Energy | None:
        """Return what a card on the work was laid aside as, None when it was not."""
        return next((card.energy for card in self.weighed if card.factor == factor), None)

    def weigh(self, factor: str, energy: Energy | None) -> Preparation:
        """Return it with a card laid aside as `energy`, or taken back."""
        kept = [card for card in self.weighed if card.factor != factor]
        return replace(self, weighed=(*kept, *([Weighed(factor, energy)] if energy else ())))

    @property
    def texts(self) -> tuple[str, ...]:
        """Every free text, but for the label."""
        found = [fact.what for fact in self.facts]
        found += [self.moment, self.place, self.asked, self.delivered]
        found += [text for plan in self.plans for text in (plan.own, plan.when, plan.then)]
        found += [self.opening, *(chosen.text for chosen in self.questions), self.goal]
        return tuple(text for text in found if text)

    def tidied(self) -> Preparation:
        """Return it without what was set aside for a text that is no longer there.

        So nothing of a text is kept longer than the text itself.
        """
        there = set(self.texts)
        kept = tuple(aside for aside in dict.fromkeys(self.asides) if aside.text in there)
        return self if kept == self.asides else replace(self, asides=kept)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in yet (status, address, label and where one is do not count)."""
        return self.filled == Preparation()

    @property
    def filled(self) -> Preparation:
        """What was filled in, without the switches at the start, the label, and where one is."""
        return replace(self, label="", status=Status.WERKT, address=Address.JE, at_step="", asides=())


def toggled(ids: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Return `ids` with `key` put behind them, or taken out of them."""
    return tuple(item for item in ids if item != key) if key in ids else (*ids, key)


@value(frozen=True, slots=True)
class Progress:
    """How far each step is: `done` of `total` things filled in, by step id, in order."""

    steps: dict[str, tuple[int, int]]

    @property
    def open_steps(self) -> tuple[str, ...]:
        """The ids of the steps in which something is still empty, in order."""
        return tuple(step for step, (done, total) in self.steps.items() if done < total)

    @property
    def first_open(self) -> str | None:
        """The id of the first step in which something is still empty, None when all is filled in."""
        return next((step for step, (done, total) in self.steps.items() if done < total), None)

    def of(self, steps: Iterable[str]) -> tuple[int, int]:
        """Return how many of these steps are filled in, and how many there are; absent ones do not count."""
        there = [self.steps[step] for step in steps if step in self.steps]
        return sum(done >= total for done, total in there), len(there)
