from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.conversation import STATIONS, Part, Route, station_of


def test_six_parts_in_five_stations_in_order() -> None:
    assert [station.number for station in STATIONS] == [1, 2, 3, 4, 5]
    assert [part for station in STATIONS for part in station.parts] == list(Part)


def test_what_is_needed_stands_beside_what_gets_stuck() -> None:
    assert station_of(Part.NODIG) is station_of(Part.KNELPUNTEN)
    assert Part.NODIG in station_of(Part.NODIG).parts


@given(st.integers(1, 8), st.lists(st.sampled_from(["forward", "back"])))
def test_the_walk_never_leaves_the_route(length: int, moves: list[str]) -> None:
    route = Route(tuple(map(str, range(length))))
    at = 0
    for move in moves:
        at = min(at + 1, length - 1) if move == "forward" else max(at - 1, 0)
        route = route.forward() if move == "forward" else route.back()
        assert route.current == str(at)
        assert (route.is_first, route.is_last) == (at == 0, at == length - 1)


def test_going_to_a_step() -> None:
    route = Route(("a", "b", "c"))
    assert route.go("c").current == "c"
    assert route.current == "a"
    with pytest.raises(ValueError, match=r"tuple\.index"):
        route.go("d")
