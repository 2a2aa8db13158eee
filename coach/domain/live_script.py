"""What may be said during the talk, in the order in which it comes.

Each part of the conversation has one or more steps, one after another, and sentences to choose from at each.
"""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.conversation import STATIONS, Part, Station, station_of


@dataclass(frozen=True, slots=True)
class Prompt:
    """A sentence to say; `id` is unique within its part and stays the same from one run to the next."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Deck:
    """The sentences of one part (at least one): the first `steps` come in turn, any may be taken instead."""

    part: Part
    prompts: tuple[Prompt, ...]
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """A place in the talk: the `number`-th step of a part, counted from 0."""

    part: Part
    number: int

    @property
    def station(self) -> Station:
        """The station in which it lies."""
        return station_of(self.part)


@dataclass(frozen=True, slots=True)
class Script:
    """All decks, one for each part, in the order of the conversation."""

    decks: tuple[Deck, ...]

    def deck(self, part: Part) -> Deck:
        """Return the deck of a part; raises KeyError for a part without one."""
        return {deck.part: deck for deck in self.decks}[part]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in order."""
        return tuple(Step(deck.part, number) for deck in self.decks for number in range(deck.steps))

    def first_of_station(self, number: int, after: Part | None = None) -> int:
        """Return the index of the step at which a station begins.

        Where `after` is a part of that station, its next part is meant: the station's first after its last.
        `number` counts from 1.
        """
        parts = STATIONS[number - 1].parts
        part = parts[(parts.index(after) + 1) % len(parts)] if after in parts else parts[0]
        return self.steps.index(Step(part, 0))
