"""The recovery code: 128 random bits that people can write down and type, with a check on typing mistakes.

The letters are those of Crockford's base 32, without I, L, O and U: the first three look like digits, and
without the fourth no words come up. Seven groups of four; the last two letters check the others.
"""

from __future__ import annotations

import hashlib
import secrets

from coach.domain.errors import WrongPassphraseError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES = 16
_LETTERS, _CHECK, _GROUP, _BITS = 26, 2, 4, 5
_LOOKALIKES = str.maketrans("ILO", "110")
_MISTYPED = (
    "Deze herstelcode klopt niet. Kijk hem na: het zijn zeven groepjes van vier, met letters en cijfers."
)


def _letters(number: int, count: int) -> str:
    digits = [ALPHABET[number >> (_BITS * place) & 31] for place in range(count)]
    return "".join(reversed(digits))


def _check(secret: bytes) -> str:
    return _letters(int.from_bytes(hashlib.sha256(secret).digest()[:2], "big") >> 6, _CHECK)


def new_secret() -> bytes:
    """Return the bits of a new code."""
    return secrets.token_bytes(SECRET_BYTES)


def as_code(secret: bytes) -> str:
    """Return the code of these bits, as it is shown: "XXXX-XXXX-...", seven groups."""
    letters = _letters(int.from_bytes(secret, "big"), _LETTERS) + _check(secret)
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def secret_of(code: str) -> bytes:
    """Return the bits of a code, however it was typed: small letters, without dashes, O for 0.

    Raises WrongPassphraseError for what cannot be a code.
    """
    letters = "".join(code.upper().split()).replace("-", "").translate(_LOOKALIKES)
    if len(letters) != _LETTERS + _CHECK or not set(letters) <= set(ALPHABET):
        raise WrongPassphraseError(_MISTYPED)
    number = 0
    for letter in letters[:_LETTERS]:
        number = number << _BITS | ALPHABET.index(letter)
    if number >> (SECRET_BYTES * 8):
        raise WrongPassphraseError(_MISTYPED)
    secret = number.to_bytes(SECRET_BYTES, "big")
    if letters[_LETTERS:] != _check(secret):
        raise WrongPassphraseError(_MISTYPED)
    return secret
