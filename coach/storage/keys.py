"""The data key of the store, locked twice: with the passphrase, and with the recovery code.

The data key is 32 random bytes, so another passphrase means writing one small file anew and not all that is
kept, and a backup opens with the passphrase of today. Each lock takes scrypt over what the user knows and a
fresh salt; half of what comes out covers the key (32 random bytes, covered once), the other half signs it
with HMAC-SHA-256, so that a wrong passphrase is known for certain. scrypt with n = 2^15, r = 8, p = 3 is what
OWASP's Password Storage Cheat Sheet lists; it takes about a third of a second.

The file is JSON, is replaced as a whole, and is kept twice: without it nothing can be read. It also holds the
salt of the database, whose only other copy is the first 16 bytes of that file.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from coach.domain.errors import DamagedStoreError, NewerStoreError, WrongPassphraseError
from coach.storage.atomic import write_atomic

KEY_BYTES, SALT_BYTES = 32, 16
_KIND, _VERSION = "coach-sleutels", 1
_MOST_MEMORY = 1 << 30
NEWER = "Wat je bewaarde, is gemaakt met een nieuwere coach. Werk coach eerst bij; er is niets veranderd."
WRONG_PASSPHRASE = "Dit wachtwoord past niet op je kluis. Er is niets veranderd. Probeer het opnieuw."
WRONG_CODE = "Deze herstelcode hoort niet bij je kluis. Er is niets veranderd."
KEYS_DAMAGED = (
    "Het bestand met de sleutels van je kluis is beschadigd of weg. Coach laat alles staan zoals het is. "
    "Zet een eigen kopie van de map terug, of begin opnieuw met: coach data forget"
)


@dataclass(frozen=True, slots=True)
class Cost:
    """How much work a guess at a passphrase takes; scrypt needs 128 * n * r bytes of memory."""

    n: int
    r: int
    p: int


PASSPHRASE_COST = Cost(2**15, 8, 3)
CODE_COST = Cost(2**12, 8, 1)
"""128 random bits cannot be guessed at any speed."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A locked copy of the data key: salt, cost, the covered key and its signature."""

    salt: bytes
    cost: Cost
    covered: bytes
    mark: bytes


def _secret(passphrase: str) -> bytes:
    """One form for what looks the same: an e with an accent can be typed as one sign or as two."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _stretched(secret: bytes, salt: bytes, cost: Cost) -> tuple[bytes, bytes]:
    both = hashlib.scrypt(
        secret, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=_MOST_MEMORY, dklen=2 * KEY_BYTES
    )
    return both[:KEY_BYTES], both[KEY_BYTES:]


def _covered(key: bytes, cover: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(key, cover, strict=True))


def lock_up(key: bytes, secret: bytes, cost: Cost) -> Slot:
    """Return the data key locked with `secret`."""
    salt = secrets.token_bytes(SALT_BYTES)
    cover, sign = _stretched(secret, salt, cost)
    covered = _covered(key, cover)
    return Slot(salt, cost, covered, hmac.digest(sign, salt + covered, "sha256"))


def unlock(slot: Slot, secret: bytes) -> bytes | None:
    """Return the data key, None when `secret` does not open the slot."""
    cover, sign = _stretched(secret, slot.salt, slot.cost)
    if not hmac.compare_digest(hmac.digest(sign, slot.salt + slot.covered, "sha256"), slot.mark):
        return None
    return _covered(slot.covered, cover)


@dataclass(frozen=True, slots=True)
class Keys:
    """What the file of the keys holds; `in_keyring` says that the system's keyring has the key as well."""

    salt: bytes
    passphrase: Slot
    code: Slot
    in_keyring: bool = False

    def by_passphrase(self, passphrase: str) -> bytes:
        """Return the data key; raises WrongPassphraseError."""
        if (key := unlock(self.passphrase, _secret(passphrase))) is None:
            raise WrongPassphraseError(WRONG_PASSPHRASE)
        return key

    def by_code(self, secret: bytes) -> bytes:
        """Return the data key by the bits of the recovery code; raises WrongPassphraseError."""
        if (key := unlock(self.code, secret)) is None:
            raise WrongPassphraseError(WRONG_CODE)
        return key

    def with_passphrase(self, key: bytes, passphrase: str, cost: Cost) -> Keys:
        """Return the same keys under another passphrase."""
        return replace(self, passphrase=lock_up(key, _secret(passphrase), cost))

    def with_keyring(self, wanted: bool) -> Keys:
        """Return the same keys, with whether the system's keyring has the key as well."""
        return replace(self, in_keyring=wanted)


