"""The route of the conversation: six parts in five stations, and a place on that route.

Source: HAN handreiking "Blijven werken met psychische klachten", stappenplan voor het signalerend gesprek.
"""

from __future__ import annotations

from enum import StrEnum

from coach.domain.values import replace, value


class Part(StrEnum):
    """The six parts, in the order in which the conversation goes."""

    VOORBEREIDING = "voorbereiding"
    BENOEMEN = "benoemen"
    INVLOED = "invloed"
    KNELPUNTEN = "knelpunten"
    NODIG = "nodig"
    AFRONDING = "afronding"


@value(frozen=True, slots=True)
class Station:
    """A stop on the route, as the manager sees it; `parts` are the parts that it holds."""

    number: int
    title: str
    parts: tuple[Part, ...]


STATIONS: tuple[Station, ...] = (
    Station(1, "Voorbereiding", (Part.VOORBEREIDING,)),
    Station(2, "Benoemen", (Part.BENOEMEN,)),
    Station(3, "Invloed op werk", (Part.INVLOED,)),
    Station(4, "Knelpunten en nodig", (Part.KNELPUNTEN, Part.NODIG)),
    Station(5, "Afronding", (Part.AFRONDING,)),
)

_STATION_OF = {part: station for station in STATIONS for part in station.parts}


def station_of(part: Part) -> Station:
    """Return the station that holds `part`."""
    return _STATION_OF[part]


@value(frozen=True, slots=True)
class Route:
    """A walk along named steps, one at a time; nothing is compulsory and nothing is lost by going back.

    `steps` are ids in order (at least one); `at` is the index of the step one stands on.
    """

    steps: tuple[str, ...]
    at: int = 0

    @property
    def current(self) -> str:
        """The id of the step one stands on."""
        return self.steps[self.at]

    @property
    def is_first(self) -> bool:
        """Whether there is nothing to go back to."""
        return self.at == 0

    @property
    def is_last(self) -> bool:
        """Whether there is nothing to go on to."""
        return self.at == len(self.steps) - 1

    def forward(self) -> Route:
        """Return the route one step on; on the last step it stays where it is."""
        return self if self.is_last else replace(self, at=self.at + 1)

    def back(self) -> Route:
        """Return the route one step back; on the first step it stays where it is."""
        return self if self.is_first else replace(self, at=self.at - 1)

    def go(self, step: str) -> Route:
        """Return the route standing on `step`; raises ValueError for a step that it does not have."""
        return replace(self, at=self.steps.index(step))
