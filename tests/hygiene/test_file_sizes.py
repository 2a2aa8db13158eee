"""No module grows past what can be read in one sitting."""

from __future__ import annotations

from pathlib import Path

LIMITS = {"coach/tui/app.py": 200}
LIMIT = 300
FOLDERS = ("coach", "scripts", "tests")


def too_long(root: Path) -> list[str]:
    """Return "file: lines (limit)" of every module under `root` that is over its limit."""
    modules = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*.py"))]
    assert modules, "geen modules gevonden"
    found = []
    for path in modules:
        name = path.relative_to(root).as_posix()
        lines = len(path.read_text("utf-8").splitlines())
        limit = LIMITS.get(name, LIMIT)
        if lines > limit:
            found.append(f"{name}: {lines} ({limit})")
    return found


def test_modules_stay_small(checkout: Path) -> None:
    assert too_long(checkout) == []


def test_a_module_that_is_too_long_is_found(tmp_path: Path) -> None:
    (tmp_path / "coach" / "tui").mkdir(parents=True)
    (tmp_path / "coach" / "long.py").write_text("\n" * 301)
    (tmp_path / "coach" / "full.py").write_text("\n" * 300)
    (tmp_path / "coach" / "tui" / "app.py").write_text("\n" * 201)
    assert too_long(tmp_path) == ["coach/long.py: 301 (300)", "coach/tui/app.py: 201 (200)"]
