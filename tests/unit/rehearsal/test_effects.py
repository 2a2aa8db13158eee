"""What a turn does to trust and tension: every multiplier, the limits, and making good."""

from __future__ import annotations

import pytest

from coach.domain.guard.labels import Act, Category
from coach.domain.rehearsal.effects import BEST, WORST, Landing, land
from coach.domain.rehearsal.heard import Heard
from coach.domain.rehearsal.state import Slip, State
from coach.domain.values import replace
from tests.unit.rehearsal.samples import CAST, SCENARIO, heard, state


def _land(at: State, said: Heard) -> Landing:
    return land(CAST, at, said)


def test_the_same_act_again_gives_less_and_in_the_end_nothing() -> None:
    gains = []
    for times in range(5):
        at = state(acts=(frozenset([Act.ERKENNEN.value]),) * times)
        gains.append(_land(at, heard(at, f"Dat klinkt zwaar {times}", Act.ERKENNEN)).trust)
    assert gains == sorted(gains, reverse=True)
    assert gains[0] > 0
    assert gains[-1] == 0


def test_an_unsure_finding_costs_half() -> None:
    at = state()
    sure = _land(at, heard(at, "Je bent lui", found=(Category.OORDEEL,)))
    unsure = _land(at, heard(at, "Je bent lui", found=(Category.OORDEEL,), sure=False))
    assert unsure.trust == pytest.approx(sure.trust / 2)
    assert sure.slips[0].cost == pytest.approx(8)


def test_no_turn_gives_more_or_costs_more_than_the_limits() -> None:
    at = state(trust=0.0)
    worst = _land(at, heard(at, "Alles", found=tuple(Category)))
    assert worst.trust == WORST
    best = _land(at, heard(at, "Alles", *Act))
    assert 0 < best.trust <= BEST


def test_six_acts_in_one_sentence_gain_hardly_more_than_two() -> None:
    at = state()
    two = _land(at, heard(at, "Twee", Act.VEILIGHEID, Act.ERKENNEN))
    many = _land(at, heard(at, "Veel", *(act for act in Act if act not in (Act.AFSPRAAK, Act.DOORVRAGEN))))
    assert many.trust <= two.trust


@pytest.mark.parametrize(
    "worse",
    [
        lambda at: heard(at, "woord " * 41 + "zwaar", Act.ERKENNEN),
        lambda at: heard(at, "Dat klinkt zwaar", Act.ERKENNEN, found=(Category.ADVIES,)),
        lambda at: heard(replace(at, heard=frozenset(["datklinktzwaar"])), "Dat klinkt zwaar", Act.ERKENNEN),
    ],
    ids=["long", "with a finding", "the very same"],
)
def test_what_makes_a_gain_smaller(worse: object) -> None:
    at = state()
    full = _land(at, heard(at, "Dat klinkt zwaar", Act.ERKENNEN)).trust
    assert _land(at, worse(at)).trust < full  # type: ignore[operator]


def test_a_summary_of_nothing_that_was_said_gains_little() -> None:
    at = state(recent=("De nachtlijn belt tot elf uur.",), topics=frozenset(["lijn"]))
    right = _land(at, heard(at, "Dus die nachtlijn houdt je bezig", Act.SAMENVATTEN))
    beside = _land(at, heard(at, "Dus de maan schijnt op kaas", Act.SAMENVATTEN))
    assert beside.trust < right.trust * 0.4


def test_the_higher_trust_is_the_less_it_grows() -> None:
    low, high = state(trust=20.0), state(trust=90.0)
    assert (
        _land(high, heard(high, "Zwaar", Act.ERKENNEN)).trust
        < _land(low, heard(low, "Zwaar", Act.ERKENNEN)).trust
    )


def test_what_someone_is_sensitive_to_weighs_more() -> None:
    at = state()
    tender = replace(CAST, scenario=replace(SCENARIO, sensitive={"advies": 1.5}))
    said = heard(at, "Je moet sporten", found=(Category.ADVIES,))
    assert land(tender, at, said).trust == pytest.approx(land(CAST, at, said).trust * 1.5)


def test_an_apology_gives_back_a_part_once() -> None:
    at = state(turn=3, slips=(Slip("oordeel", 3, 8.0),))
    sorry = _land(at, heard(at, "Sorry, dat was niet netjes van mij", Act.ERKENNEN))
    assert sorry.repaired
    assert sorry.slips[0].repaired
    assert sorry.slips[0].taken_back
    again = replace(at, slips=sorry.slips)
    assert not _land(again, heard(again, "Sorry nog eens", Act.ERKENNEN)).repaired
    plain = _land(replace(at, slips=()), heard(state(), "Dat snap ik goed", Act.ERKENNEN))
    assert sorry.trust == pytest.approx(plain.trust + 8.0 * 0.4)


def test_kind_words_long_after_a_slip_make_nothing_good() -> None:
    at = state(turn=9, slips=(Slip("oordeel", 3, 8.0),))
    assert not _land(at, heard(at, "Dat klinkt zwaar", Act.ERKENNEN)).repaired


def test_a_third_bare_question_in_a_row_is_a_cross_examination() -> None:
    at = state(bare=2, acts=(frozenset(), frozenset()))
    third = _land(at, heard(at, "En wanneer dan?", Act.OPEN_VRAAG))
    first = _land(state(), heard(state(), "En wanneer dan?", Act.OPEN_VRAAG))
    assert third.trust < first.trust
    assert third.tension > first.tension


def test_silence_is_worth_a_little_and_the_third_in_a_row_costs() -> None:
    assert _land(state(), heard(state(), "")).trust > 0
    third = state(silent=2, acts=(frozenset(["stilte"]),) * 2)
    assert _land(third, heard(third, "")).trust < 0
    hot = state(tension=80.0)
    assert _land(hot, heard(hot, "")).tension < _land(state(), heard(state(), "")).tension


def test_thanks_for_what_was_not_told_are_worth_nothing() -> None:
    at = state()
    said = heard(at, "Fijn dat je dit vertelt", Act.ERKENNEN)
    assert said.move == "dank_te_vroeg"
    assert _land(at, said).trust == 0


def test_danger_changes_nothing() -> None:
    at = state()
    said = replace(heard(at, "Denk je aan zelfmoord?"), danger=True)
    assert _land(at, said) == Landing(0.0, 0.0, 0.0, at.slips)
