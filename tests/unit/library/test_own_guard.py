"""The folder of an organisation at run time: built once, remembered, built again when something changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coach.domain.errors import ContentError
from coach.domain.guard import Verdict
from coach.library import own_rules
from coach.library.compiled import FOLDER
from coach.library.load import load_library
from coach.library.own_guard import MEMORY, load_own_guard
from coach.storage.cache import Cache, cache_folder
from tests.organisation import ASKED, ORGANISATION, PRESSED, RULES, WORDS, copied


@pytest.fixture(scope="module")
def artefact() -> dict[str, object]:
    """What the example comes to."""
    return own_rules.compiled_own(str(ORGANISATION), FOLDER)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, artefact: dict[str, object]) -> list[str]:
    """The folders that were built, as often as they were; building them anew would take seconds each."""
    found: list[str] = []

    def counted(own: str, folder: str | os.PathLike[str]) -> dict[str, object]:
        found.append(own)
        return artefact

    monkeypatch.setattr(own_rules, "compiled_own", counted)
    return found


@pytest.fixture
def kept(tmp_path_factory: pytest.TempPathFactory, built: list[str]) -> bytes:
    """What the memory holds of the example."""
    cache = Cache(str(tmp_path_factory.mktemp("kept")))
    load_own_guard(str(ORGANISATION), cache)
    data = cache.read(MEMORY)
    assert data
    built.clear()
    return data


def finds(own: Path | str, cache: Cache | None) -> bool:
    """Whether the guard finds what only the organisation's rules find."""
    found = load_own_guard(str(own), cache).analyse(PRESSED).findings
    return "inval-druk" in [finding.rule for finding in found]


def test_it_is_built_once_and_kept_for_the_user_alone(tmp_path: Path, built: list[str]) -> None:
    cache = Cache(str(tmp_path / "huis" / "cache"))
    assert finds(ORGANISATION, cache) and finds(ORGANISATION, cache)
    assert len(built) == 1
    if os.name == "posix":
        assert Path(cache.folder).stat().st_mode & 0o777 == 0o700
        assert Path(cache.path(MEMORY)).stat().st_mode & 0o777 == 0o600
    assert os.listdir(cache.folder) == [f"{MEMORY}.cache"]


def test_a_changed_folder_is_built_again(tmp_path: Path, kept: bytes, built: list[str]) -> None:
    own, cache = copied(tmp_path), Cache(str(tmp_path / "cache"))
    cache.write(MEMORY, kept)
    assert finds(own, cache)
    assert built == []  # the same files, wherever they lie
    with (own / WORDS).open("a", encoding="utf-8") as file:
        file.write("# gewijzigd\n")
    assert finds(own, cache)
    assert built == [str(own)]


def test_another_coach_builds_again(
    tmp_path: Path, kept: bytes, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(str(tmp_path))
    cache.write(MEMORY, kept)
    monkeypatch.setattr("coach.library.remembered.DIGEST", "gesprek.json")
    assert finds(ORGANISATION, cache)
    assert len(built) == 1


@pytest.mark.parametrize("how", ["cut", "flipped", "empty", "other", "folder"])
def test_a_broken_memory_is_built_again(how: str, tmp_path: Path, kept: bytes, built: list[str]) -> None:
    cache = Cache(str(tmp_path))
    broken = {
        "cut": kept[:-10],
        "flipped": kept[:500] + bytes([kept[500] ^ 1]) + kept[501:],
        "empty": b"",
        "other": b"{}",
    }
    if how == "folder":
        os.mkdir(cache.path(MEMORY))
    else:
        Path(cache.path(MEMORY)).write_bytes(broken[how])
    assert finds(ORGANISATION, cache)
    assert len(built) == 1
    if how != "folder":
        assert cache.read(MEMORY) == kept


@pytest.mark.skipif(os.name != "posix", reason="rechten zijn hier anders; draai dit op Linux of macOS")
def test_what_others_could_have_written_is_not_relied_on(
    tmp_path: Path, kept: bytes, built: list[str]
) -> None:
    cache = Cache(str(tmp_path))
    cache.write(MEMORY, kept)
    os.chmod(cache.path(MEMORY), 0o666)
    assert cache.read(MEMORY) is None
    assert finds(ORGANISATION, cache)
    assert len(built) == 1


def test_without_a_place_to_keep_it_works_too(tmp_path: Path, built: list[str]) -> None:
    (tmp_path / "bestand").write_text("")
    assert finds(ORGANISATION, Cache(str(tmp_path / "bestand" / "cache")))
    assert finds(ORGANISATION, None)
    assert len(built) == 2


def test_a_folder_without_words_and_rules_has_the_coach_s_own_guard(tmp_path: Path) -> None:
    guard = load_own_guard(str(tmp_path))
    assert guard.own_rules() == ()
    assert guard.analyse("Heb je een burn-out?").verdict is Verdict.VERBODEN


def test_the_library_has_the_guard_of_the_organisation(tmp_path: Path, kept: bytes) -> None:
    cache = Cache(str(tmp_path))
    cache.write(MEMORY, kept)
    library = load_library(str(ORGANISATION), cache)
    assert "meting-uitslag" in [finding.rule for finding in library.guard.analyse(ASKED).findings]
    assert library.help_card is not None and library.help_card.title == "Hulp bij De Linde"
    assert [rule.source for rule in library.guard.own_rules()] == [
        "Gedragscode De Linde, artikel 4",
        "Gedragscode De Linde, artikel 7",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            WORDS,
            "[lindecoach lindecoaches]",
            "[burn-out]",
            r"guard/lexicon/woorden\.yaml:\d+: Dit woord kent",
        ),
        (RULES, "categorie: klachten", "categorie: nood", r"guard/regels/metingen\.yaml:3: Kies uit"),
        (RULES, "regels:", "regels: [", r"guard/regels/metingen\.yaml:"),
    ],
)
def test_what_is_wrong_stops_the_start_with_its_place(
    name: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    own, cache = copied(tmp_path), Cache(str(tmp_path / "cache"))
    (own / name).write_text((own / name).read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(ContentError, match=said):
        load_library(str(own), cache)
    assert cache.read(MEMORY) is None


def test_a_symlink_is_refused_and_not_followed(tmp_path: Path) -> None:
    own = copied(tmp_path)
    try:
        (own / "guard" / "regels" / "los.yaml").symlink_to(ORGANISATION / RULES)
    except OSError:
        pytest.skip("koppelingen maken kan hier niet; draai dit als een gebruiker die dat mag")
    with pytest.raises(ContentError, match="symlink"):
        load_own_guard(str(own))


@pytest.mark.parametrize(
    ("variables", "platform", "folder"),
    [
        ({"COACH_HOME": "/k", "XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", "/k/cache"),
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", "/x/coach"),
        ({"XDG_CACHE_HOME": "los", "HOME": "/h"}, "linux", "/h/.cache/coach"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/coach"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/coach/cache"),
        ({}, "linux", None),
        ({}, "darwin", None),
        ({}, "win32", None),
    ],
)
def test_where_it_is_kept(variables: dict[str, str], platform: str, folder: str | None) -> None:
    found = cache_folder(variables, platform)
    assert (found.replace(os.sep, "/") if found else found) == folder
