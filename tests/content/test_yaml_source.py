"""Hostile and clumsy YAML: refused quickly, with the line, and never repeated in the message."""

from __future__ import annotations

import os
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from coach.library import yaml_source
from coach.library.problems import ContentProblems
from coach.library.yaml_source import MAX_BYTES, MAX_DEPTH, MAX_ITEMS, parse_yaml, read_yaml

LOADERS = [name for name in ("CBaseLoader", "BaseLoader") if hasattr(yaml, name)]
SECONDS = {"CBaseLoader": 1.0, "BaseLoader": 5.0}
"""Processor time for one file; the Python parser only stands in where there is no other."""

BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(8)
)
MERGE_BOMB = b"a: &a {k: v}\n" + b"".join(b"m%d: {<<: [*a, *a, *a]}\n" % n for n in range(200))

# What it is, the bytes, the line that must be named, and words of what was expected.
HOSTILE: list[tuple[str, bytes, int, str]] = [
    ("bomb", BOMB, 1, "Ankers"),
    ("merge bomb", MERGE_BOMB, 1, "Ankers"),
    ("anchor on a text", b"a: b\nc: &x d\n", 2, "Ankers"),
    ("anchor on a key", b"a: b\n&x c: d\n", 2, "Ankers"),
    ("anchor on a list", b"a: b\nc: &x\n  - d\n", 2, "Ankers"),
    ("alias", b"a: b\nc: *x\n", 2, "Verwijzingen"),
    ("alias in a list", b"a:\n  - *x\n", 2, "Verwijzingen"),
    ("alias as a key", b"a: b\n*x : c\n", 2, "Verwijzingen"),
    ("merge", b"a: b\nc:\n  <<: {d: e}\n", 3, "Samenvoegen"),
    ("merge of a list", b"<<: [{a: b}]\n", 1, "Samenvoegen"),
    ("tag of Python", b"a: !!python/object/apply:os.system [ls]\n", 1, "Typen"),
    ("tag of a name", b"a: b\nc: !!python/name:os.system\n", 2, "Typen"),
    ("tag of YAML", b"a: b\nc: !!int 1\n", 2, "Typen"),
    ("tag of nobody", b"a: b\nc: ! d\n", 2, "Typen"),
    ("tag on a mapping", b"a: b\nc: !!map {d: e}\n", 2, "Typen"),
    ("tag on a list", b"a: !!seq [b]\n", 1, "Typen"),
    ("tag in full", b"a: !<tag:yaml.org,2002:str> b\n", 1, "Typen"),
    ("tag that was meant as text", b"a: !doe\n", 1, "Typen"),
    ("duplicate", b"a: b\nc: d\na: e\n", 3, "twee keer"),
    ("duplicate deep down", b"x:\n  - {a: b}\n  - a: b\n    a: c\n", 4, "twee keer"),
    ("duplicate in quotes", b"a: b\n'a': c\n", 2, "twee keer"),
    ("deep lists", b"a: " + b"[" * 5000, 1, "te diep"),
    ("deep blocks", b"- " * 5000 + b"x", 1, "te diep"),
    ("deep mappings", b"{a: " * 5000, 1, "te diep"),
    ("deep by indenting", b"".join(b" " * n + b"a:\n" for n in range(40)), MAX_DEPTH + 1, "te diep"),
    ("complex keys", b"? " * 5000, 1, "geen lijst of blok"),
    ("list as a key", b"a: b\n? [c]\n: d\n", 2, "geen lijst of blok"),
    ("mapping as a key", b"{a: b}: c\n", 1, "geen lijst of blok"),
    ("many items", b"a:\n" + b"- b\n" * (MAX_ITEMS + 5), MAX_ITEMS, "onderdelen"),
    ("many pairs in a row", b"[" + b'"a": b, ' * 30_000 + b"]", 1, "onderdelen"),
    ("ESC in quotes", b'a: b\nc: "\\e]52;c;aGk=\\a"\n', 2, "stuurteken"),
    ("ESC as a number", b'a: "\\x1b[2J"\n', 1, "stuurteken"),
    ("ESC in a key", b'"\\e[0m": b\n', 1, "stuurteken"),
    ("C1 in quotes", b'a: "\\x9b31m"\n', 1, "stuurteken"),
    ("bidi in quotes", b'a: "\\u202e abc"\n', 1, "stuurteken"),
    ("line separator in quotes", b'a: "b\\Lc"\n', 1, "stuurteken"),
    ("next line in quotes", b'a: "b\\Nc"\n', 1, "stuurteken"),
    ("return in quotes", b'a: "b\\rc"\n', 1, "stuurteken"),
    ("NUL in quotes", b'a: "b\\0c"\n', 1, "stuurteken"),
    ("ESC itself", b"a: b\nc: \x1b[0m\n", 2, "kapot teken"),
    ("ESC in a comment", b"a: b\n# \x1b[0m\n", 2, "kapot teken"),
    ("NUL itself", b"a: b\n\nc: \x00\n", 3, "kapot teken"),
    ("bidi itself", "a: b\nc: \u202ed\n".encode(), 2, "kapot teken"),
    ("tag character", "a: b\U000e0041\n".encode(), 1, "kapot teken"),
    ("line separator itself", "a: b\u2028c: d\n".encode(), 1, "kapot teken"),
    ("lone return", b"a: b\rc: d\n", 1, "kapot teken"),
    ("mark in the middle", "a: b\nc: \ufeffd\n".encode(), 2, "kapot teken"),
    ("replacement character", "a: b\nc: Andr\ufffd\n".encode(), 2, "kapot teken"),
    ("latin-1", "a: b\n\nc: één\n".encode("latin-1"), 3, "UTF-8"),
    ("Windows-1252", "a: “b”\n".encode("cp1252"), 1, "UTF-8"),
    ("UTF-16", "a: b\n".encode("utf-16"), 1, "UTF-8"),
    ("UTF-16 without a mark", "a: b\n".encode("utf-16-le"), 1, ""),
    ("overlong UTF-8", b"a: \xc0\xaf\n", 1, "UTF-8"),
    ("surrogate in UTF-8", b"a: \xed\xa0\x80\n", 1, "UTF-8"),
    ("surrogate in quotes", b'a: "\\ud800"\n', 1, ""),
    ("two documents", b"a: b\n---\nc: d\n", 2, "enkel document"),
    ("YAML directive", b"%YAML 1.1\n---\na: b\n", 1, "%"),
    ("tag directive", b"%TAG ! tag:x,2000:\n---\na: b\n", 1, "%"),
    ("empty", b"", 1, "leeg"),
    ("only a comment", b"# niets\n", 1, "leeg"),
    ("only a mark", b"\xef\xbb\xbf", 1, "leeg"),
    ("colon in a text", b"a: b\nc: d: e\n", 2, "dubbele punt"),
    ("tab before a field", b"a:\n\tb: c\n", 2, "tab"),
    ("text that starts with @click", b"a: b\nc: @click=app.quit\n", 2, "aanhalingstekens"),
    ("open quote", b'a: "b\nc: d\n', 3, "aanhalingsteken"),
    ("wrong escape", b'a: "\\q"\n', 1, "enkele aanhalingstekens"),
    ("open list", b"a: [b, c\nd: e\n", 2, "komma's"),
    ("ragged indenting", b"a:\n   - b\n  - c\n", 3, "inspringen"),
    ("no colon", b"a: b\nccc\n", 3, "dubbele punt"),
    ("binary", bytes(range(256)), 2, "UTF-8"),
]


