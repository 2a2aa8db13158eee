"""What must fit between files, and what complete content must hold: each broken once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.library.compile import content_problems
from coach.library.files import MAX_FILES
from coach.library.problems import Problem
from coach.library.sources import read_sources
from tests.content.sample import line_of, replace_in, write_sample

BENOEMEN = "gesprek/onderdelen/benoemen.yaml"
NODIG = "gesprek/onderdelen/nodig.yaml"
AIDS = "gesprek/ezelsbruggen.yaml"
PITFALLS = "gesprek/valkuilen.yaml"
OPENINGS = "gesprek/openingszinnen.yaml"
CARDS = "kaarten/moeilijke-momenten.yaml"
EMERGENCY = "kaarten/nood.yaml"


def problems(folder: Path) -> list[Problem]:
    return content_problems(read_sources(folder))


# File, what stands there, what comes in its place, words on the line that must be named, words of the answer.
BROKEN: list[tuple[str, str, str, str, str]] = [
    (BENOEMEN, "bron: han, handvat 4", "bron: onbekend, 4", "onbekend", "staat niet in bronnen.yaml"),
    (EMERGENCY, "bron: han, bellen", "bron: weg, bellen", "weg, bellen", "staat niet in bronnen.yaml"),
    (BENOEMEN, "[lsd, oma]", "[lsd, omma]", "omma", "staat niet in gesprek/ezelsbruggen.yaml"),
    (PITFALLS, "[stil]", "[stil, luid]", "luid", "staat niet in kaarten/moeilijke-momenten.yaml"),
    (BENOEMEN, "id: benoemen-2", "id: benoemen-1", "benoemen-1\n2", "op regel"),
    (NODIG, "id: nodig-1", "id: benoemen-1", "benoemen-1", f"bestaat al, in {BENOEMEN}"),
    (OPENINGS, "id: opening-2", "id: benoemen-1", "benoemen-1", "bestaat al"),
    (PITFALLS, "id: valkuil-2\n", "id: valkuil-1\n", "id: valkuil-1\n2", "bestaat al"),
    ("bronnen.yaml", "id: ap", "id: han", "id: han\n2", "bestaat al"),
    ("bronnen.yaml", "id: ap", "id: eigen", "id: eigen", "bestaat al"),
    (AIDS, "id: oma", "id: lsd", "id: lsd\n2", "bestaat al"),
    ("gesprek/signalen.yaml", "id: lichamelijk", "id: psychisch", "id: psychisch\n2", "bestaat al"),
    ("gesprek/checklists.yaml", "id: C1", "id: C0", "id: C0\n2", "bestaat al"),
    (BENOEMEN, "id: benoemen\n", "id: nodig\n", "id: nodig", "hoort id: benoemen"),
    (AIDS, "id: nivea", "id: nivea2", "ezelsbruggen:", "ontbreekt nivea"),
    (AIDS, "id: nivea", "id: nivea2", "nivea2", "Kies uit: lsd"),
    ("gesprek/signalen.yaml", "id: psychisch", "id: lichamelijk", "lijsten:", "ontbreekt psychisch"),
    ("gesprek/checklists.yaml", "id: C4", "id: C3", "checklists:", "ontbreekt C4"),
    (EMERGENCY, 'nummer: "113"', 'nummer: "114"', "nummers:", "ontbreekt 113"),
    (EMERGENCY, 'nummer: "0800-0113"', 'nummer: "0800-0114"', "nummers:", "ontbreekt 0800-0113"),
    (EMERGENCY, 'nummer: "112"', 'nummer: "911"', "nummers:", "ontbreekt 112"),
    (EMERGENCY, "stappen:\n  - kop: Blijf.\n    tekst: Laat de ander niet alleen.\n", "stappen: []\n",
     "stappen:", "minstens 1"),
    (BENOEMEN, "  - tekst: Tip 4 bij benoemen\n    bron: han, handvat 4\n", "", "tips:",
     "minstens 4; hier staan er 3"),
    (PITFALLS, "      - als: het spannend wordt\n        dan: adem ik rustig uit\n", "", "plannen:",
     "minstens 3"),
    ("gesprek/signalen.yaml", "id: later-lichamelijk", "id: later-psychisch", "id: later-psychisch\n2",
     "bestaat al"),
    ("gesprek/signalen.yaml", "id: ernstig", "id: geen", "advies:", "ontbreekt ernstig"),
    ("gesprek/werkfactoren.yaml", "id: factoren-0", "id: stressoren-0", "id: stressoren-0\n2", "bestaat al"),
    ("gesprek/onderwerpen.yaml", "id: rooster", "id: taken", "onderwerpen:", "ontbreekt rooster"),
    ("gesprek/klaar.yaml", "id: los", "id: rust", "punten:", "ontbreekt los"),
    (CARDS, "    zeg:\n      - Neem je tijd.", "    zeg: []", "zeg:", "minstens 1"),
    (CARDS, "    daarna:\n      - Wacht rustig.", "    daarna: []", "daarna:", "minstens 1"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "marker", "words"), BROKEN)
def test_each_rule_names_file_line_and_what_was_expected(
    name: str, old: str, new: str, marker: str, words: str, tmp_path: Path
) -> None:
    write_sample(tmp_path)
    replace_in(tmp_path, name, old, new)
    marker, _, nth = marker.partition("\n")
    line = line_of(tmp_path, name, marker, nth=int(nth or 1))
    found = problems(tmp_path)
    assert (name, line) in [(problem.file, problem.line) for problem in found if words in problem.expected], (
        found
    )


def _drop(folder: Path, name: str, block: str) -> None:
    """Take out of a list every item whose id fits `block`."""
    path = folder / name
    text = path.read_text("utf-8")
    kept = re.sub(rf"  - id: {block}\n(?:    .*\n)+", "", text)
    assert kept != text
    path.write_text(kept)


@pytest.mark.parametrize(
    ("name", "block", "key", "words"),
    [
        (BENOEMEN, "benoemen-8", "vragen:", "minstens 8; hier staan er 7"),
        (PITFALLS, "valkuil-12", "valkuilen:", "minstens 12; hier staan er 11"),
        (OPENINGS, "opening-6", "openingszinnen:", "minstens 6; hier staan er 5"),
    ],
)
def test_too_few_is_named_where_the_list_begins(
    name: str, block: str, key: str, words: str, tmp_path: Path
) -> None:
    write_sample(tmp_path)
    _drop(tmp_path, name, block)
    assert [(p.file, p.line) for p in problems(tmp_path) if words in p.expected] == [
        (name, line_of(tmp_path, name, key))
    ]


@pytest.mark.parametrize(("name", "key"), [(BENOEMEN, "vragen:"), (OPENINGS, "openingszinnen:")])
@pytest.mark.parametrize(("given", "missing"), [("werkt", "ziek"), ("ziek", "werkt")])
def test_each_status_has_something_to_say(
    name: str, key: str, given: str, missing: str, tmp_path: Path
) -> None:
    write_sample(tmp_path)
    path = tmp_path / name
    path.write_text(re.sub(r"(    u: .*\n)", rf"\1    status: [{given}]\n", path.read_text("utf-8")))
    assert [(p.line, p.expected) for p in problems(tmp_path)] == [
        (line_of(tmp_path, name, key), f"Bij '{key[:-1]}' hoort er minstens een voor status {missing}.")
    ]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "kaarten/nood.yaml").unlink()
    assert problems(tmp_path) == [Problem("kaarten/nood.yaml", 1, "Dit bestand ontbreekt. Maak het.")]


def test_a_file_with_a_wrong_name_is_named_and_the_right_one_offered(tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "kaarten/nood.yaml").rename(tmp_path / "kaarten/noot.yaml")
    (found,) = problems(tmp_path)
    assert found.file == "kaarten/noot.yaml"
    assert "Bedoel je kaarten/nood.yaml?" in found.expected


def test_an_unreadable_file_does_not_make_everything_else_wrong(tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "bronnen.yaml").write_text("bronnen: &x []\n")
    assert [problem.file for problem in problems(tmp_path)] == ["bronnen.yaml"]


def test_links_hidden_files_and_notes(tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "LEESMIJ.md").write_text("Een uitleg\n")
    (tmp_path / ".DS_Store").write_bytes(b"\0")
    assert problems(tmp_path) == []
    (tmp_path / "extra").symlink_to(tmp_path / "kaarten", target_is_directory=True)
    (tmp_path / "gesprek/basistips.yaml").unlink()
    (tmp_path / "gesprek/basistips.yaml").symlink_to(tmp_path / "bronnen.yaml")
    assert [problem.file for problem in problems(tmp_path)] == ["extra", "gesprek/basistips.yaml"]


def test_a_folder_that_is_something_else_is_soon_given_up(tmp_path: Path) -> None:
    for number in range(MAX_FILES + 20):
        (tmp_path / f"{number:04}.txt").touch()
    found = read_sources(tmp_path, complete=False).problems
    assert len(found) == MAX_FILES + 1
    assert any("Is dit de goede map?" in problem.expected for problem in found)
