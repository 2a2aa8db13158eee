"""`coach content check`: is the content whole and right, that of coach or that of an organisation?"""

from __future__ import annotations

import os
from pathlib import Path

from coach.cli.diagnostics import Diagnostics, ExitCode
from coach.cli.environment import Environment
from coach.cli.output import Output
from coach.domain.errors import InputError, UsageError
from coach.library.locate import source_folder


def _folder(named: str | None) -> Path:
    if named is not None:
        folder = Path(named)
        if not os.path.isdir(folder):
            raise InputError(f"{named} is geen map. Geef de map met de inhoud.")
        return folder
    own = source_folder()
    if own is None:
        raise UsageError(
            "De inhoud van coach zelf is al gecontroleerd bij het installeren. Geef de map die je wilt "
            "controleren: coach content check MAP"
        )
    return own


def content_check(environment: Environment, named: str | None) -> ExitCode:
    """Write each problem as file, line and what was expected; the exit code says whether there are any."""
    folder = _folder(named)
    from coach.library.check import check_content

    output, diagnostics = Output(environment), Diagnostics(environment)
    problems = check_content(folder)
    for problem in problems:
        output.line(f"{problem.file}:{problem.line}: {problem.expected}")
    output.flush()
    if not problems:
        output.line("De inhoud klopt.")
        output.flush()
        return ExitCode.OK
    amount = "1 ding klopt" if len(problems) == 1 else f"{len(problems)} dingen kloppen"
    diagnostics.say(f"{amount} niet. Verbeter ze en controleer opnieuw.")
    return ExitCode.CONTENT
