"""Whether a screen can be painted, and the one sentence for where it cannot."""

from __future__ import annotations

from coach.cli.environment import Environment
from coach.domain.errors import NoTerminalError


def need_terminal(environment: Environment, instead: str) -> None:
    """Raise NoTerminalError where no screen can be painted; `instead` says which commands do work there."""
    if not environment.can_paint:
        raise NoTerminalError(f"Hier is geen terminal om een scherm op te tonen. {instead}")
