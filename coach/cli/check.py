"""`coach check`: may this be said, or written down? One answer for each line.

Light on purpose: it parses its own options and imports no library that the judgement does not need.
"""

from __future__ import annotations

import getopt
import re

from coach.cli.diagnostics import Diagnostics, ExitCode
from coach.cli.environment import Environment
from coach.cli.output import CALM, STRONG, Output
from coach.cli.reading import NotText, argument_lines, decoded, opened, raw_lines, typed_line
from coach.cli.verdicts import STYLES, explanation, quoted, sentence, wrapped
from coach.domain.errors import InputError, UsageError
from coach.domain.guard.labels import Analysis, Role, Status, Verdict
from coach.domain.values import value
from coach.flows.judge import judge
from coach.flows.own_content import guard_here

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.domain.guard import Guard


FLAGS = ("note", "employee", "json", "help")
VALUES = ("file", "status", "fail-on")
FAIL_ON = (Verdict.VOORZICHTIG, Verdict.LIEVER_NIET, Verdict.VERBODEN)
STDIN = "-"
_OPTION = re.compile(r"-{0,2}[a-z][a-z-]{0,20}")


@value(frozen=True, slots=True)
class Options:
    """What `check` was asked: the words of a text, where else to read, and how to judge and answer."""

    words: tuple[str, ...] = ()
    file: str | None = None
    role: Role = Role.ZEGT
    status: Status = Status.WERKT
    as_json: bool = False
    help: bool = False
    fail_on: Verdict = Verdict.VOORZICHTIG


def _misread(error: getopt.GetoptError) -> UsageError:
    """A usage error in Dutch; what is no option name may be the sentence itself and is not repeated."""
    name = error.opt
    if name in VALUES:
        return UsageError(f"Achter --{name} hoort nog een waarde. Kijk bij: coach check --help")
    if name in FLAGS:
        return UsageError(f"Achter --{name} hoort geen waarde. Kijk bij: coach check --help")
    named = f"De optie --{name}" if _OPTION.fullmatch(name) and len(name) > 1 else "Die optie"
    return UsageError(
        f"{named} ken ik niet. Kijk bij: coach check --help. "
        "Begint je zin met een streepje? Zet er dan -- en een spatie voor."
    )


def _status(value: str) -> Status:
    if value not in list(Status):
        raise UsageError("Bij --status past: werkt of ziek.")
    return Status(value)


def _fail_on(value: str) -> Verdict:
    if value not in FAIL_ON:
        raise UsageError("Bij --fail-on past: voorzichtig, liever_niet of verboden.")
    return Verdict(value)


def parse(argv: Sequence[str]) -> Options:
    """Return what the words after `coach check` ask; raises UsageError."""
    try:
        given, words = getopt.gnu_getopt(list(argv), "h", [*FLAGS, *(f"{name}=" for name in VALUES)])
    except getopt.GetoptError as error:
        raise _misread(error) from None
    options = dict(given)
    if "--note" in options and "--employee" in options:
        raise UsageError("Kies --note of --employee, niet allebei.")
    if words and "--file" in options:
        raise UsageError("Geef een zin of een bestand met --file, niet allebei.")
    role = Role.NOTITIE if "--note" in options else Role.MEDEWERKER if "--employee" in options else Role.ZEGT
    return Options(
        words=tuple(words),
        file=options.get("--file"),
        role=role,
        status=_status(options.get("--status", Status.WERKT)),
        as_json="--json" in options,
        help="--help" in options or "-h" in options,
        fail_on=_fail_on(options.get("--fail-on", Verdict.VOORZICHTIG)),
    )


def as_record(analysis: Analysis) -> dict[str, object]:
    """Return an analysis as the object of the JSON contract, keys in its order."""
    return {
        "text": analysis.text,
        "verdict": analysis.verdict.value,
        "nood": analysis.nood,
        "findings": [
            {
                "rule": finding.rule,
                "category": finding.category.value,
                "start": finding.start,
                "end": finding.end,
                "why": finding.why,
                "instead": finding.instead,
                "source": finding.source,
                "sure": finding.sure,
            }
            for finding in analysis.findings
        ],
        "acts": [act.value for act in analysis.acts],
    }


