"""Rehearsing: choosing whom with, saying something, going back, and the debrief."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from coach.domain.conversation import Part
from coach.domain.errors import UsageError
from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis
from coach.domain.rehearsal.debrief import Debrief, contestable, debrief
from coach.domain.rehearsal.engine import Turn, take_turn
from coach.domain.rehearsal.measures import Contested
from coach.domain.rehearsal.moves import Own
from coach.domain.rehearsal.rephrased import other_words
from coach.domain.rehearsal.route import part_after
from coach.domain.rehearsal.script import Cast, Scenario, Uses
from coach.domain.rehearsal.selection import Repertoire
from coach.domain.rehearsal.state import LEVELS, begin
from coach.domain.rehearsal.talk import Talk
from coach.domain.text import cap_text, clean_text
from coach.domain.values import replace, value
from coach.library.load import MY_SITUATION, Library

MAX_LINE = 2_000
"""Characters of one turn that are read; nobody says more in one breath."""
SHARED = "algemeen"
FADE_AFTER = 2
"""Rehearsals in which lines to pick stand ready; later they come when asked for (research note, 9)."""


class Mode(StrEnum):
    """With quiet hints on the way, or silent until the end."""

    PRACTICE = "oefenen"
    DRESS = "generale"


@value(frozen=True, slots=True)
class Hint:
    """A quiet word after a turn: why, and a better wording where there is one."""

    text: str
    better: str = ""


@value(frozen=True, slots=True)
class Rehearsal:
    """One rehearsal, as a value: each step gives a new one.

    `uses` are the lines of earlier rehearsals (none where only the seed may decide); `crisis` says that the
    user wanted a remark that points to danger; `contested` are labels that he does not agree with.
    """

    repertoire: Repertoire
    seed: int
    talk: Talk
    uses: Uses
    mode: Mode = Mode.PRACTICE
    crisis: bool = False
    contested: Contested = frozenset()

    @property
    def cast(self) -> Cast:
        """Who is rehearsed with."""
        return self.repertoire.cast

    @property
    def part(self) -> Part:
        """The part of the conversation that the talk is in."""
        return part_after(self.talk.turns)

    @property
    def alarmed(self) -> bool:
        """Whether the last turn asks for the emergency card."""
        turns = self.talk.turns
        return bool(turns) and (turns[-1].heard.danger or turns[-1].reply.crisis)


def named_scenario(library: Library, name: str) -> Scenario:
    """Return a scenario by id; raises UsageError for one that is not there."""
    scenario = library.scenarios.get(name)
    if scenario is None or name == MY_SITUATION:
        raise UsageError("Dit scenario ken ik niet. Bekijk ze met: coach rehearse --list")
    return scenario


def fictional(library: Library) -> tuple[Scenario, ...]:
    """Return the scenarios that can be rehearsed without a preparation, the easiest first."""
    return tuple(scenario for name, scenario in library.scenarios.items() if name != MY_SITUATION)


def start(
    library: Library,
    scenario: Scenario,
    *,
    seed: int,
    level: int | None = None,
    mode: Mode = Mode.PRACTICE,
    uses: Uses | None = None,
    crisis: bool = False,
) -> Rehearsal:
    """Return a rehearsal at its beginning; `level` is 1-3, None for the scenario's own.

    Raises UsageError for a level that is not there.
    """
    played = scenario.level if level is None else level
    if played not in LEVELS:
        raise UsageError("Kies een niveau van 1 tot en met 3.")
    cast = Cast(scenario, library.voices[scenario.voice], library.voices[SHARED], played)
    wanted = crisis and scenario.crisis is not None
    return Rehearsal(Repertoire(cast), seed, Talk(begin(cast)), uses or {}, mode, wanted)


Rephrase = Callable[[str], str | None]
"""Gives a line in other words, None for no answer."""


def say(
    guard: Guard, rehearsal: Rehearsal, text: str, *, picked: bool = False, rephrase: Rephrase | None = None
) -> Rehearsal:
    """Return the rehearsal one turn on; an empty text is a silence. Foreign text is cleaned and capped.

    `rephrase` may offer other words for the line that was chosen; it decides nothing else. What was said at
    this moment before gives the same answer. Raises UsageError for a talk that is over, and TooManyTries for
    a moment that was tried often enough.
    """
    line = cap_text(clean_text(text).strip(), MAX_LINE)[0]
    talk = rehearsal.talk
    known = talk.known(line)
    if known is not None:
        return replace(rehearsal, talk=known)
    analysis = guard.analyse(line) if line else Analysis(line, guard.analyse("").verdict)
    turn = take_turn(
        rehearsal.repertoire,
        talk.state,
        line,
        analysis,
        seed=rehearsal.seed,
        uses=rehearsal.uses,
        crisis=rehearsal.crisis,
        picked=picked,
    )
    if rephrase is not None:
        turn = _rephrased(guard, turn, rephrase)
    return replace(rehearsal, talk=talk.with_turn(turn))


def _rephrased(guard: Guard, turn: Turn, rephrase: Rephrase) -> Turn:
    """The turn in other words where they may be used; what matters most is always said as it was written."""
    reply = turn.reply
    if not reply.text or reply.crisis or reply.disclosed:
        return turn
    offered = rephrase(reply.text)
    text = other_words(guard, reply.text, offered) if offered is not None else None
    if text is None:
        return turn
    after = replace(turn.after, recent=(*turn.after.recent[:-1], text))
    return replace(turn, reply=replace(reply, text=text), after=after)


def rephraser(url: str, model: str) -> Rephrase:
    """Return what asks a language model on this machine; raises UsageError for any other machine."""
    from coach.rephrasing.endpoint import ask, endpoint_of

    endpoint = endpoint_of(url, model)
    return lambda line: ask(endpoint, line)


def rewind(rehearsal: Rehearsal, turn: int) -> Rehearsal:
    """Return the rehearsal standing just before turn `turn`; raises UsageError where that cannot be."""
    return replace(rehearsal, talk=rehearsal.talk.rewind(turn))


def go_to(rehearsal: Rehearsal, branch: int) -> Rehearsal:
    """Return the rehearsal at the end of another try; raises UsageError for one that is not there."""
    return replace(rehearsal, talk=rehearsal.talk.go(branch))


def contest(rehearsal: Rehearsal, turn: int, category: str) -> Rehearsal:
    """Return the rehearsal in which a label counts no longer, or counts again when it did not."""
    return replace(rehearsal, contested=rehearsal.contested ^ {(turn, category)})


def labels(rehearsal: Rehearsal) -> tuple[tuple[int, str], ...]:
    """Return the labels that can be contested, in the order of the talk."""
    return tuple((turn, category.value) for turn, category in contestable(rehearsal.talk.first.turns))


def look_back(library: Library, rehearsal: Rehearsal) -> Debrief | None:
    """Return the debrief, None where there is none: nothing was said, or life was in danger."""
    if rehearsal.talk.in_danger or not any(not turn.heard.silent for turn in rehearsal.talk.first.turns):
        return None
    return debrief(rehearsal.cast, rehearsal.talk, library.debrief_texts, rehearsal.seed, rehearsal.contested)


def hint(library: Library, rehearsal: Rehearsal) -> Hint | None:
    """Return a quiet word about the last turn; None when all is well, or in a dress rehearsal."""
    turns = rehearsal.talk.turns
    if rehearsal.mode is Mode.DRESS or not turns or rehearsal.alarmed:
        return None
    return hint_for(library, turns[-1])


def hint_for(library: Library, turn: Turn) -> Hint | None:
    """Return a quiet word about a turn, None when all is well."""
    findings = turn.analysis.findings
    if turn.heard.found:
        worst = next((found for found in findings if found.sure), None)
        if worst is None:
            if turn.heard.move not in turn.heard.categories:
                return None  # a guess that the employee did not mind either
            return Hint("Kijk of deze zin bij jou past. Coach weet het hier niet zeker.", findings[0].instead)
        rule = library.debrief_texts.rules.get(worst.category.value)
        better = (rule.better if rule else "") or worst.instead
        return Hint(rule.text if rule else worst.why, better)
    tip = library.debrief_texts.tips.get(turn.heard.move) if turn.heard.move in list(Own) else None
    return Hint(f"{tip.why} {tip.rule}") if tip else None


def picks(rehearsal: Rehearsal) -> tuple[str, ...]:
    """Return lines to pick from for where the talk is now, those already said left out."""
    said = {turn.text for turn in rehearsal.talk.turns}
    parts = [part for part in rehearsal.cast.scenario.picks]
    at = parts.index(rehearsal.part)
    found = [line for line in rehearsal.cast.scenario.picks[parts[at]] if line not in said]
    for part in parts[at + 1 : at + 2]:
        found += [line for line in rehearsal.cast.scenario.picks[part] if line not in said]
    return tuple(found[:MAX_PICKS])


MAX_PICKS = 4


def used_after(rehearsal: Rehearsal) -> dict[str, tuple[int, int]]:
    """Return the uses of lines with those of this rehearsal added, for the next one to differ from."""
    uses = dict(rehearsal.uses)
    clock = max((last for _, last in uses.values()), default=0) + 1
    for line in sorted(
        {line for branch in rehearsal.talk.branches for t in branch.turns for line in t.reply.lines}
    ):
        times, _ = uses.get(line, (0, 0))
        uses[line] = (times + 1, clock)
    return uses
