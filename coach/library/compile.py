"""From the YAML of authors to the JSON that coach reads: `python -P -m coach.library.compile [--force]`.

Runs when a checkout is set up and when the package is built. Nothing is written before everything is right.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.domain.errors import CoachError, ContentError, InputError, UsageError
from coach.domain.text import one_line
from coach.library.citation import source_for_people
from coach.library.compiled import GUARD as GUARD_FILE
from coach.library.compiled import GUARD_SOURCE
from coach.library.digest import DIGEST, is_fresh, source_digest
from coach.library.locate import package_folder, source_folder
from coach.library.problems import ContentProblems, Problem
from coach.library.read import source_name

if TYPE_CHECKING:
    from coach.library.references import Known
    from coach.library.sources import Sources
    from coach.library.yaml_source import Document

_EXIT_CODES: dict[type[CoachError], int] = {UsageError: 2, InputError: 3, ContentError: 4}
"""As those of the command line (design, section 2), which cannot be reached from here."""

_FRESH = ".tmp"
MODEL = "model.json"

LISTS = {
    "ezelsbruggen": ("gesprek/ezelsbruggen.yaml", "ezelsbruggen"),
    "basistips": ("gesprek/basistips.yaml", "basistips"),
    "signalen": ("gesprek/signalen.yaml", "lijsten"),
    "advies": ("gesprek/signalen.yaml", "advies"),
    "feiten": ("gesprek/signalen.yaml", "feiten"),
    "checklists": ("gesprek/checklists.yaml", "checklists"),
    "valkuilen": ("gesprek/valkuilen.yaml", "valkuilen"),
    "openingszinnen": ("gesprek/openingszinnen.yaml", "openingszinnen"),
    "werkaanpassingen": ("gesprek/werkaanpassingen.yaml", "themas"),
    "begin": ("gesprek/tijdens.yaml", "begin"),
    "pauze": ("gesprek/tijdens.yaml", "pauze"),
    "openingsdelen": ("gesprek/openingsdelen.yaml", "voorstellen"),
    "plekken": ("gesprek/plekken.yaml", "plekken"),
    "plekmomenten": ("gesprek/plekken.yaml", "momenten"),
    "werkfactoren": ("gesprek/werkfactoren.yaml", "groepen"),
    "voornamen": ("gesprek/voornamen.yaml", "namen"),
    "voornamen_ook_woord": ("gesprek/voornamen.yaml", "ook_woord"),
    "onderwerpen": ("gesprek/onderwerpen.yaml", "onderwerpen"),
    "klaar": ("gesprek/klaar.yaml", "punten"),
    "niet_klaar": ("gesprek/klaar.yaml", "niet_klaar"),
}
"""What gesprek.json holds besides the parts: under which key the list of which file."""


def compile_content(source: Path, target: Path) -> None:
    """Compile the complete content in `source` into the folder `target`, which is made when it is not there.

    Writes gesprek.json, kaarten.json, nood.json, bronnen.json, oefenen.json, guard.json.z, guard-bron.json.z,
    and last of all the digest of what they came from; each file is replaced whole, and the same content gives
    the same bytes. Raises ContentProblems, with file, line and what was expected, before anything is written;
    InputError when the folder cannot be written.
    """
    from coach.library.sources import read_sources

    digest = source_digest(source)
    sources = read_sources(source)
    if problems := content_problems(sources):
        raise ContentProblems(problems)
    files = {f"{name}.json": value for name, value in compiled_values(sources.documents).items()}
    compiled = {name: to_bytes(value) for name, value in files.items()}
    compiled[GUARD_FILE] = deflated(guard_artefact(sources))
    parsed = {name: value for name, value in sources.guard.items() if name != MODEL}
    compiled[GUARD_SOURCE] = deflated(parsed)
    try:
        _write(target, compiled, digest)
    except OSError as error:
        raise InputError(
            f"De map {target.name} is niet te schrijven. Kijk of er ruimte is, en of je daar mag schrijven."
        ) from error


def _write(target: Path, files: Mapping[str, bytes], digest: str) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for left in target.glob(f".*{_FRESH}"):
        left.unlink(missing_ok=True)
    # Without its digest a folder that is half written is compiled again.
    (target / DIGEST).unlink(missing_ok=True)
    for name, data in files.items():
        _replace(target / name, data)
    _replace(target / DIGEST, digest.encode("ascii"))


def content_problems(sources: Sources, known: Known | None = None) -> list[Problem]:
    """Return what is wrong with content: its shape, its references, and whether all of it is there.

    `known` is what an organisation's folder may refer to; such a folder need not be complete.
    """
    from coach.library.completeness import completeness_problems
    from coach.library.references import NOTHING, reference_problems
    from coach.library.rehearsal_problems import missing_rehearsal, rehearsal_problems
    from coach.library.schema import shape_problems

    problems = list(sources.problems)
    for document in sources.documents.values():
        problems += shape_problems(document, complete=known is None)
    # With a file unread every reference to it would be called wrong too.
    if not sources.problems:
        problems += reference_problems(sources.documents, known or NOTHING)
        problems += rehearsal_problems(sources.documents, known.voices if known else frozenset())
        if known is None:
            problems += completeness_problems(sources.documents)
            problems += missing_rehearsal(sources.documents)
    return sorted(problems)


def compiled_values(documents: Mapping[str, Document]) -> dict[str, Any]:
    """Return what the compiled files hold (but for the guard), by name without .json.

    `documents` are complete and of the right shape. Every text is on one line and every `bron` a text for
    people.
    """
    from coach.library.schema import NABESPREKEN, PART_FILES, SCENARIOS, STEMMEN

    references = documents["bronnen.yaml"].at(("bronnen",))
    names = dict(map(source_name, references))
    conversation = {"onderdelen": [documents[name].value for name in PART_FILES]}
    conversation |= {key: documents[name].at((inner,)) for key, (name, inner) in LISTS.items()}
    values = {
        "gesprek": conversation,
        "kaarten": documents["kaarten/moeilijke-momenten.yaml"].value,
        "nood": documents["kaarten/nood.yaml"].value,
        "bronnen": documents["bronnen.yaml"].value,
        "oefenen": {
            "nabespreken": documents[NABESPREKEN].value,
            **{
                key: [
                    document.value for name, document in sorted(documents.items()) if name.startswith(folder)
                ]
                for key, folder in (("stemmen", STEMMEN), ("scenarios", SCENARIOS))
            },
        },
    }
    return {name: for_people(value, names) for name, value in values.items()}


def for_people(value: Any, names: Mapping[str, str], key: str = "") -> Any:
    """Return a value with every text on one line and every `bron` a text for people, by `names` of sources.

    `key` is that of the value itself, where it has one.
    """
    if isinstance(value, dict):
        return {inner: for_people(part, names, inner) for inner, part in value.items()}
    if isinstance(value, list):
        return [for_people(part, names) for part in value]
    return source_for_people(value, names) if key == "bron" else one_line(value)


def guard_artefact(sources: Sources) -> dict[str, Any]:
    """Return the artefact of the guard; raises ContentProblems when one of its files is wrong."""
    from coach.domain.guard.build import build_artefact
    from coach.domain.guard.build_errors import GuardContentError
    from coach.library.sources import GUARD

    try:
        return build_artefact(sources.guard)
    except GuardContentError as error:
        document = sources.guard_documents.get(error.path)
        if document is None:
            raise ContentProblems([Problem(GUARD + error.path, 1, error.expected)]) from None
        raise ContentProblems(
            [Problem(document.file, line_of(document, error.item), error.expected)]
        ) from None


def line_of(document: Document, item: str) -> int:
    """Return the line where the item with this id (or this name, or this text) stands; 1 where none does."""
    ids = (where for where, value in document.walk() if value == item and where[-1:] == ("id",))
    keys = (where for where, _ in document.walk() if where[-1:] == (item,))
    texts = (where for where, value in document.walk() if value == item)
    for found in (ids, keys, texts):
        for where in found:
            return document.line(where)
    return 1


def to_bytes(value: Any, *, plain: bool = False) -> bytes:
    """Return `value` as the bytes of a JSON file: always the same, in the order of the source.

    With `plain` it is ASCII.
    """
    return json.dumps(value, ensure_ascii=plain, separators=(",", ":")).encode() + b"\n"


def deflated(artefact: Any) -> bytes:
    """Return the artefact of the guard as the bytes of its file: always the same.

    It is ASCII, which reads twice as fast as text with the characters that stand for words.
    """
    return zlib.compress(to_bytes(artefact, plain=True), 9)


def _replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file, whole or not at all."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}{_FRESH}")
    try:
        with fresh.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(fresh, path)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink()


def main(arguments: list[str]) -> int:
    """Compile the content of this checkout if it changed, or always with --force; return the exit code."""
    try:
        if set(arguments) - {"--force"}:
            raise UsageError("Gebruik: python -P -m coach.library.compile [--force]")
        source = source_folder()
        if source is None:
            raise ContentError("Hier is geen map content. Dit werkt alleen in een kopie van de broncode.")
        if arguments or not is_fresh(source, package_folder()):
            compile_content(source, package_folder())
    except CoachError as error:
        lines = (
            [f"content/{problem}" for problem in error.problems]
            if isinstance(error, ContentProblems)
            else [error]
        )
        print(*lines, sep="\n", file=sys.stderr)
        return next(code for kind, code in _EXIT_CODES.items() if isinstance(error, kind))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
