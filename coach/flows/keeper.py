"""The store in one run of coach: where it is, whether it is open, and who may open it.

Both front ends hold one `Keeper`. Its methods may take a third of a second (the passphrase) and may be called
from any thread; each raises a StoreError with one Dutch sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum, auto
from importlib.util import find_spec
from pathlib import Path

from coach.domain.errors import NoStoreError, StoreError
from coach.domain.kept import Receipt
from coach.storage import opening
from coach.storage.forget import forget_everything
from coach.storage.keys import PASSPHRASE_COST, Cost
from coach.storage.place import StorePlace, home_folder, is_synced
from coach.storage.recovery_code import secret_of
from coach.storage.store import Store

SHORTEST = 8
"""Letters of a passphrase at least; a sentence of a few words is easier to remember than a short riddle."""
_TOO_SHORT = (
    f"Kies een wachtwoord van minstens {SHORTEST} tekens. Een paar losse woorden onthoud je het makkelijkst."
)
_NOT_TWICE = "De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw."
_CLOSED = "Je kluis is nog dicht."


class State(Enum):
    """How it stands with the store: it cannot be here, was never made, is closed, or is open."""

    NOWHERE = auto()
    NONE = auto()
    CLOSED = auto()
    OPEN = auto()


def new_code() -> str:
    """Return a new recovery code, to be shown before anything is written."""
    return opening.new_code()


def may_have_keyring() -> bool:
    """Whether the extra for the system's keyring is installed; whether it works is seen when it is used."""
    return find_spec("keyring") is not None


def last_group(code: str) -> str:
    """Return the last four letters of a recovery code: typed over, they show that it was written down."""
    return code.rpartition("-")[2]


def same_group(typed: str, code: str) -> bool:
    """Whether `typed` is the last group of the code, however it was typed."""
    return "".join(typed.upper().split()).translate(str.maketrans("ILO", "110")) == last_group(code)


def passphrase_advice(first: str, second: str) -> str | None:
    """Return what is wrong with a passphrase that was typed twice, None when it is good."""
    if len(first) < SHORTEST:
        return _TOO_SHORT
    return _NOT_TWICE if first != second else None


class Keeper:
    """The store of this run, and what of it one is working on.

    `current` is the id of the kept preparation that is being changed, None for one that is not kept.
    `wanted` is the label of the preparation that the user named at the start, "" for none. `passphrase` is
    the one that a file gave at the start, None when it is to be asked.
    """

    def __init__(
        self,
        place: StorePlace | None = None,
        today: Callable[[], date] = date.today,
        *,
        why_not: str = "Coach weet niet waar het hier kan bewaren. Zet COACH_HOME op een map.",
        cost: Cost = PASSPHRASE_COST,
    ) -> None:
        self.place = place
        self.today = today
        self.current: int | None = None
        self.wanted = ""
        self.passphrase: str | None = None
        self._store: Store | None = None
        self._why_not = why_not
        self._cost = cost

    @property
    def state(self) -> State:
        """How it stands with the store."""
        if self._store is not None:
            return State.OPEN
        if self.place is None:
            return State.NOWHERE
        return State.CLOSED if self.place.exists else State.NONE

    @property
    def store(self) -> Store:
        """The open store; raises StoreError when it is not open."""
        if self._store is None:
            raise NoStoreError(opening.NO_STORE) if self.state is State.NONE else StoreError(_CLOSED)
        return self._store

    @property
    def folder(self) -> Path:
        """The folder of the store, whether or not it is there; raises StoreError where there can be none."""
        return self._somewhere().folder

    @property
    def is_copied_elsewhere(self) -> bool:
        """Whether the folder looks like one that a cloud service copies."""
        return self.place is not None and is_synced(self.place.home)

    def _somewhere(self) -> StorePlace:
        if self.place is None:
            raise StoreError(self._why_not)
        return self.place

    def set_up(self, passphrase: str, code: str) -> None:
        """Make the store, and hold it open."""
        self._store = opening.make(self._somewhere(), passphrase, code, self.today(), cost=self._cost)

    def unlock(self, passphrase: str) -> None:
        """Open the store; once it is open, once more does nothing."""
        if self._store is None:
            self._store = opening.open_with_passphrase(self._somewhere(), passphrase, self.today())

    def unlock_by_itself(self) -> bool:
        """Open the store without asking: with the passphrase of a file, or with the system's keyring.

        False when there is neither, or nothing to open.
        """
        if self.state is not State.CLOSED:
            return self.state is State.OPEN
        if self.passphrase is not None:
            self.unlock(self.passphrase)
            return True
        self._store = opening.open_with_keyring(self._somewhere(), self.today())
        return self._store is not None

    def recover(self, code: str, passphrase: str) -> None:
        """Open the store with its recovery code, and let `passphrase` open it from now on."""
        store = opening.open_with_code(self._somewhere(), code, self.today())
        try:
            store.change_passphrase(passphrase, self._cost)
        except BaseException:
            store.close()
            raise
        self._store = store

    def check_code(self, code: str) -> None:
        """Raise WrongPassphraseError, without opening anything, for what cannot be a recovery code."""
        secret_of(code)

    def change_passphrase(self, passphrase: str) -> None:
        """Let another passphrase open the store from now on."""
        self.store.change_passphrase(passphrase, self._cost)

    def close(self) -> None:
        """Close the store, where it is open."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def forget_everything(self) -> Receipt:
        """Take all of it away, open or closed; raises StoreInUseError when another coach has it open."""
        self.close()
        self.current = None
        return forget_everything(self._somewhere())


def keeper_of(variables: Mapping[str, str], today: Callable[[], date]) -> Keeper:
    """Return the keeper for this environment; where no folder can be found one that says so."""
    try:
        return Keeper(StorePlace(home_folder(variables)), today)
    except StoreError as error:
        return Keeper(None, today, why_not=str(error))
