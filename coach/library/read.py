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
    SignalList,
    Spoken,
    Theme,
    Tip,
    Tone,
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


def signal_list(item: Item) -> SignalList:
    """Return one list of signals, split by what may be written down."""
    return SignalList(item["id"], item["titel"], tips(item["zichtbaar"]), tips(item["herkennen"]))


def checklist(item: Item) -> Checklist:
    """Return one checklist."""
    return Checklist(item["id"], item["titel"], tips(item["punten"]), item["bron"])


def pitfall(item: Item) -> Pitfall:
    """Return one pitfall with its plans."""
    plans = tuple(IfThen(plan["als"], plan["dan"]) for plan in item["plannen"])
    return Pitfall(item["id"], item["tekst"], plans, tuple(item["momenten"]), item["bron"])


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
