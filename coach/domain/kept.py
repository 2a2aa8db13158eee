"""What is kept, as values: a document under a label, when it is due, and until when it stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """The kinds of documents that can be kept; the value is what stands in the store and in an export."""

    PREPARATION = "voorbereiding"
    AGREEMENTS = "afspraken"
    DRAFT = "concept"
    TALK = "gesprek"
    REHEARSALS = "oefeningen"


@dataclass(frozen=True, slots=True)
class Due:
    """A day on which something is to be looked at; `what` is a word of ours ("evaluatie"), no free text."""

    day: date
    what: str


@dataclass(frozen=True, slots=True)
class Document:
    """Something to keep.

    `label` is the user's own name for it (one line). `body` can be written as JSON, `version` says of which
    form it is. `keep_until` is the last day on which it is kept unasked, None for always; see `retention`.
    """

    kind: Kind
    label: str
    version: int
    body: Mapping[str, Any]
    keep_until: date | None = None
    due: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list tells of something that is kept; `next_due` is its first day from the asked day on."""

    id: int
    kind: Kind
    label: str
    made_on: date
    changed_on: date
    keep_until: date | None = None
    next_due: date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list by day; `due` is its earliest day, also one that is past, None where it has none."""

    id: int
    label: str
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is kept, with all there is about it."""

    summary: Summary
    document: Document
    outputs: tuple[str, ...] = ()
    """Files that the user had made of it, as far as coach knows."""


class Gone(StrEnum):
    """How it stands with one place after forgetting."""

    WIPED = "gewist"
    NOTHING = "stond er niet"
    LEFT = "staat er nog"


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a receipt: a place that was looked at, and how it stands; `what` is a Dutch phrase."""

    what: str
    gone: Gone


@dataclass(frozen=True, slots=True)
class Receipt:
    """What forgetting did, place by place."""

    places: tuple[Place, ...] = field(default=())

    @property
    def all_gone(self) -> bool:
        """Whether nothing is left in any place that coach knows of."""
        return all(place.gone is not Gone.LEFT for place in self.places)
