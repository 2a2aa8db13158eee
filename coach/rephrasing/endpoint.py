"""Asking an OpenAI-compatible server on this machine; whatever goes wrong, the answer is None.

Loopback addresses only, no proxy, no redirect, a limit on time and on size. Only the line of the employee is
sent; what the manager typed never leaves coach.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import time
from urllib.parse import SplitResult, urlsplit

from coach.domain.errors import UsageError
from coach.domain.values import value

TIMEOUT = 2.0
"""Seconds for the whole answer; a talk should not wait longer for other words."""
MAX_ANSWER = 64 * 1024
"""Bytes of an answer that are read."""
_CHUNK = 4096
_OK = 200
_PATH = "/v1/chat/completions"
NOT_LOCAL = (
    "Herformuleren kan alleen met een model op deze computer, zoals http://127.0.0.1:8080. "
    "Coach stuurt niets naar een andere computer."
)
_ORDER = (
    "Je speelt een medewerker in een Nederlands oefengesprek. Herschrijf de zin die je krijgt in andere "
    "woorden. "
    "Houd alle feiten, de lengte en de toon gelijk. Voeg niets toe. Noem geen ziekte, klacht of oorzaak. "
    "Antwoord met alleen de zin."
)


@value(frozen=True, slots=True)
class Endpoint:
    """A server on this machine: a loopback address, a port, the path before /v1, and the model to ask for."""

    host: str
    port: int
    prefix: str = ""
    model: str = "local"
    timeout: float = TIMEOUT


def endpoint_of(url: str, model: str = "local") -> Endpoint:
    """Return the server that a typed address means; raises UsageError for one that is not this machine."""
    try:
        parts = urlsplit(url)
        port = parts.port or http.client.HTTP_PORT
    except ValueError:
        raise UsageError(NOT_LOCAL) from None
    if parts.scheme != "http" or parts.username or parts.password or parts.query or parts.fragment:
        raise UsageError(NOT_LOCAL)
    prefix = parts.path.rstrip("/").removesuffix("/v1")
    return Endpoint(_loopback(parts), port, prefix, model)


def _loopback(parts: SplitResult) -> str:
    host = parts.hostname or ""
    # The name itself is never looked up: a hosts file or a server may say anything of it.
    if host == "localhost":
        return "127.0.0.1"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        raise UsageError(NOT_LOCAL) from None
    if not address.is_loopback:
        raise UsageError(NOT_LOCAL)
    return host


def ask(endpoint: Endpoint, line: str) -> str | None:
    """Return `line` in other words as the server gives it; None for no answer, a late one, or no good one."""
    body = {
        "model": endpoint.model,
        "messages": [{"role": "system", "content": _ORDER}, {"role": "user", "content": line}],
        "temperature": 0.7,
        "max_tokens": 200,
        "stream": False,
    }
    until = time.monotonic() + endpoint.timeout
    connection = http.client.HTTPConnection(endpoint.host, endpoint.port, timeout=endpoint.timeout)
    try:
        data = json.dumps(body).encode()
        connection.request("POST", endpoint.prefix + _PATH, data, {"Content-Type": "application/json"})
        answer = _read(connection, until)
        return None if answer is None else _content(answer)
    except (OSError, http.client.HTTPException, ValueError, RecursionError):
        return None
    finally:
        connection.close()


def _read(connection: http.client.HTTPConnection, until: float) -> bytes | None:
    """Read the answer, in small pieces, so that a server that drips is left in time."""
    if not _wait(connection, until):
        return None
    response = connection.getresponse()
    if response.status != _OK:
        return None
    data = b""
    while _wait(connection, until) and (chunk := response.read1(_CHUNK)):
        data += chunk
        if len(data) > MAX_ANSWER:
            return None
    return data if time.monotonic() < until else None


def _wait(connection: http.client.HTTPConnection, until: float) -> bool:
    left = until - time.monotonic()
    if left <= 0:
        return False
    if connection.sock is not None:
        connection.sock.settimeout(left)
    return True


def _content(data: bytes) -> str | None:
    answer = json.loads(data)
    try:
        text = answer["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        return None
    return text if isinstance(text, str) else None
