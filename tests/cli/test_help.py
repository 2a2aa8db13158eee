"""Help and usage errors: of every command, in Dutch, true to what the command really takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from coach.cli import check as check_module
from coach.cli import sheet as sheet_module
from coach.cli.commands import app
from coach.cli.help import PAGES
from tests.cli.world import call, world

ENGLISH = set(
    "usage options option arguments argument commands command show this message exit the and for with "
    "missing no such got unexpected extra did you mean try error invalid value requires required default not "
    "does take file from possible aborted unknown help version to your name".split()
)
TYPED = re.compile(
    r"record [a-z]+|show NAAM|coach [a-z ]*--?[a-z-]+|--?[a-z-]+(?![a-z-])|\.(?:txt|json|pdf|html|md)\b"
    r"|COACH_[A-Z_]+"
)
"""What is typed as it stands: commands, options, endings and variables are English by contract."""


def english_in(text: str) -> set[str]:
    """The English words of a text, names of options left out."""
    words = re.findall(r"[a-z]+", TYPED.sub(" ", text).lower())
    return ENGLISH & set(words)


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with its words, coach itself first."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, (*path, name))


ALL = dict(commands(typer.main.get_command(app)))


def test_the_search_for_english_finds_it() -> None:
    assert english_in("Usage: coach [OPTIONS]\nError: No such option: --snel Did you mean --status?")
    assert english_in("Show this message and exit.")


def test_every_command_has_a_page_and_every_page_a_command() -> None:
    assert {" ".join(path) for path in ALL} == set(PAGES)


@pytest.mark.parametrize("path", [path for path in ALL if path], ids=" ".join)
@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("columns", ["40", "80"])
def test_help_is_dutch_and_fits(path: tuple[str, ...], flag: str, columns: str) -> None:
    result = call(*path, flag, into=world(COLUMNS=columns))
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Zo typ je het: coach")
    assert not english_in(result.out)
    assert max(len(line) for line in result.out.splitlines()) <= int(columns)


def test_help_of_coach_names_every_command() -> None:
    result = call("--help")
    assert (result.code, result.err) == (0, "")
    assert not english_in(result.out)
    for path, command in ALL.items():
        if path and not getattr(command, "commands", {}):
            assert " ".join(path) in result.out


@pytest.mark.parametrize("path", [path for path in ALL if path not in (("check",), ())], ids=" ".join)
def test_a_page_tells_of_every_parameter_and_of_no_other(path: tuple[str, ...]) -> None:
    page = PAGES[" ".join(path)]
    told = set(re.findall(r"(?<!\S)--?[a-z-]+", " ".join(name for name, _ in page.options)))
    command = ALL[path]
    real = {name for param in command.params if param.param_type_name == "option" for name in param.opts}
    assert told == real | {"-h", "--help"}
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    optional = [param for param in arguments if not param.required]
    assert page.usage.count("[") - page.usage.count("[OPTIES]") == len(optional)
    assert page.usage.count(" NAAM") == len(arguments) - len(optional)


def test_the_quick_reading_of_sheet_knows_the_same_options() -> None:
    parameters = [param for param in ALL[("sheet",)].params if param.name != "help"]
    # A label is read the other way: what asks for a passphrase is not quick.
    options = [param for param in parameters if param.param_type_name == "option"]
    real = {name: param.name for param in options for name in param.opts}
    assert real == {**sheet_module.FLAGS, **sheet_module.VALUES}
    assert set(sheet_module.FLAGS.values()) == {param.name for param in options if param.is_flag}


def test_the_page_of_check_tells_of_every_option() -> None:
    told = set(re.findall(r"--([a-z-]+)", " ".join(name for name, _ in PAGES["check"].options)))
    assert told == {*check_module.FLAGS, *check_module.VALUES}


WRONG = [
    ["snor"],
    ["prpe"],
    ["prep", "--snor"],
    ["prep", "--plan"],
    ["prep", "a", "b"],
    ["prep", "--export"],
    ["prep", "--plain=ja"],
    ["sheet", "een", "extra"],
    ["sheet", "een", "--from", "x.json"],
    ["data"],
    ["data", "forget", "a", "b"],
    ["data", "where", "a"],
    ["sheet"],
    ["sheet", "-o"],
    ["sheet", "-x"],
    ["sheet", "--empty", "-o", "blad.docx"],
    ["sheet", "--emp"],
    ["sheet", "--empty=ja"],
    ["sheet", "--empty", "--big"],
    ["sheet", "--empty", "--big", "-o", "blad.md"],
    ["sheet", "--card", "--agreements"],
    ["sheet", "--card", "--from", "x.json"],
    ["sheet", "--from"],
    ["rule", "a", "b"],
    ["rule", "bestaat-niet"],
    ["nood", "nu"],
    ["content"],
    ["content", "chek"],
    ["content", "check", "a", "b"],
    ["doctor", "--now"],
    ["--versoin"],
    ["--version=2"],
    ["--"],
    ["-5"],
    ["check", "--snor"],
    ["check", "--file"],
]


@pytest.mark.parametrize("argv", WRONG, ids=" ".join)
def test_wrong_usage_is_code_2_and_dutch(argv: list[str]) -> None:
    result = call(*argv)
    assert (result.code, result.out) == ((6, "") if argv == ["--"] else (2, ""))
    assert result.err.strip()
    assert not english_in(result.err)
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (["prpe"], "coach prep"),
        (["prep", "--plan"], "--plain"),
        (["content", "chek"], "coach content check"),
        (["rule", "diagnoos"], "diagnose"),
    ],
)
def test_a_near_miss_gets_a_hint(argv: list[str], hint: str) -> None:
    assert f"{hint}?" in call(*argv).err


def test_the_page_of_the_command_is_named_after_a_mistake() -> None:
    assert "coach prep --help" in call("prep", "--export").err
    assert "coach content check --help" in call("content", "check", "a", "b").err


@pytest.mark.parametrize("text", ["GEHEIM zin", "--GEHEIM zin", "-GEHEIM", "geheim.zin"])
@pytest.mark.parametrize("before", [[], ["prep", "a"], ["sheet", "a"], ["content"], ["rule", "a"]])
def test_what_may_be_a_sentence_is_never_repeated(before: list[str], text: str) -> None:
    result = call(*before, text)
    assert result.code == 2
    assert "geheim" not in result.err.lower()


def test_version() -> None:
    import coach

    assert call("--version").out == f"coach {coach.__version__}\n"
    # In any place Typer would take it.
    assert call("--version", "prep").out == f"coach {coach.__version__}\n"


def test_check_is_found_behind_a_double_dash_too() -> None:
    assert call("--", "check", "Hoe gaat het met je?").out == call("check", "Hoe gaat het met je?").out
