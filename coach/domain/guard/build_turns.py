"""Build side: the better wordings that suit some sentences more than others, from `wendingen.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.domain.guard.build_errors import GuardContentError, mapping, text, texts
from coach.domain.guard.build_lexicon import LexiconBuilder

PATH = "wendingen.yaml"
_FIELDS = {"categorie", "bij", "en", "zin", "zeg", "u"}
_KINDS = {"vraag": 1, "mededeling": 2}
_GROUPS = ("bij", "en")
"""Of each of these groups one class or word must stand in the sentence."""


def build_turns(
    content: object,
    categories: Mapping[str, object],
    of_class: Mapping[str, str],
    lexicon: LexiconBuilder,
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
            _group(said, texts(PATH, said, item[group]), of_class, lexicon)
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
    if set(top) != {"bron", "wendingen"} or not isinstance(top["wendingen"], list):
        raise GuardContentError(PATH, "bestand", "Verwacht zijn een `bron` en één lijst `wendingen`.")
    text(PATH, "bron", top["bron"])
    return [mapping(PATH, "wendingen", item) for item in top["wendingen"]]


def _group(said: str, names: list[str], of_class: Mapping[str, str], lexicon: LexiconBuilder) -> list[str]:
    """The classes of a group, and the lemmas of its words."""
    classes = [name for name in names if name.isupper()]
    unknown = [name for name in classes if name not in of_class]
    if unknown:
        raise GuardContentError(PATH, said, f"De woordklasse `{unknown[0]}` bestaat niet.")
    return classes + sorted({lexicon.lemma(name) for name in names if not name.isupper()})
