"""Agreeing together in lines of text: the agreements, how to keep in touch, and when to look again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from coach.cli.dialogue import COMMANDS_LINE, Command, Dialogue, Ended, Leave
from coach.cli.nood import whole_card
from coach.cli.plain_agreement import ask_who, begin_agreement, fill_in_agreement
from coach.cli.plain_days import ask_day
from coach.cli.plain_draft import removed
from coach.cli.plain_note import ask_note
from coach.domain.agreement_rules import (
    evaluation_lack,
    first_check_lack,
    record_lacks,
    remark,
    usual_evaluation,
)
from coach.domain.agreements import MAX_AGREEMENTS, Agreement, Present, Record, Team
from coach.domain.conversation import Route
from coach.domain.dates import long_date
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Theme
from coach.flows.agree import SICK_NOTICE, TEAM_WORD, copy_of, offered, said
from coach.library.load import Library

WELCOME = (
    "Dit vullen jullie samen in. Alleen wat jullie over het werk afspreken komt erin. "
    "Er wordt niets bewaard zonder dat je het vraagt."
)
NONE = "geen"
STEPS = ("afspraken", "contact", "datums")
TITLES = {
    "afspraken": "Wat spreken jullie af?",
    "contact": "Hoe houden jullie contact, en wat hoort het team?",
    "datums": "Wanneer kijken jullie weer?",
}
HELP = {
    "afspraken": "Begin bij wat de medewerker zelf noemt. De lijst is om op ideeën te komen.",
    "contact": "De medewerker kiest wat het team hoort. Meestal is dat: alleen wat in het werk verandert.",
    "datums": "Kies een dag binnen een week, en daarna een vaste dag. Je mag typen: over twee weken.",
}
_CHANGE = re.compile(r"pas\s+(\d{1,3})", re.IGNORECASE)


@dataclass(slots=True)
class Agreeing:
    """What is being filled in; `record` is replaced at each answer."""

    record: Record
    status: Status
    today: date


def plain_agree(dialogue: Dialogue, library: Library, draft: Agreeing) -> bool:
    """Walk along the three steps and read everything back; False when the input ended before all was said.

    What was filled in is in `draft`, whatever happens.
    """
    dialogue.say(WELCOME)
    dialogue.say(COMMANDS_LINE)
    if draft.status is Status.ZIEK:
        dialogue.say(SICK_NOTICE)
    try:
        _walk(dialogue, library, draft)
        while lacks := record_lacks(draft.record):
            dialogue.say()
            for lack in lacks:
                dialogue.say(lack.sentence)
            if not _goes_on(dialogue):
                break
            _walk(dialogue, library, draft, _step_of(lacks[0].field))
        ended = False
    except Ended:
        ended = True
    show_record(dialogue, library, draft.record)
    return not ended


def _goes_on(dialogue: Dialogue) -> bool:
    """Ask whether what is missing is filled in now."""
    try:
        return dialogue.choose("Kies:", ("Dit nu invullen", "Zo laten")) == 0
    except Leave as leave:
        return leave.command is Command.BACK


def _step_of(field: str) -> str:
    return {"eerste": "datums", "evaluatie": "datums", "team": "contact"}.get(field, STEPS[0])


def _walk(dialogue: Dialogue, library: Library, draft: Agreeing, start: str = STEPS[0]) -> None:
    route = Route(STEPS).go(start)
    asks = {"afspraken": _agreements, "contact": _contact, "datums": _dates}
    while True:
        step = route.current

        def aside(command: Command, at: str = step) -> None:
            if command is Command.EMERGENCY:
                whole_card(dialogue.output, library.emergency)
            elif command is Command.HELP:
                dialogue.say(HELP[at])
            else:
                show_record(dialogue, library, draft.record)

        dialogue.aside = aside
        dialogue.say()
        dialogue.say(f"{route.at + 1} van {len(STEPS)}: {TITLES[step]}")
        try:
            asks[step](dialogue, library, draft)
        except Leave as leave:
            if leave.command is Command.DONE:
                return
            if leave.command is Command.BACK:
                route = route.back()
                continue
        if route.is_last:
            return
        route = route.forward()


def _agreements(dialogue: Dialogue, library: Library, draft: Agreeing) -> None:
    themes = offered(library, draft.status)
    show_themes = True
    while True:
        agreements = draft.record.agreements
        for number, agreement in enumerate(agreements, start=1):
            dialogue.say(said(agreement), f"Afspraak {number}. ")
        if agreements:
            dialogue.say("Iets veranderen? Typ pas 1. Iets weghalen? Typ weg 1.")
        if show_themes:
            for number, theme in enumerate(themes, start=1):
                dialogue.say(theme.title, f"{number}. ")
            dialogue.say(f'Typ een nummer, of zelf een afspraak. Nu niets afspreken? Typ "{NONE}".')
        else:
            dialogue.say(
                "Nog een? Typ het nummer van een thema, of zelf een afspraak. Met 0 zie je de thema's."
            )
        show_themes = False
        answer = dialogue.ask("Afspraak, of alleen Enter om verder te gaan:")
        if not answer:
            return
        if answer.lower().strip('."') in (NONE, "geen afspraak"):
            draft.record = draft.record.agreeing_on_nothing()
            dialogue.say("Genoteerd: jullie spreken nu niets af.")
            return
        if (left := removed(dialogue, answer, agreements)) is not None:
            draft.record = replace(draft.record, agreements=left)
            continue
        if match := _CHANGE.fullmatch(answer):
            if not 1 <= int(match[1]) <= len(agreements):
                dialogue.say("Dat nummer staat er niet bij.")
                continue
            _fill_in(dialogue, library, draft, agreements[int(match[1]) - 1])
            continue
        if len(agreements) >= MAX_AGREEMENTS:
            dialogue.say(f"Jullie hebben {MAX_AGREEMENTS} afspraken. Haal er eerst een weg.")
            continue
        chosen: Theme | None = None
        if answer.isascii() and answer.isdigit():
            show_themes = int(answer[:9]) == 0
            if show_themes:
                continue
            if not 1 <= int(answer[:9]) <= len(themes):
                dialogue.say(f"Typ een getal van 1 tot en met {len(themes)}, of een afspraak.")
                continue
            chosen = themes[int(answer) - 1]
        new = begin_agreement(dialogue, library, chosen, answer, draft.status)
        if new is not None:
            _fill_in(dialogue, library, draft, new)


def _fill_in(dialogue: Dialogue, library: Library, draft: Agreeing, agreement: Agreement) -> None:
    """Ask the rest of an agreement; what is known of it is in the record after every answer."""
    before = draft.record
    taken = [known.id for known in before.agreements]
    is_new = agreement.id not in taken
    numbered = replace(agreement, id=max([0, *taken]) + 1) if is_new else agreement

    def keep(changed: Agreement) -> None:
        draft.record = before.with_agreement(changed)

    fill_in_agreement(dialogue, library, numbered, draft.status, draft.today, keep, is_new=is_new)


def _contact(dialogue: Dialogue, library: Library, draft: Agreeing) -> None:
    told = draft.record.communication
    question = "Hoe houden jullie contact? Zoals: elke maandag even bellen."
    between = ask_note(dialogue, library, question, draft.status, told.between)
    draft.record = replace(draft.record, communication=replace(told, between=between))
    dialogue.say("Wat hoort het team? De medewerker kiest.")
    kinds = list(Team)
    at = kinds.index(told.team)
    team = kinds[dialogue.choose(f"Kies (alleen Enter: {at + 1}):", [TEAM_WORD[kind] for kind in kinds], at)]
    words = told.words
    if team is Team.WOORDEN:
        words = ask_note(dialogue, library, "In welke woorden?", draft.status, told.words)
    told = replace(draft.record.communication, team=team, words=words)
    draft.record = replace(draft.record, communication=told)
    _present(dialogue, draft)


def _present(dialogue: Dialogue, draft: Agreeing) -> None:
    """Ask who was there besides the two; Enter keeps it as it is."""
    others = [role for role in Present if role not in (Present.MEDEWERKER, Present.LEIDINGGEVENDE)]
    there = next((number for number, role in enumerate(others, 1) if role in draft.record.present), 0)
    dialogue.say("Was er nog iemand bij het gesprek?")
    options = ["nee", *(role.value for role in others)]
    at = dialogue.choose(f"Kies (alleen Enter: {there + 1}):", options, there)
    added = [others[at - 1]] if at else []
    draft.record = draft.record.with_present([Present.MEDEWERKER, Present.LEIDINGGEVENDE, *added])


def _dates(dialogue: Dialogue, library: Library, draft: Agreeing) -> None:
    record, optional = draft.record, draft.record.none_made
    hint = " Alleen Enter: geen dag." if optional else ""
    first = ask_day(
        dialogue,
        f"Op welke dag kijken jullie kort hoe het gaat? Dat is binnen een week.{hint}",
        draft.today,
        now=record.first_check,
        lack=lambda day: None if day is None and optional else first_check_lack(day, record.held_on),
    )
    _remark(dialogue, first, draft.today)
    draft.record = record = replace(record, first_check=first)
    usual = long_date(usual_evaluation(record.held_on))
    evaluation = ask_day(
        dialogue,
        f"Op welke vaste dag kijken jullie terug? Bijvoorbeeld {usual}.{hint}",
        draft.today,
        now=record.evaluation,
        lack=lambda day: None if day is None and optional else evaluation_lack(day, first, record.held_on),
    )
    _remark(dialogue, evaluation, draft.today)
    draft.record = record = replace(record, evaluation=evaluation)
    if first is None and evaluation is None:
        return
    draft.record = replace(record, lead=ask_who(dialogue, "Wie begint daarover?", record.lead))


def _remark(dialogue: Dialogue, day: date | None, today: date) -> None:
    if day is not None and (said := remark(day, today)):
        dialogue.say(said)


def show_record(dialogue: Dialogue, library: Library, record: Record) -> None:
    """Read back everything that was agreed."""
    from coach.render.text import sheet_as_text

    sheet, refused = copy_of(library, record)
    dialogue.say()
    for left_out in refused:
        dialogue.say(left_out.sentence)
    dialogue.output.line(sheet_as_text(sheet, dialogue.width).rstrip("\n"))
    dialogue.say()