def new_keys(passphrase: str, code_secret: bytes, cost: Cost) -> tuple[bytes, Keys]:
    """Return a new data key, and the same key locked up."""
    key, salt = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(SALT_BYTES)
    return key, Keys(salt, lock_up(key, _secret(passphrase), cost), lock_up(key, code_secret, CODE_COST))


def _slot_out(slot: Slot) -> dict[str, Any]:
    hexes = {"zout": slot.salt.hex(), "sleutel": slot.covered.hex(), "merk": slot.mark.hex()}
    return {**asdict(slot.cost), **hexes}


def _slot_in(data: dict[str, Any]) -> Slot:
    cost = Cost(data["n"], data["r"], data["p"])
    salt, covered, mark = (bytes.fromhex(data[name]) for name in ("zout", "sleutel", "merk"))
    if len(covered) != KEY_BYTES or 128 * cost.n * cost.r > _MOST_MEMORY // 2:
        raise ValueError
    return Slot(salt, cost, covered, mark)


def _sum(data: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def to_bytes(keys: Keys) -> bytes:
    """Return the keys as the bytes of their file."""
    data = {
        "soort": _KIND,
        "versie": _VERSION,
        "zout": keys.salt.hex(),
        "wachtwoord": _slot_out(keys.passphrase),
        "herstelcode": _slot_out(keys.code),
        "sleutelbos": keys.in_keyring,
    }
    return (json.dumps({**data, "controle": _sum(data)}, indent=1) + "\n").encode()


def from_bytes(raw: bytes) -> Keys:
    """Return the keys of a file; raises DamagedStoreError, or NewerStoreError for a form of later."""
    try:
        data = json.loads(raw)
        check = data.pop("controle")
        if data["soort"] != _KIND or check != _sum(data):
            raise ValueError
        if data["versie"] > _VERSION:
            raise NewerStoreError(NEWER)
        slots = _slot_in(data["wachtwoord"]), _slot_in(data["herstelcode"])
        return Keys(bytes.fromhex(data["zout"]), *slots, bool(data["sleutelbos"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DamagedStoreError(KEYS_DAMAGED) from None


def write_keys(keys: Keys, paths: tuple[Path, Path]) -> None:
    """Put the keys in their file and in its copy. Raises OSError when the first fails: nothing has changed.

    A copy that fails is made at the next opening (`one_is_stale`).
    """
    data = to_bytes(keys)
    write_atomic(paths[0], data)
    with contextlib.suppress(OSError):
        write_atomic(paths[1], data)


def one_is_stale(keys: Keys, paths: tuple[Path, Path]) -> bool:
    """Whether the file or its copy does not hold these keys."""
    data = to_bytes(keys)
    try:
        return any(path.read_bytes() != data for path in paths)
    except OSError:
        return True


def read_keys(paths: tuple[Path, Path]) -> Keys:
    """Return the keys of the first file that is whole.

    Raises DamagedStoreError when none is, NewerStoreError, or OSError when a file may not be read.
    """
    newer: NewerStoreError | None = None
    for path in paths:
        try:
            return from_bytes(path.read_bytes())
        except NewerStoreError as error:
            newer = newer or error
        except (FileNotFoundError, DamagedStoreError):
            continue
    raise newer or DamagedStoreError(KEYS_DAMAGED)
