"""The debrief of a talk, in the order in which it is read (research note, section 9).

Own judgement first, then the curve with the turns that mattered, what the employee thought, one strength and
one thing to try. It speaks of sentences and what they did, never of what kind of manager someone is.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.guard.labels import Act, Category, Finding
from coach.domain.rehearsal.choosing import pick
from coach.domain.rehearsal.debrief_texts import DebriefTexts
from coach.domain.rehearsal.engine import Turn
from coach.domain.rehearsal.measures import AGREEMENT, STEPS, Blocks, Contested, Standing, steps_named, weigh
from coach.domain.rehearsal.moves import EFFECTS, FORBIDDEN, PRESSING, Own
from coach.domain.rehearsal.script import Cast
from coach.domain.rehearsal.talk import Talk
from coach.domain.values import value

MAX_MARKS, INNER_VOICES = 5, 3
AGAIN_AFTER = (3, 7, 30, 90)
"""Days after which a short repeat is worth it: four sessions sustain what was learned (research note, 1)."""
_LONG = 28
_NOTICED = 1.0
"""Points of trust from which a change is a turning point."""


@value(frozen=True, slots=True)
class Mark:
    """A turn that mattered: the change of trust in it, the rung that opened (0: none), and the move."""

    turn: int
    change: float
    rung: int
    move: str


@value(frozen=True, slots=True)
class Inner:
    """What the employee thought in a turn."""

    turn: int
    text: str


@value(frozen=True, slots=True)
class Strength:
    """What went well: the turn (0: the talk as a whole), what was said, and why it worked."""

    turn: int
    quote: str
    why: str
    source: str


@value(frozen=True, slots=True)
class Attempt:
    """One thing to try: own line beside a better one, the rule, why, and the source."""

    turn: int
    own: str
    better: str
    rule: str
    why: str
    source: str


@value(frozen=True, slots=True)
class Debrief:
    """All that is shown after a talk; `turning` is the turn in which trust changed most, 0 for none."""

    blocks: Blocks
    curve: tuple[float, ...]
    marks: tuple[Mark, ...]
    turning: int
    inner: tuple[Inner, ...]
    strength: Strength
    attempt: Attempt
    steps: tuple[str, ...]
    hints: tuple[tuple[int, str], ...]
    first_rung: int
    best_rung: int
    best_from: int
    typed: int
    picked: int
    ended: bool


def debrief(
    cast: Cast, talk: Talk, texts: DebriefTexts, seed: int, contested: Contested = frozenset()
) -> Debrief:
    """Return the debrief of what was said the first time, without the labels that were `contested`."""
    turns = talk.first.turns
    blocks = weigh(turns, contested)
    marks = _marks(turns)
    best = talk.best
    return Debrief(
        blocks=blocks,
        curve=(talk.start.trust, *(turn.after.trust for turn in turns)),
        marks=marks,
        turning=turning_point(turns),
        inner=_inner(cast, turns, seed),
        strength=_strength(turns, texts, contested),
        attempt=_attempt(turns, blocks, texts, contested),
        steps=steps_named(turns),
        hints=tuple((turn.number, turn.reply.hint) for turn in turns if turn.reply.hint),
        first_rung=talk.first.rung,
        best_rung=best.rung,
        best_from=best.shared + 1 if best.id else 0,
        typed=sum(not turn.picked and not turn.heard.silent for turn in turns),
        picked=sum(turn.picked for turn in turns),
        ended=bool(turns) and turns[-1].after.ended,
    )


def change_of(turn: Turn) -> float:
    """Return what a turn did to trust."""
    return round(turn.after.trust - turn.before.trust, 1)


def turning_point(turns: Sequence[Turn]) -> int:
    """Return the number of the turn in which trust changed most, 0 when nothing changed much."""
    most = max(turns, key=lambda turn: (abs(change_of(turn)), -turn.number), default=None)
    return most.number if most is not None and abs(change_of(most)) >= _NOTICED else 0


def _opened(turn: Turn) -> int:
    return turn.after.rung if turn.after.rung > turn.before.rung else 0


def _marks(turns: Sequence[Turn]) -> tuple[Mark, ...]:
    known = [turn for turn in turns if abs(change_of(turn)) >= _NOTICED or _opened(turn)]
    turning = turning_point(turns)
    known.sort(
        key=lambda turn: (
            turn.number != turning, -abs(change_of(turn)) - 2 * bool(_opened(turn)), turn.number,
        )
    )  # fmt: skip
    kept = sorted(known[:MAX_MARKS], key=lambda turn: turn.number)
    return tuple(Mark(turn.number, change_of(turn), _opened(turn), turn.heard.move) for turn in kept)


def _inner(cast: Cast, turns: Sequence[Turn], seed: int) -> tuple[Inner, ...]:
    """Three turns: what hurt most, what helped most, where the last rung opened; then what mattered next."""
    ranked = sorted(turns, key=lambda turn: (-abs(change_of(turn)), turn.number))
    losses = [turn for turn in ranked if change_of(turn) < 0]
    gains = [turn for turn in ranked if change_of(turn) > 0]
    opened = [turn for turn in reversed(turns) if _opened(turn)]
    wanted = dict.fromkeys(turn.number for turn in (*losses[:1], *gains[:1], *opened[:1], *ranked))
    by_number = {turn.number: turn for turn in turns}
    found: list[Inner] = []
    for number in wanted:
        said = {inner.text for inner in found}
        text = _thought(cast, by_number[number], seed, said)
        if text is not None:
            found.append(Inner(number, text))
        if len(found) == INNER_VOICES:
            break
    return tuple(sorted(found, key=lambda inner: inner.turn))


def _thought(cast: Cast, turn: Turn, seed: int, said: set[str]) -> str | None:
    hurt = change_of(turn) < 0 and turn.heard.found
    move = turn.heard.found[0].category.value if hurt else turn.heard.move
    for voice in cast.voices:
        pool = [
            line
            for block in voice.inner
            if move in block.moves
            for line in block.pool(turn.before.band)
            if line not in said
        ]
        if pool:
            return pool[pick(f"{seed}|{cast.scenario.id}|{turn.number}", "binnenstem", len(pool))]
    return None


def _clean(turn: Turn, contested: Contested) -> bool:
    return not [found for found in turn.heard.found if (turn.number, found.category.value) not in contested]


def _strength(turns: Sequence[Turn], texts: DebriefTexts, contested: Contested) -> Strength:
    good = [turn for turn in turns if change_of(turn) > 0 and _clean(turn, contested)]
    good.sort(key=lambda turn: (-change_of(turn) - 3 * bool(_opened(turn)), turn.number))
    for turn in good:
        acts = sorted(turn.heard.acts, key=lambda act: (-EFFECTS[act].trust, act.value))
        named = [turn.heard.move, *(act.value for act in acts)]
        if turn.heard.apology:
            named.insert(0, Own.EXCUUS)
        word = next((texts.strengths[name] for name in named if name in texts.strengths), None)
        if word is not None:
            return Strength(turn.number, turn.text.strip(), word.text, word.source)
    word = texts.strengths["begin"]
    return Strength(0, "", word.text, word.source)


def _attempt(turns: Sequence[Turn], blocks: Blocks, texts: DebriefTexts, contested: Contested) -> Attempt:
    """The one thing that would have helped most: what surely hurt, else what was skipped."""
    hurt = [
        (turn, finding)
        for turn in turns
        for finding in turn.analysis.findings
        if finding.sure
        and finding.category in turn.heard.categories
        and (turn.number, finding.category.value) not in contested
    ]
    if hurt:
        turn, finding = min(hurt, key=lambda pair: (*_gravity(pair[1]), pair[0].number))
        rule = texts.rules.get(finding.category.value)
        better = (rule.better if rule else "") or finding.instead
        told = rule.text if rule else ""
        return Attempt(turn.number, turn.text.strip(), better, told, finding.why, finding.source)
    name, at = _skipped(turns, blocks)
    tip = texts.tips[name]
    own = next((turn.text.strip() for turn in turns if turn.number == at), "")
    return Attempt(at, own, tip.better, tip.rule, tip.why, tip.source)


def _gravity(finding: Finding) -> tuple[bool, bool, float]:
    category = finding.category
    return category not in PRESSING, category not in FORBIDDEN, EFFECTS[category].trust


_SLIPS = (Own.AFSPRAAK_VROEG, Own.NAAST, Own.KRUISVERHOOR, Own.DANK_TE_VROEG, Own.HERHALING)
TIPS = (
    *(slip.value for slip in _SLIPS),
    *(f"geen-{name}" for name, _ in STEPS),
    "geen-teruggeven", "afspraak-vaag", "lange-beurt", "eigen-regie", "verder",
)  # fmt: skip
"""The ids of all tips that a debrief may need."""


def _skipped(turns: Sequence[Turn], blocks: Blocks) -> tuple[str, int]:
    """The id of a tip, and the turn that it is about (0: none)."""
    named = steps_named(turns)
    if turns and "benoemen" not in named:
        return "geen-benoemen", turns[0].number
    for slip in _SLIPS:
        at = next((turn.number for turn in turns if turn.heard.move == slip), 0)
        if at:
            return slip.value, at
    if blocks.listening.measure("teruggeven_per_beurt").standing is not Standing.FIRM:
        after_story = [
            turn.number
            for before, turn in zip(turns, turns[1:], strict=False)
            if before.reply.fact and not turn.heard.acts & {Act.SAMENVATTEN, Act.ERKENNEN}
        ]
        if after_story:
            return "geen-teruggeven", after_story[0]
    missing = [name for name, _ in STEPS if name not in named]
    if missing:
        return f"geen-{missing[0]}", 0
    if blocks.route.measure("afspraak").value < len(AGREEMENT):
        at = next((turn.number for turn in reversed(turns) if Act.AFSPRAAK in turn.heard.acts), 0)
        return "afspraak-vaag", at
    long = max(turns, key=lambda turn: turn.heard.words, default=None)
    if long is not None and long.heard.words > _LONG:
        return "lange-beurt", long.number
    if not blocks.route.measure("eigen_regie").value:
        return "eigen-regie", 0
    return "verder", 0


def contestable(turns: Sequence[Turn]) -> tuple[tuple[int, Category], ...]:
    """Return every label that can be contested: the number of the turn, and the category."""
    return tuple((turn.number, found.category) for turn in turns for found in turn.heard.found)
