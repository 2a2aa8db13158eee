"""Build side: everything in content/guard to the one artefact that `Guard` reads.

Imported only when content is compiled or trained, never when a sentence is checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.domain.guard.build_errors import GuardContentError, mapping, text, texts
from coach.domain.guard.build_lexicon import LexiconBuilder
from coach.domain.guard.build_linear import check_linear
from coach.domain.guard.build_model import EMPTY_MODEL, model_table
from coach.domain.guard.build_patterns import PatternCompiler, literals
from coach.domain.guard.build_turns import PATH as TURNS
from coach.domain.guard.build_turns import build_turns
from coach.domain.guard.labels import CATEGORY_VERDICT, Category
from coach.domain.guard.own_guard import OWN

__all__ = ["FORMAT", "GuardContentError", "build_artefact"]

FORMAT = 1
_KINDS = {"elk": 0, "vraag": 1, "mededeling": 2}
_RULE_FIELDS = {
    "id", "categorie", "titel", "waarom", "beter", "bron", "zin", "status", "hard", "patronen",
    "fout", "goed",
}  # fmt: skip
_MASK_FIELDS = {"id", "uitleg", "dempt", "bereik", "patronen", "pseudo", "stop", "gedempt", "niet_gedempt"}
_NOOD_FIELDS = {"patronen", "behalve", "wel", "niet"}
_CATEGORY_FIELDS = {"id", "titel", "waarom", "beter", "notitie", "bron"}
FEWEST_EXAMPLES = 6


def build_artefact(files: Mapping[str, object]) -> dict[str, object]:
    """The artefact of parsed content files.

    `files` maps paths relative to content/guard (`lexicon/werk.yaml`, `regels/druk.yaml`,
    `maskers/veilig.yaml`, `eigen/regels.yaml`, `nood.yaml`, `categorieen.yaml`, `wendingen.yaml`,
    `model.json`) to what a YAML or JSON reader made of them, every scalar of the YAML a text. Without
    `model.json` the artefact judges by rules alone. Raises GuardContentError.
    """
    lexicon = LexiconBuilder()
    rules: list[tuple[str, Mapping[str, Any]]] = []
    masks: list[tuple[str, Mapping[str, Any]]] = []
    own: list[tuple[str, Mapping[str, Any]]] = []
    for path in sorted(files):
        folder = path.split("/", 1)[0]
        if folder == "lexicon":
            lexicon.add_file(path, files[path])
        elif folder == "regels":
            rules.extend((path, item) for item in _items(path, files[path], "regels"))
        elif folder == "maskers":
            masks.extend((path, item) for item in _items(path, files[path], "maskers"))
        elif folder == OWN:
            own.extend((path, item) for item in _items(path, files[path], "regels"))
        elif folder not in ("nood.yaml", "categorieen.yaml", TURNS, "model.json", "corpus"):
            raise GuardContentError(path, "bestand", "Verwacht is een map lexicon, regels of maskers.")
    nood = mapping("nood.yaml", "nood", files.get("nood.yaml"))
    _fields("nood.yaml", "nood", nood, _NOOD_FIELDS)
    named: list[str] = []
    for path, item in [*rules, *masks, *own, ("nood.yaml", nood)]:
        for field in ("patronen", "pseudo", "behalve"):
            for pattern in item.get(field, []):
                check_linear(path, str(item.get("id", path)), str(pattern))
                named.extend(literals(str(pattern)))
        named.extend(str(word) for word in item.get("stop", []))
    table, of_class, of_literal = lexicon.tables(named)
    compiler = PatternCompiler(of_class, of_literal)
    categories, sources = _categories(files.get("categorieen.yaml"))
    artefact: dict[str, object] = {
        "format": FORMAT,
        "lexicon": table,
        "rules": _rules(rules, compiler, sources),
        "masks": _masks(masks, compiler, of_literal),
        "nood": {
            "found": _patterns("nood.yaml", [("nood.yaml", nood)], "patronen", compiler),
            "not": _patterns("nood.yaml", [("nood.yaml", nood)], "behalve", compiler),
        },
        "categories": categories,
        "wordings": build_turns(files.get(TURNS), categories, of_class, lexicon),
        "model": model_table(files.get("model.json", EMPTY_MODEL)),  # type: ignore[arg-type]
    }
    organisation = any(path.startswith(f"{OWN}/") for path in files)
    return {**artefact, OWN: _rules(own, compiler, sources)} if organisation else artefact


def _items(path: str, content: object, name: str) -> list[Mapping[str, Any]]:
    top = mapping(path, "bestand", content)
    if set(top) != {name} or not isinstance(top[name], list):
        raise GuardContentError(path, "bestand", f"Verwacht is één lijst `{name}`.")
    return [mapping(path, name, item) for item in top[name]]


def _fields(path: str, item: str, value: Mapping[str, Any], known: set[str]) -> None:
    unknown = sorted(set(value) - known)
    if unknown:
        raise GuardContentError(
            path, item, f"Onbekend veld `{unknown[0]}`; verwacht is één van {sorted(known)}."
        )


def _category(path: str, item: str, value: object) -> str:
    name = text(path, item, value)
    if name not in [category.value for category in Category]:
        raise GuardContentError(path, item, f"Onbekende categorie `{name}`.")
    return name


def _categories(content: object) -> tuple[dict[str, object], dict[str, str]]:
    path = "categorieen.yaml"
    top = mapping(path, "bestand", content)
    _fields(path, "bestand", top, {"bronnen", "categorieen"})
    sources = {str(name): text(path, str(name), value) for name, value in top["bronnen"].items()}
    found: dict[str, object] = {}
    for raw in top["categorieen"]:
        item = mapping(path, "categorieen", raw)
        name = _category(path, str(item.get("id")), item.get("id"))
        _fields(path, name, item, _CATEGORY_FIELDS)
        found[name] = {
            "title": text(path, name, item.get("titel")),
            "why": text(path, name, item.get("waarom")),
            "instead": texts(path, name, item.get("beter")),
            "note": text(path, name, item.get("notitie")),
            "source": _source(path, name, item.get("bron"), sources),
        }
    missing = [category.value for category in CATEGORY_VERDICT if category.value not in found]
    if missing:
        raise GuardContentError(path, missing[0], "Verwacht is een uitleg voor elke categorie.")
    return found, sources


def _source(path: str, item: str, value: object, sources: Mapping[str, str]) -> str:
    name, comma, place = text(path, item, value).partition(",")
    if name.strip() not in sources:
        raise GuardContentError(path, item, f"De bron `{name}` staat niet bij `bronnen` in categorieen.yaml.")
    return sources[name.strip()] + comma + place


def _rules(
    rules: list[tuple[str, Mapping[str, Any]]],
    compiler: PatternCompiler,
    sources: Mapping[str, str],
) -> dict[str, object]:
    found: list[dict[str, object]] = []
    seen: set[str] = set()
    for path, item in rules:
        name = text(path, "id", item.get("id"))
        _fields(path, name, item, _RULE_FIELDS)
        if name in seen or name.startswith("model-"):
            raise GuardContentError(
                path, name, "Verwacht is een id dat nog niet bestaat en niet met model- begint."
            )
        seen.add(name)
        for field in ("fout", "goed"):
            if len(texts(path, name, item.get(field))) < FEWEST_EXAMPLES:
                raise GuardContentError(
                    path, name, f"Verwacht zijn minstens {FEWEST_EXAMPLES} voorbeelden bij `{field}`."
                )
        if item.get("zin", "elk") not in _KINDS:
            raise GuardContentError(path, name, f"Verwacht is bij `zin` één van {sorted(_KINDS)}.")
        found.append({
            "id": name,
            "category": _category(path, name, item.get("categorie")),
            "title": text(path, name, item.get("titel")),
            "why": text(path, name, item.get("waarom")),
            "instead": texts(path, name, item.get("beter")),
            "source": _source(path, name, item.get("bron"), sources),
            "hard": item.get("hard") == "ja",
            "status": item.get("status", ""),
            "catches": texts(path, name, item.get("fout")),
            "passes": texts(path, name, item.get("goed")),
        })  # fmt: skip
    return {"items": found, **_patterns("regels", rules, "patronen", compiler)}


def _patterns(
    path: str, items: list[tuple[str, Mapping[str, Any]]], field: str, compiler: PatternCompiler
) -> dict[str, object]:
    """The patterns of all items: owner, expression, kind of sentence, and the numbers of the steps that may
    not be absent; of each such step the characters that it takes.
    """
    rows: list[list[object]] = []
    steps: dict[str, int] = {}
    for owner, (where, item) in enumerate(items):
        kind = _KINDS[item.get("zin", "elk")]
        name = str(item.get("id", path))
        for pattern in texts(where, name, item.get(field, [])):
            expression, needed = compiler.compile(where, name, pattern)
            rows.append([owner, expression, kind, [steps.setdefault(step, len(steps)) for step in needed]])
    return {"patterns": rows, "steps": list(steps)}


def _masks(
    masks: list[tuple[str, Mapping[str, Any]]], compiler: PatternCompiler, of_literal: Mapping[str, str]
) -> dict[str, object]:
    found: list[dict[str, object]] = []
    for path, item in masks:
        name = text(path, "id", item.get("id"))
        _fields(path, name, item, _MASK_FIELDS)
        if item.get("bereik") not in ("zin", "uiting"):
            raise GuardContentError(path, name, "Verwacht is bij `bereik`: zin of uiting.")
        text(path, name, item.get("uitleg"))
        for field in ("gedempt", "niet_gedempt"):
            texts(path, name, item.get(field))
        found.append({
            "id": name,
            "silences": [_category(path, name, part) for part in texts(path, name, item.get("dempt"))],
            "whole": item["bereik"] == "uiting",
            "stop": "".join(of_literal[word] for word in texts(path, name, item.get("stop", []))),
        })  # fmt: skip
    return {
        "items": found,
        "found": _patterns("maskers", masks, "patronen", compiler),
        "not": _patterns("maskers", masks, "pseudo", compiler),
    }
