"""What can be counted in a talk, in three blocks: safe, listening, route (research note, section 9).

The thresholds are quartiles of talks of others (research note, section 2), no norms. There is no single
grade. The ratio of open to closed questions and the share of words are shown, with no weight. Fractions are
added with `fsum`: since Python 3.12 `sum` adds them another way than 3.11 does, and the same talk must give
the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from math import fsum

from coach.domain.guard.labels import CATEGORY_VERDICT, Act, Category, Verdict
from coach.domain.rehearsal.effects import AGAIN
from coach.domain.rehearsal.engine import Turn
from coach.domain.rehearsal.heard import LOOSE, NEAR, NOT, Heard
from coach.domain.rehearsal.moves import OWN_INPUT, PRESSING, QUESTIONS, Own
from coach.domain.rehearsal.wording import words_of
from coach.domain.values import value


class Standing(StrEnum):
    """How far a block is."""

    NOT_YET = "nog_niet"
    UNDER_WAY = "op_weg"
    FIRM = "stevig"


_STANDINGS = tuple(Standing)

Contested = frozenset[tuple[int, str]]
"""Labels that the user does not agree with: the number of the turn and the category."""

STEPS: tuple[tuple[str, frozenset[Act]], ...] = (
    ("benoemen", frozenset([Act.OBSERVATIE])),
    ("werkinvloed", frozenset([Act.WERKINVLOED])),
    ("knelpunt", frozenset([Act.KNELPUNT])),
    ("nodig", frozenset([Act.BEHOEFTE])),
    ("afronden", frozenset([Act.AFSPRAAK])),
)
"""The five steps of the talk, each with the acts that name it."""
AGREEMENT = ("wie", "wat", "wanneer", "evaluatie")


@value(frozen=True, slots=True)
class Measure:
    """One thing that was counted; `standing` is None for what is shown without weight."""

    id: str
    value: float
    standing: Standing | None = None


@value(frozen=True, slots=True)
class BlockResult:
    """One of the three blocks: how far it is, and what that rests on."""

    id: str
    standing: Standing
    measures: tuple[Measure, ...]

    def measure(self, name: str) -> Measure:
        """Return a measure by id; raises KeyError for one that is not there."""
        return {measure.id: measure for measure in self.measures}[name]


@value(frozen=True, slots=True)
class Blocks:
    """The three blocks of one talk."""

    safe: BlockResult
    listening: BlockResult
    route: BlockResult

    @property
    def all(self) -> tuple[BlockResult, BlockResult, BlockResult]:
        """Return the three, in their order."""
        return self.safe, self.listening, self.route


def weigh(turns: Sequence[Turn], contested: Contested = frozenset()) -> Blocks:
    """Return the three blocks of these turns, without the labels that were contested."""
    back = {(slip.turn, slip.category) for turn in turns[-1:] for slip in turn.after.slips if slip.taken_back}
    counted = [_Counted(turn, contested, back) for turn in turns if not turn.heard.danger]
    return Blocks(_safe(counted), _listening(counted), _route(counted))


_FORBIDDEN = frozenset(c for c, v in CATEGORY_VERDICT.items() if v is Verdict.VERBODEN) - {Category.DRUK}
_CAREFUL = frozenset([Category.PRIVE, Category.BEPERKINGEN, Category.GEHEIM_BELOVEN])

_REFLECTED = {NEAR: 1.0, LOOSE: 0.75, NOT: 0.0}
"""How much a summary counts, by how far it is about what was said."""


class _Counted:
    """A turn as it is counted."""

    def __init__(self, turn: Turn, contested: Contested, taken_back: AbstractSet[tuple[int, str]]) -> None:
        self.turn = turn
        self.heard: Heard = turn.heard
        self.found = {
            found.category: found.weight
            for found in turn.heard.found
            if (turn.number, found.category.value) not in contested
        }
        self.taken_back = {
            category
            for category in self.found
            if (turn.number, category.value) in taken_back and category in _FORBIDDEN
        }
        self.spoken = not turn.heard.silent

    @property
    def reflects(self) -> float:
        """1 for a summary of what was said, or for understanding that was earned; part for half of one."""
        heard = self.heard
        if heard.repeated or heard.move == Own.NAAST:
            return 0.0
        summary = (
            _REFLECTED[heard.echo] * self._again(Act.SAMENVATTEN) if Act.SAMENVATTEN in heard.acts else 0.0
        )
        earned = Act.ERKENNEN in heard.acts and not heard.unearned_thanks
        understanding = self._again(Act.ERKENNEN) if earned else 0.0
        # Kind words beside a judgement do not make it listening.
        return max(summary, understanding) * (0.5 if self.own_input else 1.0)

    def _again(self, act: Act) -> float:
        """Less for the same again and again: who only nods does not listen either."""
        before = sum(act.value in acts for acts in self.turn.before.acts)
        return AGAIN[min(before, len(AGAIN) - 1)]

    @property
    def own_input(self) -> float:
        """The weight of the manager's own input in this turn, 0-1."""
        return max((weight for category, weight in self.found.items() if category in OWN_INPUT), default=0.0)

    @property
    def asks(self) -> bool:
        # "Klopt dat?" behind a summary or an observation is no question of its own.
        tagged = self.heard.acts & {Act.SAMENVATTEN, Act.OBSERVATIE, Act.AFSPRAAK, Act.ERKENNEN}
        return bool(self.heard.acts & QUESTIONS - ({Act.GESLOTEN_VRAAG} if tagged else set()))


