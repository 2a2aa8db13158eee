"""Setting a finding of the guard aside: "dit klopt niet", for one sentence, by the manager who wrote it.

The guard reads sentences without knowing the people, and is sometimes wrong about a harmless one. What is set
aside holds for exactly that text and for one rule, is kept with the preparation and nowhere else, and never
reaches a text with a health word in it: such a text stays off paper, whoever is right (design, section 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.domain.guard import Guard
from coach.domain.guard.labels import CATEGORY_VERDICT, Analysis, Finding, Role, Verdict
from coach.domain.preparation import Aside
from coach.domain.text import one_line

_HEALTH = frozenset(
    "AANDOENING BEHANDELAAR BEHANDELING BIJZONDERGEAARD BIJZONDERGELOOF KLACHT KLACHTWW MIDDEL SLIKKEN SUBST "
    "ZWANGER".split()
)
"""Classes of words of the guard that name health, care, or what is as private by law."""
_ILL = "ziek"
"""Begins every word for being ill; the class of the guard also holds "beter" and "afwezig"."""
_SEEN = ("huil", "tran", "tril")
"""Begin words for what anyone can see in a talk, so that a plan for it can be written down."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PHRASE = "x:"


def health_word(guard: Guard, text: str) -> str | None:
    """Return the first word (or all of the text, for an expression) that names health; None without one."""
    for word in _WORD.findall(text):
        low = word.lower()
        if low.startswith(_ILL):
            return str(word)
        if not low.startswith(_SEEN) and not _HEALTH.isdisjoint(guard.features(word)):
            return str(word)
    expressions = {name[len(_PHRASE) :] for name in guard.features(text) if name.startswith(_PHRASE)}
    return text if expressions & _HEALTH else None


def aside_of(text: str, finding: Finding) -> Aside:
    """Return what is kept when a finding is set aside for a text."""
    return Aside(one_line(text), finding.rule)


def relieved(
    guard: Guard, analysis: Analysis, role: Role, asides: Iterable[Aside], *, paper: bool = True
) -> Analysis:
    """Return the analysis without the findings that were set aside for exactly this text.

    On `paper` nothing is set aside for a text with a health word; `nood` always stays.
    """
    here = one_line(analysis.text)
    rules = {aside.rule for aside in asides if aside.text == here}
    left = tuple(finding for finding in analysis.findings if finding.rule not in rules)
    if len(left) == len(analysis.findings) or (paper and health_word(guard, here) is not None):
        return analysis
    if role is Role.NOTITIE:
        verdict = Verdict.MAG_NIET if left else Verdict.MAG
    else:
        verdicts = [Verdict.GOED, *(CATEGORY_VERDICT[finding.category] for finding in left)]
        verdict = max(verdicts, key=lambda found: found.severity)
    return Analysis(analysis.text, verdict, analysis.nood, left, analysis.acts)
