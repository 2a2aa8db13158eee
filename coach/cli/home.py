"""`coach`: the home screen."""

from __future__ import annotations

from coach.cli.diagnostics import ExitCode
from coach.cli.environment import Environment
from coach.cli.terminal import need_terminal, paint


def home(environment: Environment) -> ExitCode:
    """Open the app on its home screen; where the user asked for lines of text, show what can be done."""
    if environment.accessible:
        from coach.cli.help import show_help

        return show_help("", environment)
    need_terminal(environment, "Gebruik coach prep --plain, coach live --plain, coach check of coach --help.")
    from coach.cli.unlocking import keeper_here
    from coach.domain.preparation import Preparation

    keeper = keeper_here(environment)
    try:
        library = environment.library()
        status, _ = paint(environment, library, Preparation(), "home", keeper)
    finally:
        keeper.close()
    return ExitCode(status)
