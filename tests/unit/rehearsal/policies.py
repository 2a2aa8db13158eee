"""Managers who talk by themselves: an expert, a learner who gets better, and one who says anything at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from coach.domain.guard import Guard
from coach.domain.guard.labels import Analysis, Role, Status
from coach.domain.rehearsal.choosing import pick
from coach.domain.rehearsal.script import Scenario
from coach.domain.rehearsal.talk import Talk
from coach.flows.rehearse import Rehearsal, say, start
from coach.library.load import Library

Say = Callable[[int, Talk, Scenario, str], str]
"""The next line of a manager: after so many turns, in this talk, with this scenario and this luck."""

_SAFE = ("Wat je vertelt blijft tussen ons.", "Je hoeft niet alles te vertellen.", "Neem rustig de tijd.")
_KIND = (
    "Dat klinkt zwaar.",
    "Ik snap dat dat veel is.",
    "Dat lijkt me lastig.",
    "Fijn dat je dat zo zegt.",
    "Ik begrijp dat het je raakt.",
    "Dat is ook niet niks.",
)
_HOW = ("Hoe is het nu voor je op het werk?", "Hoe gaat het met je?", "Hoe is dat voor je?")
_EFFECT = ("Wat merk je daarvan in je werk?", "Wat doet dat met je werk?", "Hoe merk je dat in je werk?")
_STUCK = (
    "Waar loop je in je werk tegenaan?",
    "Waar loopt het werk vast?",
    "Welke taken kosten je veel energie?",
)
_ON = (
    "Kun je daar een voorbeeld van geven?",
    "Wat bedoel je daar precies mee?",
    "Vertel eens, hoe gaat dat dan?",
)
_NEED = ("Wat heb je nodig om dit vol te houden?", "Wat zou jou helpen in je werk?", "Wat lukt nog wel goed?")
_SAY = ("Wat wil je zelf het eerst aanpakken?", "Jij bepaalt wat het team hoort.")
_AGREE = (
    "Zullen we afspreken dat jij een lijst maakt en ik bel? Dan kijken we vrijdag om tien uur hoe het gaat.",
    "Zullen we donderdag om tien uur samen kijken hoe het gaat?",
)
_POOR = (
    "Je moet gewoon wat vaker nee zeggen.",
    "Ik denk dat je te hard werkt.",
    "Heb je het druk?",
    "Het valt toch wel mee?",
    "Ben je overspannen?",
    "Als ik jou was nam ik een week vrij.",
    "Je bent vast moe.",
    "Kun je niet wat eerder beginnen?",
    "Gaat het thuis wel goed?",
    "Laat mij dat maar voor je oplossen.",
    "Volgens mij kun je niet goed plannen.",
    "Sinds wanneer is dat zo?",
    "Vind je het werk nog leuk?",
    "Je zult wel balen.",
    "Anderen hebben het ook druk.",
    "Slaap je wel goed?",
    "Was je dinsdag te laat?",
    "Zullen we volgende week verder praten?",
    "Je bent de laatste tijd slordig.",
    "Probeer eens een lijstje te maken.",
)
_WILD = (
    "",
    "asdf",
    "🙂",
    "Heb je een burn-out?",
    "Als dit zo doorgaat heeft dat gevolgen voor je contract.",
    "Je stelt je aan.",
    "Sorry, dat had ik niet moeten zeggen.",
    "Goedemorgen!",
    "Tot morgen.",
    "Je moet me nu zeggen wat er is.",
    "Slik je medicijnen?",
    "Ik beloof dat ik het tegen niemand zeg.",
    "Als ik het goed begrijp is de maan van kaas. Klopt dat?",
    "De printer doet het niet.",
    "woord " * 60,
)
_CLAUSE = re.compile(r"[^.?!…()]+")


def _summary(talk: Talk, luck: str) -> str:
    """What was said last, given back in its own words."""
    replies = [turn.reply.text for turn in talk.turns[-2:] if turn.reply.text]
    clauses = [clause.strip() for reply in replies for clause in _CLAUSE.findall(reply) if len(clause) > 12]  # noqa: PLR2004
    if not clauses:
        return "Ik hoor dat het veel is. Klopt dat?"
    words = max(clauses, key=len).split()[:12]
    return f"Dus ik hoor je zeggen: {' '.join(words).rstrip(',')}. Klopt dat?"


def _of(pool: Sequence[str], luck: str, slot: str) -> str:
    return pool[pick(luck, slot, len(pool))]


def expert(at: int, talk: Talk, scenario: Scenario, luck: str) -> str:
    """Names what was seen, listens, gives back, goes the route, and asks one thing at a time."""
    signal = scenario.signals[pick(luck, "signaal", len(scenario.signals))]
    route: tuple[Sequence[str] | None, ...] = (
        (f"Goedemorgen {scenario.name}, fijn dat je er bent.",),
        (f"Ik zag dit {signal.when}: {signal.what} Herken je dat?",),
        _SAFE, _HOW, None, _KIND, _EFFECT, None, _STUCK, _KIND, _ON, None, _NEED, _SAFE, None,
        _SAY, _NEED, _KIND, _AGREE, ("Dank je wel voor dit gesprek.",),
    )  # fmt: skip
    pool = route[min(at, len(route) - 1)]
    said = {turn.text for turn in talk.turns}
    if pool is None:
        return _summary(talk, luck)
    return _of([line for line in pool if line not in said] or pool, f"{luck}{at}", "zin")


def learner(skill: int) -> Say:
    """Someone who does as the expert does in `skill` of ten turns, and else what beginners do."""

    def line(at: int, talk: Talk, scenario: Scenario, luck: str) -> str:
        if not at and pick(luck, "meteen", 2):
            at = 1
        if pick(f"{luck}{at}", "goed", 10) < skill:
            return expert(at, talk, scenario, luck)
        said = {turn.text for turn in talk.turns}
        return _of([poor for poor in _POOR if poor not in said] or _POOR, f"{luck}{at}", "slecht")

    return line


def anything(at: int, talk: Talk, scenario: Scenario, luck: str) -> str:
    """Says whatever comes: good, bad, nothing, nonsense."""
    pools = (_WILD, _POOR, _HOW, _EFFECT, _STUCK, _ON, _NEED, _KIND, _SAFE, _AGREE, _SAY)
    if pick(f"{luck}{at}", "samenvatten", 6) == 0:
        return _summary(talk, luck)
    return _of(_of_pools(pools, f"{luck}{at}"), f"{luck}{at}", "wild")


def _of_pools(pools: Sequence[Sequence[str]], luck: str) -> Sequence[str]:
    return pools[pick(luck, "welke", len(pools))]


class Remembering(Guard):
    """The guard, with every judgement remembered: the same lines come back in a thousand talks."""

    def __init__(self, guard: Guard) -> None:
        self._remembered = cache(guard.analyse)

    def analyse(self, text: str, role: Role = Role.ZEGT, status: Status = Status.WERKT) -> Analysis:
        """Return the judgement of a text."""
        return self._remembered(text, role, status)


def talked(
    library: Library,
    guard: Guard,
    scenario: Scenario,
    policy: Say,
    *,
    seed: int,
    turns: int = 20,
    level: int | None = None,
    uses: dict[str, tuple[int, int]] | None = None,
) -> Rehearsal:
    """Return a rehearsal in which `policy` did the talking."""
    rehearsal = start(library, scenario, seed=seed, level=level, uses=uses)
    for at in range(turns):
        if rehearsal.talk.is_over:
            break
        rehearsal = say(guard, rehearsal, policy(at, rehearsal.talk, scenario, f"{seed}|{scenario.id}"))
    return rehearsal
