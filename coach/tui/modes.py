"""The modes of the app: a screen each, made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

PLACES = (
    ("Begin", "Naar het beginscherm", "home"),
    ("Voorbereiden", "Stap voor stap je gesprek voorbereiden", "prepare"),
    ("Blad", "Je gespreksblad bekijken en bewaren", "sheet"),
    ("Oefenen", "Oefen je gesprek met een nagespeelde medewerker", "rehearse"),
    ("Gesprek", "Tijdens je gesprek: een zin tegelijk", "live"),
    ("Afspraken", "Samen afspreken, en later terugkijken", "records"),
    ("Zin toetsen", "Mag je dit vragen, of opschrijven?", "check"),
    ("Naslag", "Tips, vragen, signalen en lastige momenten", "library"),
    ("Bewaard", "Je kluis: verdergaan, wissen, wachtwoord", "kept"),
)
OPENS_STORE = ("home", "prepare", "live", "records", "agree", "kept")
"""The modes that ask for the passphrase at the start, where there is a store."""


def _home() -> Screen[Any]:
    from coach.tui.screens.home import HomeScreen

    return HomeScreen()


def _prepare() -> Screen[Any]:
    from coach.tui.screens.prepare import PrepareScreen

    return PrepareScreen()


def _sheet() -> Screen[Any]:
    from coach.tui.screens.sheet import SheetScreen

    return SheetScreen()


def _records() -> Screen[Any]:
    from coach.tui.screens.records import RecordsScreen

    return RecordsScreen()


def _agree() -> Screen[Any]:
    from coach.tui.screens.records import RecordsScreen

    return RecordsScreen(begin=True)


def _rehearse() -> Screen[Any]:
    from coach.tui.screens.rehearse import RehearseScreen

    return RehearseScreen()


def _live() -> Screen[Any]:
    from coach.tui.screens.live import LiveScreen

    return LiveScreen()


def _kept() -> Screen[Any]:
    from coach.tui.screens.kept import KeptScreen

    return KeptScreen()


def _check() -> Screen[Any]:
    from coach.tui.screens.check import CheckScreen

    return CheckScreen()


def _library() -> Screen[Any]:
    from coach.tui.screens.library import LibraryScreen

    return LibraryScreen()


MODES: dict[str, str | Callable[[], Screen[Any]]] = {
    "home": _home,
    "prepare": _prepare,
    "sheet": _sheet,
    "rehearse": _rehearse,
    "records": _records,
    "agree": _agree,
    "live": _live,
    "kept": _kept,
    "check": _check,
    "library": _library,
}
