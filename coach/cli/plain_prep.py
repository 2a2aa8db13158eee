"""Preparing in lines of text: the walk along the steps, and its end with the sheet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from coach.cli.dialogue import COMMANDS_LINE, Command, Dialogue, Ended, GoTo, Leave
from coach.cli.keep_lines import WORD, StoreLines
from coach.cli.nood import whole_card
from coach.cli.plain_draft import Draft
from coach.cli.plain_show import show_help, show_overview
from coach.cli.plain_steps import fill_in
from coach.cli.refusals import left_out, sentences
from coach.domain.conversation import Route
from coach.domain.errors import CoachError
from coach.domain.preparation import Preparation
from coach.flows.keep import keepable
from coach.flows.kept_preparations import note_output
from coach.flows.make_sheet import SheetResult, make_sheet
from coach.flows.prepare import next_open, route_of, step, steps_for
from coach.flows.save import named_path, save_preparation, save_sheet
from coach.library.load import Library

WELCOME = (
    "Je bereidt je gesprek voor, stap voor stap. Niets moet, je kunt alles overslaan. "
    "Er wordt niets bewaard zonder dat je het vraagt."
)


def plain_prep(
    dialogue: Dialogue, library: Library, draft: Draft, store: StoreLines, *, save_after: bool
) -> Preparation:
    """Walk the user along the steps and show the sheet; return the preparation as he left it.

    `save_after` says that it is written to a file afterwards, so that it is not asked again. The end of the
    input ends the walk: what was filled in stands on the sheet. Where the store is open each answer goes in
    its draft.
    """
    dialogue.say(WELCOME)
    dialogue.say(COMMANDS_LINE)
    dialogue.before_waiting = lambda: store.draft(draft.preparation)
    try:
        _walk(dialogue, library, draft)
        ended = False
    except Ended:
        ended = True
    result = _show_sheet(dialogue, library, draft.preparation)
    if not ended:
        try:
            _offer_to_save(dialogue, library, draft, result, store, save_after=save_after)
        except Ended:
            ended = True
    store.draft(draft.preparation)
    if ended and not save_after:
        dialogue.say()
        dialogue.say("Je concept staat in je kluis." if store.is_open else "Er is niets bewaard.")
    dialogue.output.flush()
    return draft.preparation


def _walk(dialogue: Dialogue, library: Library, draft: Draft) -> None:
    route = route_of(draft.preparation)
    if not route.is_first:
        dialogue.say(f"Je gaat verder waar je was. Met {Command.OVERVIEW} zie je alle stappen.")
    while True:
        where = step(route.current)
        draft.preparation = replace(draft.preparation, at_step=where.id)

        def aside(command: Command, where_id: str = where.id) -> None:
            if command is Command.EMERGENCY:
                whole_card(dialogue.output, library.emergency)
            elif command is Command.HELP:
                show_help(dialogue, library, step(where_id), draft.preparation)
            else:
                show_overview(dialogue, draft.preparation)
                _jump(dialogue, draft.preparation)

        dialogue.aside = aside
        dialogue.say()
        dialogue.say(f"Stap {route.at + 1} van {len(route.steps)}: {where.title}")
        dialogue.say(where.ask)
        try:
            fill_in(dialogue, library, draft, where)
        except Leave as leave:
            if leave.command is Command.DONE:
                return
            if leave.command is Command.BACK:
                if route.is_first:
                    dialogue.say("Dit is de eerste stap.")
                route = route_of(draft.preparation).back()
                continue
            if leave.command is Command.OPEN:
                route = _next_open(dialogue, draft.preparation)
                continue
        except GoTo as go:
            route = route_of(draft.preparation)
            route = route.go(route.steps[go.number - 1])
            continue
        route = route_of(draft.preparation)
        if route.is_last:
            return
        route = route.forward()


def _next_open(dialogue: Dialogue, preparation: Preparation) -> Route:
    """Return the route at the next step in which something is still empty."""
    route = route_of(preparation)
    name = next_open(preparation, preparation.at_step)
    if name is None:
        dialogue.say(f"Alles is ingevuld. Met {Command.DONE} zie je je blad.")
        return route
    return route.go(name)


def _jump(dialogue: Dialogue, preparation: Preparation) -> None:
    """Ask for a step to go to; raises GoTo."""
    answer = dialogue.raw_answer("Naar welke stap wil je? Typ een nummer, of Enter om hier te blijven:")
    if answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(steps_for(preparation.status)):
        raise GoTo(int(answer))


def _show_sheet(dialogue: Dialogue, library: Library, preparation: Preparation) -> SheetResult:
    from coach.render.text import sheet_as_text

    result = make_sheet(library, library.guard, preparation)
    dialogue.say()
    dialogue.say("Dit is je blad.")
    for sentence in left_out(result, preparation):
        dialogue.say(sentence)
    dialogue.say()
    dialogue.output.line(sheet_as_text(result.sheet, dialogue.width).rstrip("\n"))
    return result


def _offer_to_save(
    dialogue: Dialogue,
    library: Library,
    draft: Draft,
    result: SheetResult,
    store: StoreLines,
    *,
    save_after: bool,
) -> None:
    """Ask where the sheet goes until it is written or the user wants nothing written."""
    dialogue.say()
    dialogue.say("Wil je het blad bewaren? Typ dan een naam die eindigt op .pdf, .html, .md of .txt.")
    if not save_after:
        dialogue.say(
            f"Wil je later verder? Typ {WORD}: dan bewaart coach je voorbereiding versleuteld. "
            "Of typ een naam die eindigt op .json, voor een gewoon bestand."
        )
    dialogue.say("Alleen Enter: klaar.")
    while name := dialogue.raw_answer("Bestand:"):
        if name.lower() == WORD:
            draft.preparation = store.keep(draft.preparation) or draft.preparation
        else:
            _save(dialogue, library, draft.preparation, result, named_path(name), store)
    dialogue.say("Klaar. Veel succes met je gesprek.")


def _is_there(target: Path) -> bool:
    """Whether a file would be overwritten; for a name that cannot exist the writing says what is wrong."""
    try:
        return target.exists()
    except OSError:
        return False


def _save(
    dialogue: Dialogue,
    library: Library,
    preparation: Preparation,
    result: SheetResult,
    target: Path,
    store: StoreLines,
) -> None:
    if (
        _is_there(target)
        and dialogue.raw_answer("Dat bestand is er al. Overschrijven? j of n:").lower() != "j"
    ):
        dialogue.say("Niet bewaard. Typ een andere naam, of alleen Enter.")
        return
    try:
        if target.suffix.lower() == ".json":
            kept, refused = keepable(library, library.guard, preparation)
            for sentence in sentences(refused, preparation, "in het bestand"):
                dialogue.say(sentence)
            save_preparation(kept, target)
        else:
            save_sheet(result.sheet, target)
        note_output(store.keeper, target)
    except CoachError as error:
        dialogue.say(str(error))
    else:
        dialogue.say("Bewaard. Nog een bestand? Anders alleen Enter.")
