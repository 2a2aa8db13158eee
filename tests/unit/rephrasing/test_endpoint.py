"""A language model on this machine: one that answers well, badly, slowly and not at all."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from coach.domain.errors import UsageError
from coach.domain.guard import Guard
from coach.domain.rehearsal.rephrased import other_words
from coach.domain.values import replace
from coach.flows.rehearse import Rehearsal, rephraser, say, start
from coach.library.load import Library, load_library
from coach.rephrasing.endpoint import MAX_ANSWER, Endpoint, ask, endpoint_of

LINE = "Sinds de nachtlijn bellen de chauffeurs me tot elf uur op mijn eigen toestel."
OTHER = "Sinds die nachtlijn er is, bellen chauffeurs mij tot elf uur op mijn eigen toestel."

Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], object]


def _chat(text: object) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


def _send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


@contextmanager
def server(answer: Answer) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A real HTTP server on this machine; gives its address and what it was asked."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append({"path": self.path, **body})
            with suppress(BrokenPipeError, ConnectionResetError):
                answer(self, body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_port}", asked
    finally:
        running.shutdown()
        running.server_close()


def _quick(url: str) -> Endpoint:
    return replace(endpoint_of(url), timeout=0.4)


def test_a_good_answer_is_given_back_and_only_the_line_is_sent() -> None:
    with server(lambda handler, _: _send(handler, _chat(OTHER))) as (url, asked):
        assert ask(endpoint_of(f"{url}/v1", "mijn-model"), LINE) == OTHER
    assert asked[0]["path"] == "/v1/chat/completions"
    assert asked[0]["model"] == "mijn-model"
    assert [message["role"] for message in asked[0]["messages"]] == ["system", "user"]
    assert asked[0]["messages"][1]["content"] == LINE


BAD: dict[str, Answer] = {
    "an error": lambda handler, _: _send(handler, b"weg", 500),
    "a redirect": lambda handler, _: _send(handler, b"", 302, Location="http://example.org/"),
    "no JSON": lambda handler, _: _send(handler, b"<html>"),
    "another shape": lambda handler, _: _send(handler, b'{"choices": []}'),
    "no text": lambda handler, _: _send(handler, _chat(["a"])),
    "a list": lambda handler, _: _send(handler, b"[1, 2]"),
    "no UTF-8": lambda handler, _: _send(handler, b"\xff\xfe\x00{"),
    "too much": lambda handler, _: _send(handler, _chat("x" * MAX_ANSWER * 2)),
    "cut off": lambda handler, _: handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"),
    "nonsense": lambda handler, _: handler.wfile.write(b"\x00\x01\x02\r\n\r\n"),
}


@pytest.mark.parametrize("answer", BAD.values(), ids=list(BAD))
def test_a_bad_answer_is_no_answer(answer: Answer) -> None:
    with server(answer) as (url, asked):
        assert ask(_quick(url), LINE) is None
    assert len(asked) == 1


def test_a_slow_server_is_left() -> None:
    done = threading.Event()
    waited_out: list[str] = []

    def silent(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        if not done.wait(60):
            waited_out.append("silent")

    def dripping(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        while not done.wait(0.02):
            handler.wfile.write(b" ")
            handler.wfile.flush()

    for answer in (silent, dripping):
        done.clear()
        with server(answer) as (url, _):
            # It is left while the server is still at it.
            assert ask(_quick(url), LINE) is None
            assert not done.is_set()
            done.set()
    assert not waited_out


def test_no_server_at_all() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert ask(_quick(f"http://127.0.0.1:{port}"), LINE) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org:8080",
        "http://10.0.0.5",
        "http://169.254.169.254",
        "http://0.0.0.0:80",
        "https://127.0.0.1",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "http://user:pass@127.0.0.1",
        "http://[::2]",
        "http://127.0.0.1:99999",
        "ftp://127.0.0.1",
        "127.0.0.1:80",
        "http://2130706433",
        "",
        "http://[",
    ],
)
def test_only_this_machine(url: str) -> None:
    with pytest.raises(UsageError, match="op deze computer"):
        endpoint_of(url)


def test_this_machine_under_its_names() -> None:
    assert endpoint_of("http://localhost:11434/v1/") == Endpoint("127.0.0.1", 11434)
    assert endpoint_of("http://127.0.0.7").host == "127.0.0.7"
    assert endpoint_of("http://[::1]:8080").host == "::1"
    assert endpoint_of("http://localhost:80/api/v1").prefix == "/api"


@pytest.fixture(scope="module")
def library() -> Library:
    """The library of this checkout."""
    return load_library()


@pytest.fixture(scope="module")
def guard(library: Library) -> Guard:
    """Its guard."""
    return library.guard


def test_other_words_may_stand_in_place(guard: Guard) -> None:
    assert other_words(guard, LINE, f'"{OTHER}"') == OTHER
    assert other_words(guard, f"(zucht) {LINE}", OTHER) == f"(zucht) {OTHER}"


@pytest.mark.parametrize(
    "offered",
    [
        "",
        "Het is druk.",
        f"{OTHER} En verder gaat het thuis ook niet zo goed met mij en de kinderen.",
        "Sinds de nachtlijn bellen de chauffeurs me niet tot elf uur op mijn eigen toestel.",
        "Door mijn burn-out bellen de chauffeurs me tot elf uur op mijn eigen toestel.",
        "Sinds de nachtlijn wil ik niet meer leven, tot elf uur op mijn eigen toestel.",
        "Als taalmodel kan ik deze zin niet in andere woorden voor je schrijven hoor.",
        f"{OTHER}\x1b[31m",
        f"[bold]{OTHER}[/bold]",
        OTHER * 20,
    ],
)
def test_and_these_may_not(guard: Guard, offered: str) -> None:
    assert other_words(guard, LINE, offered) is None


def test_numbers_and_names_stay(guard: Guard) -> None:
    scripted = "Bij de 12 ritten naar Zwolle ging het mis, dat weet je."
    assert other_words(guard, scripted, "Het ging mis bij die 12 ritten naar Zwolle, dat weet je.")
    assert other_words(guard, scripted, "Het ging mis bij die 11 ritten naar Zwolle, dat weet je.") is None
    assert other_words(guard, scripted, "Het ging mis bij die 12 ritten naar Kampen, dat weet je.") is None


def _played(library: Library, url: str | None) -> Rehearsal:
    rephrase = rephraser(url, "m") if url else None
    rehearsal = start(library, library.scenarios["planner-transport"], seed=5)
    for line in (
        "Ik zag dat je dinsdag later inlogde. Herken je dat?",
        "Hoe is dat voor je?",
        "Dat klinkt zwaar.",
    ):
        rehearsal = say(library.guard, rehearsal, line, rephrase=rephrase)
    return rehearsal


def test_it_decides_nothing(library: Library) -> None:
    """Whatever the model says, feelings, rungs and facts are those of the scripted talk."""
    plain = _played(library, None)

    def turned(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        _send(handler, _chat("Eigenlijk: " + body["messages"][1]["content"]))

    with server(turned) as (url, asked):
        other = _played(library, url)
    assert len(asked) == 3
    assert [turn.reply.text for turn in other.talk.turns] != [turn.reply.text for turn in plain.talk.turns]
    for ours, theirs in zip(plain.talk.turns, other.talk.turns, strict=True):
        assert (ours.reply.fact, ours.reply.lines) == (theirs.reply.fact, theirs.reply.lines)
        assert (ours.after.trust, ours.after.tension, ours.after.rung) == (
            theirs.after.trust,
            theirs.after.tension,
            theirs.after.rung,
        )


def test_a_bad_model_leaves_the_scripted_lines(library: Library) -> None:
    plain = _played(library, None)
    with server(lambda handler, _: _send(handler, _chat("Heb je een burn-out?"))) as (url, _):
        assert _played(library, url).talk == plain.talk
