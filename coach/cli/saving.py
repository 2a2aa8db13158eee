"""Writing what the user asked to be written: a sheet in the form that its name asks for, or a preparation."""

from __future__ import annotations

from pathlib import Path

from coach.domain.errors import UsageError
from coach.domain.preparation import Preparation
from coach.domain.sheet import Sheet

ENDINGS = (".pdf", ".html", ".md", ".txt")
FILE_WIDTH = 80
"""Columns of a sheet that is written as text: what fits an A4 in most editors and printers."""


def named_path(name: str) -> Path:
    """Return the file that a typed name means; ~ is the user's own folder, where that is known."""
    path = Path(name)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def rendered(sheet: Sheet, ending: str) -> bytes:
    """Return the sheet as the bytes of a file with this ending; raises UsageError for an unknown one."""
    match ending.lower():
        case ".pdf":
            from coach.render.pdf import sheet_as_pdf

            return sheet_as_pdf(sheet)
        case ".html":
            from coach.render.html import sheet_as_html

            return sheet_as_html(sheet).encode("utf-8")
        case ".md":
            from coach.render.markdown import sheet_as_markdown

            return sheet_as_markdown(sheet).encode("utf-8")
        case ".txt":
            from coach.render.text import sheet_as_text

            return sheet_as_text(sheet, FILE_WIDTH).encode("utf-8")
    raise UsageError(f"Laat de naam van het blad eindigen op {', '.join(ENDINGS[:-1])} of {ENDINGS[-1]}.")


def save_sheet(sheet: Sheet, target: Path) -> None:
    """Write the sheet to a file in the form of its ending; raises CoachError with what stands in the way."""
    from coach.storage.output import write_output

    write_output(target, rendered(sheet, target.suffix))


def save_preparation(preparation: Preparation, target: Path) -> None:
    """Write the file form of a preparation; raises CoachError with what stands in the way."""
    from coach.storage.preparation_file import write_preparation

    write_preparation(target, preparation)