def refused(data: bytes) -> ContentProblems:
    """The error that `data` gives."""
    with pytest.raises(ContentProblems) as caught:
        parse_yaml(data, "bestand.yaml")
    return caught.value


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("data", "line", "words"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE]
)
def test_hostile_yaml_is_refused_quickly_with_its_line(
    data: bytes, line: int, words: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_source, "_LOADER", getattr(yaml, loader))
    start = time.process_time()
    error = refused(data)
    assert time.process_time() - start < SECONDS[loader]
    assert [(problem.file, problem.line) for problem in error.problems] == [("bestand.yaml", line)]
    assert words in error.problems[0].expected


def test_there_are_enough_hostile_files() -> None:
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("loader", LOADERS)
def test_all_values_stay_the_text_that_was_written(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "_LOADER", getattr(yaml, loader))
    data = b"tijd: 12:30\nno: no\nacht: 010\ndag: 2026-11-22\nwaar: true\n"
    data += b"golf: ~\nniets:\nkomma: 1.5\nhex: 0x1F\n"
    value = parse_yaml(data, "x.yaml").value
    assert value == {
        "tijd": "12:30", "no": "no", "acht": "010", "dag": "2026-11-22", "waar": "true", "golf": "~",
        "niets": "", "komma": "1.5", "hex": "0x1F",
    }  # fmt: skip


def test_a_windows_editor_may_have_saved_it() -> None:
    document = parse_yaml("\ufeffa: één\r\nb:\r\n  - c\r\n".encode(), "x.yaml")
    assert document.value == {"a": "één", "b": ["c"]}
    assert document.line(("b", 0)) == 3


def test_every_item_knows_its_line() -> None:
    document = parse_yaml(
        b"# kop\na: b\nlijst:\n  - c: d\n    e:\n      - f\n      - g\n  - {h: i}\n", "x.yaml"
    )
    lines = {where: document.line(where) for where, _ in document.walk()}
    assert lines == {
        (): 2, ("a",): 2, ("lijst",): 3, ("lijst", 0): 4, ("lijst", 0, "c"): 4, ("lijst", 0, "e"): 5,
        ("lijst", 0, "e", 0): 6, ("lijst", 0, "e", 1): 7, ("lijst", 1): 8, ("lijst", 1, "h"): 8,
    }  # fmt: skip


