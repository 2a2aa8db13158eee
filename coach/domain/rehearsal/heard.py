"""How a line of the manager lands: the guard's analysis, set against what was said before in this talk."""

from __future__ import annotations

from coach.domain.guard.labels import Act, Analysis, Category
from coach.domain.rehearsal import wording
from coach.domain.rehearsal.moves import BARE, FORBIDDEN, PRESSING, SPECIFIC, Own
from coach.domain.rehearsal.script import Scenario
from coach.domain.rehearsal.state import State
from coach.domain.values import replace, value

LONG_TURN = 40
"""Words from which a turn is long."""
UNSURE = 0.5
"""Weight of a finding that the guard is not sure of."""
REPAIR_WITHIN = 2
"""Turns after a slip in which it can be made good."""
NEAR, LOOSE, NOT = 1.0, 0.6, 0.3
"""How far a summary or a further question is about what was said: words of the employee; the work that this
talk is about; nothing of either."""
PILED_QUESTIONS, PILED_ACTS = 3, 4
"""Questions, or acts of weight, from which a turn is too much at once: nobody can answer all of it."""
_FIRST_TURNS = 2
_BOTTLENECK_RUNG = 3
_THIRD = 3
_SHORT_GOODBYE = 6
_SOOTHING = frozenset([Act.ERKENNEN, Act.VEILIGHEID, Act.BELANGSTELLING])
_PLAIN = _SOOTHING | {Act.GESLOTEN_VRAAG, Act.OPEN_VRAAG}
_WEIGHTY = frozenset(Act) - _PLAIN


@value(frozen=True, slots=True)
class Found:
    """A finding in a turn: its category and weight, 1 or less where the guard is not sure."""

    category: Category
    weight: float


@value(frozen=True, slots=True)
class Heard:
    """A turn of the manager as the employee takes it.

    `move` is what he answers; `echo` is one of NEAR, LOOSE and NOT; `agreed` are the parts of an agreement
    that were named; `repeated` says that it is the very same line as before, `piled` that it is too much at
    once, `asks_which` that the question begins with a word such as "hoe" or "wanneer".
    """

    text: str
    move: str
    acts: frozenset[Act] = frozenset()
    found: tuple[Found, ...] = ()
    topics: frozenset[str] = frozenset()
    echo: float = NEAR
    words: int = 0
    bare: bool = False
    apology: bool = False
    unearned_thanks: bool = False
    repeated: bool = False
    agreed: frozenset[str] = frozenset()
    danger: bool = False
    piled: bool = False
    asks_which: bool = False

    @property
    def answered(self) -> str:
        """The move whose lines answer it: "hoe lang al?" is a closed question, but "ja" is no answer."""
        return Act.OPEN_VRAAG if self.asks_which and self.move == Act.GESLOTEN_VRAAG else self.move

    @property
    def hurts(self) -> bool:
        """Whether something was found that the guard is sure of."""
        return any(found.weight >= 1 for found in self.found)

    @property
    def silent(self) -> bool:
        """Whether nothing was said."""
        return self.move == Own.STILTE

    @property
    def categories(self) -> frozenset[Category]:
        """The categories that were found."""
        return frozenset(found.category for found in self.found)


def _found(analysis: Analysis) -> tuple[Found, ...]:
    """Return each category once, with its heaviest weight, the forbidden ones first."""
    weights: dict[Category, float] = {}
    for finding in analysis.findings:
        weight = 1.0 if finding.sure else UNSURE
        weights[finding.category] = max(weight, weights.get(finding.category, 0.0))
    rank = {True: 0, False: 1}
    ordered = sorted(
        weights,
        key=lambda name: (rank[name in PRESSING], rank[name in FORBIDDEN], -weights[name], name.value),
    )
    return tuple(Found(name, weights[name]) for name in ordered)


def _in_context(
    acts: frozenset[Act],
    found: tuple[Found, ...],
    text: str,
    topics: frozenset[str],
    echo: float,
    state: State,
) -> frozenset[Act]:
    """What the acts of a line are in this talk; the guard judges a line without what went before it."""
    if Act.OBSERVATIE in acts and echo == NOT and not wording.names_a_moment(text):
        # "Ik hoor je en ik zie je" names nothing that was seen.
        acts -= {Act.OBSERVATIE}
    if Act.OBSERVATIE in acts and state.rung < _BOTTLENECK_RUNG:
        # A day beside what was seen is when that was, and no appointment.
        acts -= {Act.AFSPRAAK}
    own = acts & {Act.OBSERVATIE, Act.AFSPRAAK} or any(one.weight >= 1 for one in found)
    if not own and echo > NOT and wording.asks_to_confirm(text):
        # What is about the talk, with "klopt dat?" behind it, gives it back.
        acts |= {Act.SAMENVATTEN}
    if not acts and not found and echo > NOT and wording.gives_back(text, topics):
        # Hearing one's own work or words back, with nothing asked, is being heard.
        acts = frozenset([Act.SAMENVATTEN])
    return acts


def _is_bare(acts: frozenset[Act], text: str, state: State, scenario: Scenario) -> bool:
    """Whether a line only asks: nothing is given back before the question."""
    if not acts or not acts <= BARE:
        return False
    return not any(
        wording.takes_in(said) or wording.shared(wording.content_words(said), _known(scenario, state))
        for said in wording.statements(text)
    )


