"""Which printer is the one, who may stand beside it, and what it is sent."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from coach.flows.print_sheet import NotOnPaperError, announcement, print_sheet
from coach.printing.printer import Printer, Reach, default_printer
from tests.printers import QUEUE, StandIn
from tests.unit.samples import TYPICAL, sheet_of

pytestmark = pytest.mark.needs("posix")
SHEET = sheet_of(TYPICAL)
NEAR = Printer(QUEUE, Reach.NEAR)


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """A printing system in which nothing is there yet, and an empty folder to work in."""
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    return StandIn(tmp_path / "bin", monkeypatch)


@pytest.mark.parametrize(
    ("device", "reach"),
    [
        ("usb://HP/LaserJet?serial=1", Reach.NEAR),
        ("hp:/usb/OfficeJet?serial=1", Reach.NEAR),
        ("ipp://localhost:60000/ipp/print", Reach.NEAR),
        ("dnssd://HP%20Envy%20%28USB%29._ipp._tcp.local/", Reach.NEAR),
        ("hp:/net/OfficeJet?ip=10.0.0.2", Reach.SHARED),
        ("ipp://print.example/printers/gang", Reach.SHARED),
        ("socket://10.0.0.2:9100", Reach.SHARED),
        ("implicitclass://gang/", Reach.SHARED),
        ("cups-pdf:/", Reach.FILE),
        ("///var/uit.pdf", Reach.FILE),
        ("", Reach.UNKNOWN),
    ],
)
def test_whom_a_printer_may_show_a_sheet_to(system: StandIn, device: str, reach: Reach) -> None:
    system.command()
    system.printer(device=device)
    assert default_printer() == Printer(QUEUE, reach)


def test_which_printer_is_meant(system: StandIn) -> None:
    assert default_printer() is None
    system.command("lpr")
    assert default_printer() == Printer("", Reach.UNKNOWN)
    system.printer(default="", others="enige")
    assert default_printer() == Printer("enige", Reach.NEAR)
    system.printer(default="", others="een\ntwee")
    assert default_printer() is None


def test_what_is_said_before() -> None:
    assert announcement(NEAR) == (f"Je blad gaat naar printer {QUEUE}.",)
    for reach, word in ((Reach.SHARED, "netwerk"), (Reach.FILE, "bestand"), (Reach.UNKNOWN, "weet niet")):
        assert word in announcement(Printer("gang", reach))[1]
    assert "\x1b" not in announcement(Printer("a\x1b[31mb", Reach.NEAR))[0]
    assert "geen printer" in announcement(None)[0]


@pytest.mark.parametrize(
    ("command", "options"),
    [("lp", f"lp -t Blad -o media=A4 -d {QUEUE}"), ("lpr", f"lpr -J Blad -P {QUEUE}")],
)
def test_the_pdf_is_sent_without_a_file(system: StandIn, command: str, options: str) -> None:
    system.command(command)
    assert print_sheet(SHEET, NEAR) == "Je blad is naar de printer gestuurd."
    assert system.options == options
    assert system.sent.startswith(b"%PDF-")
    assert list(Path.cwd().iterdir()) == []


def test_a_printer_that_refuses_leaves_the_pdf_and_what_the_computer_said(system: StandIn) -> None:
    system.command(code=1, says="lp: Error - het papier \x1b[31mis op")
    Path("gespreksblad.pdf").write_text("van mij")
    with pytest.raises(NotOnPaperError) as caught:
        print_sheet(SHEET, NEAR)
    assert "het papier" in str(caught.value) and "\x1b" not in str(caught.value)
    assert "gespreksblad-2.pdf" in str(caught.value)
    assert Path("gespreksblad.pdf").read_text() == "van mij"
    assert Path("gespreksblad-2.pdf").read_bytes().startswith(b"%PDF-")


def test_without_a_printer_or_a_command_it_says_where_the_pdf_is(system: StandIn) -> None:
    saved = Path.cwd() / "blad.pdf"
    for printer in (None, NEAR):
        with pytest.raises(NotOnPaperError, match=r"hier/blad\.pdf"):
            print_sheet(SHEET, printer, saved)
    assert list(Path.cwd().iterdir()) == []


class Windows:
    """What coach asks of Windows: the registry, and a program to start a file with."""

    HKEY_CURRENT_USER = 1

    def __init__(self, device: str, *, prints: bool = True) -> None:
        self.device = device
        self.prints = prints
        self.started: list[tuple[str, ...]] = []

    def OpenKey(self, root: int, place: str) -> Any:  # noqa: N802
        """A key, as a context."""
        return nullcontext()

    def QueryValueEx(self, key: object, name: str) -> tuple[str, int]:  # noqa: N802
        """The value of the one name there is."""
        assert name == "Device"
        return self.device, 1

    def startfile(self, *words: str) -> None:
        """Start a file; Edge has no way to print it without being opened."""
        self.started.append(words)
        if words[1:] and not self.prints:
            raise OSError(1155, "no association")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Windows:
    """A Windows with a printer, in an empty folder."""
    made = Windows("HP,winspool,USB001")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", made)
    monkeypatch.setattr(os, "startfile", made.startfile, raising=False)
    return made


@pytest.mark.parametrize(
    ("device", "printer"),
    [
        ("HP,winspool,USB001", Printer("HP", Reach.NEAR)),
        (r"\\server\gang,winspool,Ne00:", Printer(r"\\server\gang", Reach.SHARED)),
        ("HP,winspool,IP_10.0.0.2", Printer("HP", Reach.SHARED)),
        ("Microsoft Print to PDF,winspool,PORTPROMPT:", Printer("Microsoft Print to PDF", Reach.FILE)),
        ("HP,winspool,Ne00:", Printer("HP", Reach.UNKNOWN)),
        (",,", None),
    ],
)
def test_the_printer_of_windows(windows: Windows, device: str, printer: Printer | None) -> None:
    windows.device = device
    assert default_printer() == printer


def test_windows_prints_a_file_or_opens_it(windows: Windows, tmp_path: Path) -> None:
    file = tmp_path / "gespreksblad.pdf"
    assert str(file) in print_sheet(SHEET, NEAR)
    assert windows.started == [(str(file), "print")]
    assert file.read_bytes().startswith(b"%PDF-")
    windows.prints = False
    assert "Ctrl+P" in print_sheet(SHEET, NEAR, file)
    assert windows.started[1:] == [(str(file), "print"), (str(file),)]
    assert list(tmp_path.iterdir()) == [file]
