"""The guard reads what coach offers, and is held to its own examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.domain.guard import Guard
from coach.library.compile import guard_artefact
from coach.library.judged import guard_problems, said_problems
from coach.library.sources import Sources, read_sources
from tests.content.sample import CONTENT, line_of, replace_in, write_sample

BENOEMEN = "gesprek/onderdelen/benoemen.yaml"
FORBIDDEN = "Heb je een burn-out?"


@pytest.fixture(scope="module")
def real() -> Sources:
    return read_sources(CONTENT)


@pytest.fixture(scope="module")
def guard(real: Sources) -> Guard:
    return Guard(guard_artefact(real))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (BENOEMEN, "tekst: Hoe gaat benoemen nu, dag 2, bij je?", f"tekst: {FORBIDDEN}"),
        (BENOEMEN, "u: Hoe gaat benoemen nu, dag 2, bij u?", "u: Hebt u een burn-out?"),
        (BENOEMEN, "liever: Hoe is het voor je?", f"liever: {FORBIDDEN}"),
        ("gesprek/openingszinnen.yaml", "tekst: Hoe gaat het met je, collega 3?", f"tekst: {FORBIDDEN}"),
        ("gesprek/openingszinnen.yaml", "u: Hoe gaat het met u, collega 3?", "u: Hebt u een burn-out?"),
        ("gesprek/ezelsbruggen.yaml", "liever: Hoe is het voor je?", f"liever: {FORBIDDEN}"),
        ("gesprek/valkuilen.yaml", '"Hoe is het voor je?"', f'"{FORBIDDEN}"'),
        ("kaarten/moeilijke-momenten.yaml", "- Neem je tijd.", f"- {FORBIDDEN}"),
        ("gesprek/signalen.yaml", "je: je later begon dan afgesproken", "je: je een burn-out hebt"),
        ("gesprek/openingsdelen.yaml", "vraag: Hoe kijk jij daarnaar?", f"vraag: {FORBIDDEN}"),
    ],
)
def test_every_kind_of_sentence_to_say_is_judged(
    name: str, old: str, new: str, guard: Guard, tmp_path: Path
) -> None:
    write_sample(tmp_path)
    before = set(said_problems(read_sources(tmp_path).documents, guard))
    replace_in(tmp_path, name, old, new)
    found = set(said_problems(read_sources(tmp_path).documents, guard)) - before
    assert {(problem.file, problem.line) for problem in found} == {(name, line_of(tmp_path, name, new))}
    assert all("keurt deze zin niet goed" in problem.expected for problem in found)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (
            "gesprek/signalen.yaml",
            "feit: Begon om ... uur. De dienst is om ... uur.",
            "feit: Hij heeft een burn-out.",
        ),
        ("gesprek/plekken.yaml", "plek: Kamer 1", "plek: Bij zijn psycholoog"),
    ],
)
def test_what_is_written_down_must_pass_as_a_note(
    name: str, old: str, new: str, guard: Guard, tmp_path: Path
) -> None:
    write_sample(tmp_path)
    before = set(said_problems(read_sources(tmp_path).documents, guard))
    replace_in(tmp_path, name, old, new)
    found = set(said_problems(read_sources(tmp_path).documents, guard)) - before
    assert {(problem.file, problem.line) for problem in found} == {(name, line_of(tmp_path, name, new))}


def test_what_is_not_said_is_not_judged(guard: Guard, tmp_path: Path) -> None:
    """A sentence that one had better not say stands there because the guard refuses it."""
    write_sample(tmp_path)
    before = said_problems(read_sources(tmp_path).documents, guard)
    replace_in(tmp_path, "gesprek/ezelsbruggen.yaml", "valkuil: Je bent vast moe.", f"valkuil: {FORBIDDEN}")
    replace_in(
        tmp_path, "gesprek/valkuilen.yaml", "adem ik rustig uit", "denk ik niet: heeft hij een burn-out"
    )
    replace_in(tmp_path, "kaarten/moeilijke-momenten.yaml", "De stilte vullen.", FORBIDDEN)
    assert said_problems(read_sources(tmp_path).documents, guard) == before


def _guard_found(folder: Path) -> list[tuple[str, int, str]]:
    sources = read_sources(folder)
    problems = guard_problems(sources.guard_documents, Guard(guard_artefact(sources)))
    return [(problem.file, problem.line, problem.expected) for problem in problems]


RULE = """\
regels:
  - id: proef-weer
    categorie: advies
    titel: Proef
    waarom: Proef.
    beter: [Hoe is het voor je?]
    bron: han, handvat 2
    hard: ja
    patronen: ["xylofoon fagot"]
    fout:
      - De xylofoon fagot speelt.
      - Een xylofoon fagot klinkt.
      - Geen xylofoon fagot klinkt.
      - Onze xylofoon fagot klinkt.
      - Jouw xylofoon fagot klinkt.
      - Mijn xylofoon fagot klinkt.
    goed:
      - De trein komt om tien uur.
      - De trein komt om elf uur.
      - De trein komt om twaalf uur.
      - De bus komt om tien uur.
      - De bus komt om elf uur.
      - De bus komt om twaalf uur.
