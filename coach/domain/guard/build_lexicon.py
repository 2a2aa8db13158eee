"""Build side: lexicon files to the tables that `lexicon.Lexicon` reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from coach.domain.guard.build_errors import GuardContentError, mapping, text, texts
from coach.domain.guard.lexicon import INITIAL, NUMBER
from coach.domain.guard.spelling import SHORTEST, skeleton
from coach.domain.guard.tokens import normal

_CLASS_NAME = re.compile(r"[A-Z]{2,}\Z")
_FIELDS = {"id", "uitleg", "herstel", "woorden", "staarten", "uitdrukkingen"}


class LexiconBuilder:
    """Collects classes from files, then gives the tables; `literals` are the words that patterns name."""

    def __init__(self) -> None:
        self.classes: dict[str, str] = {}
        self.lemma_of: dict[str, str] = {}
        self.classes_of: dict[str, list[str]] = {}
        self.mended: set[str] = set()
        self.tails: dict[str, list[str]] = {}
        self.expressions: list[tuple[str, str, str]] = []
        self.real_words: list[str] = []

    def add_file(self, path: str, content: object) -> None:
        """Take in one parsed file of `klassen`, or the list of real words that repair must leave alone."""
        top = mapping(path, "bestand", content)
        if set(top) == {"echte_woorden"}:
            self.real_words.extend(text(path, "echte_woorden", top["echte_woorden"]).split())
            return
        if set(top) != {"klassen"} or not isinstance(top["klassen"], list):
            raise GuardContentError(
                path, "bestand", "Verwacht is één lijst `klassen` of één tekst `echte_woorden`."
            )
        for item in top["klassen"]:
            self._add_class(path, mapping(path, "klassen", item))

    def _add_class(self, path: str, item: Mapping[str, Any]) -> None:
        name = text(path, "id", item.get("id"))
        if not _CLASS_NAME.match(name):
            raise GuardContentError(path, name, "Verwacht is een naam in hoofdletters, zoals KLACHT.")
        unknown = set(item) - _FIELDS
        if unknown:
            raise GuardContentError(
                path, name, f"Onbekend veld {sorted(unknown)[0]}; verwacht is {sorted(_FIELDS)}."
            )
        self.classes.setdefault(name, text(path, name, item.get("uitleg")))
        for line in texts(path, name, item.get("woorden", [])):
            forms = [normal(form) for form in line.split()]
            for form in forms:
                self.lemma_of.setdefault(form, forms[0])
                known = self.classes_of.setdefault(form, [])
                if name not in known:
                    known.append(name)
                if item.get("herstel") == "ja":
                    self.mended.add(form)
        for tail in texts(path, name, item.get("staarten", [])):
            self.tails.setdefault(normal(tail), []).append(name)
        for expression in texts(path, name, item.get("uitdrukkingen", [])):
            if len(expression.split()) < 2:
                raise GuardContentError(
                    path, name, f"Een uitdrukking heeft twee woorden of meer: {expression}."
                )
            self.expressions.append((name, expression, path))

    def lemma(self, word: str) -> str:
        """The lemma of a word as it is written in an expression; `JE` and `IK` stand for all their forms."""
        if word in ("JE", "IK"):
            return word.lower()
        form = normal(word)
        return self.lemma_of.get(form, form)

    def tables(self, literals: Iterable[str]) -> tuple[dict[str, object], dict[str, str], dict[str, str]]:
        """The artefact's lexicon, the code characters of each class, and those of each literal."""
        wanted = {normal(word) for word in literals}
        for word in wanted:
            self.lemma_of.setdefault(word, word)
            self.classes_of.setdefault(word, [])
        self.lemma_of.setdefault(NUMBER, NUMBER)
        self.classes_of.setdefault(NUMBER, ["GETAL"] if "GETAL" in self.classes else [])
        names = list(self.classes)
        number_of = {name: place for place, name in enumerate(names)}
        signatures: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
        words: dict[str, int] = {}
        for word in sorted(self.classes_of):
            own = tuple(self.classes_of[word])
            named = tuple(sorted({word, self.lemma_of[word]} & wanted))
            words[word] = signatures.setdefault((own, named), len(signatures))
        tails = {
            tail: signatures.setdefault((tuple(own), ()), len(signatures)) for tail, own in self.tails.items()
        }
        chars_of_class: dict[str, str] = dict.fromkeys(names, "")
        chars_of_literal: dict[str, str] = dict.fromkeys(wanted, "")
        for (own, named), place in signatures.items():
            for name in own:
                chars_of_class[name] += chr(0x101 + place)
            for word in named:
                chars_of_literal[word] += chr(0x101 + place)
        table: dict[str, object] = {
            "classes": names,
            "signatures": [[number_of[name] for name in own] for own, _ in signatures],
            "words": self._lines(words),
            "tails": tails,
            "phrases": self._phrases(),
            **self._repairs(words),
        }
        return table, chars_of_class, chars_of_literal

    def _phrases(self) -> dict[str, str]:
        """By first lemma its expressions, `tweede KLASSE derde vierde|tweede KLASSE`."""
        found: dict[str, list[str]] = {}
        for name, expression, _ in self.expressions:
            first, second, *rest = [self.lemma(word) for word in expression.split()]
            known = found.setdefault(first, [])
            line = " ".join([second, name, *rest])
            if line not in known:
                known.append(line)
        return {first: "|".join(lines) for first, lines in found.items()}

    def _lines(self, words: Mapping[str, int]) -> dict[str, str]:
        """By first letters its words, by signature and lemma: `12:lemma vorm vorm|=lemma vorm;40:lemma`.

        Behind a "=" stands a lemma that has itself another signature or other first letters.
        """
        groups: dict[str, dict[int, dict[str, list[str]]]] = {}
        for word, signature in words.items():
            own = groups.setdefault(word[:INITIAL], {}).setdefault(signature, {})
            own.setdefault(self.lemma_of[word], []).append(word)
        return {
            begin: ";".join(f"{signature}:{_line(lemmas)}" for signature, lemmas in own.items())
            for begin, own in groups.items()
        }

    def _repairs(self, words: Mapping[str, int]) -> dict[str, object]:
        """Words that are found when misspelt, each behind its skeleton, and words that are no misspelling."""
        mended: dict[str, str] = {}
        for word in sorted(self.mended, key=lambda word: (self.lemma_of[word] != word, word)):
            if len(word) >= SHORTEST and word.isalpha():
                mended.setdefault(skeleton(word), word)
        real = sorted({word for word in map(normal, self.real_words) if word not in words and word})
        return {
            "mended": " ".join(key if key == word else f"{key}:{word}" for key, word in mended.items()),
            "real_words": " ".join(real),
        }


def _line(lemmas: Mapping[str, list[str]]) -> str:
    return "|".join(
        " ".join(
            [lemma, *(form for form in forms if form != lemma)] if lemma in forms else ["=" + lemma, *forms]
        )
        for lemma, forms in lemmas.items()
    )
