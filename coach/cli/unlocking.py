"""The store on the command line: its keeper, and the passphrase from a file or from the terminal."""

from __future__ import annotations

from pathlib import Path

from coach.cli.diagnostics import Diagnostics
from coach.cli.environment import Environment
from coach.domain.errors import InputError, NoStoreError, StoreError, WrongPassphraseError
from coach.flows.keeper import Keeper, State, keeper_of
from coach.storage.opening import NO_STORE

FILE = "COACH_PASSPHRASE_FILE"
TRIES = 3
_MOST = 10_000
_QUESTION = "Het wachtwoord van je kluis: "
_NO_WAY = (
    "Coach heeft het wachtwoord van je kluis nodig, en hier is geen terminal om het te vragen. "
    f"Zet het in een bestand en noem dat bestand in {FILE}."
)
_STOPPED = "Er kwam geen wachtwoord. Je kluis blijft dicht; er is niets veranderd."


def passphrase_in_file(environment: Environment) -> str | None:
    """Return the first line of the file that COACH_PASSPHRASE_FILE names, None when it names none.

    Raises InputError when that file cannot be read, is empty or is no text.
    """
    name = environment.variables.get(FILE, "")
    if not name:
        return None
    try:
        with Path(name).expanduser().open("rb") as file:
            line = file.readline(_MOST).decode("utf-8").rstrip("\r\n")
    except (OSError, RuntimeError):
        raise InputError(f"Het bestand dat {FILE} noemt, is niet te lezen. Kijk de naam na.") from None
    except ValueError:
        raise InputError(f"Het bestand dat {FILE} noemt, is geen UTF-8.") from None
    if not line:
        raise InputError(f"Op de eerste regel van het bestand dat {FILE} noemt, staat geen wachtwoord.")
    return line


def keeper_here(environment: Environment) -> Keeper:
    """Return the keeper of this environment, with the passphrase of the file where one is named."""
    keeper = keeper_of(environment.variables, environment.today)
    keeper.passphrase = passphrase_in_file(environment)
    return keeper


def ask_secret(environment: Environment, question: str) -> str:
    """Ask something without showing what is typed; raises StoreError when nothing can be asked or comes."""
    if not environment.stdin_is_terminal:
        raise StoreError(_NO_WAY)
    try:
        return environment.ask_secret(question)
    except EOFError:
        Diagnostics(environment).say("")
        raise StoreError(_STOPPED) from None


def unlock(environment: Environment, keeper: Keeper) -> None:
    """Open the store, asking for the passphrase where that is needed; three times at most.

    Raises NoStoreError when nothing was ever kept, and each other StoreError that opening raises.
    """
    keeper.folder  # noqa: B018  (says why there is none, where there can be none)
    if keeper.state is State.NONE:
        raise NoStoreError(NO_STORE)
    if keeper.unlock_by_itself():
        return
    for left in reversed(range(TRIES)):
        typed = ask_secret(environment, _QUESTION)
        try:
            keeper.unlock(typed)
        except WrongPassphraseError as error:
            if not left:
                raise
            Diagnostics(environment).say(str(error))
        else:
            return
