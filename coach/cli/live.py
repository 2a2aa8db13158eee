"""`coach live`: prompting during the conversation, on a screen or in lines of text."""

from __future__ import annotations

from coach.cli.diagnostics import ExitCode
from coach.cli.dialogue import Dialogue
from coach.cli.environment import Environment
from coach.cli.output import Output
from coach.cli.prep import begin, kept_or
from coach.cli.terminal import need_terminal, paint
from coach.cli.unlocking import keeper_here
from coach.domain.preparation import Preparation
from coach.flows.keeper import Keeper
from coach.library.load import Library

NO_TERMINAL = "Gebruik coach live --plain: dan gaat alles met gewone regels tekst."


def _in_lines(environment: Environment, library: Library, begun: Preparation, keeper: Keeper) -> ExitCode:
    """Prompt in lines of text, and keep the agreements that were made where the user wants them."""
    from coach.cli.plain_live import PlainLive
    from coach.cli.record_places import asked_place, keep_record

    dialogue = Dialogue(environment, Output(environment))
    preparation = kept_or(environment, dialogue, keeper, begun)
    talk = PlainLive(dialogue, library, preparation, environment.clock, environment.today(), keeper)
    talk.run()
    if talk.agreed is None:
        return ExitCode.OK
    place = asked_place(dialogue)
    dialogue.output.flush()
    if place is None:
        return ExitCode.OK
    return keep_record(environment, library, keeper, talk.agreed, place)


def live(environment: Environment, name: str, *, compact: bool, plain: bool, source: str | None) -> ExitCode:
    """Prompt during the conversation, with the sentences of the preparation first.

    That is the one in the file `source`, or else the one that is kept in the store under `name`.
    """
    in_lines = plain or environment.accessible
    if not in_lines:
        need_terminal(environment, NO_TERMINAL)
    library = environment.library()
    begun = begin(library, name, source)
    keeper = keeper_here(environment)
    if source is None:
        keeper.wanted = begun.label
    try:
        if in_lines:
            return _in_lines(environment, library, begun, keeper)
        status, _ = paint(environment, library, begun, "live", keeper, compact=compact)
    finally:
        keeper.close()
    return ExitCode(status)
