"""A rehearsal as a value: its turns, and the branches that came from going back and saying it differently.

The first branch is what was said the first time, and what the result is about. Whoever goes back and says the
same again stands on the same branch with the same answers.
"""

from __future__ import annotations

from coach.domain.errors import UsageError
from coach.domain.rehearsal.engine import Turn
from coach.domain.rehearsal.state import State
from coach.domain.rehearsal.wording import short_form
from coach.domain.values import replace, value

MAX_TRIES = 3
"""Times that one moment may be tried: more tires and teaches little (research note, Rapid Cycle)."""
MAX_TURNS = 200
"""Turns of one talk; a conversation has some twenty, and memory is not endless."""


class TooManyTries(UsageError):
    """This moment was tried `MAX_TRIES` times."""


@value(frozen=True, slots=True)
class Branch:
    """One way the talk went: all its turns, of which the first `shared` are those of branch `parent`."""

    id: int
    parent: int
    shared: int
    turns: tuple[Turn, ...]

    @property
    def rung(self) -> int:
        """The highest rung that was reached."""
        return self.turns[-1].after.rung if self.turns else 0

    @property
    def trust(self) -> float:
        """Trust at the end."""
        return self.turns[-1].after.trust if self.turns else 0.0


@value(frozen=True, slots=True)
class Talk:
    """All branches, and where one stands: on branch `on`, after `at` turns; `start` is how it began."""

    start: State
    branches: tuple[Branch, ...] = (Branch(0, 0, 0, ()),)
    on: int = 0
    at: int = 0

    @property
    def branch(self) -> Branch:
        """The branch one stands on."""
        return self.branches[self.on]

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns up to where one stands."""
        return self.branch.turns[: self.at]

    @property
    def state(self) -> State:
        """The employee as he is where one stands."""
        return self.turns[-1].after if self.at else self.start

    @property
    def first(self) -> Branch:
        """What was said the first time."""
        return self.branches[0]

    @property
    def best(self) -> Branch:
        """The branch that came furthest; of equals the oldest."""
        return max(self.branches, key=lambda branch: (branch.rung, branch.trust, -branch.id))

    @property
    def is_over(self) -> bool:
        """Whether nothing more can be said here."""
        return self.state.ended or self.at >= MAX_TURNS or self.in_danger

    @property
    def in_danger(self) -> bool:
        """Whether the employee said something that points to danger: no result then, and no way back."""
        return any(turn.reply.crisis for branch in self.branches for turn in branch.turns)

    def rewind(self, turn: int) -> Talk:
        """Return the talk standing just before turn `turn` (from 1); raises UsageError where that is not."""
        if self.in_danger:
            raise UsageError("Dit gesprek spoel je niet terug. Begin gerust opnieuw.")
        if not 1 <= turn <= self.at:
            raise UsageError("Die beurt is er niet.")
        return replace(self, at=turn - 1)

    def go(self, branch: int) -> Talk:
        """Return the talk standing at the end of a branch; raises UsageError for one that is not there."""
        if not 0 <= branch < len(self.branches):
            raise UsageError("Die poging is er niet.")
        return replace(self, on=branch, at=len(self.branches[branch].turns))

    def known(self, text: str) -> Talk | None:
        """Return the talk one turn on where the same was said here before, None where it was not."""
        wanted = short_form(text)
        for branch in self._here():
            said = branch.turns[self.at].text
            if said.strip() == text.strip() or (wanted and short_form(said) == wanted):
                return replace(self, on=branch.id, at=self.at + 1)
        return None

    def tries_left(self) -> int:
        """Return how many other things may still be said at this moment."""
        return MAX_TRIES - len(self._here())

    def with_turn(self, turn: Turn) -> Talk:
        """Return the talk with one turn more; raises TooManyTries, and UsageError for a talk that is over."""
        if self.is_over:
            raise UsageError("Dit gesprek is klaar.")
        if self.at == len(self.branch.turns):
            longer = replace(self.branch, turns=(*self.branch.turns, turn))
            branches = tuple(longer if branch.id == self.on else branch for branch in self.branches)
            return replace(self, branches=branches, at=self.at + 1)
        if self.tries_left() <= 0:
            raise TooManyTries(f"Dit moment heb je {MAX_TRIES} keer geprobeerd. Kies een andere beurt.")
        new = Branch(len(self.branches), self._root(), self.at, (*self.turns, turn))
        return replace(self, branches=(*self.branches, new), on=new.id, at=self.at + 1)

    def _here(self) -> list[Branch]:
        """Each way the talk went on from here, the first of those that said the same."""
        mine = self.turns
        found: list[Branch] = []
        for branch in self.branches:
            if len(branch.turns) > self.at and branch.turns[: self.at] == mine:
                next_turn = branch.turns[self.at]
                if not any(other.turns[self.at] is next_turn for other in found):
                    found.append(branch)
        return found

    def _root(self) -> int:
        """The branch to which all turns up to here belong."""
        branch = self.branch
        while branch.id and self.at <= branch.shared:
            branch = self.branches[branch.parent]
        return branch.id
