"""Texts that have harmed apps on a terminal: brackets, escapes, and a library made of them."""

from __future__ import annotations

import dataclasses
import itertools
import typing
from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeVar

from coach.domain.guard import Guard
from coach.domain.knowledge import EmergencyCard, HelpCard, HelpNumber
from coach.domain.names import FirstNames
from coach.domain.rehearsal.debrief_texts import DebriefTexts
from coach.domain.rehearsal.script import Scenario, Voice
from coach.library.load import Library

BRACKETS = (
    "[", "]", "[]", "[[", "]]", "[/", "[/]", "[/b]", "[b]", "[b]vet[/b]", "[b]open", "dicht[/b]",
    "[/b] klaar", "Ik zei [rustig]", "afspraak [zie notitie] gemaakt", "[red]rood[/red]",
    "[#ff0000]kleur[/]", "[on blue]x[/]", "[bold red on white]x[/]", "[@click=app.quit]x[/]",
    "[@click=app.quit]Bekijk[/@click=app.quit]", "[@click=screen.dismiss]weg[/]",
    "[link=https://example.org]x[/link]", "[link]x[/link]", "\\[b]", "\\[/b]", "[\\]",
    "[b][i]x[/b][/i]", "[/i][/b]", "[ ]", "[x] klaar", "[1]", "[1,2,3]", "a[0]", "[a=b]",
    "[$primary]x[/]", "[$x]", "[auto]x[/]", "[/auto", "[[b]]", "]b[", "[b", "[!]",
    "[not bold]x[/not bold]", ":smile:", "{naam}", "%s %d", "[50%]x[/]",
)  # fmt: skip

ESCAPES = {
    "OSC 52, klembord": "\x1b]52;c;R0VIRUlN\x07",
    "OSC 0, titel": "\x1b]0;GEKAAPT\x07",
    "OSC 8, koppeling": "\x1b]8;;https://example.org\x1b\\klik\x1b]8;;\x1b\\",
    "CSI, afdrukken": "\x1b[5i",
    "CSI, scherm omkeren": "\x1b[?5h",
    "DCS": "\x1bPqGEKAAPT\x1b\\",
    "APC": "\x1b_GEKAAPT\x1b\\",
    "C1": "\x9b5i\x9d52;c;R0VIRUlN\x9c",
    "bidi": "\u202eGEKAAPT\u202c\u2066x\u2069",
    "bel en wissen": "\x07\x08\x7f\x0c",
}
"""Families of control texts, by name."""

T = TypeVar("T")


def made_of(value: T, texts: Iterator[str]) -> T:
    """Return a value of the domain with every text in it replaced by the next of `texts`.

    Ids stay, since other values refer to them, and so do telephone numbers.
    """
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    kinds = typing.get_type_hints(type(value))
    changed: dict[str, Any] = {}
    for field in dataclasses.fields(value):
        old = getattr(value, field.name)
        if kinds[field.name] is str and field.name not in ("id", "number", "checked"):
            changed[field.name] = next(texts)
        elif isinstance(old, tuple) and old and dataclasses.is_dataclass(old[0]):
            changed[field.name] = tuple(made_of(item, texts) for item in old)
        elif kinds[field.name] == tuple[str, ...] and field.name not in ("mnemonics", "moments"):
            changed[field.name] = tuple(next(texts) for _ in old)
    return dataclasses.replace(value, **changed)


class HostileLibrary(Library):
    """The real library with all its texts replaced by hostile ones, each numbered so that it is unique."""

    def __init__(self, real: Library, hostile: tuple[str, ...] = BRACKETS) -> None:
        self._real = real
        self._texts = (f"{text} n{number}" for number, text in enumerate(itertools.cycle(hostile)))
        self.help_card = HelpCard("[/b]", (HelpNumber("[/", "[@click=app.quit]", "[/b]"),), "[/")

    @cached_property
    def first_names(self) -> FirstNames:
        """The real names."""
        return self._real.first_names

    @cached_property
    def guard(self) -> Guard:
        """The real guard."""
        return self._real.guard

    @cached_property
    def emergency(self) -> EmergencyCard:
        """A hostile emergency card."""
        card = made_of(self._real.emergency, self._texts)
        return dataclasses.replace(
            card, numbers=(*card.numbers, HelpNumber("[/b]", "[/", "[@click=app.quit]"))
        )

    @cached_property
    def voices(self) -> dict[str, Voice]:
        """Hostile titles; what is said comes from the real voices."""
        return {
            name: dataclasses.replace(voice, title=next(self._texts), sound=next(self._texts))
            for name, voice in self._real.voices.items()
        }

    @cached_property
    def scenarios(self) -> dict[str, Scenario]:
        """Hostile cards, names and lines to pick."""
        return {
            name: dataclasses.replace(
                scenario,
                title=next(self._texts),
                sector=next(self._texts),
                name=next(self._texts),
                role=next(self._texts),
                card=next(self._texts),
                signals=tuple(made_of(signal, self._texts) for signal in scenario.signals),
            )
            for name, scenario in self._real.scenarios.items()
        }

    @cached_property
    def debrief_texts(self) -> DebriefTexts:
        """The real texts."""
        return self._real.debrief_texts


def _hostile(name: str) -> Any:
    def values(self: HostileLibrary) -> Any:
        real = getattr(self._real, name)
        if isinstance(real, dict):
            return {key: made_of(value, self._texts) for key, value in real.items()}
        return tuple(made_of(value, self._texts) for value in real)

    prop = cached_property(values)
    prop.__set_name__(HostileLibrary, name)
    return prop


_NAMES = (
    "moments parts mnemonics basic_tips signals checklists pitfalls openings advice fact_texts "
    "opening_patterns places moment_tips factor_groups subjects ready_points not_ready themes "
    "beginnings pauses"
)
for _name in _NAMES.split():
    setattr(HostileLibrary, _name, _hostile(_name))
