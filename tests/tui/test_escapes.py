"""No control text of a user or of the content reaches a real terminal (reliability, T2, M11)."""

from __future__ import annotations

import sys
import time

import pytest

from tests.tui.hostile import ESCAPES

pytestmark = pytest.mark.needs("pty")
if sys.platform != "win32":
    from tests.tui.terminal import PASTE, READY, START, Terminal

FOREIGN = {
    "OSC 52": (b"\x1b]52", b"R0VIRUlN\x07"),
    "OSC 0": (b"\x1b]0;",),
    "OSC 8": (b"\x1b]8;;https",),
    "CSI": (b"\x1b[5i", b"\x1b[?5h"),
    "DCS": (b"\x1bPq",),
    "APC": (b"\x1b_G",),
    "C1": ("\x9b".encode(), "\x9d".encode(), "\x9c".encode()),
    "bidi": ("\u202e".encode(), "\u2066".encode()),
    "bel": (b"GEKAAPT\x07", b"\x08", b"\x7f", b"\x0c"),
}
"""What may not come out, by family; the app itself writes none of it."""

HOSTILE = START.replace("load_library()", "HostileLibrary(load_library(), tuple(ESCAPES.values()))").replace(
    "import sys\n", "import sys\nfrom tests.tui.hostile import ESCAPES, HostileLibrary\n"
)
"""The app with a library of control texts."""

UNCLEAN = HOSTILE.replace(
    "sys.exit(",
    "from coach.tui import texts\nimport coach.tui.widgets.text_field as f\n"
    "texts.clean_text = lambda text: text\nf.clean_text = lambda text: text\nsys.exit(",
)
"""The same with the cleaning taken away."""


def _leaks(output: bytes) -> list[str]:
    return [name for name, signs in FOREIGN.items() if any(sign in output for sign in signs)]


def _walk(terminal: Terminal) -> bytes:
    """Paste every control text in the check field, open card and naslag; return what was painted."""
    terminal.wait_for("Noodkaart")
    time.sleep(0.4)
    start = len(terminal.output)
    terminal.send(b"6")
    terminal.wait_for("Zin toetsen", since=start)
    for text in ESCAPES.values():
        terminal.send(PASTE % text.encode("utf-8", "surrogateescape"))
        time.sleep(0.1)
    at = len(terminal.output)
    terminal.send(b"\x1b[20~")
    terminal.wait_for("Meer lezen", since=at)
    for keys in (b"\x1b", b"\x1b", b"7", b"\x1b[B", b"\r", b"\x1b[6~"):
        terminal.send(keys)
        time.sleep(0.5)
    return terminal.output[start:]


def test_no_control_text_reaches_the_terminal() -> None:
    with Terminal(HOSTILE) as terminal:
        assert _leaks(_walk(terminal)) == []
        terminal.send(b"\x11")
        assert terminal.ended_within(5)
        assert terminal.process.returncode == 0


def test_without_the_cleaning_they_do() -> None:
    with Terminal(UNCLEAN) as terminal:
        assert len(_leaks(_walk(terminal))) >= 4


def test_the_app_itself_writes_none_of_these() -> None:
    with Terminal() as terminal:
        terminal.wait_for(READY)
        assert _leaks(terminal.output) == []
