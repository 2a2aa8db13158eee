"""What is being filled in by the line mode, and how a list of it is shown and shortened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from coach.cli.dialogue import Dialogue
from coach.domain.preparation import Preparation

EMPTY = "-"
"""Typed to make a field empty, or to say that there is no date."""
NOT_A_DATE = "Die datum snap ik niet. Typ hem zoals 12-11, 12 november of {example}."
_REMOVE = re.compile(r"weg\s+(\d{1,30})", re.IGNORECASE)
Item = TypeVar("Item")


@dataclass(slots=True)
class Draft:
    """What is being filled in; `preparation` is replaced at each answer. `today` is the day of preparing."""

    preparation: Preparation
    today: date


def put(draft: Draft, **changes: object) -> None:
    """Put other values in the preparation."""
    draft.preparation = replace(draft.preparation, **changes)  # type: ignore[arg-type]


def removed(dialogue: Dialogue, answer: str, items: tuple[Item, ...]) -> tuple[Item, ...] | None:
    """Return `items` without the one that "weg 2" names; None when the answer is something else.

    A number that is not there is said, and takes nothing away.
    """
    found = _REMOVE.fullmatch(answer)
    if found is None:
        return None
    number = int(found[1])
    if not 1 <= number <= len(items):
        dialogue.say("Dat nummer staat er niet bij.")
        return items
    return items[: number - 1] + items[number:]


def show_list(dialogue: Dialogue, head: str, texts: Sequence[str]) -> None:
    """Show what is there with its numbers, and how one is taken away; nothing where there is nothing."""
    if not texts:
        return
    dialogue.say(head)
    for number, text in enumerate(texts, start=1):
        dialogue.say(text, f"{number}. ")
    dialogue.say("Iets weghalen? Typ weg en het nummer, zoals: weg 1")
