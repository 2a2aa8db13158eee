"""Compile content/ into the package while it is built, so that content travels inside the wheel."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_TARGET = "coach/_content"


class ContentHook(BuildHookInterface[Any]):
    """Puts compiled content in a wheel; a source distribution carries content/ as it is."""

    _folder: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the result packed; raises what the compiler raises when content is wrong."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        if version == "editable":  # that wheel only points at the checkout
            _compile(root, root / _TARGET)
            return
        self._folder = tempfile.TemporaryDirectory(prefix="coach-content-")
        compiled = Path(self._folder.name) / "content"
        _compile(root, compiled)
        build_data["force_include"][str(compiled)] = _TARGET

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if self._folder is not None:
            self._folder.cleanup()


def _compile(root: Path, target: Path) -> None:
    sys.path.insert(0, str(root))
    try:
        from coach.library.compile import compile_content

        compile_content(root / "content", target)
    finally:
        sys.path.remove(str(root))
