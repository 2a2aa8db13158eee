"""Writing what the user asked to be written: a sheet in the form that its name asks for, or a preparation."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from coach.domain.errors import UsageError
from coach.domain.preparation import Preparation
from coach.domain.sheet import Sheet
from coach.storage.output import write_output
from coach.storage.preparation_file import read_preparation, write_preparation

FILE_WIDTH = 80
"""Columns of a sheet that is written as text: what fits an A4 in most editors and printers."""


class Form(StrEnum):
    """The forms in which a sheet can be saved; the value is the ending of the file."""

    PDF = ".pdf"
    HTML = ".html"
    MARKDOWN = ".md"
    TEXT = ".txt"


_WRONG_ENDING = "Laat de naam van het blad eindigen op .pdf, .html, .md of .txt."


def named_path(name: str) -> Path:
    """Return the file that a typed name means; ~ is the user's own folder, where that is known."""
    path = Path(name)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def form_of(path: Path) -> Form:
    """Return the form that the ending of a name asks for; raises UsageError for an ending without one."""
    try:
        return Form(path.suffix.lower())
    except ValueError:
        raise UsageError(_WRONG_ENDING) from None


def rendered(sheet: Sheet, form: Form) -> bytes:
    """Return the sheet as the bytes of a file; raises CoachError where the typesetter of PDF is missing."""
    match form:
        case Form.PDF:
            from coach.render.pdf import sheet_as_pdf

            return sheet_as_pdf(sheet)
        case Form.HTML:
            from coach.render.html import sheet_as_html

            return sheet_as_html(sheet).encode("utf-8")
        case Form.MARKDOWN:
            from coach.render.markdown import sheet_as_markdown

            return sheet_as_markdown(sheet).encode("utf-8")
        case Form.TEXT:
            from coach.render.text import sheet_as_text

            return sheet_as_text(sheet, FILE_WIDTH).encode("utf-8")


def save_sheet(sheet: Sheet, target: Path) -> None:
    """Write the sheet to a file in the form of its ending; raises CoachError with what stands in the way."""
    write_output(target, rendered(sheet, form_of(target)))


def save_preparation(preparation: Preparation, target: Path) -> None:
    """Write the file form of a preparation; raises CoachError with what stands in the way."""
    write_preparation(target, preparation)


def open_preparation(source: Path) -> Preparation:
    """Return the preparation in a file; raises CoachError with what is wrong with it."""
    return read_preparation(source)
