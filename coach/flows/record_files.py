"""Agreements in files that the user names: open, save, take along as a copy or to a calendar, throw away."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from coach.domain.agreements import Record, moments
from coach.domain.errors import InputError, UsageError
from coach.flows.agree import Refused, copy_of, keepable
from coach.flows.save import Form, rendered
from coach.library.load import Library
from coach.storage.agreements_file import read_record, write_record
from coach.storage.output import shown_name, write_output

JSON = ".json"


class CopyForm(StrEnum):
    """The forms in which agreements can be taken along; the value is the ending of the file."""

    PDF = ".pdf"
    HTML = ".html"
    MARKDOWN = ".md"
    TEXT = ".txt"
    CALENDAR = ".ics"
    DATA = JSON


WRONG_ENDING = (
    "Laat de naam eindigen op .pdf, .html, .md, .txt, .ics (agenda) of .json (om later verder te gaan)."
)
NO_MOMENTS = "Er is geen datum afgesproken. Er komt dus niets in je agenda."


def copy_form(path: Path) -> CopyForm:
    """Return the form that the ending of a name asks for; raises UsageError for an ending without one."""
    try:
        return CopyForm(path.suffix.lower())
    except ValueError:
        raise UsageError(WRONG_ENDING) from None


def is_file_name(name: str) -> bool:
    """Whether a name that was typed means a file rather than a label."""
    return name.lower().endswith(JSON)


def calendar_bytes(record: Record, made_at: datetime) -> bytes:
    """Return the calendar file of all that was planned; raises UsageError when nothing was."""
    from coach.render.calendar import calendar_file

    planned = moments(record)
    if not planned:
        raise UsageError(NO_MOMENTS)
    return calendar_file(record.uid, planned, record.revision, made_at)


def export_record(library: Library, record: Record, target: Path, made_at: datetime) -> tuple[Refused, ...]:
    """Write what may be written of a record, in the form of the ending of `target`; return what was left out.

    `made_at` is the moment of writing, with its time zone. Raises CoachError with what stands in the way.
    """
    form = copy_form(target)
    kept, refused = keepable(library.guard, record)
    match form:
        case CopyForm.DATA:
            write_record(target, kept)
        case CopyForm.CALENDAR:
            write_output(target, calendar_bytes(kept, made_at))
            return ()
        case _:
            sheet, _ = copy_of(library, kept)
            write_output(target, rendered(sheet, Form(form.value)))
    return refused


def open_record(source: Path) -> Record:
    """Return the agreements in a file; raises CoachError with what is wrong with it."""
    return read_record(source)


def forget_file(target: Path) -> tuple[str, ...]:
    """Throw away a file of agreements, and say so; raises InputError when it is none, or cannot be removed.

    Copies, prints and calendars are not known to coach: the sentences say so.
    """
    read_record(target)
    try:
        target.unlink()
    except OSError:
        raise InputError(f"{shown_name(target)} weggooien lukt niet. Gooi het zelf weg.") from None
    return (
        f"{shown_name(target)}: weg.",
        "Een afdruk, een PDF of een moment in je agenda gooi je zelf weg.",
    )
