"""Build side: the artefact of `OwnGuard`, from the coach's own files and what an organisation adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from coach.domain.guard.build import build_artefact
from coach.domain.guard.build_errors import GuardContentError
from coach.domain.guard.build_lexicon import LexiconBuilder
from coach.domain.guard.build_patterns import literals
from coach.domain.guard.lexicon import UNKNOWN_CODE, Lexicon
from coach.domain.guard.own_guard import MARKER, OWN
from coach.domain.guard.tokens import normal, sentences

LEXICON = "lexicon/~eigen.yaml"
"""What own words are called while they are built: behind every file of the coach, so that those come first.
"""
RULES = f"{OWN}/regels.yaml"
CATEGORIES = "categorieen.yaml"

Item = Mapping[str, Any]


def build_own(
    files: Mapping[str, object],
    base: Mapping[str, object],
    classes: Iterable[Item],
    rules: Iterable[Item],
    sources: Mapping[str, str],
) -> dict[str, object]:
    """The artefact with the words of `classes` and with `rules`, for `OwnGuard`.

    `files` are those that the coach's own artefact `base` was made of, as `build.build_artefact` takes them;
    the model comes from `base`. `classes` are items of a lexicon (`id`, `uitleg` where the class is new,
    `woorden`, `uitdrukkingen`); `rules` are items of a file of rules with a `beter` of `zeg` and `u`; all of
    them decide by themselves. `sources` are the organisation's own sources by id, with what people read.

    Raises GuardContentError, with the path LEXICON or RULES, when something does not fit: a word that the
    coach knows, a class that is not there, a pattern that is none.
    """
    classes, rules = list(classes), list(rules)
    known = _Known(files, base)
    for item in classes:
        known.check_class(item)
    guessed = [word for rule in rules for word in known.guessed(rule)]
    top: Any = files[CATEGORIES]
    together: dict[str, object] = {
        **files,
        CATEGORIES: {**top, "bronnen": {**top["bronnen"], **sources}},
        LEXICON: {"klassen": [*(known.whole(item) for item in classes), _marked(classes, guessed)]},
        RULES: {"regels": [_decisive(rule) for rule in rules]},
    }
    artefact = build_artefact(together)
    formal = {better["zeg"]: better["u"] for rule in rules for better in rule["beter"]}
    own: Any = artefact[OWN]
    return {**artefact, "model": base["model"], OWN: {**own, "formal": formal}}


class _Known:
    """What the coach knows without the organisation."""

    def __init__(self, files: Mapping[str, object], base: Mapping[str, object]) -> None:
        self._lexicon = Lexicon(base["lexicon"])  # type: ignore[arg-type]
        builder = LexiconBuilder()
        for path in sorted(files):
            if path.startswith("lexicon/"):
                builder.add_file(path, files[path])
        self._purposes = builder.classes
        self._words = {*builder.classes_of, *(normal(word) for word in _named(files))}

    def whole(self, item: Item) -> Item:
        """An item of a lexicon with what its class is for, which need not be said again."""
        purpose = self._purposes.get(str(item["id"]))
        return {**item, "uitleg": purpose} if purpose else item

    def check_class(self, item: Item) -> None:
        """Raise GuardContentError for words that would change what the coach reads without them."""
        name = str(item["id"])
        if name == MARKER:
            raise GuardContentError(LEXICON, name, "Deze naam gebruikt coach zelf. Kies een andere.")
        if name not in self._purposes and not item.get("uitleg"):
            raise GuardContentError(LEXICON, name, "Deze klasse is nieuw. Zet er een uitleg bij.")
        for line in item.get("woorden", ()):
            for form in line.split():
                self._check_word(line, form)
        for expression in item.get("uitdrukkingen", ()):
            for word in expression.split():
                _check_readable(LEXICON, expression, word)

    def _check_word(self, line: str, form: str) -> None:
        _check_readable(LEXICON, line, form)
        if normal(form) in self._words:
            raise GuardContentError(
                LEXICON, line, "Dit woord kent coach al; wat het betekent, ligt vast. Haal het weg."
            )

    def guessed(self, rule: Item) -> Iterator[str]:
        """The words in the patterns of a rule that the coach does not know and yet makes something of: as
        misspelt, or by a tail or a part. As words of a pattern they would lose that.
        """
        for pattern in rule["patronen"]:
            for word in literals(pattern):
                _check_readable(RULES, pattern, word)
                read = self._lexicon.words[word]
                if normal(word) not in self._words and (
                    read.code != UNKNOWN_CODE or read.lemma != normal(word)
                ):
                    yield word


def _check_readable(path: str, item: str, word: str) -> None:
    found = sentences(word)
    if len(found) != 1 or found[0].words != [word]:
        raise GuardContentError(path, item, "Schrijf losse woorden, met alleen letters, cijfers en -.")


def _named(files: Mapping[str, object]) -> Iterator[str]:
    """The plain words in the coach's own patterns, and the words that end a mask."""
    for path, content in files.items():
        top: Any = content
        items: list[Item] = []
        if path.startswith(("regels/", "maskers/")):
            items = next(iter(top.values()))
        elif path == "nood.yaml":
            items = [top]
        for item in items:
            yield from item.get("stop", ())
            for field in ("patronen", "pseudo", "behalve"):
                for pattern in item.get(field, ()):
                    yield from literals(pattern)


def _marked(classes: list[Item], guessed: list[str]) -> Item:
    """The class that all own words and expressions have besides their own; it comes last."""
    words = [*(line for item in classes for line in item.get("woorden", ())), *guessed]
    expressions = [line for item in classes for line in item.get("uitdrukkingen", ())]
    return {"id": MARKER, "uitleg": "van de organisatie", "woorden": words, "uitdrukkingen": expressions}


def _decisive(rule: Item) -> Item:
    """A rule of the organisation as one of the coach that decides by itself."""
    return {**rule, "beter": [better["zeg"] for better in rule["beter"]], "hard": "ja"}