class _Judge:
    """Answers line by line and remembers what the exit code must say."""

    def __init__(self, guard: Guard, options: Options, environment: Environment) -> None:
        self._guard = guard
        self._options = options
        self._output = Output(environment)
        self._diagnostics = Diagnostics(environment)
        self._found = False
        self._unread = False

    def answer(self, lines: Iterable[bytes | None], *, numbered: bool) -> ExitCode:
        """Answer each line before the next is read, and return the exit code of all."""
        for number, raw in enumerate(lines, start=1):
            try:
                text = decoded(raw)
            except NotText as error:
                self._unread = True
                self._not_text(str(error), number if numbered else None)
                continue
            self._one(text, number if numbered else None)
        self._output.flush()
        if self._unread:
            return ExitCode.INPUT
        return ExitCode.FOUND if self._found else ExitCode.OK

    def _not_text(self, why: str, number: int | None) -> None:
        if self._options.as_json:
            self._output.record({"error": why})
            return
        # What was answered so far stands above the complaint, also where both streams are one screen.
        self._output.flush()
        self._diagnostics.say(f"Regel {number}: {why}" if number else why)

    def _one(self, text: str, number: int | None) -> None:
        options = self._options
        analysis = judge(self._guard, text, options.role, options.status, limit=None).analysis
        self._found = self._found or analysis.verdict.severity >= options.fail_on.severity
        if options.as_json:
            self._output.record(as_record(analysis))
        else:
            self._in_words(analysis, number)

    def _in_words(self, analysis: Analysis, number: int | None) -> None:
        output, role = self._output, self._options.role
        if analysis.nood:
            self._emergency()
        if number is not None:
            for line in wrapped(f"Regel {number}: {quoted(analysis.text)}", output.width):
                output.line(line, CALM)
        style = STYLES[analysis.verdict] if role is not Role.MEDEWERKER else ""
        for line in wrapped(sentence(analysis.verdict, role), output.width):
            output.line(line, style or STRONG)
        output.lines(explanation(analysis, role, output.width))
        if number is not None:
            output.line()
        output.flush()

    def _emergency(self) -> None:
        from coach.cli.nood import emergency_card, short_card

        short_card(self._output, emergency_card(self._diagnostics))


def _asked(environment: Environment) -> str:
    """Ask for the sentence, so that it stays out of the history of the shell."""
    diagnostics = Diagnostics(environment)
    diagnostics.say("Welke zin wil je toetsen? Typ hem en druk op Enter.")
    typed = typed_line(environment.stdin, environment.stdin_encoding)
    if typed is None or not typed.strip():
        raise UsageError("Er kwam geen zin. Probeer het nog eens met: coach check")
    return typed


def check(argv: Sequence[str], environment: Environment) -> ExitCode:
    """Judge a sentence, the lines of a file or those of stdin, after the words behind `coach check`."""
    options = parse(argv)
    if options.help:
        from coach.cli.help import show_help

        return show_help("check", environment)
    if not options.words and options.file is None and not environment.stdin_is_terminal:
        raise UsageError(
            'Geef een zin, zoals: coach check "Hoe gaat het?" Of lees regels uit een pijp met: coach check -'
        )
    answers = _Judge(guard_here(environment.own_content, environment.variables), options, environment)
    match options.words:
        case _ if options.file is not None and options.file != STDIN:
            with opened(options.file) as stream:
                return answers.answer(raw_lines(stream), numbered=True)
        case () if options.file is None:
            return answers.answer([_asked(environment).encode("utf-8", "replace")], numbered=False)
        case () | (("-",)):
            return answers.answer(_piped(environment), numbered=True)
        case words:
            lines = argument_lines(" ".join(words))
            return answers.answer(lines, numbered=len(lines) > 1)


def _piped(environment: Environment) -> Iterable[bytes | None]:
    try:
        yield from raw_lines(environment.stdin)
    except OSError:
        raise InputError("Coach kan niet verder lezen: de invoer is afgebroken.") from None
