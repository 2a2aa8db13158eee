"""`coach rehearse`: rehearse with a simulated employee, on a screen, in lines of text, or from a script."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from coach.cli.diagnostics import Diagnostics, ExitCode
from coach.cli.dialogue import Dialogue
from coach.cli.environment import Environment, Wishes
from coach.cli.output import Output
from coach.cli.reading import NotText, decoded, opened, raw_lines
from coach.cli.terminal import need_terminal
from coach.domain.errors import InputError, UsageError
from coach.domain.preparation import Preparation
from coach.domain.rehearsal.script import Scenario
from coach.flows.rehearse import (
    Rehearsal,
    Rephrase,
    fictional,
    look_back,
    named_scenario,
    rephraser,
    say,
    start,
)
from coach.library.load import Library

NO_TERMINAL = "Gebruik coach rehearse --plain: dan gaat alles met gewone regels tekst."
NO_SCENARIO = "Bij --script hoort een scenario. Bekijk ze met: coach rehearse --list"
ONLY_SCRIPT = "--json hoort bij --script of bij --list."
NO_SEED = "Geef achter --seed een getal van 0 tot en met 4294967295."
STDIN = "-"
FIRST_SEED = 1
"""The seed of a script where none was given, so that the same command gives the same answer."""
MAX_SEED = 2**32 - 1


def rehearse(  # noqa: PLR0913
    environment: Environment,
    scenario: str | None,
    *,
    level: int | None = None,
    seed: int | None = None,
    script: str | None = None,
    as_json: bool = False,
    listed: bool = False,
    plain: bool = False,
    source: str | None = None,
    style: str | None = None,
    rephrase: str | None = None,
    model: str = "local",
    target: str | None = None,
) -> ExitCode:
    """Rehearse; `source` is a preparation to rehearse one's own talk from, `target` a file for the debrief.

    `rephrase` is the address of a language model on this machine that may say lines in other words.
    """
    if as_json and script is None and not listed:
        raise UsageError(ONLY_SCRIPT)
    if seed is not None and not 0 <= seed <= MAX_SEED:
        raise UsageError(NO_SEED)
    if listed:
        return _list(environment, environment.library(), as_json=as_json)
    if target is not None:
        from coach.flows.save import form_of

        form_of(Path(target))
    words = rephraser(rephrase, model) if rephrase is not None else None
    if script is not None:
        library = environment.library()
        chosen = _chosen(library, scenario, source, style, level)
        if chosen is None:
            raise UsageError(NO_SCENARIO)
        begun = start(library, chosen, seed=FIRST_SEED if seed is None else seed, level=level)
        return _play(environment, library, begun, script, words, as_json=as_json, target=target)
    in_lines = plain or environment.accessible
    if not in_lines:
        need_terminal(environment, NO_TERMINAL)
    library = environment.library()
    chosen = _chosen(library, scenario, source, style, level)
    luck = seed if seed is not None else int.from_bytes(os.urandom(4), "big")
    if in_lines:
        from coach.cli.plain_rehearse import plain_rehearse

        dialogue = Dialogue(environment, Output(environment))
        return plain_rehearse(
            environment, dialogue, library, chosen, level=level, seed=luck, target=target, rephrase=words
        )
    asked = (
        ()
        if chosen is None
        else (chosen.id, level or chosen.level, seed if seed is not None else "", style or "")
    )
    wishes = Wishes(compact=False, keys={}, rehearse=tuple(map(str, asked)), rephrase=words)
    status, _ = environment.open_app(library, _preparation(source), "rehearse", wishes)
    return ExitCode(status)


def _preparation(source: str | None) -> Preparation:
    if source is None:
        return Preparation()
    from coach.storage.preparation_file import read_preparation

    return read_preparation(Path(source))


def _chosen(
    library: Library, name: str | None, source: str | None, style: str | None, level: int | None
) -> Scenario | None:
    """The scenario that was named, or that of a preparation; None when the user still has to choose."""
    if source is not None:
        if name is not None:
            raise UsageError("Kies een scenario of een voorbereiding met --from, niet allebei.")
        from coach.flows.my_situation import my_situation

        return my_situation(library, _preparation(source), style or "wegwuiven", level or 2)
    if style is not None:
        raise UsageError("--style hoort bij --from.")
    return named_scenario(library, name) if name is not None else None


def _list(environment: Environment, library: Library, *, as_json: bool) -> ExitCode:
    from coach.cli.rehearse_json import scenario_record

    output = Output(environment)
    for scenario in fictional(library):
        if as_json:
            output.record(scenario_record(scenario))
            continue
        voice = library.voices[scenario.voice]
        output.line(f"{scenario.id}: {scenario.title}")
        output.line(f"  {scenario.who}. {scenario.sector}. Niveau {scenario.level}. {voice.title}.")
    output.flush()
    return ExitCode.OK


def _lines(environment: Environment, name: str) -> Iterator[str]:
    """The lines of a script; raises InputError, with the number, for one that is no text."""
    if name == STDIN:
        try:
            yield from _decoded(environment.stdin)
        except OSError:
            raise InputError("Coach kan niet verder lezen: de invoer is afgebroken.") from None
        return
    with opened(name) as stream:
        yield from _decoded(stream)


def _decoded(stream: object) -> Iterator[str]:
    for number, raw in enumerate(raw_lines(stream), start=1):  # type: ignore[arg-type]
        try:
            yield decoded(raw)
        except NotText as error:
            raise InputError(f"Regel {number}: {error}") from None


def _play(
    environment: Environment,
    library: Library,
    begun: Rehearsal,
    script: str,
    rephrase: Rephrase | None,
    *,
    as_json: bool,
    target: str | None,
) -> ExitCode:
    lines = list(_lines(environment, script))
    rehearsal, played = begun, 0
    for line in lines:
        if rehearsal.talk.is_over:
            break
        rehearsal = say(library.guard, rehearsal, line, rephrase=rephrase)
        played += 1
    result = look_back(library, rehearsal)
    output = Output(environment)
    if as_json:
        from coach.cli.rehearse_json import rehearsal_record

        output.record(rehearsal_record(rehearsal, result, len(lines) - played))
    else:
        from coach.cli.rehearse_words import show_debrief, show_talk

        show_talk(output, rehearsal)
        if len(lines) > played:
            output.line()
            output.line(f"Na het einde van het gesprek stonden er nog {len(lines) - played} regels.")
        show_debrief(output, rehearsal, result)
    output.flush()
    if target is not None and result is not None:
        from coach.flows.debrief_paper import save_debrief

        save_debrief(library.guard, rehearsal, result, Path(target))
        Diagnostics(environment).say(f"De nabespreking staat in {target}.")
    return ExitCode.OK
