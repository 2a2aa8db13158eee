"""What must hold in every talk with every employee, tried on talks that nobody wrote (research note, 10)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from coach.domain.guard import Guard
from coach.domain.guard.labels import Role
from coach.domain.rehearsal.engine import Turn
from coach.domain.rehearsal.moves import FORBIDDEN
from coach.domain.rehearsal.script import Scenario
from coach.flows.rehearse import Rehearsal, fictional, look_back, used_after
from coach.library.load import Library
from coach.library.rehearsal_problems import DENIALS
from tests.unit.rehearsal.policies import anything, expert, learner, talked

NAMES = (
    "planner-transport", "thuiszorg", "balie-gemeente", "procesoperator",
    "softwareteam", "basisschool", "bank-thuis", "magazijn",
)  # fmt: skip
FEW, MANY = 6, 1_000
"""Talks per scenario: in every run, and with --long."""
EXPERTS = 10


@pytest.fixture(params=NAMES)
def scenario(request: pytest.FixtureRequest, library: Library) -> Scenario:
    """Each of the eight."""
    return library.scenarios[request.param]


def test_these_are_all(library: Library) -> None:
    assert sorted(NAMES) == sorted(scenario.id for scenario in fictional(library))


def _wordings(scenario: Scenario) -> dict[str, int]:
    """The rung of every wording of every fact."""
    return {text: fact.rung for fact in scenario.facts.values() for text in fact.wordings}


def _holds(scenario: Scenario, rehearsal: Rehearsal, guard: Guard) -> None:
    wordings = _wordings(scenario)
    used: Counter[str] = Counter()
    for turn in rehearsal.talk.turns:
        after, reply = turn.after, turn.reply
        assert all(0 <= number <= 100 for number in (after.trust, after.tension, after.energy))
        assert turn.before.rung <= after.rung <= turn.before.rung + 1
        if turn.heard.danger:
            continue
        assert reply.text.strip(), "an empty cell"
        assert "{" not in reply.text
        for line in reply.lines:
            assert wordings.get(line, 0) <= after.rung, "a fact before its gate"
            used[line] += 1
        if turn.heard.categories & FORBIDDEN and any(found.weight >= 1 for found in turn.heard.found):
            assert not reply.fact, "a forbidden question was answered"
            assert after.rung == turn.before.rung
        if turn.before.told:
            assert not DENIALS.search(reply.text), "something that was told is denied"
        assert not guard.analyse(reply.text, Role.MEDEWERKER).nood
    assert max(used.values(), default=0) <= 1, "the same line twice in a talk"


def test_whatever_is_said_the_promises_hold(
    scenario: Scenario, library: Library, guard: Guard, is_long: bool
) -> None:
    for seed in range(MANY if is_long else FEW):
        turns = 12 + seed % 20
        rehearsal = talked(library, guard, scenario, anything, seed=seed, turns=turns, level=1 + seed % 3)
        _holds(scenario, rehearsal, guard)
        if not any(turn.heard.danger for turn in rehearsal.talk.turns):
            look_back(library, rehearsal)


def test_an_expert_gets_far(scenario: Scenario, library: Library, guard: Guard, is_long: bool) -> None:
    count = MANY // 5 if is_long else EXPERTS
    rehearsals = [talked(library, guard, scenario, expert, seed=seed) for seed in range(count)]
    for rehearsal in rehearsals:
        _holds(scenario, rehearsal, guard)
    far = sum(rehearsal.talk.state.rung >= 4 for rehearsal in rehearsals)
    assert far >= 0.9 * count


def _core(turn: Turn) -> str:
    return turn.reply.lines[0] if turn.reply.lines else ""


def test_ten_rehearsals_hardly_repeat(scenario: Scenario, library: Library, guard: Guard) -> None:
    uses: dict[str, tuple[int, int]] = {}
    said: list[str] = []
    for number in range(10):
        skill = 3 + number * 6 // 9
        rehearsal = talked(library, guard, scenario, learner(skill), seed=number, uses=uses)
        lines = [_core(turn) for turn in rehearsal.talk.turns if _core(turn)]
        assert len(set(lines)) == len(lines)
        said += lines
        uses = used_after(rehearsal)
    assert 1 - len(set(said)) / len(said) <= 0.05


def test_someone_in_the_middle_reaches_the_second_rung_at_level_1(library: Library, guard: Guard) -> None:
    """In the middle: a slip in three of ten turns, between good and poor talks (research note, section 2)."""
    rungs = [
        talked(library, guard, library.scenarios[name], learner(7), seed=seed, level=1).talk.state.rung
        for name in NAMES
        for seed in range(4)
    ]
    assert sum(rungs) / len(rungs) >= 2


_PLAY = """
import sys
from coach.cli.main import main
main(["rehearse", sys.argv[1], "--script", sys.argv[2], "--json", "--seed", "7", "--level", "2"])
"""


@pytest.mark.parametrize("name", ["planner-transport", "magazijn"])
def test_the_same_bytes_in_every_process(name: str, checkout: Path, tmp_path: Path) -> None:
    script = tmp_path / "zinnen.txt"
    script.write_text(
        "Goedemorgen.\nIk zag dat je dinsdag later begon. Herken je dat?\n\nHoe is dat voor je?\n"
        "Wat merk je in je werk?\nJe bent lui.\nSorry, dat was niet netjes.\nWaar loop je tegenaan?\n"
        "Dus het is druk. Klopt dat?\nWat heb je nodig?\nZullen we vrijdag kijken hoe het gaat?\n",
        encoding="utf-8",
    )
    answers = set()
    for seed in ("0", "1", "12345"):
        done = subprocess.run(
            [sys.executable, "-P", "-c", _PLAY, name, str(script)],
            cwd=checkout,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(checkout)},
            capture_output=True,
            check=True,
            timeout=120,
        )
        answers.add(done.stdout)
    assert len(answers) == 1
    assert len(answers.pop()) > 5_000