def _stand(number: float, under_way: float, firm: float) -> Standing:
    """The standing of a measure of which more is better."""
    return _STANDINGS[(number >= under_way) + (number >= firm)]


def _fewer(number: float, under_way: float, firm: float) -> Standing:
    """The standing of a measure of which less is better."""
    return _STANDINGS[(number <= under_way) + (number < firm)]


def _points(standing: Standing) -> int:
    return _STANDINGS.index(standing)


def _total(counted: Sequence[_Counted], categories: frozenset[Category]) -> float:
    return round(fsum(w for c in counted for category, w in c.found.items() if category in categories), 2)


def _safe(counted: Sequence[_Counted]) -> BlockResult:
    back = sum(len(c.taken_back) for c in counted)
    forbidden = round(
        fsum(w for c in counted for name, w in c.found.items() if name in _FORBIDDEN - c.taken_back), 2
    )
    grave = {name: _total(counted, frozenset([name])) for name in (Category.DRUK, Category.DREIGEN)}
    careful = _total(counted, _CAREFUL)
    worst = forbidden + fsum(grave.values())
    # What the guard is not sure of says little by itself, and never adds up to a verdict.
    sure = _any_sure(counted, lambda c: (_FORBIDDEN - c.taken_back) | PRESSING)
    some = _any_sure(counted, lambda _: _CAREFUL) or worst + careful >= _GUESSES or back
    standing = Standing.NOT_YET if sure else Standing.UNDER_WAY if some else Standing.FIRM
    measures = [
        Measure("verboden", forbidden, _fewer(forbidden, 0.5, 1)),
        *(Measure(name.value, number, _fewer(number, 0.5, 1)) for name, number in grave.items()),
        Measure("teruggenomen", back, Standing.UNDER_WAY if back else Standing.FIRM),
        Measure("voorzichtig", careful, Standing.UNDER_WAY if careful >= 1 else Standing.FIRM),
    ]
    return BlockResult("veilig", standing, tuple(measures))


def _any_sure(counted: Sequence[_Counted], which: Callable[[_Counted], AbstractSet[Category]]) -> bool:
    return any(weight >= 1 and name in which(c) for c in counted for name, weight in c.found.items())


_GUESSES = 1.5
"""Three guesses of the guard, which weigh a half each: two come in many a good talk of twenty turns."""
_HIGH, _LOW = 3, 1
_ENOUGH_TURNS = 4
"""Spoken turns below which there is too little to say that anything is firm."""


