"""`check_content`: the coach's own content as it is, and an organisation's folder beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach.domain.errors import ContentError, InputError
from coach.library import check as checking
from coach.library.check import check_content
from coach.library.compile import compile_content
from coach.library.load import Library, load_library
from coach.library.problems import Problem
from coach.library.sources import read_sources
from tests.content.sample import CONTENT, line_of, replace_in, write_files, write_sample

BENOEMEN = "gesprek/onderdelen/benoemen.yaml"
NODIG = "gesprek/onderdelen/nodig.yaml"


def places(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.file, problem.line) for problem in problems]


@pytest.fixture
def real_copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("corpus")))


def test_the_real_content_is_right() -> None:
    assert [str(problem) for problem in check_content(CONTENT)] == []


def test_the_real_content_holds_all_that_was_asked_for() -> None:
    """Figures of the brief: eight questions a part, 23 hard moments (domain 3.4), 12 pitfalls of 3 plans."""
    documents = read_sources(CONTENT).documents
    for name, document in documents.items():
        if name.startswith("gesprek/onderdelen/"):
            assert len(document.at(("vragen",))) >= 8
            assert {item["toon"] for _, item in document.blocks("vragen")} == {
                "zacht",
                "open",
                "zakelijk",
                "direct",
            }
    assert len(documents["kaarten/moeilijke-momenten.yaml"].at(("momenten",))) >= 23


def test_a_forbidden_question_in_the_real_content_is_found(real_copy: Path) -> None:
    path = real_copy / BENOEMEN
    lines = path.read_text("utf-8").split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("vragen:"))
    line = next(n for n, text in enumerate(lines) if n > first and text.startswith("    tekst:"))
    before = set(check_content(real_copy, complete=True))
    lines[line] = '    tekst: "Heb je een burn-out?"'
    path.write_text("\n".join(lines), "utf-8")
    found = set(check_content(real_copy, complete=True)) - before
    assert (BENOEMEN, line + 1) in places(sorted(found))
    assert any("keurt deze zin niet goed" in problem.expected for problem in found)


def test_mistakes_of_every_kind_come_together(tmp_path: Path) -> None:
    write_sample(tmp_path, guard=True)
    before = set(check_content(tmp_path, complete=True))
    opening = ("tekst: Hoe gaat het met je, collega 1?", "tekst: Ben je depressief?")
    changes = [
        ("bronnen.yaml", 'jaar: "2021"', "jaar: toen"),
        (BENOEMEN, "Tip 1 bij benoemen", "Vraag the tip"),
        ("gesprek/openingszinnen.yaml", *opening),
        ("gesprek/valkuilen.yaml", "momenten: [stil]", "momenten: [onbekend]"),
        ("kaarten/nood.yaml", "titel: Noodkaart", "titel: Noodkaart # vroeger 0900-0113"),
    ]
    for change in changes:
        replace_in(tmp_path, *change)
    found = set(check_content(tmp_path, complete=True)) - before
    assert places(sorted(found)) == sorted((name, line_of(tmp_path, name, new)) for name, _, new in changes)


def test_with_a_broken_guard_the_rest_is_still_checked(tmp_path: Path) -> None:
    write_sample(tmp_path, guard=True)
    (tmp_path / "guard/regels").mkdir(exist_ok=True)
    (tmp_path / "guard/regels/proef.yaml").write_text("regels: niets\n")
    replace_in(tmp_path, BENOEMEN, "toon: open", "toon: boos")
    found = places(check_content(tmp_path, complete=True))
    assert (BENOEMEN, line_of(tmp_path, BENOEMEN, "toon: boos")) in found
    assert ("guard/regels/proef.yaml", 1) in found


def test_a_folder_that_is_not_there() -> None:
    with pytest.raises(InputError):
        check_content(Path("bestaat/niet"))


# An organisation's own folder.

OWN: dict[str, str] = {
    "bronnen.yaml": """\
bronnen:
  - id: beleid
    titel: Ons beleid
    auteur: HR
    gecontroleerd: "2026-11-22"
""",
    NODIG: """\
id: nodig
ezelsbruggen: [lsd, onze]
vragen:
  - id: nodig-onze-wens
    tekst: Wat past er bij je rooster?
    u: Wat past er bij uw rooster?
    toon: open
    bron: beleid, punt 3
    status: [werkt]
""",
    "gesprek/ezelsbruggen.yaml": """\
ezelsbruggen:
  - id: onze
    letters: O
    betekenis: Onze manier
    geheugenzin: Vraag het eerst.
    valkuil: Te snel.
    liever: Wat heb je nodig?
    bron: han, handvat 2
