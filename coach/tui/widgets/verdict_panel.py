"""The judgement of a text, for people: the verdict as a word, what it rests on, why, and what is better."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content

from coach.domain.guard.labels import Analysis, Finding, Verdict
from coach.domain.text import one_line
from coach.flows.judge import Judgement
from coach.tui.texts import ACT_WORD, MARK, MEANING, WORD, plain
from coach.tui.widgets.plain_text import PlainText

_KIND = {
    Verdict.GOED: "-goed",
    Verdict.MAG: "-goed",
    Verdict.VOORZICHTIG: "-let-op",
    Verdict.LIEVER_NIET: "-let-op",
    Verdict.VERBODEN: "-niet",
    Verdict.MAG_NIET: "-niet",
}
_QUOTE_LENGTH = 80
_OTHERS = 3
_NOOD = "Dit klinkt als nood. Met F9 open je de noodkaart."
_CUT = "De tekst is langer dan coach leest. Alleen het begin is bekeken."
_UNSURE = "Dit is een vermoeden: er is geen vaste regel voor deze zin."


class VerdictPanel(VerticalGroup):
    """Stands under a field; empty as long as there is nothing to judge.

    With `brief` only the worst finding is told, else all of them.
    """

    DEFAULT_CSS = """
    VerdictPanel { height: auto; padding: 0 1; }
    VerdictPanel PlainText { width: 100%; height: auto; }
    VerdictPanel .verdict { text-style: bold; }
    VerdictPanel.-goed .verdict { color: $text-success; }
    VerdictPanel.-let-op .verdict { color: $text-warning; }
    VerdictPanel.-niet .verdict { color: $text-error; }
    VerdictPanel .nood { text-style: bold; color: $text-error; }
    VerdictPanel .source { color: $text-muted; }
    VerdictPanel .-leeg { display: none; }
    """

    def __init__(self, *, brief: bool = False, id: str | None = None) -> None:  # noqa: A002
        """Make an empty panel."""
        super().__init__(id=id)
        self._brief = brief
        self._lines: dict[str, PlainText] = {}

    def compose(self) -> ComposeResult:
        """Yield one text for each thing that can be said."""
        for name in ("nood", "verdict", "cut", "why", "better", "others", "also", "source"):
            self._lines[name] = PlainText("", classes=f"{name} -leeg")
            yield self._lines[name]

    def show(self, judgement: Judgement | None, others: Sequence[str] = ()) -> None:
        """Show `judgement`; None, or a judgement of an empty text, shows nothing.

        `others` are more wordings that may stand in place of the text.
        """
        told = judgement if judgement and judgement.analysis.text.strip() else None
        for kind in set(_KIND.values()):
            self.set_class(told is not None and _KIND[told.verdict] == kind, kind)
        contents = _contents(told, others, brief=self._brief) if told else {}
        for name, line in self._lines.items():
            content = contents.get(name)
            line.set_class(content is None, "-leeg")
            line.show(content or "")


def _contents(judgement: Judgement, others: Sequence[str], *, brief: bool) -> dict[str, Content]:
    analysis = judgement.analysis
    verdict = analysis.verdict
    shown = {"verdict": plain(f"{MARK[verdict]} {WORD[verdict]}. {MEANING[verdict]}")}
    if analysis.nood:
        shown["nood"] = plain(f"! {_NOOD}")
    if analysis.findings:
        worst, *milder = analysis.findings
        shown["why"] = _why(analysis, worst)
        shown["better"] = _better(worst)
        if not brief:
            if others:
                shown["others"] = Content("\n").join(plain(f"Of: {other}") for other in others[:_OTHERS])
            if milder:
                shown["also"] = Content("\n").join(_also(analysis, finding) for finding in milder)
            shown["source"] = plain(f"Bron: {worst.source}")
    elif analysis.acts and not brief:
        shown["why"] = plain("Wat je doet: " + ", ".join(ACT_WORD[act] for act in analysis.acts) + ".")
    if judgement.cut:
        shown["cut"] = plain(_CUT)
    return shown


def _quote(analysis: Analysis, finding: Finding) -> Content:
    words = one_line(analysis.text[finding.start : finding.end])
    if len(words) > _QUOTE_LENGTH:
        words = f"{words[: _QUOTE_LENGTH - 1]}…"
    return plain(f"“{words}”")


def _why(analysis: Analysis, finding: Finding) -> Content:
    unsure = "" if finding.sure else f" {_UNSURE}"
    return Content.assemble("Het gaat om ", _quote(analysis, finding), ". ", plain(finding.why), unsure)


def _also(analysis: Analysis, finding: Finding) -> Content:
    return Content.assemble("Ook: ", _quote(analysis, finding), ". ", plain(finding.why))


def _better(finding: Finding) -> Content:
    return Content.assemble(("Kies liever: ", "bold"), plain(finding.instead), ("  F4 neemt dit over", "dim"))
