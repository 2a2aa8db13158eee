"""What the coach makes of one sentence in a field: the verdict, may it stand on paper, and the way past.

Both front ends show what stands here, and decide nothing themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis, Finding, Role, Status, Verdict
from coach.domain.preparation import Aside
from coach.domain.text import one_line
from coach.flows.aside import aside_of, health_word, relieved
from coach.flows.facts import analyse_fact
from coach.flows.judge import Judgement, judge
from coach.flows.sift import off_paper
from coach.library.load import Library


@dataclass(frozen=True, slots=True)
class Use:
    """What a sentence is for: `paper` when it may be printed or kept, `fact` when it must be a fact.

    `signal` is the id of the signal of which the fact is an example.
    """

    paper: bool = True
    fact: bool = False
    signal: str = ""


SAID_ONLY = Use(paper=False)
"""For a sentence that goes nowhere, as on the check screen."""
ON_PAPER = Use()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is judged, without what was set aside for it.

    `off_paper` is why it does not come on paper although it may be said. `doubtful` is the finding that can
    be set aside now, None when there is none or when `health` is the word that forbids it. `asides` are what
    was set aside for this sentence.
    """

    judgement: Judgement
    off_paper: Analysis | None = None
    doubtful: Finding | None = None
    health: str | None = None
    asides: tuple[Aside, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The verdict, without what was set aside."""
        return self.judgement.verdict

    def set_aside(self) -> Aside | None:
        """Return what setting the doubtful finding aside leaves behind, None when nothing can be."""
        return aside_of(self.judgement.analysis.text, self.doubtful) if self.doubtful else None


def read_sentence(
    library: Library,
    guard: Guard,
    text: str,
    role: Role,
    status: Status,
    asides: Iterable[Aside] = (),
    use: Use = ON_PAPER,
) -> Sentence:
    """Return what the coach makes of a sentence, given all that was set aside in the preparation."""
    judgement = judge(guard, text, role, status)
    analysis, cut = judgement.analysis, judgement.cut
    text = analysis.text
    if use.fact:
        analysis = analyse_fact(library, guard, text, status, use.signal)
    mine = tuple(aside for aside in asides if aside.text == one_line(text))
    analysis = relieved(guard, analysis, role, mine, paper=use.paper)
    refused = None
    if use.paper and role is Role.ZEGT and text not in library.spoken_texts:
        refused = off_paper(library, guard, text, role, status, mine)
    findings = analysis.findings or (refused.findings if refused else ())
    health = health_word(guard, text) if findings and use.paper else None
    return Sentence(
        Judgement(analysis, cut),
        refused if refused is not None and analysis.verdict is not Verdict.VERBODEN else None,
        findings[0] if findings and health is None else None,
        health,
        mine if health is None else (),
    )
