"""One agreement in lines of text: out of the catalogue or in own words, then who, by when and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coach.cli.dialogue import Dialogue
from coach.cli.plain_days import ask_day
from coach.cli.plain_note import ask_note, may_stand
from coach.cli.verdicts import quoted
from coach.domain.agreement_rules import BY_PAST, REVIEW_PAST, UNTIL_BEFORE_BY, UNTIL_PAST, Lack
from coach.domain.agreements import Agreement, Who, subjects_for
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Theme
from coach.flows.agree import SUBJECT_WORD, WHO_WORD, begun_from
from coach.library.load import Library

OWN = "Iets anders, in eigen woorden"
HOW = "Hoe kijken jullie terug? Zoals: samen, tien minuten. Alleen Enter mag ook."


def new_agreement(
    dialogue: Dialogue, library: Library, theme: Theme | None, typed: str, status: Status, today: date
) -> Agreement | None:
    """Return an agreement from a theme, or from what was typed; None when it was left out."""
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
            return _details(dialogue, library, replace(begun, what=what), status, today) if what else None
        typed = dialogue.ask("Wat spreken jullie af?")
    what = may_stand(dialogue, library, typed, "Wat spreken jullie af?", status)
    if not what:
        return None
    subjects = subjects_for(status)
    subject = subjects[0]
    if theme is not None:
        subject = theme.adjustments[0].subject
    else:
        dialogue.say("Waar gaat dit over?")
        subject = subjects[dialogue.choose("Typ een nummer:", [SUBJECT_WORD[known] for known in subjects])]
    return _details(dialogue, library, Agreement(subject, Who.SAMEN, what), status, today)


def change_agreement(
    dialogue: Dialogue, library: Library, agreement: Agreement, status: Status, today: date
) -> Agreement:
    """Return the agreement as it was changed; an empty text leaves the text as it was."""
    what = ask_note(dialogue, library, "Wat spreken jullie af?", status, agreement.what)
    return _details(dialogue, library, replace(agreement, what=what or agreement.what), status, today)


def _who(dialogue: Dialogue, question: str, now: Who) -> Who:
    everyone: Sequence[Who] = list(Who)
    dialogue.say(question)
    at = everyone.index(now)
    return everyone[
        dialogue.choose(f"Kies (alleen Enter: {at + 1}):", [WHO_WORD[who] for who in everyone], at)
    ]


def _details(
    dialogue: Dialogue, library: Library, agreement: Agreement, status: Status, today: date
) -> Agreement:
    who = _who(dialogue, "Wie doet dit?", agreement.who)
    by = _day(dialogue, "Wanneer is het klaar? Alleen Enter: meteen.", today, agreement.by, today, BY_PAST)
    until = _day(
        dialogue,
        "Tot wanneer geldt het? Alleen Enter: tot jullie iets anders afspreken.",
        today,
        agreement.until,
        by or today,
        UNTIL_BEFORE_BY if by else UNTIL_PAST,
    )
    review_on = _day(
        dialogue,
        "Wanneer kijken jullie hierop terug? Alleen Enter: bij de evaluatie.",
        today,
        agreement.review_on,
        today,
        REVIEW_PAST,
    )
    how = ask_note(dialogue, library, HOW, status, agreement.review_how)
    lead = _who(dialogue, "Wie begint daarover?", agreement.lead)
    return replace(agreement, who=who, by=by, until=until, review_on=review_on, review_how=how, lead=lead)


def _day(
    dialogue: Dialogue, question: str, today: date, now: date | None, first: date, sentence: str
) -> date | None:
    def lack(day: date | None) -> Lack | None:
        return Lack("", sentence) if day is not None and day < first else None

    return ask_day(dialogue, question, today, now=now, lack=lack)
