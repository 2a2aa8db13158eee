"""The whole walk in lines of text, and the steps in it that are about the work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.domain.conversation import Part
from coach.domain.preparation import Absence, Energy, Weighed
from coach.library.load import load_library
from tests.cli.lines import at, exported, prepare

pytestmark = pytest.mark.usefixtures("simple_guard")


def test_the_whole_walk(tmp_path: Path) -> None:
    library = load_library()
    prepared = exported(
        tmp_path,
        "1", "2",
        "1 en 3", "1", "",
        "12-11", "1", "Begon om tien uur.", "gisteren", "", "Miste het overleg.", "",
        "Donderdag om tien uur", "1", "Kamer 3",
        "elke vrijdag de planning", "drie keer op tijd", "2", "2-3, 7 sep en 2 maart",
        "1g 2k", "", "", "3 kost", "",
        "1", "1", "als iemand stil wordt", "wacht ik even", "ik maak grapjes", "het stil is", "wacht ik", "",
        "Ik zag dat u later begon. Herkent u dat?",
        "1, 2", "",
        "Wat merkt u op het werk?", "",
        "", "", "1, 3", "", "wie de planning doet", "1", "", "vrijdag", "1 2", "",
    )  # fmt: skip
    assert prepared.address == "u"
    assert [(fact.when, fact.what) for fact in prepared.facts] == [
        (date(2026, 11, 12), "Begon om tien uur."),
        (date(2026, 11, 21), "Miste het overleg."),
    ]
    assert (prepared.moment, prepared.place) == ("Donderdag om tien uur", "Kamer 3")
    pitfall = library.pitfalls[0]
    assert [(plan.when, plan.then, plan.pitfall) for plan in prepared.plans] == [
        (pitfall.plans[0].when, pitfall.plans[0].then, pitfall.id),
        ("iemand stil wordt", "wacht ik even", ""),
        ("het stil is", "wacht ik", ""),
    ]
    assert [plan.own for plan in prepared.plans] == ["", "", "ik maak grapjes"]
    signals = list(library.visible_signals)
    assert prepared.signals == (signals[2],)
    assert [fact.signal for fact in prepared.facts] == [signals[2], ""]
    assert (prepared.setting, prepared.asked) == (library.places[0].id, "elke vrijdag de planning")
    assert prepared.delivered == "drie keer op tijd"
    assert prepared.absence == Absence(2, (date(2026, 3, 2), date(2026, 9, 7)))
    groups = [[factor.id for factor in group.factors] for group in library.factor_groups]
    assert prepared.weighed == (
        Weighed(groups[0][0], Energy.GIVES),
        Weighed(groups[0][1], Energy.COSTS),
        Weighed(groups[2][2], Energy.COSTS),
    )
    assert prepared.subjects == (library.subjects[0].id, library.subjects[2].id)
    assert prepared.goal == "wie de planning doet"
    assert prepared.ready == tuple(point.id for point in library.ready_points[:2])
    assert prepared.opening == "Ik zag dat u later begon. Herkent u dat?"
    assert [(chosen.part.value, chosen.text) for chosen in prepared.questions][:1] == [
        (
            "benoemen",
            next(q.u for q in library.part(Part.BENOEMEN).questions if "werkt" in q.statuses),
        )
    ]
    assert [chosen.part.value for chosen in prepared.questions] == [
        "benoemen",
        "benoemen",
        "invloed",
        "afronding",
    ]
    assert prepared.next_date == date(2026, 11, 27)


def test_absence_is_a_number_and_dates_and_never_a_reason(tmp_path: Path) -> None:
    lines = at("werk", "", "", "drie", "3", "griep", "2-3 door griep", "2-3")
    out = " ".join(prepare(*lines).out.split())
    assert out.count("De reden van afwezig zijn gaat over gezondheid") == 3
    assert exported(tmp_path, *lines).absence == Absence(3, (date(2026, 3, 2),))


def test_what_to_do_with_what_was_seen_and_what_is_left_to_do() -> None:
    library = load_library()
    out = " ".join(prepare(*at("signalen", "1", "")).out.split())
    assert library.advice["terloops"].text in out  # type: ignore[index]
    out = " ".join(prepare(*at("signalen", "1 2", "2 99", "4", "")).out.split())
    assert library.advice["deze-week"].text in out  # type: ignore[index]
    assert "99 staat er niet bij." in out
    out = " ".join(prepare(*at("klaar", "1", "")).out.split())
    left = [point.otherwise in out for point in library.ready_points]
    assert left == [False, *[True] * (len(left) - 1)]
