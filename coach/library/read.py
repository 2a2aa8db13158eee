"""From compiled content (plain JSON values, checked when it was compiled) to domain values.

The keys are the Dutch ones of the YAML files; a source has become a text for people at compile time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.agreements import Subject, Who
from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.knowledge import (
    BOTH,
    Adjustment,
    Avoid,
    Checklist,
    EmergencyCard,
    EmergencyStep,
    HardMoment,
    HelpCard,
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

Item = Mapping[str, Any]
Items = Sequence[Item]


def _statuses(item: Item) -> tuple[Status, ...]:
    return tuple(Status(value) for value in item["status"]) if item.get("status") else BOTH


def tip(item: Item) -> Tip:
    """Return one tip, or one line of a list."""
    return Tip(item["tekst"], item["bron"], _statuses(item))


def tips(items: Items) -> tuple[Tip, ...]:
    """Return the tips, or lines of a list, in their order."""
    return tuple(map(tip, items))


def part_guide(item: Item) -> PartGuide:
    """Return one part of the conversation."""
    return PartGuide(
        part=Part(item["id"]),
        title=item["titel"],
        question=item["vraag"],
        purpose=item["doel"],
        tips=tips(item["tips"]),
        questions=tuple(
            Question(q["id"], q["tekst"], q["u"], q["bron"], _statuses(q), Tone(q["toon"]), "voorbeeld" in q)
            for q in item["vragen"]
        ),
        avoid=tuple(Avoid(a["tekst"], a["waarom"], a["liever"], a["bron"]) for a in item["liever_niet"]),
        mnemonics=tuple(item["ezelsbruggen"]),
        source=item["bron"],
    )


def mnemonic(item: Item) -> Mnemonic:
    """Return one memory aid."""
    return Mnemonic(
        item["id"],
        item["letters"],
        item["betekenis"],
        item["geheugenzin"],
        item["valkuil"],
        item["liever"],
        item["bron"],
    )


def signal(item: Item) -> Signal:
    """Return one signal that can be seen at work."""
    return Signal(
        id=item["id"],
        text=item["tekst"],
        fact=item["feit"],
        je=item["je"],
        u=item["u"],
        source=item["bron"],
        serious=bool(item.get("ernstig")),
    )


def signal_list(item: Item) -> SignalList:
    """Return one list of signals, split by what may be written down."""
    visible = tuple(map(signal, item["zichtbaar"]))
    return SignalList(item["id"], item["titel"], visible, tips(item["herkennen"]))


def checklist(item: Item) -> Checklist:
    """Return one checklist."""
    return Checklist(item["id"], item["titel"], tips(item["punten"]), item["bron"])


def pitfall(item: Item) -> Pitfall:
    """Return one pitfall with its plans."""
    plans = tuple(IfThen(plan["als"], plan["dan"]) for plan in item["plannen"])
    moments = tuple(item["momenten"])
    return Pitfall(item["id"], item["tekst"], plans, moments, item["bron"], bool(item.get("soort")))


def spoken(item: Item) -> Spoken:
    """Return one sentence to say."""
    return Spoken(item["id"], item["tekst"], item["u"], item["bron"], _statuses(item))


def theme(item: Item) -> Theme:
    """Return one theme of work adjustments."""
    adjustments = tuple(
        Adjustment(a["id"], a["tekst"], Subject(a["onderwerp"]), Who(a["wie"]), a["bron"], _statuses(a))
        for a in item["aanpassingen"]
    )
    return Theme(item["id"], item["titel"], item["vraag"], adjustments, item["bron"])


def hard_moment(item: Item) -> HardMoment:
    """Return one card for a hard moment."""
    return HardMoment(
        id=item["id"],
        title=item["titel"],
        happens=item["gebeurt"],
        say=tuple(item["zeg"]),
        rather_not=tuple(item["liever_niet"]),
        then=tuple(item["daarna"]),
        source=item["bron"],
        statuses=_statuses(item),
    )


def _numbers(item: Item) -> tuple[HelpNumber, ...]:
    return tuple(HelpNumber(n["nummer"], n["naam"], n["wanneer"]) for n in item["nummers"])


def help_card(item: Item) -> HelpCard:
    """Return the hulpkaart of an organisation."""
    return HelpCard(item["titel"], _numbers(item), item["gecontroleerd"])


def emergency_card(item: Item) -> EmergencyCard:
    """Return the emergency card."""
    return EmergencyCard(
        title=item["titel"],
        steps=tuple(EmergencyStep(step["kop"], step["tekst"]) for step in item["stappen"]),
        numbers=_numbers(item),
        rather_not=tuple(item["liever_niet"]),
        checked=item["gecontroleerd"],
        source=item["bron"],
    )


def advice(item: Item) -> tuple[Advice, Tip]:
    """Return what to do with what was seen, and how that is told."""
    return Advice(item["id"]), tip(item)


def opening_pattern(item: Item) -> OpeningPattern:
    """Return one way to build an opening line."""
    return OpeningPattern(
        id=item["id"],
        fact_first=item["eerst"] == "feit",
        care_je=item["zorg"],
        care_u=item["zorg_u"],
        question_je=item["vraag"],
        question_u=item["vraag_u"],
        source=item["bron"],
    )


def place(item: Item) -> Place:
    """Return one kind of place to talk."""
    return Place(item["id"], item["titel"], item["plek"], tuple(item["advies"]), item["bron"])


def factor_group(item: Item) -> FactorGroup:
    """Return one group of cards on the work."""
    cards = (WorkFactor(card["id"], card["titel"], card["vraag"], card["bron"]) for card in item["kaarten"])
    return FactorGroup(item["id"], item["titel"], tuple(cards))


def subject(item: Item) -> SubjectText:
    """Return one subject to agree on."""
    return SubjectText(Subject(item["id"]), item["titel"], item["tekst"], item["bron"])


def ready_point(item: Item) -> ReadyPoint:
    """Return one question of the readiness check."""
    return ReadyPoint(item["id"], item["tekst"], item["anders"], item["bron"])


def source_name(item: Item) -> tuple[str, str]:
    """Return the id of a source and what people read of it."""
    return item["id"], item.get("kort") or item["titel"]
