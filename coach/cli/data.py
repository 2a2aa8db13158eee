"""`coach data`: where all lies, all of it in a file, all of it gone; and another passphrase."""

from __future__ import annotations

from pathlib import Path

from coach.cli.diagnostics import Diagnostics, ExitCode
from coach.cli.dialogue import Dialogue, Ended
from coach.cli.environment import Environment
from coach.cli.output import Output
from coach.cli.set_up_lines import COPIED, asked_passphrase
from coach.cli.unlocking import ask_secret, keeper_here, unlock
from coach.cli.verdicts import wrapped
from coach.domain.errors import NoStoreError, UsageError
from coach.domain.kept import Gone, Receipt
from coach.flows.keeper import Keeper, State
from coach.flows.look_after import (
    NAMED_KINDS,
    everything,
    export_everything,
    forget_under,
    kept_under,
    whereabouts,
)
from coach.storage.opening import NO_STORE

_OTHERS = (
    "Een blad of een ander bestand dat jij zelf bewaarde, staat waar jij het zette. "
    "Papier en je eigen kopieën ziet coach niet."
)
_SURE_ALL = "Alles in je kluis gaat weg en komt niet terug. Typ ja om door te gaan:"
_SURE_ONE = "{what} onder deze naam: dat gaat weg en komt niet terug. Typ ja om door te gaan:"
_SAY_YES = (
    "Coach vraagt eerst of je het zeker weet, en dat kan hier niet. Weet je het zeker? Zet er --yes bij."
)
_NOT_KEPT = (
    "Onder die naam is niets bewaard. Wat er wel is, zie je met coach data export. Je afspraken zie je ook "
    "met coach record list."
)
_WIDTH = max(len(gone.value) for gone in Gone) + 2


def _kilobytes(size: int) -> str:
    return f"{max(1, round(size / 1024))} kB"


def where(environment: Environment) -> ExitCode:
    """Say where everything is kept; nothing is opened and no passphrase is asked."""
    keeper = keeper_here(environment)
    output = Output(environment)
    if keeper.state in (State.NONE, State.NOWHERE):
        output.lines(wrapped(f"Er is nog niets bewaard. Je kluis komt in {keeper.folder}", output.width))
    else:
        output.line(f"Je kluis staat in {keeper.folder}")
        for found in whereabouts(keeper):
            if found.size is not None:
                output.line(
                    f"  {found.path.name}: {found.what[0].lower()}{found.what[1:]}, {_kilobytes(found.size)}"
                )
        output.lines(
            wrapped("Alles eruit halen: coach data export. Alles wissen: coach data forget.", output.width)
        )
    if keeper.is_copied_elsewhere:
        output.lines(wrapped(COPIED, output.width))
    output.lines(wrapped(_OTHERS, output.width))
    output.flush()
    return ExitCode.OK


def export(environment: Environment, target: str | None) -> ExitCode:
    """Write all that is kept as JSON, on stdout or in a file; raises InputError or a StoreError."""
    keeper = keeper_here(environment)
    unlock(environment, keeper)
    try:
        if target is None:
            output = Output(environment)
            output.line(everything(keeper).rstrip("\n"))
            output.flush()
        else:
            export_everything(keeper, Path(target))
            Diagnostics(environment).say(
                f"Alles staat in {target}. Dat bestand is niet versleuteld: wie het heeft, kan het lezen."
            )
    finally:
        keeper.close()
    return ExitCode.OK


def forget(environment: Environment, name: str, *, yes: bool) -> ExitCode:
    """Forget what has one name (a preparation, agreements), or everything, and write the receipt.

    The exit code is FOUND when something is left in a place that coach knows of. Forgetting everything
    takes no passphrase: whoever has lost it must be able to.
    """
    keeper = keeper_here(environment)
    if keeper.state is State.NONE:
        raise NoStoreError(NO_STORE)
    if not yes and not environment.stdin_is_terminal:
        raise UsageError(_SAY_YES)
    try:
        receipt = (
            _forget_named(environment, keeper, name, yes=yes)
            if name
            else _forget_all(environment, keeper, yes)
        )
    finally:
        keeper.close()
    if receipt is None:
        Diagnostics(environment).say("Er is niets gewist.")
        return ExitCode.OK
    show_receipt(environment, receipt)
    return ExitCode.OK if receipt.all_gone else ExitCode.FOUND


def _sure(environment: Environment, question: str) -> bool:
    try:
        return Dialogue(environment, Output(environment)).raw_answer(question).lower() in ("ja", "j")
    except Ended:
        return False


def _forget_named(environment: Environment, keeper: Keeper, name: str, *, yes: bool) -> Receipt | None:
    unlock(environment, keeper)
    found = kept_under(keeper, name)
    if not found:
        raise UsageError(_NOT_KEPT)
    what = " en ".join(NAMED_KINDS[kind].lower() for kind in found)
    question = _SURE_ONE.format(what=what[0].upper() + what[1:])
    return forget_under(keeper, found) if yes or _sure(environment, question) else None


def _forget_all(environment: Environment, keeper: Keeper, yes: bool) -> Receipt | None:
    return keeper.forget_everything() if yes or _sure(environment, _SURE_ALL) else None


def show_receipt(environment: Environment, receipt: Receipt) -> None:
    """Write what became of each place."""
    output = Output(environment)
    for place in receipt.places:
        output.lines(wrapped(place.what, output.width, place.gone.value.ljust(_WIDTH), " " * _WIDTH))
    if not receipt.all_gone:
        output.lines(wrapped("Wat er nog staat, gooi je zelf weg.", output.width))
    output.lines(wrapped("Papier en je eigen kopieën ziet coach niet.", output.width))
    output.flush()


def passphrase(environment: Environment, *, recover: bool) -> ExitCode:
    """Let another passphrase open the store, after the one of now or after the recovery code."""
    keeper = keeper_here(environment)
    if keeper.state is State.NONE:
        raise NoStoreError(NO_STORE)
    dialogue = Dialogue(environment, Output(environment))
    try:
        if recover:
            code = ask_secret(environment, "Je herstelcode: ")
            keeper.check_code(code)
            keeper.passphrase = None
            keeper.recover(code, asked_passphrase(environment, dialogue, keeper))
        else:
            unlock(environment, keeper)
            keeper.passphrase = None
            keeper.change_passphrase(asked_passphrase(environment, dialogue, keeper))
    finally:
        keeper.close()
    Diagnostics(environment).say("Je kluis heeft een nieuw wachtwoord. Je herstelcode blijft dezelfde.")
    return ExitCode.OK
