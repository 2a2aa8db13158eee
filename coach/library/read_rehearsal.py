"""From compiled content (plain JSON values) to the voices and scenarios of rehearsing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.conversation import Part
from coach.domain.rehearsal.debrief_texts import DebriefTexts, Tip, Word
from coach.domain.rehearsal.ladder import OPENNESS
from coach.domain.rehearsal.moves import Effect
from coach.domain.rehearsal.script import (
    ANY,
    Block,
    Crisis,
    Disclosure,
    Fact,
    Rung,
    Scenario,
    Signal,
    Start,
    Voice,
    When,
)

Item = Mapping[str, Any]
_BANDS = ("dicht", "twijfel", "open", "escalatie", ANY)


def _pools(item: Item) -> dict[str, tuple[str, ...]]:
    return {band: tuple(item[band]) for band in _BANDS if item.get(band)}


def _range(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    low, _, high = text.partition("-")
    return int(low), int(high or low)


def _limit(text: str | None) -> tuple[str, float] | None:
    if text is None:
        return None
    sign = "<" if text.startswith("<") else ">="
    return sign, float(text.removeprefix(sign))


def when(item: Item | None) -> When:
    """Return the conditions of a block."""
    item = item or {}
    slip = item.get("fout")
    return When(
        rung=_range(item.get("trede")),
        fact=item.get("weet"),
        topic=item.get("onderwerp"),
        previous=item.get("vorige"),
        echo={"ja": True, "nee": False}.get(item.get("echo", "")),
        tension=_limit(item.get("spanning")),
        energy=_limit(item.get("energie")),
        promise=True if item.get("belofte") == "ja" else None,
        slip="" if slip == "ja" else slip,
    )


def block(item: Item) -> Block:
    """Return a block of lines."""
    moves = [item["bij"]] if isinstance(item["bij"], str) else item["bij"]
    effect = item.get("effect")
    changes = (
        Effect(*(float(effect.get(key, 0)) for key in ("vertrouwen", "spanning", "energie")))
        if effect
        else None
    )
    return Block(frozenset(moves), when(item.get("als")), _pools(item), changes, item.get("wijs", ""))


def blocks(items: Sequence[Item] | None) -> tuple[Block, ...]:
    """Return blocks of lines in their order."""
    return tuple(map(block, items or ()))


def voice(item: Item) -> Voice:
    """Return a voice."""
    return Voice(
        id=item["id"],
        title=item["titel"],
        sound=item["klank"],
        blocks=blocks(item["zinnen"]),
        lead_ins=_pools(item["aanloop"]),
        tails=_pools(item["staart"]),
        gestures=_pools(item["gebaren"]),
        inner=blocks(item.get("binnenstem")),
        slips=blocks(item.get("terug_op_fout")),
        promises=blocks(item.get("terug_op_belofte")),
    )


def _rung(item: Item) -> Rung:
    number = int(item["trede"])
    gate = item.get("opent")
    return Rung(
        number,
        float(gate["openheid"]) if gate else OPENNESS[number],
        tuple(Fact(name, number, tuple(wordings)) for name, wordings in item["feiten"].items()),
    )


def scenario(item: Item) -> Scenario:
    """Return a scenario."""
    who, start = item["wie"], item["start"]
    told, crisis = item.get("onthulling"), item.get("crisis")
    return Scenario(
        id=item["id"],
        title=item["titel"],
        level=int(item["niveau"]),
        sector=item["sector"],
        name=who["naam"],
        age=who.get("leeftijd", ""),
        role=who.get("rol", ""),
        voice=item["stijl"],
        card=item["kaart"],
        pitfall=item["valkuil"],
        signals=tuple(Signal(signal["wanneer"], signal["wat"]) for signal in item["signalen"]),
        start=Start(*(float(start[key]) for key in ("vertrouwen", "spanning", "energie"))),
        sensitive={move: float(factor) for move, factor in item["gevoelig"].items()},
        words=dict(item["woorden"]),
        topics={
            name: frozenset(word.casefold() for phrase in known for word in phrase.split())
            for name, known in item["onderwerpen"].items()
        },
        ladder=tuple(map(_rung, item["ladder"])),
        callbacks={back["weet"]: tuple(back["zeg"]) for back in item["terug_op_feit"]},
        blocks=blocks(item["regels"]),
        repairs=tuple(item["herstel"]),
        picks={Part(part): tuple(lines) for part, lines in item["keuzes"].items()},
        disclosure=Disclosure(int(told["trede"]), tuple(told["zeg"]), blocks(told["daarna"]))
        if told
        else None,
        crisis=Crisis(int(crisis["trede"]), crisis["vraag"], tuple(crisis["zeg"])) if crisis else None,
    )


def debrief_texts(item: Item) -> DebriefTexts:
    """Return what a debrief can say."""
    return DebriefTexts(
        strengths={word["bij"]: Word(word["tekst"], word["bron"]) for word in item["kracht"]},
        rules={
            move: Word(word["tekst"], word["bron"], word.get("liever") or "")
            for word in item["regels"]
            for move in word["bij"]
        },
        tips={
            tip["id"]: Tip(tip["id"], tip["regel"], tip["liever"], tip["waarom"], tip["bron"])
            for tip in item["tips"]
        },
    )
