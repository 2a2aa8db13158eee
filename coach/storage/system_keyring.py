"""The data key in the keyring of the system, for whoever wants to open the store without a passphrase.

An extra: where the package or the keyring is missing everything goes by passphrase. Only ever beside the
passphrase and the recovery code, since a keyring can lose what it holds (reliability, T10).
"""

from __future__ import annotations

from typing import Any

_SERVICE = "coach"


def _keyring() -> Any:
    """The package with a keyring behind it, None where one of the two is missing."""
    try:
        import keyring
        from keyring.backends import fail

        found = keyring.get_keyring()
    except Exception:  # noqa: BLE001  (whatever a backend stumbles over: then there is none)
        return None
    return None if isinstance(found, fail.Keyring) else keyring


def remember(store: str, key: bytes) -> bool:
    """Put the data key of a store in the keyring; False when that does not work."""
    if (keyring := _keyring()) is None:
        return False
    try:
        keyring.set_password(_SERVICE, store, key.hex())
        return bool(keyring.get_password(_SERVICE, store) == key.hex())
    except Exception:  # noqa: BLE001
        return False


def recall(store: str) -> bytes | None:
    """Return the data key of a store, None when the keyring does not give it."""
    if (keyring := _keyring()) is None:
        return None
    try:
        return bytes.fromhex(keyring.get_password(_SERVICE, store) or "") or None
    except Exception:  # noqa: BLE001
        return None


def drop(store: str) -> bool:
    """Take the data key out of the keyring; False when it is still there, or cannot be looked for."""
    if (keyring := _keyring()) is None:
        return False
    try:
        if keyring.get_password(_SERVICE, store) is not None:
            keyring.delete_password(_SERVICE, store)
        return keyring.get_password(_SERVICE, store) is None
    except Exception:  # noqa: BLE001
        return False
