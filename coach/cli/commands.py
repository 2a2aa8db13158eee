"""The commands that Typer parses: what can be typed, and which function does it.

Parsing only; each command imports what it needs when it runs. Help texts stand in `help.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, cast

import typer

from coach.cli.diagnostics import ExitCode
from coach.cli.environment import Environment
from coach.cli.typer_dutch import DutchCommand, DutchGroup, in_dutch

PASS_ON = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}
NAMES = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    cls=DutchGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=NAMES,
    invoke_without_command=True,
    suggest_commands=False,
)
content = typer.Typer(
    cls=DutchGroup,
    rich_markup_mode=None,
    add_completion=False,
    context_settings=NAMES,
    suggest_commands=False,
)
app.add_typer(content, name="content")


def _environment(context: typer.Context) -> Environment:
    return cast(Environment, context.find_root().obj)


@app.callback()
def start(context: typer.Context, version: Annotated[bool, typer.Option("--version")] = False) -> None:
    """Answer what is asked of coach itself."""
    if version:
        from coach.cli.version import version as show_version

        raise typer.Exit(show_version(_environment(context)))
    if context.invoked_subcommand is None:
        from coach.cli.home import home

        raise typer.Exit(home(_environment(context)))


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
        run_prep(_environment(context), name, plain=plain, import_from=import_from, export_to=export_to)
    )


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
            _environment(context),
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

    raise typer.Exit(run_check(context.args, _environment(context)))


@app.command(cls=DutchCommand)
def sheet(
    context: typer.Context,
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
            _environment(context),
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

    raise typer.Exit(run_rule(_environment(context), name))


@app.command(cls=DutchCommand)
def nood(context: typer.Context) -> None:
    """Show the emergency card."""
    from coach.cli.nood import nood as run_nood

    raise typer.Exit(run_nood(_environment(context)))


@content.command("check", cls=DutchCommand)
def content_check(context: typer.Context, folder: Annotated[str | None, typer.Argument()] = None) -> None:
    """Validate content."""
    from coach.cli.content import content_check as run_content_check

    raise typer.Exit(run_content_check(_environment(context), folder))


@app.command(cls=DutchCommand)
def doctor(context: typer.Context) -> None:
    """Say what works here."""
    from coach.cli.doctor import doctor as run_doctor

    raise typer.Exit(run_doctor(_environment(context)))


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
