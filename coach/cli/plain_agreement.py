"""One agreement in lines of text: out of the catalogue or in own words, then who, by when and until when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from coach.cli.dialogue import Command, Dialogue, Leave
from coach.cli.plain_days import ask_day
from coach.cli.plain_note import ask_note, may_stand
from coach.cli.verdicts import quoted
from coach.domain.agreement_rules import BY_PAST, REVIEW_PAST, UNTIL_BEFORE_BY, UNTIL_PAST, Lack
from coach.domain.agreements import Agreement, Who, subjects_for
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Theme
from coach.flows.agree import begun_from, subject_titles
from coach.library.load import Library

OWN = "Iets anders, in eigen woorden"
WHAT = "Wat spreken jullie af?"
HOW = "Hoe kijken jullie terug? Zoals: samen, tien minuten. Alleen Enter mag ook."


def begin_agreement(
    dialogue: Dialogue, library: Library, theme: Theme | None, typed: str, status: Status
) -> Agreement | None:
    """Return the start of an agreement: from a theme, or of what was typed; None when it was left out.

    Raises what `Dialogue.ask` raises.
    """
    if theme is not None:
        dialogue.say(theme.question)
        options = [adjustment.text for adjustment in theme.adjustments]
        at = dialogue.choose("Typ een nummer:", [*options, OWN])
        if at < len(options):
            begun = begun_from(theme.adjustments[at])
            dialogue.say(f"Er staat: {quoted(begun.what)}")
            question = "Zet het in jullie eigen woorden, of alleen Enter om het zo te laten:"
            answer = dialogue.ask(question)
            what = may_stand(dialogue, library, answer, question, status) if answer else begun.what
            return replace(begun, what=what) if what else None
        typed = dialogue.ask(WHAT)
    what = may_stand(dialogue, library, typed, WHAT, status)
    if not what:
        return None
    if theme is not None:
        return Agreement(theme.adjustments[0].subject, Who.SAMEN, what)
    subjects, titles = subjects_for(status), subject_titles(library)
    dialogue.say("Waar gaat dit over?")
    at = dialogue.choose("Typ een nummer:", [titles[subject] for subject in subjects])
    return Agreement(subjects[at], Who.SAMEN, what)


def fill_in_agreement(
    dialogue: Dialogue,
    library: Library,
    agreement: Agreement,
    status: Status,
    today: date,
    keep: Callable[[Agreement], None],
    *,
    is_new: bool,
) -> None:
    """Ask what belongs to an agreement, question by question; `keep` gets it after every answer.

    "s" leaves a question as it is, "t" goes back a question, "k" ends it. Raises Ended.
    """
    keep(agreement)

    def what(now: Agreement) -> Agreement:
        typed = ask_note(dialogue, library, WHAT, status, now.what)
        return replace(now, what=typed or now.what)

    def who(now: Agreement) -> Agreement:
        return replace(now, who=ask_who(dialogue, "Wie doet dit?", now.who))

    def by(now: Agreement) -> Agreement:
        question = "Wanneer is het klaar? Alleen Enter: meteen."
        return replace(now, by=_day(dialogue, question, today, now.by, today, BY_PAST))

    def until(now: Agreement) -> Agreement:
        question = "Tot wanneer geldt het? Alleen Enter: tot jullie iets anders afspreken."
        first, sentence = (now.by, UNTIL_BEFORE_BY) if now.by else (today, UNTIL_PAST)
        return replace(now, until=_day(dialogue, question, today, now.until, first, sentence))

    def review(now: Agreement) -> Agreement:
        question = "Wanneer kijken jullie hierop terug? Alleen Enter: bij de evaluatie."
        return replace(now, review_on=_day(dialogue, question, today, now.review_on, today, REVIEW_PAST))

    def how(now: Agreement) -> Agreement:
        return replace(now, review_how=ask_note(dialogue, library, HOW, status, now.review_how))

    def lead(now: Agreement) -> Agreement:
        return replace(now, lead=ask_who(dialogue, "Wie begint daarover?", now.lead))

    asks = [*([] if is_new else [what]), who, by, until, review, how, lead]
    at = 0
    while 0 <= at < len(asks):
        try:
            agreement = asks[at](agreement)
        except Leave as leave:
            if leave.command is Command.DONE:
                return
            if leave.command is Command.BACK:
                at -= 1
                continue
        else:
            keep(agreement)
        at += 1


def ask_who(dialogue: Dialogue, question: str, now: Who) -> Who:
    """Return who it is; Enter keeps `now`. Raises what `Dialogue.ask` raises."""
    dialogue.say(question)
    everyone = list(Who)
    at = everyone.index(now)
    return everyone[dialogue.choose(f"Kies (alleen Enter: {at + 1}):", [who.value for who in everyone], at)]


def _day(
    dialogue: Dialogue, question: str, today: date, now: date | None, first: date, sentence: str
) -> date | None:
    def lack(day: date | None) -> Lack | None:
        return Lack("", sentence) if day is not None and day < first else None

    return ask_day(dialogue, question, today, now=now, lack=lack)
