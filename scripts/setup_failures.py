"""Why a set-up failed, as one Dutch sentence that says what is wrong and what to do."""

from __future__ import annotations

import errno
import re
import sys
from enum import Enum

from oldest_python import IMPOSSIBLE

OWN_FAULT = 70
INTERRUPTED = 130

AGAIN = "en geef dezelfde opdracht opnieuw"


class SetupError(Exception):
    """The set-up cannot go on; `str(error)` is the sentence for the user, `code` the exit code."""

    def __init__(self, sentence: str, code: int = IMPOSSIBLE) -> None:
        super().__init__(sentence)
        self.code = code


class Cause(Enum):
    """What stands in the way; the value is the sentence."""

    NO_VENV = (
        "Deze Python kan geen eigen omgeving maken (venv of ensurepip ontbreekt): installeer die, op Debian "
        f"en Ubuntu met 'sudo apt install python3-venv', {AGAIN}."
    )
    NO_NETWORK = (
        "Coach haalt één keer onderdelen op en daarvoor is er geen verbinding: zet het netwerk aan, of stel "
        f"de proxy van je organisatie in, {AGAIN}."
    )
    DISK_FULL = f"De schijf is vol: maak ongeveer 300 MB vrij (voor de controles 1 GB) {AGAIN}."
    READ_ONLY = (
        "In de map van coach mag je niet schrijven: zet die map op een plek waar dat wel mag, bijvoorbeeld "
        f"bij je eigen bestanden, {AGAIN}."
    )
    IN_USE = f"Een ander programma houdt bestanden van coach vast: sluit coach overal af {AGAIN}."
    WRONG_HASH = (
        "Een opgehaald onderdeel is niet wat het moet zijn en is dus niet geïnstalleerd: probeer het op een "
        "ander netwerk of later opnieuw, en meld het aan de makers als het zo blijft."
    )
    NO_BUILD = (
        "Een onderdeel van coach bestaat niet voor Python {python} op deze computer: installeer Python 3.12 "
        "en geef dezelfde opdracht daarmee opnieuw."
    )
    UNKNOWN = f"Het klaarzetten van coach lukte niet: lees in {{log}} wat er misging, herstel dat {AGAIN}."

    def error(self, log: str = "") -> SetupError:
        """Return this cause as an error; `log` names the file with what the installer said."""
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        return SetupError(self.value.format(python=python, log=log or "de regels hierboven"))


# In this order: a full disk may also break a connection, and pip ends every failure with "No matching".
_SIGNS = (
    (Cause.DISK_FULL, r"No space left on device|Disk quota exceeded|not enough space on the disk"),
    (Cause.READ_ONLY, r"Read-only file system|Permission denied|Access is denied|os error 13\b"),
    (Cause.IN_USE, r"used by another process|WinError 32"),
    (Cause.WRONG_HASH, r"DO NOT MATCH THE HASHES|Hash mismatch"),
    (
        Cause.NO_NETWORK,
        r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|ProtocolError"
        r"|Connection (?:refused|reset|aborted)|timed? ?out|name resolution|dns error|tcp connect error"
        r"|error sending request|Network is unreachable|Failed to fetch|connectivity is disabled",
    ),
    (Cause.NO_BUILD, r"No matching distribution|unsatisfiable|no usable wheels|no wheels"),
    (Cause.NO_VENV, r"ensurepip|No module named '?(?:venv|pip)\b"),
)
_ERRNOS = {
    errno.ENOSPC: Cause.DISK_FULL,
    errno.EDQUOT: Cause.DISK_FULL,
    errno.EROFS: Cause.READ_ONLY,
    errno.EACCES: Cause.READ_ONLY,
    errno.EPERM: Cause.READ_ONLY,
}


def cause_of_output(output: str) -> Cause:
    """Return why an installer failed, from what it printed (pip's and uv's words are English everywhere)."""
    return next((cause for cause, sign in _SIGNS if re.search(sign, output, re.IGNORECASE)), Cause.UNKNOWN)


def cause_of_oserror(error: OSError) -> Cause | None:
    """Return the cause behind an error of the operating system, None for one that is not foreseen."""
    return _ERRNOS.get(error.errno or 0)
