"""Typer without its English: help comes from our own pages, and each usage error becomes a Dutch sentence."""

from __future__ import annotations

import difflib
import re
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from coach.cli.environment import Environment
from coach.cli.help import PAGES, show_help, usage_line
from coach.domain.errors import UsageError

NAMES = {"help_option_names": ["-h", "--help"]}
_OPTION = re.compile(r"--?[a-z][a-z-]{0,20}")
_COMMAND = re.compile(r"[a-z][a-z-]{0,20}")


def page_of(context: Any) -> str:
    """Return the name of the help page that belongs to a command: its path without `coach`."""
    path = " ".join(str(context.command_path).split()[1:])
    return path if path in PAGES else ""


def _help_asked(context: Any, _parameter: Any, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        environment: Environment = context.find_root().obj
        raise typer.Exit(show_help(page_of(context), environment))


class _DutchHelp:
    """Shows our own page where --help is asked, and lets each error know which command it is about."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except typer.TyperException as error:
            if getattr(error, "ctx", None) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise
        return rest

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        option: TyperOption | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _help_asked
        return option


class DutchCommand(_DutchHelp, TyperCommand):
    """A command that speaks Dutch."""


class DutchGroup(_DutchHelp, TyperGroup):
    """A group of commands that speaks Dutch."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command, or say in Dutch that there is none by that name."""
        name = args[0]
        if self.get_command(ctx, name) is None:
            raise UsageError(_unknown_command(name, list(self.commands), page_of(ctx)))
        return super().resolve_command(ctx, args)


def group(*, invoke_without_command: bool = False) -> typer.Typer:
    """Return a new group of commands that speaks Dutch; without a command it is wrong usage, or it may be."""
    return typer.Typer(
        cls=DutchGroup,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=NAMES,
        invoke_without_command=invoke_without_command,
        suggest_commands=False,
    )


def environment_of(context: typer.Context) -> Environment:
    """Return what the command may know of the world."""
    return cast(Environment, context.find_root().obj)


def _unknown_command(name: str, known: list[str], page: str) -> str:
    shown = f"De opdracht {name} ken ik niet." if _COMMAND.fullmatch(name) else "Die opdracht ken ik niet."
    if near := difflib.get_close_matches(name, known, n=1):
        shown += f" Bedoel je: {f'coach {page} {near[0]}'.replace('  ', ' ')}?"
    return f"{shown} Alle opdrachten: {f'coach {page}'.strip()} --help"


def _what_is_wrong(error: Exception) -> str:
    """The sentence for an error of the parser; what was typed is named only if it looks like an option."""
    option = str(getattr(error, "option_name", ""))
    named = option if _OPTION.fullmatch(option) else ""
    match type(error).__name__:
        case "NoSuchOption":
            near = getattr(error, "possibilities", None) or ()
            hint = f" Bedoel je {min(near)}?" if near else ""
            return (f"De optie {named} ken ik niet." if named else "Die optie ken ik niet.") + hint
        case "BadOptionUsage":
            wants_value = "requires" in str(error)
            return f"Achter {named or 'die optie'} hoort {'nog een' if wants_value else 'geen'} waarde."
        case "MissingParameter":
            return "Er ontbreekt iets achter deze opdracht."
        case "UsageError" if "Missing command" in str(error):
            return "Er ontbreekt een opdracht."
        case "UsageError":
            return (
                "Er staat te veel achter deze opdracht. Zet woorden die samen horen tussen aanhalingstekens."
            )
    return "Zo ken ik deze opdracht niet."


def in_dutch(error: Exception) -> UsageError:
    """Return the usage error to show for an error of the parser."""
    context = getattr(error, "ctx", None)
    page = page_of(context) if context is not None else ""
    command = f"coach {page}".strip()
    return UsageError(f"{_what_is_wrong(error)}\n{usage_line(page)}\nMeer uitleg: {command} --help")
