"""On a real terminal: what was typed is in the store when the window closes in the middle of it."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

import pytest

from coach.domain.kept import Kind
from tests.unit.storage.stores import PASSPHRASE, content, made

pytestmark = pytest.mark.needs("pty")
if sys.platform != "win32":
    from tests.tui.terminal import Terminal

TYPED = "lokaal 47"
APP = f"""
import sys
from datetime import date
from pathlib import Path
from coach.flows import draft_pause
from coach.flows.keeper import Keeper
from coach.library.load import load_library
from coach.storage.place import StorePlace
from coach.tui.app import run_app
from coach.tui.keeping import Keeping
from coach.tui.session import Session
draft_pause.PAUSE = draft_pause.LONGEST = 600.0  # so that no pause saves it
keeper = Keeper(StorePlace(Path(%r)))
keeper.passphrase = {PASSPHRASE!r}
%s
sys.exit(run_app(load_library(), Session(keeper=keeper), "prepare"))
"""


@pytest.mark.parametrize(
    ("name", "change", "saved"),
    [("SIGHUP", "", True), ("SIGTERM", "", True), ("SIGHUP", "Keeping.finish = lambda self: None", False)],
    ids=["window closed", "told to end", "without the saving at the end"],
)
def test_the_last_words_are_saved_at_a_signal(tmp_path: Path, name: str, change: str, saved: bool) -> None:
    made(tmp_path).close()
    with Terminal(APP % (str(tmp_path), change)) as terminal:
        terminal.wait_for("Stap 1 van 10")
        lock = tmp_path / "kluis" / "slot"
        terminal.wait_until(lambda: lock.read_text() == str(terminal.process.pid), "de kluis bleef dicht")
        terminal.send(b"3")
        terminal.wait_for("Stap 3 van 10")
        terminal.send(f"\t{TYPED}\t".encode())
        terminal.wait_for("Dit kun je zo opschrijven")
        terminal.signal(getattr(signal, name))
        assert terminal.ended_within(5)
        assert terminal.process.returncode == 130
    found = [kept for kept in content(tmp_path) if kept.summary.kind is Kind.DRAFT]
    assert (TYPED.split()[1] in json.dumps([kept.document.body for kept in found])) is saved
    assert TYPED.encode() not in terminal.output.split(b"\x1b[?1049l")[-1]
