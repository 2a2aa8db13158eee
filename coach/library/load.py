"""The library: compiled content as domain values, each file read when it is first asked for.

Reads JSON with the standard library only; YAML and validation belong to `compile.py` and `check.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from coach.domain.conversation import Part
from coach.domain.guard import Guard
from coach.domain.knowledge import (
    Checklist,
    EmergencyCard,
    HardMoment,
    HelpCard,
    Mnemonic,
    PartGuide,
    Pitfall,
    Spoken,
    Theme,
    Tip,
)
from coach.domain.names import FirstNames
from coach.domain.preparing import (
    Advice,
    FactorGroup,
    OpeningPattern,
    Place,
    ReadyPoint,
    Signal,
    SignalList,
    SubjectText,
    WorkFactor,
)
from coach.domain.rehearsal.debrief_texts import DebriefTexts
from coach.domain.rehearsal.script import Scenario, Voice
from coach.library import read, read_rehearsal
from coach.library.compiled import load_guard, made, read_json
from coach.library.locate import compiled_folder

if TYPE_CHECKING:
    from coach.library.remembered import Memory

CONVERSATION, CARDS, EMERGENCY = "gesprek.json", "kaarten.json", "nood.json"
SOURCES = "bronnen.json"
REHEARSAL = "oefenen.json"
MY_SITUATION = "mijn-situatie"
"""The scenario that is filled from a manager's own preparation."""

_Made = TypeVar("_Made")


