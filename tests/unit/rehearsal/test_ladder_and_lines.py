"""When the employee tells more, which line he picks, and what he never does."""

from __future__ import annotations

import pytest

from coach.domain.guard.labels import Act, Category
from coach.domain.rehearsal.engine import Turn, take_turn
from coach.domain.rehearsal.ladder import opens
from coach.domain.rehearsal.moves import Band, Effect
from coach.domain.rehearsal.script import Block, Scenario, When
from coach.domain.rehearsal.selection import Repertoire
from coach.domain.rehearsal.state import State
from coach.domain.values import replace
from tests.unit.rehearsal.samples import CAST, SCENARIO, analysis, heard, state

REPERTOIRE = Repertoire(CAST)
OPEN = {"trust": 70.0, "tension": 30.0, "turn": 5}


def _turn(at: State, text: str, *acts: Act, found: tuple[Category, ...] = (), seed: int = 1) -> Turn:
    return take_turn(REPERTOIRE, at, text, analysis(text, *acts, found=found), seed=seed, uses={})


def _cast(**changes: object) -> Repertoire:
    scenario: Scenario = replace(SCENARIO, **changes)  # type: ignore[arg-type]
    return Repertoire(replace(CAST, scenario=scenario))


def _opens(at: State, text: str, *acts: Act, found: tuple[Category, ...] = ()) -> int | None:
    return opens(CAST, at, heard(at, text, *acts, found=found))


def test_a_rung_needs_openness_its_act_and_a_turn_of_listening() -> None:
    ready = state(**OPEN, flags=frozenset([Act.OBSERVATIE.value]))
    assert _opens(ready, "Hoe is dat voor je?", Act.OPEN_VRAAG) == 1
    assert _opens(replace(ready, trust=20.0), "Hoe is dat voor je?", Act.OPEN_VRAAG) is None
    assert _opens(replace(ready, flags=frozenset()), "Hoe is dat voor je?", Act.OPEN_VRAAG) is None
    assert _opens(ready, "Lukt dat?", Act.GESLOTEN_VRAAG) is None
    assert _opens(ready, "Hoe is dat?", Act.OPEN_VRAAG, found=(Category.ADVIES,)) is None
    assert _opens(replace(ready, found_at=4), "Hoe is dat?", Act.OPEN_VRAAG) is None
    assert _opens(replace(ready, tension=80.0), "Hoe is dat?", Act.OPEN_VRAAG) is None


def test_two_turns_pass_between_rungs() -> None:
    flags = frozenset([Act.WERKINVLOED.value])
    just = state(**OPEN, rung=1, climbed=4, flags=flags)
    assert _opens(just, "Hoe is dat voor je?", Act.OPEN_VRAAG) is None
    assert _opens(replace(just, climbed=3), "Hoe is dat voor je?", Act.OPEN_VRAAG) == 2


def test_the_subject_may_have_come_earlier() -> None:
    at = state(**OPEN, rung=2, climbed=1, flags=frozenset([Act.KNELPUNT.value]))
    assert _opens(at, "Dus de nachtlijn houdt je bezig", Act.SAMENVATTEN) == 3


def test_an_agreement_only_opens_the_last_rung() -> None:
    everything = frozenset(act.value for act in Act)
    assert _opens(state(**OPEN, rung=4, climbed=1, flags=everything), "Zullen we vrijdag?", Act.AFSPRAAK) == 5
    assert (
        _opens(state(**OPEN, rung=2, climbed=1, flags=everything), "Zullen we vrijdag?", Act.AFSPRAAK) is None
    )


def test_a_fact_that_is_asked_about_goes_first_and_never_above_the_rung() -> None:
    at = state(**OPEN, rung=3, climbed=0)
    assert _turn(at, "Hoe zit het met die nachtlijn?", Act.OPEN_VRAAG).reply.fact == "lijn"
    below = replace(at, rung=2, climbed=at.turn)
    turn = _turn(below, "Hoe zit het met die nachtlijn?", Act.OPEN_VRAAG)
    assert turn.reply.fact in ("", "feit1a", "feit1b", "feit2a", "feit2b")


def test_a_forbidden_question_never_gets_a_fact() -> None:
    at = state(**OPEN, rung=5, climbed=0)
    turn = _turn(at, "Komt die nachtlijn door je ziekte?", Act.OPEN_VRAAG, found=(Category.OORZAAK,))
    assert turn.reply.fact == ""
    assert turn.heard.move == "oorzaak"
    assert turn.after.rung == 5