""",
    "gesprek/valkuilen.yaml": """\
valkuilen:
  - id: onze-valkuil
    tekst: Ik wil meteen roosteren.
    plannen:
      - als: ik begin te roosteren
        dan: 'vraag ik: "Wat heb je nodig?"'
    momenten: [huilt]
    bron: eigen
""",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The coach's own content, compiled: the real one, as an organisation meets it."""
    target = tmp_path_factory.mktemp("base") / "_content"
    compile_content(CONTENT, target)
    return target


@pytest.fixture
def own(tmp_path: Path, base: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(checking, "load_library", lambda: Library(base))
    return write_files(tmp_path / "eigen", OWN)


def test_an_own_folder_may_add_and_refer_to_the_coach(own: Path) -> None:
    assert check_content(own) == []


@pytest.mark.parametrize("name", OWN)
def test_one_file_is_enough(name: str, own: Path) -> None:
    for other in OWN:
        if other not in (name, "bronnen.yaml", "gesprek/ezelsbruggen.yaml"):
            (own / other).unlink()
    assert check_content(own) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "marker", "words"),
    [
        (NODIG, "beleid, punt 3", "elders, punt 3", "elders", "staat niet in bronnen.yaml"),
        (NODIG, "[lsd, onze]", "[lsd, hunne]", "hunne", "staat niet in"),
        ("gesprek/valkuilen.yaml", "[huilt]", "[lacht]", "lacht", "staat niet in"),
        ("gesprek/ezelsbruggen.yaml", "id: onze", "id: lsd", "id: lsd", "de inhoud van coach zelf"),
        ("bronnen.yaml", "id: beleid", "id: han", "id: han", "de inhoud van coach zelf"),
        (NODIG, "Wat past er bij je rooster?", "Heb je een burn-out?", "burn-out", "keurt"),
        ("gesprek/valkuilen.yaml", "Wat heb je nodig?", "Ben je depressief?", "depressief", "keurt"),
        (NODIG, "toon: open", "toon: boos", "boos", "Kies uit: zacht"),
        (NODIG, "bij uw rooster", "bij jouw rooster", "jouw", "Zeg hier u en uw"),
        (NODIG, "id: nodig\n", "", "ezelsbruggen:", "'id' ontbreekt"),
        ("bronnen.yaml", "titel: Ons beleid", "titel: 'Ons [b]beleid[/b]'", "[b]", "rechte haken"),
        ("bronnen.yaml", "auteur: HR", 'auteur: "\\e[2J"', "auteur", "stuurteken"),
    ],
)  # fmt: skip
def test_an_own_folder_is_checked_as_strictly(
    name: str, old: str, new: str, marker: str, words: str, own: Path
) -> None:
    replace_in(own, name, old, new)
    line = line_of(own, name, marker)
    found = check_content(own)
    assert (name, line) in places([problem for problem in found if words in problem.expected]), found


@pytest.mark.parametrize(
    "name",
    [
        "guard/nood.yaml",
        "guard/categorieen.yaml",
        "guard/wendingen.yaml",
        "guard/model.json",
        "guard/maskers/eigen.yaml",
        "guard/regels/diep/eigen.yaml",
        "guard/regels/eigen.json",
        "los.yaml",
    ],
)
def test_an_own_folder_cannot_touch_the_rest_of_the_guard(name: str, own: Path) -> None:
    path = own / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("patronen: []\n")
    (found,) = check_content(own)
    assert (found.file, found.line) == (name, 1)
    assert "kent coach niet" in found.expected


def test_an_empty_folder_is_the_wrong_folder(own: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    (found,) = check_content(tmp_path / "leeg")
    assert "geen inhoud voor coach" in found.expected


def test_without_compiled_content_an_own_folder_cannot_be_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.library.locate._PACKAGE", tmp_path)
    write_files(tmp_path / "eigen", OWN)
    with pytest.raises(ContentError, match="scripts/start.py"):
        check_content(tmp_path / "eigen")


def test_the_checkout_is_checked_as_complete(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_sample(tmp_path, guard=True)
    (tmp_path / "kaarten/nood.yaml").unlink()
    monkeypatch.setattr(checking, "source_folder", lambda: tmp_path)
    assert ("kaarten/nood.yaml", 1) in places(check_content(tmp_path / "kaarten" / ".."))


def test_the_library_of_this_checkout_loads() -> None:
    assert load_library().emergency.numbers
