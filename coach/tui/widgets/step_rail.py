"""The steps of preparing, below each other, with how far each one is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import ScrollableContainer
from textual.message import Message

from coach.tui import step_bindings
from coach.tui.widgets.plain_text import PlainText


@dataclass(frozen=True, slots=True)
class Stop:
    """One step on the rail: its id, its station, its short title, and how much of it is filled in.

    `held` when a text stays in its field because it may not be written down.
    """

    id: str
    station: str
    title: str
    done: int
    total: int
    held: bool = False

    @property
    def is_done(self) -> bool:
        """Whether nothing is empty and nothing has to be changed."""
        return self.done >= self.total and not self.held

    @property
    def state(self) -> str:
        """How far it is, in a word."""
        if self.held:
            return "pas aan"
        if self.done >= self.total:
            return "klaar"
        return f"{self.done} van {self.total}" if self.done else "leeg"


class StopLine(PlainText):
    """One step; a click goes there."""

    def __init__(self, number: int, stop: Stop) -> None:
        super().__init__(classes="rail-stop")
        self.number = number
        self.stop_id = stop.id

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(StepRail.Picked(self.stop_id))


class StepRail(ScrollableContainer, can_focus=True, inherit_bindings=False):
    """All steps under their stations; arrows and enter, a number or a click go to one."""

    DEFAULT_CSS = """
    StepRail { height: 1fr; overflow: hidden auto; padding: 0 1; }
    StepRail .rail-station { color: $text-muted; width: 100%; margin-top: 1; }
    StepRail .rail-station.-first { margin-top: 0; }
    StepRail .rail-stop { width: 100%; height: auto; }
    StepRail .rail-stop.-here { text-style: bold; color: $primary; }
    StepRail .rail-stop.-cursor { background: $primary 20%; }
    StepRail .rail-stop:hover { background: $primary 10%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*step_bindings.RAIL_BINDINGS, *step_bindings.PAGE_BINDINGS]

    class Picked(Message):
        """A step was chosen; `step` is its id."""

        def __init__(self, step: str) -> None:
            super().__init__()
            self.step = step

    def __init__(self, stops: Iterable[Stop], current: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._stops = tuple(stops)
        self._current = current
        self._cursor = self._index(current)

    def _index(self, step: str) -> int:
        return next((at for at, stop in enumerate(self._stops) if stop.id == step), 0)

    def compose(self) -> ComposeResult:
        station = ""
        for number, stop in enumerate(self._stops, start=1):
            if stop.station != station:
                yield PlainText(stop.station, classes="rail-station" if station else "rail-station -first")
                station = stop.station
            yield StopLine(number, stop)

    def on_mount(self) -> None:
        self._draw()

    def show(self, stops: Iterable[Stop], current: str) -> None:
        """Show how far the steps are, and on which one we stand."""
        before = [stop.id for stop in self._stops]
        self._stops = tuple(stops)
        self._current = current
        self._cursor = self._index(current)
        if [stop.id for stop in self._stops] != before:
            self.refresh(recompose=True)
        elif self.is_mounted:
            self._draw()

    async def recompose(self) -> None:
        """Put the lines of other steps in place."""
        await super().recompose()
        self._draw()

    def _stations(self) -> list[str]:
        """The title of each station with how many of its steps are filled in."""
        stations: dict[str, list[bool]] = {}
        for stop in self._stops:
            stations.setdefault(stop.station, []).append(stop.is_done)
        return [f"{title} · {sum(done)} van {len(done)}" for title, done in stations.items()]

    def _draw(self) -> None:
        for head, text in zip(self.query(".rail-station").results(PlainText), self._stations(), strict=False):
            head.show(text)
        for at, (line, stop) in enumerate(zip(self.query(StopLine), self._stops, strict=False)):
            here, cursor = stop.id == self._current, self.has_focus and at == self._cursor
            sign = ">" if (cursor if self.has_focus else here) else " "
            line.show(f"{sign}{line.number:>2} {stop.title:<18} {stop.state}")
            line.set_class(here, "-here")
            line.set_class(cursor, "-cursor")
            line.set_class(stop.is_done, "-done")

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._cursor = self._index(self._current)
        self._draw()

    def action_move(self, step: int) -> None:
        self._cursor = max(0, min(self._cursor + step, len(self._stops) - 1))
        self._draw()
        lines = list(self.query(StopLine))
        lines[self._cursor].scroll_visible(animate=False)

    def action_pick(self) -> None:
        self.post_message(self.Picked(self._stops[self._cursor].id))