def test_no_line_comes_twice_in_a_talk() -> None:
    at, said = state(), []
    for number in range(30):
        turn = _turn(at, f"Lukt dat nummer {number}?", Act.GESLOTEN_VRAAG)
        said.append(turn.reply.text)
        at = turn.after
    lines = [text for text in said if text != "..."]
    assert len(set(lines)) == len(lines)


def test_the_most_specific_line_wins_and_then_the_least_used() -> None:
    own = Block(frozenset(["erkennen"]), When(topic="rooster"), {"zeg": ("Over het rooster.",)})
    general = Block(frozenset(["erkennen"]), When(), {"zeg": ("Een", "Twee", "Drie")})
    repertoire = _cast(blocks=(own, general))
    at = state()
    said = heard(at, "Dat rooster is zwaar", Act.ERKENNEN)
    uses = {"Over het rooster.": (1, 9), "Een": (1, 3), "Twee": (2, 1)}
    line = repertoire.choose("erkennen", Band.TWIJFEL, at, said, luck="x", uses={})
    assert line is not None
    assert line.text in ("Over het rooster.", "Een", "Twee", "Drie")
    picked = repertoire.choose("erkennen", Band.TWIJFEL, at, said, luck="x", uses=uses)
    assert picked is not None
    assert picked.text == "Drie"


def test_a_line_that_was_never_heard_comes_before_one_that_was() -> None:
    own = Block(frozenset(["erkennen"]), When(), {"zeg": ("Alleen deze.",)})
    repertoire = _cast(blocks=(own,))
    at, said = state(), heard(state(), "Dat klinkt zwaar", Act.ERKENNEN)
    # All of the person's own voice was heard before; the shared voice was not.
    uses = {"Alleen deze.": (1, 1)} | {
        f"eigen erkennen {band} {n}": (1, 1) for band in Band for n in range(2)
    }
    line = repertoire.choose("erkennen", Band.TWIJFEL, at, said, luck="x", uses=uses)
    assert line is not None
    assert line.text.startswith("algemeen")


@pytest.mark.parametrize("move", [Category.DIAGNOSE, Category.DRUK, Category.DREIGEN])
def test_whoever_goes_on_when_things_run_high_is_left(move: Category) -> None:
    hot = state(tension=90.0, rest=90.0)
    turn = _turn(hot, "Zeg nou wat je hebt", found=(move,))
    assert turn.after.ended
    assert turn.reply.lines[0].startswith(("eigen einde", "algemeen einde"))
    assert not _turn(state(), "Zeg nou wat je hebt", found=(move,)).after.ended


def test_words_of_danger_pause_the_talk() -> None:
    turn = take_turn(
        REPERTOIRE,
        state(),
        "Denk je aan zelfmoord?",
        analysis("Denk je aan zelfmoord?", nood=True),
        seed=1,
        uses={},
    )
    assert turn.reply.text == ""
    assert turn.heard.danger
    assert (turn.after.trust, turn.after.tension) == (state().trust, state().tension)


def test_feelings_stay_between_0_and_100() -> None:
    low = _turn(state(trust=1.0, tension=99.0, rest=99.0), "Jij bent niks", found=(Category.DREIGEN,)).after
    assert low.trust == 0
    assert low.tension == 100


def test_what_an_author_says_that_a_line_does_is_done() -> None:
    own = Block(frozenset(["erkennen"]), When(), {"zeg": ("Zo.",)}, Effect(trust=-3, tension=5))
    said = analysis("Dat klinkt zwaar", Act.ERKENNEN)
    turns = [
        take_turn(repertoire, state(), said.text, said, seed=1, uses={})
        for repertoire in (_cast(blocks=(own,)), _cast(blocks=(replace(own, effect=None),)))
    ]
    assert turns[0].after.trust == pytest.approx(turns[1].after.trust - 3)
    assert turns[0].after.tension == pytest.approx(turns[1].after.tension + 5)


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("Hoe lang speelt dat al?", True),
        ("Sinds wanneer is dat zo?", True),
        ("En wie weet hiervan?", True),
        ("Goed. Welke dag was dat?", True),
        ("Lukt dat?", False),
        ("Herken je wat ik zeg?", False),
        ("Wat fijn. Klopt dat?", False),
        ("", False),
    ],
)
def test_a_question_with_who_or_when_is_not_answered_with_yes(text: str, which: bool) -> None:
    said = heard(state(), text, Act.GESLOTEN_VRAAG)
    assert said.answered == ((Act.OPEN_VRAAG if which else Act.GESLOTEN_VRAAG) if text else "stilte")
