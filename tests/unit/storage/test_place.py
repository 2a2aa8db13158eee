from __future__ import annotations

from pathlib import Path

import pytest

from coach.domain.errors import StoreError
from coach.storage.place import home_folder, is_synced


@pytest.mark.needs("posix")
@pytest.mark.parametrize(
    ("variables", "platform", "folder"),
    [
        ({"COACH_HOME": "/daar", "HOME": "/h"}, "linux", "/daar"),
        ({"COACH_HOME": "  ", "HOME": "/h"}, "linux", "/h/.local/share/coach"),
        ({"HOME": "/h"}, "linux", "/h/.local/share/coach"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/x"}, "linux", "/x/coach"),
        ({"HOME": "/h", "XDG_DATA_HOME": "niet/heel"}, "linux", "/h/.local/share/coach"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Application Support/coach"),
        ({"LOCALAPPDATA": "/c/Local"}, "win32", "/c/Local/coach"),
        ({"USERPROFILE": "/c/ik"}, "win32", "/c/ik/coach"),
    ],
)
def test_where_all_lies(variables: dict[str, str], platform: str, folder: str) -> None:
    assert home_folder(variables, platform) == Path(folder)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_without_a_folder_of_the_user_coach_says_what_to_do(platform: str) -> None:
    with pytest.raises(StoreError, match="COACH_HOME"):
        home_folder({}, platform)


@pytest.mark.parametrize(
    ("folder", "synced"),
    [
        ("/h/OneDrive - Bedrijf/coach", True),
        ("/h/Dropbox/coach", True),
        ("/h/Library/Mobile Documents/coach", True),
        ("/h/.local/share/coach", False),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_seen(folder: str, synced: bool) -> None:
    assert is_synced(Path(folder)) is synced
