from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.preparation import (
    MAX_FACTS,
    MAX_PLANS,
    Energy,
    Fact,
    Plan,
    Preparation,
    Progress,
    Weighed,
    toggled,
)
from tests.unit.samples import preparations

EARLY, LATE = date(2026, 1, 2), date(2026, 3, 4)


def test_facts_stand_in_order_of_date_and_empty_ones_go() -> None:
    facts = [
        Fact("zonder"),
        Fact("laat", LATE),
        Fact(" \t", EARLY),
        Fact("vroeg", EARLY),
        Fact("ook laat", LATE),
    ]
    assert [fact.what for fact in Preparation().with_facts(facts).facts] == [
        "vroeg",
        "laat",
        "ook laat",
        "zonder",
    ]


def test_no_more_facts_and_plans_than_fit() -> None:
    many = Preparation().with_facts([Fact(f"{n}") for n in range(20)]).with_plans([Plan("als", "dan")] * 20)
    assert (len(many.facts), len(many.plans)) == (MAX_FACTS, MAX_PLANS)


def test_a_plan_with_one_half_stays() -> None:
    plans = [Plan("", ""), Plan("als", ""), Plan("", "dan"), Plan(" ", "\n", "oplossen")]
    assert Preparation().with_plans(plans).plans == (Plan("als", ""), Plan("", "dan"))


def test_questions_of_a_part_are_replaced_and_follow_the_parts() -> None:
    preparation = (
        Preparation()
        .with_questions(Part.NODIG, ["n1", "n2"])
        .with_questions(Part.BENOEMEN, ["b1", " ", "b1", "b2"])
        .with_questions(Part.NODIG, ["n3"])
    )
    assert [chosen.text for chosen in preparation.questions] == ["b1", "b2", "n3"]
    assert preparation.asked_in(Part.BENOEMEN) == ("b1", "b2")
    assert preparation.asked_in(Part.INVLOED) == ()


@given(preparations(), st.sampled_from(Part), st.lists(st.text()))
def test_choosing_in_one_part_leaves_the_others(
    preparation: Preparation, part: Part, texts: list[str]
) -> None:
    after = preparation.with_questions(part, texts)
    assert all(after.asked_in(other) == preparation.asked_in(other) for other in Part if other is not part)
    assert set(after.asked_in(part)) == {text for text in texts if text.strip()}


def test_signals_and_their_facts_go_together() -> None:
    ticked = Preparation().with_signals(["later", "fouten", "later"])
    assert ticked.signals == ("later", "fouten")
    filled = ticked.with_facts([Fact("a", None, "later"), Fact("b", None, "weg")])
    assert [fact.signal for fact in filled.facts] == ["later", ""]
    assert [fact.signal for fact in filled.with_signals(["fouten"]).facts] == ["", ""]


def test_a_card_is_laid_aside_once_and_taken_back() -> None:
    weighed = Preparation().weigh("a", Energy.GIVES).weigh("b", Energy.COSTS).weigh("a", Energy.COSTS)
    assert (weighed.energy_of("a"), weighed.energy_of("c")) == (Energy.COSTS, None)
    assert weighed.weigh("a", None).weighed == (Weighed("b", Energy.COSTS),)
    assert toggled(toggled((), "a"), "a") == ()


def test_empty_means_that_nothing_was_filled_in() -> None:
    assert Preparation(label="a", status=Status.ZIEK, address=Address.U).is_empty
    assert not Preparation(place="kamer").is_empty
    assert not replace(Preparation(), next_date=EARLY).is_empty


def test_the_first_open_step() -> None:
    assert Progress({"a": (1, 1), "b": (1, 2), "c": (0, 1)}).first_open == "b"
    assert Progress({"a": (1, 1), "b": (1, 2), "c": (0, 1)}).open_steps == ("b", "c")
    assert Progress({"a": (1, 1)}).first_open is None
