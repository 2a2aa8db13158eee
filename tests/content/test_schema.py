"""Every rule of the shape broken once: the right file and line, and what was expected, in Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.library.compile import content_problems
from coach.library.references import NOTHING
from coach.library.schema import SHAPES
from coach.library.sources import read_sources
from tests.content.sample import line_of, replace_in, write_sample

BENOEMEN = "gesprek/onderdelen/benoemen.yaml"
AIDS = "gesprek/ezelsbruggen.yaml"
PITFALLS = "gesprek/valkuilen.yaml"
OPENINGS = "gesprek/openingszinnen.yaml"
CARDS = "kaarten/moeilijke-momenten.yaml"
EMERGENCY = "kaarten/nood.yaml"

# File, what stands there, what comes in its place, words on the line that must be named, words of the answer.
BROKEN: list[tuple[str, str, str, str, str]] = [
    # A field is missing: the line where its block begins.
    ("bronnen.yaml", "    auteur: Een hogeschool\n", "", "- id: han", "'auteur' ontbreekt"),
    ("bronnen.yaml", "    titel: Beleidsregels\n", "", "- id: ap", "'titel' ontbreekt"),
    (BENOEMEN, "doel: Je doet benoemen.\n", "", "id: benoemen", "'doel' ontbreekt: waar dit onderdeel"),
    (BENOEMEN, "    bron: han, handvat 3\n", "", "Tip 3", "'bron' ontbreekt"),
    (BENOEMEN, "    u: Hoe gaat benoemen nu, dag 2, bij u?\n", "", "id: benoemen-2",
     "met u in plaats van je"),
    (BENOEMEN, "    waarom: Dat is medisch.\n", "", "burn-out", "'waarom' ontbreekt"),
    (AIDS, "    geheugenzin: Onthoud oma zo.\n", "", "- id: oma", "'geheugenzin' ontbreekt"),
    ("gesprek/basistips.yaml", "    bron: han, in het kort\n", "", "Een tip", "'bron' ontbreekt"),
    ("gesprek/signalen.yaml", "    titel: De lijst lichamelijk\n", "", "- id: lichamelijk",
     "'titel' ontbreekt"),
    ("gesprek/checklists.yaml", "    titel: De checklist C3\n", "", "- id: C3", "'titel' ontbreekt"),
    (PITFALLS, "        dan: wacht ik even\n", "", "ik te snel praat", "'dan' ontbreekt"),
    (PITFALLS, "    momenten: [stil]\n", "", "- id: valkuil-1", "'momenten' ontbreekt"),
    (OPENINGS, "    tekst: Hoe gaat het met je, collega 4?\n", "", "- id: opening-4", "'tekst' ontbreekt"),
    (CARDS, "    gebeurt: Je medewerker zegt niets.\n", "", "- id: stil", "'gebeurt' ontbreekt"),
    (EMERGENCY, "    wanneer: nu gevaar\n", "", '"112"', "'wanneer' ontbreekt"),
    (EMERGENCY, 'gecontroleerd: "2026-11-22"\n', "", "titel: Noodkaart", "'gecontroleerd' ontbreekt"),
    # A field that does not exist.
    (BENOEMEN, "    waarom: Dat", "    warom: Dat", "warom:", "Bedoel je 'waarom'?"),
    (BENOEMEN, "titel: Het", "kleur: rood\ntitel: Het", "kleur:", "'kleur' hoort hier niet. Kies uit: "),
    (EMERGENCY, "  - kop: Blijf.", "  - kop: Blijf.\n    geluid: hard", "geluid:", "hoort hier niet"),
    ("bronnen.yaml", "    noot: Een noot", "    link: Een noot", "link:", "hoort hier niet"),
    # Another kind of value.
    (BENOEMEN, "titel: Het onderdeel benoemen", "titel: [a, b]", "titel:", "'titel' hoort een tekst"),
    (BENOEMEN, "    toon: open", "    toon: {a: b}", "toon: {", "Kies uit: zacht, open, zakelijk, direct."),
    (BENOEMEN, "ezelsbruggen: [lsd, oma]", "ezelsbruggen: lsd", "ezelsbruggen:",
     "'ezelsbruggen' hoort een lijst"),
    (BENOEMEN, "  - tekst: Tip 1 bij benoemen\n    bron: han, handvat 1", "  - Tip 1", "- Tip 1",
     "met de velden"),
    (CARDS, "    zeg:\n      - Neem je tijd.", "    zeg: Neem je tijd.", "zeg:", "'zeg' hoort een lijst"),
    (CARDS, "      - Neem je tijd.", "      - {a: b}", "{a: b}", "hoort een tekst"),
    (PITFALLS, "momenten: [stil]", "momenten:", "momenten:", "'momenten' hoort een lijst"),
    # A value that is none of the known ones.
    (BENOEMEN, "toon: open", "toon: boos", "toon: boos", "Kies uit: zacht, open, zakelijk, direct."),
    (BENOEMEN, "    toon: open", "    toon: open\n    status: [weg]", "[weg]", "Kies uit: werkt, ziek."),
    (BENOEMEN, "    toon: open", "    toon: open\n    status: [ziek, ziek]", "[ziek, ziek]", "dubbel"),
    (BENOEMEN, "    toon: open", "    toon: open\n    status: werkt", "status: werkt", "hoort een lijst"),
    ("gesprek/signalen.yaml", "id: psychisch", "id: anders", "id: anders", "Kies uit: psychisch"),
    ("gesprek/checklists.yaml", "id: C4", "id: C9", "id: C9", "Kies uit: C0"),
    # A text that is no good text.
    (BENOEMEN, "tekst: Tip 2 bij benoemen", "tekst:", "tekst:\n", "met woorden erin"),
    (BENOEMEN, "tekst: Tip 2 bij benoemen", 'tekst: "..."', '"..."', "met woorden erin"),
    (BENOEMEN, "tekst: Tip 2 bij benoemen", "tekst: " + "lang " * 90, "lang lang", "hooguit 400 tekens"),
    (BENOEMEN, "tekst: Tip 2 bij benoemen", "tekst: '[@click=app.quit]Tik hier[/]'", "@click",
     "rechte haken"),
    (BENOEMEN, "tekst: Tip 2 bij benoemen", "tekst: 'Kies [b]dit[/b]'", "[b]", "rechte haken"),
    (BENOEMEN, "tekst: Tip 2 bij benoemen", "tekst: 'Een [/ blijft open'", "[/", "rechte haken"),
    # Ids, sources, days and numbers.
    (BENOEMEN, "id: benoemen-3", "id: Benoemen 3", "Benoemen 3", "kleine letters"),
    (PITFALLS, "id: valkuil-7", "id: ../valkuil", "../valkuil", "kleine letters"),
    (BENOEMEN, "bron: han, handvat 4", "bron: han", "bron: han\n", 'zoals "han, handvat 2"'),
    (BENOEMEN, "bron: han, handvat 4", "bron: HAN handvat 4", "HAN handvat 4", 'zoals "han, handvat 2"'),
    (BENOEMEN, "bron: han, handvat 4", "bron: 'han, [b]x[/b]'", "[b]", "rechte haken"),
    ("bronnen.yaml", 'jaar: "2021"', "jaar: vorig jaar", "vorig jaar", "vier cijfers"),
    ("bronnen.yaml", '"2026-11-22"', '"22-11-2026"', "22-11-2026", "jaar, maand en dag"),
    (EMERGENCY, '"2026-11-22"', '"2026-02-30"', "2026-02-30", "jaar, maand en dag"),
    (EMERGENCY, '"2026-11-22"', '"20261122"', "20261122", "jaar, maand en dag"),
    (EMERGENCY, '"0800-0113"', '"bel 113"', "bel 113", "cijfers en streepjes"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "marker", "words"), BROKEN)
def test_each_rule_names_file_line_and_what_was_expected(
    name: str, old: str, new: str, marker: str, words: str, tmp_path: Path
) -> None:
    write_sample(tmp_path)
    replace_in(tmp_path, name, old, new)
    line = _ends(tmp_path, name, marker) if marker.endswith("\n") else line_of(tmp_path, name, marker)
    found = content_problems(read_sources(tmp_path))
    assert (name, line) in [(problem.file, problem.line) for problem in found if words in problem.expected], (
        found
    )


def _ends(folder: Path, name: str, marker: str) -> int:
    """The first line that ends with the marker."""
    lines = (folder / name).read_text("utf-8").split("\n")
    return next(n for n, line in enumerate(lines, start=1) if line.endswith(marker.rstrip("\n")))


def test_the_sample_has_the_right_shape(tmp_path: Path) -> None:
    assert content_problems(read_sources(write_sample(tmp_path))) == []


def test_all_mistakes_are_named_at_once_in_order(tmp_path: Path) -> None:
    write_sample(tmp_path)
    replace_in(tmp_path, BENOEMEN, "toon: open", "toon: boos")
    replace_in(tmp_path, BENOEMEN, "titel: Het", "kleur: rood\ntitel: Het")
    replace_in(tmp_path, CARDS, "    gebeurt: Je medewerker zegt niets.\n", "")
    found = content_problems(read_sources(tmp_path))
    assert [problem.file for problem in found] == [BENOEMEN, BENOEMEN, CARDS]
    assert found == sorted(found)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("value", ["[a, b]", "alleen tekst", "a: b"])
def test_no_file_of_another_shape_makes_the_check_fail(name: str, value: str, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / name).write_text(value + "\n")
    found = content_problems(read_sources(tmp_path))
    assert (name, 1) in [(problem.file, problem.line) for problem in found]


def test_no_message_repeats_the_text_of_the_author(tmp_path: Path) -> None:
    write_sample(tmp_path)
    replace_in(tmp_path, BENOEMEN, "toon: open", "toon: sentinel")
    replace_in(tmp_path, BENOEMEN, "bron: han, handvat 4", "bron: SENTINEL")
    replace_in(tmp_path, EMERGENCY, '"0800-0113"', '"sentinel"')
    found = content_problems(read_sources(tmp_path))
    assert found
    assert not any("sentinel" in problem.expected.lower() for problem in found)


def test_an_organisation_may_leave_out_what_it_does_not_add(tmp_path: Path) -> None:
    folder = tmp_path / "gesprek" / "onderdelen"
    folder.mkdir(parents=True)
    path = folder / "nodig.yaml"
    path.write_text("id: nodig\ntips:\n  - tekst: Bij ons kan dat\n    bron: eigen\n")
    assert content_problems(read_sources(tmp_path, complete=False), NOTHING) == []
    path.write_text("tips:\n  - tekst: Bij ons kan dat\n")
    found = content_problems(read_sources(tmp_path, complete=False), NOTHING)
    assert [(problem.line, problem.expected[:22]) for problem in found] == [
        (1, "Het veld 'id' ontbreek"),
        (2, "Het veld 'bron' ontbre"),
    ]
