"""A judgement in words: what `coach check` and the line mode say about a sentence."""

from __future__ import annotations

import textwrap

from coach.cli import output
from coach.domain.guard.labels import Analysis, Finding, Role, Verdict

SENTENCES = {
    Verdict.GOED: "Goed. Dit kun je zo zeggen.",
    Verdict.VOORZICHTIG: "Voorzichtig. Je mag dit vragen, maar je medewerker hoeft niet te antwoorden.",
    Verdict.LIEVER_NIET: "Liever niet. Je gesprek loopt hier sneller op vast.",
    Verdict.VERBODEN: "Verboden. Dit mag je niet vragen of raden.",
    Verdict.MAG: "Mag. Dit kun je zo opschrijven.",
    Verdict.MAG_NIET: "Mag niet. Dit mag je niet opschrijven.",
}
EMPLOYEE = "Een zin van je medewerker krijgt geen oordeel. Coach let alleen op nood."
STYLES = {
    Verdict.GOED: output.GOOD,
    Verdict.MAG: output.GOOD,
    Verdict.VOORZICHTIG: output.CAREFUL,
    Verdict.LIEVER_NIET: output.CAREFUL,
    Verdict.VERBODEN: output.FORBIDDEN,
    Verdict.MAG_NIET: output.FORBIDDEN,
}
MAX_QUOTE = 300


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return `text` as lines of at most `width` characters, behind `first` and then `rest`."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def quoted(text: str) -> str:
    """Return `text` between quotation marks, shortened where it would fill the screen."""
    one = " ".join(text.split())
    return f'"{one}"' if len(one) <= MAX_QUOTE else f'"{one[:MAX_QUOTE].rstrip()} ..."'


def sentence(verdict: Verdict, role: Role) -> str:
    """Return the verdict as a sentence for the manager."""
    return EMPLOYEE if role is Role.MEDEWERKER else SENTENCES[verdict]


def explained(finding: Finding, text: str, role: Role, width: int, *, with_better: bool = True) -> list[str]:
    """Return why a finding stands and what may come in its place, as lines."""
    label = "Schrijf liever" if role is Role.NOTITIE else "Zeg liever"
    rows = [("Het gaat om", quoted(text[finding.start : finding.end])), ("Waarom", finding.why)]
    if not finding.sure:
        rows.append(("Let op", "Coach weet dit niet zeker. Kijk zelf of het klopt."))
    if finding.instead and with_better:
        rows.append((label, quoted(finding.instead)))
    rows += [("Bron", finding.source), ("Meer", f"coach rule {finding.rule}")]
    lines: list[str] = []
    for head, body in rows:
        lines += wrapped(f"{head}: {body}", width, "  ", "    ")
    return lines


def explanation(analysis: Analysis, role: Role, width: int, *, with_better: bool = True) -> list[str]:
    """Return all findings of an analysis in words, the worst one first, an empty line between them.

    `with_better` is False where the caller has a better wording that fits the place more.
    """
    lines: list[str] = []
    for finding in analysis.findings:
        lines += [""] if lines else []
        lines += explained(finding, analysis.text, role, width, with_better=with_better)
    return lines
