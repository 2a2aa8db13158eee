"""Where content lies: the YAML that authors write, and what was compiled from it."""

from __future__ import annotations

from pathlib import Path

from coach.domain.errors import ContentError
from coach.library.compiled import NOT_READY

_PACKAGE = Path(__file__).resolve().parent.parent


def source_folder() -> Path | None:
    """Return the folder with the YAML of a checkout, None in an installed coach."""
    folder = _PACKAGE.parent / "content"
    return folder if (folder / "bronnen.yaml").is_file() else None


def package_folder() -> Path:
    """Return where the compiled content of this coach belongs, whether or not it is there."""
    return _PACKAGE / "_content"


def compiled_folder() -> Path:
    """Return the folder with the compiled content; raises ContentError when there is none."""
    folder = package_folder()
    if not folder.is_dir():
        raise ContentError(NOT_READY)
    return folder
