"""What can go wrong, one class for each exit code; the message is one Dutch sentence for the user.

A message never holds text that the user typed: it may name a file, a line, an option or a field.
"""

from __future__ import annotations


class CoachError(Exception):
    """Base of all expected errors; `str(error)` is what the user reads."""


class UsageError(CoachError):
    """The command was called in a way that it does not know (exit code 2)."""


class InputError(CoachError):
    """A file or stream that the user named cannot be read or written (exit code 3)."""


class ContentError(CoachError):
    """The coach's content, or an organisation's own, is missing or wrong (exit code 4)."""


class StoreError(CoachError):
    """What is kept is locked, damaged, or opened with a wrong passphrase (exit code 5)."""


class NoTerminalError(CoachError):
    """A screen was asked for where there is no terminal to paint on (exit code 6)."""