def test_what_is_not_there_stands_where_its_holder_stands() -> None:
    document = parse_yaml(b"a:\n  - b: c\n", "x.yaml")
    assert document.line(("a", 0, "ontbreekt")) == 2
    assert document.line(("ontbreekt",)) == 1


def test_looking_up_never_fails() -> None:
    document = parse_yaml(b"a:\n  - b: c\n  - d\n", "x.yaml")
    assert document.at(("a", 0, "b")) == "c"
    assert document.at(("a", 7, "b")) is None
    assert document.at(("a", 1, "b")) is None
    assert list(document.items("a", 0)) == []
    assert [where for where, _ in document.blocks("a")] == [("a", 0)]


def test_depth_up_to_the_limit_is_read() -> None:
    assert parse_yaml(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "x.yaml").value


def test_large_files_are_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "groot.yaml").write_bytes(b"a: b\n" * (10 * 1024 * 1024 // 5))
    tracemalloc.start()
    try:
        with pytest.raises(ContentProblems) as caught:
            read_yaml(tmp_path, "groot.yaml")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert caught.value.problems[0].line == MAX_BYTES // 5 + 1
    assert "256 kB" in str(caught.value)
    assert peak < 4 * MAX_BYTES


def test_the_largest_file_stays_within_memory() -> None:
    data = b"a: [" + b"b," * (MAX_ITEMS - 10) + b"]\n"
    data += b"# " + b"x" * (MAX_BYTES - len(data) - 2)
    tracemalloc.start()
    try:
        parse_yaml(data, "x.yaml")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 100 * 1024 * 1024


@pytest.mark.parametrize(
    "name",
    ["../geheim.yaml", "gesprek/../../geheim.yaml", "/etc/passwd", "..\\geheim.yaml", "C:geheim.yaml", ""],
)
def test_paths_outside_the_folder_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "geheim.yaml").write_text("a: geheim\n")
    folder = tmp_path / "map"
    (folder / "gesprek").mkdir(parents=True)
    with pytest.raises(ContentProblems) as caught:
        read_yaml(folder, name)
    assert "in de map zelf" in caught.value.problems[0].expected


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symlinks on this system")
@pytest.mark.parametrize("name", ["koppeling.yaml", "mapkoppeling/a.yaml", "kapot.yaml"])
def test_symlinks_are_refused(name: str, tmp_path: Path) -> None:
    folder, outside = tmp_path / "map", tmp_path / "buiten"
    folder.mkdir()
    outside.mkdir()
    (outside / "a.yaml").write_text("a: b\n")
    (folder / "koppeling.yaml").symlink_to(outside / "a.yaml")
    (folder / "mapkoppeling").symlink_to(outside, target_is_directory=True)
    (folder / "kapot.yaml").symlink_to(tmp_path / "nergens")
    with pytest.raises(ContentProblems) as caught:
        read_yaml(folder, name)
    assert "symlink" in caught.value.problems[0].expected


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.yaml")
    with pytest.raises(ContentProblems, match="gewoon bestand"):
        read_yaml(tmp_path, "pijp.yaml")


def test_no_message_repeats_what_stood_there() -> None:
    for _, data, _, _ in HOSTILE:
        error = refused(data.replace(b"b", b"sentinel"))
        assert "sentinel" not in str(error)
        assert error.__cause__ is None
        assert error.__suppress_context__


def _values() -> st.SearchStrategy[Any]:
    texts = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn")), max_size=30)
    texts = texts.filter(lambda text: "\ufffd" not in text and "\ufeff" not in text)
    return st.recursive(
        texts,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4),
            st.dictionaries(texts.filter(lambda text: text != "<<"), inner, max_size=4),
        ),
        max_leaves=12,
    )


@given(_values())
def test_what_a_yaml_writer_writes_is_read_back(value: Any) -> None:
    data = yaml.dump(value, allow_unicode=True, default_style='"').encode()
    data = data.replace(b"!!str ", b"")
    assert parse_yaml(data, "x.yaml").value == value


def _read_or_refuse(data: bytes) -> None:
    try:
        document = parse_yaml(data, "x.yaml")
    except ContentProblems as error:
        assert 1 <= error.problems[0].line <= data.count(b"\n") + 2
    else:
        assert all(isinstance(value, str | list | dict) for _, value in document.walk())


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read_or_refuse(data)


@given(st.text(st.sampled_from("ab:-[]{},&*!<>|'\"#%@` \n?\\"), max_size=60))
def test_any_punctuation_is_read_or_refused(text: str) -> None:
    _read_or_refuse(text.encode())
