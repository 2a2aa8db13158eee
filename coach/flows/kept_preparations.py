"""Preparations in the store: keeping one under a label, opening it, forgetting it, and its draft."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coach.domain.dates import DateNotUnderstood, parse_date
from coach.domain.errors import InputError, LabelInUseError, UsageError
from coach.domain.guard import Guard
from coach.domain.kept import Document, Kind, Receipt, Summary
from coach.domain.preparation import Preparation
from coach.domain.retention import preparation_until
from coach.domain.text import one_line
from coach.flows.keep import keepable, label_refused
from coach.flows.keeper import Keeper, State
from coach.flows.sift import Refusal
from coach.library.load import Library
from coach.storage.json_form import WrongFormError
from coach.storage.preparation_form import VERSION, as_data, from_data

_LABEL_REFUSED = "Deze naam mag je niet bewaren. Kies een naam zonder klacht of reden erin."
_NEW = "nieuw"
_WORDS_OF_A_DAY = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """A preparation as it was when coach last ended, `of` the kept one with this id, None for a new one."""

    preparation: Preparation
    of: int | None
    day: date


def talk_on(preparation: Preparation, today: date) -> date | None:
    """Return the day of the talk where the moment begins with one, as in "donderdag om tien uur"."""
    words = preparation.moment.replace(",", " ").split()
    for count in range(min(_WORDS_OF_A_DAY, len(words)), 0, -1):
        try:
            return parse_date(" ".join(words[:count]), today, past=False)
        except DateNotUnderstood:
            continue
    return None


def _document(preparation: Preparation, today: date) -> Document:
    until = preparation_until(today, talk_on(preparation, today))
    return Document(Kind.PREPARATION, preparation.label, VERSION, as_data(preparation), until)


def _preparation(body: object) -> Preparation:
    """The preparation in a document of the store; raises InputError when it is not of the form of one."""
    try:
        return from_data(body)
    except WrongFormError as error:
        raise InputError(f"Deze voorbereiding klopt niet: {error}.") from None


def keep(
    keeper: Keeper, library: Library, guard: Guard, preparation: Preparation, *, replaces: bool = False
) -> tuple[Preparation, tuple[Refusal, ...]]:
    """Keep what may be kept of a preparation, under its label, and return that and what was left out.

    One that is being changed (`keeper.current`) stays the same one, also under another label. Its draft goes.
    Raises UsageError for a label that may not be kept, LabelInUseError when another has it and it may not
    come in its place (`replaces`), or a StoreError.
    """
    named = replace(preparation, label=one_line(preparation.label))
    if label_refused(guard, named) is not None:
        raise UsageError(_LABEL_REFUSED)
    kept, refused = keepable(library, guard, named)
    store, today = keeper.store, keeper.today()
    there = store.find(Kind.PREPARATION, kept.label)
    if there is not None and there != keeper.current and not replaces:
        raise LabelInUseError("Onder die naam is al een voorbereiding bewaard.")
    drafts = {keeper.current}
    before = keeper.current if there is None else there
    keeper.current = store.save(_document(kept, today), today, replaces=before)
    for of in drafts | {keeper.current}:
        drop_draft(keeper, of)
    return kept, refused


def kept_preparations(keeper: Keeper) -> list[Summary]:
    """Return the preparations that are kept, the last changed first."""
    return keeper.store.summaries(Kind.PREPARATION, keeper.today())


def open_kept(keeper: Keeper, record: int) -> Preparation:
    """Return a kept preparation, which from now on is the one that is being changed.

    Its draft comes in its place when there is one. Raises NotKeptError or a StoreError.
    """
    kept = keeper.store.load(record, keeper.today())
    draft = _draft(keeper, _draft_record(keeper, record))
    if draft is not None:
        preparation = draft.preparation
    else:
        preparation = replace(_preparation(kept.document.body), label=kept.summary.label)
    keeper.current = record
    return preparation


def find_kept(keeper: Keeper, label: str) -> int | None:
    """Return the id of the preparation that is kept under a label, None when there is none."""
    return keeper.store.find(Kind.PREPARATION, label)


def forget_kept(keeper: Keeper, record: int) -> Receipt:
    """Forget a preparation, and its draft with it; what is filled in on the screen is not kept any more."""
    receipt = keeper.store.forget(record)
    if keeper.current == record:
        keeper.current = None
    return receipt


def note_output(keeper: Keeper, target: Path) -> None:
    """Remember that a file was made of the kept preparation that is being changed, for when it is forgotten.

    Does nothing when there is none, or when the store is closed.
    """
    if keeper.state is State.OPEN and keeper.current is not None:
        keeper.store.note_output(keeper.current, Path(os.path.abspath(target)))


def _draft_record(keeper: Keeper, of: int | None) -> int | None:
    return keeper.store.find(Kind.DRAFT, _draft_label(of))


def _draft_label(of: int | None) -> str:
    """A draft for each kept preparation, and one for a new one: none takes the place of another."""
    return _NEW if of is None else str(of)


def save_draft(keeper: Keeper, library: Library, guard: Guard, preparation: Preparation) -> None:
    """Put what may be kept of a preparation in the store as a draft, so that a closed window loses nothing.

    Nothing to keep, or nothing else than what is kept already: then there is no draft.
    """
    kept, _refused = keepable(library, guard, preparation)
    if kept.is_empty or kept == _saved(keeper):
        drop_draft(keeper, keeper.current)
        return
    today = keeper.today()
    body = {"van": keeper.current, "voorbereiding": as_data(kept)}
    label = _draft_label(keeper.current)
    document = Document(Kind.DRAFT, label, VERSION, body, preparation_until(today))
    keeper.store.save(document, today, replaces=_draft_record(keeper, keeper.current))


def _saved(keeper: Keeper) -> Preparation | None:
    """The preparation that is being changed, as it was last saved."""
    if keeper.current is None:
        return None
    return _preparation(keeper.store.load(keeper.current, keeper.today()).document.body)


def find_draft(keeper: Keeper, record: int | None = None) -> Draft | None:
    """Return the draft with this id, else the last one in the store, None when there is none."""
    if record is not None:
        return _draft(keeper, record)
    last = keeper.store.summaries(Kind.DRAFT, keeper.today(), limit=1)
    return _draft(keeper, last[0].id) if last else None


def unnamed_drafts(keeper: Keeper) -> list[Summary]:
    """Return the draft of a preparation that was never kept under a label; there is one at most."""
    drafts = keeper.store.summaries(Kind.DRAFT, keeper.today())
    return [summary for summary in drafts if summary.label == _NEW]


def _draft(keeper: Keeper, record: int | None) -> Draft | None:
    if record is None:
        return None
    kept = keeper.store.load(record, keeper.today())
    body = kept.document.body
    return Draft(_preparation(body.get("voorbereiding")), body.get("van"), kept.summary.changed_on)


def take_draft(keeper: Keeper, draft: Draft) -> Preparation:
    """Go on with a draft; from now on what it was made of is being changed."""
    keeper.current = draft.of
    return draft.preparation


def drop_draft(keeper: Keeper, of: int | None) -> None:
    """Take the draft of a kept preparation away, or of a new one (None), where there is one."""
    record = _draft_record(keeper, of)
    if record is not None:
        keeper.store.discard(record)
