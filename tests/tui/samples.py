"""A small library that stays the same, so that a picture of a screen changes only when the screen does."""

from __future__ import annotations

from functools import cached_property

from coach.domain.agreements import Subject, Who
from coach.domain.conversation import STATIONS, Part, station_of
from coach.domain.guard import Guard
from coach.domain.guard.labels import Status
from coach.domain.knowledge import (
    Adjustment,
    Avoid,
    Checklist,
    EmergencyCard,
    EmergencyStep,
    HardMoment,
    HelpNumber,
    IfThen,
    Mnemonic,
    PartGuide,
    Pitfall,
    Question,
    Spoken,
    Theme,
    Tip,
    Tone,
)
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
from coach.flows.prepare import READY
from coach.library.load import Library
from tests.tui.prepare_helpers import WordGuard

SOURCE = "HAN handreiking, handvat 2"
LONG = "Een zin die zo lang is dat hij op een smal scherm niet op een regel past, en dus verder gaat."


def _guide(part: Part) -> PartGuide:
    return PartGuide(
        part=part,
        title=f"{station_of(part).title}: {part.value}",
        question=f"Wat vraag je bij {part.value}?",
        purpose=f"Waar {part.value} voor is. {LONG}",
        tips=(Tip("Een tip voor altijd.", SOURCE), Tip("Een tip bij ziekte.", SOURCE, (Status.ZIEK,))),
        questions=(
            Question("q1", "Herken je dat?", "Herkent u dat?", SOURCE),
            Question("q2", "Hoe gaat het op het werk?", "Hoe gaat het?", SOURCE, (Status.WERKT,), Tone.ZACHT),
        ),
        avoid=(Avoid("Heb je een burn-out?", "Dat is medisch.", "Wat merk je in je werk?", SOURCE),),
        mnemonics=("lsd",),
        source=SOURCE,
    )


