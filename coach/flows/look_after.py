"""What the store asks of its owner: what is due, what may go, where all of it is, and all of it in a file."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from coach.domain.kept import Due, Kept, Kind, Place, Receipt, Summary
from coach.domain.retention import Clock, prolonged
from coach.flows.keeper import Keeper
from coach.flows.kept_rehearsals import kept_counts
from coach.storage.database import encrypts
from coach.storage.output import write_output

AHEAD = timedelta(days=7)
"""How far ahead coach tells what is due: a week, as long as the first check takes at most."""
NAMED_KINDS = {
    Kind.PREPARATION: "Voorbereiding",
    Kind.AGREEMENTS: "Afspraken",
    Kind.REHEARSALS: "Tellingen van je oefeningen",
}
"""What is kept under a name that the user can give, as it is called."""
EXPORT_KIND, EXPORT_VERSION = "coach-alles", 1


@dataclass(frozen=True, slots=True)
class AtStart:
    """What is told when the store opens: what is due by label and day only, and what may go.

    `clock_was` is the last day on which the store was open, when the clock of the computer went back since;
    then nothing is offered. `migrated` says that the store was brought up to date, with a backup.
    """

    due: tuple[tuple[Summary, Due], ...] = ()
    offers: tuple[Summary, ...] = ()
    clock_was: date | None = None
    migrated: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return self == AtStart()


def at_start(keeper: Keeper) -> AtStart:
    """Return what is to be told when the store opens."""
    store, today = keeper.store, keeper.today()
    back = store.clock is Clock.SET_BACK
    return AtStart(
        tuple(store.due(min(today, date.max - AHEAD) + AHEAD, today)),
        tuple(store.expired(today)),
        store.last_seen if back else None,
        store.backup is not None,
    )


def keep_longer(keeper: Keeper, offered: Iterable[Summary]) -> None:
    """Keep what was offered, as the user answered; it is asked again later."""
    for summary in offered:
        keeper.store.keep_until(summary.id, prolonged(summary.kind, keeper.today()))


def _forget(keeper: Keeper, records: Iterable[tuple[str, int]]) -> Receipt:
    """Forget records, each with what its lines on the receipt begin with, and return one receipt."""
    places: list[Place] = []
    for name, record in records:
        receipt = keeper.store.forget(record)
        before = f"{name}: " if name else ""
        places += (Place(f"{before}{place.what}", place.gone) for place in receipt.places)
        if keeper.current == record:
            keeper.current = None
    return Receipt(tuple(places))


def forget_offered(keeper: Keeper, offered: Iterable[Summary]) -> Receipt:
    """Forget what was offered, as the user answered, and return one receipt; a line says of what it is."""
    return _forget(keeper, [(name_of(summary), summary.id) for summary in offered])


def kept_under(keeper: Keeper, label: str) -> dict[Kind, int]:
    """Return the ids of what is kept under a name that the user gave: a preparation, agreements, or both."""
    found = {kind: keeper.store.find(kind, label) for kind in NAMED_KINDS}
    return {kind: record for kind, record in found.items() if record is not None}


def forget_under(keeper: Keeper, found: Mapping[Kind, int]) -> Receipt:
    """Forget what `kept_under` found, and return one receipt; of two, a line says of which it is."""
    name = NAMED_KINDS.__getitem__ if len(found) > 1 else lambda _: ""
    return _forget(keeper, [(name(kind), record) for kind, record in found.items()])


def name_of(summary: Summary) -> str:
    """Return what something is called where it is shown: its label, or what it is."""
    names = {Kind.DRAFT: "Concept zonder naam", Kind.TALK: "Waar je was in je gesprek"}
    return names.get(summary.kind, summary.label)


def trust_clock(keeper: Keeper) -> None:
    """Take today for the right day after all."""
    keeper.store.trust_clock(keeper.today())


def _exported(kept: Kept) -> dict[str, Any]:
    summary, document = kept.summary, kept.document
    return {
        "soort": summary.kind.value,
        "naam": summary.label,
        "gemaakt": summary.made_on.isoformat(),
        "gewijzigd": summary.changed_on.isoformat(),
        "bewaren_tot": summary.keep_until.isoformat() if summary.keep_until else None,
        "dagen": [{"dag": due.day.isoformat(), "wat": due.what} for due in document.due],
        "bestanden": list(kept.outputs),
        "versie": document.version,
        "inhoud": document.body,
    }


def everything(keeper: Keeper) -> str:
    """Return all that is kept as JSON, with its line feed at the end.

    An object with "soort", "versie", "gemaakt", "bewaard" (a list: what it is, its label, its days, the files
    made of it, and its content) and "oefeningen" (how often, by scenario). The content of a preparation is
    the file form that `coach prep --import` reads.
    """
    store, today = keeper.store, keeper.today()
    data = {
        "soort": EXPORT_KIND,
        "versie": EXPORT_VERSION,
        "gemaakt": today.isoformat(),
        "bewaard": [_exported(kept) for kept in store.everything(today)],
        "oefeningen": Counter(one.scenario for one in kept_counts(keeper)),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def export_everything(keeper: Keeper, target: Path) -> None:
    """Write all that is kept in a file of the user's choice; raises InputError or a StoreError."""
    write_output(target, everything(keeper).encode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A file of the store: what it is, where, and how large; `size` is None when it is not there."""

    what: str
    path: Path
    size: int | None


def whereabouts(keeper: Keeper) -> list[Whereabouts]:
    """Return every place in which something is kept; nothing is opened. Raises StoreError."""
    place = keeper.place
    if place is None:
        keeper.folder  # noqa: B018  (says why there is none)
        return []
    named = [
        ("Je kluis, versleuteld", place.database),
        ("De sleutels, op slot met je wachtwoord", place.keys),
        ("Een kopie van die sleutels", place.keys_copy),
        *(("Reservekopie, versleuteld", path) for path in place.backups()),
    ]
    return [Whereabouts(what, path, _size(path)) for what, path in named]


@dataclass(frozen=True, slots=True)
class Health:
    """Whether keeping works here: the encryption, the folder, and whether a cloud service copies that."""

    encrypts: bool
    writable: bool
    copied_elsewhere: bool


def health(keeper: Keeper) -> Health:
    """Return whether keeping works here; nothing is opened and nothing is made."""
    folder = keeper.folder
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    writable = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    return Health(encrypts(), writable, keeper.is_copied_elsewhere)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
