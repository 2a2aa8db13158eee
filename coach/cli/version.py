"""`coach --version`."""

from __future__ import annotations

import coach
from coach.cli.diagnostics import ExitCode
from coach.cli.environment import Environment
from coach.cli.output import Output


def version(environment: Environment) -> ExitCode:
    """Write the name and the version of coach."""
    output = Output(environment)
    output.line(f"coach {coach.__version__}")
    output.flush()
    return ExitCode.OK
