"""After a rehearsal in lines of text: its counts go in the store when the user asks."""

from __future__ import annotations

from coach.cli.dialogue import Dialogue, Ended
from coach.cli.environment import Environment
from coach.cli.keep_lines import open_store
from coach.cli.unlocking import keeper_here
from coach.domain.errors import CoachError
from coach.domain.rehearsal.debrief import Debrief
from coach.domain.rehearsal.progress import in_lines, met, rehearsed
from coach.flows.keeper import State
from coach.flows.kept_rehearsals import keep_counts, kept_counts
from coach.flows.rehearse import Rehearsal, fictional
from coach.library.load import Library

_ASK = (
    "Wil je de tellingen van dit gesprek bewaren in je kluis? Wat er gezegd is, bewaart coach niet. "
    "j of n (Enter: n):"
)


def offer_counts(
    environment: Environment, dialogue: Dialogue, library: Library, rehearsal: Rehearsal, result: Debrief
) -> None:
    """Ask once; nothing is opened or made before a yes. What stands in the way is said."""
    keeper = keeper_here(environment)
    if keeper.state is State.NOWHERE:
        return
    try:
        dialogue.say()
        if dialogue.raw_answer(_ASK).lower() not in ("j", "ja") or not open_store(
            environment, dialogue, keeper
        ):
            return
        keep_counts(keeper, rehearsed(rehearsal.cast, result))
        done = kept_counts(keeper)
        dialogue.say("Bewaard in je kluis.")
        for line in (*in_lines(done), *met(done, {one.id: one.name for one in fictional(library)})):
            if line:
                dialogue.say(line)
    except Ended:
        return
    except CoachError as error:
        dialogue.say(str(error))
    finally:
        keeper.close()
