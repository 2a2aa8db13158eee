"""YAML as authors write it, read as text only, with the line of every item.

Content may come from someone else's folder, so YAML is read as if it were hostile: of the language only
mappings, lists and texts are left. Anchors, aliases, merges and tags make bombs and surprises;
types turn `12:30` into 750, `no` into False and `010` into 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, NoReturn

import yaml

from coach.domain.text import clean_text
from coach.library.problems import ContentProblems, Problem

MAX_BYTES = 256 * 1024
"""Largest YAML file that is read; 1 MB can keep a parser busy for seconds."""

MAX_DEPTH = 20
"""Lists and mappings inside one another; the content itself needs six."""

MAX_ITEMS = 20_000
"""Texts, lists and mappings in one file; the largest list of words has some thousands."""

Value = str | list[Any] | dict[str, Any]
Where = tuple[str | int, ...]

# The C parser is ten times faster; it is not in every build of PyYAML.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_BROKEN = "\ufffd"
_BOM = b"\xef\xbb\xbf"

# What the parser says (of C and of Python) and what helps the author.
_HINTS = (
    ("mapping values are not allowed", "Zet een tekst met een dubbele punt tussen aanhalingstekens."),
    ("cannot start any token", "Begin een regel met spaties, niet met een tab. Zet tekst met een bijzonder "
                               "teken vooraan (@ ` %) tussen aanhalingstekens."),
    ("escape", "Dit teken mag niet na een \\ staan. Gebruik enkele aanhalingstekens."),
    ("quoted scalar", "Sluit de tekst af met hetzelfde aanhalingsteken als waar hij mee begint."),
    ("expected ',' or", "Sluit de lijst of het blok af met ] of }, en zet komma's tussen de delen."),
    ("expected <block end>", "Laat regels die bij elkaar horen even ver inspringen."),
    ("expected key", "Laat regels die bij elkaar horen even ver inspringen."),
    ("could not find expected ':'", "Zet een dubbele punt en een spatie achter de naam van het veld."),
    ("alias", "Begin een tekst niet met een *, of zet hem tussen aanhalingstekens."),
    ("anchor", "Begin een tekst niet met een &, of zet hem tussen aanhalingstekens."),
    ("tag", "Begin een tekst niet met een !, of zet hem tussen aanhalingstekens."),
)  # fmt: skip
_NO_YAML = "Dit is geen geldige YAML. Kijk naar de aanhalingstekens en het inspringen."


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its value (texts, lists and mappings of them), and on which line each part stands."""

    file: str
    value: Value
    lines: dict[Where, int] = field(repr=False)

    def line(self, where: Where) -> int:
        """Return the line of the item at `where`, or of the nearest item that holds it; counts from 1."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def problem(self, where: Where, expected: str) -> Problem:
        """Return a problem with the item at `where`."""
        return Problem(self.file, self.line(where), expected)

    def at(self, where: Where) -> Any:
        """Return the value at `where`, None when there is nothing there."""
        value: Any = self.value
        for step in where:
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def items(self, *where: str | int) -> Iterator[tuple[Where, Any]]:
        """Give the items of the list at `where`, and where each stands; nothing when there is no list."""
        found = self.at(where)
        for index, item in enumerate(found if isinstance(found, list) else ()):
            yield (*where, index), item

    def blocks(self, *where: str | int) -> Iterator[tuple[Where, dict[str, Any]]]:
        """Give only those items of the list at `where` that are mappings."""
        return ((place, item) for place, item in self.items(*where) if isinstance(item, dict))

    def walk(self) -> Iterator[tuple[Where, Value]]:
        """Give every value with where it stands: first what holds, then what is held, in order."""
        return _walk((), self.value)


def _walk(where: Where, value: Value) -> Iterator[tuple[Where, Value]]:
    yield where, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk((*where, key), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _walk((*where, index), inner)


def read_yaml(folder: Path, name: str) -> Document:
    """Return the YAML file `name` (relative to `folder`, with forward slashes).

    Raises ContentProblems, with file and line, for a file that is no plain file inside the folder, is too
    large, is not UTF-8, or holds anything but mappings, lists and texts. Linear in the size of the file.
    """
    return parse_yaml(read_plain_file(folder, name, MAX_BYTES), name)


def read_plain_file(folder: Path, name: str, limit: int) -> bytes:
    """Return a plain file inside `folder`, at most `limit` bytes; raises ContentProblems for any other."""
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name or not pure.parts:
        _refuse(name, 1, "Een bestand moet in de map zelf staan. Gebruik geen .. of een pad van buiten.")
    path = folder
    for part in pure.parts:
        path = path / part
        if path.is_symlink():
            _refuse(name, 1, "Dit is een verwijzing (symlink). Zet het bestand zelf in de map.")
    if not path.is_file():
        _refuse(name, 1, "Hier hoort een gewoon bestand te staan.")
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError:
        _refuse(name, 1, "Dit bestand kan niet worden gelezen. Kijk of je er rechten op hebt.")
    if len(data) > limit:
        line = data.count(b"\n", 0, limit) + 1
        _refuse(name, line, f"Een bestand mag hooguit {limit // 1024} kB groot zijn. Splits het op.")
    return data


def parse_yaml(data: bytes, name: str) -> Document:
    """Return what stands in `data`, as `read_yaml` does; `name` is what problems call it."""
    text = _decode(data, name)
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.removesuffix("\r")
        if clean_text(line) != line or _BROKEN in line:
            _refuse(name, number, "Hier staat een onzichtbaar of kapot teken. Typ de regel opnieuw.")
    reader = _Reader(name)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = f"{error.context} {error.problem}"
        hint = next((help_ for words, help_ in _HINTS if words in said), _NO_YAML)
        _refuse(name, mark.line + 1 if mark else 1, hint)
    except yaml.YAMLError:
        _refuse(name, 1, _NO_YAML)
    if reader.root is None:
        _refuse(name, 1, "Dit bestand is leeg. Vul het, of haal het weg.")
    return Document(name, reader.root, reader.lines)


def _refuse(file: str, line: int, expected: str) -> NoReturn:
    # Without the chain: an error of the parser repeats a piece of the text.
    raise ContentProblems([Problem(file, line, expected)]) from None


def _decode(data: bytes, name: str) -> str:
    """UTF-8 with or without the mark that Windows editors put before it; nothing else."""
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _refuse(name, line, "Bewaar dit bestand als UTF-8. Hier staat een teken in een andere codering.")


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being filled; `key` is the one that waits for its value."""

    value: list[Any] | dict[str, Any]
    where: Where
    key: str | None = None


