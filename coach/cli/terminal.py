"""Painting the app, and the one sentence for where no screen can be painted."""

from __future__ import annotations

from coach.cli.environment import Environment, Wishes
from coach.domain.errors import NoTerminalError
from coach.domain.live_keys import VARIABLE, read_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coach.domain.preparation import Preparation
    from coach.flows.keeper import Keeper
    from coach.library.load import Library


def need_terminal(environment: Environment, instead: str) -> None:
    """Raise NoTerminalError where no screen can be painted; `instead` says which commands do work there."""
    if not environment.can_paint:
        raise NoTerminalError(f"Hier is geen terminal om een scherm op te tonen. {instead}")


def paint(
    environment: Environment,
    library: Library,
    preparation: Preparation,
    start: str,
    keeper: Keeper | None = None,
    *,
    compact: bool = False,
    kept_after: bool = False,
) -> tuple[int, Preparation]:
    """Open the app on its screen `start` and return the exit status and the preparation as it was left.

    `keeper` has the store; the caller closes it. `kept_after` says that the caller keeps the preparation.
    Raises UsageError when the keys that the user set in COACH_KEYS cannot be read.
    """
    keys = read_keys(environment.variables.get(VARIABLE, ""))
    return environment.open_app(library, preparation, start, Wishes(compact, keys, keeper, kept_after))
