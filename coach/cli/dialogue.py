"""Question and answer as lines of text: for screen readers, pipes and terminals that cannot paint.

No boxes, no colour, no cursor movement: each thing is said once, on its own line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from coach.cli.environment import Environment
from coach.cli.output import Output
from coach.cli.reading import typed_line
from coach.cli.verdicts import wrapped
from coach.domain.text import MAX_TEXT, cap_text, one_line


class Command(StrEnum):
    """What can be typed on a line of its own, in place of an answer."""

    BACK = "t"
    SKIP = "s"
    HELP = "?"
    EMERGENCY = "!"
    DONE = "k"
    OVERVIEW = "o"
    OPEN = "l"


ROOM_TO_TYPE = 20
"""Columns that must be left behind a question; else the answer is typed on a line of its own."""
YOURS = "Jij:"
COMMANDS_LINE = (
    "Op een eigen regel: t terug, s overslaan, l wat nog leeg is, o overzicht, ? uitleg, ! noodkaart, "
    "k klaar."
)


class Leave(Exception):
    """The user leaves this step, by one of BACK, SKIP, OPEN and DONE."""

    def __init__(self, command: Command) -> None:
        super().__init__(command.value)
        self.command = command


class GoTo(Exception):
    """The user goes to another step; `number` counts from 1."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class Ended(Exception):
    """There is nothing more to read: the pipe is empty, or the user typed ctrl+d."""


class Dialogue:
    """Says things and asks things.

    `aside` answers HELP, EMERGENCY and OVERVIEW; then the question comes again. `before_waiting` is called
    when a question has been asked, before its answer: whoever answers may take all day.
    """

    def __init__(self, environment: Environment, output: Output) -> None:
        self.output = output
        self.width = output.width
        self._environment = environment
        self.aside: Callable[[Command], None] = lambda command: None
        self.before_waiting: Callable[[], None] = lambda: None

    def say(self, text: str = "", first: str = "", rest: str | None = None) -> None:
        """Say something, over as many lines as the width asks."""
        self.output.lines(wrapped(text, self.width, first, rest))

    def raw_answer(self, question: str) -> str:
        """Return the line that is typed, cleaned; commands are not looked at. Raises Ended."""
        *above, last = wrapped(question, self.width)
        if len(last) > self.width - ROOM_TO_TYPE:
            above, last = [*above, last], YOURS
        self.output.lines(above)
        self.output.prompt(f"{last} ")
        self.before_waiting()
        typed = typed_line(self._environment.stdin, self._environment.stdin_encoding)
        if not self._environment.stdin_is_terminal:
            # Nobody pressed Enter here, so the next line would stand behind the question.
            self.output.line()
        if typed is None:
            raise Ended
        text, cut = cap_text(typed)
        if cut:
            self.say(f"Dat was erg lang. Coach houdt de eerste {MAX_TEXT} tekens.")
        return one_line(text)

    def ask(self, question: str) -> str:
        """Return an answer, "" for only Enter. Raises Leave for t, s, l and k, and Ended."""
        while True:
            answer = self.raw_answer(question)
            command = next((found for found in Command if found == answer.lower()), None)
            if command is None:
                return answer
            if command in (Command.BACK, Command.SKIP, Command.OPEN, Command.DONE):
                raise Leave(command)
            self.aside(command)

    def choose(self, question: str, choices: Sequence[str], default: int | None = None) -> int:
        """Return which of the numbered choices is taken, counted from 0; Enter takes `default`."""
        for number, choice in enumerate(choices, start=1):
            self.say(choice, f"{number}. ")
        while True:
            answer = self.ask(question)
            if not answer and default is not None:
                return default
            if answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(choices):
                return int(answer) - 1
            self.say(f"Typ een getal van 1 tot en met {len(choices)}.")
