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


class NoStoreError(StoreError):
    """Nothing was ever kept here: the store still has to be set up."""


class WrongPassphraseError(StoreError):
    """The passphrase, or the recovery code, does not open the store; nothing has changed."""


class StoreInUseError(StoreError):
    """Another copy of coach has the store open."""


class DamagedStoreError(StoreError):
    """What is kept cannot be read; the files are left as they are."""


class NewerStoreError(StoreError):
    """What is kept was written by a newer coach; the files are left as they are."""


class StoreFullError(StoreError):
    """The disk is full; what was kept before is still there."""


class ReadOnlyStoreError(StoreError):
    """The folder of the store cannot be written; what was kept before is still there."""


class NoEncryptionError(StoreError):
    """The library that encrypts is missing here, so nothing may be kept."""


class NotKeptError(UsageError):
    """Nothing is kept under that label."""


class LabelInUseError(UsageError):
    """Something else is kept under that label already."""


class NoTerminalError(CoachError):
    """A screen was asked for where there is no terminal to paint on (exit code 6)."""