class _Reader:
    """Builds one document from parser events, so that nothing outside the small language is ever made."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Value | None = None
        self.lines: dict[Where, int] = {}
        self._open: list[_Open] = []
        self._items = 0

    def take(self, event: Any) -> None:
        """Take the next event of the parser; raises ContentProblems for what content does not use."""
        match event:
            case yaml.ScalarEvent():
                self._refuse_extras(event)
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._refuse_extras(event)
                self._start({}, event)
            case yaml.SequenceStartEvent():
                self._refuse_extras(event)
                self._start([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
            case yaml.AliasEvent():
                self._no(event, "Verwijzingen met * mogen niet. Zet de tekst tussen aanhalingstekens.")
            case yaml.DocumentStartEvent():
                if self.root is not None:
                    self._no(event, "Zet een enkel document in een bestand, zonder --- ertussen.")
                if event.version or event.tags:
                    self._no(event, "Regels die met % beginnen mogen hier niet.")

    def _no(self, event: Any, expected: str) -> NoReturn:
        _refuse(self.file, event.start_mark.line + 1, expected)

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._no(event, "Ankers met & mogen niet. Zet de tekst tussen aanhalingstekens.")
        if event.tag is not None:
            self._no(event, "Typen met ! mogen niet. Zet de tekst tussen aanhalingstekens.")

    def _scalar(self, event: Any) -> None:
        text: str = event.value
        if clean_text(text) != text or _BROKEN in text:
            self._no(event, "Deze tekst bevat een stuurteken (een code na een \\). Haal het weg.")
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._key(top, text, event)
        else:
            self._place(text, event)

    def _key(self, top: _Open, key: str, event: Any) -> None:
        if key == "<<":
            self._no(event, "Samenvoegen met << mag niet. Schrijf de velden uit.")
        if key in top.value:
            self._no(event, "Dit veld staat er twee keer. Laat er een staan.")
        top.key = key
        self.lines[(*top.where, key)] = event.start_mark.line + 1

    def _start(self, value: list[Any] | dict[str, Any], event: Any) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._no(event, f"Dit zit te diep: meer dan {MAX_DEPTH} lijsten of blokken in elkaar.")
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._no(event, "De naam van een veld is een tekst, geen lijst of blok.")
        where = self._place(value, event)
        self._open.append(_Open(value, where))

    def _place(self, value: Value, event: Any) -> Where:
        """Put `value` in what is open; a value below a key counts as standing on the line of its key."""
        self._items += 1
        if self._items > MAX_ITEMS:
            self._no(event, f"Dit bestand heeft meer dan {MAX_ITEMS} onderdelen. Splits het op.")
        if not self._open:
            self.root = value
            self.lines[()] = event.start_mark.line + 1
            return ()
        top = self._open[-1]
        if isinstance(top.value, list):
            where: Where = (*top.where, len(top.value))
            self.lines[where] = event.start_mark.line + 1
            top.value.append(value)
            return where
        key = str(top.key)
        top.value[key] = value
        top.key = None
        return (*top.where, key)
