"""What is committed names no place on one machine and no place to download from."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest


def spelt(text: str) -> str:
    """Return `text` without its tildes; they keep this file from holding what it looks for."""
    return text.replace("~", "")


HOSTS = [spelt(host) for host in ("py~pi.org", "python~hosted.org", "registry.n~pmjs", "index~-url")]
FOLDERS = ("work", "root", "home/[a-z]", "Users/[A-Za-z]", "tmp")
PLACES = re.compile(
    rf"{'|'.join(map(re.escape, HOSTS))}|(?<![\w.}}~/])/(?:{'|'.join(FOLDERS)})/", re.IGNORECASE
)


def offences(text: str) -> list[str]:
    """Return every line of `text` that names such a place."""
    return [line.strip() for line in text.splitlines() if PLACES.search(line)]


@pytest.mark.parametrize(
    "line",
    [
        "see /~work/main/x.py",
        "open('/~root/.cache')",
        "--extra-index~-url somewhere",
        "https://files.python~hosted.org/x.whl",
        "https://py~pi.org/project/x",
    ],
)
def test_a_place_is_found(line: str) -> None:
    assert offences(f"good line\n{spelt(line)}\n") == [spelt(line)]


@pytest.mark.parametrize("line", ["example.nl/work/x", "coach/work/x.py", "het werk/de rust", "~/tmp/x"])
def test_an_ordinary_line_is_not(line: str) -> None:
    assert offences(line) == []


@pytest.mark.needs("git")
def test_tracked_files_name_no_places(checkout: Path) -> None:
    if not (checkout / ".git").exists():
        pytest.skip("dit is geen git-checkout; zo wel: git clone")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=checkout, capture_output=True, check=True).stdout
    names = [name for name in listed.decode().split("\0") if name]
    assert "pyproject.toml" in names
    found = []
    for path in filter(Path.is_file, (checkout / name for name in names)):
        data = path.read_bytes()
        if b"\0" not in data:  # fonts and pictures hold no words of ours
            found += [f"{path.name}: {line[:100]}" for line in offences(data.decode("utf-8", "replace"))]
    assert found == []
