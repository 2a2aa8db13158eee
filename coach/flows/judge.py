"""May this be said, written down, printed? Every front end asks it here."""

from __future__ import annotations

from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis, Role, Status, Verdict
from coach.domain.text import MAX_TEXT, cap_text, clean_text
from coach.domain.values import value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.domain.preparation import Aside


@value(frozen=True, slots=True)
class Judgement:
    """An analysis with the text it is about, and whether that text was longer than is read.

    `better` is what may be said (or written) in place of the whole text, where somebody asked for it.
    """

    analysis: Analysis
    cut: bool
    better: str | None = None

    @property
    def verdict(self) -> Verdict:
        """The verdict of the analysis."""
        return self.analysis.verdict


def judge(
    guard: Guard,
    text: str,
    role: Role = Role.ZEGT,
    status: Status = Status.WERKT,
    *,
    limit: int | None = MAX_TEXT,
) -> Judgement:
    """Return the judgement of one utterance or note; foreign text is cleaned, then capped at `limit`.

    Without a limit all of the text is read, as a filter must: what it did not read it cannot let through.
    """
    clean = clean_text(text)
    kept, cut = (clean, False) if limit is None else cap_text(clean, limit)
    return Judgement(guard.analyse(kept, role=role, status=status), cut)


def better_text(guard: Guard, analysis: Analysis, role: Role, status: Status) -> str | None:
    """Return what may stand in place of the text, None when nothing was found.

    That is the text with a better wording for each sentence that needs one, when all of it is then good;
    else only the wording for its worst sentence.
    """
    mended = analysis.mended
    if mended is None:
        return None
    refused = guard.analyse(mended, role=role, status=status).findings
    return analysis.findings[0].instead if refused else mended


def wordings(guard: Guard, judgement: Judgement) -> tuple[str, ...]:
    """Return every wording that can stand in place of the text, the best first, each once.

    That is what the findings offer, the worst first, and for what is said also what the rules behind them
    know besides; those are sentences to say, so they are no help with a note.
    """
    found = judgement.analysis.findings
    offered = [text for text in (judgement.better, *(finding.instead for finding in found)) if text]
    if judgement.verdict is not Verdict.MAG_NIET:
        rules = [guard.rule(finding.rule) for finding in found]
        offered += [text for rule in rules if rule for text in rule.instead]
    return tuple(dict.fromkeys(offered))


def may_be_printed(
    guard: Guard, text: str, role: Role, status: Status, asides: Iterable[Aside] = ()
) -> Analysis | None:
    """Return None when `text` may stand on paper, else the analysis that refuses it.

    What is to be said may not be forbidden, and whatever its role it may hold nothing that may not be written
    down: the sheet can be read by others (domain, 3.3 "Print"). Findings that were set aside do not count.
    """
    from coach.flows.aside import relieved

    note = relieved(guard, guard.analyse(text, role=Role.NOTITIE, status=status), Role.NOTITIE, asides)
    if note.verdict is Verdict.MAG_NIET:
        return note
    if role is Role.ZEGT:
        said = relieved(guard, guard.analyse(text, role=role, status=status), role, asides)
        if said.verdict is Verdict.VERBODEN:
            return said
    return None
