"""The commands that Typer parses: what can be typed, and which function does it.

Parsing only; each command imports what it needs when it runs. Help texts stand in `help.py`, the commands
about what is kept in `commands_kept.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from coach.cli.commands_kept import data, record
from coach.cli.diagnostics import ExitCode
from coach.cli.environment import Environment
from coach.cli.typer_dutch import DutchCommand, environment_of, group, in_dutch

PASS_ON = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}

app = group(invoke_without_command=True)
content = group()
app.add_typer(content, name="content")
app.add_typer(record, name="record")
app.add_typer(data, name="data")


@app.callback()
def start(context: typer.Context, version: Annotated[bool, typer.Option("--version")] = False) -> None:
    """Answer what is asked of coach itself."""
    if version:
        from coach.cli.version import version as show_version

        raise typer.Exit(show_version(environment_of(context)))
    if context.invoked_subcommand is None:
        from coach.cli.home import home

        raise typer.Exit(home(environment_of(context)))


@app.command(cls=DutchCommand)
def prep(
    context: typer.Context,
    name: Annotated[str, typer.Argument()] = "",
    plain: Annotated[bool, typer.Option("--plain")] = False,
    import_from: Annotated[str | None, typer.Option("--import")] = None,
    export_to: Annotated[str | None, typer.Option("--export")] = None,
) -> None:
    """Prepare a conversation."""
    from coach.cli.prep import prep as run_prep

    raise typer.Exit(
        run_prep(environment_of(context), name, plain=plain, import_from=import_from, export_to=export_to)
    )


@app.command(cls=DutchCommand)
def live(
    context: typer.Context,
    name: Annotated[str, typer.Argument()] = "",
    compact: Annotated[bool, typer.Option("--compact")] = False,
    plain: Annotated[bool, typer.Option("--plain")] = False,
    source: Annotated[str | None, typer.Option("--from")] = None,
) -> None:
    """Prompt during the conversation."""
    from coach.cli.live import live as run_live

    raise typer.Exit(run_live(environment_of(context), name, compact=compact, plain=plain, source=source))


@app.command(cls=DutchCommand)
def rehearse(  # noqa: PLR0913
    context: typer.Context,
    scenario: Annotated[str | None, typer.Argument()] = None,
    level: Annotated[int | None, typer.Option("--level")] = None,
    seed: Annotated[int | None, typer.Option("--seed")] = None,
    script: Annotated[str | None, typer.Option("--script")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
    listed: Annotated[bool, typer.Option("--list")] = False,
    plain: Annotated[bool, typer.Option("--plain")] = False,
    source: Annotated[str | None, typer.Option("--from")] = None,
    style: Annotated[str | None, typer.Option("--style")] = None,
    rephrase: Annotated[str | None, typer.Option("--rephrase")] = None,
    model: Annotated[str, typer.Option("--model")] = "local",
    target: Annotated[str | None, typer.Option("-o", "--output")] = None,
) -> None:
    """Rehearse a conversation."""
    from coach.cli.rehearse import rehearse as run_rehearse

    raise typer.Exit(
        run_rehearse(
            environment_of(context),
            scenario,
            level=level,
            seed=seed,
            script=script,
            as_json=as_json,
            listed=listed,
            plain=plain,
            source=source,
            style=style,
            rephrase=rephrase,
            model=model,
            target=target,
        )
    )


@app.command(cls=DutchCommand, context_settings=PASS_ON, add_help_option=False)
def check(context: typer.Context) -> None:
    """Judge a sentence; only reached where something stands before the word, as in `coach -- check`."""
    from coach.cli.check import check as run_check

    raise typer.Exit(run_check(context.args, environment_of(context)))


@app.command(cls=DutchCommand)
def sheet(
    context: typer.Context,
    name: Annotated[str, typer.Argument()] = "",
    source: Annotated[str | None, typer.Option("--from")] = None,
    target: Annotated[str | None, typer.Option("-o", "--output")] = None,
    on_paper: Annotated[bool, typer.Option("--print")] = False,
    big: Annotated[bool, typer.Option("--big")] = False,
    empty: Annotated[bool, typer.Option("--empty")] = False,
    agreements: Annotated[bool, typer.Option("--agreements")] = False,
    card: Annotated[bool, typer.Option("--card")] = False,
) -> None:
    """Make the sheet; only reached where the quick reading of its options did not do."""
    from coach.cli.sheet import sheet as run_sheet

    raise typer.Exit(
        run_sheet(
            environment_of(context),
            name,
            source=source,
            target=target,
            on_paper=on_paper,
            big=big,
            empty=empty,
            agreements=agreements,
            card=card,
        )
    )


@app.command(cls=DutchCommand)
def rule(context: typer.Context, name: Annotated[str | None, typer.Argument()] = None) -> None:
    """Explain a rule, or list them."""
    from coach.cli.rules import rule as run_rule

    raise typer.Exit(run_rule(environment_of(context), name))


@app.command(cls=DutchCommand)
def nood(context: typer.Context) -> None:
    """Show the emergency card."""
    from coach.cli.nood import nood as run_nood

    raise typer.Exit(run_nood(environment_of(context)))


@content.command("check", cls=DutchCommand)
def content_check(context: typer.Context, folder: Annotated[str | None, typer.Argument()] = None) -> None:
    """Validate content."""
    from coach.cli.content import content_check as run_content_check

    raise typer.Exit(run_content_check(environment_of(context), folder))


@app.command(cls=DutchCommand)
def doctor(context: typer.Context) -> None:
    """Say what works here."""
    from coach.cli.doctor import doctor as run_doctor

    raise typer.Exit(run_doctor(environment_of(context)))


def run_command(argv: Sequence[str], environment: Environment) -> ExitCode:
    """Parse `argv` and run the command it names; raises CoachError, also for wrong usage."""
    command = typer.main.get_command(app)
    try:
        # Not `command.main`: that would answer a broken pipe and ctrl+c itself, in English or not at all.
        with command.make_context("coach", list(argv), obj=environment) as context:
            command.invoke(context)
    except typer.Exit as done:
        return ExitCode(done.exit_code)
    except typer.TyperException as error:
        raise in_dutch(error) from None
    return ExitCode.OK
