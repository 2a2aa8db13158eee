"""From YAML to JSON: the same bytes, whole or not at all, and readable by the library."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from coach.domain.conversation import Part
from coach.domain.errors import InputError
from coach.domain.guard import Verdict
from coach.domain.guard.labels import Status
from coach.library import compile as compiler
from coach.library.citation import source_for_people, split_source
from coach.library.compile import compile_content
from coach.library.digest import is_fresh
from coach.library.load import Library
from coach.library.locate import package_folder
from coach.library.problems import ContentProblems
from tests.content.sample import CONTENT, contents, line_of, replace_in

FILES = {
    "gesprek.json",
    "kaarten.json",
    "nood.json",
    "bronnen.json",
    "oefenen.json",
    "guard.json.z",
    "guard-bron.json.z",
    "digest",
}
BENOEMEN = "gesprek/onderdelen/benoemen.yaml"


def test_it_writes_these_files_and_no_others(compiled: Path) -> None:
    assert set(contents(compiled)) == FILES


def test_twice_gives_the_same_bytes(source: Path, compiled: Path, tmp_path: Path) -> None:
    """In another process too, where sets and hashes fall another way."""
    script = (
        "import sys; from pathlib import Path; from coach.library.compile import compile_content; "
        "compile_content(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    subprocess.run(
        [sys.executable, "-c", script, str(source), str(tmp_path / "weer")],
        cwd=CONTENT.parent,
        env={**os.environ, "PYTHONHASHSEED": "12345"},
        check=True,
    )
    assert contents(tmp_path / "weer") == contents(compiled)


def test_the_library_reads_what_was_compiled(compiled: Path) -> None:
    library = Library(compiled)
    assert tuple(library.parts) == tuple(Part)
    benoemen = library.part(Part.BENOEMEN)
    assert [question.id for question in benoemen.questions] == [f"benoemen-{n}" for n in range(1, 9)]
    assert benoemen.questions[1].u == "Hoe gaat benoemen nu, dag 2, bij u?"
    assert benoemen.questions[0].statuses == tuple(Status)
    assert benoemen.source == "HAN handreiking, handvat 2"
    assert [aid.letters for aid in library.mnemonics] == ["LSD", "OMA", "ANNA", "DIK", "NIVEA"]
    assert library.basic_tips[0].source == "HAN handreiking, in het kort"
    assert library.signals[0].recognise_only[0].source == "Eigen tekst"
    assert [checklist.id for checklist in library.checklists] == ["C0", "C1", "C2", "C3", "C4"]
    assert library.pitfalls[0].source == "Eigen tekst, uit het werk"
    assert library.pitfalls[0].moments == ("stil",)
    assert library.moments[0].say == ("Neem je tijd.",)
    assert library.emergency.numbers[2].number == "0800-0113"
    assert set(library.source_names) == {"han", "ap"}
    assert library.guard.analyse("Heb je een burn-out?").verdict is Verdict.VERBODEN


def test_texts_over_several_lines_become_one(own_source: Path, tmp_path: Path) -> None:
    replace_in(
        own_source, BENOEMEN, "doel: Je doet benoemen.", "doel: >\n  Je noemt\n  wat je ziet.\n\n  Meer niet."
    )
    compile_content(own_source, tmp_path / "uit")
    assert Library(tmp_path / "uit").part(Part.BENOEMEN).purpose == "Je noemt wat je ziet. Meer niet."


def test_a_source_without_a_short_name_has_its_title(own_source: Path, tmp_path: Path) -> None:
    replace_in(own_source, "kaarten/nood.yaml", "bron: han, bellen", "bron: ap, bellen")
    compile_content(own_source, tmp_path / "uit")
    assert Library(tmp_path / "uit").emergency.source == "Beleidsregels, bellen"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("han, handvat 2", "HAN handreiking, handvat 2"),
        ("han, handvat 2, tip 3", "HAN handreiking, handvat 2, tip 3"),
        ("eigen", "Eigen tekst"),
        ("eigen, past bij DIK", "Eigen tekst, past bij DIK"),
    ],
)
def test_a_source_is_named_for_people(text: str, shown: str) -> None:
    assert source_for_people(text, {"han": "HAN handreiking"}) == shown


@pytest.mark.parametrize("text", ["", "HAN, x", "han handvat", ", x", "han,", "-, x"])
def test_what_is_no_source_is_not_split(text: str) -> None:
    with pytest.raises(ValueError):
        split_source(text)


def test_wrong_content_changes_nothing(own_source: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit"
    compile_content(own_source, target)
    before = contents(target)
    replace_in(own_source, BENOEMEN, "toon: open", "toon: boos")
    replace_in(own_source, "kaarten/nood.yaml", "  - kop: Blijf.\n", "  - titel: Blijf.\n")
    with pytest.raises(ContentProblems) as caught:
        compile_content(own_source, target)
    assert contents(target) == before
    line = line_of(own_source, BENOEMEN, "toon: boos")
    assert (
        str(caught.value) == f"{BENOEMEN}:{line}: Kies uit: zacht, open, zakelijk, direct. (en nog 2 andere)"
    )


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("guard/regels/proef.yaml", "regels:\n  - id: a-b\n    categorie: advies\n", 2),
        ("guard/maskers/proef.yaml", "maskers:\n\n  - id: c-d\n    bereik: overal\n", 3),
        ("guard/anders/proef.yaml", "a: b\n", 1),
        ("guard/regels/proef.yaml", "regels: &x []\n", 1),
    ],
)
def test_a_mistake_in_the_guard_has_file_and_line_too(
    name: str, text: str, line: int, own_source: Path, tmp_path: Path
) -> None:
    path = own_source / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    with pytest.raises(ContentProblems) as caught:
        compile_content(own_source, tmp_path / "uit")
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [(name, line)]
    assert not (tmp_path / "uit").exists()


def test_a_broken_model_is_named_with_its_line(own_source: Path, tmp_path: Path) -> None:
    (own_source / "guard/model.json").write_text('{"a": 1,\n "b": }\n')
    with pytest.raises(ContentProblems) as caught:
        compile_content(own_source, tmp_path / "uit")
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [("guard/model.json", 2)]


@pytest.mark.parametrize("step", range(6))
def test_stopped_half_way_it_is_not_fresh_and_heals(
    step: int, source: Path, compiled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Path(shutil.copytree(compiled, tmp_path / "uit"))
    real = compiler._replace
    done: list[Path] = []

    def stop(path: Path, data: bytes) -> None:
        if len(done) == step:
            path.with_name(f".{path.name}.1.tmp").write_bytes(data[:3])
            raise KeyboardInterrupt
        done.append(path)
        real(path, data)

    monkeypatch.setattr(compiler, "_replace", stop)
    with pytest.raises(KeyboardInterrupt):
        compile_content(source, target)
    assert not is_fresh(source, target)
    monkeypatch.undo()
    compile_content(source, target)
    assert is_fresh(source, target)
    assert contents(target) == contents(compiled)


def test_a_folder_that_cannot_be_written_is_one_sentence(source: Path, tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("een bestand")
    with pytest.raises(InputError, match="is niet te schrijven"):
        compile_content(source, tmp_path / "uit")


def test_what_was_compiled_is_in_step_with_the_yaml(tmp_path: Path) -> None:
    """The checkout's own: what coach reads is what authors wrote."""
    target = package_folder()
    assert target.is_dir(), "Draai eerst: python -P -m coach.library.compile"
    compile_content(CONTENT, tmp_path / "uit")
    wanted, there = contents(tmp_path / "uit"), contents(target)
    stale = [name for name in sorted(FILES - {"digest"}) if there.get(name) != wanted[name]]
    assert not stale, "Draai eerst: python -P -m coach.library.compile"


def test_compiling_needs_no_more_than_the_build_has(source: Path, tmp_path: Path) -> None:
    """The wheel is built where only hatchling, PyYAML and pydantic are."""
    script = (
        "import sys; from pathlib import Path; from coach.library.compile import compile_content; "
        "compile_content(Path(sys.argv[1]), Path(sys.argv[2])); "
        "tops = {name.split('.')[0] for name, module in sys.modules.items() "
        "if 'site-packages' in (getattr(module, '__file__', None) or '')}; print(*sorted(tops))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, str(source), str(tmp_path / "uit")],
        cwd=CONTENT.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    allowed = {"yaml", "_yaml", "pydantic", "pydantic_core", "annotated_types"}
    # The last two are read when Python starts in an environment of virtualenv, or of Python 3.11 itself.
    started = {"typing_extensions", "typing_inspection", "_virtualenv", "_distutils_hack"}
    assert set(result.stdout.split()) <= allowed | started


def test_compiled_files_are_plain_json(compiled: Path) -> None:
    for name in FILES - {"digest"}:
        data = (compiled / name).read_bytes()
        text = (zlib.decompress(data) if name.endswith(".z") else data).decode()
        assert text.endswith("\n")
        json.loads(text)
