"""`coach live`: prompting during the conversation, on a screen or in lines of text."""

from __future__ import annotations

from coach.cli.diagnostics import ExitCode
from coach.cli.dialogue import Dialogue
from coach.cli.environment import Environment
from coach.cli.output import Output
from coach.cli.prep import begin
from coach.cli.terminal import need_terminal, paint
from coach.library.load import load_library

NO_TERMINAL = "Gebruik coach live --plain: dan gaat alles met gewone regels tekst."


def live(environment: Environment, name: str, *, compact: bool, plain: bool, source: str | None) -> ExitCode:
    """Prompt during the conversation, with the sentences of the preparation in `source` first."""
    in_lines = plain or environment.accessible
    if not in_lines:
        need_terminal(environment, NO_TERMINAL)
    library = load_library()
    preparation = begin(library, name, source)
    if in_lines:
        from coach.cli.plain_live import PlainLive

        dialogue = Dialogue(environment, Output(environment))
        PlainLive(dialogue, library, preparation, environment.clock, environment.today()).run()
        return ExitCode.OK
    status, _ = paint(environment, library, preparation, "live", compact=compact)
    return ExitCode(status)
