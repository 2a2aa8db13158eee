"""The commands about what is kept, as Typer parses them: `coach record` and `coach data`."""

from __future__ import annotations

from typing import Annotated

import typer

from coach.cli.typer_dutch import DutchCommand, environment_of, group

record = group(invoke_without_command=True)
data = group()


@record.callback()
def record_start(context: typer.Context) -> None:
    """Open the screen with agreements."""
    if context.invoked_subcommand is None:
        from coach.cli.record import record_home

        raise typer.Exit(record_home(environment_of(context)))


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
        run(environment_of(context), name, source=source, target=export_to, sick=sick, plain=plain)
    )


@record.command("list", cls=DutchCommand)
def record_list(context: typer.Context, files: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """List agreements."""
    from coach.cli.record import record_list as run

    raise typer.Exit(run(environment_of(context), files or []))


@record.command("show", cls=DutchCommand)
def record_show(context: typer.Context, name: Annotated[str, typer.Argument()]) -> None:
    """Show agreements."""
    from coach.cli.record import record_show as run

    raise typer.Exit(run(environment_of(context), name))


@record.command("export", cls=DutchCommand)
def record_export(
    context: typer.Context,
    name: Annotated[str, typer.Argument()],
    output: Annotated[str | None, typer.Option("-o", "--output")] = None,
) -> None:
    """Write a copy."""
    from coach.cli.record import record_export as run

    raise typer.Exit(run(environment_of(context), name, output))


@record.command("review", cls=DutchCommand)
def record_review(context: typer.Context, name: Annotated[str, typer.Argument()]) -> None:
    """Look back together."""
    from coach.cli.record import record_review as run

    raise typer.Exit(run(environment_of(context), name))


@record.command("forget", cls=DutchCommand)
def record_forget(
    context: typer.Context,
    name: Annotated[str, typer.Argument()],
    sure: Annotated[bool, typer.Option("--yes")] = False,
) -> None:
    """Forget agreements."""
    from coach.cli.record import record_forget as run

    raise typer.Exit(run(environment_of(context), name, sure=sure))


@data.command("where", cls=DutchCommand)
def data_where(context: typer.Context) -> None:
    """Say where everything is kept."""
    from coach.cli.data import where

    raise typer.Exit(where(environment_of(context)))


@data.command("export", cls=DutchCommand)
def data_export(
    context: typer.Context, output: Annotated[str | None, typer.Option("-o", "--output")] = None
) -> None:
    """Take everything out."""
    from coach.cli.data import export

    raise typer.Exit(export(environment_of(context), output))


@data.command("forget", cls=DutchCommand)
def data_forget(
    context: typer.Context,
    name: Annotated[str, typer.Argument()] = "",
    yes: Annotated[bool, typer.Option("--yes")] = False,
) -> None:
    """Forget one preparation, or everything."""
    from coach.cli.data import forget

    raise typer.Exit(forget(environment_of(context), name, yes=yes))


@data.command("passphrase", cls=DutchCommand)
def data_passphrase(
    context: typer.Context, recover: Annotated[bool, typer.Option("--recover")] = False
) -> None:
    """Choose another passphrase."""
    from coach.cli.data import passphrase

    raise typer.Exit(passphrase(environment_of(context), recover=recover))
