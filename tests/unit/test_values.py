"""Light values behave as the frozen dataclasses that a type checker takes them for."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from coach.domain.guard.labels import Analysis, Finding, Verdict
from coach.domain.values import replace, value


@value(frozen=True, slots=True)
class Point:
    """A place."""

    x: int
    y: int = 2

    @property
    def sum(self) -> int:
        """Both together."""
        return self.x + self.y


@value(frozen=True, slots=True)
class Place(Point):
    """A point with a name."""

    name: str = "hier"


@dataclasses.dataclass(frozen=True, slots=True)
class Model:
    """What it has to behave like."""

    x: int
    y: int = 2


@pytest.mark.parametrize("kind", [Point, Model])
def test_it_behaves_as_a_frozen_dataclass(kind: Any) -> None:
    point = kind(1)
    assert (point.x, point.y) == (1, 2)
    assert point == kind(x=1, y=2) != kind(1, 3)
    pair: object = (1, 2)
    assert point != pair
    assert hash(point) == hash(kind(1))
    assert repr(point) == f"{kind.__name__}(x=1, y=2)"
    assert kind.__doc__
    assert not hasattr(point, "__dict__")
    changes: list[Callable[[], None]] = [
        lambda: setattr(point, "x", 5),
        lambda: setattr(point, "z", 5),
        lambda: delattr(point, "x"),
    ]
    for change in changes:
        # A frozen dataclass with slots says TypeError of an unknown name in some versions of Python.
        with pytest.raises((AttributeError, TypeError)):
            change()
    wrong: list[tuple[tuple[int, ...], dict[str, int]]] = [
        ((), {}),
        ((1, 2, 3), {}),
        ((1,), {"x": 1}),
        ((1,), {"z": 1}),
    ]
    for given, named in wrong:
        with pytest.raises(TypeError):
            kind(*given, **named)
    match point:
        case kind(first, second):
            assert (first, second) == (1, 2)
    assert dataclasses.replace(point, x=7) == kind(7)
    assert dataclasses.asdict(point) == {"x": 1, "y": 2}
    assert dataclasses.is_dataclass(point)
    assert copy.deepcopy(point) == point
    assert pickle.loads(pickle.dumps(point)) == point


def test_methods_and_properties_stay() -> None:
    assert Point(1).sum == 3


def test_only_frozen_values_with_slots() -> None:
    with pytest.raises(TypeError):
        value(frozen=False, slots=True)


def test_an_analysis_is_such_a_value() -> None:
    assert Analysis("x", Verdict.GOED) == Analysis(
        text="x", verdict=Verdict.GOED, nood=False, findings=(), acts=()
    )
    assert dataclasses.fields(Finding)[-1].name == "sure"


def test_nothing_of_dataclasses_is_imported() -> None:
    code = "import sys, coach.domain.guard.labels; sys.exit('dataclasses' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_inherits_has_the_fields_of_both() -> None:
    place = Place(1, name="daar")
    assert (place.x, place.y, place.name, place.sum) == (1, 2, "daar", 3)
    assert repr(Place(1)) == "Place(x=1, y=2, name='hier')"
    assert dataclasses.replace(place, y=5) == Place(1, 5, "daar") != Point(1, 5)
    assert pickle.loads(pickle.dumps(place)) == place
    assert not hasattr(place, "__dict__")


@pytest.mark.parametrize("kind", [Point, Model])
def test_replacing_does_without_the_standard_library_too(kind: Any) -> None:
    assert replace(kind(1), y=5) == kind(1, 5)
    with pytest.raises(TypeError):
        replace(kind(1), z=5)
