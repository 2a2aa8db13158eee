"""Looking back on agreements in lines of text: what worked, what did not, what changes, and when again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coach.cli.dialogue import Dialogue
from coach.cli.plain_agree import show_record
from coach.cli.plain_agreement import change_agreement
from coach.cli.plain_days import ask_day
from coach.cli.plain_note import ask_note
from coach.domain.agreement_rules import next_lack
from coach.domain.agreements import LookBack, Record, to_come
from coach.domain.guard.labels import Status
from coach.flows.agree import said
from coach.library.load import Library

GO_ON, STOP = "Verder met deze afspraken", "Stoppen: alles weggooien"


def plain_look_back(dialogue: Dialogue, library: Library, record: Record, today: date) -> Record | None:
    """Return the record with one more look back, None when the two stop and it is to be forgotten.

    Raises what `Dialogue.ask` raises; then nothing has changed.
    """
    show_record(dialogue, library, record)
    dialogue.say("Kijk samen terug. Praat over het werk en de afspraken.")
    worked = ask_note(dialogue, library, "Wat werkte?")
    not_worked = ask_note(dialogue, library, "Wat werkte niet?")
    change = ask_note(dialogue, library, "Wat verandert er?")
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
        number = answer.lower().removeprefix("weg ").strip()
        if not (number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= len(record.agreements)):
            dialogue.say("Dat nummer staat er niet bij.")
            continue
        chosen = record.agreements[int(number) - 1]
        if gone:
            record = record.without_agreement(chosen.id)
        else:
            record = record.with_agreement(change_agreement(dialogue, library, chosen, Status.WERKT, today))
    return replace(record, none_made=record.none_made or not record.agreements)
