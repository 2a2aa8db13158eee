"""Printing a sheet: what is said before, sending it, and where the PDF is when that fails.

A sheet is printed without a file where that can be; one is written where printing needs it or fails.
"""

from __future__ import annotations

from pathlib import Path

from coach.domain.errors import InputError
from coach.domain.sheet import Sheet
from coach.domain.text import one_line
from coach.flows.save import Form, rendered
from coach.printing.printer import Printer, Reach, default_printer
from coach.printing.send import NotPrinted, Outcome, needs_a_file, send_file, send_pdf
from coach.storage.output import write_output

__all__ = ["NotOnPaperError", "Printer", "announcement", "default_printer", "print_sheet"]

NAME = "gespreksblad"
"""What the PDF is called when it has to be written and no name was given."""

_WARNINGS = {
    Reach.NEAR: "",
    Reach.SHARED: "Let op: dit is een printer in het netwerk. Anderen kunnen je blad zien. Ga er nu heen.",
    Reach.FILE: "Let op: deze printer maakt een bestand en geen papier. Gooi dat bestand na het gesprek weg.",
    Reach.UNKNOWN: "Let op: coach weet niet waar deze printer staat. Zorg dat je erbij bent.",
}
_BY_HAND = "Open het en print het daar. Gooi het bestand daarna weg."


class NotOnPaperError(InputError):
    """The sheet was not printed; the message says why, and where the PDF is."""


def announcement(printer: Printer | None) -> tuple[str, ...]:
    """Return what the user is told before anything is sent: which printer, and who may see it there."""
    if printer is None:
        return ("Er is geen printer ingesteld op deze computer.",)
    name = f"printer {one_line(printer.name)}" if printer.name else "de printer van deze computer"
    return tuple(filter(None, (f"Je blad gaat naar {name}.", _WARNINGS[printer.reach])))


def _free_place() -> Path:
    """The first name in this folder that is not in use yet."""
    number, place = 1, Path(f"{NAME}{Form.PDF.value}")
    while place.exists():
        number += 1
        place = Path(f"{NAME}-{number}{Form.PDF.value}")
    return place.absolute()


def _kept(data: bytes, saved: Path | None) -> Path:
    """Where the PDF is; it is written when it was not yet."""
    if saved is not None:
        return saved
    place = _free_place()
    write_output(place, data)
    return place


def print_sheet(sheet: Sheet, printer: Printer | None, saved: Path | None = None) -> str:
    """Print the sheet, and return what became of it in one sentence.

    `saved` is the PDF of this sheet where the user had one written. Raises NotOnPaperError, which says where
    the PDF is, when there is no printer or it does not take the sheet; InputError when no PDF can be made.
    Takes up to half a minute.
    """
    data = rendered(sheet, Form.PDF)
    if printer is None:
        place = one_line(str(_kept(data, saved)))
        raise NotOnPaperError(f"Er is geen printer ingesteld. Je blad staat in {place}. {_BY_HAND}")
    if needs_a_file():
        saved = _kept(data, saved)
    try:
        outcome = send_pdf(data, printer) if saved is None or not needs_a_file() else send_file(saved)
    except NotPrinted as error:
        said = f' De computer meldt: "{error}".' if str(error) else ""
        place = one_line(str(_kept(data, saved)))
        raise NotOnPaperError(f"Printen lukt niet.{said} Je blad staat in {place}. {_BY_HAND}") from None
    rest = "" if saved is None else f" Gooi {one_line(str(saved))} na het gesprek weg."
    if outcome is Outcome.OPENED:
        return f"Je blad staat open. Druk op Ctrl+P om te printen.{rest}"
    return f"Je blad is naar de printer gestuurd.{rest}"
