"""Looking back on agreements in lines of text: what worked, what did not, what changes, and when again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coach.cli.dialogue import Command, Dialogue, Leave
from coach.cli.nood import whole_card
from coach.cli.plain_agree import show_record
from coach.cli.plain_agreement import fill_in_agreement
from coach.cli.plain_days import ask_day
from coach.cli.plain_note import ask_note
from coach.domain.agreement_rules import next_lack
from coach.domain.agreements import Agreement, LookBack, Record, to_come
from coach.domain.guard.labels import Status
from coach.flows.agree import said
from coach.library.load import Library

COMMANDS = "Op een eigen regel: s overslaan, k stoppen zonder te bewaren, ! noodkaart, o de afspraken."
GO_ON, STOP = "Verder met deze afspraken", "Stoppen: alles weggooien"


def plain_look_back(dialogue: Dialogue, library: Library, record: Record, today: date) -> Record | None:
    """Return the record with one more look back, None when the two stop and it is to be forgotten.

    Raises what `Dialogue.ask` raises; then nothing has changed.
    """

    def aside(command: Command) -> None:
        if command is Command.EMERGENCY:
            whole_card(dialogue.output, library.emergency)
        elif command is Command.HELP:
            dialogue.say(COMMANDS)
        else:
            show_record(dialogue, library, record)

    dialogue.aside = aside
    show_record(dialogue, library, record)
    dialogue.say(COMMANDS)
    dialogue.say("Kijk samen terug. Praat over het werk en de afspraken.")
    worked, not_worked, change = (
        _line(dialogue, library, question)
        for question in ("Wat werkte?", "Wat werkte niet?", "Wat verandert er?")
    )
    record = _changed(dialogue, library, record, today)
    dialogue.say("Gaan jullie verder? Kijken blijft nuttig, ook als het beter gaat.")
    if dialogue.choose("Kies (alleen Enter: 1):", (GO_ON, STOP), 0) == 1:
        return None
    planned = next((moment.day for moment in to_come(record) if moment.day > today), None)
    next_on = ask_day(
        dialogue,
        "Wanneer kijken jullie weer?",
        today,
        now=planned,
        lack=lambda day: next_lack(day, today),
    )
    return record.looked_back(LookBack(today, worked, not_worked, change, next_on))


def _line(dialogue: Dialogue, library: Library, question: str) -> str:
    """Ask for a line; "s" leaves it out."""
    try:
        return ask_note(dialogue, library, question)
    except Leave as leave:
        if leave.command is not Command.SKIP:
            raise
        return ""


def _changed(dialogue: Dialogue, library: Library, record: Record, today: date) -> Record:
    """Change agreements one by one, as long as the user names one."""
    while record.agreements:
        for number, agreement in enumerate(record.agreements, start=1):
            dialogue.say(said(agreement), f"Afspraak {number}. ")
        answer = dialogue.ask(
            "Een afspraak veranderen? Typ het nummer. Klaar ermee? Typ weg 1. Anders Enter:"
        )
        if not answer:
            break
        gone = answer.lower().startswith("weg ")
        typed = answer.lower().removeprefix("weg ").strip()
        if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= len(record.agreements)):
            dialogue.say("Dat nummer staat er niet bij.")
            continue
        chosen = record.agreements[int(typed) - 1]
        if gone:
            record = record.without_agreement(chosen.id)
        else:
            record = _filled_in(dialogue, library, record, chosen, today)
    return replace(record, none_made=record.none_made or not record.agreements)


def _filled_in(
    dialogue: Dialogue, library: Library, record: Record, agreement: Agreement, today: date
) -> Record:
    changed = [agreement]
    fill_in_agreement(dialogue, library, agreement, Status.WERKT, today, changed.append, is_new=False)
    return record.with_agreement(changed[-1])
