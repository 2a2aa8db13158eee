"""Prompting during the talk: what to say, from the content and from what was prepared."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.conversation import Part
from coach.domain.guard import Guard
from coach.domain.guard.labels import Status, Verdict
from coach.domain.knowledge import Address, HardMoment
from coach.domain.live import LISTEN_TO_SPEAK, Live
from coach.domain.live_clock import Speaker, Stopwatch
from coach.domain.live_script import Deck, Prompt, Script
from coach.domain.preparation import Preparation
from coach.flows.judge import Judgement
from coach.flows.sift import Refusal, sift
from coach.library.load import Library

SENTENCES = 2
"""Sentences of a hard moment that stand large on one page (issue: two to say)."""

ALOUD = "Zeg dit hardop, voor je begint"
LAST = "Hierna maken jullie samen afspraken"
"""In place of the sentence that comes next, where the agreements do."""
BEFORE_CLOSING = "Wanneer praten jullie weer?"
CLOSING_HINT = "Liefst binnen een week. Kies de dag samen, of zeg dat er geen afspraak komt."
WITHOUT = "Geen afspraak"
_MAY_BE_SAID = {
    Verdict.GOED: "Dit kun je zo zeggen.",
    Verdict.VOORZICHTIG: "Je mag dit vragen. De ander hoeft niet te antwoorden.",
}
SPEAKS = {Speaker.MANAGER: "jij praat", Speaker.EMPLOYEE: "je luistert"}
SILENCE = "Wees stil. Adem rustig. Je hoeft niets te zeggen."
SILENCE_DONE = "Dat waren tien ademhalingen. Wacht gerust nog even."
NO_BALANCE = (
    "Coach weet nog niet wie er praat. Druk op {key} als je medewerker begint, en weer als jij begint."
)


@dataclass(frozen=True, slots=True)
class Prompting:
    """The script of a talk, and what of the preparation is not in it because it may not be said or read."""

    script: Script
    refused: tuple[Refusal, ...] = ()


def prompting(library: Library, guard: Guard, preparation: Preparation) -> Prompting:
    """Return what may be said: the prepared sentences of each part first, then those of the coach.

    Whoever sits beside the manager can read the screen, so only what may stand on paper is prompted.
    Questions of the coach that name a fact come only when they were chosen.
    """
    ready, refused = sift(library, guard, preparation)
    kept = tuple(item for item in refused if item.step == "opening" or item.step in set(Part))
    return Prompting(Script(tuple(_deck(library, ready, part) for part in Part)), kept)


def _deck(library: Library, preparation: Preparation, part: Part) -> Deck:
    status, address = preparation.status, preparation.address
    if part is Part.VOORBEREIDING:
        lines = [line for line in library.beginnings if status in line.statuses]
        return Deck(part, tuple(Prompt(line.id, line.text(address)) for line in lines))
    questions = [question for question in library.part(part).questions if status in question.statuses]
    if status is Status.ZIEK:
        # What was written for this short talk comes before what holds for every talk.
        questions.sort(key=lambda question: len(question.statuses))
    known = {text: question.id for question in questions for text in (question.je, question.u)}
    prepared = [
        Prompt(known.get(text, f"eigen-{number}"), text)
        for number, text in enumerate(preparation.asked_in(part), start=1)
    ]
    if part is Part.BENOEMEN and preparation.opening:
        prepared.insert(0, Prompt("opening", preparation.opening))
    taken = {prompt.id for prompt in prepared}
    own = [question for question in questions if question.id not in taken]
    offered = [question for question in own if not question.example]
    if not prepared and not offered:
        offered = own  # nothing but examples: one of those is better than nothing to say
    prompts = (*prepared, *(Prompt(question.id, question.text(address)) for question in offered))
    return Deck(part, prompts, max(1, len(prepared)))


def title_of(library: Library, live: Live) -> str:
    """Return the title of the part where the talk is; at the first station what to do there."""
    part = live.step.part
    return ALOUD if part is Part.VOORBEREIDING else library.part(part).title


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a hard moment: sentences to say, or what to do afterwards."""

    lines: tuple[str, ...]
    said: bool


def moments_for(library: Library, status: Status) -> tuple[HardMoment, ...]:
    """Return the hard moments that can come with this status, in the order of the content."""
    return tuple(moment for moment in library.moments if status in moment.statuses)


def pages_of(moment: HardMoment) -> tuple[Page, ...]:
    """Return the pages of a hard moment: two sentences at a time, then what comes after."""
    said = [moment.say[start : start + SENTENCES] for start in range(0, len(moment.say), SENTENCES)]
    return (*(Page(lines, said=True) for lines in said), Page(moment.then, said=False))


def pause_lines(library: Library, status: Status, address: Address) -> tuple[str, ...]:
    """Return what to say at a pause."""
    return tuple(line.text(address) for line in library.pauses if status in line.statuses)


@dataclass(frozen=True, slots=True)
class Advice:
    """What the check says where the employee may read along: nothing is called wrong or forbidden.

    `word` says whether it can be said as it is ("" when not), `better` what to say instead, behind `opening`.
    """

    word: str = ""
    opening: str = ""
    better: str = ""
    why: str = ""


def advice(judgement: Judgement) -> Advice:
    """Return a judgement in calm words."""
    worst = next(iter(judgement.analysis.findings), None)
    word = _MAY_BE_SAID.get(judgement.verdict, "")
    if worst is None:
        return Advice(word)
    return Advice(word, "Of zo" if word else "Kies liever", judgement.better or worst.instead, worst.why)


def in_words(seconds: float) -> str:
    """Return a length of time as people say it, in whole minutes; below one in seconds."""
    whole = int(max(0.0, seconds))
    if whole < 60:  # noqa: PLR2004
        return f"{whole} {'seconde' if whole == 1 else 'seconden'}"
    count = whole // 60
    return f"{count} {'minuut' if count == 1 else 'minuten'}"


def balance(clock: Stopwatch, key: str) -> str:
    """Return in words how long each spoke; `clock` is settled, `key` the key that notes who speaks.

    The measure is the one of the basis tips: listen twice as long as you speak.
    """
    if clock.manager + clock.employee < 1:
        return NO_BALANCE.format(key=key)
    told = f"Jij praatte {in_words(clock.manager)}, je medewerker {in_words(clock.employee)}."
    if clock.employee >= LISTEN_TO_SPEAK * clock.manager:
        return f"{told} Je luistert minstens twee keer zo veel als je praat. Mooi."
    return f"{told} Probeer twee keer zo veel te luisteren als te praten."
