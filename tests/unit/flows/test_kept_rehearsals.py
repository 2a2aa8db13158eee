"""Counts of rehearsals in the store: only when asked, only counts, and gone when they are forgotten."""

from __future__ import annotations

import pytest

from coach.domain.errors import DamagedStoreError
from coach.domain.kept import Document, Kind
from coach.domain.rehearsal.measures import Standing
from coach.domain.rehearsal.progress import Rehearsed, as_data, from_data, in_lines, met, pictures, rehearsed
from coach.flows.keeper import Keeper
from coach.flows.kept_rehearsals import LABEL, MOST, keep_counts, kept_counts
from coach.flows.look_after import forget_under, kept_under
from coach.flows.rehearse import fictional, look_back
from coach.library.load import Library
from tests.unit.flows.keepers import reopened
from tests.unit.rehearsal.policies import expert, talked


def counts(rung: int, scenario: str = "thuiszorg", standing: Standing = Standing.UNDER_WAY) -> Rehearsed:
    return Rehearsed(scenario, 1, dict.fromkeys(("veilig", "luisteren", "route"), standing), rung)


def test_they_come_back_in_order_after_closing(keeper: Keeper) -> None:
    keep_counts(keeper, counts(1))
    keep_counts(keeper, counts(4, "magazijn"))
    again = reopened(keeper)
    assert kept_counts(again) == (counts(1), counts(4, "magazijn"))
    again.close()
    assert kept_counts(again) == ()


def test_the_same_talk_counts_once(keeper: Keeper) -> None:
    keep_counts(keeper, counts(1))
    keep_counts(keeper, counts(2))
    keep_counts(keeper, counts(3), replaces=counts(2))
    assert [one.rung for one in kept_counts(keeper)] == [1, 3]


def test_the_oldest_go_first(keeper: Keeper) -> None:
    for number in range(MOST + 2):
        keep_counts(keeper, counts(number % 6))
    kept = kept_counts(keeper)
    assert len(kept) == MOST
    assert kept[0].rung == 2


def test_they_are_forgotten_by_name(keeper: Keeper) -> None:
    keep_counts(keeper, counts(1))
    found = kept_under(keeper, "oefeningen")
    assert [*found] == [Kind.REHEARSALS]
    assert forget_under(keeper, found).all_gone
    assert kept_counts(keeper) == ()


def test_what_cannot_be_read_is_said(keeper: Keeper) -> None:
    document = Document(Kind.REHEARSALS, LABEL, 1, {"gesprekken": [{"scenario": "x"}]})
    keeper.store.save(document, keeper.today())
    with pytest.raises(DamagedStoreError, match="Oefeningen"):
        kept_counts(keeper)


@pytest.mark.parametrize("wrong", [{}, {"trede": 6}, {"veilig": "goed"}, {"niveau": "hoog"}])
def test_other_data_is_refused(wrong: dict[str, object]) -> None:
    data = {"scenario": "a", "niveau": 1, "trede": 2, "veilig": "stevig", "luisteren": "stevig"}
    with pytest.raises((KeyError, ValueError)):
        from_data({**data, **wrong})


def test_no_word_of_a_talk_is_in_them(keeper: Keeper, library: Library) -> None:
    rehearsal = talked(library, library.guard, library.scenarios["thuiszorg"], expert, seed=1)
    result = look_back(library, rehearsal)
    assert result is not None
    data = as_data(rehearsed(rehearsal.cast, result))
    assert set(data) == {"scenario", "niveau", "trede", "veilig", "luisteren", "route"}
    assert from_data(data) == rehearsed(rehearsal.cast, result)


def test_they_stand_beside_each_other() -> None:
    done = [counts(0, standing=Standing.NOT_YET), counts(2), counts(5, standing=Standing.FIRM)]
    rows = pictures(done)
    assert len({row.index("▂▅█") for row in rows[:3]}) == 1
    assert all(row.endswith("stevig") for row in rows[:3])
    assert rows[3].endswith("025")
    assert max(map(len, pictures(done * 50))) <= 60
    assert in_lines(done)[0] == "Veilig en toegestaan: nog niet, op weg, stevig."
    assert pictures([]) == in_lines([]) == []


def test_whom_one_met(library: Library) -> None:
    names = {scenario.id: scenario.name for scenario in fictional(library)}
    told, left = met([counts(1), counts(1), counts(1, "mijn-situatie")], names)
    assert told == "Je oefende 3 keer: Yusuf 2 keer, je eigen situatie 1 keer."
    assert left.startswith("Nog niet gesproken: ")
    assert "Yusuf" not in left
    everyone = [counts(1, name) for name in names]
    assert met(everyone, names)[1] == ""
