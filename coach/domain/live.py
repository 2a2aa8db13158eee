"""The talk itself, prompted one sentence at a time: a state machine without a clock or a screen.

Nothing moves by itself: every change is a call, and what depends on time asks for the moment as an argument
(seconds of a clock that only goes forward). What is said or heard has no place here; the only thing that is
remembered of the talk is how it was closed: with a next date, or with the word that there is no agreement.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from coach.domain.live_clock import Speaker, Stopwatch
from coach.domain.live_script import Prompt, Script, Step

BREATHS = 10
"""A silence lasts ten breaths (domain, journey 2)."""
SECONDS_PER_BREATH = 5
"""A calm breath: twelve in a minute, the slow end of what adults do at rest (twelve to twenty)."""
LISTEN_TO_SPEAK = 2
"""Listen twice as long as you speak (HAN handreiking, basistips)."""


class View(StrEnum):
    """What is in sight; from everything but the talk a key leads back to where one was."""

    TALK = "gesprek"
    SILENCE = "stilte"
    PAUSE = "pauze"
    BLANK = "leeg"
    BALANCE = "verhouding"
    CLOSING = "afspraken"
    DONE = "klaar"


@dataclass(frozen=True, slots=True)
class Ending:
    """How the talk was closed: the day on which they meet again, or None when they agreed on nothing."""

    next_date: date | None


@dataclass(frozen=True, slots=True)
class Live:
    """Where the talk is.

    `at` is the index of the step, `chosen` the index in its deck of each step where another sentence was
    taken than the one that stood there.
    """

    script: Script
    at: int = 0
    chosen: dict[Step, int] = field(default_factory=dict)
    view: View = View.TALK
    clock: Stopwatch = Stopwatch()
    shows_time: bool = True
    silent_since: float = 0.0
    ending: Ending | None = None

    @property
    def step(self) -> Step:
        """Where one is."""
        return self.script.steps[self.at]

    @property
    def begun(self) -> bool:
        """Whether the first sentence has been said, or the talk was taken up elsewhere."""
        return self.at > 0 or self.clock.total > 0 or self.clock.runs or self.ending is not None

    @property
    def is_last(self) -> bool:
        """Whether only the agreements come after this."""
        return self.at == len(self.script.steps) - 1

    def prompt_at(self, step: Step) -> Prompt:
        """Return the sentence that stands at a step."""
        return self.script.deck(step.part).prompts[self.chosen.get(step, step.number)]

    @property
    def prompt(self) -> Prompt:
        """The sentence to say now."""
        return self.prompt_at(self.step)

    @property
    def coming(self) -> Prompt | None:
        """The sentence that comes next; None when the agreements do."""
        return None if self.is_last else self.prompt_at(self.script.steps[self.at + 1])

    def breaths(self, now: float) -> int:
        """Return how many breaths the silence has lasted, at most ten."""
        return max(0, min(BREATHS, int((now - self.silent_since) // SECONDS_PER_BREATH)))

    def others(self) -> tuple[int, ...]:
        """Return the indices in the deck that may stand here: this one, and those of no other step."""
        deck = self.script.deck(self.step.part)
        taken = {
            self.chosen.get(step, step.number)
            for step in self.script.steps
            if step.part is self.step.part and step != self.step
        }
        return tuple(index for index in range(len(deck.prompts)) if index not in taken)

    # Going on and back.

    def onward(self, now: float) -> Live:
        """Return it one step on, to the agreements after the last; the first time the clock starts."""
        if self.view is not View.TALK:
            return self.returned(now)
        begun = replace(self, clock=self.clock.started(now))
        return replace(begun, view=View.CLOSING) if self.is_last else replace(begun, at=self.at + 1)

    def back(self, now: float) -> Live:
        """Return it one step back; the first one stays."""
        if self.view is not View.TALK:
            return self.returned(now)
        return replace(self, at=max(0, self.at - 1))

    def other(self, by: int, now: float) -> Live:
        """Return it with another sentence of the same part, `by` places further round."""
        if self.view is not View.TALK:
            return self.returned(now)
        free = self.others()
        index = self.chosen.get(self.step, self.step.number)
        taken = free[(free.index(index) + by) % len(free)]
        return replace(self, chosen={**self.chosen, self.step: taken})

    def to_station(self, number: int, now: float) -> Live:
        """Return it at a station; the number of the station where one is leads to its next part."""
        if self.ending is not None:
            return self.returned(now)
        here = self.step.part if self.view is View.TALK and self.step.station.number == number else None
        there = self.script.first_of_station(number, here)
        clock = self.clock if there == 0 else self.clock.started(now)
        return replace(self, view=View.TALK, at=there, clock=clock)

    def returned(self, now: float) -> Live:
        """Return it where one was, from whatever stood over it; after a pause the clock goes on.

        A talk that is closed stays closed.
        """
        if self.ending is not None:
            return replace(self, view=View.DONE)
        clock = self.clock.started(now) if self.view is View.PAUSE and self.begun else self.clock
        return replace(self, view=View.TALK, clock=clock)

    # What lies over the talk for a moment.

    def _over(self, view: View, now: float, **changes: object) -> Live:
        """Show `view`, or go back when it is shown already; over a closed talk comes nothing but a blank."""
        if self.view is view:
            return self.returned(now)
        if self.view is View.DONE and view is not View.BLANK:
            return self
        return replace(self.returned(now), view=view, **changes)  # type: ignore[arg-type]

    def silent(self, now: float) -> Live:
        """Return it counting breaths from `now`; again ends it."""
        return self._over(View.SILENCE, now, silent_since=now)

    def paused(self, now: float) -> Live:
        """Return it pausing, with the clock still; again goes on."""
        return self._over(View.PAUSE, now, clock=self.returned(now).clock.stopped(now))

    def blanked(self, now: float) -> Live:
        """Return it with nothing in sight; again gives all back."""
        return self._over(View.BLANK, now)

    def balanced(self, now: float) -> Live:
        """Return it showing how long each spoke; again hides that."""
        return self._over(View.BALANCE, now)

    def turned(self, now: float) -> Live:
        """Return it noting that the other speaks now; the first time that is the employee."""
        turn = Speaker.MANAGER if self.clock.speaker is Speaker.EMPLOYEE else Speaker.EMPLOYEE
        here = self.returned(now)
        return here if here.ending is not None else replace(here, clock=here.clock.heard(turn, now))

    def timed(self) -> Live:
        """Return it with the time shown, or hidden again."""
        return replace(self, shows_time=not self.shows_time)

    # The end.

    def closed(self, ending: Ending, now: float) -> Live:
        """Return it closed; there is no other way to end it than with an `Ending`."""
        return replace(self, view=View.DONE, ending=ending, clock=self.clock.stopped(now))

    def reopened(self, now: float) -> Live:
        """Return a closed talk at its agreements again; the clock goes on."""
        if self.ending is None:
            return self
        return replace(self, view=View.CLOSING, ending=None, clock=self.clock.started(now))

    def following(self, script: Script) -> Live:
        """Return it on another script (other status, other preparation), at the same part and sentences.

        Sentences that the new script does not have, or has elsewhere taken, give way to its own.
        """
        chosen: dict[Step, int] = {}
        for step in script.steps:
            old, deck = self.script.deck(step.part), script.deck(step.part)
            if step not in self.chosen or self.chosen[step] >= len(old.prompts):
                continue
            ids = [prompt.id for prompt in deck.prompts]
            name = old.prompts[self.chosen[step]].id
            if name in ids:
                chosen[step] = ids.index(name)
        here = Step(self.step.part, min(self.step.number, script.deck(self.step.part).steps - 1))
        moved = replace(self, script=script, at=script.steps.index(here), chosen={})
        for step, index in chosen.items():
            probe = replace(moved, at=script.steps.index(step))
            if index in probe.others():
                moved = replace(moved, chosen={**moved.chosen, step: index})
        return moved
