"""An opening line built from a fact, care and a question (HAN handreiking, handvat 2).

A fact in the manager's own words becomes a sentence to say where that can be done safely, and else stands
in it as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.domain.dates import MONTHS
from coach.domain.knowledge import Address, Spoken
from coach.domain.preparation import Fact
from coach.domain.preparing import OpeningPattern, Signal

_SMALL = frozenset(
    "de het een er in op bij tijdens twee drie vier vijf zes zeven acht negen tien je u hij zij ze".split()
)
MAX_LINE = 300
"""Characters of a proposal; a longer one cannot be said in one breath."""

_SUBJECT = re.compile(r"\A(?:je|jij|u|hij|zij|ze)\s+", re.IGNORECASE)
_PAST = frozenset(
    "begon kwam was had ging zei vroeg zat liep stond bleef deed gaf nam kreeg las schreef vergat liet riep "
    "keek sprak stuurde leverde miste werkte belde meldde reageerde antwoordde maakte vertelde zette haalde "
    "legde praatte viel vertrok verliet verloor sloeg bracht dacht vond wist wilde kon mocht moest "
    "reed hielp hield trok schoof droeg at dronk lag hing stelde opende sloot annuleerde".split()
)
"""Verbs in the past that facts begin with; only of these is it sure that `je` may follow."""


def _on(day: Fact) -> str:
    return f"{day.when.day} {MONTHS[day.when.month - 1]}" if day.when else ""


def _inverted(what: str, pronoun: str) -> str | None:
    """ "Kwam om tien uur binnen" as "kwam je om tien uur binnen"; None when it does not begin that way."""
    bare = _SUBJECT.sub("", what.strip(), count=1)
    verb, _, rest = bare.partition(" ")
    if verb.lower() not in _PAST or not rest.strip():
        return None
    return f"{verb.lower()} {pronoun} {rest.strip()}"


def _begun(text: str) -> str:
    """The text with a small first letter, where that cannot be a name."""
    first, space, rest = text.strip().partition(" ")
    return f"{first.lower()}{space}{rest}" if first.lower() in _SMALL else text.strip()


def _ended(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def said_fact(fact: Fact, signal: Signal | None, address: Address) -> str:
    """Return a sentence that names a fact: in the manager's own words if it can be, else as its signal."""
    pronoun = address.value
    on = _on(fact)
    if inverted := _inverted(fact.what, pronoun):
        return _ended(f"Op {on} {inverted}" if on else f"Laatst {inverted}")
    if signal is not None:
        told = signal.said(address)
        return _ended(f"Ik zag op {on} dat {told}" if on else f"Ik zag dat {told}")
    what = _begun(fact.what)
    return _ended(f"Op {on} zag ik dit: {what}" if on else f"Ik zag dit: {what}")


def proposals(
    patterns: Sequence[OpeningPattern], signals: Mapping[str, Signal], facts: Sequence[Fact]
) -> tuple[Spoken, ...]:
    """Return an opening line for each pattern, in je and u; none without a fact.

    The first tells the latest fact, the next one the fact before it, and so on round; each id is that of its
    pattern. What is longer than MAX_LINE is left out.
    """
    latest = sorted(facts, key=lambda fact: (fact.when is not None, fact.when), reverse=True)
    made = []
    for number, pattern in enumerate(patterns if latest else ()):
        fact = latest[number % len(latest)]
        signal = signals.get(fact.signal)
        lines = []
        for address in Address:
            care, question = (
                (pattern.care_u, pattern.question_u)
                if address is Address.U
                else (pattern.care_je, pattern.question_je)
            )
            told = said_fact(fact, signal, address)
            order = (told, care, question) if pattern.fact_first else (care, told, question)
            lines.append(" ".join(order))
        made.append(Spoken(pattern.id, lines[0], lines[1], pattern.source))
    return tuple(line for line in made if max(len(line.je), len(line.u)) <= MAX_LINE)
