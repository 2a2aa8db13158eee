"""The judgement of a text, for people: the verdict as a word, what it rests on, why, and what is better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widgets import Static

from coach.domain.guard.labels import Analysis, Finding, Verdict
from coach.domain.text import one_line
from coach.flows.judge import Judgement
from coach.flows.live import advice
from coach.flows.sentence import Sentence
from coach.tui.texts import ACT_WORD, MARK, MEANING, WORD, plain

_COLOUR = {
    Verdict.GOED: "$text-success",
    Verdict.MAG: "$text-success",
    Verdict.VOORZICHTIG: "$text-warning",
    Verdict.LIEVER_NIET: "$text-warning",
    Verdict.VERBODEN: "$text-error",
    Verdict.MAG_NIET: "$text-error",
}
_QUOTE_LENGTH = 80
_OTHERS = 3
_NOOD = "! Dit klinkt als nood. Met F9 open je de noodkaart."
_CUT = "De tekst is langer dan coach leest. Alleen het begin is bekeken."
_OFF_PAPER = "Je mag dit zeggen, maar het komt niet op je blad."
_DOUBTFUL = "Klopt dit niet? F8 zet het opzij, alleen voor deze zin."
_SET_ASIDE = "Opzij gezet: jij vindt dat dit niet klopt. F8 haalt dat terug."
_HEALTH = "Met “{}” erin komt dit nooit op papier: het gaat over gezondheid of iets anders dat privé is."
_UNSURE = "Dit is een vermoeden: er is geen vaste regel voor deze zin."


class VerdictPanel(Static):
    """Stands under a field; takes no room as long as there is nothing to judge.

    With `brief` only the worst finding is told, else all of them, with the source and more wordings. With
    `calm`, for where the employee reads along, nothing is called forbidden: what may not be written down gets
    a better wording without a reason, and for what is said the words to say come first.
    """

    DEFAULT_CSS = """
    VerdictPanel { width: 100%; height: auto; padding: 0 1; }
    VerdictPanel.-leeg { display: none; }
    """

    def __init__(self, *, brief: bool = False, calm: bool = False, id: str | None = None) -> None:  # noqa: A002
        """Make an empty panel."""
        super().__init__(id=id, classes="-leeg", markup=False)
        self._brief = brief
        self._calm = calm
        self._shown = Content("")

    def show(self, sentence: Sentence | None, others: Sequence[str] = ()) -> None:
        """Show what is made of a sentence; None, or an empty one, shows nothing.

        `others` are more wordings that may stand in place of the text.
        """
        told = sentence is not None and bool(sentence.judgement.analysis.text.strip())
        lines: Iterator[Content] = iter(())
        if sentence is not None and told:
            calm = self._calm
            lines = _calm(sentence.judgement) if calm else _lines(sentence, others, brief=self._brief)
        content = Content("\n").join(lines)
        # Most keys change nothing here, and laying out the screen anew is what costs time.
        if content.is_same(self._shown):
            return
        self._shown = content
        self.set_class(not content.plain, "-leeg")
        self.update(content)


def _lines(sentence: Sentence, others: Sequence[str], *, brief: bool) -> Iterator[Content]:
    judgement = sentence.judgement
    analysis, verdict = judgement.analysis, judgement.verdict
    if analysis.nood:
        yield plain(_NOOD).stylize("bold $text-error")
    yield plain(f"{MARK[verdict]} {WORD[verdict]}. {MEANING[verdict]}").stylize(f"bold {_COLOUR[verdict]}")
    if judgement.cut:
        yield plain(_CUT)
    if sentence.asides:
        yield plain(_SET_ASIDE).stylize("dim")
    if not analysis.findings:
        if sentence.off_paper is not None:
            yield from _not_on_paper(sentence)
        if analysis.acts and not brief:
            yield plain("Wat je doet: " + ", ".join(ACT_WORD[act] for act in analysis.acts) + ".")
        return
    worst, *milder = analysis.findings
    yield plain(_told("Het gaat om", analysis, worst) + ("" if worst.sure else f" {_UNSURE}"))
    better = judgement.better or worst.instead
    yield Content.assemble(("Kies liever: ", "bold"), plain(better), ("  F4 neemt dit over", "dim"))
    if brief:
        yield _way_past(sentence)
        return
    for other in others[:_OTHERS]:
        yield plain(f"Of: {other}")
    for finding in milder:
        yield plain(_told("Ook:", analysis, finding))
    yield _way_past(sentence)
    yield plain(f"Bron: {worst.source}").stylize("$text-muted")


def _calm(judgement: Judgement) -> Iterator[Content]:
    if judgement.analysis.nood:
        yield plain(_NOOD).stylize("bold")
    if judgement.verdict in (Verdict.MAG, Verdict.MAG_NIET):
        if judgement.better:
            better = plain(judgement.better)
            yield Content.assemble(("Schrijf liever: ", "bold"), better, ("  F4 neemt dit over", "dim"))
        return
    said = advice(judgement)
    if said.word:
        yield plain(said.word).stylize("bold")
    if said.better:
        better = plain(f"{said.opening}: {said.better}").stylize("bold")
        yield Content.assemble(better, ("  F4 neemt dit over", "dim"))
        yield plain(said.why).stylize("$text-muted")


def _not_on_paper(sentence: Sentence) -> Iterator[Content]:
    found = sentence.off_paper.findings if sentence.off_paper else ()
    why = f" {found[0].why}" if found else ""
    yield plain(f"{_OFF_PAPER}{why}").stylize("$text-warning")
    yield _way_past(sentence)


def _way_past(sentence: Sentence) -> Content:
    if sentence.health is not None:
        words = one_line(sentence.health)
        shown = words if len(words) <= _QUOTE_LENGTH else f"{words[: _QUOTE_LENGTH - 1]}…"
        return plain(_HEALTH.format(shown))
    return plain(_DOUBTFUL).stylize("dim")


def _told(opening: str, analysis: Analysis, finding: Finding) -> str:
    words = one_line(analysis.text[finding.start : finding.end])
    if len(words) > _QUOTE_LENGTH:
        words = f"{words[: _QUOTE_LENGTH - 1]}…"
    return f"{opening} “{words}”. {finding.why}"
