"""`coach sheet --print`: to a printer that stands in, and to a real CUPS server with a queue for PDFs."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from coach.domain.conversation import Part
from coach.domain.preparation import Chosen, Fact, Preparation
from coach.storage.preparation_file import write_preparation
from tests.cli.world import call, process, world
from tests.printers import QUEUE, StandIn, cups_is_usable, cups_server, printed, printouts

pytestmark = pytest.mark.needs("posix")


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """A printer in the network, and an empty folder to work in."""
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    made = StandIn(tmp_path / "bin", monkeypatch)
    made.command()
    made.printer(device="ipp://print.example/gang")
    return made


def test_it_says_which_printer_warns_and_prints(system: StandIn) -> None:
    result = call("sheet", "--empty", "--print")
    assert (result.code, result.out) == (0, "")
    first, second, third = result.err.strip().splitlines()
    assert first == f"Je blad gaat naar printer {QUEUE}."
    assert "Anderen kunnen je blad zien" in second
    assert third == "Je blad is naar de printer gestuurd."
    assert system.sent.startswith(b"%PDF-")


@pytest.mark.parametrize(("answer", "is_sent"), [("\n", True), ("n\n", False), ("", False)])
def test_on_a_terminal_the_user_has_the_last_word(system: StandIn, answer: str, is_sent: bool) -> None:
    result = call("sheet", "--empty", "--print", into=world(answer, terminal=True))
    assert "Druk op Enter om te printen" in result.err
    assert bool(system.sent) is is_sent
    assert ("niets geprint" in result.err) is not is_sent


def test_what_is_left_out_is_said_before_it_is_printed(system: StandIn, tmp_path: Path) -> None:
    source = tmp_path / "x.json"
    bad = Preparation(
        facts=(Fact("Kwam om 9.40 uur."),),
        opening="Heb je een burn-out?",
        questions=tuple(Chosen(Part.NODIG, f"Wat heb je nodig op dag {day}?") for day in range(7)),
    )
    write_preparation(source, bad)
    result = call("sheet", "--from", str(source), "--print", "-o", "blad.pdf")
    assert result.code == 1
    lines = result.err.splitlines()
    assert lines[0].startswith("Je openingszin: dit komt niet op het blad.")
    assert lines[1].startswith("Vragen over wat nodig is, vraag 7: dit komt niet op het blad.")
    assert lines[2:4] == ["Het blad staat in blad.pdf.", f"Je blad gaat naar printer {QUEUE}."]
    assert Path("blad.pdf").read_bytes() == system.sent


def test_without_a_printer_it_says_so_and_where_the_file_is(system: StandIn) -> None:
    system.printer(default="")
    result = call("sheet", "--card", "--print", into=world(terminal=True))
    assert result.code == 3
    assert "Er is geen printer ingesteld." in result.err
    assert str(Path("gespreksblad.pdf").absolute()) in result.err
    assert Path("gespreksblad.pdf").stat().st_mode & 0o777 == 0o600


def grey(pdf: Path) -> bytes:
    """The first page as levels of grey, a byte for each dot; the queue turns text into mere shapes."""
    command = ["pdftoppm", "-gray", "-r", "20", "-singlefile", str(pdf)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def difference(one: bytes, other: bytes) -> int:
    """How much two pages differ in all dots together."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


@pytest.mark.needs("cups", "pdftotext")
@pytest.mark.xdist_group("cups")
def test_a_real_printer_gets_the_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the command to the paper, in a process of its own: what comes out looks like what was sent."""
    if not cups_is_usable():
        pytest.skip(
            "de wachtrij van CUPS start alleen als root; zo wel: sudo python3 scripts/test.py tests/cli"
        )
    source = tmp_path / "x.json"
    write_preparation(source, Preparation(opening="Ik wil weten hoe het met je gaat, beste coördinator."))
    with tempfile.TemporaryDirectory(prefix="cups") as place, cups_server(Path(place), monkeypatch):
        before = printouts()
        variables = {name: os.environ[name] for name in ("CUPS_SERVER", "PATH", "HOME")}
        done = process(["sheet", "--from", str(source), "--print"], env=variables)
        assert done.returncode == 0, done.stderr
        said = done.stderr.decode()
        assert f"Je blad gaat naar printer {QUEUE}." in said
        assert "deze printer maakt een bestand" in said
        paper = printed(before)
        try:
            came_out = grey(paper)
        finally:
            paper.unlink()
    for name, options in (("blad.pdf", ("--from", str(source))), ("leeg.pdf", ("--empty",))):
        assert call("sheet", *options, "-o", str(tmp_path / name)).code == 0
    sent, other = grey(tmp_path / "blad.pdf"), grey(tmp_path / "leeg.pdf")
    assert difference(sent, came_out) * 4 < difference(sent, other)
