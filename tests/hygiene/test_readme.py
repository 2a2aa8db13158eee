"""The README names only commands, files and keys that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.cli.help import PAGES


@pytest.fixture(scope="module")
def readme(checkout: Path) -> str:
    """The text of the README."""
    return (checkout / "README.md").read_text("utf-8")


def test_the_first_two_commands(readme: str) -> None:
    commands = [line.strip() for line in readme.splitlines() if line.startswith("    ")]
    assert commands[:2] == ["python3 scripts/start.py", "python3 scripts/test.py"]
    assert readme.index("![") < readme.index(commands[0])


def test_every_command_exists(readme: str) -> None:
    typed = re.findall(r"^    python3 scripts/start\.py (.+)$", readme, re.MULTILINE)
    assert len(typed) > 5
    for words in typed:
        two = " ".join(words.split()[:2])
        name = two if two in PAGES else words.split()[0]
        assert name in PAGES, words
        known = " ".join(option for option, _ in PAGES[name].options)
        assert all(option in known for option in re.findall(r"(?<!\S)--?[a-z]+", words)), words


def test_every_file_exists(readme: str, checkout: Path) -> None:
    named = re.findall(r"\]\(([^)]+)\)", readme)
    named += re.findall(r"`((?:coach|content|scripts|tests|docs)/?[\w/.-]*|[\w-]+\.(?:lock|toml))`", readme)
    assert len(named) > 15
    assert [name for name in named if name != "coach" and not (checkout / name).exists()] == []


def test_the_pictures_fetch_nothing(checkout: Path) -> None:
    pictures = list((checkout / "docs").glob("*.svg"))
    assert pictures
    for picture in pictures:
        addresses = set(re.findall(r"(?:url\(|href=)[\"']?(?!#)[^)\"' ]+", picture.read_text("utf-8")))
        assert addresses == set()
