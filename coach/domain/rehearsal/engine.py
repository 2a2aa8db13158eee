"""One turn of the talk: from what the manager says to the state of the employee and his answer."""

from __future__ import annotations

import re

from coach.domain.guard.labels import Act, Analysis, Category
from coach.domain.rehearsal import choosing, dress, ladder
from coach.domain.rehearsal.effects import REMEMBERED, clamped, land
from coach.domain.rehearsal.heard import Heard, hear
from coach.domain.rehearsal.moves import FORBIDDEN, PRESSING, Band, Effect, Own
from coach.domain.rehearsal.nearest import nearest
from coach.domain.rehearsal.recall import Recall, recall
from coach.domain.rehearsal.script import RUNGS, Uses
from coach.domain.rehearsal.selection import Line, Repertoire
from coach.domain.rehearsal.state import Promise, State, Told
from coach.domain.rehearsal.wording import content_words, on_topic, short_form
from coach.domain.values import replace, value

RECENT = 3
"""Replies of which the words count as said just now."""
_CONFIDENTIAL = re.compile(
    r"\b(tussen ons|vertrouwelijk|onder ons|blijft hier|vertel het niet|zeg het niet)\b"
)
_WHEN = "wanneer"
_NOTHING_LEFT = "..."


@value(frozen=True, slots=True)
class Reply:
    """What the employee answers; `lines` are the keys of the lines that were used for it.

    `fact` is the id of a fact that was told in it, `hint` an author's word to the manager for afterwards, and
    `effect` what the author says that answering this does to him.
    """

    text: str
    lines: tuple[str, ...] = ()
    fact: str = ""
    hint: str = ""
    effect: Effect | None = None
    disclosed: bool = False
    crisis: bool = False


@value(frozen=True, slots=True)
class Turn:
    """One turn: what the manager said and how it landed, the answer, and the employee before and after."""

    number: int
    text: str
    analysis: Analysis
    heard: Heard
    reply: Reply
    before: State
    after: State
    picked: bool = False


def take_turn(
    repertoire: Repertoire,
    state: State,
    text: str,
    analysis: Analysis,
    *,
    seed: int,
    uses: Uses,
    crisis: bool = False,
    picked: bool = False,
) -> Turn:
    """Return the turn in which the manager says `text` (empty: a silence); `analysis` is its judgement.

    `seed` decides all luck. `uses` are the lines of earlier rehearsals, which come later than new ones.
    `crisis` says that the user wanted to rehearse a remark that points to danger.
    """
    cast = repertoire.cast
    heard = hear(cast.scenario, state, text, analysis)
    number = state.turn + 1
    luck = choosing.luck(seed, cast.scenario.id, number)
    if heard.danger:
        # Life goes before the rehearsal: the card is shown, nothing is counted and nobody answers.
        paused = replace(state, turn=number)
        return Turn(number, text, analysis, heard, Reply(""), state, paused, picked)
    felt = _felt(repertoire, state, heard, number)
    if _breaks_off(state, felt, heard):
        felt = replace(felt, ended=True)
        last = _line(repertoire, felt, heard, luck, uses, Own.EINDE)
        return _turn(repertoire, state, felt, text, analysis, heard, last, picked=picked)
    opened = ladder.opens(cast, felt, heard)
    if opened is not None:
        felt = replace(felt, rung=opened, climbed=number, asked=0)
    reply = _special(repertoire, felt, heard, luck, uses, crisis=crisis, opened=opened is not None)
    if reply is None:
        # Who names the day himself gets a yes, and no plan with another day.
        agreed = opened == RUNGS and _WHEN in heard.agreed
        told = (
            None
            if agreed
            else ladder.next_fact(cast, felt, heard, luck, uses=uses, opened=opened is not None)
        )
        if told is not None:
            reply = Reply(told[1], (told[1],), fact=told[0].id)
        else:
            reply = _line(repertoire, felt, heard, luck, uses, heard.answered)
    return _turn(repertoire, state, felt, text, analysis, heard, reply, picked=picked, luck=luck)


def _felt(repertoire: Repertoire, state: State, heard: Heard, number: int) -> State:
    """The employee after hearing this, before he answers."""
    landing = land(repertoire.cast, state, heard)
    acts = frozenset(act.value for act in heard.acts) | ({Own.STILTE} if heard.silent else frozenset())
    spoke = not (heard.repeated or heard.piled)
    felt = replace(
        state,
        turn=number,
        trust=clamped(state.trust + landing.trust),
        tension=clamped(state.tension + landing.tension),
        energy=clamped(state.energy + landing.energy),
        slips=landing.slips,
        flags=state.flags | acts if spoke else state.flags,
        raised=state.raised | heard.topics if spoke else state.raised,
        acts=(*state.acts, acts)[-REMEMBERED:],
        heard=state.heard if heard.silent else state.heard | {short_form(heard.text)},
        promises=(*state.promises, *_promises(state, heard, number)),
        bare=state.bare + 1 if heard.bare else 0,
        silent=state.silent + 1 if heard.silent else 0,
        found_at=number if heard.hurts else state.found_at,
    )
    return replace(felt, asked=felt.asked + 1) if ladder.asks_on(heard, felt) else felt


