"""Content that is wrong says where, in which item, and what was expected."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from coach.domain.guard.build import GuardContentError, build_artefact

Break = Callable[[dict[str, Any]], None]


def _rule(files: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = files["regels/verboden.yaml"]["regels"][0]
    return found


BREAKS: dict[str, tuple[Break, str]] = {
    "unknown field": (lambda files: _rule(files).update(onzin="x"), "Onbekend veld"),
    "unknown category": (lambda files: _rule(files).update(categorie="x"), "Onbekende categorie"),
    "unknown class": (lambda files: _rule(files).update(patronen=["BESTAATNIET je"]), "BESTAATNIET"),
    "unknown step": (lambda files: _rule(files).update(patronen=["heb ((("]), "onbekend"),
    "gaps only": (lambda files: _rule(files).update(patronen=["*3"]), "vast woord"),
    "too many gaps": (
        lambda files: _rule(files).update(patronen=["je *2 je *2 je *2 je *2 je *2 je"]),
        "sprongen",
    ),
    "few examples": (lambda files: _rule(files).update(fout=["Heb je iets?"]), "voorbeelden"),
    "unknown source": (lambda files: _rule(files).update(bron="krant, 1"), "bron"),
    "twice": (lambda files: files["regels/verboden.yaml"]["regels"].append(_rule(files)), "id"),
    "no why": (lambda files: _rule(files).pop("waarom"), "tekst"),
    "category gone": (lambda files: files["categorieen.yaml"]["categorieen"].pop(), "elke categorie"),
    "class name": (lambda files: files["lexicon/werk.yaml"]["klassen"][0].update(id="klein"), "hoofdletters"),
    "no list": (lambda files: files.update({"regels/x.yaml": {"regels": "x"}}), "lijst"),
    "other file": (lambda files: files.update({"anders.yaml": {}}), "map"),
}


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_each_mistake_is_named(files: dict[str, object], name: str) -> None:
    broken = copy.deepcopy(files)
    change, expected = BREAKS[name]
    change(broken)
    with pytest.raises(GuardContentError, match=expected) as raised:
        build_artefact(broken)
    assert raised.value.path and raised.value.item and raised.value.expected


def test_the_same_content_gives_the_same_artefact(
    files: dict[str, object], artefact: dict[str, object]
) -> None:
    assert build_artefact(copy.deepcopy(files)) == artefact
