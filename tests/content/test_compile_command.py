"""When content is compiled again, and what `python -m coach.library.compile` says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from coach.library import compile as compiler
from coach.library import digest as digests
from coach.library.compile import main
from coach.library.digest import source_digest
from coach.library.load import Library
from tests.content.sample import CONTENT, contents, replace_in

BENOEMEN = "gesprek/onderdelen/benoemen.yaml"


@pytest.mark.parametrize(
    "name", [BENOEMEN, "bronnen.yaml", "kaarten/nood.yaml", "guard/nood.yaml", "guard/model.json"]
)
def test_any_change_gives_another_digest(name: str, own_source: Path) -> None:
    before = source_digest(own_source)
    assert source_digest(own_source) == before
    with (own_source / name).open("a") as stream:
        stream.write(" ")
    assert source_digest(own_source) != before


def test_a_new_file_a_lost_file_and_a_link_change_the_digest(own_source: Path) -> None:
    seen = {source_digest(own_source)}
    (own_source / "gesprek/nieuw.yaml").touch()
    seen.add(source_digest(own_source))
    (own_source / "gesprek/nieuw.yaml").unlink()
    (own_source / "gesprek/nieuw.yaml").symlink_to(own_source / "bronnen.yaml")
    seen.add(source_digest(own_source))
    (own_source / "gesprek/basistips.yaml").unlink()
    seen.add(source_digest(own_source))
    assert len(seen) == 4


def test_the_corpus_is_no_content(own_source: Path) -> None:
    before = source_digest(own_source)
    (own_source / "guard/corpus").mkdir()
    (own_source / "guard/corpus/zin.jsonl").write_text("{}\n")
    assert source_digest(own_source) == before


def test_the_version_and_the_code_are_in_the_digest(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {source_digest(source)}
    monkeypatch.setattr(digests, "__version__", "99")
    seen.add(source_digest(source))
    package = tmp_path / "coach"
    (package / "library").mkdir(parents=True)
    monkeypatch.setattr(digests, "_PACKAGE", package)
    seen.add(source_digest(source))
    (package / "library" / "compile.py").write_text("pass\n")
    seen.add(source_digest(source))
    assert len(seen) == 4


@pytest.fixture
def checkout(own_source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command with the sample as its content; returns the folder that it compiles to."""
    monkeypatch.setattr(compiler, "source_folder", lambda: own_source)
    monkeypatch.setattr(compiler, "package_folder", lambda: tmp_path / "uit")
    return tmp_path / "uit"


def test_the_command_compiles_only_when_something_changed(
    checkout: Path, own_source: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    before = contents(checkout)
    (checkout / "nood.json").write_text("{}")
    assert main([]) == 0
    assert (checkout / "nood.json").read_text() == "{}"
    assert main(["--force"]) == 0
    assert contents(checkout) == before
    replace_in(own_source, "kaarten/nood.yaml", "titel: Noodkaart", "titel: De noodkaart")
    assert main([]) == 0
    assert Library(checkout).emergency.title == "De noodkaart"
    assert capfd.readouterr() == ("", "")


def test_the_command_names_every_mistake(
    checkout: Path, own_source: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    replace_in(own_source, BENOEMEN, "toon: open", "toon: boos")
    replace_in(own_source, "kaarten/nood.yaml", '"112"', '"911"')
    assert main([]) == 4
    out, err = capfd.readouterr()
    assert out == ""
    named = [line.split(":")[0] for line in err.splitlines()]
    assert named == [f"content/{BENOEMEN}", "content/kaarten/nood.yaml"]
    assert not checkout.exists()


def test_the_command_knows_one_option(checkout: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--hard"]) == 2
    assert "Gebruik:" in capfd.readouterr().err


def test_without_sources_the_command_says_so(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(compiler, "source_folder", lambda: None)
    assert main([]) == 4
    assert "geen map content" in capfd.readouterr().err


def test_nothing_changed_reads_no_yaml(compiled: Path) -> None:
    """The start of coach goes through here each time; PyYAML and pydantic would be half of it."""
    script = (
        "import sys; from pathlib import Path; from coach.library.digest import is_fresh; "
        "import coach.library.compile; is_fresh(Path('content'), Path('coach/_content')); "
        "print(sorted({'yaml', 'pydantic'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=CONTENT.parent, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