"""
PROBE = "guard/regels/proef.yaml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Onze xylofoon fagot klinkt.", "De trein rijdt op tijd.", "de toets vindt niets"),
        ("De bus komt om elf uur.", "Jullie xylofoon fagot klinkt.", "hoort deze regel niet te raken"),
        ("[Hoe is het voor je?]", f"['{FORBIDDEN}']", "keurt deze zin niet goed"),
    ],
)
def test_a_rule_is_held_to_its_examples(old: str, new: str, expected: str, tmp_path: Path) -> None:
    write_sample(tmp_path, guard=True)
    (tmp_path / PROBE).parent.mkdir(exist_ok=True)
    (tmp_path / PROBE).write_text(RULE, "utf-8")
    before = _guard_found(tmp_path)
    assert not [found for found in before if found[0] == PROBE]
    replace_in(tmp_path, PROBE, old, new)
    (found,) = (found for found in _guard_found(tmp_path) if found[0] == PROBE)
    assert found[1] == line_of(tmp_path, PROBE, new.strip("[]'"))
    assert expected in found[2]


@pytest.mark.parametrize(
    ("given", "statuses"),
    [("", ["ziek"]), ("[ziek]", ["ziek"]), ("[werkt, ziek]", ["ziek"]), ("[werkt]", [])],
)
def test_a_question_is_judged_in_the_statuses_it_is_for(
    given: str, statuses: list[str], tmp_path: Path
) -> None:
    write_sample(tmp_path, guard=True)
    (tmp_path / PROBE).parent.mkdir(exist_ok=True)
    (tmp_path / PROBE).write_text(RULE.replace("    hard: ja", "    hard: ja\n    status: ziek"), "utf-8")
    guard = Guard(guard_artefact(read_sources(tmp_path)))
    status = f"\n    status: {given}" if given else ""
    old = "tekst: Hoe gaat benoemen nu, dag 2, bij je?"
    replace_in(tmp_path, BENOEMEN, old, f"tekst: De xylofoon fagot speelt.{status}")
    line = line_of(tmp_path, BENOEMEN, "xylofoon")
    found = said_problems(read_sources(tmp_path).documents, guard)
    named = [status for status in ("werkt", "ziek") for p in found if p.line == line and status in p.expected]
    assert named == statuses


NOOD = """\
patronen: [zelfmoord]
behalve: []
wel:
  - Ik denk aan zelfmoord.
  - De printer doet het niet.
niet:
  - De lamp is kapot.
  - Denk je aan zelfmoord?
"""


def test_the_emergency_is_held_to_its_examples(tmp_path: Path) -> None:
    write_sample(tmp_path, guard=True)
    (tmp_path / "guard/nood.yaml").write_text(NOOD, "utf-8")
    assert [found for found in _guard_found(tmp_path) if found[0] == "guard/nood.yaml"] == [
        ("guard/nood.yaml", 5, "Bij deze zin hoort de noodkaart."),
        ("guard/nood.yaml", 8, "Bij deze zin hoort geen noodkaart."),
    ]


def test_the_note_of_a_category_must_itself_be_allowed(tmp_path: Path) -> None:
    write_sample(tmp_path, guard=True)
    path = tmp_path / "guard/categorieen.yaml"
    lines = path.read_text("utf-8").split("\n")
    line = next(n for n, text in enumerate(lines) if text.strip().startswith("notitie:"))
    lines[line] = "    notitie: Zij heeft een depressie en slikt medicijnen."
    path.write_text("\n".join(lines), "utf-8")
    assert (
        "guard/categorieen.yaml",
        line + 1,
        "Deze notitie mag zelf niet. Schrijf het anders.",
    ) in _guard_found(tmp_path)
