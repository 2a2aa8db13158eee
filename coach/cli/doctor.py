"""`coach doctor`: what works on this computer, and what to do about what does not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import coach
from coach.cli.diagnostics import ExitCode
from coach.cli.encoding import encoding_of, is_utf8
from coach.cli.environment import Environment
from coach.cli.output import CAREFUL, GOOD, Output
from coach.cli.verdicts import wrapped
from coach.domain.conversation import Part
from coach.domain.errors import CoachError, ContentError
from coach.domain.guard.labels import Verdict
from coach.domain.text import one_line
from coach.flows.print_sheet import default_printer

SMALLEST = 60
"""Columns from which the screens read well; narrower scrolls."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it works, what was seen, and what to do when it does not."""

    works: bool
    what: str
    advice: str = ""


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Finding(True, f"Coach {coach.__version__} op Python {version}")


def _terminal(environment: Environment) -> Finding:
    if environment.can_paint:
        return Finding(True, "Terminal: de schermen werken hier")
    return Finding(
        False,
        "Terminal: hier kunnen geen schermen",
        "Gebruik coach prep --plain; alle andere opdrachten werken.",
    )


def _size(environment: Environment) -> Finding:
    columns = environment.window
    if columns is None:
        return Finding(True, f"Breedte: onbekend, coach rekent met {environment.width} tekens")
    advice = "Maak het venster breder, dan hoef je minder te schuiven." if columns < SMALLEST else ""
    return Finding(columns >= SMALLEST, f"Breedte: {columns} tekens", advice)


def _characters(environment: Environment) -> Finding:
    encoding = encoding_of(environment.stdout) if environment.stdout is not None else "utf-8"
    if is_utf8(encoding):
        return Finding(True, "Letters: alle tekens kunnen hier (UTF-8)")
    return Finding(
        False,
        f"Letters: niet alle tekens kunnen hier ({encoding})",
        "Zet LANG=nl_NL.UTF-8 of LANG=C.UTF-8. Tot dan schrijft coach een e voor een e met accent.",
    )


def _colours(environment: Environment) -> Finding:
    return Finding(True, f"Kleuren: {'aan' if environment.colours else 'uit, coach zegt alles in woorden'}")


def _lines(environment: Environment) -> Finding:
    return Finding(
        True,
        "Gewone regels in plaats van schermen: "
        + ("aan (ACCESSIBLE)" if environment.accessible else "uit, zet ACCESSIBLE=1 om ze altijd te krijgen"),
    )


def _content() -> Finding:
    from coach.library.load import load_library

    try:
        library = load_library()
        questions = sum(len(library.part(part).questions) for part in Part)
        cards = len(library.moments)
        library.emergency  # noqa: B018  (reading it is the test)
        works = library.guard.analyse("Heb je een burn-out?").verdict is Verdict.VERBODEN
    except ContentError as error:
        return Finding(False, "Inhoud: niet te lezen", str(error))
    if not works:
        return Finding(False, "Inhoud: de toets werkt niet", "Installeer coach opnieuw.")
    return Finding(True, f"Inhoud: {questions} vragen en {cards} kaarten gelezen, de toets werkt")


def _pdf() -> Finding:
    from coach.domain.sheet import Sheet
    from coach.render.pdf import sheet_as_pdf

    try:
        sheet_as_pdf(Sheet("Proef", (), ""))
    except CoachError as error:
        return Finding(False, "PDF: kan hier niet", str(error))
    return Finding(True, "PDF: werkt")


def _printer() -> Finding:
    printer = default_printer()
    if printer is None:
        return Finding(True, "Printen: geen printer ingesteld. Maak een PDF en print die op een andere plek")
    name = one_line(printer.name) or "onbekend welke printer"
    return Finding(True, f"Printen: kan ({name}), zoals: coach sheet --empty --print")


def _own_content(environment: Environment) -> Iterator[Finding]:
    """What an organisation adds, where a folder of its own is named."""
    if environment.own_content is None:
        return

    try:
        library = environment.library()
    except ContentError as error:
        yield Finding(False, "De map van je organisatie: klopt niet", str(error))
        return
    card, rules = library.help_card, len(library.guard.own_rules())
    found = f"{len(card.numbers)} nummers" if card else "niet gevonden in de map van COACH_CONTENT"
    yield Finding(True, f"Hulpkaart van je organisatie: {found}")
    yield Finding(True, f"Regels van je organisatie: {rules or 'geen'}")


def _kept(environment: Environment) -> Finding:
    from coach.flows.keeper import State, keeper_of
    from coach.flows.look_after import health

    keeper = keeper_of(environment.variables, environment.today)
    if keeper.state is State.NOWHERE:
        return Finding(False, "Bewaren: geen map gevonden", "Zet COACH_HOME op een map van jou.")
    found = health(keeper)
    if not found.encrypts:
        return Finding(
            False, "Bewaren: versleutelen kan hier niet", "Bewaar in een bestand, met coach prep --export."
        )
    if not found.writable:
        return Finding(
            False,
            f"Bewaren: in {keeper.folder} mag coach niet schrijven",
            "Geef jezelf schrijfrechten, of zet COACH_HOME op een andere map.",
        )
    there = keeper.state is State.CLOSED
    told = (
        f"Bewaren: je kluis staat in {keeper.folder}, versleuteld"
        if there
        else "Bewaren: je hebt nog geen kluis; coach bewaart niets, behalve waar jij om vraagt"
    )
    advice = "Deze map lijkt naar een clouddienst te gaan. Zet COACH_HOME op een andere map."
    return Finding(not found.copied_elsewhere, told, advice if found.copied_elsewhere else "")


def _findings(environment: Environment) -> Iterator[Finding]:
    yield _python()
    yield _terminal(environment)
    yield _size(environment)
    yield _characters(environment)
    yield _colours(environment)
    yield _lines(environment)
    yield _content()
    yield from _own_content(environment)
    yield _pdf()
    yield _printer()
    yield _kept(environment)


def doctor(environment: Environment) -> ExitCode:
    """Write what works and what does not; the exit code is CONTENT when coach cannot do its work at all."""
    output = Output(environment)
    broken = False
    for finding in _findings(environment):
        mark = "goed   " if finding.works else "let op "
        for line in wrapped(f"{finding.what}.", output.width, mark):
            output.line(line, GOOD if finding.works else CAREFUL)
        if finding.advice:
            output.lines(wrapped(finding.advice, output.width, " " * len(mark)))
        broken = broken or (not finding.works and finding.what.startswith("Inhoud"))
    output.flush()
    return ExitCode.CONTENT if broken else ExitCode.OK
