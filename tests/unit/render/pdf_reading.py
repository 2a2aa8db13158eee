"""What the tests of the PDF read in it: pages, tags, instructions and words."""

from __future__ import annotations

import io
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pikepdf

A4 = (595, 842)
MARGIN = 39
"""14 mm in points, rounded down."""


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def tags(document: pikepdf.Pdf) -> Counter[str]:
    """How often each structure tag occurs."""
    found: Counter[str] = Counter()

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found[str(node.S)] += 1
            if "/K" in node:
                walk(node.K)

    walk(document.Root.StructTreeRoot.K)
    return found


def instructions(document: pikepdf.Pdf) -> list[tuple[str, list[Any]]]:
    """The operators of the first page, each with its operands."""
    stream = pikepdf.parse_content_stream(document.pages[0])
    return [(str(one.operator), list(one.operands)) for one in stream]


def read_words(data: bytes, tmp_path: Path, *options: str) -> str:
    """What pdftotext makes of a PDF."""
    file = tmp_path / "blad.pdf"
    file.write_bytes(data)
    command = ["pdftotext", "-enc", "UTF-8", *options, str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def words_of(data: bytes, tmp_path: Path) -> str:
    """The text that can be taken out of the PDF, with single spaces."""
    return " ".join(read_words(data, tmp_path).split())