class Library:
    """Everything the coach knows; `folder` holds the compiled files.

    `help_card` is an organisation's own, `guard` the guard with what it adds; None where it has none. `own`
    holds, by name of the compiled file, what stands in its place with what the organisation adds. Raises
    ContentError, at the first use of a file, when that file is missing or damaged.
    """

    def __init__(
        self,
        folder: Path,
        help_card: HelpCard | None = None,
        guard: Guard | None = None,
        own: Mapping[str, Any] | None = None,
    ) -> None:
        self.folder = folder
        self.help_card = help_card
        self._guard = guard
        self._own = own or {}

    def values(self, name: str) -> Any:
        """Return what a compiled file holds, or what stands in its place."""
        return self._own[name] if name in self._own else read_json(self.folder / name)

    @cached_property
    def _conversation(self) -> dict[str, Any]:
        data: dict[str, Any] = self.values(CONVERSATION)
        return data

    def _all(self, key: str, make: Callable[[Any], _Made]) -> tuple[_Made, ...]:
        """What `make` makes of each item of a list of the conversation."""
        conversation = self._conversation
        return made(self.folder / CONVERSATION, lambda: tuple(map(make, conversation[key])))

    @cached_property
    def guard(self) -> Guard:
        """The guard, from its compiled artefact, with what an organisation adds."""
        return self._guard or load_guard(self.folder)

    @cached_property
    def emergency(self) -> EmergencyCard:
        """The emergency card."""
        path = self.folder / EMERGENCY
        return made(path, lambda: read.emergency_card(read_json(path)))

    @cached_property
    def moments(self) -> tuple[HardMoment, ...]:
        """All hard moments, in the order of the file."""
        path = self.folder / CARDS
        return made(path, lambda: tuple(map(read.hard_moment, self.values(CARDS)["momenten"])))

    @cached_property
    def parts(self) -> dict[Part, PartGuide]:
        """The six parts, in the order of the conversation."""
        guides = {guide.part: guide for guide in self._all("onderdelen", read.part_guide)}
        return made(self.folder / CONVERSATION, lambda: {part: guides[part] for part in Part})

    @cached_property
    def mnemonics(self) -> tuple[Mnemonic, ...]:
        """The five memory aids."""
        return self._all("ezelsbruggen", read.mnemonic)

    @cached_property
    def basic_tips(self) -> tuple[Tip, ...]:
        """The basis tips, which belong to every part."""
        return self._all("basistips", read.tip)

    @cached_property
    def signals(self) -> tuple[SignalList, ...]:
        """The three lists of signals."""
        return self._all("signalen", read.signal_list)

    @cached_property
    def first_names(self) -> FirstNames:
        """The first names that are known."""
        names, words = (frozenset(self._all(key, str)) for key in ("voornamen", "voornamen_ook_woord"))
        return FirstNames(names, words)

    @cached_property
    def advice(self) -> dict[Advice, Tip]:
        """What to do with what was seen, for each outcome."""
        return dict(self._all("advies", read.advice))

    @cached_property
    def fact_texts(self) -> dict[str, Tip]:
        """What is said about writing down a fact: `patroon`, and why an `oordeel` or `invullen` is none."""
        return dict(self._all("feiten", lambda item: (str(item["id"]), read.tip(item))))

    @cached_property
    def visible_signals(self) -> dict[str, Signal]:
        """Every signal that may become a fact, by id, in the order of the lists."""
        return {signal.id: signal for kind in self.signals for signal in kind.visible}

    @cached_property
    def opening_patterns(self) -> tuple[OpeningPattern, ...]:
        """The ways to build an opening line from a fact."""
        return self._all("openingsdelen", read.opening_pattern)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The kinds of place to talk."""
        return self._all("plekken", read.place)

    @cached_property
    def moment_tips(self) -> tuple[Tip, ...]:
        """Advice on when to talk."""
        return self._all("plekmomenten", read.tip)

    @cached_property
    def factor_groups(self) -> tuple[FactorGroup, ...]:
        """The cards on the work, group by group."""
        return self._all("werkfactoren", read.factor_group)

    @cached_property
    def factors(self) -> dict[str, WorkFactor]:
        """Every card on the work, by id, in the order of the groups."""
        return {factor.id: factor for group in self.factor_groups for factor in group.factors}

    @cached_property
    def subjects(self) -> tuple[SubjectText, ...]:
        """The subjects to agree on."""
        return self._all("onderwerpen", read.subject)

    @cached_property
    def ready_points(self) -> tuple[ReadyPoint, ...]:
        """The readiness check."""
        return self._all("klaar", read.ready_point)

    @cached_property
    def not_ready(self) -> tuple[Tip, ...]:
        """What to do when not all of the readiness check is ticked."""
        return self._all("niet_klaar", read.tip)

    @cached_property
    def checklists(self) -> tuple[Checklist, ...]:
        """The checklists C0 to C4."""
        return self._all("checklists", read.checklist)

    @cached_property
    def pitfalls(self) -> tuple[Pitfall, ...]:
        """The pitfalls a manager may recognise in himself."""
        return self._all("valkuilen", read.pitfall)

    @cached_property
    def openings(self) -> tuple[Spoken, ...]:
        """Opening lines to start from."""
        return self._all("openingszinnen", read.spoken)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """What can change in the work, by theme."""
        return self._all("werkaanpassingen", read.theme)

    @cached_property
    def beginnings(self) -> tuple[Spoken, ...]:
        """What the manager says before anything else, with this screen or a sheet beside him."""
        return self._all("begin", read.spoken)

    @cached_property
    def pauses(self) -> tuple[Spoken, ...]:
        """What the manager says at a pause: the first to propose one, the others to come out of it."""
        return self._all("pauze", read.spoken)

    @cached_property
    def spoken_texts(self) -> frozenset[str]:
        """Every text of the coach itself that a manager can take over into his preparation."""
        said: list[Spoken] = [*self.openings, *(q for guide in self.parts.values() for q in guide.questions)]
        plans = [plan for pitfall in self.pitfalls for plan in pitfall.plans]
        return frozenset(
            [sentence for line in said for sentence in (line.je, line.u)]
            + [text for plan in plans for text in (plan.when, plan.then)]
        )

    @cached_property
    def _rehearsal(self) -> dict[str, Any]:
        data: dict[str, Any] = self.values(REHEARSAL)
        return data

    @cached_property
    def voices(self) -> dict[str, Voice]:
        """Every voice of rehearsing by id, the shared one too."""
        path = self.folder / REHEARSAL
        return made(path, lambda: {v.id: v for v in map(read_rehearsal.voice, self._rehearsal["stemmen"])})

    @cached_property
    def debrief_texts(self) -> DebriefTexts:
        """What the debrief of a rehearsal can say."""
        path = self.folder / REHEARSAL
        return made(path, lambda: read_rehearsal.debrief_texts(self._rehearsal["nabespreken"]))

    @cached_property
    def scenarios(self) -> dict[str, Scenario]:
        """Every scenario to rehearse by id, the easiest first; the manager's own situation comes last."""
        path = self.folder / REHEARSAL
        found = made(path, lambda: [*map(read_rehearsal.scenario, self._rehearsal["scenarios"])])
        found.sort(key=lambda scenario: (scenario.id == MY_SITUATION, scenario.level, scenario.id))
        return {scenario.id: scenario for scenario in found}

    @cached_property
    def source_names(self) -> dict[str, str]:
        """What people read of each source that content names, by id."""
        path = self.folder / SOURCES
        return made(path, lambda: dict(map(read.source_name, self.values(SOURCES)["bronnen"])))

    def part(self, part: Part) -> PartGuide:
        """Return the guide of one part."""
        return self.parts[part]

    def mnemonic(self, name: str) -> Mnemonic:
        """Return a memory aid by id; raises KeyError for an unknown one."""
        return {aid.id: aid for aid in self.mnemonics}[name]

    def moment(self, name: str) -> HardMoment:
        """Return a hard moment by id; raises KeyError for an unknown one."""
        return {moment.id: moment for moment in self.moments}[name]

    def pitfall(self, name: str) -> Pitfall:
        """Return a pitfall by id; raises KeyError for an unknown one."""
        return {pitfall.id: pitfall for pitfall in self.pitfalls}[name]


def load_library(own: str | None = None, memory: Memory | None = None) -> Library:
    """Return the library of this installation; `own` is an organisation's folder, or None.

    `memory` keeps what was made of that folder. Raises ContentError when the library has not been compiled,
    and when what is used of `own` is wrong: at once, so that nobody meets it halfway a preparation.
    """
    folder = compiled_folder()
    if own is None:
        return Library(folder)
    from coach.library.organisation import own_help_card, own_texts
    from coach.library.own_guard import load_own_guard

    card, guard = own_help_card(own, memory, folder), load_own_guard(own, memory, folder)
    return Library(folder, card, guard, own_texts(own, guard, memory, folder))
