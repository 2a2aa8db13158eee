"""Dutch that a machine can check: each rule broken once, and near misses that must pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.library.language import average_words, dead_number_problems, language_problems, words
from coach.library.problems import Problem
from coach.library.sources import read_sources
from tests.content.sample import line_of, replace_in, write_sample

BENOEMEN = "gesprek/onderdelen/benoemen.yaml"
OPENINGS = "gesprek/openingszinnen.yaml"
JE = "tekst: Hoe gaat benoemen nu, dag 2, bij je?"
U = "u: Hoe gaat benoemen nu, dag 2, bij u?"
LONG = "Dit is een heel lange zin die maar door blijft gaan omdat niemand er een punt in zet vandaag"


def problems(folder: Path) -> list[Problem]:
    return language_problems(read_sources(folder).documents)


def test_the_sample_is_good_dutch(tmp_path: Path) -> None:
    assert problems(write_sample(tmp_path)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (BENOEMEN, "Tip 2 bij benoemen", LONG, "Maak de zinnen korter: gemiddeld hooguit 15 woorden."),
        ("kaarten/nood.yaml", "Laat de ander niet alleen.", LONG, "Maak de zinnen korter"),
        ("kaarten/moeilijke-momenten.yaml", "Neem je tijd.", LONG, "Maak de zinnen korter"),
        (BENOEMEN, "Tip 2 bij benoemen", "Vraag the tip", "het woord 'the' hoort hier niet"),
        (BENOEMEN, "Tip 2 bij benoemen", "TODO tip", "het woord 'todo' hoort hier niet"),
        (BENOEMEN, JE, "tekst: Hoe gaat het met uw werk, dag 2?", "Zeg hier je en jouw"),
        (BENOEMEN, JE, "tekst: Bent U er nog, dag 2?", "Zeg hier je en jouw"),
        (BENOEMEN, U, "u: Hoe gaat benoemen nu, dag 2, bij jou?", "Zeg hier u en uw"),
        (BENOEMEN, U, "u: Wat vindt u ervan? Jij mag kiezen.", "Zeg hier u en uw"),
        (BENOEMEN, U, "u: Hoe gaat benoemen nu, dag 2?", "Zeg hier u of uw, net als de andere zin"),
        (BENOEMEN, JE, "tekst: hoe gaat benoemen nu dag 1 bij je", f"{BENOEMEN} op regel"),
        (OPENINGS, "Hoe gaat het met je, collega 2?", "Hoe gaat benoemen nu, dag 1, bij je?", "Maak er"),
    ],
)  # fmt: skip
def test_each_rule_is_named_where_it_is_broken(
    name: str, old: str, new: str, expected: str, tmp_path: Path
) -> None:
    write_sample(tmp_path)
    replace_in(tmp_path, name, old, new)
    # The second of two equal sentences is the one to change.
    line = line_of(tmp_path, name, new)
    (found,) = problems(tmp_path)
    assert (found.file, found.line) == (name, line)
    assert expected in found.expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tip 2 bij benoemen", "Kort. " + LONG[:60] + ". Kort. Nog een."),
        (
            "Tip 2 bij benoemen",
            "Loopt hij vast? Vraag: wat helpt je nu? Wacht. Kijk. Luister. Vat het samen.",
        ),
        ("Tip 2 bij benoemen", "Zeg je of u? Kies wat bij jullie past."),
        (JE, "tekst: Wat lukt er wel, dag 2?"),
    ],
)
def test_near_misses_pass(old: str, new: str, tmp_path: Path) -> None:
    write_sample(tmp_path)
    replace_in(tmp_path, BENOEMEN, old, new)
    assert problems(tmp_path) == []


def test_titles_of_sources_may_be_english(tmp_path: Path) -> None:
    write_sample(tmp_path)
    replace_in(tmp_path, "bronnen.yaml", "titel: Beleidsregels", "titel: The state of the art")
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "average"),
    [
        ("", 0),
        ("...", 0),
        ("Een twee drie", 3),
        ("Een twee. Drie vier!", 2),
        ("Een twee drie? Vier ... vijf", 5 / 3),
        ("Het is 10.30 uur", 4),
        ('Zeg: "Wat lukt er wel?" Wacht dan.', 7 / 3),
        ("Een burn-out is zo'n woord", 5),
    ],
)
def test_words_are_counted_per_sentence(text: str, average: float) -> None:
    assert average_words(text) == pytest.approx(average)


def test_words_are_in_lower_case_without_marks() -> None:
    assert words("Zo'n burn-out, (ÉÉN keer)!") == ["zo'n", "burn-out", "één", "keer"]


@pytest.mark.parametrize("number", ["0900-0113", "0900 0113", "09000113", "0900 - 0113", "0900.0113"])
def test_the_old_number_is_found_however_it_is_written(number: str) -> None:
    data = f"a: b\n# bel {number}\n".encode()
    assert [(p.file, p.line) for p in dead_number_problems("x.yaml", data)] == [("x.yaml", 2)]


@pytest.mark.parametrize("number", ["0800-0113", "113", "112", "0900-1234", "0900"])
def test_other_numbers_may_stay(number: str) -> None:
    assert dead_number_problems("x.yaml", f"a: {number}\n".encode()) == []