def _promises(state: State, heard: Heard, number: int) -> list[Promise]:
    kinds = [
        category.value
        for category in (Category.REDDEN, Category.GEHEIM_BELOVEN)
        if category in heard.categories
    ]
    if Act.VEILIGHEID in heard.acts and _CONFIDENTIAL.search(heard.text.casefold()):
        kinds.append(Act.VEILIGHEID.value)
    if heard.move == Act.AFSPRAAK:
        kinds.append(Act.AFSPRAAK.value)
    known = {promise.kind for promise in state.promises}
    return [Promise(kind, number) for kind in kinds if kind not in known]


def _breaks_off(before: State, after: State, heard: Heard) -> bool:
    """Whether this was one too many: things ran high already, and he is pressed or asked for his health."""
    grave = any(found.weight >= 1 and found.category in FORBIDDEN | PRESSING for found in heard.found)
    return grave and before.band is Band.ESCALATIE and after.band is Band.ESCALATIE


def _special(
    repertoire: Repertoire, state: State, heard: Heard, luck: str, uses: Uses, *, crisis: bool, opened: bool
) -> Reply | None:
    """What only some scenarios have: a remark that points to danger, and what someone says about himself."""
    scenario = repertoire.cast.scenario
    calm = ladder.listens(heard, state)
    told = scenario.disclosure
    if crisis and (remark := scenario.crisis) and state.rung >= remark.rung and calm and not opened:
        text = remark.lines[choosing.pick(luck, "crisis", len(remark.lines))]
        return Reply(text, (text,), crisis=True)
    if told is None or opened:
        return None
    if not state.disclosed and state.rung >= told.rung and calm:
        text = told.lines[choosing.pick(luck, "onthulling", len(told.lines))]
        return Reply(text, (text,), disclosed=True)
    if state.disclosed == state.turn - 1 and state.disclosed:
        line = repertoire.choose(heard.move, state.band, state, heard, luck=luck, uses=uses, own=told.after)
        if line is not None:
            return _said(line)
    return None


def _line(repertoire: Repertoire, state: State, heard: Heard, luck: str, uses: Uses, move: str) -> Reply:
    """An ordinary line; when all that fits was said something near, then what one sees, never a repeat.

    A line of an earlier rehearsal only comes when nothing near is new.
    """
    heard_before: Line | None = None
    for tried, band in nearest(move, state):
        line = repertoire.choose(tried, band, state, heard, luck=luck, uses=uses)
        if line is not None and line.text not in uses:
            return _said(line)
        heard_before = heard_before or line
    if heard_before is not None:
        return _said(heard_before)
    if line := repertoire.choose(Own.ONBEKEND, state.band, state, heard, luck=luck, uses=uses):
        return _said(line)
    shown = dress.gesture(repertoire.cast, state, state.band, luck)
    return Reply(f"({shown})", (shown,)) if shown else Reply(_NOTHING_LEFT)


def _said(line: Line) -> Reply:
    return Reply(line.text, (line.text,), hint=line.block.hint, effect=line.block.effect)


def _turn(
    repertoire: Repertoire,
    before: State,
    felt: State,
    text: str,
    analysis: Analysis,
    heard: Heard,
    reply: Reply,
    *,
    picked: bool,
    luck: str | None = None,
) -> Turn:
    """Dress the reply, add what he comes back to, and let him remember all of it."""
    cast = repertoire.cast
    band = felt.band
    plain = luck is None or reply.crisis or reply.disclosed
    back = None if plain or reply.fact else recall(repertoire, felt, heard, luck or "")
    said, shown = (
        (dress.filled(cast, reply.text), None)
        if plain
        else dress.dressed(cast, felt, band, reply.text, luck or "", move=heard.move, bare=back is not None)
    )
    if back is not None:
        said = f"{said} {dress.filled(cast, back.text)}"
    lines = (*reply.lines, *((back.text,) if back else ()), *((shown,) if shown else ()))
    after = _remembered(repertoire, felt, reply, said, lines, heard, back)
    final = replace(reply, text=said, lines=lines)
    return Turn(felt.turn, text, analysis, heard, final, before, after, picked)


def _remembered(
    repertoire: Repertoire,
    state: State,
    reply: Reply,
    said: str,
    lines: tuple[str, ...],
    heard: Heard,
    back: Recall | None,
) -> State:
    spoken = content_words(said)
    topics = {name for name, known in repertoire.cast.scenario.topics.items() if on_topic(spoken, known)}
    fact = repertoire.cast.scenario.facts.get(reply.fact)
    told = (Told(fact.id, state.turn, said),) if fact else ()
    effect = reply.effect or Effect()
    return replace(
        state if back is None else back.state,
        trust=clamped(state.trust + effect.trust),
        tension=clamped(state.tension + effect.tension),
        energy=clamped(state.energy + effect.energy),
        used=state.used | frozenset(lines) | (frozenset(fact.wordings) if fact else frozenset()),
        recent=(*state.recent, said)[-RECENT:],
        topics=state.topics | topics | (frozenset([fact.id]) if fact else frozenset()),
        told=(*state.told, *told),
        gestured=state.turn if "(" in said else state.gestured,
        recalled=state.turn if back else state.recalled,
        disclosed=state.turn if reply.disclosed else state.disclosed,
        previous=heard.move,
    )
