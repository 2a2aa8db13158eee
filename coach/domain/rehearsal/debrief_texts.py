"""What a debrief can say, as written by authors: why something was strong, and what to try next time."""

from __future__ import annotations

from collections.abc import Mapping

from coach.domain.values import value


@value(frozen=True, slots=True)
class Word:
    """A sentence with the source that it rests on; `better` is what to say instead, where there is one."""

    text: str
    source: str
    better: str = ""


@value(frozen=True, slots=True)
class Tip:
    """Something to try: the rule in one line, a sentence that could be said, and why."""

    id: str
    rule: str
    better: str
    why: str
    source: str


@value(frozen=True, slots=True)
class DebriefTexts:
    """All of it: `strengths` by act or move, `rules` by category, `tips` by id."""

    strengths: Mapping[str, Word]
    rules: Mapping[str, Word]
    tips: Mapping[str, Tip]
