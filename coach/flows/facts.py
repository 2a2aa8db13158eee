"""Is this a fact: what was seen or heard, without health in it and without an interpretation."""

from __future__ import annotations

from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis, Category, Finding, Role, Status, Verdict
from coach.domain.knowledge import Address
from coach.domain.opening import said_fact
from coach.domain.preparation import Fact
from coach.library.load import Library

PATTERN = "patroon"
_READ_AS = {Category.OORDEEL: "oordeel", Category.MENING: "oordeel", Category.INVULLEN: "invullen"}
"""Findings in what is said that make a note an interpretation, and what is then told."""


def pattern(library: Library, signal: str = "") -> str:
    """Return how a fact may be written, with "..." to fill in: that of its signal, else the general one."""
    known = library.visible_signals.get(signal)
    return known.fact if known else library.fact_texts[PATTERN].text


def analyse_fact(library: Library, guard: Guard, text: str, status: Status, signal: str = "") -> Analysis:
    """Return the judgement of a fact, as a note: MAG or MAG_NIET.

    The note guard finds health. Whether it is an interpretation ("was lui") shows when the fact is said to
    the employee, so it is read that way too. The better wording is a pattern to fill in, since no other
    sentence would be true.
    """
    note = guard.analyse(text, role=Role.NOTITIE, status=status)
    instead = pattern(library, signal)
    if note.findings:
        return Analysis(
            text, note.verdict, note.nood, tuple(_with(found, found.why, instead) for found in note.findings)
        )
    found = _interpretation(guard, text, status)
    if found is None:
        return note
    whole = Finding(found.rule, found.category, 0, len(text), "", "", found.source, found.sure)
    why = library.fact_texts[_READ_AS[found.category]].text
    return Analysis(text, Verdict.MAG_NIET, note.nood, (_with(whole, why, instead),))


def _interpretation(guard: Guard, text: str, status: Status) -> Finding | None:
    """What makes a text an interpretation: a rule in one reading, or a suspicion in both.

    A pattern that was not filled in yet reads oddly, so there a suspicion is not enough.
    """
    told = (text, said_fact(Fact(text), None, Address.JE))
    readings = [guard.analyse(said, role=Role.ZEGT, status=status).findings for said in told]
    found = [[one for one in reading if one.category in _READ_AS] for reading in readings]
    sure = next((one for reading in found for one in reading if one.sure), None)
    suspected = found[0][0] if all(found) and not is_unfinished(text) else None
    return sure or suspected


def _with(finding: Finding, why: str, instead: str) -> Finding:
    return Finding(
        finding.rule, finding.category, finding.start, finding.end, why, instead, finding.source, finding.sure
    )


def is_unfinished(text: str) -> bool:
    """Whether a pattern was taken over and not filled in yet."""
    return "..." in text
