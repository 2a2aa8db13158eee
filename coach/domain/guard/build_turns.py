"""Build side: the better wordings that suit some sentences more than others, from `wendingen.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.domain.guard.build_errors import GuardContentError, mapping, text, texts

PATH = "wendingen.yaml"
_FIELDS = {"categorie", "bij", "en", "zin", "zeg", "u"}
_KINDS = {"vraag": 1, "mededeling": 2}
_GROUPS = ("bij", "en")


def turn_words(content: object) -> list[str]:
    """The words that wordings ask for; the lexicon must be able to tell them from others."""
    return [
        word
        for item in _items(content)
        for group in _GROUPS
        for word in item.get(group, [])
        if word.islower()
    ]


def build_turns(
    content: object,
    categories: Mapping[str, object],
    of_class: Mapping[str, str],
    of_literal: Mapping[str, str],
    expressions: frozenset[str],
) -> dict[str, object]:
    """The artefact's wordings: per category (text, kind, groups), and the u-form of each wording.

    An item with neither `bij`, `en` nor `zin` only gives a wording its u-form. Raises GuardContentError.
    """
    turns: dict[str, list[list[object]]] = {}
    formal: dict[str, str] = {}
    for item in _items(content):
        said = text(PATH, "zeg", item.get("zeg"))
        unknown = sorted(set(item) - _FIELDS)
        if unknown:
            raise GuardContentError(
                PATH, said, f"Onbekend veld `{unknown[0]}`; verwacht is {sorted(_FIELDS)}."
            )
        formal[said] = text(PATH, said, item.get("u"))
        kind = item.get("zin")
        if kind is not None and kind not in _KINDS:
            raise GuardContentError(PATH, said, f"Verwacht is bij `zin` één van {sorted(_KINDS)}.")
        groups = [
            _group(said, texts(PATH, said, item[group]), of_class, of_literal, expressions)
            for group in _GROUPS
            if group in item
        ]
        if not groups and kind is None:
            continue
        for name in texts(PATH, said, item.get("categorie")):
            if name not in categories:
                raise GuardContentError(PATH, said, f"Onbekende categorie `{name}`.")
            turns.setdefault(name, []).append([said, _KINDS.get(kind or "", 0), groups])
    return {"turns": turns, "formal": formal}


def _items(content: object) -> list[Mapping[str, Any]]:
    if content is None:
        return []
    top = mapping(PATH, "bestand", content)
    if set(top) != {"wendingen"} or not isinstance(top["wendingen"], list):
        raise GuardContentError(PATH, "bestand", "Verwacht is één lijst `wendingen`.")
    return [mapping(PATH, "wendingen", item) for item in top["wendingen"]]


def _group(
    said: str,
    names: list[str],
    of_class: Mapping[str, str],
    of_literal: Mapping[str, str],
    expressions: frozenset[str],
) -> list[object]:
    """The codes of the words and classes of a group, and the classes that have expressions."""
    codes = ""
    for name in names:
        if name.islower():
            codes += of_literal[name]
        elif name in of_class:
            codes += of_class[name]
        else:
            raise GuardContentError(PATH, said, f"De woordklasse `{name}` bestaat niet.")
    return ["".join(sorted(set(codes))), [name for name in names if name in expressions]]
