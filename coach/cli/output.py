"""The only writer of stdout: data, and the lines that a command is asked for."""

from __future__ import annotations

import json

from coach.cli.encoding import encoding_of, fit, is_utf8
from coach.domain.errors import InputError
from coach.domain.text import clean_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coach.cli.environment import Environment

STRONG, CALM, GOOD, CAREFUL, FORBIDDEN = "1", "2", "32", "33", "31"
"""Styles of a piece of text, as the numbers that a terminal knows; each only beside a word."""


class Output:
    """Writes lines on stdout. Foreign text comes out cleaned, so no escape code of it reaches a terminal.

    Raises BrokenPipeError when the reader has gone, InputError when the stream cannot be written.
    """

    def __init__(self, environment: Environment) -> None:
        self._stream = environment.stdout
        self._encoding = encoding_of(self._stream) if self._stream is not None else "utf-8"
        self._colours = environment.colours
        self.width = environment.width

    def _write(self, text: str, *, flush: bool) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(fit(text, self._encoding))
            if flush:
                self._stream.flush()
        except BrokenPipeError:
            raise
        except (OSError, ValueError) as error:
            raise InputError("Coach kan zijn antwoord niet wegschrijven. Is de schijf vol?") from error

    def line(self, text: str = "", style: str = "") -> None:
        """Write one line, or more when `text` has newlines; `style` is used on a terminal with colours."""
        clean = clean_text(text)
        styled = f"\x1b[{style}m{clean}\x1b[0m" if style and clean and self._colours else clean
        self._write(styled + "\n", flush=False)

    def lines(self, texts: list[str]) -> None:
        """Write each text on a line of its own."""
        for text in texts:
            self.line(text)

    def prompt(self, text: str) -> None:
        """Write a question and leave the cursor behind it."""
        self._write(clean_text(text), flush=True)

    def record(self, value: dict[str, object]) -> None:
        """Write one JSON object on a line and send it off at once.

        Where the stream is not UTF-8 the object is written in ASCII, which is the same JSON.
        """
        self._write(json.dumps(value, ensure_ascii=not is_utf8(self._encoding)) + "\n", flush=True)

    def flush(self) -> None:
        """Send off all that was written."""
        self._write("", flush=True)