class SampleLibrary(Library):
    """Two of everything, and a guard that knows one word."""

    def __init__(self) -> None:
        """It reads no files."""

    @cached_property
    def guard(self) -> Guard:
        """A guard easy to foresee."""
        return WordGuard()

    @cached_property
    def emergency(self) -> EmergencyCard:
        """A card as long as the real one."""
        numbers = (
            HelpNumber("112", "Alarmnummer", "nu gevaar"),
            HelpNumber("113", "Hulplijn", "gratis, dag en nacht"),
            HelpNumber("0800-0113", "Hulplijn", "zelfde hulp"),
        )
        steps = tuple(EmergencyStep(f"Doe dit {number}.", LONG) for number in range(1, 9))
        return EmergencyCard("Noodkaart: een voorbeeld", steps, numbers, ("Weglopen.",), "2026-11-22", SOURCE)

    @cached_property
    def parts(self) -> dict[Part, PartGuide]:
        """All six parts."""
        return {part: _guide(part) for station in STATIONS for part in station.parts}

    @cached_property
    def mnemonics(self) -> tuple[Mnemonic, ...]:
        """One memory aid."""
        return (Mnemonic("lsd", "LSD", "Luisteren, Samenvatten, Doorvragen", LONG, "Fout.", "Goed.", SOURCE),)

    @cached_property
    def basic_tips(self) -> tuple[Tip, ...]:
        """One tip."""
        return (Tip(LONG, SOURCE),)

    @cached_property
    def signals(self) -> tuple[SignalList, ...]:
        """One list, split in two."""
        return (
            SignalList(
                "werk",
                "Functioneren",
                (
                    Signal(
                        "later",
                        "Komt te laat.",
                        "Begon om ... uur. De dienst is om ... uur.",
                        "je later begon",
                        "u later begon",
                        SOURCE,
                    ),
                    Signal("weg", "Blijft weg.", "Kwam niet.", "je niet kwam", "u niet kwam", SOURCE, True),
                ),
                (Tip("Piekert.", SOURCE),),
            ),
        )

    @cached_property
    def advice(self) -> dict[Advice, Tip]:
        """One line for each outcome."""
        return {advice: Tip(f"Advies: {advice.value}.", SOURCE) for advice in Advice}

    @cached_property
    def fact_texts(self) -> dict[str, Tip]:
        """One line for each."""
        return {name: Tip(f"Feit: {name}.", SOURCE) for name in ("patroon", "oordeel", "invullen")}

    @cached_property
    def opening_patterns(self) -> tuple[OpeningPattern, ...]:
        """One way to build an opening line."""
        return (
            OpeningPattern(
                "o", True, "Ik help je.", "Ik help u.", "Herken je dat?", "Herkent u dat?", SOURCE
            ),
        )

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Two places."""
        return (
            Place("kamer", "Een kamer", "Kamer, deur dicht", ("Let op de ramen.",), SOURCE),
            Place("video", "Met beeld", "Videogesprek", ("Zet je camera aan.",), SOURCE),
        )

    @cached_property
    def moment_tips(self) -> tuple[Tip, ...]:
        """One tip."""
        return (Tip("Neem de tijd.", SOURCE),)

    @cached_property
    def factor_groups(self) -> tuple[FactorGroup, ...]:
        """One group of cards."""
        return (
            FactorGroup("geeft", "Wat energie geeft", (WorkFactor("sfeer", "Sfeer", "Is die er?", SOURCE),)),
        )

    @cached_property
    def subjects(self) -> tuple[SubjectText, ...]:
        """All of the subjects: the list is closed."""
        return tuple(SubjectText(name, name.capitalize(), "Wat gaat door?", SOURCE) for name in Subject)

    @cached_property
    def ready_points(self) -> tuple[ReadyPoint, ...]:
        """All of the points, in a fixed order."""
        return tuple(
            ReadyPoint(name, f"Punt {name}.", f"Doe iets aan {name}.", SOURCE) for name in sorted(READY)
        )

    @cached_property
    def not_ready(self) -> tuple[Tip, ...]:
        """One line."""
        return (Tip("Nog niet klaar.", SOURCE),)

    @cached_property
    def checklists(self) -> tuple[Checklist, ...]:
        """One checklist."""
        return (Checklist("C0", "Waar sta jij?", (Tip("Een punt.", SOURCE),), SOURCE),)

    @cached_property
    def moments(self) -> tuple[HardMoment, ...]:
        """One hard moment."""
        return (
            HardMoment(
                "huilt",
                "Je medewerker huilt",
                "Er komen tranen.",
                ("Neem je tijd.",),
                ("Stil.",),
                ("Wacht.",),
                SOURCE,
            ),
        )

    @cached_property
    def pitfalls(self) -> tuple[Pitfall, ...]:
        """One pitfall."""
        return (
            Pitfall(
                "oplos",
                "Ik wil het oplossen.",
                (IfThen("hij zwijgt", "tel ik tot tien"),),
                ("huilt",),
                SOURCE,
            ),
        )

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """One theme with one adjustment."""
        adjustment = Adjustment("rustig", "Een rustige plek.", Subject.WERKPLEK, Who.SAMEN, SOURCE)
        return (Theme("werkplek", "De werkplek", "Waar lukt het werk?", (adjustment,), SOURCE),)

    @cached_property
    def beginnings(self) -> tuple[Spoken, ...]:
        """One sentence to begin with."""
        return (Spoken("b1", "Ik heb een lijstje bij me.", "Ik heb een lijstje bij me.", SOURCE),)

    @cached_property
    def pauses(self) -> tuple[Spoken, ...]:
        """One sentence for a pause."""
        return (Spoken("p1", "Zullen we even pauze nemen?", "Zullen we even pauze nemen?", SOURCE),)

    @cached_property
    def openings(self) -> tuple[Spoken, ...]:
        """One opening line."""
        return (
            Spoken("o1", "Ik wil weten hoe het met je gaat.", "Ik wil weten hoe het met u gaat.", SOURCE),
        )