def _listening(counted: Sequence[_Counted]) -> BlockResult:
    spoken = [c for c in counted if c.spoken]
    turns = max(1, len(spoken))
    reflections = fsum(c.reflects for c in spoken)
    questions = sum(c.asks for c in spoken)
    lsd = round(reflections / turns, 3)
    ratio = round(reflections / questions, 2) if questions else round(reflections, 2)
    own = round(fsum(c.own_input for c in spoken) / turns, 3)
    advice = round(_total(spoken, frozenset([Category.ADVIES])) / turns, 3)
    own_words = sum(c.heard.words for c in spoken)
    their_words = sum(len(words_of(c.turn.reply.text)) for c in counted)
    words = round(own_words / turns, 1)
    opened = sum(Act.OPEN_VRAAG in c.heard.acts for c in spoken)
    closed = sum(Act.GESLOTEN_VRAAG in c.heard.acts and Act.OPEN_VRAAG not in c.heard.acts for c in spoken)
    weighed = (
        (Measure("teruggeven_per_beurt", lsd, _stand(lsd, 0.20, 0.30)), _HIGH),
        (Measure("teruggeven_per_vraag", ratio, _stand(ratio, 0.5, 1.0)), _HIGH),
        (Measure("eigen_inbreng", own, _fewer(own, 0.25, 0.10)), _HIGH),
        (Measure("woorden_per_beurt", words, _fewer(words, 28, 18.01)), _LOW),
    )
    total = sum(_points(measure.standing) * weight for measure, weight in weighed if measure.standing)
    mean = total / sum(weight for _, weight in weighed)
    standing = Standing.FIRM if mean >= 1.5 else Standing.UNDER_WAY if mean >= 0.8 else Standing.NOT_YET
    if lsd < _SOME_LSD or own > _MUCH_INPUT:
        standing = Standing.NOT_YET
    # As long as nothing was told there is nothing to have listened to.
    told = bool(counted) and counted[-1].turn.after.rung > 0
    if not told:
        standing = Standing.NOT_YET
    if len(spoken) < _ENOUGH_TURNS:
        standing = min(standing, Standing.UNDER_WAY, key=_points)
    shown = (
        Measure("advies", advice, _fewer(advice, 0.10, 0.0201)),
        Measure("aandeel_woorden", round(own_words / max(1, own_words + their_words), 2)),
        Measure("open_vragen", opened),
        Measure("gesloten_vragen", closed),
    )
    return BlockResult("luisteren", standing, (*(measure for measure, _ in weighed), *shown))


_SOME_LSD, _MUCH_INPUT = 0.08, 0.45


def _route(counted: Sequence[_Counted]) -> BlockResult:
    named = [
        name for name, acts in STEPS if any(c.heard.acts & acts and not c.heard.repeated for c in counted)
    ]
    # The turns in which something was agreed; before the bottleneck is known it is no agreement yet.
    agreed: set[str] = set()
    for c in counted:
        if c.turn.after.rung >= _AGREED_FROM:
            agreed |= c.heard.agreed
    rung = counted[-1].turn.after.rung if counted else 0
    own_say = any(Act.EIGEN_REGIE in c.heard.acts for c in counted)
    steps = Measure("stappen", len(named), _stand(len(named), 3, 5))
    reached = Measure("trede", rung, _stand(rung, 2, 4))
    parts = Measure("afspraak", len(agreed), _stand(len(agreed), 2, 4))
    own = Measure("eigen_regie", int(own_say), Standing.FIRM if own_say else Standing.NOT_YET)
    # Steps and rung weigh alike; the agreement and the employee's own say round it off.
    total = sum(
        _points(measure.standing or Standing.NOT_YET) * weight
        for measure, weight in ((steps, 2), (reached, 3), (parts, 1), (own, 0.5))
    )
    mean = total / 6.5
    standing = Standing.FIRM if mean >= 1.4 else Standing.UNDER_WAY if mean >= 0.65 else Standing.NOT_YET
    if rung < _RESULT_FROM:
        standing = Standing.NOT_YET
    return BlockResult("route", standing, (steps, reached, parts, own))


_AGREED_FROM, _RESULT_FROM = 3, 2


def steps_named(turns: Sequence[Turn]) -> tuple[str, ...]:
    """Return the names of the steps that were named, in their order."""
    return tuple(name for name, acts in STEPS if any(turn.heard.acts & acts for turn in turns))