def _known(scenario: Scenario, state: State) -> list[str]:
    return [*state.recent, *_about(scenario, state.rung)]


def _echo(words: frozenset[str], topics: frozenset[str], state: State, scenario: Scenario) -> float:
    if wording.shared(words, state.recent) or topics & state.topics:
        return NEAR
    return LOOSE if topics or wording.shared(words, _about(scenario, state.rung)) else NOT


def _about(scenario: Scenario, rung: int) -> list[str]:
    """The work that the talk is about, as far as it may be known by now."""
    known = [wordings for step in scenario.ladder[:rung] for fact in step.facts for wordings in fact.wordings]
    return [*scenario.words.values(), *(signal.what for signal in scenario.signals), *known]


def hear(scenario: Scenario, state: State, text: str, analysis: Analysis) -> Heard:
    """Return how `text` lands after what is in `state`; an empty text is a silence."""
    if not text.strip():
        return Heard(text, Own.STILTE)
    words = wording.content_words(text)
    topics = frozenset(name for name, known in scenario.topics.items() if wording.on_topic(words, known))
    acts, found = frozenset(analysis.acts), _found(analysis)
    welcome = state.turn < _FIRST_TURNS and wording.greets(text)
    sorry = bool(state.slips) and wording.apologises(text)
    if welcome or sorry:
        # "Ga zitten" is no advice, and "dat was te snel" no opinion of the other, whatever the guard says.
        own_fault = sorry and not wording.takes_it_back_again(text)
        found = tuple(
            one for one in found if one.weight >= 1 and not (own_fault and one.category is Category.MENING)
        )
    echo = _echo(words, topics, state, scenario)
    if echo == NOT and Act.DOORVRAGEN in acts and wording.points_back(text):
        echo = LOOSE
    acts = _in_context(acts, found, text, topics, echo, state)
    recent_slip = any(
        slip.turn >= state.turn - REPAIR_WITHIN + 1 and not slip.repaired for slip in state.slips
    )
    heard = Heard(
        text=text,
        move=Own.ONBEKEND,
        acts=acts,
        found=found,
        topics=topics,
        echo=echo,
        words=len(wording.words_of(text)),
        bare=not found and _is_bare(acts, text, state, scenario),
        apology=sorry and not found,
        unearned_thanks=Act.ERKENNEN in acts and not state.told and wording.thanks_for_telling(text),
        repeated=wording.short_form(text) in state.heard,
        agreed=wording.agreement_parts(text) if Act.AFSPRAAK in acts else frozenset(),
        danger=analysis.nood,
        piled=wording.questions_in(text) >= PILED_QUESTIONS or len(acts & _WEIGHTY) >= PILED_ACTS,
        asks_which=wording.asks_which(text),
    )
    return replace(heard, move=_move(heard, state, recent_slip=recent_slip, welcome=welcome))


def _move(heard: Heard, state: State, *, recent_slip: bool, welcome: bool) -> str:
    """What the employee answers (research note, section 5, selection step 1)."""
    if heard.found:
        # A finding that the guard is not sure of gives way to an act that it is sure of; pressure that it
        # is not sure of to "hoe bedoel je?", for nobody should be called a bully on a guess.
        sure = [
            found
            for found in heard.found
            if found.weight >= 1 or (not heard.acts and found.category not in PRESSING)
        ]
        if sure:
            return sure[0].category.value
    if heard.repeated:
        return Own.HERHALING
    if heard.apology:
        return Own.EXCUUS
    if recent_slip and heard.acts & {Act.ERKENNEN, Act.VEILIGHEID} and heard.acts <= _SOOTHING:
        return Own.HERSTEL
    if welcome and not heard.acts & _WEIGHTY:
        return Own.BEGROETING
    if state.turn and wording.takes_leave(heard.text):
        # "Tot vrijdag" says goodbye; "zullen we afspreken dat jij tot vrijdag ..." does not.
        goodbye = Act.AFSPRAAK not in heard.acts or heard.words <= _SHORT_GOODBYE
        if goodbye and not heard.acts & (_WEIGHTY - {Act.AFSPRAAK}):
            return Own.AFSCHEID
    if heard.unearned_thanks and heard.acts <= _SOOTHING:
        return Own.DANK_TE_VROEG
    return _act(heard, state)


def _act(heard: Heard, state: State) -> str:
    if wording.questions_in(heard.text) >= PILED_QUESTIONS:
        return Own.KRUISVERHOOR
    if heard.bare and state.bare + 1 >= _THIRD and (state.bare + 1) % _THIRD == 0:
        return Own.KRUISVERHOOR
    specific = [act for act in SPECIFIC if act in heard.acts]
    # A summary with its "klopt dat?" is a summary, whatever subject it is about.
    if Act.SAMENVATTEN in heard.acts and Act.OPEN_VRAAG not in heard.acts and Act.AFSPRAAK not in heard.acts:
        specific = [Act.SAMENVATTEN]
    if not specific:
        general = [act for act in (Act.OPEN_VRAAG, Act.GESLOTEN_VRAAG) if act in heard.acts]
        return general[0].value if general else Own.ONBEKEND
    if specific[0] is Act.AFSPRAAK and state.rung < _BOTTLENECK_RUNG:
        return Own.AFSPRAAK_VROEG
    if specific[0] is Act.SAMENVATTEN and heard.echo == NOT:
        return Own.NAAST
    return specific[0].value
