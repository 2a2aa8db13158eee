"""The domain is pure: the standard library without its doors to the world, no clock, no chance, no output."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# What reaches the machine: files, processes, network, time, chance, threads, the interpreter itself.
DOORS = frozenset(
    "os sys io pathlib shutil tempfile subprocess socket ssl http urllib random secrets time threading "
    "asyncio multiprocessing concurrent logging warnings sqlite3 signal ctypes importlib uuid platform "
    "locale".split()
)
CALLS = frozenset({"print", "open", "input", "exec", "eval", "compile", "__import__", "breakpoint"})
CLOCKS = frozenset({"now", "today", "utcnow", "fromtimestamp"})


def impurities(source: str) -> Iterator[str]:
    """Give what in a module of the domain reaches outside it."""
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "coach"]
        for name in names:
            top = name.partition(".")[0]
            if top in DOORS or (top != "coach" and top not in sys.stdlib_module_names):
                yield f"import {name}"
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in CALLS:
                yield f"{node.func.id}()"
            if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
                yield f".{node.func.attr}()"
        if isinstance(node, ast.Global):
            yield f"global {', '.join(node.names)}"


def test_the_domain_is_pure(checkout: Path) -> None:
    modules = sorted((checkout / "coach" / "domain").rglob("*.py"))
    assert len(modules) > 10
    found = {path.name: list(impurities(path.read_text("utf-8"))) for path in modules}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("import os.path", "import os.path"),
        ("def f():\n    from random import random", "import random"),
        ("import rich", "import rich"),
        ("print('x')", "print()"),
        ("from datetime import date\ndate.today()", ".today()"),
        ("def f():\n    global x", "global x"),
    ],
)
def test_what_is_not_pure_is_found(source: str, what: str) -> None:
    assert list(impurities(source)) == [what]
