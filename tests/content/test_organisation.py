"""`content check` of the folder of an organisation with words and rules: each refusal with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.library import check as checking
from coach.library.check import check_content
from coach.library.compile import compile_content
from coach.library.load import Library, load_library
from tests.content.sample import CONTENT, line_of, replace_in
from tests.organisation import ORGANISATION, RULES, WORDS, copied


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The coach's own content, compiled once for all tests here."""
    target = tmp_path_factory.mktemp("base") / "_content"
    compile_content(CONTENT, target)
    return Library(target)


@pytest.fixture(autouse=True)
def _compiled(base: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "load_library", lambda: base)


def test_the_example_is_right() -> None:
    assert [str(problem) for problem in check_content(ORGANISATION)] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "marker", "words"),
    [
        # What would switch something off, or is not an organisation's to change.
        (WORDS, "[lindecoach lindecoaches]", "[burn-out]", "burn-out", "kent coach al"),
        (WORDS, "    woorden: [lindecoach", "    staarten: [pijn]\n    woorden: [lindecoach", "staarten",
         "hoort hier niet"),
        (RULES, "    titel: Vraagt naar", "    dempt: [diagnose]\n    titel: Vraagt naar", "dempt",
         "hoort hier niet"),
        (RULES, "    titel: Vraagt naar", "    hard: nee\n    titel: Vraagt naar", "hard", "hoort hier niet"),
        (RULES, "categorie: klachten", "categorie: nood", "categorie: nood", "Kies uit: diagnose"),
        (RULES, "id: meting-uitslag", "id: diagnose-naam", "id: diagnose-naam", "de toets van coach zelf"),
        (RULES, "id: meting-uitslag", "id: model-klachten", "id: model-klachten", "de toets van coach zelf"),
        (RULES, "id: inval-druk", "id: meting-uitslag # weer", "# weer", "bestaat al, in guard/regels"),
        # Its own promises.
        (RULES, '      - "Mag ik je lindewijzer eens zien?"\n', "", "fout:", "minstens 6 verschillende"),
        (RULES, "Mag ik de planning eens zien?", "Wat kwam er uit de audit?", "goed:", "minstens 6"),
        (RULES, "Welk rooster kunt u nu aan?", "Welk rooster kun je nu aan?", "Welk rooster", "Zeg hier u"),
        (RULES, "    waarom: De uitslag", "    uitleg: De uitslag", "uitleg", "hoort hier niet"),
        (RULES, "bron: gedragscode, artikel 4", "bron: elders, artikel 4", "elders", "bronnen.yaml"),
        (RULES, '"METING *6 JE"', '"(METING|JE)+ JE"', "id: meting-uitslag", "onbekend"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(
    name: str, old: str, new: str, marker: str, words: str, tmp_path: Path
) -> None:
    folder = copied(tmp_path)
    replace_in(folder, name, old, new)
    line = line_of(folder, name, marker)
    found = [problem for problem in check_content(folder) if words in problem.expected]
    assert (name, line) in [(problem.file, problem.line) for problem in found], found


def test_promises_that_are_not_kept_come_together(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    changes = [
        (
            '"METING *6 JE"',
            '"METING *6 JE"\n      - "wat *2 JE nodig"',
            "meting-uitslag",
            "coach zelf aanraadt",
        ),
        ("Was jouw lindewijzer weer rood?", "Was jouw rooster weer rood?", "jouw rooster", "geen patroon"),
        (
            "Mag ik je lindewijzer eens zien?",
            "Denk je aan zelfmoord om je lindewijzer?",
            "zelfmoord",
            "bij nood",
        ),
        ("Mag ik de planning eens zien?", "Waar ligt je lindewijzer?", "Waar ligt", "niet te raken"),
        ('zeg: "Welk rooster kun je nu aan?"', 'zeg: "Ben je depressief?"', "depressief", "keurt"),
    ]
    for old, new, _, _ in changes:
        replace_in(folder, RULES, old, new)
    found = check_content(folder)
    for _, _, marker, words in changes:
        line = line_of(folder, RULES, marker)
        assert [problem for problem in found if problem.line == line and words in problem.expected], marker


def test_a_scenario_of_its_own_is_checked_and_rehearsed(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "scenarios").mkdir()
    mine = folder / "scenarios" / "kwekerij.yaml"
    text = (CONTENT / "scenarios" / "planner-transport.yaml").read_text("utf-8")
    mine.write_text(text, "utf-8")
    found = [str(problem) for problem in check_content(folder)]
    assert found and found[0].startswith("scenarios/kwekerij.yaml:1:") and "heeft coach al" in found[0], found
    mine.write_text(text.replace("id: planner-transport", "id: kwekerij", 1), "utf-8")
    assert [str(found) for found in check_content(folder)] == []
    assert "kwekerij" in load_library(str(folder)).scenarios
