"""Written talks come out in the order of how good they are; the same in other words comes out alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import mean

import pytest
from rank_rehearsals import RIGHT, TALKS, played, talks, worth, wrong_pairs

from coach.domain.rehearsal.debrief import Debrief
from coach.flows.rehearse import look_back, say, start
from coach.library.load import Library

SEEDS = 2
FAIR = 5
"""Points of trust that the same talk in other words may differ (research note, section 10)."""
GAMERS = 6


def _worth(library: Library, scenario: str, lines: list[str], seeds: int = SEEDS) -> float:
    results = [_result(library, scenario, lines, seed) for seed in range(seeds)]
    return mean(worth(result) for result in results if result is not None)


def _result(library: Library, scenario: str, lines: list[str], seed: int = 0) -> Debrief | None:
    return look_back(library, played(library, scenario, lines, seed=seed))


def _all() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for folder in ("own", "other"):
        for scenario, kind, lines in talks(TALKS / folder):
            found.setdefault(scenario, {})[kind] = lines
    return found


WRITTEN = _all()


def test_every_kind_is_there() -> None:
    for scenario, kinds in WRITTEN.items():
        assert {*RIGHT, "gerepareerd"} <= set(kinds), scenario
        assert sum(kind.startswith("gamer-") for kind in kinds) == GAMERS, scenario


def test_better_talks_come_out_better(library: Library) -> None:
    """All pairs of the four, gamers below gevorderd, what was made good between beginner and expert."""
    wrong: list[str] = []
    gamed: dict[str, list[str]] = {}
    total = 0
    for scenario, kinds in WRITTEN.items():
        worths = {kind: _worth(library, scenario, lines) for kind, lines in kinds.items()}
        four, pairs = wrong_pairs({kind: worths[kind] for kind in RIGHT})
        wrong += [f"{scenario}: {pair}" for pair in four]
        total += pairs
        if others := set(wrong_pairs(worths)[0]) - set(four):
            gamed[scenario] = sorted(others)
    assert total == 48
    assert len(wrong) <= 1, wrong
    # Of 64 such pairs; a talk in which the guard mishears one good line can fall below its neighbour.
    assert sum(map(len, gamed.values())) <= 2, gamed


@pytest.fixture
def good() -> list[str]:
    """A good talk to change."""
    return WRITTEN["planner-transport"]["expert"]


def test_a_forbidden_question_never_makes_it_better(library: Library, good: list[str]) -> None:
    for at in (3, 5, 7, 10):
        worse = [*good[:at], "Heb je een burn-out?", *good[at + 1 :]]
        assert _worth(library, "planner-transport", worse) <= _worth(library, "planner-transport", good)


def test_the_same_summary_three_times_gains_nothing(library: Library, good: list[str]) -> None:
    line = "Dus het is druk met de ritten. Klopt dat?"
    once = [*good[:5], line, *good[5:]]
    thrice = [*good[:5], line, line, line, *good[5:]]
    assert _worth(library, "planner-transport", thrice) <= _worth(library, "planner-transport", once)


def test_an_agreement_at_once_leads_nowhere(library: Library, good: list[str]) -> None:
    agreement = next(line for line in good if line.startswith("Zullen we afspreken"))
    rest = [line for line in good if line != agreement]
    early = played(library, "planner-transport", [rest[0], agreement, *rest[1:4]], seed=0)
    assert early.talk.turns[1].heard.move == "afspraak_vroeg"
    assert early.talk.turns[1].after.rung == 0


def test_saying_sorry_is_better_than_not_and_worse_than_no_slip(library: Library, good: list[str]) -> None:
    slip, sorry = "Je bent de laatste tijd slordig en lui.", "Sorry, dat was niet netjes van mij."
    neutral = "Zo, dan gaan we beginnen."

    def trust(*extra: str) -> float:
        lines = [*good[:3], *extra, *good[3:8]]
        return played(library, "planner-transport", lines, seed=0).talk.state.trust

    assert trust(slip, neutral) < trust(slip, sorry) < trust(neutral, neutral)


def test_a_right_summary_after_a_fact_never_lowers_trust(library: Library, good: list[str]) -> None:
    rehearsal = start(library, library.scenarios["planner-transport"], seed=2)
    for line in good[:5]:
        rehearsal = say(library.guard, rehearsal, line)
    before = rehearsal.talk.state
    told = before.told[-1].text.split(".")[0]
    after = say(library.guard, rehearsal, f"Dus {told[0].lower()}{told[1:]}. Klopt dat?").talk.state
    assert after.trust >= before.trust
    assert after.rung >= before.rung


def _typos(line: str) -> str:
    return line.replace("ij", "ei", 1).replace("dd", "d", 1)


def _polite(line: str) -> str:
    words = {"je": "u", "jij": "u", "jou": "u", "jouw": "uw", "Je": "U", "Jij": "U"}
    return " ".join(words.get(word, word) for word in line.split(" "))


def _unpointed(line: str) -> str:
    return line.lower().replace("?", "").replace(".", "").replace(",", "")


def _long_winded(line: str) -> str:
    return f"Oké, goed. {line} Vertel maar rustig." if line else line


def _flemish(line: str) -> str:
    changes = (
        ("Hoe is het", "Hoe is 't"), ("eb je", "ebt ge"), ("Herken je", "Herkent ge"), ("un je", "unt ge"),
        ("dat je", "dat ge"), ("jij", "gij"),
    )  # fmt: skip
    for old, new in changes:
        line = line.replace(old, new)
    return line


def _learned(line: str) -> str:
    """As by someone who learns Dutch: without articles, and with words in another order."""
    changes = (
        (" het ", " de "), (" een ", " "), ("Herken je dat", "Jij herkent dat"), ("Zullen we", "Wij kunnen"),
        ("Klopt dat", "Dat klopt"), ("Hoe is het", "Hoe is"),
    )  # fmt: skip
    for old, new in changes:
        line = line.replace(old, new)
    return line


GUISES = (_typos, _polite, _unpointed, _long_winded, _flemish, _learned)


@pytest.mark.parametrize("guise", GUISES)
def test_other_ways_of_saying_it_come_out_alike(library: Library, guise: Callable[[str], str]) -> None:
    lines = WRITTEN["planner-transport"]["expert"]
    plain, other = (
        _result(library, "planner-transport", talk) for talk in (lines, [guise(x) for x in lines])
    )
    assert plain is not None
    assert other is not None
    assert abs(plain.curve[-1] - other.curve[-1]) <= FAIR
    assert abs(plain.first_rung - other.first_rung) <= 1
    assert other.blocks.safe.standing is plain.blocks.safe.standing


def test_with_everyone_most_ways_of_saying_it_come_out_alike(library: Library) -> None:
    """The guard hears some long lines without any mark otherwise; then trust may differ more."""
    apart = []
    for scenario, kinds in WRITTEN.items():
        plain = _result(library, scenario, kinds["expert"])
        assert plain is not None
        for guise in GUISES:
            other = _result(library, scenario, [guise(line) for line in kinds["expert"]])
            assert other is not None
            assert other.blocks.safe.standing is plain.blocks.safe.standing, (scenario, guise)
            if abs(plain.curve[-1] - other.curve[-1]) > FAIR:
                apart.append((scenario, guise.__name__))
    assert len(apart) <= 8, apart


def test_the_folder_for_others_is_found() -> None:
    assert (Path(TALKS) / "own").is_dir()
