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
record = typer.Typer(
    cls=DutchGroup,
    rich_markup_mode=None,
    add_completion=False,
    context_settings=NAMES,
    invoke_without_command=True,
    suggest_commands=False,
)
app.add_typer(record, name="record")
data = typer.Typer(
    cls=DutchGroup,
    rich_markup_mode=None,
    add_completion=False,
    context_settings=NAMES,
    suggest_commands=False,
)
app.add_typer(data, name="data")


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
def live(
    context: typer.Context,
    name: Annotated[str, typer.Argument()] = "",
    compact: Annotated[bool, typer.Option("--compact")] = False,
    plain: Annotated[bool, typer.Option("--plain")] = False,
    source: Annotated[str | None, typer.Option("--from")] = None,
) -> None:
    """Prompt during the conversation."""
    from coach.cli.live import live as run_live

    raise typer.Exit(run_live(_environment(context), name, compact=compact, plain=plain, source=source))


@app.command(cls=DutchCommand, context_settings=PASS_ON, add_help_option=False)
def check(context: typer.Context) -> None:
    """Judge a sentence; only reached where something stands before the word, as in `coach -- check`."""
    from coach.cli.check import check as run_check

    raise typer.Exit(run_check(context.args, _environment(context)))


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
            _environment(context),
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


@record.callback()
def record_start(context: typer.Context) -> None:
    """Open the screen with agreements."""
    if context.invoked_subcommand is None:
        from coach.cli.record import record_home

        raise typer.Exit(record_home(_environment(context)))


@record.command("new", cls=DutchCommand)
def record_new(
    context: typer.Context,
    name: Annotated[str, typer.Argument()] = "",
    source: Annotated[str | None, typer.Option("--from")] = None,
    export_to: Annotated[str | None, typer.Option("--export")] = None,
    sick: Annotated[bool, typer.Option("--sick")] = False,
    plain: Annotated[bool, typer.Option("--plain")] = False,
) -> None:
    """Make agreements together."""
    from coach.cli.record import record_new as run

    raise typer.Exit(
        run(_environment(context), name, source=source, target=export_to, sick=sick, plain=plain)
    )


@record.command("list", cls=DutchCommand)
def record_list(context: typer.Context, files: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """List agreements."""
    from coach.cli.record import record_list as run

    raise typer.Exit(run(_environment(context), files or []))


@record.command("show", cls=DutchCommand)
def record_show(context: typer.Context, name: Annotated[str, typer.Argument()]) -> None:
    """Show agreements."""
    from coach.cli.record import record_show as run

    raise typer.Exit(run(_environment(context), name))


@record.command("export", cls=DutchCommand)
def record_export(
    context: typer.Context,
    name: Annotated[str, typer.Argument()],
    output: Annotated[str | None, typer.Option("-o", "--output")] = None,
) -> None:
    """Write a copy."""
    from coach.cli.record import record_export as run

    raise typer.Exit(run(_environment(context), name, output))


@record.command("review", cls=DutchCommand)
def record_review(context: typer.Context, name: Annotated[str, typer.Argument()]) -> None:
    """Look back together."""
    from coach.cli.record import record_review as run

    raise typer.Exit(run(_environment(context), name))


@record.command("forget", cls=DutchCommand)
def record_forget(
    context: typer.Context,
    name: Annotated[str, typer.Argument()],
    sure: Annotated[bool, typer.Option("--yes")] = False,
) -> None:
    """Forget agreements."""
    from coach.cli.record import record_forget as run

    raise typer.Exit(run(_environment(context), name, sure=sure))


@data.command("where", cls=DutchCommand)
def data_where(context: typer.Context) -> None:
    """Say where everything is kept."""
    from coach.cli.data import where

    raise typer.Exit(where(_environment(context)))


@data.command("export", cls=DutchCommand)
def data_export(
    context: typer.Context, output: Annotated[str | None, typer.Option("-o", "--output")] = None
) -> None:
    """Take everything out."""
    from coach.cli.data import export

    raise typer.Exit(export(_environment(context), output))


@data.command("forget", cls=DutchCommand)
def data_forget(
    context: typer.Context,
    name: Annotated[str, typer.Argument()] = "",
    yes: Annotated[bool, typer.Option("--yes")] = False,
) -> None:
    """Forget one preparation, or everything."""
    from coach.cli.data import forget

    raise typer.Exit(forget(_environment(context), name, yes=yes))


@data.command("passphrase", cls=DutchCommand)
def data_passphrase(
    context: typer.Context, recover: Annotated[bool, typer.Option("--recover")] = False
) -> None:
    """Choose another passphrase."""
    from coach.cli.data import passphrase

    raise typer.Exit(passphrase(_environment(context), recover=recover))


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
